"""The search statement against the same formulas written out in Python."""

import math
from collections import Counter
from uuid import UUID

import numpy as np
import pytest
from documents import TEXTS, search, work
from people import Client

from app.core.database import tenant_session
from app.knowledge.embedding import embed
from app.knowledge.retrieval import K1, PRIOR, USUAL_SIMILARITY, USUAL_WORDS, WORDS, B, Retrieval, shown
from app.knowledge.splitting import units
from app.knowledge.terms import terms

TEXT = {
    "garantia": "A garantia dos módulos cobre defeitos de fabricação por doze anos. "
    "O inversor tem garantia de sete anos.",
    "preço": "Pagamento à vista tem desconto de três por cento.",
    "visita": "A visita técnica é gratuita e dura cerca de duas horas. O técnico mede o telhado.",
    "entrega": "A entrega ocorre em até trinta dias após a assinatura do contrato e o pagamento da entrada.",
    "suporte": "O suporte atende de segunda a sexta, das oito às dezoito horas, por telefone e mensagem.",
}
QUESTIONS = [
    "prazo de garantia do inversor",
    "quanto tempo demora para entregar?",
    "tem desconto no pagamento?",
    "xyz",
]


def bm25(question: str) -> list[float]:
    passages = [Counter(terms(text)) for text in TEXT.values()]
    mean = sum(passage.total() for passage in passages) / len(passages)
    scores = []
    for passage in passages:
        score = 0.0
        for term in set(terms(question)):
            holders = sum(term in other for other in passages)
            count = passage[term]
            if count:
                idf = math.log(1 + (len(passages) - holders + 0.5) / (holders + 0.5))
                score += idf * count * (K1 + 1) / (count + K1 * (1 - B + B * passage.total() / mean))
        scores.append(score)
    return scores


async def similarities(question: str) -> list[float]:
    (vector,) = await embed([question])
    return [float((await embed(units(text)) @ vector).max()) for text in TEXT.values()]


def normalised(scores: list[float], usual: tuple[float, float]) -> np.ndarray:
    array = np.array(scores)
    mean = (array.sum() + PRIOR * usual[0]) / (len(array) + PRIOR)
    variance = (array.var() * len(array) + PRIOR * usual[1] ** 2) / (len(array) + PRIOR)
    result: np.ndarray = (array - mean) / math.sqrt(variance)
    return result


@pytest.fixture
async def filled(owner: Client) -> Client:
    for title, text in TEXT.items():
        await owner.post(TEXTS, json={"title": title, "text": text})
    await work()
    return owner


@pytest.mark.parametrize("question", QUESTIONS)
async def test_search_computes_the_measured_fusion(filled: Client, question: str) -> None:
    found = {passage["document"]["title"]: passage for passage in await search(filled, question, limit=20)}
    words, near = bm25(question), await similarities(question)
    fused = normalised(near, USUAL_SIMILARITY) + WORDS * normalised(words, USUAL_WORDS)
    order = [title for _, title in sorted(zip(fused, TEXT, strict=True), reverse=True)]
    assert list(found) == order
    for title, word, similarity, score in zip(TEXT, words, near, fused, strict=True):
        assert found[title]["words"] == pytest.approx(word, abs=1e-3)
        # Vectors are stored with half precision.
        assert found[title]["similarity"] == pytest.approx(similarity, abs=2e-3)
        assert found[title]["score"] == pytest.approx(shown(score), abs=1e-2)


async def test_as_many_passages_as_asked_for(filled: Client) -> None:
    assert len(await search(filled, "garantia", limit=2)) == 2
    assert await search(filled, "garantia", limit=2) == (await search(filled, "garantia", limit=20))[:2]


async def test_without_the_weight_of_words_only_meaning_counts(filled: Client) -> None:
    tenant = UUID(filled.session["organization"]["id"])
    (vector,) = await embed([QUESTIONS[0]])
    async with tenant_session(tenant) as session:
        hits = await Retrieval(session, tenant).search(QUESTIONS[0], vector, 20, weight=0.0)
    assert [hit.similarity for hit in hits] == sorted((hit.similarity for hit in hits), reverse=True)


async def test_row_security_hides_passages_even_without_the_filter(
    filled: Client, other_tenant: Client
) -> None:
    mine = UUID(filled.session["organization"]["id"])
    (vector,) = await embed(["garantia"])
    async with tenant_session(UUID(other_tenant.session["organization"]["id"])) as session:
        assert await Retrieval(session, mine).search("garantia", vector, 5) == []


async def test_an_empty_base_finds_nothing(owner: Client) -> None:
    assert await search(owner, "garantia") == []


@pytest.mark.parametrize(
    "body", [{"query": " "}, {"query": "a", "limit": 0}, {"query": "a", "limit": 21}, {}]
)
async def test_a_bad_question_is_refused(owner: Client, body: dict[str, object]) -> None:
    answer = await owner.post("/api/v1/public/knowledge/search", json=body)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_fields")


def test_the_shown_score_keeps_the_order_between_zero_and_one() -> None:
    scores = [shown(fused) for fused in (-3.0, 0.0, 0.5, 2.0, 6.0, 40.0)]
    assert scores == sorted(scores)
    assert (scores[0], scores[-1]) == (0.0, 1.0)
