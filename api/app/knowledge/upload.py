"""Reads a multipart upload with a limit that holds while it arrives, and names what was sent."""

import re
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Any

from fastapi import Request
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect

from app.core.errors import FieldProblem, InvalidFields
from app.core.language import Text
from app.knowledge.errors import FileTooLarge, UnsupportedFile, UploadUnreadable
from app.knowledge.extraction import EXTENSIONS, Kind
from app.knowledge.schemas import TITLE_LENGTH

MEGABYTES = 30
MAX_FILE = MEGABYTES * 1024 * 1024
# Boundaries and headers around the file.
MAX_BODY = MAX_FILE + 64 * 1024
FIELD = "file"
NO_FILE = Text("Envie um arquivo no campo “file”.", "Send a file in the field “file”.")
NAMELESS = Text("O arquivo não tem nome.", "The file has no name.")
TAIL = 16
CONTROL = re.compile(r"[\x00-\x1f\x7f]")

# FastAPI would read the whole body before anything is checked; this route reads it by itself.
DOCUMENTED: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": [FIELD],
                    "properties": {
                        FIELD: {
                            "type": "string",
                            "format": "binary",
                            "description": f"PDF, DOCX, TXT or MD of at most {MEGABYTES} MB",
                        }
                    },
                }
            }
        },
    }
}


@dataclass(frozen=True)
class Upload:
    name: str
    kind: Kind
    content: bytes


async def read_upload(request: Request) -> Upload:
    """Raises FileTooLarge, UnsupportedFile, UploadUnreadable, InvalidFields."""
    if _announced(request) > MAX_BODY:
        raise FileTooLarge(megabytes=MEGABYTES)
    try:
        form = await MultiPartParser(request.headers, _limited(request), max_files=1, max_fields=1).parse()
    # The parser raises KeyError when the header names no boundary.
    except (MultiPartException, KeyError, ClientDisconnect) as error:
        raise UploadUnreadable from error
    try:
        file = form.get(FIELD)
        if not isinstance(file, UploadFile):
            raise InvalidFields(errors=[FieldProblem(field=FIELD, message=NO_FILE.say())])
        name = _plain_name(file.filename or "")
        if not name:
            raise InvalidFields(errors=[FieldProblem(field=FIELD, message=NAMELESS.say())])
        if (file.size or 0) > MAX_FILE:
            raise FileTooLarge(megabytes=MEGABYTES)
        return Upload(name, _kind(name), await file.read())
    finally:
        await form.close()


def _announced(request: Request) -> int:
    length = request.headers.get("content-length", "")
    return int(length) if length.isdecimal() else 0


async def _limited(request: Request) -> AsyncGenerator[bytes, None]:
    size = 0
    tail = b""
    async for chunk in request.stream():
        size += len(chunk)
        if size > MAX_BODY:
            raise FileTooLarge(megabytes=MEGABYTES)
        tail = (tail + chunk)[-TAIL:]
        yield chunk
    # The parser takes a body that was cut in the middle of a file for one without a file.
    if not tail.rstrip().endswith(b"--"):
        raise UploadUnreadable


def _plain_name(name: str) -> str:
    """Without folders and control signs; a long name keeps its extension."""
    plain = CONTROL.sub("", re.split(r"[\\/]", name)[-1]).strip()
    stem, dot, extension = plain.rpartition(".")
    if len(plain) <= TITLE_LENGTH or not dot:
        return plain[:TITLE_LENGTH]
    return f"{stem[: TITLE_LENGTH - len(extension) - 1]}.{extension}"


def _kind(name: str) -> Kind:
    kind = EXTENSIONS.get(name.rpartition(".")[2].lower()) if "." in name else None
    if kind is None:
        raise UnsupportedFile(name=name)
    return kind
