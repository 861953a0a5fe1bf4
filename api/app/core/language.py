"""The caller's language: pt-BR unless `Accept-Language` prefers English."""

from contextvars import ContextVar
from typing import Literal, NamedTuple

Language = Literal["pt-BR", "en"]
DEFAULT: Language = "pt-BR"

_language: ContextVar[Language] = ContextVar("language", default=DEFAULT)


class Text(NamedTuple):
    """The same sentence in both languages; `{name}` places are filled by `say`."""

    pt: str
    en: str

    def say(self, language: Language | None = None, **values: object) -> str:
        text = self.en if (language or _language.get()) == "en" else self.pt
        return text.format(**values) if values else text


def current_language() -> Language:
    return _language.get()


def set_language(language: Language) -> None:
    _language.set(language)


def negotiate(header: str) -> Language:
    """The first supported language of an `Accept-Language` header by weight."""
    best: tuple[float, Language] = (0.0, DEFAULT)
    for part in header.split(","):
        tag, _, parameters = part.strip().partition(";")
        try:
            weight = float(parameters.partition("q=")[2] or 1)
        except ValueError:
            continue
        primary = tag.strip().lower().partition("-")[0]
        language: Language | None = "en" if primary == "en" else "pt-BR" if primary == "pt" else None
        if language and weight > best[0]:
            best = (weight, language)
    return best[1]
