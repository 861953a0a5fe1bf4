"""`python -m app.worker`: runs background jobs until SIGTERM or SIGINT."""

import asyncio

import structlog

from app.core.config import get_settings
from app.core.database import get_database
from app.core.interruptions import name_the_interruption, survive_worker_stop
from app.core.jobs import (
    HEARTBEAT_SECONDS,
    STALLED_AFTER_SECONDS,
    jobs,
    retry_stalled,
    tasks,
    worker_connector,
)
from app.core.logging import configure

CONCURRENCY = 4
GRACE_SECONDS = 3

log = structlog.get_logger("worker")


async def run(*, until_idle: bool = False) -> None:
    """Works until a signal comes, or until no job is left."""
    for task in tasks().values():
        survive_worker_stop(task)
    with jobs.replace_connector(worker_connector(get_settings())):
        async with jobs.open_async():
            await retry_stalled()
            log.info("worker_ready", concurrency=CONCURRENCY)
            await jobs.run_worker_async(
                wait=not until_idle,
                install_signal_handlers=not until_idle,
                concurrency=CONCURRENCY,
                shutdown_graceful_timeout=GRACE_SECONDS,
                update_heartbeat_interval=HEARTBEAT_SECONDS,
                stalled_worker_timeout=STALLED_AFTER_SECONDS,
                delete_jobs="successful",
                worker_middleware=[name_the_interruption],
            )


async def main() -> None:
    try:
        await run()
    finally:
        await get_database().close()


if __name__ == "__main__":
    configure(get_settings().log_format)
    asyncio.run(main())
