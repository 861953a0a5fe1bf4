"""Tables of identity. `User` and `Session` are read before the organization is known: no tenant policy."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, func
from sqlalchemy.orm import Mapped, mapped_column

from app.core.database import Base, Row, TenantRow


class Organization(Row):
    __tablename__ = "organization"

    name: Mapped[str]
    document: Mapped[str | None]
    time_zone: Mapped[str] = mapped_column(server_default="America/Sao_Paulo")
    version: Mapped[int] = mapped_column(server_default="1")
    updated_at: Mapped[datetime] = mapped_column(server_default=func.now())


class Installation(Base):
    """At most one row: the organization of the first visit."""

    __tablename__ = "installation"

    singleton: Mapped[bool] = mapped_column(primary_key=True, server_default="true")
    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organization.id"))


class User(Row):
    __tablename__ = "app_user"

    email: Mapped[str]
    name: Mapped[str]
    password_hash: Mapped[str | None]
    locale: Mapped[str] = mapped_column(server_default="pt-BR")
    theme: Mapped[str] = mapped_column(server_default="system")
    updated_at: Mapped[datetime] = mapped_column(server_default=func.now())


class Membership(TenantRow):
    __tablename__ = "membership"

    user_id: Mapped[UUID] = mapped_column(ForeignKey("app_user.id"))
    role: Mapped[str]
    status: Mapped[str] = mapped_column(server_default="active")


class Session(TenantRow):
    """One sign-in on one device. `rotation` counts its refreshes; the tokens themselves are never stored."""

    __tablename__ = "session"

    user_id: Mapped[UUID] = mapped_column(ForeignKey("app_user.id"))
    sid_hash: Mapped[bytes]
    refresh_hash: Mapped[bytes]
    rotation: Mapped[int] = mapped_column(server_default="0")
    rotated_at: Mapped[datetime] = mapped_column(server_default=func.now())
    # True once the newest access token has come back: the client has surely received this rotation.
    confirmed: Mapped[bool] = mapped_column(server_default="false")
    user_agent: Mapped[str] = mapped_column(server_default="")
    ip: Mapped[str] = mapped_column(server_default="")
    last_seen_at: Mapped[datetime] = mapped_column(server_default=func.now())
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    revoked_reason: Mapped[str | None]
