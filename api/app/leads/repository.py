"""SQL of leads."""

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Float,
    Row,
    Select,
    bindparam,
    cast,
    func,
    literal_column,
    or_,
    select,
    text,
)

from app.auth.models import Membership, User
from app.core.database import TenantRepository
from app.leads.listing import LeadFilter, Order, Position
from app.leads.models import Lead
from app.leads.schemas import LeadOwner

# Beyond this many the list says "more than": counting further would cost more than the page itself.
COUNT_LIMIT = 20_000
MAX_FACETS = 100

COLUMNS = (
    Lead.id,
    Lead.name,
    Lead.email,
    Lead.phone,
    Lead.company,
    Lead.document,
    Lead.value,
    Lead.currency,
    Lead.stage,
    Lead.source,
    Lead.tags,
    Lead.score,
    Lead.custom,
    Lead.version,
    Lead.created_at,
    Lead.updated_at,
)


# JSON has one kind of number; 14 digits fit into it.
LISTED = tuple(cast(column, Float).label("value") if column is Lead.value else column for column in COLUMNS)


class LeadRepository(TenantRepository[Lead]):
    model = Lead

    async def get(self, identifier: UUID, *, lock: bool = False, deleted: bool = False) -> Lead | None:
        """A lead that is there; with `deleted`, one that has been deleted."""
        query = self.select().where(
            Lead.id == identifier, Lead.deleted_at.is_not(None) if deleted else Lead.deleted_at.is_(None)
        )
        return (await self.session.scalars(query.with_for_update() if lock else query)).one_or_none()

    async def add(self, lead: Lead) -> None:
        self.session.add(lead)
        await self.reload(lead)

    async def reload(self, lead: Lead) -> None:
        """Writes, and reads what the database has computed."""
        await self.session.flush()
        await self.session.refresh(lead)

    async def page(
        self, which: LeadFilter, order: Order, position: Position | None, limit: int, me: UUID | None
    ) -> tuple[list[Row[Any]], int]:
        """Rows, with `sort_key`, `owner_id`, `owner_name`; how many leads match, at most COUNT_LIMIT + 1."""
        conditions = which.conditions(me)
        page = (
            self.select()
            .where(*conditions, *([order.after(position)] if position else []))
            .with_only_columns(*LISTED, Lead.owner_id, order.key.label("sort_key"))
            .order_by(*order.by())
            .limit(limit)
            .subquery()
        )
        total = literal_column(str(position.total)) if position else self._counted(conditions)
        ordered = [page.c.sort_key, page.c.id]
        query = (
            select(page, User.name.label("owner_name"), total.label("total"))
            .outerjoin(Membership, Membership.id == page.c.owner_id)
            .outerjoin(User, User.id == Membership.user_id)
            .order_by(*(column.desc() if order.descending else column.asc() for column in ordered))
        )
        rows = list((await self.session.execute(query)).all())
        return rows, rows[0].total if rows else position.total if position else 0

    def _counted(self, conditions: Iterable[ColumnElement[bool]]) -> ColumnElement[int]:
        some: Select[int] = (
            self.select().with_only_columns(literal_column("1")).where(*conditions).limit(COUNT_LIMIT + 1)
        )
        return select(func.count()).select_from(some.subquery()).scalar_subquery()

    async def member(self, user_id: UUID) -> UUID | None:
        """The membership of a signed-in person."""
        query = select(Membership.id).where(
            Membership.tenant_id == self.tenant_id, Membership.user_id == user_id
        )
        return (await self.session.scalars(query)).one_or_none()

    async def owner(self, member_id: UUID, *, active: bool = False) -> LeadOwner | None:
        query = (
            select(Membership.id, User.name)
            .join(User, User.id == Membership.user_id)
            .where(Membership.tenant_id == self.tenant_id, Membership.id == member_id)
        )
        if active:
            query = query.where(Membership.status == "active")
        row = (await self.session.execute(query)).one_or_none()
        return LeadOwner(id=row.id, name=row.name) if row else None

    async def hold(self, identities: Iterable[str]) -> None:
        """Until the transaction ends nobody else makes a lead of the same identity."""
        keys = sorted(
            int.from_bytes(hashlib.sha256(f"{self.tenant_id}:{identity}".encode()).digest()[:8], signed=True)
            for identity in identities
        )
        for key in keys:
            await self.session.execute(select(func.pg_advisory_xact_lock(key)))

    async def alike(self, phone: str | None, email: str | None, document: str | None) -> Sequence[Lead]:
        """Leads with the same phone, e-mail or document, the oldest first."""
        same = [
            column == value
            for column, value in ((Lead.document, document), (Lead.email, email), (Lead.phone, phone))
            if value is not None
        ]
        if not same:
            return []
        query = self.select().where(Lead.deleted_at.is_(None), or_(*same)).order_by(Lead.id).limit(100)
        return (await self.session.scalars(query)).all()

    async def facets(self) -> Sequence[Row[Any]]:
        """Rows `(kind, value, amount)`, at most MAX_FACETS of each kind."""
        return (await self.session.execute(_FACETS, {"tenant": self.tenant_id, "limit": MAX_FACETS})).all()

    async def owner_names(self, members: Iterable[UUID]) -> dict[UUID, str]:
        query = (
            select(Membership.id, User.name)
            .join(User, User.id == Membership.user_id)
            .where(
                Membership.tenant_id == self.tenant_id, Membership.id.in_(bindparam("ids", expanding=True))
            )
        )
        rows = (await self.session.execute(query, {"ids": list(members)})).all()
        return {row.id: row.name for row in rows}


# One pass over the leads: the grouping sets keep each kind apart.
_FACETS = text(
    """
    WITH here AS MATERIALIZED (
        SELECT stage, source, owner_id, tags FROM lead WHERE tenant_id = :tenant AND deleted_at IS NULL
    ),
    counted AS (
        SELECT
            CASE WHEN grouping(stage) = 0 THEN 'stage' WHEN grouping(source) = 0 THEN 'source'
                ELSE 'owner' END AS kind,
            coalesce(stage, source, owner_id::text) AS value, count(*) AS amount
        FROM here GROUP BY GROUPING SETS ((stage), (source), (owner_id))
        UNION ALL
        SELECT 'tag', tag, count(*) FROM here, unnest(tags) AS tag GROUP BY tag
    ),
    ranked AS (
        SELECT *, row_number() OVER (PARTITION BY kind ORDER BY amount DESC, value) AS rank FROM counted
    )
    SELECT kind, value, amount FROM ranked WHERE rank <= :limit ORDER BY kind, rank
    """
)
