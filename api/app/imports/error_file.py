"""The faulty rows as a CSV of the same form: correct it, and upload it again."""

from collections.abc import AsyncIterator
from uuid import UUID

from app.core.database import tenant_session
from app.core.language import Text
from app.imports.models import LeadImport
from app.imports.problems import RowProblem, say
from app.imports.repository import ImportRepository
from app.imports.runner import layout_of
from app.leads.csv_text import BOM, line

BATCH = 500
LINE = Text("Linha", "Line")
REASON = Text("Motivo", "Reason")


class ErrorFile:
    def __init__(self, tenant_id: UUID, row: LeadImport) -> None:
        self.tenant_id, self.import_id = tenant_id, row.id
        layout = layout_of(row)
        self.columns, self.delimiter = layout.columns, layout.delimiter

    async def lines(self) -> AsyncIterator[str]:
        async with tenant_session(self.tenant_id) as session:
            repository = ImportRepository(session, self.tenant_id)
            # A row with too many cells widens the table, so that its reason stands below the reasons.
            width = max(len(self.columns), await repository.widest_error(self.import_id))
            surplus = [f"({number})" for number in range(len(self.columns) + 1, width + 1)]
            yield BOM + line([*self.columns, *surplus, LINE.say(), REASON.say()], self.delimiter)
            async for errors in repository.errors(self.import_id, BATCH):
                yield "".join(
                    line(
                        [
                            *error.cells,
                            *[""] * (width - len(error.cells)),
                            str(error.line),
                            " ".join(_reason(problem) for problem in error.problems),
                        ],
                        self.delimiter,
                    )
                    for error in errors
                )


def _reason(problem: RowProblem) -> str:
    return f"{problem['column']}: {say(problem)}" if problem["column"] else say(problem)
