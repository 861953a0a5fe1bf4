"""Imports of the tests, through the API and the real job."""

from typing import Any

import httpx
from documents import work
from people import Client

IMPORTS = "/api/v1/public/imports"


async def send(client: Client, content: bytes | str, name: str = "leads.csv") -> httpx.Response:
    body = content.encode() if isinstance(content, str) else content
    return await client.post(IMPORTS, files={"file": (name, body, "text/csv")})


async def upload(client: Client, content: bytes | str) -> dict[str, Any]:
    answer = await send(client, content)
    assert answer.status_code == 201, answer.text
    body: dict[str, Any] = answer.json()
    return body


async def step(client: Client, identifier: str, name: str) -> dict[str, Any]:
    answer = await client.post(f"{IMPORTS}/{identifier}/{name}")
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


async def choose(client: Client, identifier: str, **change: Any) -> dict[str, Any]:  # noqa: ANN401 - a body
    answer = await client.patch(f"{IMPORTS}/{identifier}", json=change)
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


async def read(client: Client, identifier: str) -> dict[str, Any]:
    answer = await client.get(f"{IMPORTS}/{identifier}")
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


async def run(client: Client, identifier: str) -> dict[str, Any]:
    """Rehearses, starts, works, and gives the import as it ended."""
    checked = await step(client, identifier, "dry-run")
    assert checked["state"] == "checked"
    await step(client, identifier, "start")
    await work()
    ended = await read(client, identifier)
    assert ended["counts"] == checked["expected"], "the rehearsal foretold something else"
    return ended
