"""Creating, changing, deleting and restoring agents."""

from datetime import UTC, datetime
from uuid import UUID

from app.agents.errors import AgentNotFound
from app.agents.models import Agent
from app.agents.repository import AgentRepository
from app.agents.schemas import AgentChange, AgentCreate, AgentPage, AgentView
from app.auth.access import Access
from app.core.etag import Precondition
from app.core.paging import BadCursor, decode_cursor, encode_cursor

SORT = "-created_at"


def agent_view(row: Agent) -> AgentView:
    return AgentView.model_validate(row, from_attributes=True)


class AgentService:
    def __init__(self, access: Access) -> None:
        self.tenant_id = access.tenant_id
        self.repository = AgentRepository(access.session, access.tenant_id)

    async def page(self, limit: int, cursor: str | None) -> AgentPage:
        rows = await self.repository.page(position(cursor) if cursor else None, limit + 1)
        items = [agent_view(row) for row in rows[:limit]]
        more = encode_cursor(SORT, [str(items[-1].id)]) if len(rows) > limit else None
        return AgentPage(items=items, next_cursor=more)

    async def create(self, body: AgentCreate) -> Agent:
        agent = Agent(tenant_id=self.tenant_id, **body.model_dump())
        await self.repository.add(agent)
        return agent

    async def get(self, identifier: UUID, *, lock: bool = False) -> Agent:
        agent = await self.repository.get(identifier, lock=lock)
        if agent is None:
            raise AgentNotFound
        return agent

    async def change(self, identifier: UUID, change: AgentChange, if_match: Precondition) -> Agent:
        agent = await self.get(identifier, lock=True)
        if_match.check(agent.version, current=lambda: agent_view(agent).model_dump(mode="json"))
        new = {
            name: value
            for name, value in change.model_dump(exclude_unset=True).items()
            if value != getattr(agent, name)
        }
        for name, value in new.items():
            setattr(agent, name, value)
        # Saving the same again is no new version: nobody else's edit becomes stale by it.
        if new:
            agent.version += 1
            agent.updated_at = datetime.now(UTC)
        return agent

    async def delete(self, identifier: UUID) -> None:
        agent = await self.get(identifier, lock=True)
        agent.deleted_at = datetime.now(UTC)
        agent.version += 1

    async def restore(self, identifier: UUID) -> Agent:
        """Undoes a deletion; an agent that is there is answered as it is: undoing twice does no harm."""
        agent = await self.repository.get(identifier, lock=True, deleted=True)
        if agent is None:
            return await self.get(identifier)
        agent.deleted_at = None
        agent.version += 1
        agent.updated_at = datetime.now(UTC)
        return agent


def position(cursor: str) -> UUID:
    (identifier,) = decode_cursor(cursor, sort=SORT, size=1)
    try:
        return UUID(str(identifier))
    except ValueError as error:
        raise BadCursor from error
