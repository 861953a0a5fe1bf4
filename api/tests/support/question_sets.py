"""Public Portuguese texts with questions whose answering text is known, read from a folder of real data."""

import json
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from app.core.database import tenant_session
from app.knowledge.embedding import embed
from app.knowledge.extraction import Page, clean
from app.knowledge.index import Index, analyse
from app.knowledge.models import KnowledgeDocument
from app.knowledge.retrieval import WORDS, Retrieval
from app.knowledge.splitting import split

REPOSITORY = Path(__file__).resolve().parents[3]
FOLDER = Path(os.environ.get("PILOTO_REAL_DATA") or REPOSITORY.parent / "shared" / "data") / "kb"
CDC_ARTICLE = re.compile(r"^## Art\. (\d+(?:-[A-Z])?)\s*$", re.MULTILINE)
LGPD_ARTICLE = re.compile(r"^#+ Art\. ?(\d+(?:-[A-Z])?)", re.MULTILINE)
BATCH = 64


@dataclass(frozen=True)
class Question:
    text: str
    answered_by: frozenset[str]


@dataclass(frozen=True)
class QuestionSet:
    """Texts by key, and questions with the keys of the texts that answer them."""

    texts: dict[str, str]
    questions: list[Question]


@dataclass(frozen=True)
class Recall:
    """Share of the questions whose answering text is the first passage, or among the first five."""

    first: float
    five: float


def faquad() -> QuestionSet:
    texts: dict[str, str] = {}
    questions = []
    for article in json.loads((FOLDER / "faquad_train.json").read_text(encoding="utf-8"))["data"]:
        for paragraph in article["paragraphs"]:
            key = str(len(texts))
            texts[key] = paragraph["context"]
            questions += [Question(item["question"], frozenset({key})) for item in paragraph["qas"]]
    return QuestionSet(texts, questions)


def cdc() -> QuestionSet:
    return _law("cdc_8078_compilado.md", "perguntas_cdc.jsonl", CDC_ARTICLE)


def lgpd() -> QuestionSet:
    return _law("lgpd_13709_compilado.md", "perguntas_lgpd_autorais.jsonl", LGPD_ARTICLE)


def _law(law: str, asked: str, article: re.Pattern[str]) -> QuestionSet:
    parts = article.split((FOLDER / law).read_text(encoding="utf-8"))
    texts: dict[str, str] = {}
    # Some articles stand there in an old and a new wording.
    for key, body in zip(parts[1::2], parts[2::2], strict=True):
        texts[key] = texts.get(key, "") + body
    lines = [json.loads(line) for line in (FOLDER / asked).read_text(encoding="utf-8").splitlines()]
    questions = [
        Question(line["pergunta"], frozenset(line["artigos"]))
        for line in lines
        if line.get("respondivel", True)
    ]
    return QuestionSet(texts, questions)


async def fill(tenant_id: UUID, texts: dict[str, str]) -> None:
    """One document a text, split and indexed as the worker does it."""
    for key, text in texts.items():
        passages = split([Page(None, clean(text))])
        async with tenant_session(tenant_id) as session:
            document = KnowledgeDocument(
                tenant_id=tenant_id, title=key, source="text", kind="txt", size=len(text), status="ready"
            )
            session.add(document)
            await session.flush()
            index = Index(session, tenant_id, document.id)
            for first in range(0, len(passages), BATCH):
                document.words = (document.words or 0) + await index.add(
                    await analyse(passages[first : first + BATCH]), first
                )
            document.passages_done = document.passages_total = len(passages)


async def recall(tenant_id: UUID, questions: Sequence[Question], *, weight: float = WORDS) -> Recall:
    """Asks every question; `weight` is that of BM25 beside the vectors."""
    vectors = await embed([question.text for question in questions])
    first = five = 0
    async with tenant_session(tenant_id) as session:
        retrieval = Retrieval(session, tenant_id)
        for question, vector in zip(questions, vectors, strict=True):
            hits = await retrieval.search(question.text, vector, 5, weight=weight)
            first += hits[0].title in question.answered_by
            five += any(hit.title in question.answered_by for hit in hits)
    return Recall(first / len(questions), five / len(questions))
