"""Imports: a spreadsheet's rows, read, checked and written as leads."""
