"""E-mail addresses: one spelling for each, so that the same one is found again."""

import re

from email_validator import EmailNotValidError, validate_email

from app.leads.phone import plain
from app.leads.problems import ValueProblem

_EMPTY = re.compile(
    r"[-–—./\s]*|n/?[ad]|null|none|n[aã]o (?:tem|informado|possui)|sem e-?mail", re.IGNORECASE
)
_WRAPPED = re.compile(r"mailto:|[<>]", re.IGNORECASE)
# What nearly every address looks like; the rest goes to the full check, which costs 30 times as much.
_PLAIN = re.compile(
    r"[a-z0-9_%+-]{1,40}(?:\.[a-z0-9_%+-]{1,40}){0,5}@(?:[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?\.){1,5}[a-z]{2,12}"
)
_RESERVED = (".local", ".invalid", ".test", ".localhost", ".onion", ".arpa")


def is_empty_email(text: str) -> bool:
    return _EMPTY.fullmatch(plain(text)) is not None


def read_email(text: str) -> str:
    """Raises ValueProblem. Of several addresses in a cell, the first."""
    shown = plain(text)
    value = _WRAPPED.sub("", re.split(r"[;,\s]+", shown.strip(";, "))[0]).lower().rstrip(".")
    if _PLAIN.fullmatch(value) and not value.endswith(_RESERVED):
        return value
    try:
        return validate_email(value, check_deliverability=False).normalized.lower()
    except EmailNotValidError as error:
        raise ValueProblem("email_invalid", value=shown) from error
