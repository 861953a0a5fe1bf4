"""Signing in, and what a stranger learns from trying."""

import asyncio
import statistics
import time
from http.cookies import SimpleCookie

import pytest
from fastapi import FastAPI
from people import EMAIL, PASSWORD, Client, new_client
from sqlalchemy import text

from app.auth import attempts
from app.core.database import get_database, set_tenant

LOGIN = "/api/v1/auth/login"


async def test_the_cookies_are_out_of_reach_of_scripts_and_of_other_sites(
    client: Client, owner: Client
) -> None:
    answer = await client.post(LOGIN, json={"email": EMAIL.upper(), "password": PASSWORD})
    headers = answer.headers.get_list("set-cookie")
    assert sorted(header.partition("=")[0] for header in headers) == [
        "__Host-piloto_access",
        "__Host-piloto_refresh",
        "__Host-piloto_sid",
    ]
    for header in headers:
        cookie = next(iter(SimpleCookie(header).values()))
        assert (cookie["secure"], cookie["httponly"], cookie["samesite"]) == (True, True, "strict")
        assert (cookie["path"], cookie["domain"]) == ("/", "")
        assert len(header) <= 4096


@pytest.mark.parametrize(
    ("email", "password"),
    [(EMAIL, "wrong password"), ("nobody@padaria.com.br", PASSWORD), ("no address", PASSWORD), (EMAIL, "")],
)
async def test_a_refusal_never_says_what_was_wrong(
    client: Client, owner: Client, email: str, password: str
) -> None:
    answer = await client.post(LOGIN, json={"email": email, "password": password})
    assert answer.status_code == 401
    assert answer.json()["code"] == "wrong_credentials"
    assert answer.json()["detail"] == "E-mail ou senha incorretos. Confira os dois e tente de novo."
    assert "set-cookie" not in answer.headers


async def test_a_disabled_member_is_turned_away_like_a_stranger(client: Client, owner: Client) -> None:
    async with get_database().transaction() as session:
        await set_tenant(session, owner.session["organization"]["id"])
        await session.execute(text("UPDATE membership SET status = 'disabled'"))
    answer = await client.post(LOGIN, json={"email": EMAIL, "password": PASSWORD})
    assert answer.json()["code"] == "wrong_credentials"
    # And the session that was open is over at once.
    assert (await owner.get("/api/v1/auth/session")).status_code == 401


async def test_an_unknown_account_takes_as_long_as_a_known_one(
    client: Client, owner: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def never(account: str, address: str) -> None: ...

    monkeypatch.setattr("app.auth.service.refuse_if_exhausted", never)
    times: dict[str, list[float]] = {EMAIL: [], "nobody@padaria.com.br": []}
    for turn in range(31):
        for email, measured in times.items():
            started = time.perf_counter()
            await client.post(LOGIN, json={"email": email, "password": "wrong password"})
            if turn:  # the first round warms up
                measured.append(time.perf_counter() - started)
    known, unknown = (statistics.median(values) for values in times.values())
    # A skipped hash would make the unknown one several times faster.
    assert 0.6 < unknown / known < 1.6


async def test_after_ten_failures_the_account_waits_but_only_at_that_address(
    client: Client, owner: Client
) -> None:
    for _ in range(10):
        assert (await client.post(LOGIN, json={"email": EMAIL, "password": "wrong"})).status_code == 401
    refused = await client.post(LOGIN, json={"email": EMAIL, "password": PASSWORD})
    assert (refused.status_code, refused.json()["code"]) == (429, "too_many_attempts")
    assert 1 <= int(refused.headers["retry-after"]) <= 600
    assert refused.headers["retry-after"] in refused.json()["detail"]
    await attempts.refuse_if_exhausted(EMAIL, "203.0.113.7")


async def test_a_forged_forwarding_header_gives_no_further_attempt(client: Client, owner: Client) -> None:
    statuses = [
        (
            await client.post(
                LOGIN,
                json={"email": EMAIL, "password": "wrong"},
                headers={"X-Forwarded-For": f"203.0.113.{n}", "Forwarded": f"for=203.0.113.{n}"},
            )
        ).status_code
        for n in range(12)
    ]
    assert statuses == [401] * 10 + [429] * 2


async def test_one_address_cannot_try_many_accounts(client: Client, owner: Client) -> None:
    for n in range(60):
        await attempts.note_failure(f"p{n}@example.com", "127.0.0.1")
    answer = await client.post(LOGIN, json={"email": EMAIL, "password": PASSWORD})
    assert answer.status_code == 429


async def test_attempts_at_once_get_no_more_guesses_than_one_after_the_other(
    app: FastAPI, owner: Client
) -> None:
    async def attempt() -> int:
        async with new_client(app) as client:
            return (await client.post(LOGIN, json={"email": EMAIL, "password": "wrong"})).status_code

    statuses = await asyncio.gather(*(attempt() for _ in range(50)))
    # Three run at a time: two may already be past the check when the tenth is counted.
    assert 10 <= statuses.count(401) <= 12
    assert statuses.count(429) == 50 - statuses.count(401)


async def test_signing_in_ends_the_session_that_the_browser_had(owner: Client) -> None:
    before = dict(owner.cookies)
    await owner.post(LOGIN, json={"email": EMAIL, "password": PASSWORD})
    assert (await owner.get("/api/v1/auth/session")).status_code == 200
    owner.cookies.clear()
    owner.cookies.update(before)
    assert (await owner.get("/api/v1/auth/session")).status_code == 401


async def test_passwords_and_cookies_never_reach_the_log(
    client: Client, owner: Client, caplog: pytest.LogCaptureFixture
) -> None:
    await client.post(LOGIN, json={"email": EMAIL, "password": PASSWORD})
    await client.get("/api/v1/auth/session?token=canary-in-the-address")
    ours = "\n".join(r.getMessage() for r in caplog.records if not r.name.startswith("httpx"))
    assert "/api/v1/auth/login" in ours
    for secret in (PASSWORD, "canary-in-the-address", *client.cookies.values()):
        assert secret not in ours
