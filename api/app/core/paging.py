"""Keyset pages: an opaque cursor names the last row seen, whatever the sort."""

import base64
import binascii
import json
from collections.abc import Sequence
from http import HTTPStatus
from typing import Annotated, Generic, TypeVar

from fastapi import Query
from pydantic import BaseModel

from app.core.errors import AppError
from app.core.language import Text

Scalar = str | int | float | bool | None
T = TypeVar("T")


class BadCursor(AppError):
    status = HTTPStatus.BAD_REQUEST
    code = "bad_cursor"
    title = Text("Página inválida", "Invalid page")
    detail = Text(
        "O cursor não pertence a esta lista ou ordenação. Volte à primeira página.",
        "The cursor does not belong to this list or sort. Go back to the first page.",
    )


class Page(BaseModel, Generic[T]):
    items: list[T]
    next_cursor: str | None = None


def encode_cursor(sort: str, values: Sequence[Scalar]) -> str:
    raw = json.dumps([sort, *values], separators=(",", ":"), ensure_ascii=False)
    return base64.urlsafe_b64encode(raw.encode()).decode().rstrip("=")


def decode_cursor(cursor: str, *, sort: str, size: int) -> list[Scalar]:
    """The `size` values of the last row seen; a foreign, cut or edited cursor is a 400."""
    try:
        raw = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        parts = json.loads(raw)
        # Half of a surrogate pair, which JSON can name, is no text for the database.
        json.dumps(parts, ensure_ascii=False).encode()
    except (binascii.Error, ValueError, RecursionError) as error:
        raise BadCursor from error
    if not isinstance(parts, list) or len(parts) != size + 1 or parts[0] != sort:
        raise BadCursor
    if not all(part is None or isinstance(part, str | int | float | bool) for part in parts):
        raise BadCursor
    return parts[1:]


Limit = Annotated[int, Query(ge=1, le=200, description="Rows a page")]
Cursor = Annotated[str | None, Query(max_length=2000, description="`next_cursor` of the page before")]
