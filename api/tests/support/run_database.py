"""The embedded PostgreSQL of the tests; several runs share one server, each has its own database."""

import fcntl
import hashlib
import importlib.util
import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

import psycopg
from psycopg import sql

API = Path(__file__).resolve().parents[2]
REPOSITORY = API.parent
RUN_PREFIX = "piloto_run_"


def _launcher() -> ModuleType:
    spec = importlib.util.spec_from_file_location("piloto_postgres", REPOSITORY / "tools" / "postgres.py")
    if spec is None or spec.loader is None:
        raise RuntimeError("tools/postgres.py cannot be read")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _revision_tag() -> str:
    """Changes with any migration: the template is made again."""
    digest = hashlib.sha256()
    for file in [*sorted((API / "migrations").rglob("*.py")), API / "app" / "core" / "tenant_security.py"]:
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:12]


class RunDatabase:
    def __init__(self) -> None:
        self.home = Path(os.environ.get("PILOTO_TEST_HOME") or REPOSITORY / ".local" / "postgres-test")
        self.name = f"{RUN_PREFIX}{uuid.uuid4().hex[:12]}"
        self.server: Any = None
        self.keeper: psycopg.Connection[tuple[Any, ...]] | None = None
        self.truncate = ""

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One run at a time starts or stops the server and makes the template."""
        self.home.mkdir(parents=True, exist_ok=True)
        with (self.home / "lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def start(self) -> str:
        with self._alone():
            self.server = _launcher().Postgres(self.home)
            self.server.start()
            with psycopg.connect(self.server.url(), autocommit=True) as admin:
                # A test cluster has nothing to lose in a power cut.
                for setting in ("fsync", "synchronous_commit", "full_page_writes"):
                    admin.execute(sql.SQL("ALTER SYSTEM SET {} = off").format(sql.Identifier(setting)))
                admin.execute("SELECT pg_reload_conf()")
                self._drop_leftovers(admin)
                template = self._template(admin)
                admin.execute(
                    sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                        sql.Identifier(self.name), sql.Identifier(template)
                    )
                )
            url: str = self.server.url(self.name)
            # Held for the whole run: it shows the others that this database is in use.
            self.keeper = psycopg.connect(url, autocommit=True)
            # A test that leaves a transaction open fails here instead of waiting for ever.
            self.keeper.execute("SET lock_timeout = '10s'")
        tables = self.keeper.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
        ).fetchall()
        self.truncate = "TRUNCATE " + ", ".join(f'"{name}"' for (name,) in tables) + " CASCADE"
        return url

    def _template(self, admin: psycopg.Connection[tuple[Any, ...]]) -> str:
        name = f"piloto_template_{_revision_tag()}"
        if admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,)).fetchone():
            return name
        draft = f"{name}_draft"
        admin.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(draft)))
        admin.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(draft)))
        subprocess.run(
            [sys.executable, "-m", "app.migrate"],
            cwd=API,
            env=os.environ | {"DATABASE_URL": self.server.url(draft)},
            check=True,
        )
        admin.execute(
            sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(draft), sql.Identifier(name))
        )
        self._drop_old_templates(admin, name)
        return name

    @staticmethod
    def _drop_old_templates(admin: psycopg.Connection[tuple[Any, ...]], keep: str) -> None:
        rows = admin.execute(
            "SELECT datname FROM pg_database WHERE datname LIKE 'piloto_template_%%' AND datname <> %s",
            (keep,),
        ).fetchall()
        for (name,) in rows:
            admin.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name)))

    @staticmethod
    def _drop_leftovers(admin: psycopg.Connection[tuple[Any, ...]]) -> None:
        """Databases of runs that were killed."""
        rows = admin.execute(
            """
            SELECT datname FROM pg_database d WHERE datname LIKE %s
            AND NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.datname = d.datname)
            """,
            (RUN_PREFIX + "%",),
        ).fetchall()
        for (name,) in rows:
            admin.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name)))

    def empty(self) -> None:
        if self.keeper is None:
            raise RuntimeError("the database of this run has not been started")
        self.keeper.execute(self.truncate)

    def stop(self) -> None:
        if self.keeper is None:
            return
        with self._alone():
            self.keeper.close()
            with psycopg.connect(self.server.url(), autocommit=True) as admin:
                admin.execute(
                    sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(self.name))
                )
                others = admin.execute(
                    "SELECT 1 FROM pg_stat_activity WHERE datname LIKE %s", (RUN_PREFIX + "%",)
                ).fetchone()
            if others is None:
                self.server.stop()
