"""Goes through a file's rows in batches: as a rehearsal, or writing leads."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from itertools import islice
from typing import Any, cast
from uuid import UUID
from zoneinfo import ZoneInfo

from app.core.database import tenant_session
from app.imports.merging import Collision, Counts, Merger
from app.imports.models import LeadImport
from app.imports.problems import RowProblem
from app.imports.reading import Layout, Record, Table
from app.imports.repository import ImportRepository
from app.imports.rows import Row, RowReader

BATCH = 1000
MAX_PROBLEMS = 50


class Stopped(Exception):
    """The import has been cancelled, or another job has taken it over."""


class StoredProblem(RowProblem):
    line: int


def stored_layout(layout: Layout, first_rows: list[list[str]]) -> dict[str, Any]:
    return asdict(layout) | {"first_rows": first_rows}


def layout_of(row: LeadImport) -> Layout:
    return Layout(**{name: value for name, value in row.layout.items() if name != "first_rows"})


class Source:
    """The rows of an import's file, read by its mapping."""

    def __init__(self, row: LeadImport, content: bytes, owners: Mapping[str, str], zone: ZoneInfo) -> None:
        self.content = content
        self.layout = layout_of(row)
        self.reader = RowReader(
            self.layout.columns,
            row.mapping,
            owners,
            zone,
            self.layout.delimiter,
            repair=row.repair_documents,
        )

    @classmethod
    async def load(cls, repository: ImportRepository, row: LeadImport) -> "Source | None":
        content = await repository.content(row.id)
        if content is None:
            return None
        return cls(row, content, await repository.owners(), ZoneInfo(await repository.time_zone()))

    async def batches(self, start: int) -> AsyncIterator[list[Row]]:
        """The rows after the first `start`. Reading is heavy: it leaves the event loop alone."""
        records = await asyncio.to_thread(self._open, start)
        while batch := await asyncio.to_thread(self._next, records):
            yield batch

    def _open(self, start: int) -> Iterator[Record]:
        records = Table.reopen(self.content, self.layout).rows()
        for record in islice(records, start):
            self.reader.skip(record)
        return records

    def _next(self, records: Iterator[Record]) -> list[Row]:
        return self.reader.read_all(islice(records, BATCH))


def add_problems(stored: list[StoredProblem], rows: list[Row]) -> None:
    for row in rows:
        for problem in row.problems:
            if len(stored) >= MAX_PROBLEMS:
                return
            stored.append(StoredProblem(line=row.record.line, **problem))


class Rehearsal:
    """Counts what a run would do, and keeps the faulty rows; writes no lead."""

    def __init__(self, tenant_id: UUID, import_id: UUID, seen: datetime) -> None:
        """`seen`: when the import was changed last, as the caller read it."""
        self.tenant_id, self.import_id, self.seen = tenant_id, import_id, seen
        self.counts = Counts()
        self.problems: list[StoredProblem] = []

    async def run(self, source: Source, on_collision: Collision) -> None:
        merger = Merger(on_collision)
        async with tenant_session(self.tenant_id) as session:
            repository = ImportRepository(session, self.tenant_id)
            await self.unchanged(repository)
            await repository.drop_errors(self.import_id)
        async for rows in source.batches(0):
            faulty = [row for row in rows if row.problems]
            async with tenant_session(self.tenant_id) as session:
                repository = ImportRepository(session, self.tenant_id)
                await self.unchanged(repository)
                merger.learn(await repository.alike(rows, lock=False))
                await repository.add_errors(self.import_id, faulty)
            self.counts.add(merger.plan(rows).counts)
            merger.forget_values()
            add_problems(self.problems, faulty)

    async def unchanged(self, repository: ImportRepository) -> LeadImport:
        """The import, locked; Stopped when somebody has changed or started it meanwhile."""
        row = await repository.find(self.import_id, lock=True)
        if row is None or row.updated_at != self.seen:
            raise Stopped
        return row


class Run:
    """Writes the leads. Each batch and its progress are one transaction: a job that dies loses nothing, and
    the next one goes on behind the last batch."""

    def __init__(self, tenant_id: UUID, import_id: UUID, attempt: int) -> None:
        self.tenant_id, self.import_id, self.attempt = tenant_id, import_id, attempt

    async def run(self) -> None:
        async with tenant_session(self.tenant_id) as session:
            repository = ImportRepository(session, self.tenant_id)
            row = await self._mine(repository)
            source = await Source.load(repository, row)
            done, on_collision = row.processed, cast("Collision", row.on_collision)
        if source is None:
            raise LookupError(f"import {self.import_id} has lost its file")
        async for rows in source.batches(done):
            await self._write(rows, done, on_collision)
            done += len(rows)
        await self._finish()

    async def _mine(self, repository: ImportRepository, done: int | None = None) -> LeadImport:
        """The import, locked; Stopped when it is no longer this job's."""
        row = await repository.find(self.import_id, lock=True)
        if row is None or row.state != "running" or row.attempt != self.attempt:
            raise Stopped
        if done is not None and row.processed != done:
            raise Stopped
        return row

    async def _write(self, rows: list[Row], done: int, on_collision: Collision) -> None:
        faulty = [row for row in rows if row.problems]
        async with tenant_session(self.tenant_id) as session:
            repository = ImportRepository(session, self.tenant_id)
            row = await self._mine(repository, done)
            merger = Merger(on_collision)
            if on_collision != "create":
                merger.learn(await repository.alike(rows, lock=True))
            plan = merger.plan(rows)
            await repository.write(plan.new, plan.changed)
            await repository.add_errors(self.import_id, faulty)
            problems = list(row.problems)
            add_problems(problems, faulty)
            counts = Counts(**(row.counts or {}))
            counts.add(plan.counts)
            row.problems, row.counts = problems, asdict(counts)
            row.processed = done + len(rows)
            row.updated_at = datetime.now(UTC)

    async def _finish(self) -> None:
        async with tenant_session(self.tenant_id) as session:
            repository = ImportRepository(session, self.tenant_id)
            row = await self._mine(repository)
            row.state = "done"
            row.finished_at = row.updated_at = datetime.now(UTC)
            await repository.drop_content(self.import_id)

    async def fail(self, cause: str) -> None:
        """The file stays: a start goes on behind the last batch."""
        async with tenant_session(self.tenant_id) as session:
            row = await self._mine(ImportRepository(session, self.tenant_id))
            row.state, row.cause = "failed", cause
            row.finished_at = row.updated_at = datetime.now(UTC)
