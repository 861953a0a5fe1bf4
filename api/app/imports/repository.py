"""SQL of imports."""

import json
from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Text, any_, delete, func, literal, select, text, union
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlalchemy.orm import defer

from app.auth.models import Membership, Organization, User
from app.core.database import TenantRepository, tenant_select
from app.imports.merging import Known
from app.imports.models import LeadImport, LeadImportError, LeadImportFile
from app.imports.rows import Row
from app.imports.words import fold
from app.leads.models import Lead

REMEMBERED = ("checked", "running", "done")


class ImportRepository(TenantRepository[LeadImport]):
    model = LeadImport

    async def add(self, row: LeadImport, content: bytes) -> None:
        self.session.add(row)
        await self.session.flush()
        self.session.add(LeadImportFile(import_id=row.id, tenant_id=self.tenant_id, content=content))
        await self.session.flush()
        await self.session.refresh(row)

    async def page(self, after: UUID | None, limit: int) -> list[tuple[LeadImport, str | None]]:
        """The newest first: ids are made in the order of creation."""
        query = (
            self.select()
            .outerjoin(User, User.id == LeadImport.created_by)
            .add_columns(User.name)
            # The list shows neither the file's rows nor the faulty ones.
            .options(defer(LeadImport.layout), defer(LeadImport.problems), defer(LeadImport.mapping))
            .order_by(LeadImport.id.desc())
            .limit(limit)
        )
        if after is not None:
            query = query.where(LeadImport.id < after)
        return [(row, name) for row, name in await self.session.execute(query)]

    async def user_name(self, user_id: UUID) -> str | None:
        return (await self.session.scalars(select(User.name).where(User.id == user_id))).one_or_none()

    async def remembered(self, header_hash: str) -> LeadImport | None:
        """The last import of a file with the same columns that somebody went on with."""
        query = (
            self.select()
            .where(LeadImport.header_hash == header_hash, LeadImport.state.in_(REMEMBERED))
            .order_by(LeadImport.id.desc())
            .limit(1)
        )
        return (await self.session.scalars(query)).one_or_none()

    async def content(self, import_id: UUID) -> bytes | None:
        query = select(LeadImportFile.content).where(
            LeadImportFile.tenant_id == self.tenant_id, LeadImportFile.import_id == import_id
        )
        return (await self.session.scalars(query)).one_or_none()

    async def drop_content(self, import_id: UUID) -> None:
        await self.session.execute(
            delete(LeadImportFile).where(
                LeadImportFile.tenant_id == self.tenant_id, LeadImportFile.import_id == import_id
            )
        )

    async def drop_errors(self, import_id: UUID) -> None:
        await self.session.execute(
            delete(LeadImportError).where(
                LeadImportError.tenant_id == self.tenant_id, LeadImportError.import_id == import_id
            )
        )

    async def add_errors(self, import_id: UUID, rows: Sequence[Row]) -> None:
        if rows:
            await self.session.execute(
                # Two rehearsals at once find the same rows faulty.
                insert(LeadImportError).on_conflict_do_nothing(),
                [
                    {
                        "import_id": import_id,
                        "tenant_id": self.tenant_id,
                        "line": row.record.line,
                        # PostgreSQL keeps no NUL; everything else stays as it was.
                        "cells": [_storable(cell) for cell in row.record.cells],
                        "problems": [
                            problem | {"value": _storable(problem["value"])} for problem in row.problems
                        ],
                    }
                    for row in rows
                ],
            )

    async def widest_error(self, import_id: UUID) -> int:
        query = select(func.max(func.jsonb_array_length(LeadImportError.cells))).where(
            LeadImportError.tenant_id == self.tenant_id, LeadImportError.import_id == import_id
        )
        return (await self.session.scalars(query)).one() or 0

    async def errors(self, import_id: UUID, batch: int) -> AsyncIterator[Sequence[LeadImportError]]:
        query = (
            select(LeadImportError)
            .where(LeadImportError.tenant_id == self.tenant_id, LeadImportError.import_id == import_id)
            .order_by(LeadImportError.line)
            .execution_options(yield_per=batch)
        )
        async for rows in (await self.session.stream_scalars(query)).partitions(batch):
            yield rows

    async def time_zone(self) -> str:
        query = select(Organization.time_zone).where(Organization.id == self.tenant_id)
        return (await self.session.scalars(query)).one()

    async def owners(self) -> dict[str, str]:
        """Ids of the active members by folded e-mail and name; a name that two share names neither."""
        query = (
            select(Membership.id, User.name, User.email)
            .join(User, User.id == Membership.user_id)
            .where(Membership.tenant_id == self.tenant_id, Membership.status == "active")
        )
        rows = (await self.session.execute(query)).all()
        names = [fold(row.name) for row in rows]
        found = {fold(row.name): str(row.id) for row in rows if names.count(fold(row.name)) == 1}
        return found | {fold(row.email): str(row.id) for row in rows}

    async def alike(self, rows: Sequence[Row], *, lock: bool) -> Sequence[Lead]:
        """Leads that have a phone, an e-mail or a document in common with the rows, the oldest first."""
        wanted = {
            Lead.phone: {row.values.phone for row in rows},
            Lead.email: {row.values.email for row in rows},
            Lead.document: {row.values.document for row in rows},
        }
        # One array each: a thousand parameters cost more time than their query.
        found = {column: [value for value in values if value] for column, values in wanted.items()}
        # One query for each index: PostgreSQL would read the whole table for a long OR.
        parts = [
            tenant_select(Lead, self.tenant_id)
            .with_only_columns(Lead.id)
            .where(Lead.deleted_at.is_(None), column == any_(literal(values, ARRAY(Text))))
            for column, values in found.items()
            if values
        ]
        if not parts:
            return []
        query = tenant_select(Lead, self.tenant_id).where(Lead.id.in_(union(*parts))).order_by(Lead.id)
        return (await self.session.scalars(query.with_for_update() if lock else query)).all()

    async def write(self, new: Sequence[Known], changed: Sequence[Known]) -> None:
        if new:
            rows = [_json(known.values or {}) for known in new]
            await self.session.execute(_INSERT, {"tenant": self.tenant_id, "rows": json.dumps(rows)})
        if changed:
            rows = [
                _json((known.values or {}) | {"id": str(known.lead.id)}) for known in changed if known.lead
            ]
            await self.session.execute(_UPDATE, {"tenant": self.tenant_id, "rows": json.dumps(rows)})


