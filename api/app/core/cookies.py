"""The session's cookies: their names, how they are set, and how a request's are read."""

from collections import Counter

from starlette.responses import Response

ACCESS = "__Host-piloto_access"
REFRESH = "__Host-piloto_refresh"
SESSION_ID = "__Host-piloto_sid"
ALL = (ACCESS, REFRESH, SESSION_ID)


def set_cookie(response: Response, name: str, value: str, max_age: int) -> None:
    response.set_cookie(name, value, max_age=max_age, path="/", secure=True, httponly=True, samesite="strict")


def clear_cookies(response: Response) -> None:
    for name in ALL:
        response.delete_cookie(name, path="/", secure=True, httponly=True, samesite="strict")


def parse(header: str) -> tuple[dict[str, str], bool]:
    """The session's cookies, and whether one of them came twice (somebody planted a second one)."""
    pairs = [part.strip().partition("=") for part in header.split(";")]
    ours = [(name, value) for name, _, value in pairs if name in ALL]
    twice = any(count > 1 for count in Counter(name for name, _ in ours).values())
    return dict(ours), twice
