"""The formats of tests/fixtures, written for the product, line by line."""

import csv
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from app.imports.values import read_date, read_money
from app.leads.csv_text import cell
from app.leads.problems import ValueProblem

SAO_PAULO = ZoneInfo("America/Sao_Paulo")
FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"

with (FIXTURES / "formatos_br.csv").open(encoding="utf-8", newline="") as file:
    LINES = list(csv.DictReader(file))


def lines(kind: str) -> list[dict[str, str]]:
    return [line for line in LINES if line["kind"] == kind]


@pytest.mark.parametrize("line", lines("money"), ids=lambda line: line["input"])
def test_an_amount_is_read_as_written_down(line: dict[str, str]) -> None:
    if "error" in line["expected"]:
        with pytest.raises(ValueProblem) as caught:
            read_money(line["input"])
        assert line["input"] in caught.value.say()
    elif line["expected"]:
        assert read_money(line["input"]) == Decimal(line["expected"])
    else:
        assert read_money(line["input"]) is None


@pytest.mark.parametrize("line", lines("date"), ids=lambda line: line["input"])
def test_a_date_is_read_as_written_down(line: dict[str, str]) -> None:
    if line["expected"] in {"error", "ambiguous"}:
        with pytest.raises(ValueProblem) as caught:
            read_date(line["input"], SAO_PAULO)
        assert caught.value.code == ("date_ambiguous" if line["expected"] == "ambiguous" else "date_invalid")
        return
    found = read_date(line["input"], SAO_PAULO, serial="Excel serial" in line["why"])
    if not line["expected"]:
        assert found is None
    elif "T" in line["expected"]:
        assert found == datetime.fromisoformat(line["expected"])
    else:
        assert found == date.fromisoformat(line["expected"])


def test_a_day_number_is_no_date_unless_somebody_says_so() -> None:
    with pytest.raises(ValueProblem):
        read_date("45000", SAO_PAULO)


@pytest.mark.parametrize("text", ["1.234.56", "1,2,3", "12..5", "1.", "R$", "1e999", "1" * 60, "(1"])
def test_a_number_that_nobody_writes_is_refused(text: str) -> None:
    with pytest.raises(ValueProblem):
        read_money(text)


@pytest.mark.parametrize(
    "line", [line for line in lines("text") if "export" in line["why"]], ids=lambda line: line["input"]
)
def test_an_exported_cell_is_never_a_formula(line: dict[str, str]) -> None:
    assert cell(line["input"]).strip('"') == line["expected"]
