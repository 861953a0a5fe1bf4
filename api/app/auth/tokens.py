"""The three credentials of a session: access token, refresh token, session id."""

import base64
import binascii
import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from joserfc import jwt
from joserfc.errors import JoseError

from app.core.config import get_settings
from app.core.keys import keyed_hash, signing_key

ALGORITHM = "ES256"
AUDIENCE = "piloto-api"
ACCESS_LIFE = timedelta(minutes=15)
REFRESH_PURPOSE = "refresh"
MAC_BYTES = 32
REFRESH_BYTES = 16 + 4 + MAC_BYTES


@dataclass(frozen=True)
class AccessClaims:
    session_id: UUID
    tenant_id: UUID
    user_id: UUID
    rotation: int
    expires_at: datetime


def digest(secret: str) -> bytes:
    """What the database keeps in place of a secret; 256 random bits need no slow hash."""
    return hashlib.sha256(secret.encode()).digest()


def new_session_cookie() -> str:
    return secrets.token_urlsafe(32)


def write_access(claims: AccessClaims) -> str:
    key = signing_key()
    body = {
        "iss": get_settings().public_api_url,
        "aud": AUDIENCE,
        "sub": str(claims.user_id),
        "sid": str(claims.session_id),
        "tid": str(claims.tenant_id),
        "rot": claims.rotation,
        "iat": int((claims.expires_at - ACCESS_LIFE).timestamp()),
        "exp": int(claims.expires_at.timestamp()),
    }
    return jwt.encode({"alg": ALGORITHM, "kid": key.kid}, body, key)


def read_access(token: str) -> AccessClaims | None:
    """The claims of a token that is ours and has not expired, else None."""
    rules = jwt.JWTClaimsRegistry(
        iss={"essential": True, "value": get_settings().public_api_url},
        aud={"essential": True, "value": AUDIENCE},
        exp={"essential": True},
    )
    try:
        claims = jwt.decode(token, signing_key(), algorithms=[ALGORITHM]).claims
        rules.validate(claims)
        return AccessClaims(
            session_id=UUID(claims["sid"]),
            tenant_id=UUID(claims["tid"]),
            user_id=UUID(claims["sub"]),
            rotation=int(claims["rot"]),
            expires_at=datetime.fromtimestamp(int(claims["exp"]), UTC),
        )
    except (JoseError, KeyError, TypeError, ValueError):
        return None


def write_refresh(session_id: UUID, rotation: int) -> str:
    """Made from session and rotation alone, so that a repeated request gets the same successor."""
    body = session_id.bytes + rotation.to_bytes(4, "big")
    return base64.urlsafe_b64encode(body + keyed_hash(REFRESH_PURPOSE, body)).decode().rstrip("=")


def read_refresh(token: str) -> tuple[UUID, int] | None:
    """Session and rotation of a token that we made, else None."""
    try:
        raw = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    body, mac = raw[:-MAC_BYTES], raw[-MAC_BYTES:]
    if len(raw) != REFRESH_BYTES or not hmac.compare_digest(mac, keyed_hash(REFRESH_PURPOSE, body)):
        return None
    return UUID(bytes=body[:16]), int.from_bytes(body[16:], "big")
