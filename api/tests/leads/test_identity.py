"""The identifiers of tests/fixtures, written for the product, line by line."""

import csv
from pathlib import Path
from typing import cast

import pytest

from app.leads.document import Kind, format_document, is_empty_document, read_document
from app.leads.email import read_email
from app.leads.phone import is_empty_phone, read_phone, read_phones
from app.leads.problems import ValueProblem

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"


def lines(name: str) -> list[dict[str, str]]:
    with (FIXTURES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


PHONES = lines("phones_br.csv")
DOCUMENTS = lines("cpf_cnpj.csv")


@pytest.mark.parametrize(
    "line", [row for row in PHONES if row["expected_e164"]], ids=lambda row: row["input"]
)
def test_a_phone_is_read_to_e164(line: dict[str, str]) -> None:
    phone, _ = read_phones(line["input"])
    assert phone is not None
    assert phone.e164 == line["expected_e164"]
    assert line["expected_type"].startswith(phone.kind) or line["expected_type"] == "fixed or mobile"


def test_the_ways_to_write_one_phone_give_one_identity() -> None:
    groups: dict[str, set[str]] = {}
    for line in PHONES:
        if line["same_person_group"]:
            phone, _ = read_phones(line["input"])
            groups.setdefault(line["same_person_group"], set()).add(phone.e164 if phone else "")
    assert len(groups) == 13
    assert all(len(numbers) == 1 for numbers in groups.values())
    assert len({number for numbers in groups.values() for number in numbers}) == len(groups)


@pytest.mark.parametrize(
    "line",
    [row for row in PHONES if not row["expected_e164"] and row["expected_type"] != "empty"],
    ids=lambda row: row["input"],
)
def test_what_is_no_phone_is_refused_with_its_cause(line: dict[str, str]) -> None:
    with pytest.raises(ValueProblem) as caught:
        read_phone(line["input"])
    expected = {
        "needs area code": "phone_needs_area",
        "no WhatsApp identity": "phone_service",
    }.get(line["expected_type"], "digits_lost" if "E+" in line["input"] else "phone_invalid")
    assert caught.value.code == expected
    assert line["input"].strip() in caught.value.say()


@pytest.mark.parametrize("text", ["", " ", "-", "não tem", "0", "(00) 0000-0000", "N/A", "sem telefone"])
def test_words_for_no_phone_are_empty(text: str) -> None:
    assert is_empty_phone(text)
    assert read_phones(text) == (None, [])


def test_an_area_code_of_another_column_completes_a_phone() -> None:
    assert read_phone("36215500", "92").e164 == "+559236215500"
    assert read_phone("8888-1234", "031").e164 == "+5531988881234"


def test_the_second_phone_of_a_cell_is_kept() -> None:
    phone, others = read_phones("(62) 3946-8800 / (62) 3088-0200")
    assert phone is not None
    assert (phone.e164, others) == ("+556239468800", ["(62) 3088-0200"])
    phone, others = read_phones("123; (11) 98765-4321 ou 0800 707 1234")
    assert phone is not None
    assert (phone.e164, others) == ("+5511987654321", ["123", "0800 707 1234"])


@pytest.mark.parametrize("line", DOCUMENTS, ids=lambda row: f"{row['kind']} {row['input']}")
def test_a_document_is_judged_as_written_down(line: dict[str, str]) -> None:
    kind = cast("Kind", line["kind"])
    if line["verdict"] == "invalid":
        with pytest.raises(ValueProblem) as caught:
            read_document(line["input"], kind, repair=True)
        assert caught.value.code in {"document_digits", "document_length", "digits_lost"}
        return
    document = read_document(line["input"], kind, repair=line["verdict"] == "repairable")
    assert document.value == line["canonical"]
    assert format_document(document.value) == line["formatted"]
    assert document.repaired == (line["verdict"] == "repairable")
    if line["verdict"] == "repairable":
        with pytest.raises(ValueProblem) as caught:
            read_document(line["input"], kind)
        assert caught.value.code == "document_repairable"
        assert line["formatted"] in caught.value.say()


def test_a_document_tells_its_kind_by_itself() -> None:
    assert read_document("111.444.777-35").kind == "cpf"
    assert read_document("12.abc.345/01de-35").kind == "cnpj"
    assert is_empty_document("00.000.000/0000-00")
    assert not is_empty_document("00000000000191")


@pytest.mark.parametrize(
    ("text", "email"),
    [
        ("Ana@Padaria.COM.br", "ana@padaria.com.br"),
        (" <joao@x.com.br>; outro@x.com.br", "joao@x.com.br"),
        ("mailto:zé@acentos.com.br", "zé@acentos.com.br"),
        ("o'brien@x.com", "o'brien@x.com"),
    ],
)
def test_an_email_has_one_spelling(text: str, email: str) -> None:
    assert read_email(text) == email


@pytest.mark.parametrize(
    "text",
    ["ana", "ana@", "@x.com", "ana@x", "ana..b@x.com", "ana@x..com", "ana@-x.com", "a b@c", "ana@x.local"],
)
def test_a_bad_email_is_refused(text: str) -> None:
    with pytest.raises(ValueProblem) as caught:
        read_email(text)
    assert text in caught.value.say()
