"""Leads: who they are, where they stand, how they are found."""
