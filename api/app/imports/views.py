"""What the API shows of an import, in the caller's language."""

from typing import Any, cast

from app.core.language import Text
from app.imports.errors import CAUSES
from app.imports.merging import Collision
from app.imports.models import LeadImport
from app.imports.problems import say
from app.imports.runner import StoredProblem, layout_of
from app.imports.schemas import (
    ImportCause,
    ImportColumn,
    ImportCounts,
    ImportNotice,
    ImportProblem,
    ImportProgress,
    ImportSummary,
    ImportView,
    State,
)

MAX_SAMPLES = 3
SAMPLE_ROWS = 5
REPEATED = Text(
    "Há mais de uma coluna “{column}”: as seguintes ganharam um número.",
    "There is more than one column “{column}”: the next ones got a number.",
)
MIXED = Text(
    "O arquivo mistura UTF-8 e Windows-1252. Confira os acentos.",
    "The file mixes UTF-8 and Windows-1252. Check the accents.",
)


def _summary(row: LeadImport, created_by: str | None) -> dict[str, Any]:
    counts = row.counts or row.expected
    return {
        "id": row.id,
        "file_name": row.file_name,
        "size": row.size,
        # The table's CHECKs allow these words only.
        "state": cast("State", row.state),
        "on_collision": cast("Collision", row.on_collision),
        "counts": ImportCounts(**counts) if counts else None,
        "progress": ImportProgress(processed=row.processed, total=row.total),
        "cause": ImportCause(code=row.cause, text=CAUSES[row.cause].say(processed=row.processed))
        if row.cause
        else None,
        "created_by": created_by,
        "created_at": row.created_at,
        "started_at": row.started_at,
        "finished_at": row.finished_at,
    }


def import_summary(row: LeadImport, created_by: str | None) -> ImportSummary:
    return ImportSummary(**_summary(row, created_by))


def import_view(row: LeadImport, created_by: str | None) -> ImportView:
    layout = layout_of(row)
    first_rows: list[list[str]] = row.layout["first_rows"]
    warnings = [
        ImportNotice(code="repeated_column", text=REPEATED.say(column=name)) for name in layout.repeated
    ]
    if "+" in layout.encoding:
        warnings.append(ImportNotice(code="mixed_encoding", text=MIXED.say()))
    return ImportView(
        **_summary(row, created_by),
        encoding=layout.encoding,
        delimiter=layout.delimiter,
        header_line=layout.header_line,
        columns=[
            ImportColumn(name=name, samples=_samples(first_rows, index))
            for index, name in enumerate(layout.columns)
        ],
        sample_rows=first_rows[:SAMPLE_ROWS],
        warnings=warnings,
        # jsonb keeps no order; a person reads the columns in the file's.
        mapping={name: row.mapping[name] for name in layout.columns},
        mapping_source=cast("Any", row.mapping_source),
        repair_documents=row.repair_documents,
        expected=ImportCounts(**row.expected) if row.expected else None,
        problems=[_problem(problem) for problem in row.problems],
    )


def _samples(rows: list[list[str]], index: int) -> list[str]:
    filled = (row[index].strip() for row in rows if index < len(row))
    return list(dict.fromkeys(cell for cell in filled if cell))[:MAX_SAMPLES]


def _problem(problem: StoredProblem) -> ImportProblem:
    return ImportProblem(
        line=problem["line"],
        column=problem["column"],
        value=problem["value"],
        code=problem["code"],
        reason=say(problem),
    )
