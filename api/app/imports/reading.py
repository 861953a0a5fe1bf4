"""A CSV file as people have it: titles above the header, notes below the rows, line breaks inside cells."""

import csv
import io
import re
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from app.imports.decoding import Encoding, Unreadable, decode

DELIMITERS = (";", ",", "\t", "|")
MAX_COLUMNS = 500
LOOKED_AT = 200
HEADER_WITHIN = 50
NOTES_WITHIN = 8
LONG_NOTE = 40
_SEPARATOR_LINE = re.compile(r"sep=(.)\s*", re.IGNORECASE)
_NOTE = re.compile(r"\s*(?:fontes?|sources?|obs\.?|notas?|notes?)\s*:", re.IGNORECASE)
_TOTAL = re.compile(r"\s*(?:sub)?total(?: geral)?\s*:?\s*", re.IGNORECASE)
_DATA = re.compile(r"[^@\s]+@[^@\s]+\.\w+|[\d\s.,/()+:-]*\d{2}[\d\s.,/()+:-]*")


@dataclass(frozen=True)
class Record:
    # 1 is the first line of the file; of a record on several lines, the first.
    line: int
    cells: list[str]

    @property
    def is_blank(self) -> bool:
        return not any(cell.strip() for cell in self.cells)


@dataclass(frozen=True)
class Layout:
    """What the file turned out to be; enough to read it again without another look."""

    encoding: Encoding
    delimiter: str
    header_line: int
    # Line from which on only notes and totals follow.
    stop_line: int
    columns: list[str]
    repeated: list[str]
    rows: int


class Table:
    def __init__(self, text: str, layout: Layout) -> None:
        self.layout = layout
        self._lines = split_lines(text)

    @classmethod
    def open(cls, content: bytes) -> "Table":
        """Raises Unreadable."""
        decoded = decode(content)
        return cls(decoded.text, _look(split_lines(decoded.text), decoded.encoding))

    @classmethod
    def reopen(cls, content: bytes, layout: Layout) -> "Table":
        return cls(decode(content).text, layout)

    def rows(self) -> Iterator[Record]:
        """The rows below the header, without blank lines and closing notes."""
        layout = self.layout
        for record in records(self._lines, layout.delimiter, len(layout.columns), layout.header_line):
            if record.line >= layout.stop_line:
                return
            if not record.is_blank and record.line > layout.header_line:
                yield record


def split_lines(text: str) -> list[str]:
    # str.splitlines would also split at signs that are content, such as U+0085 and U+2028.
    return list(io.StringIO(text, newline=""))


def records(lines: Sequence[str], delimiter: str, width: int = 0, start: int = 0) -> Iterator[Record]:
    """Records from line `start` (0: the first line) on.

    A stray quote would swallow the lines after it: where the first line alone, its quotes taken as text, has
    the `width` of the table, or the quote is never closed, it is that line.
    """
    position = start
    while position < len(lines):
        base, read = position, 0
        # Read in strict mode off: a quote in the middle of a cell is text.
        reader = csv.reader((lines[index] for index in range(base, len(lines))), delimiter=delimiter)
        position = len(lines)
        while True:
            first = base + read
            try:
                cells = next(reader)
            except StopIteration:
                break
            except csv.Error:
                # A cell beyond the limit of the csv module: the same stray quote.
                cells = _literal(lines[first], delimiter)
                yield Record(first + 1, cells)
                position = first + 1
                break
            read = reader.line_num
            if base + read - first > 1:
                literal = _literal(lines[first], delimiter)
                if _is_stray(lines, first, cells, width, delimiter) or _is_open(lines, first, base + read):
                    yield Record(first + 1, literal)
                    position = first + 1
                    break
            yield Record(first + 1, cells)


def _literal(line: str, delimiter: str) -> list[str]:
    return [cell.strip('"') for cell in line.rstrip("\r\n").split(delimiter)]


def _is_stray(lines: Sequence[str], first: int, cells: list[str], width: int, delimiter: str) -> bool:
    """Whether the first line of a long record is a row by itself: it has the width of the table, and the
    record has not, or the line after it has as well."""
    if len(_literal(lines[first], delimiter)) != width:
        return False
    return len(cells) != width or (width > 2 and len(_literal(lines[first + 1], delimiter)) == width)


