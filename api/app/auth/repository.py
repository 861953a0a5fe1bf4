"""SQL of identity and sessions."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, insert, select, text, update
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from app.auth.access import IDLE_LIMIT
from app.auth.models import Installation, Membership, Organization, Session, User
from app.core.database import set_tenant


class AuthRepository:
    def __init__(self, session: AsyncSession) -> None:
        self.session = session

    async def release(self) -> None:
        """Gives the connection back while the caller waits for something slow, such as a hash."""
        await self.session.commit()

    async def enter(self, tenant_id: UUID) -> None:
        await set_tenant(self.session, tenant_id)

    async def is_set_up(self) -> bool:
        return (await self.session.scalar(select(Installation.singleton))) is not None

    async def claim_installation(self, organization_id: UUID) -> bool:
        """False when another organization came first; waits for one that is being made right now."""
        claim = upsert(Installation).values(organization_id=organization_id)
        made = await self.session.execute(
            claim.on_conflict_do_nothing().returning(Installation.organization_id)
        )
        return made.scalar_one_or_none() is not None

    async def make_organization(self, name: str) -> UUID:
        identifier: UUID = (await self.session.execute(select(func.uuidv7()))).scalar_one()
        await set_tenant(self.session, identifier)
        await self.session.execute(insert(Organization).values(id=identifier, name=name))
        return identifier

    async def make_member(self, tenant_id: UUID, user: User, role: str) -> None:
        self.session.add(user)
        await self.session.flush()
        self.session.add(Membership(tenant_id=tenant_id, user_id=user.id, role=role))
        await self.session.flush()

    async def user_by_email(self, email: str) -> User | None:
        return (await self.session.scalars(select(User).where(User.email == email))).one_or_none()

    async def active_tenant(self, user_id: UUID) -> UUID | None:
        """The organization that the person joined first and still belongs to."""
        await self.session.execute(
            text("SELECT set_config('app.user_id', :user, true)"), {"user": str(user_id)}
        )
        query = (
            select(Membership.tenant_id)
            .where(Membership.user_id == user_id, Membership.status == "active")
            .order_by(Membership.id)
            .limit(1)
        )
        return (await self.session.scalars(query)).one_or_none()

    async def is_active_member(self, tenant_id: UUID, user_id: UUID) -> bool:
        await set_tenant(self.session, tenant_id)
        query = select(Membership.id).where(
            Membership.tenant_id == tenant_id, Membership.user_id == user_id, Membership.status == "active"
        )
        return (await self.session.scalar(query)) is not None

    async def add_session(self, row: Session) -> None:
        self.session.add(row)
        await self.session.flush()

    async def lock_session(self, identifier: UUID) -> Session | None:
        query = select(Session).where(Session.id == identifier).with_for_update()
        return (await self.session.scalars(query)).one_or_none()

    async def end_by_cookie(self, sid_hash: bytes, reason: str, now: datetime) -> None:
        await self._end(Session.sid_hash == sid_hash, reason=reason, now=now)

    async def end_one(self, identifier: UUID, user_id: UUID, reason: str, now: datetime) -> bool:
        return bool(
            await self._end(Session.id == identifier, Session.user_id == user_id, reason=reason, now=now)
        )

    async def end_others(self, user_id: UUID, keep: UUID, reason: str, now: datetime) -> int:
        return await self._end(Session.user_id == user_id, Session.id != keep, reason=reason, now=now)

    async def _end(self, *conditions: object, reason: str, now: datetime) -> int:
        ended = await self.session.execute(
            update(Session)
            .where(Session.revoked_at.is_(None), *conditions)  # type: ignore[arg-type]
            .values(revoked_at=now, revoked_reason=reason)
            .returning(Session.id)
        )
        return len(ended.all())

    async def user(self, identifier: UUID) -> User:
        return (await self.session.scalars(select(User).where(User.id == identifier))).one()

    async def organization(self, identifier: UUID) -> Organization:
        return (await self.session.scalars(select(Organization).where(Organization.id == identifier))).one()

    async def role(self, tenant_id: UUID, user_id: UUID) -> str:
        query = select(Membership.role).where(
            Membership.tenant_id == tenant_id, Membership.user_id == user_id
        )
        return (await self.session.scalars(query)).one()

    async def open_sessions(self, user_id: UUID, now: datetime) -> Sequence[Session]:
        query = (
            select(Session)
            .where(
                Session.user_id == user_id,
                Session.revoked_at.is_(None),
                Session.expires_at > now,
                Session.last_seen_at > now - IDLE_LIMIT,
            )
            .order_by(Session.last_seen_at.desc(), Session.id.desc())
        )
        return (await self.session.scalars(query)).all()
