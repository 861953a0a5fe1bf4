"""PDF by pypdfium2, page by page: a page that cannot be read costs that page only."""

import re

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_raw

from app.knowledge.extraction import MAX_CHARACTERS, Extraction, ExtractionFailed, Page, clean

MAX_PAGES = 5000
HEADER_WITHIN = 1024
# A page with fewer letters than this holds a page number or a stamp, not text.
MIN_LETTERS = 12
HYPHEN_AT_LINE_END = re.compile(r"(?<=[a-zà-ÿ])[-\u2010\ufffe]\n(?=[a-zà-ÿ])")
# A line that begins a paragraph of its own: an item, an article, a heading in capitals.
STARTS_PARAGRAPH = re.compile(
    r"(?:Art\.|§|Parágrafo|[IVXLC]+\s*[-–—]|[a-z]\)|\d{1,2}[.)]\s|[•▪◦*-]\s|[A-ZÀ-Ý\s]{6,}$)"
)
ENDS_SENTENCE = re.compile(r"[.!?:;]['\")\]”’]*$")


def read_pdf(content: bytes) -> Extraction:
    if b"%PDF-" not in content[:HEADER_WITHIN]:
        raise ExtractionFailed("mismatch")
    document = _open(content)
    try:
        count = len(document)
        if count > MAX_PAGES:
            raise ExtractionFailed("too_large")
        if count == 0:
            raise ExtractionFailed("damaged")
        pages, without_text, unreadable, total = [], [], 0, 0
        for index in range(count):
            try:
                text = _page_text(document, index)
            except pdfium.PdfiumError:
                text, unreadable = "", unreadable + 1
            total += len(text)
            if total > MAX_CHARACTERS:
                raise ExtractionFailed("too_large")
            if sum(letter.isalpha() for letter in text) < MIN_LETTERS:
                without_text.append(index + 1)
            pages.append(Page(index + 1, text))
    finally:
        document.close()
    if unreadable == count:
        raise ExtractionFailed("damaged")
    if len(without_text) == count:
        raise ExtractionFailed("no_text")
    return Extraction(pages, count, without_text)


def _open(content: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        code = pdfium_raw.FPDF_GetLastError()
        locked = code in {pdfium_raw.FPDF_ERR_PASSWORD, pdfium_raw.FPDF_ERR_SECURITY} or "assword" in str(
            error
        )
        raise ExtractionFailed("encrypted" if locked else "damaged") from error


def _page_text(document: pdfium.PdfDocument, index: int) -> str:
    page = document[index]
    try:
        text_page = page.get_textpage()
        try:
            return paragraphs(clean(text_page.get_text_bounded()))
        finally:
            text_page.close()
    finally:
        page.close()


def paragraphs(text: str) -> str:
    """Joins the lines of a paragraph: a PDF knows lines only."""
    lines = [" ".join(line.split()) for line in HYPHEN_AT_LINE_END.sub("", text).split("\n")]
    parts: list[str] = []
    for line in lines:
        begins = not parts or not parts[-1] or not line or STARTS_PARAGRAPH.match(line)
        if begins or (ENDS_SENTENCE.search(parts[-1]) and line[:1].isupper()):
            parts.append(line)
        else:
            parts[-1] = f"{parts[-1]} {line}"
    return "\n\n".join(part for part in parts if part)
