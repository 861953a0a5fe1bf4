"""Sentence borders of Portuguese and English text."""

import re

# A full stop after one of these does not end a sentence.
_SHORT = """
art arts al cap cf cia dec dept dr dra ed etc ex exa exmo fig fl fls i.e e.g inc jr ltda mr mrs n nº no
nr nos núm obs op p pág págs par pp prof profa s.a sec séc seg sr sra srs sta sto tel trad v vol vols
"""
ABBREVIATIONS = frozenset(_SHORT.split())
BORDER = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-ZÀ-Ý0-9§])|\n+|(?<=;)\s+")
LAST_WORD = re.compile(r"([\w.º°ª]+)\.$")
MAX_SENTENCE = 600


def split_sentences(text: str) -> list[str]:
    """The sentences, without their outer white space; none is longer than MAX_SENTENCE."""
    sentences: list[str] = []
    start = 0
    for border in BORDER.finditer(text):
        if "\n" not in border.group() and _is_abbreviation(text[start : border.start()].rstrip()):
            continue
        sentences.append(text[start : border.end()])
        start = border.end()
    sentences.append(text[start:])
    return [piece for sentence in sentences for piece in cut_long(sentence.strip(), MAX_SENTENCE) if piece]


def _is_abbreviation(before: str) -> bool:
    match = LAST_WORD.search(before)
    if match is None:
        return False
    word = match[1].lower()
    # One letter is an initial ("J. Silva"), not the end of a sentence.
    return word in ABBREVIATIONS or (len(word) == 1 and word.isalpha())


def cut_long(text: str, limit: int) -> list[str]:
    """Cuts text without borders at white space, or anywhere when there is none."""
    pieces: list[str] = []
    rest = text
    while len(rest) > limit:
        space = rest.rfind(" ", limit // 2, limit)
        cut = space if space > 0 else limit
        pieces.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    pieces.append(rest)
    return pieces
