"""Bodies of the people routes."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID
from zoneinfo import available_timezones

from pydantic import AfterValidator, BaseModel, Field
from validate_docbr import CNPJ

from app.auth.schemas import Body, Name, NewPassword, Theme
from app.core.language import Language, Text
from app.core.permissions import Role

BAD_CNPJ = Text("CNPJ inválido. Confira os dígitos.", "Not a valid CNPJ. Check its digits.")
BAD_TIME_ZONE = Text(
    "Fuso horário desconhecido. Use um nome como America/Sao_Paulo.",
    "Unknown time zone. Use a name such as America/Sao_Paulo.",
)
NOT_EMPTY = Text("Este campo não pode ficar vazio.", "This field cannot be empty.")


def _cnpj(value: str) -> str | None:
    """14 characters without the mask; letters are allowed since July 2026. Empty means none."""
    plain = "".join(c for c in value.upper() if c.isascii() and c.isalnum())
    if not value.strip():
        return None
    if not CNPJ().validate(plain):
        raise ValueError(BAD_CNPJ)
    return plain


def _time_zone(value: str) -> str:
    if value not in available_timezones():
        raise ValueError(BAD_TIME_ZONE)
    return value


def _given(value: object) -> object:
    """In a PATCH, leaving a field out keeps it; null is no value for it."""
    if value is None:
        raise ValueError(NOT_EMPTY)
    return value


Given = AfterValidator(_given)


class Me(BaseModel):
    id: UUID
    name: str
    email: str
    locale: Language
    theme: Theme


class MeChange(Body):
    name: Annotated[Name | None, Given] = None
    locale: Annotated[Language | None, Given] = None
    theme: Annotated[Theme | None, Given] = None


class PasswordChange(Body):
    current: Annotated[str, Field(max_length=128)]
    new: NewPassword
    end_other_sessions: bool = False


class OrganizationView(BaseModel):
    id: UUID
    name: str
    document: Annotated[str | None, Field(description="CNPJ without its mask")]
    time_zone: str
    created_at: datetime
    updated_at: datetime


class OrganizationChange(Body):
    name: Annotated[Name | None, Given] = None
    document: Annotated[Annotated[str, Field(max_length=40), AfterValidator(_cnpj)] | None, Field()] = None
    time_zone: Annotated[Annotated[str, Field(max_length=64), AfterValidator(_time_zone)] | None, Given] = (
        None
    )


class MemberView(BaseModel):
    id: UUID
    name: str
    email: str
    role: Role
    status: Literal["active", "disabled"]
    last_seen_at: datetime | None


class MemberList(BaseModel):
    items: list[MemberView]
    next_cursor: str | None
