"""Background jobs on PostgreSQL (procrastinate).

A noun defines tasks with `@jobs.task(name="imports.run")` in its own module and lists it in JOB_MODULES.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import structlog
from procrastinate import App, PsycopgConnector
from procrastinate.tasks import Task
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from app.core.config import Settings
from app.core.database import APP_ROLE
from app.job_modules import JOB_MODULES

HEARTBEAT_SECONDS = 5
STALLED_AFTER_SECONDS = 20

log = structlog.get_logger("jobs")

# Opened by the worker alone, with a connector of its own; the API defers through its own transaction.
jobs = App(connector=PsycopgConnector(), import_paths=list(JOB_MODULES))

_DEFER = text(
    """
    SELECT unnest(procrastinate_defer_jobs_v1(ARRAY[ROW(
        CAST(:queue AS varchar), CAST(:task AS varchar), 0, CAST(:lock AS text), CAST(:queueing_lock AS text),
        CAST(:args AS jsonb), CAST(:scheduled_at AS timestamptz)
    )::procrastinate_job_to_defer_v1]))
    """
)


def worker_connector(settings: Settings) -> PsycopgConnector:
    return PsycopgConnector(
        conninfo=settings.libpq_url,
        kwargs={"options": f"-c role={APP_ROLE}", "application_name": "piloto-worker"},
        min_size=1,
        max_size=6,
    )


def tasks() -> dict[str, Task[Any, Any, Any]]:
    """Every task by name, once the nouns' modules have been imported."""
    # procrastinate has left this method's result unannotated.
    jobs.perform_import_paths()  # type: ignore[no-untyped-call]
    return jobs.tasks


async def defer(
    session: AsyncSession,
    task: str,
    args: Mapping[str, object],
    *,
    lock: str | None = None,
    queueing_lock: str | None = None,
    scheduled_at: datetime | None = None,
) -> int | None:
    """Queues a job inside the caller's transaction: a rolled-back request leaves no job.

    `lock`: jobs with the same one never run at the same time. `queueing_lock`: None is returned, and nothing
    queued, while a job with the same one is waiting.
    """
    known = tasks()
    if task not in known:
        raise LookupError(f"{task} is no registered task; list its module in app/job_modules.py")
    parameters = {
        "queue": known[task].queue,
        "task": task,
        "lock": lock,
        "queueing_lock": queueing_lock,
        "args": json.dumps(dict(args)),
        "scheduled_at": scheduled_at,
    }
    try:
        async with session.begin_nested():
            identifier: int = (await session.execute(_DEFER, parameters)).scalar_one()
    except IntegrityError:
        if queueing_lock is None:
            raise
        return None
    return identifier


async def retry_stalled() -> int:
    """Puts back the jobs of workers that died; procrastinate never does so by itself."""
    stalled = list(await jobs.job_manager.get_stalled_jobs(seconds_since_heartbeat=STALLED_AFTER_SECONDS))
    for job in stalled:
        log.warning("job_retried", task=job.task_name, job=job.id)
        await jobs.job_manager.retry_job(job)
    return len(stalled)


@jobs.periodic(cron="* * * * *")
@jobs.task(name="core.retry_stalled", queueing_lock="core.retry_stalled", pass_context=False)
async def retry_stalled_jobs(timestamp: int) -> None:
    await retry_stalled()
