"""Background jobs: queued with the request's transaction, never lost with a worker."""

import asyncio
import signal
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from app.core.config import get_settings
from app.core.database import get_database
from app.core.jobs import defer, jobs, retry_stalled, worker_connector
from app.worker import run

API = Path(__file__).resolve().parents[2]
TASK = "tests.note"
ran: list[str] = []


@jobs.task(name=TASK)
async def note(word: str) -> None:
    ran.append(word)


@pytest.fixture(autouse=True)
def _nothing_ran() -> None:
    ran.clear()


async def _statuses() -> list[str]:
    async with get_database().transaction() as session:
        rows = await session.scalars(
            text("SELECT status::text FROM procrastinate_jobs WHERE task_name LIKE 'tests.%' ORDER BY id")
        )
        return list(rows)


async def test_a_job_runs_once_the_request_is_committed() -> None:
    async with get_database().transaction() as session:
        assert await defer(session, TASK, {"word": "olá"})
        # Another connection, as the worker's is: it sees nothing yet.
        assert await _statuses() == []
    assert await _statuses() == ["todo"]
    await run(until_idle=True)
    assert ran == ["olá"]
    assert await _statuses() == []


async def test_a_request_that_fails_leaves_no_job() -> None:
    async def request() -> None:
        async with get_database().transaction() as session:
            await defer(session, TASK, {"word": "never"})
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await request()
    assert await _statuses() == []


async def test_a_job_that_waits_already_is_not_queued_twice() -> None:
    async with get_database().transaction() as session:
        assert await defer(session, TASK, {"word": "one"}, queueing_lock="once") is not None
    async with get_database().transaction() as session:
        assert await defer(session, TASK, {"word": "two"}, queueing_lock="once") is None
        # The transaction goes on after the refusal.
        assert await session.scalar(text("SELECT 1")) == 1
    assert await _statuses() == ["todo"]


async def test_a_task_that_nobody_defined_is_refused() -> None:
    async with get_database().transaction() as session:
        with pytest.raises(LookupError, match=r"tests\.unknown is no registered task"):
            await defer(session, "tests.unknown", {})


async def test_the_job_of_a_dead_worker_goes_back_to_the_queue() -> None:
    async with get_database().transaction() as session:
        await defer(session, TASK, {"word": "again"})
    async with get_database().transaction() as session:
        # A worker that took the job and has not been heard of since.
        await session.execute(
            text("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '1 hour')")
        )
        await session.execute(
            text(
                """
                UPDATE procrastinate_jobs SET status = 'doing',
                worker_id = (SELECT max(id) FROM procrastinate_workers)
                """
            )
        )
    with jobs.replace_connector(worker_connector(get_settings())):
        async with jobs.open_async():
            assert await retry_stalled() == 1
    assert await _statuses() == ["todo"]
    await run(until_idle=True)
    assert ran == ["again"]


# A worker of its own process, with one slow task, so that real signals can be sent to it.
PROGRAM = """
import asyncio
from app.core.jobs import jobs
from app import worker

@jobs.task(name="tests.slow")
async def slow():
    print("slow started", flush=True)
    await asyncio.sleep(60)

worker.GRACE_SECONDS = 0.5
asyncio.run(worker.main())
"""


async def test_a_worker_that_is_told_to_stop_ends_soon_and_gives_its_job_back() -> None:
    async with get_database().transaction() as session:
        await session.execute(
            text("INSERT INTO procrastinate_jobs (task_name, queue_name) VALUES ('tests.slow', 'default')")
        )
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PROGRAM, cwd=API, stdout=asyncio.subprocess.PIPE
    )
    try:
        assert process.stdout is not None
        async with asyncio.timeout(20):
            await process.stdout.readuntil(b"slow started")
        assert await _statuses() == ["doing"]
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(8):
            await process.communicate()
        assert process.returncode == 0
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()
    assert await _statuses() == ["todo"]
