"""Bodies of the knowledge routes."""

from datetime import datetime
from typing import Annotated, Literal, get_args
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints

from app.auth.schemas import Body
from app.core.paging import Page
from app.knowledge.causes import Cause
from app.knowledge.extraction import Kind

Status = Literal["queued", "extracting", "splitting", "indexing", "ready", "partial", "failed"]
STATUSES: tuple[Status, ...] = get_args(Status)
PROCESSING: tuple[Status, ...] = ("queued", "extracting", "splitting", "indexing")
PROBLEM: tuple[Status, ...] = ("partial", "failed")
SEARCHABLE: tuple[Status, ...] = ("ready", "partial")
Group = Literal["processing", "problem"]

TITLE_LENGTH = 200
TEXT_LENGTH = 2_000_000
QUERY_LENGTH = 1000


class KnowledgeTextCreate(Body):
    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=TITLE_LENGTH)]
    text: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=TEXT_LENGTH)]


class CauseView(BaseModel):
    code: Cause
    text: Annotated[str, Field(description="In the caller's language: what happened and what to do")]


class Progress(BaseModel):
    """Passages indexed so far; the total is known once the text has been split."""

    done: int
    total: int | None


class KnowledgeDocumentView(BaseModel):
    id: UUID
    title: str
    source: Literal["file", "text"]
    kind: Kind
    size: Annotated[int, Field(description="Bytes")]
    status: Status
    cause: CauseView | None
    pages: Annotated[int | None, Field(description="Null where the format has no pages")]
    pages_without_text: list[int]
    progress: Progress
    stalled: Annotated[bool, Field(description="Being processed, but standing still: retry or cancel it")]
    created_at: datetime
    updated_at: Annotated[datetime, Field(description="Last change or progress")]


class KnowledgeTotals(BaseModel):
    """Over all documents, whatever the page and filter."""

    documents: int
    processing: int
    problem: int
    passages: int
    bytes: int


class KnowledgeDocumentPage(Page[KnowledgeDocumentView]):
    """Documents, the newest first."""

    totals: KnowledgeTotals


class KnowledgeQuery(Body):
    query: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=QUERY_LENGTH)]
    limit: Annotated[int, Field(ge=1, le=20)] = 5


class PassageDocument(BaseModel):
    id: UUID
    title: str


class PassageView(BaseModel):
    text: str
    score: Annotated[float, Field(ge=0, le=1, description="Meaning and words together; orders the passages")]
    similarity: Annotated[float, Field(description="Cosine of the nearest sentence to the question, -1 to 1")]
    words: Annotated[float, Field(ge=0, description="BM25 of the question's words; 0 when none is there")]
    document: PassageDocument
    page: int | None


class KnowledgeSearchResult(BaseModel):
    passages: list[PassageView]
