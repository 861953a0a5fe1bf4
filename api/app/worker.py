"""`python -m app.worker`: runs background jobs until SIGTERM or SIGINT."""

import asyncio

import structlog

from app.core.config import get_settings
from app.core.database import get_database
from app.core.jobs import HEARTBEAT_SECONDS, STALLED_AFTER_SECONDS, jobs, retry_stalled, worker_connector
from app.core.logging import configure

CONCURRENCY = 4
GRACE_SECONDS = 5

log = structlog.get_logger("worker")


async def run() -> None:
    with jobs.replace_connector(worker_connector(get_settings())):
        async with jobs.open_async():
            await retry_stalled()
            log.info("worker_ready", concurrency=CONCURRENCY)
            await jobs.run_worker_async(
                concurrency=CONCURRENCY,
                shutdown_graceful_timeout=GRACE_SECONDS,
                update_heartbeat_interval=HEARTBEAT_SECONDS,
                stalled_worker_timeout=STALLED_AFTER_SECONDS,
                delete_jobs="successful",
            )
    await get_database().close()


if __name__ == "__main__":
    configure(get_settings().log_format)
    asyncio.run(run())
