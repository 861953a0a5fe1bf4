"""Which leads, in which order, from where on: the filters, sorts and pages of the list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import Depends, Query
from pydantic import AfterValidator, AwareDatetime
from sqlalchemy import (
    BigInteger,
    ColumnElement,
    DateTime,
    Integer,
    SQLColumnExpression,
    Text,
    Uuid,
    func,
    literal,
    literal_column,
    or_,
    tuple_,
)
from sqlalchemy.types import TypeEngine

from app.core.errors import FieldProblem, InvalidFields
from app.core.language import Text as Sentence
from app.core.paging import BadCursor, Scalar, decode_cursor, encode_cursor
from app.leads.models import Lead
from app.leads.schemas import Stage
from app.leads.search_terms import like, read_terms

BAD_OWNER = Sentence("Use o id de um membro, “me” ou “none”.", "Use the id of a member, “me” or “none”.")
BAD_MOMENT = Sentence("Use uma data entre os anos 2 e 9998.", "Use a date between the years 2 and 9998.")

Sort = Literal[
    "name",
    "-name",
    "company",
    "-company",
    "value",
    "-value",
    "score",
    "-score",
    "stage",
    "-stage",
    "created_at",
    "-created_at",
    "updated_at",
    "-updated_at",
]
DEFAULT_SORT: Sort = "-created_at"

# The index expressions of migration 0002: literal, because a parameter would not match the index.
_KEYS: dict[str, tuple[str, TypeEngine[Any]]] = {
    "name": ("lead.name_key", Text()),
    "company": ("coalesce(lead.company_key, U&'\\+10FFFF')", Text()),
    "-company": ("coalesce(lead.company_key, '')", Text()),
    "value": ("coalesce(lead.cents, 9223372036854775807)", BigInteger()),
    "-value": ("coalesce(lead.cents, -1)", BigInteger()),
    "score": ("lead.score", Integer()),
    "stage": ("lead.stage_rank", Integer()),
    "created_at": ("lead.created_at", DateTime(timezone=True)),
    "updated_at": ("lead.updated_at", DateTime(timezone=True)),
}


@dataclass(frozen=True)
class Position:
    """The last row of the page before, and the total counted on the first page."""

    key: Any
    id: UUID
    total: int


class Order:
    def __init__(self, sort: Sort) -> None:
        self.sort = sort
        self.descending = sort.startswith("-")
        expression, self.type = _KEYS.get(sort) or _KEYS[sort.removeprefix("-")]
        self.key: ColumnElement[Any] = literal_column(expression, self.type)

    def by(self) -> list[ColumnElement[Any]]:
        # The id goes the same way as the key, so that one index serves both directions.
        ordered: list[SQLColumnExpression[Any]] = [self.key, Lead.id]
        return [column.desc() if self.descending else column.asc() for column in ordered]

    def after(self, position: Position) -> ColumnElement[bool]:
        row = tuple_(self.key, Lead.id)
        last = tuple_(literal(position.key, self.type), literal(position.id, Uuid()))
        return row < last if self.descending else row > last

    def cursor(self, key: object, identifier: UUID, total: int) -> str:
        value: Scalar = (
            key.isoformat() if isinstance(key, datetime) else key if isinstance(key, int) else str(key)
        )
        return encode_cursor(self.sort, [value, str(identifier), total])

    def position(self, cursor: str) -> Position:
        key, identifier, total = decode_cursor(cursor, sort=self.sort, size=3)
        try:
            return Position(self._key(key), UUID(str(identifier)), _whole(total, 2**63))
        except (ValueError, OverflowError) as error:
            raise BadCursor from error

    def _key(self, value: Scalar) -> object:
        if isinstance(self.type, DateTime):
            moment = datetime.fromisoformat(str(value))
            if moment.tzinfo is None:
                raise BadCursor
            return moment.astimezone(UTC)
        if isinstance(self.type, Text):
            return str(value)
        return _whole(value, 2**63 if isinstance(self.type, BigInteger) else 2**31)


def _whole(value: Scalar, limit: int) -> int:
    number = int(str(value))
    if not -limit <= number < limit:
        raise BadCursor
    return number


@dataclass(frozen=True)
class LeadFilter:
    q: str = ""
    stage: Sequence[Stage] = ()
    owner: Sequence[str] = ()
    tag: Sequence[str] = ()
    source: Sequence[str] = ()
    min_score: int | None = None
    max_score: int | None = None
    min_value: float | None = None
    max_value: float | None = None
    created_after: datetime | None = None
    created_before: datetime | None = None
    updated_after: datetime | None = None
    updated_before: datetime | None = None

    def conditions(self, me: UUID | None) -> list[ColumnElement[bool]]:
        """`me`: the caller's own membership, for `owner=me`."""
        found: list[ColumnElement[bool]] = [Lead.deleted_at.is_(None)]
        found += [
            or_(*(Lead.search.like(func.piloto_norm(like(word))) for word in term.spellings))
            for term in read_terms(self.q)
        ]
        if self.stage:
            found.append(Lead.stage.in_(self.stage))
        if self.owner:
            found.append(or_(*(self._owned(owner, me) for owner in self.owner)))
        if self.tag:
            found.append(Lead.tags.overlap(list(self.tag)))
        if self.source:
            found.append(Lead.source.in_(self.source))
        return found + self._ranges()

    @staticmethod
    def _owned(owner: str, me: UUID | None) -> ColumnElement[bool]:
        if owner == "none":
            return Lead.owner_id.is_(None)
        if owner == "me":
            return Lead.owner_id == me if me else literal_column("false")
        try:
            return Lead.owner_id == UUID(owner)
        except ValueError as error:
            raise InvalidFields(errors=[FieldProblem(field="owner", message=BAD_OWNER.say())]) from error

    def _ranges(self) -> list[ColumnElement[bool]]:
        found: list[ColumnElement[bool]] = []
        for column, lowest, highest in (
            (Lead.score, self.min_score, self.max_score),
            (Lead.cents, _cents(self.min_value), _cents(self.max_value)),
            (Lead.created_at, self.created_after, self.created_before),
            (Lead.updated_at, self.updated_after, self.updated_before),
        ):
            if lowest is not None:
                found.append(column >= lowest)
            if highest is not None:
                found.append(column <= highest)
        return found


