"""Bodies of the agent routes."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field, StringConstraints

from app.auth.schemas import Body
from app.core.language import Text
from app.core.paging import Page

NAME_LENGTH = 80
PERSONA_LENGTH = 4000
INSTRUCTIONS_LENGTH = 20_000
NOT_NULL = Text("Este campo não pode ficar sem valor.", "This field cannot be without a value.")


def _given(value: object) -> object:
    """In a PATCH, leaving a field out keeps it; null is no value for it."""
    if value is None:
        raise ValueError(NOT_NULL)
    return value


Given = AfterValidator(_given)
AgentName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=NAME_LENGTH)]
Persona = Annotated[str, Field(max_length=PERSONA_LENGTH)]
Instructions = Annotated[str, Field(max_length=INSTRUCTIONS_LENGTH)]


class AgentCreate(Body):
    name: AgentName
    persona: Persona = ""
    instructions: Instructions = ""


class AgentChange(Body):
    """Fields left out stay as they are."""

    name: Annotated[AgentName | None, Given] = None
    persona: Annotated[Persona | None, Given] = None
    instructions: Annotated[Instructions | None, Given] = None


class AgentView(BaseModel):
    id: UUID
    name: str
    persona: str
    instructions: str
    status: Literal["draft"]
    version: int
    created_at: datetime
    updated_at: datetime


class AgentPage(Page[AgentView]):
    """Agents, the newest first."""
