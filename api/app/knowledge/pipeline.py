"""From a stored file to searchable passages, step by step, each step in its own transaction.

A step begins by locking the document and comparing the attempt: after a cancel, a retry or a deletion the
job of the attempt before ends here. A job that is run again after a crash starts over.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.core.database import tenant_session
from app.knowledge.causes import Cause
from app.knowledge.extraction import EXTENSIONS, Extraction, ExtractionFailed
from app.knowledge.index import Index, analyse
from app.knowledge.models import KnowledgeDocument
from app.knowledge.repository import DocumentRepository
from app.knowledge.sandbox import extract_apart
from app.knowledge.schemas import PROCESSING
from app.knowledge.splitting import Passage, split

BATCH = 32


class Superseded(Exception):
    """The document was deleted, cancelled or queued again: this attempt has nothing more to do."""


class Pipeline:
    def __init__(self, tenant_id: UUID, document_id: UUID, attempt: int) -> None:
        self.tenant_id = tenant_id
        self.document_id = document_id
        self.attempt = attempt

    async def run(self) -> None:
        """Raises Superseded; a file that cannot be read ends as `failed`, which is no error here."""
        try:
            extraction = await self._extract()
        except ExtractionFailed as error:
            await self.fail(error.cause)
            return
        await self._index(await self._split(extraction))
        await self._finish(extraction)

    async def fail(self, cause: Cause) -> None:
        async with self._step() as (session, document):
            await self._clear(session)
            document.status = "failed"
            document.cause = cause
            document.passages_done = document.words = 0
            document.passages_total = None

    async def _extract(self) -> Extraction:
        async with self._step() as (session, document):
            await self._clear(session)
            content = await DocumentRepository(session, self.tenant_id).content(self.document_id)
            document.status = "extracting"
            document.cause = None
            document.pages = None
            document.pages_without_text = []
            document.passages_done = document.words = 0
            document.passages_total = None
            kind = EXTENSIONS[document.kind]
        return await extract_apart(kind, content)

    async def _split(self, extraction: Extraction) -> list[Passage]:
        async with self._step() as (_, document):
            document.status = "splitting"
            document.pages = extraction.page_count
            document.pages_without_text = extraction.pages_without_text
        # A long text takes seconds, in which other jobs go on.
        passages = await asyncio.to_thread(split, extraction.pages)
        async with self._step() as (_, document):
            document.status = "indexing"
            document.passages_total = len(passages)
        return passages

    async def _index(self, passages: list[Passage]) -> None:
        for first in range(0, len(passages), BATCH):
            analysed = await analyse(passages[first : first + BATCH])
            async with self._step() as (session, document):
                words = await Index(session, self.tenant_id, self.document_id).add(analysed, first)
                document.passages_done = first + len(analysed)
                document.words += words

    async def _finish(self, extraction: Extraction) -> None:
        async with self._step() as (_, document):
            document.status = "partial" if extraction.pages_without_text else "ready"
            document.cause = "pages_without_text" if extraction.pages_without_text else None

    async def _clear(self, session: AsyncSession) -> None:
        await Index(session, self.tenant_id, self.document_id).clear()

    @asynccontextmanager
    async def _step(self) -> AsyncIterator[tuple[AsyncSession, KnowledgeDocument]]:
        async with tenant_session(self.tenant_id) as session:
            document = await DocumentRepository(session, self.tenant_id).find(self.document_id, lock=True)
            if document is None or document.attempt != self.attempt or document.status not in PROCESSING:
                raise Superseded
            yield session, document
            document.updated_at = datetime.now(UTC)
