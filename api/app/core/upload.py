"""Reads a multipart upload of one file, with a limit that holds while it arrives."""

import re
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from fastapi import Request
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect

from app.core.errors import AppError, FieldProblem, InvalidFields
from app.core.language import Text

FIELD = "file"
NO_FILE = Text("Envie um arquivo no campo “file”.", "Send a file in the field “file”.")
# Boundaries and headers around the file.
ENVELOPE = 64 * 1024
TAIL = 16
CONTROL = re.compile(r"[\x00-\x1f\x7f]")


class FileTooLarge(AppError):
    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    code = "file_too_large"
    title = Text("Arquivo grande demais", "File too large")
    detail = Text(
        "O limite é de {megabytes} MB. Divida o arquivo em partes menores e envie uma de cada vez.",
        "The limit is {megabytes} MB. Split the file into smaller parts and send them one by one.",
    )


class UploadUnreadable(AppError):
    status = HTTPStatus.BAD_REQUEST
    code = "upload_unreadable"
    title = Text("Envio incompleto", "Incomplete upload")
    detail = Text(
        "O arquivo não chegou inteiro ou não segue multipart/form-data. Confira a conexão e envie de novo.",
        "The file did not arrive whole or is no multipart/form-data. Check the connection and resend it.",
    )


@dataclass(frozen=True)
class UploadedFile:
    """`name` comes without folders and control signs; it may be empty."""

    name: str
    content: bytes


def documented(what: str, megabytes: int) -> dict[str, Any]:
    """The request body for the OpenAPI: FastAPI would read it whole before anything is checked."""
    file = {"type": "string", "format": "binary", "description": f"{what} of at most {megabytes} MB"}
    schema = {"type": "object", "required": [FIELD], "properties": {FIELD: file}}
    return {"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": schema}}}}


async def read_file(request: Request, megabytes: int) -> UploadedFile:
    """Raises FileTooLarge, UploadUnreadable, InvalidFields."""
    limit = megabytes * 1024 * 1024
    too_large = FileTooLarge(megabytes=megabytes)
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > limit + ENVELOPE:
        raise too_large
    try:
        stream = _limited(request, limit + ENVELOPE, too_large)
        form = await MultiPartParser(request.headers, stream, max_files=1, max_fields=1).parse()
    # The parser raises KeyError when the header names no boundary.
    except (MultiPartException, KeyError, ClientDisconnect) as error:
        raise UploadUnreadable from error
    try:
        file = form.get(FIELD)
        if not isinstance(file, UploadFile):
            raise InvalidFields(errors=[FieldProblem(field=FIELD, message=NO_FILE.say())])
        if (file.size or 0) > limit:
            raise too_large
        name = CONTROL.sub("", re.split(r"[\\/]", file.filename or "")[-1]).strip()
        return UploadedFile(name, await file.read())
    finally:
        await form.close()


async def _limited(request: Request, limit: int, too_large: FileTooLarge) -> AsyncGenerator[bytes, None]:
    size = 0
    tail = b""
    async for chunk in request.stream():
        size += len(chunk)
        if size > limit:
            raise too_large
        tail = (tail + chunk)[-TAIL:]
        yield chunk
    # The parser takes a body that was cut in the middle of a file for one without a file.
    if not tail.rstrip().endswith(b"--"):
        raise UploadUnreadable
