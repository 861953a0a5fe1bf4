"""CPF and CNPJ, the alphanumeric one included."""

import re
from dataclasses import dataclass
from typing import Literal

from validate_docbr import CNPJ, CPF

from app.leads.phone import plain
from app.leads.problems import ValueProblem

Kind = Literal["cpf", "cnpj"]

LENGTHS: dict[Kind, int] = {"cpf": 11, "cnpj": 14}
# Shorter than this without a mask, a number is no document that lost its zeros: any number would do.
SHORTEST_GUESS = 8
_MASK = re.compile(r"[\s.\-–—/]")
_CNPJ = re.compile(r"[0-9A-Z]{12}\d{2}")
_DECIMAL = re.compile(r"(\d+)\.0+")
_SCIENTIFIC = re.compile(r"[\d.,]+E[+-]?\d+")
_EMPTY = re.compile(r"[-–—./\s0]*|N/?[AD]|NULL|NONE|N[AÃ]O (?:TEM|INFORMADO)|ISENTO")
_CPF_RULE, _CNPJ_RULE = CPF(), CNPJ()


@dataclass(frozen=True)
class Document:
    kind: Kind
    # Digits, and letters in upper case; no mask.
    value: str
    # True when leading zeros had to be put back.
    repaired: bool = False


def is_empty_document(text: str) -> bool:
    return _EMPTY.fullmatch(plain(text).upper()) is not None


def format_document(value: str) -> str:
    if len(value) == LENGTHS["cpf"]:
        return f"{value[:3]}.{value[3:6]}.{value[6:9]}-{value[9:]}"
    return f"{value[:2]}.{value[2:5]}.{value[5:8]}/{value[8:12]}-{value[12:]}"


def read_document(text: str, kind: Kind | None = None, *, repair: bool = False) -> Document:
    """Raises ValueProblem; a number that has only lost its zeros does so too, unless `repair`."""
    shown = plain(text)
    written = shown.upper()
    if _SCIENTIFIC.fullmatch(written):
        raise ValueProblem("digits_lost", value=shown)
    decimal = _DECIMAL.fullmatch(written)
    value = decimal[1] if decimal else _MASK.sub("", written)
    for candidate in (kind,) if kind else ("cpf", "cnpj"):
        if len(value) == LENGTHS[candidate]:
            if _is_valid(candidate, value):
                return Document(candidate, value, repaired=decimal is not None)
            raise ValueProblem("document_digits", value=shown)
    repaired = (
        _repaired(value, kind)
        if value.isascii() and value.isdigit() and value in {written, decimal and decimal[1]}
        else None
    )
    if repaired is None:
        raise ValueProblem("document_length", value=shown)
    if repair:
        return repaired
    raise ValueProblem("document_repairable", value=shown, repaired=format_document(repaired.value))


def _repaired(digits: str, kind: Kind | None) -> Document | None:
    if kind is None and len(digits) < SHORTEST_GUESS:
        return None
    for candidate in (kind,) if kind else ("cpf", "cnpj"):
        padded = digits.zfill(LENGTHS[candidate])
        if len(padded) == LENGTHS[candidate] and _is_valid(candidate, padded):
            return Document(candidate, padded, repaired=True)
    return None


def _is_valid(kind: Kind, value: str) -> bool:
    if len(set(value)) == 1:
        return False
    if kind == "cpf":
        return value.isascii() and value.isdigit() and bool(_CPF_RULE.validate(value))
    return _CNPJ.fullmatch(value) is not None and bool(_CNPJ_RULE.validate(value))
