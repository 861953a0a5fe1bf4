"""The background task that reads and indexes a document."""

from uuid import UUID

import structlog
from procrastinate import JobContext, RetryStrategy

from app.core.jobs import jobs
from app.knowledge.pipeline import Pipeline, Superseded

RETRIES = 2

log = structlog.get_logger("knowledge")


@jobs.task(
    name="knowledge.process",
    pass_context=True,
    retry=RetryStrategy(max_attempts=RETRIES, exponential_wait=2),
)
async def process(context: JobContext, tenant_id: str, document_id: str, attempt: int) -> None:
    pipeline = Pipeline(UUID(tenant_id), UUID(document_id), attempt)
    try:
        await pipeline.run()
    except Superseded:
        log.info("knowledge_superseded", document=document_id, attempt=attempt)
    except Exception:
        # The last try: say so on the document; the queue records the failure itself.
        if context.job.attempts >= RETRIES:
            await pipeline.fail("unexpected")
        raise
