"""The real server process, over a real socket."""

import asyncio
import os
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from people import EMAIL, ORIGIN, PASSWORD

API = Path(__file__).resolve().parents[2]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
async def server() -> AsyncIterator[tuple[asyncio.subprocess.Process, str]]:
    port = _free_port()
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "app.serve",
        cwd=API,
        env=os.environ | {"API_PORT": str(port)},
        stdout=asyncio.subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        await _until_ready(address)
        yield process, address
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def _until_ready(address: str) -> None:
    async with httpx.AsyncClient() as client, asyncio.timeout(20):
        while True:
            try:
                if (await client.get(f"{address}/readyz")).status_code == 200:
                    return
            except httpx.TransportError:
                await asyncio.sleep(0.1)


async def test_it_serves_signs_in_and_ends_on_sigterm(
    server: tuple[asyncio.subprocess.Process, str],
) -> None:
    process, address = server
    body = {"organization": "Padaria", "name": "Ana", "email": EMAIL, "password": PASSWORD}
    async with httpx.AsyncClient(base_url=address, headers={"Origin": ORIGIN}) as client:
        made = await client.post("/api/v1/auth/setup", json=body, headers={"X-Forwarded-For": "203.0.113.9"})
        assert made.status_code == 201
        assert "server" not in made.headers
        # The client's jar keeps Secure cookies away from http, unlike browsers on localhost.
        cookies = "; ".join(header.partition(";")[0] for header in made.headers.get_list("set-cookie"))
        devices = await client.get("/api/v1/auth/sessions", headers={"Cookie": cookies})
        assert devices.json()["items"][0]["ip"] == "127.0.0.1"
    started = time.monotonic()
    process.send_signal(signal.SIGTERM)
    async with asyncio.timeout(8):
        await process.wait()
    assert process.returncode in {0, -signal.SIGTERM}
    assert time.monotonic() - started < 8
