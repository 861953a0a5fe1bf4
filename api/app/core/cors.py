"""CORS by an exact list, on every answer, failures too."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

METHODS = "GET, POST, PUT, PATCH, DELETE"
REQUEST_HEADERS = "Accept-Language, Content-Type, If-Match, Last-Event-ID, X-CSRF-Token, X-Request-Id"
EXPOSED = "ETag, X-Request-Id, Retry-After, Content-Disposition, Location"
PREFLIGHT_SECONDS = "600"


class Cors:
    def __init__(self, app: ASGIApp, allowed_origins: frozenset[str]) -> None:
        self.app = app
        self.allowed_origins = allowed_origins

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        origin = headers.get("origin", "")
        allowed = origin in self.allowed_origins

        async def send_marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                out = MutableHeaders(scope=message)
                out.add_vary_header("Origin")
                if allowed:
                    out["Access-Control-Allow-Origin"] = origin
                    out["Access-Control-Allow-Credentials"] = "true"
                    out["Access-Control-Expose-Headers"] = EXPOSED
            await send(message)

        if scope["method"] == "OPTIONS" and "access-control-request-method" in headers:
            await self._preflight(allowed=allowed)(scope, receive, send_marked)
        else:
            await self.app(scope, receive, send_marked)

    @staticmethod
    def _preflight(*, allowed: bool) -> PlainTextResponse:
        if not allowed:
            return PlainTextResponse("Origin not allowed", status_code=403)
        return PlainTextResponse(
            "OK",
            headers={
                "Access-Control-Allow-Methods": METHODS,
                "Access-Control-Allow-Headers": REQUEST_HEADERS,
                "Access-Control-Max-Age": PREFLIGHT_SECONDS,
            },
        )
