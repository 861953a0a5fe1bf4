"""Cuts text into passages on paragraph and sentence borders, and passages into what is embedded."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from app.knowledge.extraction import Page
from app.knowledge.sentences import cut_long, split_sentences

TARGET = 1000
MAX = 1200
# A heading starts a new passage only once the one before is worth standing alone.
MIN = 300
MIN_UNIT = 15
PARAGRAPH_BORDER = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
HEADING = re.compile(r"#{1,6}\s")
SPACES = re.compile(r"[ \t]+")


@dataclass(frozen=True)
class Passage:
    """A piece of a document that is shown as a search result; it never crosses a page."""

    page: int | None
    text: str


def split(pages: list[Page]) -> list[Passage]:
    return [Passage(page.number, text) for page in pages for text in split_text(page.text)]


def split_text(text: str) -> list[str]:
    passages: list[str] = []
    current: list[str] = []
    size = 0
    for paragraph in _paragraphs(text):
        heading = HEADING.match(paragraph) is not None
        full = size + len(paragraph) > MAX or size >= TARGET or (heading and size >= MIN)
        if current and full and not _only_headings(current):
            passages.append("\n\n".join(current))
            current, size = [], 0
        current.append(paragraph)
        size += len(paragraph) + 2
    if current:
        passages.append("\n\n".join(current))
    return passages


def _only_headings(parts: list[str]) -> bool:
    # A heading alone answers nothing: it stays with the text below it.
    return all(HEADING.match(part) for part in parts) and sum(map(len, parts)) < MIN


def _paragraphs(text: str) -> Iterator[str]:
    for block in PARAGRAPH_BORDER.split(text):
        paragraph = "\n".join(
            line for line in (SPACES.sub(" ", raw).strip() for raw in block.split("\n")) if line
        )
        if len(paragraph) <= MAX:
            if paragraph:
                yield paragraph
        else:
            yield from _pieces(paragraph)


def _pieces(paragraph: str) -> Iterator[str]:
    """A long paragraph, cut between sentences into pieces near TARGET."""
    piece = ""
    for sentence in split_sentences(paragraph):
        for part in cut_long(sentence, MAX):
            if piece and len(piece) + 1 + len(part) > TARGET:
                yield piece
                piece = part
            else:
                piece = f"{piece} {part}".strip()
    if piece:
        yield piece


def units(passage: str) -> list[str]:
    """What is embedded of a passage: all of it, each sentence, and each two neighbours.

    A question resembles the one sentence that answers it more than the passage around it.
    """
    sentences = [text for text in split_sentences(passage) if len(text) >= MIN_UNIT]
    pairs = [f"{first} {second}" for first, second in pairwise(sentences)]
    found = [passage, *sentences, *pairs]
    return list(dict.fromkeys(found))
