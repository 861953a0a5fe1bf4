"""Uploading, mapping, rehearsing, starting, cancelling imports."""

import asyncio
import hashlib
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import cast
from uuid import UUID

from app.auth.access import Access
from app.core.database import set_tenant
from app.core.errors import FieldProblem, InvalidFields
from app.core.jobs import defer
from app.core.language import Text
from app.core.paging import BadCursor, decode_cursor, encode_cursor
from app.imports.decoding import Unreadable
from app.imports.errors import FAULTS, STATES, FileNotTable, ImportBusy, ImportNotFound
from app.imports.fields import propose
from app.imports.jobs import TASK
from app.imports.merging import Collision
from app.imports.models import LeadImport
from app.imports.reading import Table
from app.imports.repository import ImportRepository
from app.imports.runner import Rehearsal, Source, Stopped, layout_of, stored_layout
from app.imports.schemas import ImportChange, ImportPage, ImportView
from app.imports.upload import Upload
from app.imports.views import import_summary, import_view

SORT = "-created_at"
LOOKED_AT = 200
FIRST_ROWS = 20
SHOWN_CELL = 200

UNKNOWN_COLUMN = Text("O arquivo não tem a coluna “{column}”.", "The file has no column “{column}”.")
CHECK_FIRST = Text("Faça a simulação primeiro.", "Make the dry run first.")
UPLOAD_AGAIN = Text("Envie o arquivo de novo.", "Upload the file again.")
WAIT = Text("Espere terminar ou cancele.", "Wait for its end, or cancel it.")
ENDED = Text("Ela já terminou.", "It has ended already.")


