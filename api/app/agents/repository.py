"""Rows of agents."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from app.agents.models import Agent
from app.core.database import TenantRepository

if TYPE_CHECKING:
    from sqlalchemy import Select


class AgentRepository(TenantRepository[Agent]):
    model = Agent

    async def get(self, identifier: UUID, *, lock: bool = False, deleted: bool = False) -> Agent | None:
        """An agent that is there; with `deleted`, one that has been deleted."""
        query = self.select().where(
            Agent.id == identifier, Agent.deleted_at.is_not(None) if deleted else Agent.deleted_at.is_(None)
        )
        return (await self.session.scalars(query.with_for_update() if lock else query)).one_or_none()

    async def page(self, after: UUID | None, limit: int) -> Sequence[Agent]:
        """The newest first: ids are made in the order of creation."""
        query: Select[Agent] = self.select().where(Agent.deleted_at.is_(None))
        if after is not None:
            query = query.where(Agent.id < after)
        return (await self.session.scalars(query.order_by(Agent.id.desc()).limit(limit))).all()

    async def add(self, agent: Agent) -> None:
        self.session.add(agent)
        await self.session.flush()
        await self.session.refresh(agent)
