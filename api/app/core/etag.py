"""Strong ETags from a row's version, and the `If-Match` that guards a change against a lost update."""

import re
from collections.abc import Callable
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import Depends, Header

from app.core.errors import AppError
from app.core.language import Text

TAG = re.compile(r'(W/)?"([^"]*)"')


class PreconditionMissing(AppError):
    status = HTTPStatus.PRECONDITION_REQUIRED
    code = "precondition_required"
    title = Text("Falta If-Match", "If-Match is missing")
    detail = Text(
        "Envie o cabeçalho If-Match com o ETag da versão que você leu.",
        "Send the If-Match header with the ETag of the version that you read.",
    )


class PreconditionFailed(AppError):
    """`current` in the problem is the present representation, for a conflict view."""

    status = HTTPStatus.PRECONDITION_FAILED
    code = "precondition_failed"
    title = Text("Alterado por outra pessoa", "Changed by somebody else")
    detail = Text(
        "Este registro mudou desde que você o abriu. Compare e salve de novo.",
        "This record has changed since you opened it. Compare and save again.",
    )


def etag(version: int) -> str:
    return f'"v{version}"'


class Precondition:
    def __init__(self, header: str) -> None:
        self.any = header.strip() == "*"
        # A weak tag never matches strongly (RFC 9110, 13.1.1).
        found = (TAG.fullmatch(part.strip()) for part in header.split(","))
        self.tags = {match[2] for match in found if match and not match[1]}

    def check(self, version: int, current: Callable[[], Any] | None = None) -> None:
        """Raises 412 unless the caller read this version. Call it with the row locked."""
        if self.any or f"v{version}" in self.tags:
            return
        extensions = {"current": current()} if current else {}
        raise PreconditionFailed(extensions=extensions, headers={"ETag": etag(version)})


def _if_match(if_match: Annotated[str | None, Header()] = None) -> Precondition:
    if not if_match:
        raise PreconditionMissing
    return Precondition(if_match)


IfMatch = Annotated[Precondition, Depends(_if_match)]
