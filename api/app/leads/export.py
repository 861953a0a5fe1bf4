"""The filtered list as a CSV that a Brazilian spreadsheet opens with a double click."""

from collections.abc import AsyncIterator
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Select, func, select

from app.auth.access import Access
from app.auth.models import Membership, Organization, User
from app.core.database import tenant_select, tenant_session
from app.core.language import Text
from app.leads.csv_text import BOM, line
from app.leads.document import format_document
from app.leads.listing import LeadFilter, Order, Sort
from app.leads.models import Lead
from app.leads.schemas import Stage

BATCH = 1000
MAX_CUSTOM_COLUMNS = 100

HEADERS: tuple[Text, ...] = (
    Text("Nome", "Name"),
    Text("E-mail", "E-mail"),
    Text("Telefone", "Phone"),
    Text("Empresa", "Company"),
    Text("CPF/CNPJ", "CPF/CNPJ"),
    Text("Valor", "Value"),
    Text("Moeda", "Currency"),
    Text("Estágio", "Stage"),
    Text("Responsável", "Owner"),
    Text("Origem", "Source"),
    Text("Etiquetas", "Tags"),
    Text("Pontuação", "Score"),
    Text("Criado em", "Created at"),
    Text("Atualizado em", "Updated at"),
)
STAGE_NAMES: dict[Stage, Text] = {
    "new": Text("Novo", "New"),
    "qualified": Text("Qualificação", "Qualified"),
    "proposal": Text("Proposta", "Proposal"),
    "negotiation": Text("Negociação", "Negotiation"),
    "won": Text("Ganho", "Won"),
    "lost": Text("Perdido", "Lost"),
}


def _plain(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return Text("sim", "yes").say() if value else Text("não", "no").say()
    if isinstance(value, Decimal | float):
        return str(value).replace(".", ",")
    return str(value)


class LeadExport:
    def __init__(self, access: Access) -> None:
        self.session = access.session
        self.tenant_id = access.tenant_id

    async def prepare(self, which: LeadFilter, sort: Sort, me: UUID | None) -> AsyncIterator[str]:
        """Everything that can be refused is done here, before the answer begins."""
        leads = tenant_select(Lead, self.tenant_id).where(*which.conditions(me))
        keys = select(func.jsonb_object_keys(leads.with_only_columns(Lead.custom).subquery().c.custom))
        custom = sorted(set((await self.session.scalars(keys.distinct().limit(MAX_CUSTOM_COLUMNS))).all()))
        zone_name = (
            await self.session.scalars(
                select(Organization.time_zone).where(Organization.id == self.tenant_id)
            )
        ).one()
        query = (
            leads.outerjoin(Membership, Membership.id == Lead.owner_id)
            .outerjoin(User, User.id == Membership.user_id)
            .add_columns(User.name)
            .order_by(*Order(sort).by())
        )
        # Said now: the stream runs when the request's language may be another's.
        header = [text.say() for text in HEADERS] + custom
        stages: dict[str, str] = {stage: name.say() for stage, name in STAGE_NAMES.items()}
        return self._lines(query, header, custom, stages, ZoneInfo(zone_name))

    async def _lines(
        self, query: Select[Any], header: list[str], custom: list[str], stages: dict[str, str], zone: ZoneInfo
    ) -> AsyncIterator[str]:
        yield BOM + line(header)
        async with tenant_session(self.tenant_id) as session:
            found = await session.stream(query.execution_options(yield_per=BATCH))
            async for rows in found.partitions(BATCH):
                yield "".join(line(_cells(lead, owner, custom, stages, zone)) for lead, owner in rows)


def _cells(
    lead: Lead, owner: str | None, custom: list[str], stages: dict[str, str], zone: ZoneInfo
) -> list[str]:
    def moment(value: datetime) -> str:
        return value.astimezone(zone).strftime("%d/%m/%Y %H:%M")

    return [
        lead.name,
        lead.email or "",
        lead.phone or "",
        lead.company or "",
        format_document(lead.document) if lead.document else "",
        _plain(lead.value),
        lead.currency,
        stages[lead.stage],
        owner or "",
        lead.source or "",
        ", ".join(lead.tags),
        str(lead.score),
        moment(lead.created_at),
        moment(lead.updated_at),
        *(_plain(lead.custom.get(key)) for key in custom),
    ]
