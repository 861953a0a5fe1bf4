"""`/auth/*`: first visit, sign-in, session, refresh, sign-out, devices."""

from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Cookie, Request, Response

from app.auth.access import SignedIn
from app.auth.errors import AlreadySetUp, SessionNotFound, TooManyAttempts, WrongCredentials
from app.auth.repository import AuthRepository
from app.auth.schemas import Device, DeviceList, Ended, LoginBody, SessionView, SetupBody, SetupState
from app.auth.service import AuthService, Client, Credentials
from app.auth.tokens import ACCESS_LIFE
from app.auth.views import session_view
from app.core.cookies import ACCESS, REFRESH, SESSION_ID, clear_cookies, set_cookie
from app.core.database import DatabaseSession
from app.core.errors import NotSignedIn, errors_of

router = APIRouter(prefix="/auth", tags=["auth"])

SessionCookie = Annotated[str, Cookie(alias=SESSION_ID, include_in_schema=False)]
RefreshCookie = Annotated[str, Cookie(alias=REFRESH, include_in_schema=False)]


def client_of(request: Request) -> Client:
    return Client(
        ip=request.client.host if request.client else "", user_agent=request.headers.get("user-agent", "")
    )


def _hand_out(response: Response, credentials: Credentials) -> None:
    rest = max(0, int((credentials.expires_at - datetime.now(UTC)).total_seconds()))
    set_cookie(response, ACCESS, credentials.access, int(ACCESS_LIFE.total_seconds()))
    set_cookie(response, REFRESH, credentials.refresh, rest)
    if credentials.session_cookie is not None:
        set_cookie(response, SESSION_ID, credentials.session_cookie, rest)


async def _welcome(session: DatabaseSession, response: Response, credentials: Credentials) -> SessionView:
    _hand_out(response, credentials)
    return await session_view(
        session,
        credentials.user_id,
        credentials.tenant_id,
        credentials.session_cookie or "",
        credentials.access_expires_at,
    )


@router.get("/setup", operation_id="getSetupState")
async def setup_state(session: DatabaseSession) -> SetupState:
    return SetupState(needed=await AuthService(session).needs_setup())


@router.post("/setup", operation_id="setUp", status_code=201, responses=errors_of(AlreadySetUp))
async def set_up(
    body: SetupBody, request: Request, response: Response, session: DatabaseSession
) -> SessionView:
    credentials = await AuthService(session).set_up(body, client_of(request))
    return await _welcome(session, response, credentials)


@router.post("/login", operation_id="signIn", responses=errors_of(WrongCredentials, TooManyAttempts))
async def sign_in(
    body: LoginBody, request: Request, response: Response, session: DatabaseSession, sid: SessionCookie = ""
) -> SessionView:
    credentials = await AuthService(session).sign_in(body, client_of(request), sid or None)
    return await _welcome(session, response, credentials)


@router.get("/session", operation_id="getSession")
async def current_session(access: SignedIn, sid: SessionCookie = "") -> SessionView:
    caller = access.caller
    return await session_view(access.session, caller.user_id, caller.tenant_id, sid, caller.expires_at)


@router.post("/refresh", operation_id="refreshSession", status_code=204, responses=errors_of(NotSignedIn))
async def refresh(
    response: Response, session: DatabaseSession, token: RefreshCookie = "", sid: SessionCookie = ""
) -> None:
    _hand_out(response, await AuthService(session).refresh(token, sid))


@router.post("/logout", operation_id="signOut", status_code=204)
async def sign_out(response: Response, session: DatabaseSession, sid: SessionCookie = "") -> None:
    # Works without an access token too: who leaves a page open over lunch must still be able to leave.
    await AuthService(session).sign_out(sid)
    clear_cookies(response)


@router.get("/sessions", operation_id="listSessions")
async def devices(access: SignedIn) -> DeviceList:
    rows = await AuthRepository(access.session).open_sessions(access.caller.user_id, datetime.now(UTC))
    return DeviceList(
        items=[
            Device(
                id=row.id,
                current=row.id == access.caller.session_id,
                user_agent=row.user_agent,
                ip=row.ip,
                created_at=row.created_at,
                last_seen_at=row.last_seen_at,
                expires_at=row.expires_at,
            )
            for row in rows
        ]
    )


@router.post("/sessions/end-others", operation_id="endOtherSessions")
async def end_others(access: SignedIn) -> Ended:
    caller = access.caller
    return Ended(
        ended=await AuthService(access.session).end_other_sessions(caller.user_id, caller.session_id)
    )


@router.delete(
    "/sessions/{session_id}", operation_id="endSession", status_code=204, responses=errors_of(SessionNotFound)
)
async def end_session(session_id: UUID, access: SignedIn, response: Response) -> None:
    await AuthService(access.session).end_session(access.caller.user_id, session_id)
    if session_id == access.caller.session_id:
        clear_cookies(response)
