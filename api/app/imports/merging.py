"""Which rows are new leads, which change one that exists: the same rule for the rehearsal and the run."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from app.imports.rows import LeadValues, Row
from app.leads.matching import find_same
from app.leads.models import Lead

Collision = Literal["update", "skip", "create"]
TEXTS = ("name", "email", "phone", "company", "document", "value", "stage", "owner_id", "source")


@dataclass(eq=False)
class Known:
    """A lead by its identity; `values` are what has to be written, None when nothing has."""

    # Leads of the database by their id, behind them the new ones as they come: the order in which a run that
    # reads them back from the database meets them, so that a rehearsal chooses among the same.
    order: tuple[int, int]
    phone: str | None
    email: str | None
    document: str | None
    lead: Lead | None = None
    values: dict[str, Any] | None = None


@dataclass
class Counts:
    create: int = 0
    update: int = 0
    skip: int = 0
    error: int = 0

    def add(self, other: "Counts") -> None:
        self.create += other.create
        self.update += other.update
        self.skip += other.skip
        self.error += other.error


@dataclass
class Plan:
    counts: Counts = field(default_factory=Counts)
    new: list[Known] = field(default_factory=list)
    changed: list[Known] = field(default_factory=list)


class Merger:
    """Remembers the leads met so far: the tenth row may be the lead of the second."""

    def __init__(self, on_collision: Collision) -> None:
        self.on_collision = on_collision
        self._by: dict[str, list[Known]] = {}
        self._leads: dict[object, Known] = {}
        self._made = 0

    def learn(self, leads: Iterable[Lead]) -> None:
        """Leads of the database that the next rows may be."""
        for lead in leads:
            if lead.id not in self._leads:
                known = Known((0, lead.id.int), lead.phone, lead.email, lead.document, lead)
                self._leads[lead.id] = known
                self._remember(known)

    def _remember(self, known: Known) -> None:
        for key in (known.phone, known.email, known.document):
            if key:
                found = self._by.setdefault(key, [])
                if known not in found:
                    found.append(known)

    def plan(self, rows: Sequence[Row]) -> Plan:
        plan = Plan()
        for row in rows:
            if row.problems:
                plan.counts.error += 1
                continue
            values = row.values
            same = None if self.on_collision == "create" else self._find(values)
            if same is None:
                self._made += 1
                order = (1, self._made)
                known = Known(order, values.phone, values.email, values.document, values=_new(values))
                self._remember(known)
                plan.new.append(known)
                plan.counts.create += 1
            elif self.on_collision == "skip":
                plan.counts.skip += 1
            else:
                plan.counts.update += 1
                self._merge(same, values, plan)
        return plan

    def _find(self, values: LeadValues) -> Known | None:
        candidates = {
            id(known): known
            for key in (values.document, values.email, values.phone)
            if key
            for known in self._by.get(key, ())
        }
        ordered = sorted(candidates.values(), key=lambda known: known.order)
        found = find_same(ordered, values.phone, values.email, values.document)
        return found[0] if found else None

    def _merge(self, known: Known, values: LeadValues, plan: Plan) -> None:
        """What the row says replaces what was there; what it leaves empty stays."""
        before = known.values if known.values is not None else _current(known.lead)
        after = _merged(before, _written(values))
        if after == before:
            return
        if known.values is None and known.lead is not None:
            plan.changed.append(known)
        known.values = after
        # A rehearsal has forgotten all but the identity: what the row leaves empty stays.
        known.phone = after.get("phone", known.phone)
        known.email = after.get("email", known.email)
        known.document = after.get("document", known.document)
        self._remember(known)

    def forget_values(self) -> None:
        """After a batch of a rehearsal: the identities are enough, and a long file would fill the memory."""
        for group in self._by.values():
            for known in group:
                known.values = {} if known.values is not None else None
                known.lead = None


def _new(values: LeadValues) -> dict[str, Any]:
    """A company without a name gives its own; it never replaces the name of a lead that is there."""
    found = {"name": values.company} | _written(values)
    if values.created_at is not None:
        found["created_at"] = values.created_at
    return found


def _written(values: LeadValues) -> dict[str, Any]:
    """The filled fields alone."""
    found = {name: getattr(values, name) for name in TEXTS if getattr(values, name) is not None}
    if values.tags:
        found["tags"] = values.tags
    if values.custom:
        found["custom"] = values.custom
    return found


def _current(lead: Lead | None) -> dict[str, Any]:
    if lead is None:
        return {}
    found = {name: getattr(lead, name) for name in TEXTS if getattr(lead, name) is not None}
    if lead.owner_id is not None:
        found["owner_id"] = str(lead.owner_id)
    return found | {"tags": lead.tags, "custom": lead.custom, "created_at": lead.created_at}


def _merged(before: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    after = before | row
    if "tags" in row:
        after["tags"] = list(dict.fromkeys([*before.get("tags", []), *row["tags"]]))
    if "custom" in row:
        after["custom"] = before.get("custom", {}) | row["custom"]
    return after
