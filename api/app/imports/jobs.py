"""The background task that writes an import's leads."""

from uuid import UUID

import structlog
from procrastinate import JobContext, RetryStrategy

from app.core.jobs import jobs
from app.imports.runner import Run, Stopped

TASK = "imports.run"
RETRIES = 2

log = structlog.get_logger("imports")


@jobs.task(name=TASK, pass_context=True, retry=RetryStrategy(max_attempts=RETRIES, exponential_wait=2))
async def run(context: JobContext, tenant_id: str, import_id: str, attempt: int) -> None:
    work = Run(UUID(tenant_id), UUID(import_id), attempt)
    try:
        await work.run()
    except Stopped:
        log.info("import_stopped", import_id=import_id, attempt=attempt)
    except Exception:
        # The last try: say so on the import; the queue records the failure itself.
        if context.job.attempts >= RETRIES:
            await work.fail("unexpected")
        raise
