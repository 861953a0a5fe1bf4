"""The table of leads."""

from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, FetchedValue, Integer, Numeric, Text, func
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.core.database import TenantRow


class Lead(TenantRow):
    __tablename__ = "lead"

    name: Mapped[str]
    email: Mapped[str | None]
    phone: Mapped[str | None]
    company: Mapped[str | None]
    document: Mapped[str | None]
    value: Mapped[Decimal | None] = mapped_column(Numeric(14, 2))
    currency: Mapped[str] = mapped_column(server_default="BRL")
    stage: Mapped[str] = mapped_column(server_default="new")
    # A member of the organization (membership.id).
    owner_id: Mapped[UUID | None]
    source: Mapped[str | None]
    tags: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default="{}")
    custom: Mapped[dict[str, Any]] = mapped_column(JSONB, server_default="{}")
    version: Mapped[int] = mapped_column(server_default="1")
    updated_at: Mapped[datetime] = mapped_column(server_default=func.now())
    deleted_at: Mapped[datetime | None]
    # The rest the database computes from the columns above.
    score: Mapped[int] = mapped_column(Integer, FetchedValue())
    name_key: Mapped[str] = mapped_column(Text, FetchedValue(), deferred=True)
    company_key: Mapped[str | None] = mapped_column(Text, FetchedValue(), deferred=True)
    cents: Mapped[int | None] = mapped_column(BigInteger, FetchedValue(), deferred=True)
    stage_rank: Mapped[int] = mapped_column(Integer, FetchedValue(), deferred=True)
    search: Mapped[str] = mapped_column(Text, FetchedValue(), deferred=True)
