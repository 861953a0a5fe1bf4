"""`python bench/knowledge/run.py [--passages 10000]`: does search find the answer, and how fast.

Three question sets in Portuguese; hybrid search against its two halves in the same run. Then the time of a
search over many passages against the bare scan of their vectors. The last line is JSON.
"""

import argparse
import asyncio
import json
import os
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from uuid import UUID

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(REPOSITORY / "api"), str(REPOSITORY / "api" / "tests" / "support")]

from run_database import RunDatabase  # noqa: E402 - the folders above have to be on the path first

_database = RunDatabase()
_home = tempfile.TemporaryDirectory(prefix="piloto-bench-knowledge-")
os.environ["DATABASE_URL"] = _database.start()
os.environ["PILOTO_HOME"] = _home.name

import numpy as np  # noqa: E402 - settings are read at the first import of the application
from question_sets import FOLDER, QuestionSet, cdc, faquad, fill, lgpd, recall  # noqa: E402
from sqlalchemy import text  # noqa: E402

from app.auth.repository import AuthRepository  # noqa: E402
from app.core.database import get_database, tenant_session  # noqa: E402
from app.knowledge.embedding import MODEL, embed, encode, literal  # noqa: E402
from app.knowledge.index import Analysed, Index  # noqa: E402
from app.knowledge.models import KnowledgeDocument  # noqa: E402
from app.knowledge.retrieval import WORDS, Retrieval  # noqa: E402
from app.knowledge.splitting import Passage, split_text, units  # noqa: E402
from app.knowledge.terms import terms  # noqa: E402

# A weight at which similarity only decides between passages of equal BM25.
WORDS_ALONE = 1e6
DOCUMENT = 200
BATCH = 50
NOISE = 0.02
SEARCHES = 60
BARE = text(
    """
    SELECT min(embedding <#> CAST(:vector AS halfvec)) FROM knowledge_vector
    WHERE tenant_id = :tenant AND model = :model
    """
)


async def organization(name: str) -> UUID:
    async with get_database().transaction() as session:
        return await AuthRepository(session).make_organization(name)


async def quality(name: str, data: QuestionSet) -> dict[str, float]:
    tenant = await organization(name)
    started = time.monotonic()
    await fill(tenant, data.texts)
    filled = time.monotonic() - started
    found = {
        way: await recall(tenant, data.questions, weight=weight)
        for way, weight in (("hybrid", WORDS), ("vectors", 0.0), ("bm25", WORDS_ALONE))
    }
    print(f"{name}: {len(data.texts)} texts ({filled:.1f} s to index), {len(data.questions)} questions")
    for way, figures in found.items():
        print(f"  {way:8} R@1 {figures.first:.3f}   R@5 {figures.five:.3f}")
    hybrid = found["hybrid"]
    return {
        "r1": round(hybrid.first, 3),
        "r5": round(hybrid.five, 3),
        "r5_to_vectors": round(hybrid.five / found["vectors"].five, 3),
        "r5_to_bm25": round(hybrid.five / found["bm25"].five, 3),
    }


async def crowd(tenant: UUID, data: QuestionSet, count: int) -> None:
    """Real passages, again and again, each with vectors a little off: as many different rows as asked for."""
    passages = [passage for body in data.texts.values() for passage in split_text(body)]
    analysed = [(passage, encode(units(passage)), Counter(terms(passage))) for passage in passages]
    noise, choice = np.random.default_rng(1), random.Random(1)  # noqa: S311 - the same rows on every run
    for start in range(0, count, DOCUMENT):
        size = min(DOCUMENT, count - start)
        async with tenant_session(tenant) as session:
            document = KnowledgeDocument(
                tenant_id=tenant, title=f"{start}", source="text", kind="txt", size=1, status="ready"
            )
            session.add(document)
            await session.flush()
            index, words = Index(session, tenant, document.id), 0
            for first in range(0, size, BATCH):
                batch = []
                for _ in range(min(BATCH, size - first)):
                    passage, vectors, counted = choice.choice(analysed)
                    moved = vectors + noise.normal(0, NOISE, vectors.shape).astype(np.float32)
                    unit = moved / np.linalg.norm(moved, axis=1, keepdims=True)
                    batch.append(Analysed(Passage(None, passage), unit, counted))
                words += await index.add(batch, first)
            document.words, document.passages_done, document.passages_total = words, size, size


async def speed(data: QuestionSet, count: int) -> dict[str, float]:
    tenant = await organization("crowd")
    await crowd(tenant, data, count)
    questions = [question.text for question in data.questions[:SEARCHES]]
    vectors = await embed(questions)
    search, bare = [], []
    async with tenant_session(tenant) as session:
        await session.execute(text("SET LOCAL max_parallel_workers_per_gather = 0"))
        retrieval = Retrieval(session, tenant)
        for question, vector in zip(questions, vectors, strict=True):
            # In turns, so that whatever else the machine does slows both.
            started = time.perf_counter()
            await retrieval.search(question, vector, 5)
            middle = time.perf_counter()
            parameters = {"vector": literal(vector), "tenant": tenant, "model": MODEL}
            await session.execute(BARE, parameters)
            search.append(middle - started)
            bare.append(time.perf_counter() - middle)
    figures = [float(np.percentile(times, 95)) * 1000 for times in (search, bare)]
    print(
        f"{count} passages: search p95 {figures[0]:.0f} ms, bare scan of the vectors p95 {figures[1]:.0f} ms"
    )
    return {
        "passages": count,
        "p95_ms": round(figures[0], 1),
        "p95_to_bare_scan": round(figures[0] / figures[1], 2),
    }


async def run(passages: int) -> dict[str, dict[str, float]]:
    sets = {"faquad": faquad(), "cdc": cdc(), "lgpd": lgpd()}
    result = {name: await quality(name, data) for name, data in sets.items()}
    if passages:
        result["speed"] = await speed(sets["faquad"], passages)
    await get_database().close()
    return result


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=10_000, help="size of the speed run; 0 leaves it out")
    parser.add_argument("--json", action="store_true", help="the last line is JSON in any case")
    arguments = parser.parse_args()
    try:
        if not FOLDER.is_dir():
            print(
                f"No question sets: {FOLDER} does not exist. Name the folder of the data in PILOTO_REAL_DATA."
            )
            return 1
        print(json.dumps(asyncio.run(run(arguments.passages))))
        return 0
    finally:
        _database.stop()
        _home.cleanup()


if __name__ == "__main__":
    sys.exit(main())
