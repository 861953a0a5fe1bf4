"""Documents and their files. Passages, vectors and words are written and read by plain SQL (index.py)."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ARRAY, ForeignKey, Integer, LargeBinary, func
from sqlalchemy.orm import Mapped, mapped_column

from app.core.database import Base, TenantRow


class KnowledgeDocument(TenantRow):
    __tablename__ = "knowledge_document"

    title: Mapped[str]
    source: Mapped[str]
    kind: Mapped[str]
    size: Mapped[int]
    status: Mapped[str] = mapped_column(server_default="queued")
    cause: Mapped[str | None]
    pages: Mapped[int | None]
    pages_without_text: Mapped[list[int]] = mapped_column(ARRAY(Integer), server_default="{}")
    passages_done: Mapped[int] = mapped_column(server_default="0")
    passages_total: Mapped[int | None]
    # Counted words of all passages: BM25 needs their mean length.
    words: Mapped[int] = mapped_column(server_default="0")
    # Raised by retry and cancel; a job that finds another number stops.
    attempt: Mapped[int] = mapped_column(server_default="1")
    updated_at: Mapped[datetime] = mapped_column(server_default=func.now())


class KnowledgeFile(Base):
    """What was uploaded, byte for byte, until the document is deleted."""

    __tablename__ = "knowledge_file"

    document_id: Mapped[UUID] = mapped_column(
        ForeignKey("knowledge_document.id", ondelete="CASCADE"), primary_key=True
    )
    tenant_id: Mapped[UUID]
    content: Mapped[bytes] = mapped_column(LargeBinary)
