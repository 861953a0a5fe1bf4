"""Text out of a file: kinds, limits and the failures that a person can act on.

Called in a process of its own (sandbox.py): a hostile file may burn time or memory here, never the worker's.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Literal, get_args

from app.knowledge.causes import Cause

Kind = Literal["txt", "md", "pdf", "docx"]
EXTENSIONS: dict[str, Kind] = {"txt": "txt", "md": "md", "markdown": "md", "pdf": "pdf", "docx": "docx"}
KINDS: tuple[Kind, ...] = get_args(Kind)
MAX_CHARACTERS = 20_000_000
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\u00ad\u200b\ufeff]")
LINE_END = re.compile(r"\r\n|[\r\x0c\x85\u2028\u2029]")


class ExtractionFailed(Exception):
    """Nothing could be read, for a cause that the person who uploaded the file can understand."""

    def __init__(self, cause: Cause) -> None:
        super().__init__(cause)
        self.cause: Cause = cause


@dataclass(frozen=True)
class Page:
    """A page of a paged file, from 1; `number` is None where the format has no pages."""

    number: int | None
    text: str


@dataclass(frozen=True)
class Extraction:
    pages: list[Page]
    page_count: int | None = None
    pages_without_text: list[int] = field(default_factory=list)


def clean(text: str) -> str:
    """Composed characters, one kind of line end, nothing that PostgreSQL cannot store."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return CONTROL.sub("", LINE_END.sub("\n", unicodedata.normalize("NFC", whole))).strip()


def extract(kind: Kind, content: bytes) -> Extraction:
    """The file's text by page. Raises ExtractionFailed."""
    if not content.strip(b"\x00\r\n\t "):
        raise ExtractionFailed("empty")
    extraction = _read(kind, content)
    if not any(page.text for page in extraction.pages):
        raise ExtractionFailed("no_text" if extraction.page_count else "empty")
    if sum(len(page.text) for page in extraction.pages) > MAX_CHARACTERS:
        raise ExtractionFailed("too_large")
    return extraction


def _read(kind: Kind, content: bytes) -> Extraction:
    # The readers of PDF and DOCX are large: only the one that is needed is loaded.
    if kind == "pdf":
        from app.knowledge.pdf_text import read_pdf  # noqa: PLC0415 - see above

        return read_pdf(content)
    if kind == "docx":
        from app.knowledge.docx_text import read_docx  # noqa: PLC0415 - see above

        return read_docx(content)
    from app.knowledge.plain_text import read_plain_text  # noqa: PLC0415 - see above

    return read_plain_text(content)
