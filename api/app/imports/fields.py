"""What a column can become, and a proposal from its name and its content."""

import re
import unicodedata
from collections.abc import Callable, Container, Sequence
from zoneinfo import ZoneInfo

from app.imports.values import is_null, read_date, read_money
from app.imports.words import STAGE_WORDS, fold
from app.leads.document import read_document
from app.leads.email import read_email
from app.leads.phone import is_empty_phone, read_phones
from app.leads.problems import ValueProblem
from app.leads.schemas import CUSTOM_KEY_LENGTH

IGNORE = "ignore"
CUSTOM = "custom."
FIELDS = (
    "name",
    "email",
    "phone",
    "area_code",
    "company",
    "document",
    "value",
    "stage",
    "source",
    "tags",
    "owner",
    "notes",
    "created_at",
)
# Several columns may give these; each other field has one column.
SEVERAL = frozenset({"phone", "tags", "notes"})
MAX_CUSTOM_PROPOSED = 30
# Of the cells that are filled, so many must be what the column's name says.
TRUSTED, CERTAIN = 0.5, 0.8

# Names without accents and signs. The first pattern that fits decides.
_NAMES: tuple[tuple[str, tuple[str, ...]], ...] = (
    # The columns that errors.csv adds, and what no list of leads should hold.
    (IGNORE, ("motivo|reason|linha|line", "senha|password")),
    ("email", (".*e?mail.*", "(?:endereco)?(?:correio)?eletronico")),
    ("area_code", ("ddd.*", "codigodearea|areacode")),
    (
        "phone",
        (
            "(?:tele)?fones?",
            "tel|celular(?:es)?|cel|whats|zap|mobile",
            ".*(?:telefone|celular|whatsapp|phone).*",
        ),
    ),
    ("document", ("(?:.*[^a-z])?(?:cpf|cnpj).*", ".*cpfcnpj.*", "documento?|taxid")),
    ("company", ("empresa|company|companhia|organi[sz]ac?[a-z]*", ".*(?:razaosocial|empresa|instituicao).*")),
    ("company", ("(?:nome)?fantasia|tradename", ".*(?:companyname|legalname).*")),
    (
        "name",
        ("nome.*|name", "cliente|contato|contact|lead|representante", ".*(?:full|contact|lead)name"),
    ),
    ("value", ("valor(?:r|rs|total|estimado|donegocio|daproposta)?", "value|amount|preco|price|dealvalue")),
    ("stage", ("estagio|etapa|fase|status|stage|funil",)),
    ("source", ("origem|fonte|source|canal|midia|comoconheceu|leadsource",)),
    ("tags", ("tags?|etiquetas?|marcador(?:es)?|labels?|interesses?",)),
    ("owner", ("responsavel|vendedora?|owner|atendente|consultora?|assignedto",)),
    ("notes", ("obs|observac(?:ao|oes)|notas?|notes?", "comentarios?|comments?|anotac(?:ao|oes)|remarks")),
    ("created_at", ("criadoem|createdat|createdate", "data(?:de)?(?:criacao|cadastro|entrada)|cadastradoem")),
)
_PATTERNS = tuple((field, re.compile("|".join(patterns))) for field, patterns in _NAMES)


def _plain(name: str) -> str:
    # "Telefone (2)" is the second column of that name.
    without_number = re.sub(r"\s*\(\d+\)$", "", name)
    decomposed = unicodedata.normalize("NFKD", without_number).lower()
    return "".join(sign for sign in decomposed if sign.isalnum() and sign.isascii())


def by_name(column: str) -> str | None:
    plain = _plain(column)
    return next((field for field, pattern in _PATTERNS if pattern.fullmatch(plain)), None)


# Right but for zeros that a spreadsheet took, or an area code in the next column.
_NEARLY = frozenset({"document_repairable", "phone_needs_area", "phone_service", "money_ambiguous"})


def _reads(read: Callable[[str], object]) -> Callable[[str], str | None]:
    def check(text: str) -> str | None:
        try:
            return None if read(text) is not None else "empty"
        except ValueProblem as problem:
            return problem.code

    return check


# What is wrong with a cell; None when it is right.
_CHECKS: dict[str, Callable[[str], str | None]] = {
    "email": _reads(read_email),
    "phone": _reads(lambda text: None if is_empty_phone(text) else read_phones(text)),
    "document": _reads(read_document),
    "stage": lambda text: None if fold(text) in STAGE_WORDS else "stage",
    "value": _reads(read_money),
    "created_at": _reads(lambda text: read_date(text, ZoneInfo("UTC"))),
    "area_code": lambda text: None if re.fullmatch(r"\(?0?\d{2}\)?", text.strip()) else "area_code",
}


def share(field: str, cells: Sequence[str], nearly: frozenset[str] = frozenset()) -> float | None:
    """Of the filled cells, how many are of this field, or `nearly`; None when there is no telling."""
    return _share(_CHECKS.get(field), cells, nearly)


def _share(
    check: Callable[[str], str | None] | None, cells: Sequence[str], nearly: frozenset[str] = frozenset()
) -> float | None:
    filled = [cell for cell in cells if not is_null(cell) and cell.strip(" 0")]
    if check is None or not filled:
        return None
    return sum(check(cell) in {None, *nearly} for cell in filled) / len(filled)


def _is_trusted(field: str, cells: Sequence[str], owners: Container[str]) -> bool:
    if field == "owner":
        # Sellers of another system: kept as text, for nobody here can be made their owner.
        found = _share(lambda text: None if fold(text) in owners else "owner", cells)
    else:
        found = share(field, cells, _NEARLY)
    return found is None or found >= TRUSTED


def propose(
    columns: Sequence[str], rows: Sequence[Sequence[str]], owners: Container[str] = ()
) -> dict[str, str]:
    """A target for each column, by its name, unless its content says something else.

    `owners`: folded names and e-mails of the members.
    """
    cells = {column: [row[index] for row in rows if index < len(row)] for index, column in enumerate(columns)}
    mapping: dict[str, str] = {}
    taken: set[str] = set()

    def take(column: str, field: str) -> None:
        if field == IGNORE or field in SEVERAL or field not in taken:
            mapping[column] = field
            taken.add(field)

    for column in columns:
        field = by_name(column)
        if field is not None and _is_trusted(field, cells[column], owners):
            take(column, field)
    for column in columns:
        if column in mapping:
            continue
        for field in ("email", "document", "phone"):
            if field not in taken and (share(field, cells[column]) or 0.0) >= CERTAIN:
                take(column, field)
                break
    if "area_code" in taken and "phone" not in taken:
        mapping = {column: field for column, field in mapping.items() if field != "area_code"}
    return _rest(columns, cells, mapping)


def _rest(columns: Sequence[str], cells: dict[str, list[str]], mapping: dict[str, str]) -> dict[str, str]:
    """Columns that no field wants are kept as custom fields, up to a number that a person can look at."""
    whole: dict[str, str] = {}
    custom = 0
    for column in columns:
        target = mapping.get(column)
        if target is None:
            keep = custom < MAX_CUSTOM_PROPOSED and any(not is_null(cell) for cell in cells[column])
            custom += keep
            target = custom_target(column) if keep else IGNORE
        whole[column] = target
    return whole


def custom_target(column: str) -> str:
    return CUSTOM + column.strip()[:CUSTOM_KEY_LENGTH]


def is_target(target: str) -> bool:
    if target.startswith(CUSTOM):
        return 0 < len(target.removeprefix(CUSTOM).strip()) <= CUSTOM_KEY_LENGTH
    return target == IGNORE or target in FIELDS
