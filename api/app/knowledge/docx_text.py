"""DOCX in the order of its body, tables included: `Document.paragraphs` alone would miss them."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Protocol

from docx import Document
from docx.oxml.exceptions import InvalidXmlError
from docx.table import Table
from docx.text.paragraph import Paragraph

from app.knowledge.extraction import Extraction, ExtractionFailed, Page, clean

OLE_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
MAX_UNPACKED = 200 * 1024 * 1024
MAX_ENTRIES = 5000
MAX_NESTED_TABLES = 8
BODY = "word/document.xml"


class _Container(Protocol):
    def iter_inner_content(self) -> Iterator[Paragraph | Table]: ...


def read_docx(content: bytes) -> Extraction:
    _check_archive(content)
    try:
        document = Document(io.BytesIO(content))
        text = "\n\n".join(part for part in _blocks(document, 0) if part.strip())
    # lxml's syntax error is a SyntaxError of its own; python-docx raises plain KeyError and ValueError
    # for a package whose parts are missing or of another format.
    except (SyntaxError, KeyError, ValueError, InvalidXmlError, zipfile.BadZipFile, zlib.error) as error:
        raise ExtractionFailed("damaged") from error
    return Extraction([Page(None, clean(text))])


def _check_archive(content: bytes) -> None:
    if content.startswith(OLE_START):
        # Word puts a document with a password inside an old-style container; an old .doc is one too.
        raise ExtractionFailed("encrypted" if ENCRYPTED_STREAM in content else "mismatch")
    if not content.startswith(b"PK"):
        raise ExtractionFailed("mismatch")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise ExtractionFailed("damaged") from error
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise ExtractionFailed("too_large")
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise ExtractionFailed("encrypted")
    if BODY not in {entry.filename for entry in entries}:
        raise ExtractionFailed("mismatch")


def _blocks(container: _Container, depth: int) -> Iterator[str]:
    for block in container.iter_inner_content():
        if isinstance(block, Paragraph):
            yield _paragraph(block)
        elif depth < MAX_NESTED_TABLES:
            yield "\n".join(_rows(block, depth))


def _paragraph(paragraph: Paragraph) -> str:
    text = paragraph.text.strip()
    style = paragraph.style.style_id if paragraph.style else ""
    # Headings are marked as in Markdown, so that splitting keeps them with what follows.
    return f"# {text}" if text and style and style.startswith(("Heading", "Ttulo", "Title")) else text


def _rows(table: Table, depth: int) -> Iterator[str]:
    for row in table.rows:
        cells: list[str] = []
        seen: set[int] = set()
        for cell in row.cells:
            # A merged cell is listed once for each column that it covers.
            if id(cell._tc) in seen:  # noqa: SLF001 - the only identity that python-docx gives
                continue
            seen.add(id(cell._tc))  # noqa: SLF001 - the same
            cells.append(" ".join(" ".join(_blocks(cell, depth + 1)).split()))
        if any(cells):
            yield " | ".join(cells)