def _is_open(lines: Sequence[str], first: int, end: int) -> bool:
    """Whether the record from `first` runs to the end of the file inside a quote."""
    return end == len(lines) and sum(line.count('"') for line in islice(lines, first, end)) % 2 == 1


def _look(lines: list[str], encoding: Encoding) -> Layout:
    start = 0
    told = _SEPARATOR_LINE.fullmatch(lines[0]) if lines else None
    if told:
        start = 1
    delimiter = told[1] if told else find_delimiter(lines)
    head = list(islice(records(lines, delimiter, start=start), LOOKED_AT))
    header = _header(head)
    width = len(header.cells)
    if width > MAX_COLUMNS:
        raise Unreadable("too_wide")
    columns, repeated = name_columns(header.cells)
    count, stop = _count(lines, delimiter, width, header.line)
    if count == 0:
        raise Unreadable("no_rows")
    return Layout(encoding, delimiter, header.line, stop, columns, repeated, count)


def find_delimiter(lines: Sequence[str]) -> str:
    """The sign that cuts the lines into the most constant number of cells; `;` for one column."""
    best, found = 0.0, ";"
    for delimiter in DELIMITERS:
        widths = [
            len(record.cells)
            for record in islice(records(lines, delimiter), LOOKED_AT)
            if not record.is_blank
        ]
        (width, count), *_ = Counter(widths).most_common(1) or [(1, 0)]
        if width > 1:
            score = count / len(widths) * (1 - 1 / width)
            if score > best:
                best, found = score, delimiter
    return found


def _header(head: list[Record]) -> Record:
    """The first record that is as wide as most, names at least half of its columns and holds no data."""
    full = [record for record in head if not record.is_blank]
    widths = Counter(len(_trimmed(record.cells)) for record in full if len(_trimmed(record.cells)) > 1)
    usual = widths.most_common(1)[0][0] if widths else 1
    for record in full[:HEADER_WITHIN]:
        named = [cell for cell in record.cells if cell.strip()]
        if len(record.cells) < usual or len(named) * 2 < usual or (usual > 1 and len(named) < 2):
            continue
        data = [cell for cell in named if _DATA.fullmatch(cell.strip())]
        if len(data) * 2 >= len(named):
            raise Unreadable("no_header")
        return Record(record.line, _trimmed(record.cells, usual))
    raise Unreadable("no_header")


def _trimmed(cells: list[str], least: int = 0) -> list[str]:
    end = len(cells)
    while end > least and not cells[end - 1].strip():
        end -= 1
    return cells[:end]


def name_columns(cells: Sequence[str]) -> tuple[list[str], list[str]]:
    """Each column by a name of its own, and the names that occurred twice."""
    names: list[str] = []
    repeated: list[str] = []
    for number, cell in enumerate(cells, start=1):
        name = base = " ".join(cell.split())[:100] or f"Coluna {number}"
        again = 1
        while name in names:
            again += 1
            name = f"{base} ({again})"
        if again > 1 and base not in repeated:
            repeated.append(base)
        names.append(name)
    return names, repeated


def _count(lines: list[str], delimiter: str, width: int, header_line: int) -> tuple[int, int]:
    """How many rows there are, and the line at which the closing notes begin."""
    count = 0
    # The last records, each with whether a blank one stood before it.
    last: deque[tuple[Record, bool]] = deque(maxlen=NOTES_WITHIN)
    blank = False
    for record in records(lines, delimiter, width, header_line):
        if record.is_blank:
            blank = True
            continue
        count += 1
        last.append((record, blank))
        blank = False
    stop = len(lines) + 1
    while last and _is_note(last[-1][0], width, after_blank=last[-1][1]):
        stop = last.pop()[0].line
        count -= 1
    return count, stop


def _is_note(record: Record, width: int, *, after_blank: bool) -> bool:
    filled = [cell for cell in record.cells if cell.strip()]
    if _TOTAL.fullmatch(filled[0]) and len(filled) < max(width, 2):
        return True
    if len(filled) > 1 or width == 1:
        return False
    return _NOTE.match(filled[0]) is not None or (width > 2 and (after_blank or len(filled[0]) > LONG_NOTE))
