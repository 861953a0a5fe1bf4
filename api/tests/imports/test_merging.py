"""The rehearsal and the run have to find the same leads."""

from uuid import UUID

from app.imports.merging import Merger
from app.imports.reading import Record
from app.imports.rows import LeadValues, Row
from app.leads.models import Lead


def row(**values: str) -> Row:
    return Row(Record(2, []), LeadValues(**values), [])  # type: ignore[arg-type]


def test_a_rehearsal_keeps_what_a_later_row_leaves_empty() -> None:
    merger = Merger("update")
    merger.plan([row(name="Ana", phone="+5511987654321", email="ana@x.com.br", document="52998224725")])
    merger.forget_values()
    merger.plan([row(name="Ana", email="ana@x.com.br")])
    merger.forget_values()
    by_phone = merger.plan([row(name="Ana", phone="+5511987654321")]).counts
    by_document = merger.plan([row(name="Ana", document="52998224725")]).counts
    assert [(counts.create, counts.update) for counts in (by_phone, by_document)] == [(0, 1), (0, 1)]


def lead(number: int, **values: str) -> Lead:
    return Lead(id=UUID(int=number), tags=[], custom={}, **values)


def test_a_rehearsal_chooses_the_lead_that_a_run_chooses() -> None:
    """Two leads with one phone: the older one is meant, whichever of them the file named first."""
    both = [
        lead(1, name="A", phone="+5511987654321"),
        lead(2, name="B", phone="+5511987654321", email="b@x.com"),
    ]
    rows = [row(name="B", email="b@x.com"), row(name="?", phone="+5511987654321", document="52998224725")]
    rehearsal = Merger("update")
    rehearsal.learn(both[1:])
    rehearsal.plan(rows[:1])
    rehearsal.forget_values()
    rehearsal.learn(both)
    rehearsal.plan(rows[1:])
    run = Merger("update")
    run.learn(both)
    run.plan(rows[1:])
    asked = [row(document="52998224725")]
    found = [merger._find(asked[0].values) for merger in (rehearsal, run)]
    assert [known and known.order for known in found] == [(0, 1), (0, 1)]


def test_an_updated_lead_keeps_its_place() -> None:
    merger = Merger("update")
    merger.plan([row(name="A", phone="+5511987654321"), row(name="B", document="52998224725")])
    merger.plan(
        [row(name="B", document="52998224725", phone="+5511987654321"), row(name="A", phone="+5511987654321")]
    )
    found = merger._find(row(phone="+5511987654321").values)
    assert found is not None
    assert found.order == (1, 1)
