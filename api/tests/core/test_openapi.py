"""The published contract: complete, and the same as the code."""

from typing import Any

import pytest
from fastapi import FastAPI
from people import Client

from app.openapi import FILE, render


def _operations(app: FastAPI) -> list[tuple[str, str, dict[str, Any]]]:
    paths: dict[str, dict[str, Any]] = app.openapi()["paths"]
    return [(path, method, operation) for path, item in paths.items() for method, operation in item.items()]


def test_the_committed_file_is_what_the_code_says() -> None:
    assert FILE.read_text(encoding="utf-8") == render(), "run: python -m app.openapi"


def test_every_operation_has_a_name_of_its_own_and_a_noun(app: FastAPI) -> None:
    operations = _operations(app)
    names = [operation["operationId"] for _, _, operation in operations]
    assert len(names) == len(set(names))
    # FastAPI's own names hold the path; ours are camelCase.
    assert [name for name in names if "_" in name or not name[0].islower()] == []
    assert all(operation["tags"] for _, _, operation in operations)


def test_every_failure_is_a_problem_document(app: FastAPI) -> None:
    for path, method, operation in _operations(app):
        for status, response in operation["responses"].items():
            if int(status) >= 400:
                assert list(response["content"]) == ["application/problem+json"], (path, method, status)


def test_every_route_of_the_dashboard_needs_a_session(app: FastAPI) -> None:
    for path, method, operation in _operations(app):
        if path.startswith("/api/v1/public/"):
            assert operation["security"], (path, method)
            assert {"401", "403", "500"} <= set(operation["responses"]), (path, method)


async def test_it_is_served(client: Client) -> None:
    answer = await client.get("/api/v1/openapi.json")
    assert answer.status_code == 200
    assert "/api/v1/auth/login" in answer.json()["paths"]


async def test_every_route_of_the_dashboard_turns_a_stranger_away(app: FastAPI, client: Client) -> None:
    for path, method, _ in _operations(app):
        if path.startswith("/api/v1/public/"):
            address = path.replace("{", "").replace("}", "")
            answer = await client.request(method.upper(), address)
            if answer.status_code != 401:
                pytest.fail(f"{method} {path} answered {answer.status_code} to nobody")
