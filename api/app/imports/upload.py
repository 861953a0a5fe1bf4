"""Reads the multipart upload of a CSV, with a limit that holds while it arrives."""

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
from app.imports.errors import ImportTooLarge, UploadUnreadable

MEGABYTES = 50
MAX_FILE = MEGABYTES * 1024 * 1024
# Boundaries and headers around the file.
MAX_BODY = MAX_FILE + 64 * 1024
FIELD = "file"
NAME_LENGTH = 200
NO_FILE = Text("Envie um arquivo no campo “file”.", "Send a file in the field “file”.")
TAIL = 16
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")

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
                            "description": f"CSV of at most {MEGABYTES} MB",
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
    content: bytes


async def read_upload(request: Request) -> Upload:
    """Raises ImportTooLarge, UploadUnreadable, InvalidFields."""
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > MAX_BODY:
        raise ImportTooLarge(megabytes=MEGABYTES)
    try:
        form = await MultiPartParser(request.headers, _limited(request), max_files=1, max_fields=1).parse()
    # The parser raises KeyError when the header names no boundary.
    except (MultiPartException, KeyError, ClientDisconnect) as error:
        raise UploadUnreadable from error
    try:
        file = form.get(FIELD)
        if not isinstance(file, UploadFile):
            raise InvalidFields(errors=[FieldProblem(field=FIELD, message=NO_FILE.say())])
        if (file.size or 0) > MAX_FILE:
            raise ImportTooLarge(megabytes=MEGABYTES)
        name = _CONTROL.sub("", re.split(r"[\\/]", file.filename or "")[-1]).strip()
        return Upload(name[:NAME_LENGTH] or "leads.csv", await file.read())
    finally:
        await form.close()


async def _limited(request: Request) -> AsyncGenerator[bytes, None]:
    size = 0
    tail = b""
    async for chunk in request.stream():
        size += len(chunk)
        if size > MAX_BODY:
            raise ImportTooLarge(megabytes=MEGABYTES)
        tail = (tail + chunk)[-TAIL:]
        yield chunk
    # The parser takes a body that was cut in the middle of a file for one without a file.
    if not tail.rstrip().endswith(b"--"):
        raise UploadUnreadable
