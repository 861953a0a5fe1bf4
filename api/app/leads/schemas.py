"""Bodies of the lead routes."""

import unicodedata
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field, StringConstraints

from app.auth.schemas import Body
from app.core.language import Text
from app.core.paging import Page
from app.leads.document import is_empty_document, read_document
from app.leads.email import is_empty_email, read_email
from app.leads.phone import is_empty_phone, read_phone
from app.leads.problems import ValueProblem

Stage = Literal["new", "qualified", "proposal", "negotiation", "won", "lost"]
STAGES: tuple[Stage, ...] = ("new", "qualified", "proposal", "negotiation", "won", "lost")

NAME_LENGTH = 200
SOURCE_LENGTH = 100
TAG_LENGTH = 60
MAX_TAGS = 50
MAX_CUSTOM = 60
CUSTOM_KEY_LENGTH = 80
CUSTOM_LENGTH = 20_000
NO_NAME = Text("Informe o nome ou a empresa.", "Give the name or the company.")
NOT_EMPTY = Text("Este campo não pode ficar vazio.", "This field cannot be empty.")


def _given(value: object) -> object:
    """In a PATCH, leaving a field out keeps it; null is no value for it."""
    if value is None:
        raise ValueError(NOT_EMPTY)
    return value


def _reader(read: Callable[[str], str], is_empty: Callable[[str], bool]) -> AfterValidator:
    def check(text: str) -> str | None:
        if is_empty(text):
            return None
        try:
            return read(text)
        except ValueProblem as problem:
            raise ValueError(problem.text()) from problem

    return AfterValidator(check)


def _visible(text: str) -> str:
    """Empty when nobody could see it: spaces of no width, direction marks."""
    return text if any(unicodedata.category(sign)[0] not in "CZ" for sign in text) else ""


def _seen(text: str) -> str:
    if not _visible(text):
        raise ValueError(NOT_EMPTY)
    return text


def _or_none(text: str) -> str | None:
    return _visible(text) or None


def _distinct(tags: list[str]) -> list[str]:
    return list(dict.fromkeys(tag for tag in tags if _visible(tag)))


Given = AfterValidator(_given)
Line = StringConstraints(strip_whitespace=True, max_length=NAME_LENGTH)
Name = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=NAME_LENGTH),
    AfterValidator(_seen),
]
Company = Annotated[str, Line, AfterValidator(_or_none)]
Source = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=SOURCE_LENGTH), AfterValidator(_or_none)
]
Phone = Annotated[str, Field(max_length=60), _reader(lambda text: read_phone(text).e164, is_empty_phone)]
Email = Annotated[str, Field(max_length=320), _reader(read_email, is_empty_email)]
Document = Annotated[
    str, Field(max_length=40), _reader(lambda text: read_document(text).value, is_empty_document)
]
Money = Annotated[Decimal, Field(ge=0, max_digits=14, decimal_places=2)]
Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
Tag = Annotated[str, StringConstraints(strip_whitespace=True, max_length=TAG_LENGTH)]
Tags = Annotated[list[Tag], Field(max_length=MAX_TAGS), AfterValidator(_distinct)]
CustomKey = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=CUSTOM_KEY_LENGTH)
]
CustomValue = Annotated[str, Field(max_length=CUSTOM_LENGTH)] | int | float | bool | None
Custom = Annotated[dict[CustomKey, CustomValue], Field(max_length=MAX_CUSTOM)]


class LeadCreate(Body):
    """`name` may be left out when there is a company: the lead is then called by it."""

    name: Annotated[str, Line, AfterValidator(_visible)] = ""
    email: Email | None = None
    phone: Phone | None = None
    company: Company | None = None
    document: Document | None = None
    value: Money | None = None
    currency: Currency = "BRL"
    stage: Stage = "new"
    owner: Annotated[UUID | None, Field(description="id of a member (`listMembers`)")] = None
    source: Source | None = None
    tags: Annotated[Tags, Field(default_factory=list)]
    custom: Annotated[Custom, Field(default_factory=dict)]


class LeadChange(Body):
    """Fields left out stay as they are; null empties a field. `tags` and `custom` are replaced as a whole."""

    name: Annotated[Name | None, Given] = None
    email: Email | None = None
    phone: Phone | None = None
    company: Company | None = None
    document: Document | None = None
    value: Money | None = None
    currency: Annotated[Currency | None, Given] = None
    stage: Annotated[Stage | None, Given] = None
    owner: Annotated[UUID | None, Field(description="id of a member (`listMembers`)")] = None
    source: Source | None = None
    tags: Annotated[Tags | None, Given] = None
    custom: Annotated[Custom | None, Given] = None


class LeadOwner(BaseModel):
    id: Annotated[UUID, Field(description="id of the member")]
    name: str


class LeadView(BaseModel):
    id: UUID
    name: str
    email: str | None
    phone: Annotated[str | None, Field(description="E.164")]
    company: str | None
    document: Annotated[str | None, Field(description="CPF or CNPJ without its mask")]
    value: float | None
    currency: str
    stage: Stage
    owner: LeadOwner | None
    source: str | None
    tags: list[str]
    score: Annotated[int, Field(description="0 to 100: how much is known to reach and qualify the lead")]
    custom: dict[str, str | int | float | bool | None]
    version: int
    created_at: datetime
    updated_at: datetime


class Total(BaseModel):
    """How many leads match. `exact` is false when there are more than `value`."""

    value: int
    exact: bool


class LeadPage(Page[LeadView]):
    total: Total


class Facet(BaseModel):
    value: str
    count: int


class OwnerFacet(LeadOwner):
    count: int


class LeadFacets(BaseModel):
    """What there is to filter by, the most frequent first; at most 100 of each."""

    stages: list[Facet]
    sources: list[Facet]
    tags: list[Facet]
    owners: list[OwnerFacet]
    without_owner: int
