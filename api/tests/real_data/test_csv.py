"""The real files, read where they lie: never copied, never sent anywhere."""

from collections import Counter

import pytest
from real_folder import real_file

from app.imports.decoding import Unreadable
from app.imports.reading import Table

pytestmark = pytest.mark.real_data


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("csv/ans_operadoras_ativas_2021.csv", ("Windows-1252", ";", 3, 19, 1172)),
        ("csv/mg_compras_emergenciais_2020.csv", ("UTF-8 (BOM)", ";", 1, 34, 524)),
        ("csv/empresas_receita_serenata_2016-2017.csv", ("UTF-8", ",", 1, 228, 699)),
        ("csv/municipios_br.csv", ("UTF-8", ",", 1, 9, 5571)),
        ("csv/estados_br.csv", ("UTF-8 (BOM)", ",", 1, 6, 27)),
        ("csv/odbl/bcb_agencias_2023-09_excel-ptbr.csv", ("Windows-1252", ";", 10, 19, 17565)),
    ],
)
def test_a_real_file_is_read_whole(name: str, expected: tuple[str, str, int, int, int]) -> None:
    table = Table.open(real_file(name).read_bytes())
    layout = table.layout
    found = (layout.encoding, layout.delimiter, layout.header_line, len(layout.columns), layout.rows)
    assert found == expected
    widths = Counter(len(record.cells) for record in table.rows())
    assert widths == {len(layout.columns): layout.rows}


def test_a_spreadsheet_in_place_of_a_csv_is_named() -> None:
    with pytest.raises(Unreadable) as caught:
        Table.open(real_file("csv/odbl/bcb_agencias_2023-09.xlsx").read_bytes())
    assert caught.value.fault == "spreadsheet"


def test_dashes_of_windows_1252_come_out_right() -> None:
    text = real_file("csv/ans_operadoras_ativas_2021.csv").read_bytes()
    found = "".join("".join(record.cells) for record in Table.open(text).rows())
    assert "–" in found
    assert not {"\x96", "�"} & set(found)
