"""The text of an uploaded file, whatever program saved it."""

import codecs
import re
from dataclasses import dataclass, replace
from typing import Literal

Encoding = Literal["UTF-8", "UTF-8 (BOM)", "UTF-16", "Windows-1252", "UTF-8 + Windows-1252"]
Fault = Literal["empty", "spreadsheet", "html", "binary", "encoding", "no_header", "no_rows", "too_wide"]

HEAD = 64 * 1024
_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_HTML = re.compile(rb"\s*(?:<!doctype html|<html|<table|<\?xml)", re.IGNORECASE)


class Unreadable(Exception):
    """The file cannot be read as a table; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault: Fault = fault


@dataclass(frozen=True)
class Decoded:
    text: str
    encoding: Encoding


def decode(content: bytes) -> Decoded:
    """By its byte order mark, else strict UTF-8, else Windows-1252, which Brazilian Excel writes.

    Statistical guessers take Portuguese in Windows-1252 for cp1250, so none is asked.
    """
    if not content.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise Unreadable("empty")
    if content.startswith(_SPREADSHEETS):
        raise Unreadable("spreadsheet")
    decoded = _decode(content)
    if _HTML.match(content):
        raise Unreadable("html")
    if _CONTROL.search(decoded.text, 0, HEAD):
        raise Unreadable("binary")
    # Behind the head it is damage in one row, not another kind of file: it shows as what it is, unreadable.
    return replace(decoded, text=decoded.text.replace("\x00", "\ufffd"))


def _decode(content: bytes) -> Decoded:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return Decoded(content.decode("utf-16"), "UTF-16")
        except UnicodeDecodeError as error:
            raise Unreadable("encoding") from error
    if b"\x00" in content[:HEAD]:
        raise Unreadable("binary")
    marked = content.startswith(codecs.BOM_UTF8)
    try:
        return Decoded(content.decode("utf-8-sig"), "UTF-8 (BOM)" if marked else "UTF-8")
    except UnicodeDecodeError as error:
        broken = error
    mixed = _mixed(content.removeprefix(codecs.BOM_UTF8))
    if mixed is not None:
        return Decoded(mixed, "UTF-8 + Windows-1252")
    try:
        return Decoded(content.decode("cp1252"), "Windows-1252")
    except UnicodeDecodeError:
        raise Unreadable("encoding") from broken


def _mixed(content: bytes) -> str | None:
    """Files glued from two sources: where most accented lines are UTF-8, the rest is Windows-1252."""
    lines = content.split(b"\n")
    accented = good = 0
    texts: list[str] = []
    for line in lines:
        try:
            texts.append(line.decode("utf-8"))
            if not line.isascii():
                accented += 1
                good += 1
        except UnicodeDecodeError:
            accented += 1
            # The five bytes that Windows-1252 leaves free stay visible as what they are: unreadable.
            texts.append(line.decode("cp1252", errors="replace"))
    return "\n".join(texts) if good * 2 > accented else None
