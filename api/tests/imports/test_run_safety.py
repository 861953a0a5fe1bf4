"""A run that dies, fails, is taken over or is cancelled in the middle: no row is lost, none written twice."""

import asyncio
from collections.abc import Sequence
from uuid import UUID

import pytest
from documents import work
from import_support import IMPORTS, choose, read, step, upload
from leads_support import LEADS
from people import Client
from procrastinate import RetryStrategy

from app.imports import jobs, runner
from app.imports.merging import Known
from app.imports.repository import ImportRepository
from app.imports.runner import Run, Stopped

ROWS = 7
CONTENT = "Nome;Cidade\n" + "".join(
    f"Lead {number};{'idem' if number else 'Itu'}\n" for number in range(ROWS)
)


@pytest.fixture
async def started(owner: Client, monkeypatch: pytest.MonkeyPatch) -> tuple[Client, str]:
    """An import of two rows a batch that creates each row, so that a row written twice would show."""
    monkeypatch.setattr(runner, "BATCH", 2)
    sent = await upload(owner, CONTENT)
    await choose(owner, sent["id"], on_collision="create")
    await step(owner, sent["id"], "dry-run")
    await step(owner, sent["id"], "start")
    return owner, sent["id"]


def job(client: Client, identifier: str, attempt: int = 1) -> Run:
    return Run(UUID(client.session["organization"]["id"]), UUID(identifier), attempt)


async def names(client: Client) -> list[str]:
    items = (await client.get(LEADS, params={"sort": "name"})).json()["items"]
    # The ditto marks reach over the border of a batch, and over a restart.
    assert all(item["custom"] == {"Cidade": "Itu"} for item in items)
    return [item["name"] for item in items]


EVERY = [f"Lead {number}" for number in range(ROWS)]


def break_after(monkeypatch: pytest.MonkeyPatch, batches: int) -> None:
    """The batch after so many fails behind its writing, before its commit."""
    write, done = ImportRepository.write, 0

    async def failing(self: ImportRepository, new: Sequence[Known], changed: Sequence[Known]) -> None:
        nonlocal done
        await write(self, new, changed)
        done += 1
        if done > batches:
            raise ConnectionError("the database went away")

    monkeypatch.setattr(ImportRepository, "write", failing)


async def test_a_job_that_dies_is_continued_behind_its_last_batch(
    started: tuple[Client, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    owner, identifier = started
    with monkeypatch.context() as patch:
        break_after(patch, 2)
        with pytest.raises(ConnectionError):
            await job(owner, identifier).run()
    halfway = await read(owner, identifier)
    assert (halfway["state"], halfway["progress"]) == ("running", {"processed": 4, "total": ROWS})
    assert halfway["counts"] == {"create": 4, "update": 0, "skip": 0, "error": 0}
    assert await names(owner) == EVERY[:4]
    await job(owner, identifier).run()
    assert await names(owner) == EVERY
    assert (await read(owner, identifier))["state"] == "done"
    with pytest.raises(Stopped):
        await job(owner, identifier).run()
    assert await names(owner) == EVERY


async def test_a_job_that_goes_on_failing_says_so_and_can_be_started_again(
    started: tuple[Client, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    owner, identifier = started
    with monkeypatch.context() as patch:
        break_after(patch, 1)
        # As on the last try: the tries before it only wait.
        patch.setattr(jobs, "RETRIES", 0)
        patch.setattr(jobs.run, "retry_strategy", RetryStrategy(max_attempts=0))
        await work()
    failed = await read(owner, identifier)
    assert (failed["state"], failed["progress"]["processed"]) == ("failed", 2)
    assert failed["cause"]["code"] == "unexpected"
    assert "depois de 2 linhas" in failed["cause"]["text"]
    assert (await step(owner, identifier, "start"))["cause"] is None
    await work()
    done = await read(owner, identifier)
    assert (done["state"], done["counts"]["create"]) == ("done", ROWS)
    assert await names(owner) == EVERY


async def test_two_jobs_at_once_write_each_row_once(started: tuple[Client, str]) -> None:
    owner, identifier = started
    ends = await asyncio.gather(*(job(owner, identifier).run() for _ in range(2)), return_exceptions=True)
    assert sorted(type(end) for end in ends if end) == [Stopped]
    assert await names(owner) == EVERY


async def test_a_job_of_an_earlier_start_stops(started: tuple[Client, str]) -> None:
    owner, identifier = started
    with pytest.raises(Stopped):
        await job(owner, identifier, attempt=0).run()
    assert await names(owner) == []


async def test_a_cancelled_run_keeps_what_it_wrote(
    started: tuple[Client, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    owner, identifier = started
    batches = runner.Source.batches

    async def cancelling(self: runner.Source, start: int):  # noqa: ANN202 - as the original
        seen = 0
        async for rows in batches(self, start):
            if seen == 2:
                await step(owner, identifier, "cancel")
            seen += 1
            yield rows

    monkeypatch.setattr(runner.Source, "batches", cancelling)
    with pytest.raises(Stopped):
        await job(owner, identifier).run()
    ended = await read(owner, identifier)
    assert (ended["state"], ended["progress"]["processed"]) == ("cancelled", 4)
    assert await names(owner) == EVERY[:4]


async def test_a_change_during_a_rehearsal_wins(owner: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    sent = await upload(owner, CONTENT)
    batches = runner.Source.batches

    async def disturbed(self: runner.Source, start: int):  # noqa: ANN202 - as the original
        await choose(owner, sent["id"], on_collision="skip")
        async for rows in batches(self, start):
            yield rows

    monkeypatch.setattr(runner.Source, "batches", disturbed)
    answer = await owner.post(f"{IMPORTS}/{sent['id']}/dry-run")
    assert (answer.status_code, answer.json()["code"]) == (409, "import_state")
    now = await read(owner, sent["id"])
    assert (now["state"], now["on_collision"], now["expected"]) == ("uploaded", "skip", None)
