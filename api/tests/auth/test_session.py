"""The life of a session: reading it, refreshing it, ending it."""

import asyncio
import base64
import json
import time
from datetime import UTC, datetime, timedelta

import httpx
import psycopg
import pytest
from fastapi import FastAPI
from joserfc import jwt
from joserfc.jwk import ECKey
from people import EMAIL, Client, new_client, sign_in
from sqlalchemy import text

from app.auth.tokens import AUDIENCE, write_refresh
from app.core.config import get_settings
from app.core.cookies import ACCESS, REFRESH, SESSION_ID
from app.core.database import get_database
from app.core.keys import signing_key

SESSION = "/api/v1/auth/session"
REFRESH_ROUTE = "/api/v1/auth/refresh"
LOGOUT = "/api/v1/auth/logout"


async def _sql(statement: str) -> None:
    async with get_database().transaction() as session:
        await session.execute(text(statement))


async def _value(statement: str) -> object:
    async with get_database().transaction() as session:
        return (await session.execute(text(statement))).scalar_one()


def _with_cookies(client: Client, cookies: dict[str, str]) -> None:
    client.cookies.clear()
    for name, value in cookies.items():
        client.cookies.set(name, value, domain="api.test")


async def _status(app: FastAPI, cookies: dict[str, str]) -> int:
    async with new_client(app) as client:
        _with_cookies(client, cookies)
        return (await client.get(SESSION)).status_code


async def test_nobody_is_signed_out(client: Client) -> None:
    answer = await client.get(SESSION)
    assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in")


async def test_it_tells_the_end_of_the_access_token(owner: Client) -> None:
    ends = datetime.fromisoformat((await owner.get(SESSION)).json()["expires_at"])
    assert timedelta(minutes=14) < ends - datetime.now(UTC) <= timedelta(minutes=15)


@pytest.mark.parametrize("missing", [ACCESS, SESSION_ID])
async def test_one_cookie_without_the_other_is_nothing(app: FastAPI, owner: Client, missing: str) -> None:
    cookies = {name: value for name, value in owner.cookies.items() if name != missing}
    assert await _status(app, cookies) == 401


async def test_an_access_token_of_another_session_is_refused(
    app: FastAPI, owner: Client, other_tenant: Client
) -> None:
    mixed = dict(owner.cookies) | {ACCESS: other_tenant.cookies[ACCESS]}
    assert await _status(app, mixed) == 401


async def test_tokens_that_are_not_ours_are_refused(app: FastAPI, owner: Client) -> None:
    claims = jwt.decode(owner.cookies[ACCESS], signing_key(), algorithms=["ES256"]).claims
    key = signing_key()
    body = base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")
    none = base64.urlsafe_b64encode(b'{"alg":"none"}').decode().rstrip("=")
    forged = {
        "other key": jwt.encode({"alg": "ES256", "kid": key.kid}, claims, ECKey.generate_key("P-256")),
        "no algorithm": f"{none}.{body}.",
        "expired": jwt.encode({"alg": "ES256"}, claims | {"exp": 1}, key),
        "other audience": jwt.encode({"alg": "ES256"}, claims | {"aud": "other"}, key),
        "other issuer": jwt.encode({"alg": "ES256"}, claims | {"iss": "https://evil.example"}, key),
        "other session": jwt.encode({"alg": "ES256"}, claims | {"sid": claims["sub"]}, key),
        "no claims": jwt.encode({"alg": "ES256"}, {"aud": AUDIENCE}, key),
        "rubbish": "rubbish",
    }
    for name, token in forged.items():
        assert await _status(app, dict(owner.cookies) | {ACCESS: token}) == 401, name
    assert await _status(app, dict(owner.cookies)) == 200


async def test_a_role_change_acts_at_once(owner: Client) -> None:
    async with get_database().transaction() as session:
        await session.execute(text("SELECT set_config('app.tenant_id', tenant_id::text, true) FROM session"))
        await session.execute(text("UPDATE membership SET role = 'viewer'"))
    body = (await owner.get(SESSION)).json()
    assert body["role"] == "viewer"
    assert "organization:write" not in body["permissions"]


