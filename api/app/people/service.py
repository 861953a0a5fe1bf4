"""Changing one's own profile and password, and the organization's data."""

from datetime import UTC, datetime
from typing import cast
from uuid import UUID

from app.auth.access import Access
from app.auth.attempts import note_failure, refuse_if_exhausted
from app.auth.models import Organization, User
from app.auth.passwords import make_hash, matches, slots
from app.auth.repository import AuthRepository
from app.core.database import set_tenant
from app.core.etag import Precondition
from app.core.paging import BadCursor, decode_cursor, encode_cursor
from app.core.permissions import Role
from app.people.errors import WrongPassword
from app.people.repository import MemberRepository, PeopleRepository
from app.people.schemas import (
    MeChange,
    MemberList,
    MemberView,
    OrganizationChange,
    OrganizationView,
    PasswordChange,
)

MEMBER_SORT = "name"


def organization_view(row: Organization) -> OrganizationView:
    return OrganizationView.model_validate(row, from_attributes=True)


class PeopleService:
    def __init__(self, access: Access) -> None:
        self.access = access
        self.repository = PeopleRepository(access.session)

    async def me(self) -> User:
        return await self.repository.user(self.access.caller.user_id)

    async def change_me(self, change: MeChange) -> User:
        user = await self.repository.lock_user(self.access.caller.user_id)
        for name, value in change.model_dump(exclude_unset=True).items():
            setattr(user, name, value)
        user.updated_at = datetime.now(UTC)
        return user

    async def change_password(self, change: PasswordChange, address: str) -> int:
        """The number of other sessions that ended."""
        caller = self.access.caller
        me = await self.me()
        stored = me.password_hash
        # Two hashes take long; the connection goes back to the others meanwhile.
        await self.repository.release()
        async with slots:
            # Who borrows an open session may not guess the password without end either.
            await refuse_if_exhausted(me.email, address)
            if not await matches(change.current, stored):
                await note_failure(me.email, address)
                raise WrongPassword
        new_hash = await make_hash(change.new)
        await set_tenant(self.access.session, caller.tenant_id)
        user = await self.repository.lock_user(caller.user_id)
        if user.password_hash != stored:
            raise WrongPassword  # changed elsewhere while this request was hashing
        user.password_hash = new_hash
        user.updated_at = datetime.now(UTC)
        if not change.end_other_sessions:
            return 0
        sessions = AuthRepository(self.access.session)
        return await sessions.end_others(
            caller.user_id, caller.session_id, "password_changed", datetime.now(UTC)
        )

    async def organization(self) -> Organization:
        return await self.repository.organization(self.access.tenant_id)

    async def change_organization(self, change: OrganizationChange, if_match: Precondition) -> Organization:
        row = await self.repository.organization(self.access.tenant_id, lock=True)
        if_match.check(row.version, current=lambda: organization_view(row).model_dump(mode="json"))
        for name, value in change.model_dump(exclude_unset=True).items():
            setattr(row, name, value)
        row.version += 1
        row.updated_at = datetime.now(UTC)
        return row

    async def members(self, limit: int, cursor: str | None) -> MemberList:
        repository = MemberRepository(self.access.session, self.access.tenant_id)
        rows = await repository.page(_position(cursor) if cursor else None, limit + 1)
        items = [
            MemberView(
                id=membership.id,
                name=user.name,
                email=user.email,
                # The table's CHECKs allow these words only.
                role=cast("Role", membership.role),
                status="active" if membership.status == "active" else "disabled",
                last_seen_at=last_seen,
            )
            for membership, user, last_seen in rows[:limit]
        ]
        if len(rows) <= limit:
            return MemberList(items=items, next_cursor=None)
        last = items[-1]
        return MemberList(
            items=items,
            next_cursor=encode_cursor(MEMBER_SORT, [await repository.norm(last.name), str(last.id)]),
        )


def _position(cursor: str) -> tuple[str, UUID]:
    name, identifier = decode_cursor(cursor, sort=MEMBER_SORT, size=2)
    try:
        return str(name), UUID(str(identifier))
    except ValueError as error:
        raise BadCursor from error
