"""The rehearsal and the run have to find the same leads."""

from app.imports.merging import Merger
from app.imports.reading import Record
from app.imports.rows import LeadValues, Row


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
