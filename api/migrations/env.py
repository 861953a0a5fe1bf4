"""Alembic's entry: one transaction for all revisions, under an advisory lock."""

from alembic import context
from sqlalchemy import create_engine, text

from app.core.config import get_settings

LOCK = 4100_4101


def run() -> None:
    engine = create_engine(get_settings().database("psycopg"))
    with engine.begin() as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        context.configure(connection=connection)
        with context.begin_transaction():
            context.run_migrations()
    engine.dispose()


run()
