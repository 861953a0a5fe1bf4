"""Why a row cannot become a lead; beside the values' own problems of the leads."""

from collections.abc import Mapping
from typing import TypedDict

from app.core.language import Text
from app.leads.problems import PROBLEMS, ValueProblem

ROW_PROBLEMS: dict[str, Text] = {
    "too_few_cells": Text(
        "A linha tem {cells} células e o cabeçalho tem {columns}. Confira aspas e quebras de linha.",
        "The row has {cells} cells and the header has {columns}. Check its quotes and line breaks.",
    ),
    "too_many_cells": Text(
        "A linha tem {cells} células e o cabeçalho tem {columns}. "
        "Ponha entre aspas a célula que contém “{delimiter}”.",
        "The row has {cells} cells and the header has {columns}. Quote the cell that contains “{delimiter}”.",
    ),
    "no_name": Text(
        "A linha não tem nome nem empresa. Preencha um dos dois.",
        "The row has neither a name nor a company. Fill in one of them.",
    ),
    "too_long": Text(
        "O texto tem {length} caracteres; o limite é {limit}.",
        "The text has {length} characters; the limit is {limit}.",
    ),
    "too_many_tags": Text(
        "A linha tem {length} etiquetas; o limite é {limit}.",
        "The row has {length} tags; the limit is {limit}.",
    ),
    "stage_unknown": Text(
        "O estágio “{value}” não existe. Use Novo, Qualificação, Proposta, Negociação, Ganho ou Perdido.",
        "The stage “{value}” does not exist. Use New, Qualified, Proposal, Negotiation, Won or Lost.",
    ),
    "owner_unknown": Text(
        "“{value}” não é um membro ativo. Use o nome ou o e-mail de um membro.",
        "“{value}” is no active member. Use a member's name or e-mail.",
    ),
    "bad_signs": Text(
        "A célula contém caracteres que não podem ser guardados. Apague-os.",
        "The cell holds characters that cannot be stored. Delete them.",
    ),
}
_ALL = PROBLEMS | ROW_PROBLEMS


class RowProblem(TypedDict):
    """As it is stored: the sentence is made when somebody reads it, in the reader's language."""

    # None: the row as a whole.
    column: str | None
    value: str
    code: str
    values: dict[str, str]


SHOWN = 200


def row_problem(
    code: str, values: Mapping[str, object], column: str | None = None, value: str = ""
) -> RowProblem:
    return {
        "column": column,
        "value": value[:SHOWN],
        "code": code,
        "values": {name: str(given)[:SHOWN] for name, given in values.items()},
    }


def of_value(problem: ValueProblem, column: str, value: str) -> RowProblem:
    return row_problem(problem.code, problem.values, column, value)


def say(problem: RowProblem) -> str:
    return _ALL[problem["code"]].say(None, **problem["values"])
