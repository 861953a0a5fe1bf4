"""Words as BM25 counts them: without accents, without stop words, cut to six letters."""

import re
import unicodedata

WORD = re.compile(r"[a-z0-9]+")
# Portuguese inflects at the end: six letters join most forms of a word.
STEM = 6
MAX_WORD = 40
_STOP = """
a ao aos aquela aquelas aquele aqueles aquilo as ate com como da das de dela delas dele deles depois do
dos e ela elas ele eles em entre era eram essa essas esse esses esta estao estas estava este estes eu
foi for foram ha isso isto ja lhe lhes mais mas me mesmo meu meus minha minhas muito na nao nas nem no
nos nossa nossas nosso nossos num numa o os ou para pela pelas pelo pelos por porque pode posso quais
qual quando quanto que quem sao se seja sem ser sera seu seus so sobre sua suas tal tambem te tem tenho
ter teu tu tua um uma umas uns voce voces vos the of and to in is for on with are be by or an it at from
this that what which who how does do can
"""
STOP_WORDS = frozenset(_STOP.split())


def terms(text: str) -> list[str]:
    """In the order of the text, repeated as often as they stand there."""
    plain = unicodedata.normalize("NFKD", text.lower())
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return [_stem(word) for word in WORD.findall(bare) if word not in STOP_WORDS and len(word) <= MAX_WORD]


def _stem(word: str) -> str:
    # Numbers and codes are exact: 8078 is not 80781.
    return word[:STEM] if word.isalpha() else word
