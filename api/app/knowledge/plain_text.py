"""Plain text and Markdown: which encoding, and whether it is text at all."""

import codecs

from app.knowledge.extraction import Extraction, ExtractionFailed, Page, clean

BINARY_STARTS = (
    b"MZ",
    b"\x7fELF",
    b"PK\x03\x04",
    b"%PDF-",
    b"\xd0\xcf\x11\xe0",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
)
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    # UTF-32's mark begins with UTF-16's: it has to be tried first.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE = 8192
ALLOWED_CONTROLS = frozenset(b"\t\n\r\x0b\x0c\x1b\x85")
MAX_CONTROL_SHARE = 0.02
WIDE_ZERO_SHARE = 0.3


def decode(content: bytes) -> str:
    """BOM, then strict UTF-8, then Windows-1252: detectors take Portuguese cp1252 for cp1250."""
    if content.startswith(BINARY_STARTS):
        raise ExtractionFailed("mismatch")
    for bom, encoding in BOMS:
        if content.startswith(bom):
            return _strict(content.removeprefix(bom) if encoding == "utf-8" else content, encoding)
    wide = _wide_encoding(content[:SAMPLE])
    if wide:
        return _strict(content, wide)
    if _looks_binary(content[:SAMPLE]):
        raise ExtractionFailed("mismatch")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        # Five bytes have no meaning in cp1252; a file that holds one loses that sign, not its text.
        return content.decode("cp1252", "replace")


def _strict(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise ExtractionFailed("damaged") from error


def _wide_encoding(sample: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of western text is zero."""
    half = len(sample) // 2
    if not half:
        return None
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > WIDE_ZERO_SHARE and even == 0:
        return "utf-16-le"
    return "utf-16-be" if even > WIDE_ZERO_SHARE and odd == 0 else None


def _looks_binary(sample: bytes) -> bool:
    controls = sum(byte < 0x20 and byte not in ALLOWED_CONTROLS for byte in sample)
    return 0 in sample or controls > len(sample) * MAX_CONTROL_SHARE


def read_plain_text(content: bytes) -> Extraction:
    return Extraction([Page(None, clean(decode(content)))])
