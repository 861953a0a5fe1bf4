"""Real lists, uploaded, rehearsed and imported by the real job, with the mapping that is proposed."""

from typing import Any

import pytest
from import_support import choose, run, step, upload
from leads_support import LEADS
from people import Client
from real_folder import real_file

pytestmark = pytest.mark.real_data


def proposed(sent: dict[str, Any]) -> dict[str, str]:
    return {
        column: target
        for column, target in sent["mapping"].items()
        if target != "ignore" and not target.startswith("custom.")
    }


async def total(client: Client, **which: str) -> int:
    found: int = (await client.get(LEADS, params={"limit": 1} | which)).json()["total"]["value"]
    return found


async def test_17565_bank_branches_are_imported(owner: Client) -> None:
    sent = await upload(owner, real_file("csv/odbl/bcb_agencias_2023-09_excel-ptbr.csv").read_bytes())
    assert proposed(sent) == {
        "NOME INSTITUIÇÃO": "company",
        "NOME AGÊNCIA": "name",
        "DDD": "area_code",
        "FONE": "phone",
    }
    done = await run(owner, sent["id"])
    assert done["counts"] == {"create": 15689, "update": 817, "skip": 0, "error": 1059}
    assert sum(done["counts"].values()) == sent["progress"]["total"] == 17565
    assert await total(owner) == 15689
    # Typed with and without accents.
    towns = await total(owner, q="sao joao")
    assert towns > 0
    assert towns == await total(owner, q="JOÃO São")


async def test_health_plan_companies_are_imported(owner: Client) -> None:
    sent = await upload(owner, real_file("csv/ans_operadoras_ativas_2021.csv").read_bytes())
    assert proposed(sent) == {
        "CNPJ": "document",
        "Razão Social": "company",
        "DDD": "area_code",
        "Telefone": "phone",
        "Endereço eletrônico": "email",
        "Representante": "name",
    }
    done = await run(owner, sent["id"])
    assert done["counts"] == {"create": 1102, "update": 0, "skip": 0, "error": 70}
    again = await upload(owner, real_file("csv/ans_operadoras_ativas_2021.csv").read_bytes())
    assert again["mapping_source"] == "remembered"
    checked = await step(owner, again["id"], "dry-run")
    assert checked["expected"] == {"create": 0, "update": 1102, "skip": 0, "error": 70}


async def test_companies_of_228_columns_are_imported(owner: Client) -> None:
    sent = await upload(owner, real_file("csv/empresas_receita_serenata_2016-2017.csv").read_bytes())
    assert proposed(sent)["cnpj"] == "document"
    assert proposed(sent)["phone"] == "phone"
    assert "stage" not in proposed(sent).values()
    done = await run(owner, sent["id"])
    assert done["counts"] == {"create": 612, "update": 0, "skip": 0, "error": 87}
    assert {problem["code"] for problem in done["problems"]} == {"phone_invalid", "email_invalid", "no_name"}


async def test_purchases_with_line_breaks_in_cells_are_imported(owner: Client) -> None:
    sent = await upload(owner, real_file("csv/mg_compras_emergenciais_2020.csv").read_bytes())
    await choose(
        owner,
        sent["id"],
        mapping={
            "CONTRATADO": "company",
            "CPF_CNPJ_CONTRATADO": "document",
            "VALOR_HOMOLOGADO": "value",
            "OBJETO_PROCESSO": "notes",
        },
    )
    done = await run(owner, sent["id"])
    assert done["counts"] == {"create": 212, "update": 312, "skip": 0, "error": 0}