async def test_refresh_gives_new_cookies_and_the_same_session(owner: Client) -> None:
    before = dict(owner.cookies)
    assert (await owner.post(REFRESH_ROUTE)).status_code == 204
    assert owner.cookies[REFRESH] != before[REFRESH]
    assert owner.cookies[SESSION_ID] == before[SESSION_ID]
    assert (await owner.get(SESSION)).json()["csrf_token"] == owner.session["csrf_token"]


async def test_refresh_works_when_the_access_cookie_is_gone(owner: Client) -> None:
    _with_cookies(owner, {name: owner.cookies[name] for name in (REFRESH, SESSION_ID)})
    del owner.headers["X-CSRF-Token"]
    assert (await owner.post(REFRESH_ROUTE)).status_code == 204
    assert (await owner.get(SESSION)).status_code == 200


async def test_sixty_four_refreshes_at_once_give_one_successor(app: FastAPI, owner: Client) -> None:
    cookies = dict(owner.cookies)

    async def refresh() -> httpx.Response:
        async with new_client(app) as tab:
            _with_cookies(tab, cookies)
            return await tab.post(REFRESH_ROUTE)

    answers = await asyncio.gather(*(refresh() for _ in range(64)))
    assert {answer.status_code for answer in answers} == {204}
    assert len({answer.cookies[REFRESH] for answer in answers}) == 1
    assert await _value("SELECT rotation FROM session") == 1
    assert await _status(app, {SESSION_ID: cookies[SESSION_ID], **dict(answers[0].cookies)}) == 200


async def test_a_refresh_that_waits_for_another_sees_what_that_one_did(owner: Client) -> None:
    async with asyncio.TaskGroup() as tasks, get_database().transaction() as other:
        await other.execute(text("SELECT FROM session FOR UPDATE"))
        waiting = tasks.create_task(owner.post(REFRESH_ROUTE))
        await asyncio.to_thread(_wait_until_blocked)
        await other.execute(text("UPDATE session SET rotation = 5"))
    # Its token is five behind by now; counting on from what it saw before would fork the session.
    assert waiting.result().status_code == 401
    assert await _value("SELECT rotation FROM session") == 5


def _wait_until_blocked() -> None:
    """Until a backend of this database waits for a lock; only a superuser sees what others wait for."""
    blocked = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
    with psycopg.connect(get_settings().libpq_url, autocommit=True) as admin:
        for _ in range(250):
            if admin.execute(blocked).fetchone():
                return
            time.sleep(0.02)
    raise TimeoutError("nothing waits for the session's lock")


async def test_a_token_just_used_gets_the_same_successor_again(owner: Client) -> None:
    before = dict(owner.cookies)
    await owner.post(REFRESH_ROUTE)
    successor = owner.cookies[REFRESH]
    _with_cookies(owner, before)
    assert (await owner.post(REFRESH_ROUTE)).status_code == 204
    assert owner.cookies[REFRESH] == successor


async def test_an_answer_that_got_lost_can_be_asked_for_again_for_five_minutes(owner: Client) -> None:
    before = dict(owner.cookies)
    await owner.post(REFRESH_ROUTE)
    successor = owner.cookies[REFRESH]
    await _sql("UPDATE session SET rotated_at = now() - interval '4 minutes'")
    _with_cookies(owner, before)
    assert (await owner.post(REFRESH_ROUTE)).status_code == 204
    assert owner.cookies[REFRESH] == successor


@pytest.mark.parametrize(
    ("change", "uses"),
    [
        # The successor came back in a request: it was not lost, so the old one was copied.
        ("UPDATE session SET rotated_at = now() - interval '31 seconds'", True),
        ("UPDATE session SET rotated_at = now() - interval '6 minutes'", False),
    ],
)
async def test_a_token_used_up_long_ago_ends_the_session(
    app: FastAPI, owner: Client, change: str, *, uses: bool
) -> None:
    before = dict(owner.cookies)
    await owner.post(REFRESH_ROUTE)
    if uses:
        assert (await owner.get(SESSION)).status_code == 200
    await _sql(change)
    newest = dict(owner.cookies)
    _with_cookies(owner, before)
    assert (await owner.post(REFRESH_ROUTE)).status_code == 401
    assert await _value("SELECT revoked_reason FROM session") == "refresh_reused"
    assert await _status(app, newest) == 401


