"""Brazilian and foreign phones as people, spreadsheets and WhatsApp write them, read to E.164."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

import phonenumbers

from app.leads.problems import ValueProblem

Kind = Literal["mobile", "fixed"]


def _pattern(kind: phonenumbers.PhoneNumberDesc | None) -> re.Pattern[str]:
    if kind is None or kind.national_number_pattern is None:
        raise RuntimeError("phonenumbers has no rules for Brazil")
    return re.compile(kind.national_number_pattern)


_BRAZIL: phonenumbers.PhoneMetadata | None = phonenumbers.PhoneMetadata.metadata_for_region("BR")
# The library's own rules, compiled once: its general check costs 20 times as much a number.
_MOBILE = _pattern(_BRAZIL.mobile if _BRAZIL else None)
_FIXED = _pattern(_BRAZIL.fixed_line if _BRAZIL else None)
_SERVICE = re.compile(r"(?:0?[3589]00|0?[3589]09)\d{6,7}|(?:400[34]|300\d)\d{4}")
_EMPTY = re.compile(
    r"[-–—./\s]*|(?:n[aã]o (?:tem|informado|possui)|sem (?:telefone|fone)|n/?[ad]|null|none|nt)",
    re.IGNORECASE,
)
_SCIENTIFIC = re.compile(r"[\d.,]+e[+-]?\d+", re.IGNORECASE)
_EXTENSION = re.compile(r"\b(?:ramal|ram\.?|r\.|ext\.?|x)\s*\d+\s*$", re.IGNORECASE)
_DECIMAL = re.compile(r"(\d{8,})\.0+")
_BETWEEN = re.compile(r"\s*(?:[/;|,\n]|\bou\b|\be\b)\s*", re.IGNORECASE)
_START = re.compile(r"[+(\d]")


@dataclass(frozen=True)
class Phone:
    e164: str
    kind: Kind


def plain(text: str) -> str:
    """ASCII digits, no invisible signs, no apostrophe of the kind that spreadsheets show as text."""
    if text.isascii():
        return text.strip().removeprefix("'").strip()
    kept = "".join(
        str(int(sign)) if sign.isdecimal() else sign for sign in text if unicodedata.category(sign) != "Cf"
    )
    return kept.replace("\xa0", " ").strip().removeprefix("'").strip()


def is_empty_phone(text: str) -> bool:
    """Nothing, a word for nothing, or a placeholder of zeros."""
    value = plain(text)
    if _EMPTY.fullmatch(value):
        return True
    digits = re.sub(r"\D", "", value)
    return bool(digits) and not digits.strip("0") and not re.search(r"[^\W\d_]", value)


def read_phone(text: str, area: str = "") -> Phone:
    """Raises ValueProblem. `area` completes a number that was written without its area code."""
    value = plain(text)
    if _SCIENTIFIC.fullmatch(value):
        raise ValueProblem("digits_lost", value=value)
    decimal = _DECIMAL.fullmatch(value)
    written = decimal[1] if decimal else _EXTENSION.sub("", value)
    start = _START.search(written)
    if start is None:
        raise ValueProblem("phone_invalid", value=value)
    written = written[start.start() :]
    digits = re.sub(r"\D", "", written)
    if re.search(r"[^\W\d_]", written) or not 3 <= len(digits) <= 20 or not digits.strip("0"):
        raise ValueProblem("phone_invalid", value=value)
    if written.startswith("+"):
        return _international(digits, value)
    # From Europe and most of the world: 00 and the country.
    if digits.startswith("00"):
        return _international(digits[2:], value)
    return _national(digits, re.sub(r"\D", "", area).lstrip("0"), value)


def read_phones(text: str, area: str = "") -> tuple[Phone | None, list[str]]:
    """The first valid phone of a cell, and what else the cell holds. Raises when it holds none."""
    if is_empty_phone(text):
        return None, []
    try:
        return read_phone(text, area), []
    except ValueProblem as problem:
        parts = [part for part in _BETWEEN.split(plain(text)) if part]
        if len(parts) < 2:
            raise
        first_problem = problem
    found: Phone | None = None
    others: list[str] = []
    for part in parts:
        if found is None and not is_empty_phone(part):
            try:
                found = read_phone(part, area)
                continue
            except ValueProblem as problem:
                first_problem = problem
        others.append(part)
    if found is None:
        raise first_problem
    # The second number of a cell is often written without the area code that the first one has.
    return found, others


def _international(digits: str, value: str) -> Phone:
    if digits.startswith("55"):
        return _national(digits[2:], "", value)
    try:
        number = phonenumbers.parse("+" + digits)
    except phonenumbers.NumberParseException as error:
        raise ValueProblem("phone_invalid", value=value) from error
    if not phonenumbers.is_valid_number(number):
        raise ValueProblem("phone_invalid", value=value)
    kind = phonenumbers.number_type(number)
    fixed = kind == phonenumbers.PhoneNumberType.FIXED_LINE
    return Phone(
        phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164),
        "fixed" if fixed else "mobile",
    )


def _national(digits: str, area: str, value: str) -> Phone:
    if len(digits) in {12, 13} and digits.startswith("55"):
        digits = digits[2:]
    if _SERVICE.fullmatch(digits):
        raise ValueProblem("phone_service", value=value)
    if digits.startswith("0"):
        # Trunk zero, alone or with a carrier's two digits.
        digits = digits[1:] if len(digits) <= 12 else digits[3:]
    if len(digits) in {8, 9}:
        if len(area) != 2:
            # Nine digits are a mobile without its area code only when they begin with the ninth digit.
            whole = "(" not in value and (len(digits) == 8 or digits.startswith("9"))
            raise ValueProblem("phone_needs_area" if whole else "phone_invalid", value=value)
        digits = area + digits
    # Eight digits of a mobile of before 2016, or of a WhatsApp id: the ninth is missing. Numbers in 7 are
    # old radio lines, which never got one; 2 to 5 are landlines.
    if len(digits) == 10 and digits[2] in "689":
        digits = f"{digits[:2]}9{digits[2:]}"
    if _MOBILE.fullmatch(digits):
        return Phone(f"+55{digits}", "mobile")
    if _FIXED.fullmatch(digits):
        return Phone(f"+55{digits}", "fixed")
    raise ValueProblem("phone_invalid", value=value)
