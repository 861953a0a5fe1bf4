"""SQL of the signed-in person, the organization and its members."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.auth.models import Membership, Organization, Session, User
from app.core.database import TenantRepository

MemberRow = tuple[Membership, User, datetime | None]


class PeopleRepository:
    def __init__(self, session: AsyncSession) -> None:
        self.session = session

    async def lock_user(self, identifier: UUID) -> User:
        query = select(User).where(User.id == identifier).with_for_update()
        # What was read before the lock may be stale.
        return (await self.session.scalars(query, execution_options={"populate_existing": True})).one()

    async def user(self, identifier: UUID) -> User:
        return (await self.session.scalars(select(User).where(User.id == identifier))).one()

    async def organization(self, identifier: UUID, *, lock: bool = False) -> Organization:
        query = select(Organization).where(Organization.id == identifier)
        return (await self.session.scalars(query.with_for_update() if lock else query)).one()

    async def release(self) -> None:
        """Gives the connection back while the caller waits for something slow, such as a hash."""
        await self.session.commit()


class MemberRepository(TenantRepository[Membership]):
    model = Membership

    async def page(self, after: tuple[str, UUID] | None, limit: int) -> Sequence[MemberRow]:
        """Members by name, accents and case ignored; `after`: key and id of the last one seen."""
        key = func.piloto_norm(User.name)
        seen = (
            select(func.max(Session.last_seen_at))
            .where(Session.user_id == User.id, Session.tenant_id == self.tenant_id)
            .scalar_subquery()
        )
        query = self.select().join(User, User.id == Membership.user_id).add_columns(User, seen)
        if after is not None:
            name, identifier = after
            query = query.where((key > name) | ((key == name) & (Membership.id > identifier)))
        rows = await self.session.execute(query.order_by(key, Membership.id).limit(limit))
        return [(membership, user, last) for membership, user, last in rows]

    async def norm(self, value: str) -> str:
        return str((await self.session.execute(select(func.piloto_norm(value)))).scalar_one())
