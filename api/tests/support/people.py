"""Clients and people of the tests: through the API's own doors where there is one."""

from functools import lru_cache
from typing import Any
from uuid import UUID

import httpx
from fastapi import FastAPI
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from app.auth.models import User
from app.auth.repository import AuthRepository
from app.core.database import get_database, set_tenant

ORIGIN = "http://localhost:4100"
PASSWORD = "pão quente às seis"
EMAIL = "ana@padaria.com.br"


class Client(httpx.AsyncClient):
    """Remembers the session's body in `session`."""

    session: dict[str, Any]


def new_client(app: FastAPI) -> Client:
    # https, because the cookies are Secure; failures of the application are answers here, as on the wire.
    return Client(
        transport=httpx.ASGITransport(app=app, raise_app_exceptions=False),
        base_url="https://api.test",
        headers={"Origin": ORIGIN},
    )


def remember(client: Client, answer: httpx.Response) -> None:
    assert answer.status_code in {200, 201}, answer.text
    client.session = answer.json()
    client.headers["X-CSRF-Token"] = client.session["csrf_token"]


async def set_up(client: Client) -> None:
    body = {"organization": "Padaria São João", "name": "Ana Souza", "email": EMAIL, "password": PASSWORD}
    remember(client, await client.post("/api/v1/auth/setup", json=body))


async def sign_in(client: Client, email: str = EMAIL, password: str = PASSWORD) -> None:
    remember(client, await client.post("/api/v1/auth/login", json={"email": email, "password": password}))


@lru_cache(maxsize=1)
def _password_hash() -> str:
    return PasswordHash((Argon2Hasher(time_cost=2, memory_cost=19 * 1024, parallelism=1),)).hash(PASSWORD)


async def new_member(
    role: str, email: str, *, tenant_id: str | None = None, organization: str = "", name: str = "Bruno Lima"
) -> UUID:
    """No door for a second organization or for invitations exists yet, so this writes as setup does."""
    async with get_database().transaction() as session:
        repository = AuthRepository(session)
        if tenant_id is None:
            tenant = await repository.make_organization(organization)
        else:
            tenant = UUID(tenant_id)
            await set_tenant(session, tenant)
        user = User(email=email, name=name, password_hash=_password_hash())
        await repository.make_member(tenant, user, role)
        return user.id
