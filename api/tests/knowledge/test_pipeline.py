"""What becomes of a document when its processing is cut short, repeated or fails."""

from uuid import UUID

import pytest
from documents import DOCUMENTS, read, search, send, work
from people import Client
from sqlalchemy import delete, text

from app.core.database import tenant_session
from app.knowledge.index import TABLES
from app.knowledge.models import KnowledgeFile
from app.knowledge.pipeline import BATCH, Pipeline, Superseded

LONG = "\n\n".join(
    f"Parágrafo {number}. " + "A garantia cobre defeitos de fabricação. " * 22 for number in range(BATCH + 8)
)


def tenant(client: Client) -> UUID:
    return UUID(client.session["organization"]["id"])


async def uploaded(owner: Client) -> tuple[str, Pipeline]:
    identifier = (await send(owner, "longo.txt", LONG.encode())).json()["id"]
    return identifier, Pipeline(tenant(owner), UUID(identifier), attempt=1)


async def counts(owner: Client) -> dict[str, int]:
    async with tenant_session(tenant(owner)) as session:
        return {
            table: (await session.execute(text(f"SELECT count(*) FROM {table}"))).scalar_one()  # noqa: S608 - fixed names
            for table in TABLES
        }


async def test_a_job_that_died_half_way_starts_over_and_doubles_nothing(owner: Client) -> None:
    identifier, dying = await uploaded(owner)
    passages = await dying._split(await dying._extract())
    await dying._index(passages[:BATCH])
    half = await read(owner, identifier)
    assert (half["status"], half["progress"]) == ("indexing", {"done": BATCH, "total": BATCH + 8})
    await work()
    done = await read(owner, identifier)
    assert (done["status"], done["progress"]) == ("ready", {"done": BATCH + 8, "total": BATCH + 8})
    assert (await counts(owner))["knowledge_passage"] == BATCH + 8


async def test_what_is_half_indexed_is_not_found(owner: Client) -> None:
    _, pipeline = await uploaded(owner)
    passages = await pipeline._split(await pipeline._extract())
    await pipeline._index(passages[:BATCH])
    assert await search(owner, "garantia") == []


@pytest.mark.parametrize("action", ["cancel", "delete"])
async def test_cancelling_or_deleting_stops_a_running_job_at_its_next_step(
    owner: Client, action: str
) -> None:
    identifier, pipeline = await uploaded(owner)
    passages = await pipeline._split(await pipeline._extract())
    await pipeline._index(passages[:4])
    path = f"{DOCUMENTS}/{identifier}"
    await (owner.delete(path) if action == "delete" else owner.post(f"{path}/cancel"))
    with pytest.raises(Superseded):
        await pipeline._index(passages)


async def test_a_failure_of_ours_is_tried_again_and_then_told(owner: Client) -> None:
    identifier, _ = await uploaded(owner)
    async with tenant_session(tenant(owner)) as session:
        await session.execute(delete(KnowledgeFile))
    for _ in range(3):
        assert (await read(owner, identifier))["status"] == "queued"
        await work()
        async with tenant_session(tenant(owner)) as session:
            await session.execute(
                text("UPDATE procrastinate_jobs SET scheduled_at = now() WHERE status = 'todo'")
            )
    document = await read(owner, identifier)
    assert (document["status"], document["cause"]["code"]) == ("failed", "unexpected")
    async with tenant_session(tenant(owner)) as session:
        jobs = await session.execute(
            text(
                "SELECT status::text, attempts FROM procrastinate_jobs WHERE task_name = 'knowledge.process'"
            )
        )
        assert [tuple(row) for row in jobs] == [("failed", 3)]


async def test_indexed_words_are_those_of_the_passages(owner: Client) -> None:
    await uploaded(owner)
    await work()
    rows = await counts(owner)
    async with tenant_session(tenant(owner)) as session:
        recorded = await session.execute(
            text(
                "SELECT (SELECT sum(count) FROM knowledge_term), "
                "(SELECT sum(words) FROM knowledge_document), "
                "(SELECT count(DISTINCT passage_id) FROM knowledge_vector)"
            )
        )
        counted, words, with_vectors = recorded.one()
    assert counted == words > 0
    assert with_vectors == rows["knowledge_passage"]
