"""Listing, making, changing, deleting and restoring leads."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from pydantic_core import to_json
from sqlalchemy import Row

from app.auth.access import Access
from app.core.errors import FieldProblem, InvalidFields
from app.core.etag import Precondition
from app.core.language import Text
from app.leads.errors import MATCHED, LeadDuplicate, LeadNotFound
from app.leads.listing import LeadFilter, Order, Sort
from app.leads.matching import find_same
from app.leads.models import Lead
from app.leads.repository import COLUMNS, COUNT_LIMIT, LeadRepository
from app.leads.schemas import (
    NO_NAME,
    Facet,
    LeadChange,
    LeadCreate,
    LeadFacets,
    LeadOwner,
    LeadView,
    OwnerFacet,
    Total,
)

UNKNOWN_OWNER = Text(
    "Este responsável não é um membro ativo. Escolha outro.",
    "This owner is not an active member. Choose another one.",
)
FIELDS = tuple(column.key for column in COLUMNS)


def lead_view(row: Lead | Row[Any], owner: LeadOwner | None) -> LeadView:
    # What the table holds has been checked on its way in.
    return LeadView.model_construct(owner=owner, **{name: getattr(row, name) for name in FIELDS})


class LeadService:
    def __init__(self, access: Access) -> None:
        self.access = access
        self.repository = LeadRepository(access.session, access.tenant_id)

    async def me(self, which: LeadFilter) -> UUID | None:
        return await self.repository.member(self.access.caller.user_id) if "me" in which.owner else None

    async def page(self, which: LeadFilter, sort: Sort, limit: int, cursor: str | None) -> bytes:
        """A LeadPage as JSON. Its rows never become models: they would take longer than the query."""
        order = Order(sort)
        position = order.position(cursor) if cursor else None
        rows, total = await self.repository.page(which, order, position, limit + 1, await self.me(which))
        shown = rows[:limit]
        more = order.cursor(shown[-1].sort_key, shown[-1].id, total) if len(rows) > limit else None
        items = [
            dict(zip(FIELDS, row, strict=False))
            | {"owner": {"id": row.owner_id, "name": row.owner_name} if row.owner_name else None}
            for row in shown
        ]
        counted = Total(value=min(total, COUNT_LIMIT), exact=total <= COUNT_LIMIT)
        return to_json({"items": items, "next_cursor": more, "total": counted})

    async def view(self, lead: Lead) -> LeadView:
        return lead_view(lead, await self.repository.owner(lead.owner_id) if lead.owner_id else None)

    async def get(self, identifier: UUID, *, lock: bool = False) -> Lead:
        lead = await self.repository.get(identifier, lock=lock)
        if lead is None:
            raise LeadNotFound
        return lead

    async def create(self, body: LeadCreate, *, allow_duplicate: bool) -> Lead:
        name = body.name or body.company
        if not name:
            raise InvalidFields(errors=[FieldProblem(field="name", message=NO_NAME.say())])
        await self._check_owner(body.owner)
        if not allow_duplicate:
            await self._refuse_duplicate(body)
        values = body.model_dump(exclude={"owner", "name"})
        lead = Lead(tenant_id=self.access.tenant_id, name=name, owner_id=body.owner, **values)
        await self.repository.add(lead)
        return lead

    async def _check_owner(self, owner: UUID | None) -> None:
        if owner and await self.repository.owner(owner, active=True) is None:
            raise InvalidFields(errors=[FieldProblem(field="owner", message=UNKNOWN_OWNER.say())])

    async def _refuse_duplicate(self, body: LeadCreate) -> None:
        identity = (body.phone, body.email, body.document)
        await self.repository.hold(value for value in identity if value)
        same = find_same(await self.repository.alike(*identity), *identity)
        if same is None:
            return
        lead, matched = same
        raise LeadDuplicate(
            name=lead.name,
            matched=MATCHED[matched].say(),
            extensions={
                "existing": {
                    "id": str(lead.id),
                    "name": lead.name,
                    "company": lead.company,
                    "matched": matched,
                }
            },
        )

    async def change(self, identifier: UUID, change: LeadChange, if_match: Precondition) -> Lead:
        lead = await self.get(identifier, lock=True)
        current = (await self.view(lead)).model_dump(mode="json")
        if_match.check(lead.version, current=lambda: current)
        values = change.model_dump(exclude_unset=True)
        if "owner" in values:
            values["owner_id"] = values.pop("owner")
            if values["owner_id"] != lead.owner_id:
                await self._check_owner(values["owner_id"])
        new = {name: value for name, value in values.items() if value != getattr(lead, name)}
        for name, value in new.items():
            setattr(lead, name, value)
        # Saving the same again is no new version: nobody else's edit becomes stale by it.
        if new:
            await self._touch(lead)
        return lead

    async def _touch(self, lead: Lead) -> None:
        lead.version += 1
        lead.updated_at = datetime.now(UTC)
        await self.repository.reload(lead)

    async def delete(self, identifier: UUID) -> None:
        lead = await self.get(identifier, lock=True)
        lead.deleted_at = datetime.now(UTC)
        await self._touch(lead)

    async def restore(self, identifier: UUID) -> Lead:
        """Undoes a deletion; a lead that is there is answered as it is: undoing twice does no harm."""
        lead = await self.repository.get(identifier, lock=True, deleted=True)
        if lead is None:
            return await self.get(identifier)
        lead.deleted_at = None
        await self._touch(lead)
        return lead

    async def facets(self) -> LeadFacets:
        found: dict[str, list[tuple[str | None, int]]] = {}
        for row in await self.repository.facets():
            found.setdefault(row.kind, []).append((row.value, row.amount))
        owners = {UUID(value): count for value, count in found.get("owner", []) if value}
        names = await self.repository.owner_names(owners)
        return LeadFacets(
            stages=_facets(found.get("stage", [])),
            sources=_facets(found.get("source", [])),
            tags=_facets(found.get("tag", [])),
            owners=[
                OwnerFacet(id=owner, name=names[owner], count=count)
                for owner, count in owners.items()
                if owner in names
            ],
            without_owner=sum(count for value, count in found.get("owner", []) if value is None),
        )


def _facets(counted: list[tuple[str | None, int]]) -> list[Facet]:
    return [Facet(value=value, count=count) for value, count in counted if value is not None]