def _storable(value: str) -> str:
    return value.replace("\x00", "�").encode("utf-8", "replace").decode()


def _json(values: dict[str, Any]) -> dict[str, Any]:
    return {name: _plain(value) for name, value in values.items()}


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return str(value)
    return value.isoformat() if isinstance(value, datetime) else value


_ROWS = """
    jsonb_to_recordset(CAST(:rows AS jsonb)) AS row(
        id uuid, name text, email text, phone text, company text, document text, value numeric, stage text,
        owner_id uuid, source text, tags jsonb, custom jsonb, created_at timestamptz
    )
"""
_TAGS = "coalesce((SELECT array_agg(tag) FROM jsonb_array_elements_text(row.tags) AS tag), '{}')"

# One statement for a batch: a thousand single ones would cost a thousand journeys.
_INSERT = text(
    f"""
    INSERT INTO lead (
        tenant_id, name, email, phone, company, document, value, stage, owner_id, source, tags, custom,
        created_at
    )
    SELECT :tenant, row.name, row.email, row.phone, row.company, row.document, row.value,
        coalesce(row.stage, 'new'), row.owner_id, row.source, {_TAGS}, coalesce(row.custom, '{{}}'),
        coalesce(row.created_at, now())
    FROM {_ROWS}
    """  # noqa: S608 - constants of this file
)
_UPDATE = text(
    f"""
    UPDATE lead SET
        name = row.name, email = row.email, phone = row.phone, company = row.company, document = row.document,
        value = row.value, stage = row.stage, owner_id = row.owner_id, source = row.source, tags = {_TAGS},
        custom = coalesce(row.custom, '{{}}'), version = lead.version + 1, updated_at = now()
    FROM {_ROWS}
    WHERE lead.id = row.id AND lead.tenant_id = :tenant
    """  # noqa: S608 - constants of this file
)
