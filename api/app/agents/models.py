"""The table of agents."""

from datetime import datetime

from sqlalchemy import func
from sqlalchemy.orm import Mapped, mapped_column

from app.core.database import TenantRow


class Agent(TenantRow):
    __tablename__ = "agent"

    name: Mapped[str]
    persona: Mapped[str]
    instructions: Mapped[str]
    status: Mapped[str] = mapped_column(server_default="draft")
    version: Mapped[int] = mapped_column(server_default="1")
    updated_at: Mapped[datetime] = mapped_column(server_default=func.now())
    deleted_at: Mapped[datetime | None]
