"""The first visit creates the organization and its owner, once."""

import asyncio

import pytest
from fastapi import FastAPI
from people import EMAIL, PASSWORD, Client, new_client

SETUP = "/api/v1/auth/setup"
BODY = {"organization": "Padaria São João", "name": "Ana Souza", "email": EMAIL, "password": PASSWORD}


async def test_it_is_needed_until_it_has_been_done(client: Client) -> None:
    assert (await client.get(SETUP)).json() == {"needed": True}
    await client.post(SETUP, json=BODY)
    assert (await client.get(SETUP)).json() == {"needed": False}


async def test_it_signs_the_owner_in(client: Client) -> None:
    made = await client.post(SETUP, json=BODY | {"email": "  Ana@Padaria.com.BR "})
    assert made.status_code == 201
    body = (await client.get("/api/v1/auth/session")).json()
    assert body["user"] | {"id": ""} == {
        "id": "",
        "name": "Ana Souza",
        "email": EMAIL,
        "locale": "pt-BR",
        "theme": "system",
    }
    assert body["organization"]["name"] == "Padaria São João"
    assert body["role"] == "owner"
    assert "organization:write" in body["permissions"]
    assert body == made.json()


async def test_the_owner_gets_the_language_of_the_browser(client: Client) -> None:
    made = await client.post(SETUP, json=BODY, headers={"Accept-Language": "en-US"})
    assert made.json()["user"]["locale"] == "en"


async def test_a_second_one_is_refused_and_changes_nothing(owner: Client, client: Client) -> None:
    answer = await client.post(SETUP, json=BODY | {"email": "eve@example.com"})
    assert (answer.status_code, answer.json()["code"]) == (409, "already_set_up")
    assert "set-cookie" not in answer.headers
    login = await client.post("/api/v1/auth/login", json={"email": "eve@example.com", "password": PASSWORD})
    assert login.status_code == 401


async def test_of_many_at_once_exactly_one_wins(app: FastAPI) -> None:
    async def attempt(number: int) -> int:
        async with new_client(app) as client:
            return (await client.post(SETUP, json=BODY | {"email": f"p{number}@example.com"})).status_code

    statuses = await asyncio.gather(*(attempt(n) for n in range(12)))
    assert sorted(statuses) == [201] + [409] * 11


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("organization", "   "),
        ("name", "x" * 201),
        ("email", "no address"),
        ("password", "x" * 7),
        ("password", "x" * 129),
        ("password", None),
    ],
)
async def test_a_bad_field_is_named(client: Client, field: str, value: str | None) -> None:
    answer = await client.post(SETUP, json=BODY | {field: value})
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == [field]


async def test_a_password_of_128_characters_counts_to_the_last(client: Client) -> None:
    password = "ã" * 127
    await client.post(SETUP, json=BODY | {"password": password + "b"})
    body = {"email": EMAIL, "password": password + "c"}
    assert (await client.post("/api/v1/auth/login", json=body)).status_code == 401
    assert (
        await client.post("/api/v1/auth/login", json=body | {"password": password + "b"})
    ).status_code == 200
