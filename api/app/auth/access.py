"""Who is calling. Routes of every noun take one of these as a parameter:

access: Annotated[Access, require("leads:read")]
access: SignedIn            # any signed-in person
"""

import hmac
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, cast
from uuid import UUID

from fastapi import Depends, Request
from fastapi.security import APIKeyCookie
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.auth.models import Membership, Session, User
from app.auth.tokens import AccessClaims, digest, read_access
from app.core.cookies import ACCESS, SESSION_ID, parse
from app.core.database import DatabaseSession, after_commit, set_tenant
from app.core.errors import NotSignedIn
from app.core.permissions import PERMISSIONS, Permission, Role, check

IDLE_LIMIT = timedelta(hours=24)
SEEN_EVERY = timedelta(minutes=1)

_scheme = APIKeyCookie(name=ACCESS, auto_error=False, scheme_name="session")


@dataclass(frozen=True)
class Caller:
    user_id: UUID
    tenant_id: UUID
    session_id: UUID
    role: Role
    # End of the access token; the session itself may go on.
    expires_at: datetime

    def may(self, permission: Permission) -> bool:
        return permission in PERMISSIONS[self.role]


@dataclass(frozen=True)
class Access:
    """The request's transaction, already limited to the caller's organization, and the caller."""

    session: AsyncSession
    caller: Caller

    @property
    def tenant_id(self) -> UUID:
        return self.caller.tenant_id


def is_open(row: Session, now: datetime) -> bool:
    """Whether a session still lives: not ended, not past its end, not idle for a day."""
    return row.revoked_at is None and row.expires_at > now and row.last_seen_at > now - IDLE_LIMIT


async def _signed_in(
    request: Request, session: DatabaseSession, _documented: Annotated[str | None, Depends(_scheme)]
) -> Access:
    cookies, _ = parse("; ".join(request.headers.getlist("cookie")))
    claims = read_access(cookies.get(ACCESS, ""))
    if claims is None:
        raise NotSignedIn
    await set_tenant(session, claims.tenant_id)
    row, role = await _load(session, claims)
    now = datetime.now(UTC)
    same_browser = hmac.compare_digest(row.sid_hash, digest(cookies.get(SESSION_ID, "")))
    if not same_browser or not is_open(row, now):
        raise NotSignedIn
    arrived = claims.rotation == row.rotation and not row.confirmed
    if arrived or row.last_seen_at < now - SEEN_EVERY:
        _note_seen(session, row, now, confirmed=row.confirmed or arrived)
    return Access(session, Caller(row.user_id, row.tenant_id, row.id, role, claims.expires_at))


async def _load(session: AsyncSession, claims: AccessClaims) -> tuple[Session, Role]:
    found = (
        await session.execute(
            select(Session, Membership.role)
            .join(User, User.id == Session.user_id)
            .join(Membership, Membership.user_id == Session.user_id)
            .where(
                Session.id == claims.session_id,
                Session.tenant_id == claims.tenant_id,
                Session.user_id == claims.user_id,
                Membership.tenant_id == claims.tenant_id,
                Membership.status == "active",
            )
        )
    ).one_or_none()
    if found is None:
        raise NotSignedIn
    # The table's CHECK allows these words only.
    return found[0], cast("Role", found[1])


def _note_seen(session: AsyncSession, row: Session, now: datetime, *, confirmed: bool) -> None:
    """Afterwards, in a transaction of its own: a long request must not hold up refresh and logout."""
    identifier, rotation = row.id, row.rotation

    async def note(session: AsyncSession) -> None:
        await session.execute(
            update(Session)
            .where(Session.id == identifier, Session.rotation == rotation)
            .values(last_seen_at=now, confirmed=confirmed)
        )

    after_commit(session, note)


SignedIn = Annotated[Access, Depends(_signed_in)]


def require(permission: Permission) -> Any:  # noqa: ANN401 - FastAPI's marker has no public type
    """The dependency of a route that needs `permission`; 403 names it and who can grant it."""

    def permitted(access: SignedIn) -> Access:
        check(access.caller.role, permission)
        return access

    return Depends(permitted)
