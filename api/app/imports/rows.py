"""One row of a file, read into the values of a lead, or the reasons why not."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

from app.imports.fields import CUSTOM, IGNORE
from app.imports.problems import RowProblem, of_value, row_problem
from app.imports.reading import Record
from app.imports.values import is_null, read_date, read_money
from app.imports.words import STAGE_WORDS, fold
from app.leads.document import is_empty_document, read_document
from app.leads.email import is_empty_email, read_email
from app.leads.phone import is_empty_phone, plain, read_phones
from app.leads.problems import ValueProblem
from app.leads.schemas import (
    CUSTOM_LENGTH,
    MAX_TAGS,
    NAME_LENGTH,
    SOURCE_LENGTH,
    TAG_LENGTH,
    Stage,
)

NOTES_KEY = "notes"
PHONES_KEY = "phones"
_DITTO = re.compile(r"idem|id\.|ibidem|〃|\"|''", re.IGNORECASE)
_BETWEEN_TAGS = re.compile(r"\s*[,;|·/]\s*")
_FORMULA = re.compile(r"'(?=[=+\-@])")
_BAD = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


@dataclass
class LeadValues:
    """What a row says; None and empty mean that it says nothing."""

    name: str | None = None
    email: str | None = None
    phone: str | None = None
    company: str | None = None
    document: str | None = None
    value: Decimal | None = None
    stage: Stage | None = None
    owner_id: str | None = None
    source: str | None = None
    tags: list[str] = field(default_factory=list)
    custom: dict[str, str] = field(default_factory=dict)
    created_at: datetime | None = None


@dataclass
class Row:
    record: Record
    values: LeadValues
    problems: list[RowProblem]


class RowReader:
    """Reads the rows of one file in their order: ditto marks speak of the row before."""

    def __init__(
        self,
        columns: Sequence[str],
        mapping: Mapping[str, str],
        owners: Mapping[str, str],
        zone: ZoneInfo,
        delimiter: str,
        *,
        repair: bool,
    ) -> None:
        """`owners`: member ids by folded name and e-mail."""
        self.width = len(columns)
        self.targets = [
            (index, column, mapping.get(column, IGNORE))
            for index, column in enumerate(columns)
            if mapping.get(column, IGNORE) != IGNORE
        ]
        self.area = next((index for index, _, target in self.targets if target == "area_code"), None)
        self.owners = owners
        self.zone = zone
        self.delimiter = delimiter
        self.repair = repair
        self._above: list[str] = [""] * self.width

    def skip(self, record: Record) -> None:
        """A row that a run before has written already: only its text is needed, for ditto marks."""
        self._completed(record.cells)

    def read_all(self, records: Iterable[Record]) -> list[Row]:
        return [self.read(record) for record in records]

    def read(self, record: Record) -> Row:
        values, problems = LeadValues(), []
        count = len(record.cells)
        cells = self._completed(record.cells)
        if count < self.width or any(cell.strip() for cell in record.cells[self.width :]):
            code = "too_few_cells" if count < self.width else "too_many_cells"
            told = {"cells": count, "columns": self.width, "delimiter": self.delimiter}
            problems.append(row_problem(code, told))
            return Row(record, values, problems)
        area = cells[self.area] if self.area is not None else ""
        for index, column, target in self.targets:
            text = cells[index]
            if target == "area_code" or is_null(text):
                continue
            try:
                self._take(values, target, text, area)
            except ValueProblem as problem:
                problems.append(of_value(problem, column, text))
            except _Refused as refused:
                problems.append(row_problem(refused.code, refused.values, column, text))
        if values.name is None and values.company is None and not problems:
            problems.append(row_problem("no_name", {}))
        if len(values.tags) > MAX_TAGS:
            problems.append(row_problem("too_many_tags", {"length": len(values.tags), "limit": MAX_TAGS}))
        return Row(record, values, problems)

    def _completed(self, cells: Sequence[str]) -> list[str]:
        """Without masks of spreadsheets, ditto marks replaced by what stands above them."""
        found = [_FORMULA.sub("", cell.strip(), count=1) for cell in cells[: self.width]]
        for index, cell in enumerate(found):
            if _DITTO.fullmatch(cell):
                found[index] = self._above[index]
        self._above = found + [""] * (self.width - len(found))
        return found

    def _take(self, values: LeadValues, target: str, text: str, area: str) -> None:
        if _BAD.search(text):
            raise _Refused("bad_signs")
        if target == "phone":
            _take_phone(values, text, area)
        elif target == "document":
            if not is_empty_document(text):
                values.document = read_document(text, repair=self.repair).value
        elif target == "owner":
            values.owner_id = self.owners.get(fold(text))
            if values.owner_id is None:
                raise _Refused("owner_unknown", value=text)
        elif target == "created_at":
            moment = read_date(text, self.zone)
            if moment is not None and not isinstance(moment, datetime):
                # A day without a time: noon is that day for every reader.
                moment = datetime.combine(moment, time(12), self.zone)
            values.created_at = moment
        elif target.startswith(CUSTOM):
            values.custom[target.removeprefix(CUSTOM).strip()] = _text(text, CUSTOM_LENGTH)
        else:
            _TAKERS[target](values, text)


class _Refused(Exception):
    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def _text(text: str, limit: int) -> str:
    """Composed: the same word has one spelling."""
    value = unicodedata.normalize("NFC", text)
    if len(value) > limit:
        raise _Refused("too_long", length=len(value), limit=limit)
    return value


def _line(text: str, limit: int) -> str:
    return _text(" ".join(text.split()), limit)


def _take_name(values: LeadValues, text: str) -> None:
    values.name = _line(text, NAME_LENGTH)


def _take_company(values: LeadValues, text: str) -> None:
    values.company = _line(text, NAME_LENGTH)


def _take_source(values: LeadValues, text: str) -> None:
    values.source = _line(text, SOURCE_LENGTH)


def _take_email(values: LeadValues, text: str) -> None:
    if not is_empty_email(text):
        values.email = read_email(text)


def _take_value(values: LeadValues, text: str) -> None:
    values.value = read_money(text)
    if values.value is not None and values.value < 0:
        raise ValueProblem("money_negative", value=text)


def _take_stage(values: LeadValues, text: str) -> None:
    values.stage = STAGE_WORDS.get(fold(text))
    if values.stage is None:
        raise _Refused("stage_unknown", value=text)


def _take_tags(values: LeadValues, text: str) -> None:
    tags = [_line(tag, TAG_LENGTH) for tag in _BETWEEN_TAGS.split(text.strip()) if tag]
    values.tags = list(dict.fromkeys([*values.tags, *tags]))


def _take_notes(values: LeadValues, text: str) -> None:
    before = values.custom.get(NOTES_KEY)
    values.custom[NOTES_KEY] = _text(f"{before}\n{text}" if before else text, CUSTOM_LENGTH)


_TAKERS: dict[str, Callable[[LeadValues, str], None]] = {
    "name": _take_name,
    "company": _take_company,
    "source": _take_source,
    "email": _take_email,
    "value": _take_value,
    "stage": _take_stage,
    "tags": _take_tags,
    "notes": _take_notes,
}


def _take_phone(values: LeadValues, text: str, area: str) -> None:
    """The first valid phone of the row is the lead's; the others are kept, and so are service numbers."""
    if is_empty_phone(text):
        return
    try:
        phone, others = read_phones(text, area)
    except ValueProblem as problem:
        if problem.code != "phone_service":
            raise
        phone, others = None, [plain(text)]
    if phone is not None and values.phone is None:
        values.phone = phone.e164
    elif phone is not None and phone.e164 != values.phone:
        others = [phone.e164, *others]
    if others:
        kept = [values.custom[PHONES_KEY]] if PHONES_KEY in values.custom else []
        values.custom[PHONES_KEY] = "; ".join([*kept, *others])[:CUSTOM_LENGTH]
