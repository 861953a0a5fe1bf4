"""One's own profile and password."""

import pytest
from fastapi import FastAPI
from people import EMAIL, PASSWORD, Client, new_client, sign_in

ME = "/api/v1/public/me"
PASSWORD_ROUTE = "/api/v1/public/me/password"
NEW = "café com leite às sete"


async def test_nobody_has_no_profile(client: Client) -> None:
    assert (await client.get(ME)).status_code == 401
    assert (await client.patch(ME, json={"name": "Eva"})).status_code == 401
    assert (await client.post(PASSWORD_ROUTE, json={"current": PASSWORD, "new": NEW})).status_code == 401


async def test_a_change_is_ones_own_and_is_seen_by_the_session(owner: Client, other_tenant: Client) -> None:
    changed = await owner.patch(ME, json={"name": "  Ana Clara ", "locale": "en", "theme": "dark"})
    assert changed.status_code == 200
    assert changed.json() == (await owner.get(ME)).json()
    user = (await owner.get("/api/v1/auth/session")).json()["user"]
    assert (user["name"], user["locale"], user["theme"]) == ("Ana Clara", "en", "dark")
    assert (await other_tenant.get(ME)).json()["name"] == "Bruno Lima"


async def test_what_is_left_out_stays(owner: Client) -> None:
    await owner.patch(ME, json={"theme": "dark"})
    assert (await owner.patch(ME, json={})).json()["theme"] == "dark"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": None}, "name"),
        ({"locale": "fr"}, "locale"),
        ({"theme": "pink"}, "theme"),
        ({"email": "new@example.com"}, "email"),
        ({"role": "owner"}, "role"),
    ],
)
async def test_a_bad_change_is_named(owner: Client, body: dict[str, str | None], field: str) -> None:
    answer = await owner.patch(ME, json=body)
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == [field]


async def test_a_new_password_replaces_the_old_one(owner: Client, client: Client) -> None:
    changed = await owner.post(PASSWORD_ROUTE, json={"current": PASSWORD, "new": NEW})
    assert (changed.status_code, changed.json()) == (200, {"ended": 0})
    old = await client.post("/api/v1/auth/login", json={"email": EMAIL, "password": PASSWORD})
    assert old.status_code == 401
    await sign_in(client, EMAIL, NEW)
    assert (await owner.get(ME)).status_code == 200


async def test_it_ends_the_other_sessions_when_asked(app: FastAPI, owner: Client) -> None:
    async with new_client(app) as phone:
        await sign_in(phone)
        body = {"current": PASSWORD, "new": NEW, "end_other_sessions": True}
        assert (await owner.post(PASSWORD_ROUTE, json=body)).json() == {"ended": 1}
        assert (await phone.get(ME)).status_code == 401
    assert (await owner.get(ME)).status_code == 200


async def test_without_the_present_password_nothing_changes(owner: Client, client: Client) -> None:
    answer = await owner.post(PASSWORD_ROUTE, json={"current": "wrong", "new": NEW})
    assert (answer.status_code, answer.json()["code"]) == (403, "wrong_password")
    await sign_in(client, EMAIL, PASSWORD)


async def test_a_borrowed_session_cannot_guess_without_end(owner: Client) -> None:
    statuses = [
        (await owner.post(PASSWORD_ROUTE, json={"current": f"guess {n}", "new": NEW})).status_code
        for n in range(11)
    ]
    assert statuses == [403] * 10 + [429]


async def test_a_short_password_is_named(owner: Client) -> None:
    answer = await owner.post(PASSWORD_ROUTE, json={"current": PASSWORD, "new": "curta"})
    assert [error["field"] for error in answer.json()["errors"]] == ["new"]
