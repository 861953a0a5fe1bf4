"""Limits on failed sign-ins, counted in this process (sliding window).

The account's own limit is per address, so that a stranger cannot lock somebody out; a wide one per
account stays for attempts from many addresses.
"""

import math
import time
from functools import lru_cache

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import SlidingWindowCounterRateLimiter

from app.auth.errors import TooManyAttempts
from app.auth.tokens import digest

ACCOUNT_AT_ADDRESS = RateLimitItemPerMinute(10, 5, namespace="account-address")
ADDRESS = RateLimitItemPerMinute(60, 5, namespace="address")
ACCOUNT = RateLimitItemPerMinute(100, 15, namespace="account")


@lru_cache(maxsize=1)
def _limiter() -> SlidingWindowCounterRateLimiter:
    return SlidingWindowCounterRateLimiter(MemoryStorage())


def _keys(account: str, address: str) -> list[tuple[RateLimitItem, tuple[str, ...]]]:
    hashed = digest(account).hex()
    return [(ACCOUNT_AT_ADDRESS, (hashed, address)), (ADDRESS, (address,)), (ACCOUNT, (hashed,))]


async def refuse_if_exhausted(account: str, address: str) -> None:
    for item, names in _keys(account, address):
        if not await _limiter().test(item, *names):
            stats = await _limiter().get_window_stats(item, *names)
            seconds = max(1, math.ceil(stats.reset_time - time.time()))
            raise TooManyAttempts(seconds=seconds, headers={"Retry-After": str(seconds)})


async def note_failure(account: str, address: str) -> None:
    for item, names in _keys(account, address):
        await _limiter().hit(item, *names)


def reset() -> None:
    """Forgets every count, as a restart does."""
    _limiter.cache_clear()
