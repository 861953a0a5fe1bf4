"""Argon2id, never more than three at once: each takes 19 MiB and a core."""

import asyncio
from functools import lru_cache

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

MEMORY_KIB = 19 * 1024
AT_ONCE = 3

# Guards every hash of the process; callers that count attempts do so inside it.
slots = asyncio.Semaphore(AT_ONCE)


@lru_cache(maxsize=1)
def _hasher() -> PasswordHash:
    return PasswordHash((Argon2Hasher(time_cost=2, memory_cost=MEMORY_KIB, parallelism=1),))


@lru_cache(maxsize=1)
def _nobodys_hash() -> str:
    return _hasher().hash("nobody has this password")


async def make_hash(password: str) -> str:
    async with slots:
        return await asyncio.to_thread(_hasher().hash, password)


async def matches(password: str, stored: str | None) -> bool:
    """Call it inside `slots`. An unknown account costs the same hash, so that time tells nothing."""
    known = await asyncio.to_thread(_hasher().verify, password, stored or _nobodys_hash())
    return known and stored is not None


def warm_up() -> None:
    """Makes the stand-in hash at start; the first stranger's attempt would otherwise be slower."""
    _nobodys_hash()
