"""Words that people choose from, however they are written."""

import unicodedata

from app.leads.schemas import Stage

STAGE_WORDS: dict[str, Stage] = {
    "new": "new",
    "novo": "new",
    "nova": "new",
    "lead": "new",
    "qualified": "qualified",
    "qualificado": "qualified",
    "qualificada": "qualified",
    "qualificacao": "qualified",
    "proposal": "proposal",
    "proposta": "proposal",
    "negotiation": "negotiation",
    "negociacao": "negotiation",
    "won": "won",
    "ganho": "won",
    "ganha": "won",
    "fechado": "won",
    "lost": "lost",
    "perdido": "lost",
    "perdida": "lost",
}


def fold(text: str) -> str:
    """For comparing words that people choose from: no accents, no case."""
    decomposed = unicodedata.normalize("NFKD", text).casefold().strip()
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))
