"""Errors that a caller may see.

AppError
 ├─ NotSignedIn, Forbidden, NotFound, Conflict … (here: what any noun may raise)
 └─ each noun's own, in its errors.py
"""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict

from app.core.language import Text, current_language

PROBLEM_JSON = "application/problem+json"
TYPE_PREFIX = "urn:piloto:error:"


class FieldProblem(BaseModel):
    field: str
    message: str


class Problem(BaseModel):
    """What every failing request answers with (RFC 9457)."""

    model_config = ConfigDict(extra="allow")

    type: str
    title: str
    status: int
    detail: str
    code: str
    request_id: str
    errors: list[FieldProblem] | None = None


class AppError(Exception):
    """A failure with a fixed status and code; title and detail in both languages.

    `values` fill the `{places}` of the detail, `extensions` become extra members of the problem.
    """

    status: ClassVar[int] = HTTPStatus.BAD_REQUEST
    code: ClassVar[str] = "bad_request"
    title: ClassVar[Text] = Text("Pedido inválido", "Bad request")
    detail: ClassVar[Text] = Text(
        "Não foi possível entender o pedido.", "The request could not be understood."
    )
    # True when what the request wrote before failing must stay, as with a revoked session.
    keeps_changes: ClassVar[bool] = False

    def __init__(
        self,
        *,
        errors: Sequence[FieldProblem] = (),
        headers: Mapping[str, str] | None = None,
        extensions: Mapping[str, Any] | None = None,
        **values: object,
    ) -> None:
        super().__init__(self.code)
        self.errors = list(errors)
        self.headers = dict(headers or {})
        self.extensions = dict(extensions or {})
        self.values = values

    def problem(self, request_id: str) -> dict[str, Any]:
        language = current_language()
        body: dict[str, Any] = {
            "type": TYPE_PREFIX + self.code,
            "title": self.title.say(language),
            "status": int(self.status),
            "detail": self.detail.say(language, **self.values),
            "code": self.code,
            "request_id": request_id,
        }
        if self.errors:
            body["errors"] = [error.model_dump() for error in self.errors]
        return body | self.extensions


class NotSignedIn(AppError):
    status = HTTPStatus.UNAUTHORIZED
    code = "not_signed_in"
    title = Text("Sessão encerrada", "Signed out")
    detail = Text("Entre de novo para continuar.", "Sign in again to continue.")


class Forbidden(AppError):
    status = HTTPStatus.FORBIDDEN
    code = "permission_missing"
    title = Text("Sem permissão", "Permission missing")
    detail = Text(
        "Falta a permissão {permission}. Quem pode concedê-la: {roles}.",
        "The permission {permission} is missing. It can be granted by: {roles}.",
    )


class NotFound(AppError):
    status = HTTPStatus.NOT_FOUND
    code = "not_found"
    title = Text("Não encontrado", "Not found")
    detail = Text("O endereço pedido não existe.", "The address asked for does not exist.")


class MethodNotAllowed(AppError):
    status = HTTPStatus.METHOD_NOT_ALLOWED
    code = "method_not_allowed"
    title = Text("Método não aceito", "Method not allowed")
    detail = Text("Este endereço não aceita o método {method}.", "This address does not accept {method}.")


class InvalidFields(AppError):
    """422 with one message for each field; nouns raise it for rules that a schema cannot say."""

    status = HTTPStatus.UNPROCESSABLE_ENTITY
    code = "invalid_fields"
    title = Text("Dados inválidos", "Invalid data")
    detail = Text("Corrija os campos indicados.", "Correct the fields named below.")


class BadText(AppError):
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    code = "bad_text"
    title = Text("Texto inválido", "Invalid text")
    detail = Text(
        "O texto contém caracteres que não podem ser guardados. Apague-os e tente de novo.",
        "The text holds characters that cannot be stored. Delete them and try again.",
    )


class Unexpected(AppError):
    status = HTTPStatus.INTERNAL_SERVER_ERROR
    code = "unexpected"
    title = Text("Erro inesperado", "Unexpected error")
    detail = Text(
        "Algo falhou do nosso lado. Tente de novo; se continuar, informe o código {request_id}.",
        "Something failed on our side. Try again; if it goes on, quote the code {request_id}.",
    )


class Unavailable(AppError):
    status = HTTPStatus.SERVICE_UNAVAILABLE
    code = "unavailable"
    title = Text("Serviço indisponível", "Service unavailable")
    detail = Text(
        "O banco de dados não respondeu. Tente de novo em instantes.",
        "The database did not answer. Try again in a moment.",
    )


def errors_of(*errors: type[AppError]) -> dict[int | str, dict[str, Any]]:
    """The `responses=` of a route: every error it may raise, by status."""
    responses: dict[int | str, dict[str, Any]] = {}
    for error in errors:
        line = f"`{error.code}`: {error.title.en}"
        known = responses.get(int(error.status))
        description = f"{known['description']}; {line}" if known else line
        responses[int(error.status)] = {
            "description": description,
            "content": {PROBLEM_JSON: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
    return responses
