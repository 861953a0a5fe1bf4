"""Imports, their files, and the rows that could not become leads."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary, func
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.core.database import Base, TenantRow


class LeadImport(TenantRow):
    __tablename__ = "lead_import"

    created_by: Mapped[UUID | None]
    file_name: Mapped[str]
    size: Mapped[int]
    state: Mapped[str] = mapped_column(server_default="uploaded")
    # reading.Layout with the first rows.
    layout: Mapped[dict[str, Any]] = mapped_column(JSONB)
    # The same for files with the same columns: a mapping is remembered under it.
    header_hash: Mapped[str]
    mapping: Mapped[dict[str, str]] = mapped_column(JSONB)
    mapping_source: Mapped[str]
    on_collision: Mapped[str] = mapped_column(server_default="update")
    repair_documents: Mapped[bool] = mapped_column(server_default="false")
    # Counts and samples of the rehearsal.
    expected: Mapped[dict[str, int] | None] = mapped_column(JSONB)
    problems: Mapped[list[Any]] = mapped_column(JSONB, server_default="[]")
    total: Mapped[int]
    # Rows written, or found faulty, in committed batches.
    processed: Mapped[int] = mapped_column(server_default="0")
    counts: Mapped[dict[str, int] | None] = mapped_column(JSONB)
    # Raised by each start: a job of an earlier one stops at its next batch.
    attempt: Mapped[int] = mapped_column(server_default="0")
    cause: Mapped[str | None]
    updated_at: Mapped[datetime] = mapped_column(server_default=func.now())
    started_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]


class LeadImportFile(Base):
    """What was uploaded, byte for byte, until the import has ended."""

    __tablename__ = "lead_import_file"

    import_id: Mapped[UUID] = mapped_column(
        ForeignKey("lead_import.id", ondelete="CASCADE"), primary_key=True
    )
    tenant_id: Mapped[UUID]
    content: Mapped[bytes] = mapped_column(LargeBinary)


class LeadImportError(Base):
    __tablename__ = "lead_import_error"

    import_id: Mapped[UUID] = mapped_column(
        ForeignKey("lead_import.id", ondelete="CASCADE"), primary_key=True
    )
    line: Mapped[int] = mapped_column(primary_key=True)
    tenant_id: Mapped[UUID]
    cells: Mapped[list[str]] = mapped_column(JSONB)
    problems: Mapped[list[Any]] = mapped_column(JSONB)
