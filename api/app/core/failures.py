"""Turns every failure into a problem document; the last layer catches what nobody expected."""

from collections.abc import Mapping
from typing import Any

import structlog
from asyncpg.exceptions import InterfaceError, PostgresConnectionError
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.core.errors import (
    PROBLEM_JSON,
    TYPE_PREFIX,
    AppError,
    BadText,
    FieldProblem,
    InvalidFields,
    MethodNotAllowed,
    NotFound,
    Unavailable,
    Unexpected,
)
from app.core.language import Text
from app.core.requests import request_id
from app.core.validation_texts import explain

log = structlog.get_logger("failure")

# character_not_in_repertoire, untranslatable_character
BAD_TEXT_STATES = frozenset({"22021", "22P05"})
PLACES = frozenset({"body", "query", "path", "header", "cookie"})


class ProblemResponse(JSONResponse):
    media_type = PROBLEM_JSON


def answer(error: AppError) -> ProblemResponse:
    return ProblemResponse(error.problem(request_id()), status_code=int(error.status), headers=error.headers)


async def _app_error(_request: Request, error: Exception) -> ProblemResponse:
    if not isinstance(error, AppError):
        raise error
    return answer(error)


async def _validation(_request: Request, error: Exception) -> ProblemResponse:
    if not isinstance(error, RequestValidationError):
        raise error
    problems = [
        FieldProblem(field=_field(problem["loc"]), message=explain(problem)) for problem in error.errors()
    ]
    return answer(InvalidFields(errors=problems))


def _field(location: tuple[int | str, ...]) -> str:
    parts = location[1:] if location and location[0] in PLACES else location
    return ".".join(str(part) for part in parts) or "body"


async def _http(request: Request, error: Exception) -> ProblemResponse:
    if not isinstance(error, HTTPException):
        raise error
    if error.status_code == 404:
        return answer(NotFound())
    if error.status_code == 405:
        return answer(MethodNotAllowed(method=request.method, headers=error.headers))
    return _plain(error.status_code, error.headers)


async def _database(_request: Request, error: Exception) -> ProblemResponse:
    # PostgreSQL stores no NUL, wherever in a body or an address it came from.
    if isinstance(error, DBAPIError) and getattr(error.orig, "sqlstate", None) in BAD_TEXT_STATES:
        return answer(BadText())
    raise error


def _plain(status: int, headers: Mapping[str, str] | None) -> ProblemResponse:
    title = Text("Pedido recusado", "Request refused").say()
    detail = Text("O pedido não pôde ser lido.", "The request could not be read.").say()
    body: dict[str, Any] = {
        "type": f"{TYPE_PREFIX}http_{status}",
        "title": title,
        "status": status,
        "detail": detail,
        "code": f"http_{status}",
        "request_id": request_id(),
    }
    return ProblemResponse(body, status_code=status, headers=dict(headers or {}))


def is_database_down(error: BaseException) -> bool:
    """Whether the connection failed, as opposed to a statement that was wrong."""
    if isinstance(error, PoolTimeout | InterfaceError | PostgresConnectionError | ConnectionError):
        return True
    return isinstance(error, DBAPIError) and error.connection_invalidated


class UnexpectedErrors:
    """Below the CORS layer, so that a page can read a 500 too."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = False

        async def send_watched(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, send_watched)
        except Exception as error:
            down = is_database_down(error)
            log.exception("database_down" if down else "unexpected", path=scope["path"])
            if started:
                raise
            problem = Unavailable() if down else Unexpected(request_id=request_id())
            await answer(problem)(scope, receive, send)


def install(app: FastAPI) -> None:
    app.add_exception_handler(AppError, _app_error)
    app.add_exception_handler(RequestValidationError, _validation)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(DBAPIError, _database)
