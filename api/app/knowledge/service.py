"""Adding, listing, retrying, cancelling, deleting and searching documents."""

from datetime import UTC, datetime
from typing import cast
from uuid import UUID

from app.auth.access import Access
from app.core.jobs import defer
from app.core.paging import BadCursor, Scalar, decode_cursor, encode_cursor
from app.knowledge.causes import Cause, say
from app.knowledge.embedding import embed
from app.knowledge.errors import DocumentNotFound, DocumentNotRetryable, DocumentNotRunning
from app.knowledge.extraction import Kind
from app.knowledge.models import KnowledgeDocument
from app.knowledge.repository import DocumentRepository, is_stalled
from app.knowledge.retrieval import Retrieval
from app.knowledge.schemas import (
    PROBLEM,
    PROCESSING,
    CauseView,
    Group,
    KnowledgeDocumentPage,
    KnowledgeDocumentView,
    KnowledgeQuery,
    KnowledgeSearchResult,
    KnowledgeTextCreate,
    PassageDocument,
    PassageView,
    Progress,
    Status,
)
from app.knowledge.upload import Upload

SORT = "-created_at"
TASK = "knowledge.process"


def document_view(row: KnowledgeDocument, *, busy: bool = True) -> KnowledgeDocumentView:
    cause = cast("Cause | None", row.cause)  # written by the pipeline alone
    return KnowledgeDocumentView(
        id=row.id,
        title=row.title,
        source="file" if row.source == "file" else "text",
        # The table's CHECKs allow these words only.
        kind=cast("Kind", row.kind),
        size=row.size,
        status=cast("Status", row.status),
        cause=CauseView(code=cause, text=say(cause, row.pages_without_text)) if cause else None,
        pages=row.pages,
        pages_without_text=row.pages_without_text,
        progress=Progress(done=row.passages_done, total=row.passages_total),
        stalled=is_stalled(row, datetime.now(UTC), busy=busy),
        created_at=row.created_at,
        updated_at=row.updated_at,
    )


class KnowledgeService:
    def __init__(self, access: Access) -> None:
        self.session = access.session
        self.tenant_id = access.tenant_id
        self.repository = DocumentRepository(access.session, access.tenant_id)

    async def page(self, limit: int, cursor: str | None, group: Group | None) -> KnowledgeDocumentPage:
        rows = await self.repository.page(_position(cursor) if cursor else None, limit + 1, group)
        busy = await self.repository.is_busy()
        items = [document_view(row, busy=busy) for row in rows[:limit]]
        more = encode_cursor(SORT, [str(items[-1].id)]) if len(rows) > limit else None
        return KnowledgeDocumentPage(items=items, next_cursor=more, totals=await self.repository.totals())

    async def add_file(self, upload: Upload) -> KnowledgeDocumentView:
        return await self._add(upload.name, "file", upload.kind, upload.content)

    async def add_text(self, body: KnowledgeTextCreate) -> KnowledgeDocumentView:
        return await self._add(body.title, "text", "txt", body.text.encode())

    async def _add(self, title: str, source: str, kind: Kind, content: bytes) -> KnowledgeDocumentView:
        document = KnowledgeDocument(
            tenant_id=self.tenant_id, title=title, source=source, kind=kind, size=len(content)
        )
        await self.repository.add(document, content)
        await self._queue(document)
        return document_view(document)

    async def _queue(self, document: KnowledgeDocument) -> None:
        arguments: dict[str, Scalar] = {
            "tenant_id": str(self.tenant_id),
            "document_id": str(document.id),
            "attempt": document.attempt,
        }
        await defer(self.session, TASK, arguments, lock=f"knowledge:{document.id}")

    async def get(self, identifier: UUID) -> KnowledgeDocumentView:
        document = await self._find(identifier)
        return document_view(document, busy=await self.repository.is_busy())

    async def _find(self, identifier: UUID, *, lock: bool = False) -> KnowledgeDocument:
        document = await self.repository.find(identifier, lock=lock)
        if document is None:
            raise DocumentNotFound
        return document

    async def retry(self, identifier: UUID) -> KnowledgeDocumentView:
        document = await self._find(identifier, lock=True)
        stalled = is_stalled(document, datetime.now(UTC), busy=await self.repository.is_busy())
        if document.status not in PROBLEM and not stalled:
            raise DocumentNotRetryable
        document.status = "queued"
        document.cause = None
        document.passages_done = 0
        document.passages_total = None
        self._supersede(document)
        await self._queue(document)
        return document_view(document)

    async def cancel(self, identifier: UUID) -> KnowledgeDocumentView:
        document = await self._find(identifier, lock=True)
        if document.status not in PROCESSING:
            raise DocumentNotRunning
        document.status = "failed"
        document.cause = "cancelled"
        self._supersede(document)
        return document_view(document)

    @staticmethod
    def _supersede(document: KnowledgeDocument) -> None:
        """The job of the attempt before stops at its next step."""
        document.attempt += 1
        document.updated_at = datetime.now(UTC)

    async def delete(self, identifier: UUID) -> None:
        await self.repository.delete(await self._find(identifier, lock=True))

    async def search(self, body: KnowledgeQuery) -> KnowledgeSearchResult:
        (vector,) = await embed([body.query])
        found = await Retrieval(self.session, self.tenant_id).search(body.query, vector, body.limit)
        return KnowledgeSearchResult(
            passages=[
                PassageView(
                    text=hit.text,
                    score=hit.score,
                    similarity=hit.similarity,
                    words=hit.words,
                    document=PassageDocument(id=hit.document_id, title=hit.title),
                    page=hit.page,
                )
                for hit in found
            ]
        )


def _position(cursor: str) -> UUID:
    (identifier,) = decode_cursor(cursor, sort=SORT, size=1)
    try:
        return UUID(str(identifier))
    except ValueError as error:
        raise BadCursor from error
