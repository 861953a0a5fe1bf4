"""Setting up, signing in and out, refreshing."""

import hmac
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.auth.access import is_open
from app.auth.attempts import note_failure, refuse_if_exhausted
from app.auth.errors import AlreadySetUp, RefreshRefused, SessionNotFound, WrongCredentials
from app.auth.models import Session, User
from app.auth.passwords import make_hash, matches, slots
from app.auth.repository import AuthRepository
from app.auth.schemas import LoginBody, SetupBody
from app.auth.tokens import (
    ACCESS_LIFE,
    AccessClaims,
    digest,
    new_session_cookie,
    read_refresh,
    write_access,
    write_refresh,
)
from app.core.errors import NotSignedIn
from app.core.language import current_language

SESSION_LIFE = timedelta(days=7)
# A second tab, or an answer that got lost, may bring the token before the newest one.
RACE_GRACE = timedelta(seconds=30)
LOST_ANSWER_GRACE = timedelta(minutes=5)
USER_AGENT_LENGTH = 400


@dataclass(frozen=True)
class Client:
    """The device that calls, for the list of sessions."""

    ip: str
    user_agent: str


@dataclass(frozen=True)
class Credentials:
    """What goes into the cookies. `session_cookie` is None when the browser's stays as it is."""

    access: str
    refresh: str
    session_cookie: str | None
    access_expires_at: datetime
    user_id: UUID
    tenant_id: UUID
    expires_at: datetime


class AuthService:
    def __init__(self, session: AsyncSession) -> None:
        self.repository = AuthRepository(session)

    async def needs_setup(self) -> bool:
        return not await self.repository.is_set_up()

    async def set_up(self, body: SetupBody, client: Client) -> Credentials:
        if await self.repository.is_set_up():
            raise AlreadySetUp
        await self.repository.release()
        password_hash = await make_hash(body.password)
        tenant_id = await self.repository.make_organization(body.organization)
        if not await self.repository.claim_installation(tenant_id):
            raise AlreadySetUp
        user = User(email=body.email, name=body.name, password_hash=password_hash, locale=current_language())
        await self.repository.make_member(tenant_id, user, "owner")
        return await self._start(user.id, tenant_id, client)

    async def sign_in(self, body: LoginBody, client: Client, replaced: str | None) -> Credentials:
        email = body.email.strip().lower()
        # A flood is turned away before it costs a query or a hash.
        await refuse_if_exhausted(email, client.ip)
        user = await self.repository.user_by_email(email)
        await self.repository.release()
        async with slots:
            # Inside the slot: of fifty attempts at once only three are ever between check and count.
            await refuse_if_exhausted(email, client.ip)
            right = await matches(body.password, user.password_hash if user else None)
            if not right:
                await note_failure(email, client.ip)
        tenant_id = await self.repository.active_tenant(user.id) if user and right else None
        if user is None or tenant_id is None:
            raise WrongCredentials
        await self.repository.enter(tenant_id)
        if replaced:
            await self.repository.end_by_cookie(digest(replaced), "replaced", datetime.now(UTC))
        return await self._start(user.id, tenant_id, client)

    async def _start(self, user_id: UUID, tenant_id: UUID, client: Client) -> Credentials:
        cookie = new_session_cookie()
        row = Session(
            tenant_id=tenant_id,
            user_id=user_id,
            sid_hash=digest(cookie),
            refresh_hash=b"",
            rotation=0,
            user_agent=client.user_agent[:USER_AGENT_LENGTH],
            ip=client.ip,
            expires_at=datetime.now(UTC) + SESSION_LIFE,
        )
        await self.repository.add_session(row)
        row.refresh_hash = digest(write_refresh(row.id, 0))
        return self._credentials(row, cookie)

    async def refresh(self, token: str, session_cookie: str) -> Credentials:
        """The next credentials, or the same ones again for a token that has just been used."""
        known = read_refresh(token)
        if known is None:
            raise NotSignedIn
        identifier, rotation = known
        row = await self.repository.lock_session(identifier)
        now = datetime.now(UTC)
        if (
            row is None
            or not is_open(row, now)
            or not hmac.compare_digest(row.sid_hash, digest(session_cookie))
        ):
            raise NotSignedIn
        if not await self.repository.is_active_member(row.tenant_id, row.user_id):
            raise NotSignedIn
        if rotation == row.rotation and hmac.compare_digest(row.refresh_hash, digest(token)):
            row.rotation += 1
            row.refresh_hash = digest(write_refresh(row.id, row.rotation))
            row.rotated_at = row.last_seen_at = now
            row.confirmed = False
        elif not self._is_repeated(row, rotation, now):
            row.revoked_at, row.revoked_reason = now, "refresh_reused"
            raise RefreshRefused
        return self._credentials(row, None)

    @staticmethod
    def _is_repeated(row: Session, rotation: int, now: datetime) -> bool:
        age = now - row.rotated_at
        return rotation == row.rotation - 1 and (
            age <= RACE_GRACE or (not row.confirmed and age <= LOST_ANSWER_GRACE)
        )

    @staticmethod
    def _credentials(row: Session, cookie: str | None) -> Credentials:
        # Whole seconds, as in the token.
        ends = min(datetime.now(UTC) + ACCESS_LIFE, row.expires_at).replace(microsecond=0)
        claims = AccessClaims(row.id, row.tenant_id, row.user_id, row.rotation, ends)
        return Credentials(
            write_access(claims),
            write_refresh(row.id, row.rotation),
            cookie,
            ends,
            row.user_id,
            row.tenant_id,
            row.expires_at,
        )

    async def sign_out(self, session_cookie: str) -> None:
        await self.repository.end_by_cookie(digest(session_cookie), "signed_out", datetime.now(UTC))

    async def end_session(self, user_id: UUID, identifier: UUID) -> None:
        if not await self.repository.end_one(identifier, user_id, "ended_by_user", datetime.now(UTC)):
            raise SessionNotFound

    async def end_other_sessions(self, user_id: UUID, keep: UUID) -> int:
        return await self.repository.end_others(user_id, keep, "ended_by_user", datetime.now(UTC))
