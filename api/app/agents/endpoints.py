"""`/public/agents`."""

from http import HTTPStatus
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response

from app.agents.errors import AgentNotFound
from app.agents.models import Agent
from app.agents.schemas import AgentChange, AgentCreate, AgentPage, AgentView
from app.agents.service import AgentService, agent_view
from app.auth.access import Access, require
from app.core.errors import errors_of
from app.core.etag import IfMatch, PreconditionFailed, PreconditionMissing, etag
from app.core.paging import BadCursor, Cursor, Limit

router = APIRouter(prefix="/public/agents", tags=["agents"])

Reader = Annotated[Access, require("agents:read")]
Writer = Annotated[Access, require("agents:write")]


def _tagged(agent: Agent, response: Response) -> AgentView:
    response.headers["ETag"] = etag(agent.version)
    return agent_view(agent)


@router.get("", operation_id="listAgents", responses=errors_of(BadCursor))
async def page(access: Reader, limit: Limit = 50, cursor: Cursor = None) -> AgentPage:
    return await AgentService(access).page(limit, cursor)


@router.post("", operation_id="createAgent", status_code=HTTPStatus.CREATED)
async def create(body: AgentCreate, access: Writer, response: Response) -> AgentView:
    agent = await AgentService(access).create(body)
    response.headers["Location"] = f"/api/v1/public/agents/{agent.id}"
    return _tagged(agent, response)


@router.get("/{agent_id}", operation_id="getAgent", responses=errors_of(AgentNotFound))
async def get(agent_id: UUID, access: Reader, response: Response) -> AgentView:
    return _tagged(await AgentService(access).get(agent_id), response)


@router.patch(
    "/{agent_id}",
    operation_id="updateAgent",
    responses=errors_of(AgentNotFound, PreconditionMissing, PreconditionFailed),
)
async def change(
    agent_id: UUID, body: AgentChange, access: Writer, if_match: IfMatch, response: Response
) -> AgentView:
    return _tagged(await AgentService(access).change(agent_id, body, if_match), response)


@router.delete(
    "/{agent_id}",
    operation_id="deleteAgent",
    status_code=HTTPStatus.NO_CONTENT,
    responses=errors_of(AgentNotFound),
)
async def delete(agent_id: UUID, access: Writer) -> None:
    await AgentService(access).delete(agent_id)


@router.post("/{agent_id}/restore", operation_id="restoreAgent", responses=errors_of(AgentNotFound))
async def restore(agent_id: UUID, access: Writer, response: Response) -> AgentView:
    """Undoes `deleteAgent`."""
    return _tagged(await AgentService(access).restore(agent_id), response)
