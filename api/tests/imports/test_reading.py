"""Files as people save them, and files that are none."""

import codecs
import csv
import io

import pytest

from app.imports.decoding import Unreadable
from app.imports.reading import Table

HEADER = "Nome;E-mail;Telefone\r\n"
ROWS = "José;jose@x.com.br;(11) 98765-4321\r\nÂngela;angela@x.com.br;(11) 3262-2102\r\n"


def cells(content: bytes | str) -> list[list[str]]:
    return [record.cells for record in opened(content).rows()]


def opened(content: bytes | str) -> Table:
    return Table.open(content.encode() if isinstance(content, str) else content)


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ((HEADER + ROWS).encode(), "UTF-8"),
        (codecs.BOM_UTF8 + (HEADER + ROWS).encode(), "UTF-8 (BOM)"),
        ((HEADER + ROWS).encode("cp1252"), "Windows-1252"),
        ((HEADER + ROWS).encode("utf-16"), "UTF-16"),
        (codecs.BOM_UTF16_BE + (HEADER + ROWS).encode("utf-16-be"), "UTF-16"),
        ((HEADER + ROWS).encode() * 1 + "Conceição;;\n".encode("cp1252"), "UTF-8 + Windows-1252"),
    ],
)
def test_an_encoding_is_recognised(content: bytes, encoding: str) -> None:
    table = opened(content)
    assert table.layout.encoding == encoding
    assert table.layout.columns == ["Nome", "E-mail", "Telefone"]
    names = [record.cells[0] for record in table.rows()]
    assert names[:2] == ["José", "Ângela"]
    assert names[2:] in ([], ["Conceição"])


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_a_delimiter_is_recognised_among_the_others(delimiter: str) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(["Nome", "Endereço", "Valor"])
    for number in range(20):
        writer.writerow([f"Ana {number}", "Rua A, 10; fundos | casa", f"1.{number:03},50"])
    table = opened(out.getvalue())
    assert (table.layout.delimiter, table.layout.rows) == (delimiter, 20)
    assert next(table.rows()).cells[1] == "Rua A, 10; fundos | casa"


def test_a_line_of_excel_names_the_delimiter() -> None:
    assert opened("sep=|\nNome|Fone\nAna|1\n").layout.header_line == 2


def test_one_column_is_a_table() -> None:
    table = opened("Nome\nAna\nBia, a outra\n")
    assert (table.layout.columns, table.layout.rows) == (["Nome"], 2)
    assert [record.cells for record in table.rows()] == [["Ana"], ["Bia, a outra"]]


def test_titles_above_and_notes_below_are_no_rows() -> None:
    table = opened(
        "Clientes da loja;;\n;;\nNome;Cidade;Valor\nAna;Jundiaí;10\n;;\nBia;Itu;20\n"
        "Total;;30\n;;\nFonte: o caderno da loja, copiado à mão;;\n"
    )
    assert (table.layout.header_line, table.layout.rows) == (3, 2)
    assert [(record.line, record.cells[0]) for record in table.rows()] == [(4, "Ana"), (6, "Bia")]


def test_line_breaks_and_delimiters_live_inside_quotes() -> None:
    assert cells('A;B;C\n"um\ndois";"x;y";"diz ""oi"""\n1a;2b;3c\n') == [
        ["um\ndois", "x;y", 'diz "oi"'],
        ["1a", "2b", "3c"],
    ]


@pytest.mark.parametrize(
    "line", ['"Bar do Zé;Itu;ok', 'Bar;"Itu;ok', 'Bar;Itu;"ok', 'Pizzaria 12";Itu;ok', '"Bar" do Zé;Itu;ok']
)
def test_a_stray_quote_costs_no_other_row(line: str) -> None:
    found = cells(f'Nome;Cidade;Obs\nAna;Itu;ok\n{line}\nBia;"Itu";ok\nCaio;Itu;"fim"\n')
    assert [len(row) for row in found] == [3] * 4
    assert [row[0] for row in found][2:] == ["Bia", "Caio"]


def test_ragged_rows_stay_as_they_are() -> None:
    assert cells("A;B;C\n1;2;3\n1;2\n1;2;3;4\n") == [["1", "2", "3"], ["1", "2"], ["1", "2", "3", "4"]]


def test_a_zero_byte_far_below_costs_one_row() -> None:
    # PostgreSQL stores none: the whole dry run would fail by it.
    found = cells((HEADER + ROWS * 2000 + "Ma\x00ria;maria@x.com.br;\r\n").encode())
    assert found[-1] == ["Ma\ufffdria", "maria@x.com.br", ""]


def test_a_header_twice_gets_names_of_its_own() -> None:
    table = opened("Nome;Fone;Fone;;Fone\nAna;1;2;3;4\n")
    assert table.layout.columns == ["Nome", "Fone", "Fone (2)", "Coluna 4", "Fone (3)"]
    assert table.layout.repeated == ["Fone"]


def test_reading_again_needs_no_second_look() -> None:
    content = (HEADER + ROWS).encode("cp1252")
    table = opened(content)
    again = Table.reopen(content, table.layout)
    assert [record.cells for record in again.rows()] == [record.cells for record in table.rows()]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (codecs.BOM_UTF8, "empty"),
        (b"PK\x03\x04rest of a spreadsheet", "spreadsheet"),
        (b"\xd0\xcf\x11\xe0rest of an old one", "spreadsheet"),
        (b"<html><table><tr><td>Nome</td></tr></table>", "html"),
        (b"\x7fELF\x00\x00\x00", "binary"),
        (b"%PDF-1.4\n\x01\x02\x03", "binary"),
        (b"Nome;Fone\nA\x81\x8d;1\n", "encoding"),
        (codecs.BOM_UTF16_LE + b"a", "encoding"),
        (b"ana@x.com.br;(11) 98765-4321\nbia@x.com.br;(11) 98765-4322\n", "no_header"),
        (b"Nome;Fone\n", "no_rows"),
        (b"Nome;Fone\n;\n\n", "no_rows"),
        ((";".join(f"c{number}" for number in range(501)) + "\n" + ";" * 500 + "x\n").encode(), "too_wide"),
    ],
)
def test_what_is_no_table_is_refused_with_its_cause(content: bytes, fault: str) -> None:
    with pytest.raises(Unreadable) as caught:
        Table.open(content)
    assert caught.value.fault == fault
