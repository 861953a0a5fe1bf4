"""The list of one's sessions, and ending them."""

from collections.abc import AsyncIterator

import pytest
from fastapi import FastAPI
from people import Client, new_client, sign_in

SESSIONS = "/api/v1/auth/sessions"


@pytest.fixture
async def phone(app: FastAPI, owner: Client) -> AsyncIterator[Client]:
    async with new_client(app) as client:
        client.headers["User-Agent"] = "Mozilla/5.0 (Android 16; Mobile)"
        await sign_in(client)
        yield client


async def test_nobody_sees_a_list(client: Client) -> None:
    for answer in (
        await client.get(SESSIONS),
        await client.delete(f"{SESSIONS}/0190b6a0-0000-7000-8000-000000000000"),
        await client.post(f"{SESSIONS}/end-others"),
    ):
        assert answer.status_code == 401


async def test_the_list_shows_ones_own_devices_only(
    owner: Client, phone: Client, other_tenant: Client
) -> None:
    items = (await phone.get(SESSIONS)).json()["items"]
    assert len(items) == 2
    current = next(item for item in items if item["current"])
    assert current["user_agent"] == "Mozilla/5.0 (Android 16; Mobile)"
    assert current["ip"] == "127.0.0.1"
    assert len((await other_tenant.get(SESSIONS)).json()["items"]) == 1


async def test_ending_one_signs_that_device_out(owner: Client, phone: Client) -> None:
    items = (await owner.get(SESSIONS)).json()["items"]
    other = next(item["id"] for item in items if not item["current"])
    assert (await owner.delete(f"{SESSIONS}/{other}")).status_code == 204
    assert (await phone.get("/api/v1/auth/session")).status_code == 401
    assert (await owner.delete(f"{SESSIONS}/{other}")).json()["code"] == "session_not_found"


async def test_ending_the_present_one_clears_its_cookies(owner: Client) -> None:
    mine = (await owner.get(SESSIONS)).json()["items"][0]["id"]
    assert (await owner.delete(f"{SESSIONS}/{mine}")).status_code == 204
    assert dict(owner.cookies) == {}


async def test_somebody_elses_session_cannot_be_ended(owner: Client, other_tenant: Client) -> None:
    theirs = (await other_tenant.get(SESSIONS)).json()["items"][0]["id"]
    answer = await owner.delete(f"{SESSIONS}/{theirs}")
    assert (answer.status_code, answer.json()["code"]) == (404, "session_not_found")
    assert (await other_tenant.get("/api/v1/auth/session")).status_code == 200


async def test_ending_the_others_keeps_this_one(owner: Client, phone: Client, other_tenant: Client) -> None:
    assert (await phone.post(f"{SESSIONS}/end-others")).json() == {"ended": 1}
    assert (await owner.get("/api/v1/auth/session")).status_code == 401
    assert (await phone.get("/api/v1/auth/session")).status_code == 200
    assert (await other_tenant.get("/api/v1/auth/session")).status_code == 200
