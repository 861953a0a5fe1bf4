"""Rows of documents and their files."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy import Select, delete, func, select

from app.core.database import TenantRepository
from app.knowledge.models import KnowledgeDocument, KnowledgeFile
from app.knowledge.schemas import PROBLEM, PROCESSING, Group, KnowledgeTotals

# Extraction, the one step without signs of life in between, is stopped before this.
STALLED_AFTER = timedelta(seconds=60)


class DocumentRepository(TenantRepository[KnowledgeDocument]):
    model = KnowledgeDocument

    async def page(self, after: UUID | None, limit: int, group: Group | None) -> Sequence[KnowledgeDocument]:
        """The newest first: ids are made in the order of creation."""
        query: Select[KnowledgeDocument] = self.select()
        if group is not None:
            statuses = PROCESSING if group == "processing" else PROBLEM
            query = query.where(KnowledgeDocument.status.in_(statuses))
        if after is not None:
            query = query.where(KnowledgeDocument.id < after)
        return (await self.session.scalars(query.order_by(KnowledgeDocument.id.desc()).limit(limit))).all()

    async def totals(self) -> KnowledgeTotals:
        rows = self.select().subquery()
        counts = await self.session.execute(
            select(
                func.count(),
                func.count().filter(rows.c.status.in_(PROCESSING)),
                func.count().filter(rows.c.status.in_(PROBLEM)),
                func.coalesce(func.sum(rows.c.passages_done), 0),
                func.coalesce(func.sum(rows.c.size), 0),
            )
        )
        documents, processing, problem, passages, size = counts.one()
        return KnowledgeTotals(
            documents=documents, processing=processing, problem=problem, passages=passages, bytes=size
        )

    async def is_busy(self) -> bool:
        """Whether some document of the organization moved a moment ago: those in the queue only wait."""
        rows = self.select().subquery()
        recent = rows.c.updated_at > datetime.now(UTC) - STALLED_AFTER
        moving = rows.c.status.in_(PROCESSING[1:]) & recent
        return bool((await self.session.execute(select(func.bool_or(moving)).select_from(rows))).scalar_one())

    async def add(self, document: KnowledgeDocument, content: bytes) -> None:
        self.session.add(document)
        await self.session.flush()
        self.session.add(KnowledgeFile(document_id=document.id, tenant_id=self.tenant_id, content=content))
        await self.session.flush()
        await self.session.refresh(document)

    async def content(self, identifier: UUID) -> bytes:
        query = select(KnowledgeFile.content).where(
            KnowledgeFile.document_id == identifier, KnowledgeFile.tenant_id == self.tenant_id
        )
        return (await self.session.scalars(query)).one()

    async def delete(self, document: KnowledgeDocument) -> None:
        """Its file, passages, vectors and words go with it."""
        await self.session.execute(
            delete(KnowledgeDocument).where(
                KnowledgeDocument.id == document.id, KnowledgeDocument.tenant_id == self.tenant_id
            )
        )


def is_stalled(document: KnowledgeDocument, now: datetime, *, busy: bool) -> bool:
    if document.status not in PROCESSING or (document.status == "queued" and busy):
        return False
    return document.updated_at < now - STALLED_AFTER
