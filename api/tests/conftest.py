"""A real PostgreSQL for every run: one server, a template migrated once, a database of its own per run."""

import atexit
import os
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent
sys.path.insert(0, str(TESTS / "support"))

from run_database import RunDatabase  # noqa: E402 - the folder above has to be on the path first

# Settings are read once, so the environment comes before the first import of the application.
_database = RunDatabase()
_home = tempfile.TemporaryDirectory(prefix="piloto-api-test-")
os.environ["DATABASE_URL"] = _database.start()
os.environ["PILOTO_HOME"] = _home.name
os.environ["PUBLIC_APP_URL"] = "http://localhost:4100"
os.environ["PUBLIC_API_URL"] = "http://localhost:4101"
os.environ["LOG_FORMAT"] = "json"
atexit.register(_home.cleanup)
atexit.register(_database.stop)

import httpx  # noqa: E402 - after the environment
from fastapi import FastAPI  # noqa: E402
from people import Client, new_client, new_member, set_up, sign_in  # noqa: E402

from app.application import create_app  # noqa: E402
from app.auth import attempts  # noqa: E402
from app.core.database import get_database  # noqa: E402


@pytest.fixture(scope="session")
def app() -> FastAPI:
    return create_app()


@pytest.fixture(scope="session", autouse=True)
async def _pool() -> AsyncIterator[None]:
    yield
    await get_database().close()


@pytest.fixture(autouse=True)
def _empty_database() -> Iterator[None]:
    attempts.reset()
    yield
    _database.empty()


@pytest.fixture
async def client(app: FastAPI) -> AsyncIterator[Client]:
    """Nobody: no session; Origin set as a browser on the app's page would."""
    async with new_client(app) as client:
        yield client


@pytest.fixture
async def owner(app: FastAPI) -> AsyncIterator[Client]:
    """Signed in as the owner of the organization of the first visit."""
    async with new_client(app) as client:
        await set_up(client)
        yield client


@pytest.fixture
async def other_tenant(app: FastAPI, owner: Client) -> AsyncIterator[Client]:
    """Signed in as the owner of a second organization."""
    async with new_client(app) as client:
        await new_member("owner", "bruno@outra.com.br", organization="Outra Ltda")
        await sign_in(client, "bruno@outra.com.br")
        yield client


@pytest.fixture
def member(app: FastAPI, owner: Client) -> "MemberFactory":
    """`await member("viewer")` signs in somebody of the owner's organization with that role."""
    return MemberFactory(app, owner)


class MemberFactory:
    def __init__(self, app: FastAPI, owner: Client) -> None:
        self.app, self.owner = app, owner

    async def __call__(self, role: str) -> httpx.AsyncClient:
        email = f"{role}@padaria.com.br"
        await new_member(role, email, tenant_id=self.owner.session["organization"]["id"])
        client = new_client(self.app)
        await sign_in(client, email)
        return client
