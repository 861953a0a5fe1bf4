"""Keys of this installation, made at first use and kept in PILOTO_HOME/keys."""

import contextlib
import hashlib
import hmac
import json
import os
import secrets
from functools import lru_cache
from pathlib import Path

from joserfc.jwk import ECKey

from app.core.config import get_settings

SECRET_BYTES = 32


def _read_or_make(path: Path, content: bytes) -> bytes:
    """The content of `path`. Of two processes that start at once the first to link decides for both."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
        draft.touch(mode=0o600)
        draft.write_bytes(content)
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)
        draft.unlink()
    return path.read_bytes()


@lru_cache(maxsize=1)
def signing_key() -> ECKey:
    """Signs access tokens (ES256). Its `kid` is the thumbprint."""
    fresh = json.dumps(ECKey.generate_key("P-256").as_dict(private=True)).encode()
    key = ECKey.import_key(json.loads(_read_or_make(get_settings().keys_folder / "access.jwk", fresh)))
    key.ensure_kid()
    return key


@lru_cache(maxsize=1)
def _secret() -> bytes:
    return _read_or_make(get_settings().keys_folder / "session.key", secrets.token_bytes(SECRET_BYTES))


def keyed_hash(purpose: str, message: bytes) -> bytes:
    """HMAC-SHA256; each purpose has its own key, so that a CSRF token is never a refresh token."""
    key = hmac.digest(_secret(), purpose.encode(), hashlib.sha256)
    return hmac.digest(key, message, hashlib.sha256)
