"""A database that is away: said plainly, and over as soon as it is back."""

import psycopg
import pytest
from people import Client

from app.core.config import Settings, get_settings
from app.core.database import Database


@pytest.fixture
def _no_database(monkeypatch: pytest.MonkeyPatch) -> None:
    # Port 1 of loopback: the connection is refused at once.
    away = Database(Settings(database_url="postgresql://nobody@127.0.0.1:1/none"))
    monkeypatch.setattr("app.core.database.get_database", lambda: away)
    monkeypatch.setattr("app.core.health.get_database", lambda: away)


@pytest.mark.usefixtures("_no_database")
async def test_it_is_said_plainly_and_the_process_stays_healthy(client: Client) -> None:
    assert (await client.get("/healthz")).status_code == 200
    for address in ("/readyz", "/api/v1/auth/setup"):
        answer = await client.get(address)
        assert (answer.status_code, answer.json()["code"]) == (503, "unavailable")
        assert "127.0.0.1" not in answer.text


async def test_the_request_after_a_lost_connection_succeeds(owner: Client) -> None:
    with psycopg.connect(get_settings().libpq_url, autocommit=True) as admin:
        admin.execute(
            """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND application_name = 'piloto'
            """
        )
    assert (await owner.get("/api/v1/auth/session")).status_code == 200
