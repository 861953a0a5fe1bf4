"""Hybrid search: vectors find the meaning, BM25 finds names, codes and rare words.

Both scores are normalised per question over all passages of the organization and added (weight WORDS for
BM25): on the measured sets this beats either alone, and ranks fused by position. A passage's similarity is
that of its best unit. The mean and spread are drawn towards those usual for the model, as if PRIOR more
passages had been seen: with a handful of passages the observed ones say nothing.
"""

import math
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Double, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.types import Text

from app.knowledge.embedding import MODEL, Vectors, literal
from app.knowledge.terms import terms

WORDS = 0.5
K1 = 1.2
B = 0.75
PRIOR = 50
USUAL_SIMILARITY = (0.1, 0.1)
USUAL_WORDS = (0.5, 1.5)
# A fused score of this many standard deviations is shown as 0.63, of three times as many as 0.95.
SCORE_SCALE = 2.5
CONSTANTS = {
    "k1": K1,
    "b": B,
    "prior": PRIOR,
    "similarity_mean": USUAL_SIMILARITY[0],
    "similarity_spread": USUAL_SIMILARITY[1],
    "words_mean": USUAL_WORDS[0],
    "words_spread": USUAL_WORDS[1],
}

# `unit` is materialised so that numbers are grouped, and not whole vectors: twice as fast.
_SEARCH = text(
    """
    WITH searchable AS MATERIALIZED (
        SELECT id, passages_done, words FROM knowledge_document
        WHERE tenant_id = :tenant AND status IN ('ready', 'partial')
    ), collection AS (
        SELECT greatest(sum(passages_done), 1)::float8 AS passages,
            greatest(sum(words), 1)::float8 / greatest(sum(passages_done), 1) AS mean_words
        FROM searchable
    ), unit AS MATERIALIZED (
        SELECT passage_id, embedding <#> CAST(:vector AS halfvec) AS distance
        FROM knowledge_vector
        WHERE tenant_id = :tenant AND model = :model AND document_id IN (SELECT id FROM searchable)
    ), near AS (
        SELECT passage_id, -min(distance) AS similarity FROM unit GROUP BY passage_id
    ), posting AS (
        SELECT passage_id, count, words, count(*) OVER (PARTITION BY term) AS holders
        FROM knowledge_term
        WHERE tenant_id = :tenant AND term = ANY(:terms) AND document_id IN (SELECT id FROM searchable)
    ), worded AS (
        SELECT passage_id, sum(
            ln(1 + (passages - holders + 0.5) / (holders + 0.5))
            * count * (:k1 + 1) / (count + :k1 * (1 - :b + :b * posting.words / mean_words))
        ) AS words
        FROM posting, collection GROUP BY passage_id
    ), scored AS (
        SELECT passage_id, coalesce(similarity, :similarity_mean) AS similarity, coalesce(words, 0) AS words
        FROM near FULL JOIN worded USING (passage_id)
    ), spread AS (
        SELECT (sum(similarity) + :prior * :similarity_mean) / (count(*) + :prior) AS similarity_mean,
            sqrt((var_pop(similarity) * count(*) + :prior * :similarity_spread ^ 2) / (count(*) + :prior))
                AS similarity_spread,
            (sum(words) + :prior * :words_mean) / (count(*) + :prior) AS words_mean,
            sqrt((var_pop(words) * count(*) + :prior * :words_spread ^ 2) / (count(*) + :prior))
                AS words_spread
        FROM scored
    ), best AS (
        SELECT passage_id, scored.similarity, scored.words,
            (scored.similarity - similarity_mean) / similarity_spread
            + :weight * (scored.words - words_mean) / words_spread AS fused
        FROM scored, spread ORDER BY fused DESC, passage_id LIMIT :limit
    )
    SELECT passage.text, passage.page, best.similarity, best.words, best.fused, document.id, document.title
    FROM best JOIN knowledge_passage passage ON passage.id = best.passage_id
    JOIN knowledge_document document ON document.id = passage.document_id
    WHERE passage.tenant_id = :tenant AND document.tenant_id = :tenant
    ORDER BY best.fused DESC, best.passage_id
    """
).bindparams(
    bindparam("terms", type_=ARRAY(Text)),
    # PostgreSQL would take `:k1 + 1` for a sum of integers, and 1.2 would silently become 1.
    *(bindparam(name, value, type_=Double) for name, value in CONSTANTS.items()),
    bindparam("weight", type_=Double),
)


@dataclass(frozen=True)
class Hit:
    text: str
    page: int | None
    document_id: UUID
    title: str
    similarity: float
    words: float
    score: float


def shown(fused: float) -> float:
    """The fused score as a number from 0 to 1 that keeps its order."""
    return round(1 - math.exp(-max(fused, 0.0) / SCORE_SCALE), 4)


class Retrieval:
    def __init__(self, session: AsyncSession, tenant_id: UUID) -> None:
        self.session = session
        self.tenant_id = tenant_id

    async def search(self, query: str, vector: Vectors, limit: int, *, weight: float = WORDS) -> list[Hit]:
        """The best passages of the organization's ready documents."""
        rows = await self.session.execute(
            _SEARCH,
            {
                "tenant": self.tenant_id,
                "vector": literal(vector),
                "model": MODEL,
                "terms": sorted(set(terms(query))),
                "weight": weight,
                "limit": limit,
            },
        )
        return [
            Hit(
                text=row.text,
                page=row.page,
                document_id=row.id,
                title=row.title,
                similarity=round(float(row.similarity), 4),
                words=round(float(row.words), 4),
                score=shown(float(row.fused)),
            )
            for row in rows
        ]
