"""Writes what search reads: passages, their vectors, their words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.types import BigInteger, Integer, Text

from app.knowledge.embedding import MODEL, Vectors, embed, literal
from app.knowledge.splitting import Passage, units
from app.knowledge.terms import terms

TABLES = ("knowledge_passage", "knowledge_vector", "knowledge_term")

_PASSAGES = text(
    """
    INSERT INTO knowledge_passage (tenant_id, document_id, position, page, text)
    SELECT :tenant, :document, * FROM unnest(:positions, :pages, :texts)
    RETURNING position, id
    """
).bindparams(
    bindparam("positions", type_=ARRAY(Integer)),
    bindparam("pages", type_=ARRAY(Integer)),
    bindparam("texts", type_=ARRAY(Text)),
)
_VECTORS = text(
    """
    INSERT INTO knowledge_vector (tenant_id, document_id, passage_id, model, embedding)
    SELECT :tenant, :document, passage, :model, CAST(vector AS halfvec)
    FROM unnest(:passages, :vectors) AS unit (passage, vector)
    """
).bindparams(bindparam("passages", type_=ARRAY(BigInteger)), bindparam("vectors", type_=ARRAY(Text)))
_TERMS = text(
    """
    INSERT INTO knowledge_term (tenant_id, document_id, passage_id, term, count, words)
    SELECT :tenant, :document, * FROM unnest(:passages, :terms, :counts, :words)
    """
).bindparams(
    bindparam("passages", type_=ARRAY(BigInteger)),
    bindparam("terms", type_=ARRAY(Text)),
    bindparam("counts", type_=ARRAY(Integer)),
    bindparam("words", type_=ARRAY(Integer)),
)


@dataclass(frozen=True)
class Analysed:
    """A passage with the vectors of its units and the counts of its words."""

    passage: Passage
    vectors: Vectors
    words: Counter[str]


async def analyse(passages: Sequence[Passage]) -> list[Analysed]:
    """Embeds all units of a batch at once: that is what the model is fast at."""
    split = [units(passage.text) for passage in passages]
    vectors = await embed([unit for group in split for unit in group])
    analysed, start = [], 0
    for passage, group in zip(passages, split, strict=True):
        stop = start + len(group)
        analysed.append(Analysed(passage, vectors[start:stop], Counter(terms(passage.text))))
        start = stop
    return analysed


class Index:
    def __init__(self, session: AsyncSession, tenant_id: UUID, document_id: UUID) -> None:
        self.session = session
        self.keys = {"tenant": tenant_id, "document": document_id}

    async def clear(self) -> None:
        for table in TABLES:
            statement = f"DELETE FROM {table} WHERE tenant_id = :tenant AND document_id = :document"  # noqa: S608 - names from the tuple above
            await self.session.execute(text(statement), self.keys)

    async def add(self, batch: Sequence[Analysed], first: int) -> int:
        """Writes passages numbered from `first`; returns how many words they hold."""
        inserted = await self.session.execute(
            _PASSAGES,
            self.keys
            | {
                "positions": list(range(first, first + len(batch))),
                "pages": [item.passage.page for item in batch],
                "texts": [item.passage.text for item in batch],
            },
        )
        by_position = {row.position: row.id for row in inserted}
        identifiers = [by_position[first + offset] for offset in range(len(batch))]
        await self._add_vectors(batch, identifiers)
        return await self._add_terms(batch, identifiers)

    async def _add_vectors(self, batch: Sequence[Analysed], identifiers: Sequence[int]) -> None:
        pairs = [
            (identifier, literal(vector))
            for item, identifier in zip(batch, identifiers, strict=True)
            for vector in item.vectors
        ]
        columns = {"passages": [key for key, _ in pairs], "vectors": [vector for _, vector in pairs]}
        await self.session.execute(_VECTORS, self.keys | {"model": MODEL} | columns)

    async def _add_terms(self, batch: Sequence[Analysed], identifiers: Sequence[int]) -> int:
        rows = [
            (identifier, term, count, item.words.total())
            for item, identifier in zip(batch, identifiers, strict=True)
            for term, count in item.words.items()
        ]
        if rows:
            passages, names, counts, words = zip(*rows, strict=True)
            columns = {"passages": passages, "terms": names, "counts": counts, "words": words}
            await self.session.execute(_TERMS, self.keys | columns)
        return sum(item.words.total() for item in batch)
