"""Bodies of the import routes."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field

from app.auth.schemas import Body
from app.core.language import Text
from app.core.paging import Page
from app.imports.fields import CUSTOM, FIELDS, IGNORE, SEVERAL, is_target
from app.imports.merging import Collision
from app.leads.schemas import MAX_CUSTOM

State = Literal["uploaded", "checked", "running", "done", "cancelled", "failed"]

BAD_TARGET = Text(
    f"Destino desconhecido. Use {', '.join(FIELDS)}, {CUSTOM}<nome> ou {IGNORE}.",
    f"Unknown target. Use {', '.join(FIELDS)}, {CUSTOM}<name> or {IGNORE}.",
)
TWICE = Text(
    "Duas colunas têm o mesmo destino. Só telefone, etiquetas e observações aceitam mais de uma.",
    "Two columns have the same target. Only phone, tags and notes take more than one.",
)
NAMELESS = Text(
    "Escolha a coluna do nome ou a da empresa.", "Choose the column of the name or of the company."
)
AREA_ALONE = Text("O DDD precisa de uma coluna de telefone.", "The area code needs a column with the phone.")
TOO_MANY = Text(
    f"São no máximo {MAX_CUSTOM} campos personalizados.", f"There can be at most {MAX_CUSTOM} custom fields."
)


def _check_mapping(mapping: dict[str, str]) -> dict[str, str]:
    targets = [target.strip() for target in mapping.values() if target != IGNORE]
    if not all(is_target(target) for target in targets):
        raise ValueError(BAD_TARGET)
    single = [target for target in targets if target not in SEVERAL]
    if len(set(single)) != len(single):
        raise ValueError(TWICE)
    if not {"name", "company"} & set(targets):
        raise ValueError(NAMELESS)
    if "area_code" in targets and "phone" not in targets:
        raise ValueError(AREA_ALONE)
    if sum(target.startswith(CUSTOM) for target in targets) > MAX_CUSTOM:
        raise ValueError(TOO_MANY)
    return mapping


Mapping = Annotated[
    dict[str, Annotated[str, Field(max_length=100)]],
    Field(max_length=500, description="target of each column; a column left out is ignored"),
    AfterValidator(_check_mapping),
]


class ImportChange(Body):
    """Fields left out stay as they are. Any change asks for another dry run."""

    mapping: Mapping | None = None
    on_collision: Collision | None = None
    repair_documents: Annotated[
        bool | None, Field(description="put back leading zeros that a spreadsheet took from CPF and CNPJ")
    ] = None


class ImportColumn(BaseModel):
    name: str
    samples: Annotated[list[str], Field(description="up to 3 different filled cells")]


class ImportCounts(BaseModel):
    create: int
    update: int
    skip: int
    error: int


class ImportNotice(BaseModel):
    code: Literal["repeated_column", "mixed_encoding"]
    text: str


class ImportProblem(BaseModel):
    line: Annotated[int, Field(description="line of the file, the first being 1")]
    column: Annotated[str | None, Field(description="null: the row as a whole")]
    value: str
    code: str
    reason: str


class ImportProgress(BaseModel):
    processed: int
    total: int


class ImportCause(BaseModel):
    code: str
    text: str


class ImportSummary(BaseModel):
    """An import in the list. `counts` are those of the run, before it those of the dry run."""

    id: UUID
    file_name: str
    size: int
    state: State
    on_collision: Collision
    counts: ImportCounts | None
    progress: ImportProgress
    cause: ImportCause | None
    created_by: Annotated[str | None, Field(description="name")]
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None


class ImportView(ImportSummary):
    encoding: str
    delimiter: str
    header_line: int
    columns: list[ImportColumn]
    sample_rows: Annotated[list[list[str]], Field(description="the first rows, in the order of columns")]
    warnings: list[ImportNotice]
    mapping: dict[str, str]
    mapping_source: Literal["proposed", "remembered", "chosen"]
    repair_documents: bool
    expected: Annotated[ImportCounts | None, Field(description="counts of the last dry run")]
    problems: Annotated[list[ImportProblem], Field(description="up to 50 of the last dry run or run")]


class ImportPage(Page[ImportSummary]):
    """Imports, the newest first."""
