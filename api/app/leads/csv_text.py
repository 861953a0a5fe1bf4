"""Cells and lines of the CSV files that people download: safe to open with a spreadsheet."""

import re
from collections.abc import Sequence

BOM = "\ufeff"
_FORMULA = re.compile(r"[=+\-@\t\r]")
_PHONE = re.compile(r"\+\d{8,15}")


def cell(text: str, delimiter: str = ";") -> str:
    """Quoted where needed; what a spreadsheet would run as a formula gets an apostrophe in front."""
    if _FORMULA.match(text) and not _PHONE.fullmatch(text):
        text = f"'{text}"
    if any(sign in text for sign in (delimiter, '"', "\r", "\n")) or text != text.strip():
        return '"' + text.replace('"', '""') + '"'
    return text


def line(cells: Sequence[str], delimiter: str = ";") -> str:
    return delimiter.join(cell(text, delimiter) for text in cells) + "\r\n"
