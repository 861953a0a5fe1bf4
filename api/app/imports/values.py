"""Amounts and dates as Brazilian spreadsheets write them."""

import re
from datetime import UTC, date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

from app.leads.phone import plain
from app.leads.problems import ValueProblem

CENT = Decimal("0.01")
MAX_MONEY = Decimal("999999999999.99")
EXCEL_EPOCH = date(1899, 12, 30)
# fmt: off
MONTHS = (
    "janeiro", "fevereiro", "março", "abril", "maio", "junho",
    "julho", "agosto", "setembro", "outubro", "novembro", "dezembro",
)
# fmt: on
_NULL = re.compile(r"(?:n/?[ad]|null|none|nan|#n/[ad]|[-–—.]*)", re.IGNORECASE)
_SIGN = re.compile(r"r\$|brl|\s", re.IGNORECASE)
_SCIENTIFIC = re.compile(r"\d+(?:[.,]\d+)?e[+-]?\d{1,2}", re.IGNORECASE)
_NUMERIC_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})")
_LONG_DATE = re.compile(r"(\d{1,2})º? de ([a-zç]+) de (\d{4})", re.IGNORECASE)
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?")
# Two digits of a year up to here belong to this century.
CENTURY = 69


def is_null(text: str) -> bool:
    """Nothing, or a word that programs write for nothing."""
    return _NULL.fullmatch(plain(text)) is not None


def read_money(text: str) -> Decimal | None:
    """Raises ValueProblem. The last of two different separators is the decimal one."""
    if is_null(text):
        return None
    shown = plain(text)
    value = _SIGN.sub("", shown)
    negative = value.startswith(("-", "(")) or value.endswith("-")
    if value.startswith("(") != value.endswith(")"):
        raise ValueProblem("money_invalid", value=shown)
    value = value.removeprefix("(").removesuffix(")").removeprefix("-").removesuffix("-")
    amount = Decimal(_plain_number(value, shown)).quantize(CENT, ROUND_HALF_UP)
    if amount > MAX_MONEY:
        raise ValueProblem("money_too_large", value=shown)
    return -amount if negative else amount


def _plain_number(value: str, shown: str) -> str:
    if _SCIENTIFIC.fullmatch(value):
        return value.replace(",", ".")
    if not re.fullmatch(r"\d[\d.,]*", value) or len(value) > 40:
        raise ValueProblem("money_invalid", value=shown)
    separators = re.findall(r"[.,]", value)
    if not separators:
        return value
    last = separators[-1]
    grouped = len(set(separators)) == 1 and re.fullmatch(rf"\d{{1,3}}(?:\{last}\d{{3}})+", value)
    if grouped and len(separators) == 1 and last == ",":
        # 1,234: a thousand for an American, one and a bit for a Brazilian. Nobody can tell.
        raise ValueProblem("money_ambiguous", value=shown)
    if grouped:
        return value.replace(last, "")
    whole, _, fraction = value.rpartition(last)
    other = "." if last == "," else ","
    if last in whole or not re.fullmatch(rf"\d+|\d{{1,3}}(?:\{other}\d{{3}})+", whole) or not fraction:
        raise ValueProblem("money_invalid", value=shown)
    return f"{whole.replace(other, '')}.{fraction}"


def read_date(text: str, zone: ZoneInfo, *, serial: bool = False) -> date | datetime | None:
    """Raises ValueProblem. A time of day is local to `zone`; `serial` allows Excel's day numbers."""
    shown = plain(text)
    if is_null(shown) or not shown.strip("0/-. "):
        return None
    if serial and re.fullmatch(r"\d{4,5}", shown):
        return EXCEL_EPOCH + timedelta(days=int(shown))
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}[T ].*(?:Z|[+-]\d{2}:?\d{2})", shown):
        try:
            return datetime.fromisoformat(shown)
        except ValueError as error:
            raise ValueProblem("date_invalid", value=shown) from error
    clock = _TIME.search(shown)
    words = shown[: clock.start()].rstrip(" T,") if clock else shown
    try:
        day = _day(words)
        if clock is None:
            return day
        moment = datetime.combine(day, time(int(clock[1]), int(clock[2]), int(clock[3] or 0)), zone)
    except ValueError as error:
        raise ValueProblem("date_invalid", value=shown) from error
    if moment.astimezone(UTC).astimezone(zone) != moment or _skipped(moment, zone):
        raise ValueProblem("date_invalid", value=shown)
    if moment.utcoffset() != moment.replace(fold=1).utcoffset():
        raise ValueProblem("date_ambiguous", value=shown)
    return moment


def _skipped(moment: datetime, zone: ZoneInfo) -> bool:
    """Whether the clocks jumped over this local time."""
    back = moment.astimezone(UTC).astimezone(zone)
    return back.replace(tzinfo=None) != moment.replace(tzinfo=None)


def _day(words: str) -> date:
    numeric = _NUMERIC_DATE.fullmatch(words)
    if numeric:
        year = int(numeric[3])
        if len(numeric[3]) == 2:
            year += 2000 if year < CENTURY else 1900
        return date(year, int(numeric[2]), int(numeric[1]))
    long = _LONG_DATE.fullmatch(words)
    if long:
        return date(int(long[3]), MONTHS.index(long[2].lower()) + 1, int(long[1]))
    # fromisoformat reads 2020-04-07 and 20200407, and week dates, which nobody writes here.
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}|\d{8}", words):
        return date.fromisoformat(words)
    raise ValueError(words)