async def test_a_token_two_behind_ends_the_session_at_once(app: FastAPI, owner: Client) -> None:
    before = dict(owner.cookies)
    await owner.post(REFRESH_ROUTE)
    await owner.post(REFRESH_ROUTE)
    newest = dict(owner.cookies)
    _with_cookies(owner, before)
    assert (await owner.post(REFRESH_ROUTE)).status_code == 401
    assert await _status(app, newest) == 401


async def test_a_token_that_we_never_made_ends_nothing(app: FastAPI, owner: Client) -> None:
    cookies = dict(owner.cookies)
    good = cookies[REFRESH]
    for forged in ("", "x", good[:-2], good[:-4] + "AAAA", "A" * len(good)):
        _with_cookies(owner, cookies | {REFRESH: forged})
        assert (await owner.post(REFRESH_ROUTE)).status_code == 401, forged
    assert await _status(app, cookies) == 200


async def test_a_refresh_token_without_its_session_cookie_is_refused(
    owner: Client, other_tenant: Client
) -> None:
    _with_cookies(owner, {REFRESH: owner.cookies[REFRESH], SESSION_ID: other_tenant.cookies[SESSION_ID]})
    assert (await owner.post(REFRESH_ROUTE)).status_code == 401


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE session SET expires_at = now() - interval '1 second'",
        "UPDATE session SET last_seen_at = now() - interval '25 hours'",
    ],
)
async def test_an_expired_or_idle_session_is_over(app: FastAPI, owner: Client, change: str) -> None:
    await _sql(change)
    assert (await owner.get(SESSION)).status_code == 401
    assert (await owner.post(REFRESH_ROUTE)).status_code == 401


async def test_refreshing_never_moves_the_end(owner: Client) -> None:
    end = await _value("SELECT expires_at FROM session")
    await owner.post(REFRESH_ROUTE)
    assert await _value("SELECT expires_at FROM session") == end


async def test_the_tokens_are_not_in_the_database(owner: Client) -> None:
    row = str(await _value("SELECT row_to_json(s)::text FROM session s"))
    for value in owner.cookies.values():
        assert value not in row
        assert value.encode().hex() not in row


async def test_after_logout_every_old_cookie_is_refused_at_once(app: FastAPI, owner: Client) -> None:
    cookies = dict(owner.cookies)
    answer = await owner.post(LOGOUT)
    assert answer.status_code == 204
    assert dict(owner.cookies) == {}
    assert await _status(app, cookies) == 401
    async with new_client(app) as thief:
        _with_cookies(thief, cookies)
        assert (await thief.post(REFRESH_ROUTE)).status_code == 401


async def test_logout_works_after_the_access_token_has_expired(app: FastAPI, owner: Client) -> None:
    cookies = dict(owner.cookies)
    _with_cookies(owner, {SESSION_ID: cookies[SESSION_ID]})
    assert (await owner.post(LOGOUT)).status_code == 204
    assert await _status(app, cookies) == 401


async def test_logout_of_nobody_is_no_failure(client: Client) -> None:
    assert (await client.post(LOGOUT)).status_code == 204


async def test_another_site_cannot_sign_anybody_out(owner: Client) -> None:
    assert (await owner.post(LOGOUT, headers={"Origin": "https://evil.example"})).status_code == 403
    assert (await owner.post(LOGOUT, headers={"X-CSRF-Token": "x"})).status_code == 403
    assert (await owner.get(SESSION)).status_code == 200


async def test_reading_notes_the_activity_once_a_minute(owner: Client) -> None:
    await owner.get(SESSION)
    await _sql("UPDATE session SET last_seen_at = now() - interval '2 minutes'")
    await owner.get(SESSION)
    assert await _value("SELECT last_seen_at > now() - interval '5 seconds' FROM session") is True


async def test_the_refresh_token_of_each_rotation_is_different(owner: Client) -> None:
    identifier = await _value("SELECT id FROM session")
    tokens = {write_refresh(identifier, n) for n in range(5)}  # type: ignore[arg-type]
    assert len(tokens) == 5


async def test_two_devices_are_two_sessions(app: FastAPI, owner: Client) -> None:
    async with new_client(app) as phone:
        await sign_in(phone, EMAIL)
        await phone.post(LOGOUT)
    assert (await owner.get(SESSION)).status_code == 200
