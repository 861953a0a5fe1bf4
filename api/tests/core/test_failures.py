"""What a caller sees when something fails: the cause in their language, never our insides."""

from collections.abc import AsyncIterator

import pytest
from fastapi import FastAPI
from people import ORIGIN, Client, new_client
from sqlalchemy import text

from app.application import create_app
from app.core.database import DatabaseSession

SECRET = "the insides of the server"


async def _explode() -> None:
    raise RuntimeError(SECRET)


async def _statement_fails(session: DatabaseSession) -> None:
    await session.execute(text("SELECT CAST(:word AS text), 1/0"), {"word": SECRET})


async def _commit_fails(session: DatabaseSession) -> dict[str, str]:
    # A deferred constraint is checked at COMMIT, after the route has made its answer.
    await session.execute(text("CREATE TEMP TABLE parent (id int PRIMARY KEY) ON COMMIT DROP"))
    await session.execute(
        text(
            "CREATE TEMP TABLE child (id int REFERENCES parent DEFERRABLE INITIALLY DEFERRED) ON COMMIT DROP"
        )
    )
    await session.execute(text("INSERT INTO child VALUES (1)"))
    return {"saved": "yes"}


@pytest.fixture
async def broken(app: FastAPI) -> AsyncIterator[Client]:
    # `app` first: it has set the environment up.
    application = create_app()
    application.add_api_route("/api/v1/explode", _explode)
    application.add_api_route("/api/v1/statement-fails", _statement_fails)
    application.add_api_route("/api/v1/commit-fails", _commit_fails)
    async with new_client(application) as client:
        yield client


async def test_an_unexpected_failure_hides_its_insides_and_keeps_cors(broken: Client) -> None:
    answer = await broken.get("/api/v1/explode")
    problem = answer.json()
    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["access-control-allow-origin"] == ORIGIN
    assert answer.headers["x-request-id"] == problem["request_id"]
    assert problem["request_id"] in problem["detail"]
    assert SECRET not in answer.text


async def test_the_log_has_the_cause_and_the_request_id(
    broken: Client, caplog: pytest.LogCaptureFixture
) -> None:
    answer = await broken.get("/api/v1/explode")
    line = next(r for r in caplog.records if "unexpected" in r.getMessage())
    assert answer.json()["request_id"] in line.getMessage()
    assert line.exc_info


async def test_a_failing_statement_does_not_write_its_values_to_the_log(
    broken: Client, caplog: pytest.LogCaptureFixture
) -> None:
    answer = await broken.get("/api/v1/statement-fails")
    assert answer.status_code == 500
    assert "division by zero" in caplog.text
    assert SECRET not in caplog.text


async def test_a_commit_that_fails_is_no_success(broken: Client) -> None:
    assert (await broken.get("/api/v1/commit-fails")).status_code == 500


async def test_bad_fields_are_named_in_portuguese_and_in_english(client: Client) -> None:
    body = {"organization": "", "name": "Ana", "email": "ana", "password": "curta", "admin": True}
    portuguese = (await client.post("/api/v1/auth/setup", json=body)).json()
    english = (
        await client.post("/api/v1/auth/setup", json=body, headers={"Accept-Language": "en-US,pt;q=0.5"})
    ).json()
    assert portuguese["status"] == 422
    assert {e["field"]: e["message"] for e in portuguese["errors"]} == {
        "organization": "Deve ter pelo menos 1 caractere(s).",
        "email": "E-mail inválido.",
        "password": "Deve ter pelo menos 8 caractere(s).",
        "admin": "Campo desconhecido.",
    }
    assert english["title"] == "Invalid data"
    assert {"field": "email", "message": "Not a valid e-mail address."} in english["errors"]


async def test_a_body_that_is_no_json_is_named(client: Client) -> None:
    answer = await client.post(
        "/api/v1/auth/login", content=b"{oops", headers={"Content-Type": "application/json"}
    )
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["message"] == "O corpo não é JSON válido."


@pytest.mark.parametrize("escape", ["\\u0000", "\\ud800"])
async def test_text_that_cannot_be_stored_is_bad_input_and_no_failure(client: Client, escape: str) -> None:
    answer = await client.post(
        "/api/v1/auth/login",
        content=f'{{"email": "a{escape}@b.com", "password": "x"}}',
        headers={"Content-Type": "application/json"},
    )
    assert answer.status_code == 422


async def test_a_wrong_method_is_a_problem_document(client: Client) -> None:
    answer = await client.get("/api/v1/auth/login")
    assert (answer.status_code, answer.json()["code"]) == (405, "method_not_allowed")
    assert answer.headers["allow"] == "POST"


@pytest.mark.parametrize("given", ["x", "a b c d e f", "x" * 65, "<script>alert(1)</script>"])
async def test_a_request_id_that_is_no_identifier_is_replaced(client: Client, given: str) -> None:
    answer = await client.get("/healthz", headers={"X-Request-Id": given})
    assert answer.headers["x-request-id"] != given
