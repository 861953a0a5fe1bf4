"""What a browser's request must prove before any route sees it: where it comes from, and what it carries."""

import base64
import hmac
from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from app.core.cookies import SESSION_ID, parse
from app.core.errors import AppError
from app.core.failures import answer
from app.core.keys import keyed_hash
from app.core.language import Text

BASE = "/api/v1"
GUARDED = (f"{BASE}/auth/", f"{BASE}/public/")
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
# Nobody has a CSRF token before the session exists. Refresh is used by a page that has just been
# loaded, whose token is gone with the page before; it changes nothing but the caller's own cookies.
WITHOUT_CSRF = frozenset({f"{BASE}/auth/setup", f"{BASE}/auth/login", f"{BASE}/auth/refresh"})


class DuplicateCookie(AppError):
    status = HTTPStatus.BAD_REQUEST
    code = "duplicate_cookie"
    title = Text("Cookies repetidos", "Repeated cookies")
    detail = Text(
        "O navegador enviou um cookie de sessão em dobro. Apague os cookies deste site e entre de novo.",
        "The browser sent a session cookie twice. Delete this site's cookies and sign in again.",
    )


class ForeignOrigin(AppError):
    status = HTTPStatus.FORBIDDEN
    code = "foreign_origin"
    title = Text("Origem recusada", "Origin refused")
    detail = Text(
        "Este pedido não veio do endereço do aplicativo.",
        "This request did not come from the application's address.",
    )


class CsrfInvalid(AppError):
    status = HTTPStatus.FORBIDDEN
    code = "csrf_invalid"
    title = Text("Pedido não confirmado", "Request not confirmed")
    detail = Text(
        "Falta o cabeçalho X-CSRF-Token desta sessão. Recarregue a página.",
        "This session's X-CSRF-Token header is missing. Reload the page.",
    )


class NotJson(AppError):
    status = HTTPStatus.UNSUPPORTED_MEDIA_TYPE
    code = "unsupported_media_type"
    title = Text("Formato não aceito", "Format not accepted")
    detail = Text("Envie o corpo como {accepted}.", "Send the body as {accepted}.")


def csrf_token(session_cookie: str) -> str:
    """The token that goes with a session: whoever cannot read the API's answers cannot know it."""
    return base64.urlsafe_b64encode(keyed_hash("csrf", session_cookie.encode())).decode().rstrip("=")


class RequestGuard:
    def __init__(
        self, app: ASGIApp, allowed_origins: frozenset[str], multipart_paths: frozenset[str]
    ) -> None:
        self.app = app
        self.allowed_origins = allowed_origins
        self.multipart_paths = multipart_paths

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].startswith(GUARDED):
            problem = self._problem(scope["method"], scope["path"], Headers(scope=scope))
            if problem is not None:
                await answer(problem)(scope, receive, send)
                return
        await self.app(scope, receive, send)

    def _problem(self, method: str, path: str, headers: Headers) -> AppError | None:
        cookies, twice = parse("; ".join(headers.getlist("cookie")))
        if twice:
            return DuplicateCookie()
        allowed = headers.get("origin") in self.allowed_origins
        cross_site = headers.get("sec-fetch-site") == "cross-site"
        if method in SAFE_METHODS:
            navigation = headers.get("sec-fetch-mode") == "navigate"
            return ForeignOrigin() if cross_site and not allowed and not navigation else None
        if cross_site or not allowed:
            return ForeignOrigin()
        # Without a session cookie there is nothing to forge: the route answers 401.
        session_cookie = cookies.get(SESSION_ID)
        if session_cookie and path not in WITHOUT_CSRF:
            given = headers.get("x-csrf-token", "").encode()
            if not hmac.compare_digest(given, csrf_token(session_cookie).encode()):
                return CsrfInvalid()
        return self._wrong_format(path, headers)

    def _wrong_format(self, path: str, headers: Headers) -> AppError | None:
        has_body = "transfer-encoding" in headers or headers.get("content-length", "0") != "0"
        if not has_body:
            return None
        accepted = "multipart/form-data" if path in self.multipart_paths else "application/json"
        given = headers.get("content-type", "").partition(";")[0].strip().lower()
        return None if given == accepted else NotJson(accepted=accepted)