class ImportService:
    def __init__(self, access: Access) -> None:
        self.access = access
        self.session, self.tenant_id = access.session, access.tenant_id
        self.repository = ImportRepository(access.session, access.tenant_id)

    async def page(self, limit: int, cursor: str | None) -> ImportPage:
        rows = await self.repository.page(_position(cursor) if cursor else None, limit + 1)
        items = [import_summary(row, name) for row, name in rows[:limit]]
        more = encode_cursor(SORT, [str(items[-1].id)]) if len(rows) > limit else None
        return ImportPage(items=items, next_cursor=more)

    async def upload(self, upload: Upload) -> ImportView:
        try:
            table, rows = await asyncio.to_thread(_look, upload.content)
        except Unreadable as error:
            raise FileNotTable(reason=FAULTS[error.fault].say(), extensions={"fault": error.fault}) from error
        layout = table.layout
        header_hash = hashlib.sha256(json.dumps(layout.columns).casefold().encode()).hexdigest()
        before = await self.repository.remembered(header_hash)
        mapping = before.mapping if before else propose(layout.columns, rows, await self.repository.owners())
        row = LeadImport(
            tenant_id=self.tenant_id,
            created_by=self.access.caller.user_id,
            file_name=upload.name,
            size=len(upload.content),
            layout=stored_layout(
                layout, [[cell[:SHOWN_CELL] for cell in cells] for cells in rows[:FIRST_ROWS]]
            ),
            header_hash=header_hash,
            mapping={column: mapping.get(column, "ignore") for column in layout.columns},
            mapping_source="remembered" if before else "proposed",
            total=layout.rows,
            **({"on_collision": before.on_collision} if before else {}),
        )
        await self.repository.add(row, upload.content)
        return await self._view(row)

    async def get(self, identifier: UUID) -> ImportView:
        return await self._view(await self.find(identifier))

    async def _view(self, row: LeadImport) -> ImportView:
        name = await self.repository.user_name(row.created_by) if row.created_by else None
        return import_view(row, name)

    async def find(self, identifier: UUID, *, lock: bool = False) -> LeadImport:
        row = await self.repository.find(identifier, lock=lock)
        if row is None:
            raise ImportNotFound
        return row

    async def change(self, identifier: UUID, change: ImportChange) -> ImportView:
        row = await self.find(identifier, lock=True)
        _need(row, ("uploaded", "checked"))
        if change.mapping is not None:
            columns = layout_of(row).columns
            for column in change.mapping:
                if column not in columns:
                    message = UNKNOWN_COLUMN.say(column=column)
                    raise InvalidFields(errors=[FieldProblem(field="mapping", message=message)])
            row.mapping = {column: change.mapping.get(column, "ignore") for column in columns}
            row.mapping_source = "chosen"
        if change.on_collision is not None:
            row.on_collision = change.on_collision
        if change.repair_documents is not None:
            row.repair_documents = change.repair_documents
        row.state, row.expected, row.problems = "uploaded", None, []
        await self.repository.drop_errors(row.id)
        _touch(row)
        return await self._view(row)

    async def rehearse(self, identifier: UUID) -> ImportView:
        row = await self.find(identifier)
        _need(row, ("uploaded", "checked"))
        if not {"name", "company"} & set(row.mapping.values()):
            message = Text(
                "Escolha a coluna do nome ou a da empresa.",
                "Choose the column of the name or of the company.",
            ).say()
            raise InvalidFields(errors=[FieldProblem(field="mapping", message=message)])
        source = await Source.load(self.repository, row)
        if source is None:
            raise ImportBusy(state=STATES[row.state].say(), advice=UPLOAD_AGAIN.say())
        seen, on_collision = row.updated_at, cast("Collision", row.on_collision)
        # A long file takes a while: the connection goes back to the others, each batch has its own.
        await self.session.commit()
        rehearsal = Rehearsal(self.tenant_id, identifier, seen)
        try:
            await rehearsal.run(source, on_collision)
            await set_tenant(self.session, self.tenant_id)
            row = await rehearsal.unchanged(self.repository)
        except Stopped as error:
            # Somebody chose another mapping meanwhile, or started it: these counts speak of the old one.
            raise ImportBusy(state=STATES["uploaded"].say(), advice=CHECK_FIRST.say()) from error
        row.state, row.expected = "checked", vars(rehearsal.counts)
        row.problems = list(rehearsal.problems)
        _touch(row)
        return await self._view(row)

    async def start(self, identifier: UUID) -> ImportView:
        """From `checked`; from `failed` it goes on behind the last batch written."""
        row = await self.find(identifier, lock=True)
        _need(row, ("checked", "failed"))
        if row.state == "checked":
            row.processed, row.counts, row.problems = 0, {"create": 0, "update": 0, "skip": 0, "error": 0}, []
            row.started_at = datetime.now(UTC)
            await self.repository.drop_errors(row.id)
        row.state, row.cause, row.finished_at = "running", None, None
        row.attempt += 1
        _touch(row)
        arguments: dict[str, str | int] = {
            "tenant_id": str(self.tenant_id),
            "import_id": str(row.id),
            "attempt": row.attempt,
        }
        # One import of an organization at a time: two at once would not see each other's new leads.
        await defer(self.session, TASK, arguments, lock=f"imports:{self.tenant_id}")
        return await self._view(row)

    async def cancel(self, identifier: UUID) -> ImportView:
        """Rows that have been written stay."""
        row = await self.find(identifier, lock=True)
        if row.state not in {"uploaded", "checked", "running", "failed"}:
            raise ImportBusy(state=STATES[row.state].say(), advice=ENDED.say())
        row.state = "cancelled"
        row.finished_at = datetime.now(UTC)
        await self.repository.drop_content(row.id)
        _touch(row)
        return await self._view(row)


def _look(content: bytes) -> tuple[Table, list[list[str]]]:
    table = Table.open(content)
    rows: list[list[str]] = []
    for record in table.rows():
        rows.append(record.cells)
        if len(rows) >= LOOKED_AT:
            break
    return table, rows


def _need(row: LeadImport, states: Sequence[str]) -> None:
    if row.state in states:
        return
    advice = {"running": WAIT, "uploaded": CHECK_FIRST}.get(row.state, UPLOAD_AGAIN)
    raise ImportBusy(state=STATES[row.state].say(), advice=advice.say())


def _touch(row: LeadImport) -> None:
    row.updated_at = datetime.now(UTC)


def _position(cursor: str) -> UUID:
    (identifier,) = decode_cursor(cursor, sort=SORT, size=1)
    try:
        return UUID(str(identifier))
    except ValueError as error:
        raise BadCursor from error
