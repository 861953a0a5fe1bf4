"""Completes FastAPI's schema: every error as a problem document, and the errors that any route may give."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic.json_schema import models_json_schema

from app.core.errors import (
    AppError,
    BadText,
    Forbidden,
    InvalidFields,
    NotSignedIn,
    Problem,
    Unavailable,
    Unexpected,
    errors_of,
)
from app.core.guard import SAFE_METHODS, CsrfInvalid, DuplicateCookie, ForeignOrigin, NotJson

VERSION = "1"
REPLACED = ("HTTPValidationError", "ValidationError")


def _common(method: str, operation: dict[str, Any]) -> list[type[AppError]]:
    common: list[type[AppError]] = [DuplicateCookie, ForeignOrigin, Unexpected, Unavailable]
    if method.upper() not in SAFE_METHODS:
        common += [CsrfInvalid, NotJson]
    if operation.get("security"):
        common += [NotSignedIn, Forbidden]
    if "422" in operation["responses"]:
        common += [InvalidFields, BadText]
    return common


def _complete(method: str, operation: dict[str, Any]) -> None:
    responses: dict[str, Any] = operation["responses"]
    for status, response in errors_of(*_common(method, operation)).items():
        own = responses.get(str(status))
        if own and "$ref" not in str(own.get("content", {}).get("application/json", {})):
            response["description"] = f"{own['description']}; {response['description']}"
        responses[str(status)] = response
    operation["responses"] = dict(sorted(responses.items()))


def build(app: FastAPI) -> dict[str, Any]:
    schema = get_openapi(
        title="Piloto de Vendas",
        version=VERSION,
        routes=app.routes,
        description="Lists are keyset pages; failures are problem documents (RFC 9457).",
    )
    _, definitions = models_json_schema(
        [(Problem, "serialization")], ref_template="#/components/schemas/{model}"
    )
    schemas = schema.setdefault("components", {}).setdefault("schemas", {})
    schemas.update(definitions["$defs"])
    for path, item in schema["paths"].items():
        for method, operation in item.items():
            if path.startswith("/api/"):
                _complete(method, operation)
    for name in REPLACED:
        schemas.pop(name, None)
    schema["components"]["schemas"] = dict(sorted(schemas.items()))
    return schema


def install(app: FastAPI) -> None:
    def cached() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = build(app)
        return app.openapi_schema

    # FastAPI's documented way to replace the schema.
    app.openapi = cached  # type: ignore[method-assign]