def _cents(value: float | None) -> int | None:
    return None if value is None else round(value * 100)


Amount = Annotated[float | None, Query(ge=0, le=1e12)]
Points = Annotated[int | None, Query(ge=0, le=100)]


def _storable(moment: datetime | None) -> datetime | None:
    """In UTC; the first and the last day of all may have no such time."""
    try:
        return moment and moment.astimezone(UTC)
    except OverflowError as error:
        raise ValueError(BAD_MOMENT) from error


Moment = Annotated[AwareDatetime | None, AfterValidator(_storable)]


def _filter(
    *,
    q: Annotated[
        str, Query(max_length=200, description="Accents, masks and the ninth digit do not matter")
    ] = "",
    stage: Annotated[list[Stage], Query()] = [],  # noqa: B006 - FastAPI copies it
    owner: Annotated[list[str], Query(max_length=50, description="Members' ids, `me`, `none`")] = [],  # noqa: B006
    tag: Annotated[list[str], Query(max_length=50)] = [],  # noqa: B006
    source: Annotated[list[str], Query(max_length=50)] = [],  # noqa: B006
    min_score: Points = None,
    max_score: Points = None,
    min_value: Amount = None,
    max_value: Amount = None,
    created_after: Moment = None,
    created_before: Moment = None,
    updated_after: Moment = None,
    updated_before: Moment = None,
) -> LeadFilter:
    return LeadFilter(
        q=q,
        stage=stage,
        owner=owner,
        tag=tag,
        source=source,
        min_score=min_score,
        max_score=max_score,
        min_value=min_value,
        max_value=max_value,
        created_after=created_after,
        created_before=created_before,
        updated_after=updated_after,
        updated_before=updated_before,
    )


Filter = Annotated[LeadFilter, Depends(_filter)]
SortBy = Annotated[Sort, Query(description="`-` for descending; leads without the value come last")]
