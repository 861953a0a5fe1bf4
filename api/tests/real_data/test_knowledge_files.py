"""The real files that people upload, with their quirks, through the API and the worker."""

import pytest
from documents import add, search
from people import Client
from question_sets import FOLDER

pytestmark = [
    pytest.mark.real_data,
    pytest.mark.skipif(
        not FOLDER.is_dir(), reason=f"no real data: {FOLDER} does not exist (PILOTO_REAL_DATA)"
    ),
]
FILES = FOLDER / "files"
REFUND = "Fui cobrado a mais, recebo de volta em dobro?"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("lgpd_2_paginas_so_imagem.pdf", "no_text"),
        ("lgpd_3_paginas_com_senha.pdf", "encrypted"),
        ("lgpd_cortado_no_meio.pdf", "damaged"),
        ("vazio.txt", "empty"),
    ],
)
async def test_an_unreadable_file_fails_and_says_why(owner: Client, name: str, code: str) -> None:
    document = await add(owner, name, (FILES / name).read_bytes())
    assert (document["status"], document["cause"]["code"]) == ("failed", code)


@pytest.mark.parametrize("name", ["cdc_arts_42_a_49_utf16.txt", "cdc_arts_42_a_49_windows1252.txt"])
async def test_text_in_an_old_encoding_is_read_with_its_accents(owner: Client, name: str) -> None:
    document = await add(owner, name, (FILES / name).read_bytes())
    assert document["status"] == "ready"
    best = (await search(owner, REFUND))[0]
    assert "repetição do indébito, por valor igual ao dobro do que pagou em excesso" in best["text"]


async def test_the_table_of_a_word_file_is_found(owner: Client) -> None:
    name = "cdc_arts_1_a_25_com_tabela.docx"
    document = await add(owner, name, (FILES / name).read_bytes())
    assert document["status"] == "ready"
    best = (await search(owner, "prazo de arrependimento fora da loja"))[0]
    assert "Arrependimento fora da loja | 7 dias" in best["text"]


async def test_a_law_as_pdf_is_indexed_whole_and_cited_by_page(owner: Client) -> None:
    document = await add(owner, "lgpd.pdf", (FOLDER / "lgpd_13709_word.pdf").read_bytes())
    assert (document["status"], document["pages"], document["pages_without_text"]) == ("ready", 31, [])
    assert document["progress"]["done"] == document["progress"]["total"] > 100
    found = await search(owner, "Quem é o encarregado pelo tratamento de dados pessoais?")
    assert any("encarregado" in passage["text"].lower() for passage in found)
    assert all(1 <= passage["page"] <= 31 for passage in found)
