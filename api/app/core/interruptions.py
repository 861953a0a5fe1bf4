"""A job that the worker's own end cuts short goes back to the queue; procrastinate would drop it."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from procrastinate.exceptions import JobAborted
from procrastinate.job_context import AbortReason, JobContext
from procrastinate.jobs import Job
from procrastinate.retry import BaseRetryStrategy, RetryDecision
from procrastinate.tasks import Task
from procrastinate.worker import Worker


class WorkerStopped(Exception):
    """The worker was told to stop before this job was through."""


class AfterWorkerStop(BaseRetryStrategy):
    """Retries at once what `WorkerStopped` cut short; anything else is up to the task's own strategy."""

    def __init__(self, own: BaseRetryStrategy | None) -> None:
        self.own = own

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        if isinstance(exception, WorkerStopped):
            return RetryDecision(retry_in={"seconds": 0})
        return self.own.get_retry_decision(exception=exception, job=job) if self.own else None


def survive_worker_stop(task: Task[Any, Any, Any]) -> None:
    if not isinstance(task.retry_strategy, AfterWorkerStop):
        task.retry_strategy = AfterWorkerStop(task.retry_strategy)


async def name_the_interruption(
    process: Callable[[], Awaitable[Any]], context: JobContext, _worker: Worker
) -> object:
    """Worker middleware: tells a stopping worker from somebody who cancelled this job."""
    try:
        return await process()
    except asyncio.CancelledError as error:
        if context.abort_reason() is AbortReason.SHUTDOWN:
            raise WorkerStopped from error
        raise JobAborted from error
