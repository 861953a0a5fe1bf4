"""One request, one transaction; the tenant filter lives here, backed by row-level security."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from functools import lru_cache
from typing import Annotated, Generic, TypeVar
from uuid import UUID

from fastapi import Depends
from sqlalchemy import DateTime, Select, Text, Uuid, func, select, text
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from app.core.config import Settings, get_settings
from app.core.errors import AppError

APP_ROLE = "piloto_app"  # not the owner of any table, so that row-level security binds it
AFTER_COMMIT = "after_commit"

AfterCommit = Callable[[AsyncSession], Awaitable[None]]


class Base(DeclarativeBase):
    type_annotation_map = {datetime: DateTime(timezone=True), UUID: Uuid(), str: Text()}  # noqa: RUF012 - SQLAlchemy reads it


class Row(Base):
    """A table with an id that PostgreSQL makes (uuidv7: in the order of creation)."""

    __abstract__ = True

    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=func.uuidv7())
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())


class TenantRow(Row):
    """A table whose rows belong to one organization; its migration calls `enable_tenant_security`."""

    __abstract__ = True

    tenant_id: Mapped[UUID]


M = TypeVar("M", bound=TenantRow)


def tenant_select(model: type[M], tenant_id: UUID) -> Select[M]:
    """The one place of the tenant filter. Every query on a tenant's table starts here."""
    return select(model).where(model.tenant_id == tenant_id)


class TenantRepository(Generic[M]):
    """Base of a noun's repository: set `model`, start every query from `self.select()`."""

    model: type[M]

    def __init__(self, session: AsyncSession, tenant_id: UUID) -> None:
        self.session = session
        self.tenant_id = tenant_id

    def select(self) -> Select[M]:
        return tenant_select(self.model, self.tenant_id)

    async def find(self, identifier: UUID, *, lock: bool = False) -> M | None:
        query = self.select().where(self.model.id == identifier)
        if lock:
            # What was read before the lock may be stale.
            query = query.with_for_update().execution_options(populate_existing=True)
        return (await self.session.scalars(query)).one_or_none()


class Database:
    def __init__(self, settings: Settings) -> None:
        self.engine: AsyncEngine = create_async_engine(
            settings.database("asyncpg"),
            pool_size=10,
            max_overflow=10,
            pool_timeout=10,
            pool_pre_ping=True,
            # Parameters are people's data; they have no place in a log.
            hide_parameters=True,
            connect_args={
                "timeout": 5,
                "command_timeout": 60,
                "server_settings": {"role": APP_ROLE, "application_name": "piloto"},
            },
        )
        self.sessions = async_sessionmaker(self.engine, expire_on_commit=False)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncSession]:
        """Commits at the end, rolls back on any failure but those that keep their changes."""
        async with self.sessions() as session:
            try:
                yield session
            except AppError as error:
                if error.keeps_changes:
                    await session.commit()
                raise
            await session.commit()
            actions: list[AfterCommit] = session.info.pop(AFTER_COMMIT, [])
            for action in actions:
                await action(session)
                await session.commit()

    async def close(self) -> None:
        await self.engine.dispose()


@lru_cache(maxsize=1)
def get_database() -> Database:
    """The one pool of this process."""
    return Database(get_settings())


async def set_tenant(session: AsyncSession, tenant_id: UUID) -> None:
    """Row-level security shows this organization's rows until the transaction ends."""
    await session.execute(
        text("SELECT set_config('app.tenant_id', :tenant, true)"), {"tenant": str(tenant_id)}
    )


def after_commit(session: AsyncSession, action: AfterCommit) -> None:
    """Runs `action` in a short transaction of its own once the request's has been committed."""
    session.info.setdefault(AFTER_COMMIT, []).append(action)


@asynccontextmanager
async def tenant_session(tenant_id: UUID) -> AsyncIterator[AsyncSession]:
    """A transaction of one organization outside a request: jobs, streams."""
    async with get_database().transaction() as session:
        await set_tenant(session, tenant_id)
        yield session


async def _request_session() -> AsyncIterator[AsyncSession]:
    async with get_database().transaction() as session:
        yield session


# scope="function": the commit comes before the answer leaves, so a failing commit is never a 200.
DatabaseSession = Annotated[AsyncSession, Depends(_request_session, scope="function")]
