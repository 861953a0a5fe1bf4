"""What a person typed into the search box, as patterns for the column `search`."""

import re
from dataclasses import dataclass

from app.leads.phone import read_phone
from app.leads.problems import ValueProblem

MAX_WORDS = 8
_NUMBER = re.compile(r"[\d\s()+.\-–/]+")
_MASK = re.compile(r"[\s()+.\-–/]")


@dataclass(frozen=True)
class Term:
    """Any of these spellings; a lead matches a search when it matches each of its terms."""

    spellings: tuple[str, ...]


def read_terms(text: str) -> list[Term]:
    """Words in any order; a phone or document with or without its mask, a mobile without its ninth digit."""
    value = " ".join(text.split())
    if _NUMBER.fullmatch(value) and len(_MASK.sub("", value)) >= 4:
        return [Term(_numbers(value))]
    terms: list[Term] = []
    for word in value.split(" ")[:MAX_WORDS]:
        plain = _MASK.sub("", word)
        masked = plain != word and any(sign.isdigit() for sign in plain) and "@" not in word
        if word:
            terms.append(Term((word, plain) if masked and plain else (word,)))
    return terms


def _numbers(value: str) -> tuple[str, ...]:
    digits = _MASK.sub("", value)
    spellings = [digits]
    try:
        spellings.append(read_phone(value).e164)
    except ValueProblem:
        # A part of a number: its digits are all that there is to look for.
        return tuple(spellings)
    return tuple(spellings)


def like(spelling: str) -> str:
    """The pattern of LIKE that finds the spelling anywhere."""
    escaped = re.sub(r"([\\%_])", r"\\\1", spelling)
    return f"%{escaped}%"
