"""The generator of the sample's leads, through the import with the mapping that is proposed."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from import_support import run, upload
from leads_support import LEADS
from people import Client

GENERATOR = Path(__file__).resolve().parents[3] / "tools" / "sample" / "generate.py"


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("piloto_sample_generate", GENERATOR)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_same_seed_gives_the_same_file(generate: ModuleType) -> None:
    assert list(generate.leads(50, 7)) == list(generate.leads(50, 7)) != list(generate.leads(50, 8))


async def test_the_sample_is_imported_without_a_fault(owner: Client, generate: ModuleType) -> None:
    content = "".join(generate.leads(2000, 7, ("Ana Souza",))).encode(generate.ENCODING)
    sent = await upload(owner, content)
    assert list(sent["mapping"].values()) == [
        "name",
        "email",
        "phone",
        "company",
        "document",
        "value",
        "stage",
        "source",
        "tags",
        "custom.Cidade",
        "custom.UF",
        "notes",
        "created_at",
        "owner",
    ]
    done = await run(owner, sent["id"])
    assert done["counts"]["error"] == 0
    # The repeated phones and documents, some written in another way, are found.
    assert 40 < done["counts"]["update"] < 200
    facets = (await owner.get(f"{LEADS}/facets")).json()
    assert facets["stages"][0]["value"] == "new"
    assert len(facets["sources"]) == 8


async def test_the_first_spreadsheet_of_a_small_company_is_understood(
    owner: Client, generate: ModuleType
) -> None:
    content = "".join(generate.messy(300, 7)).encode(generate.ENCODING)
    sent = await upload(owner, content)
    assert (sent["header_line"], sent["progress"]["total"]) == (4, 300)
    assert sent["mapping"] == {"Nome": "name", "Empresa": "company", "Zap": "phone", "Obs": "notes"}
    done = await run(owner, sent["id"])
    assert done["counts"] == {"create": 300, "update": 0, "skip": 0, "error": 0}
    leads = (await owner.get(LEADS, params={"sort": "created_at", "limit": 200})).json()["items"]
    assert leads[10]["company"] == leads[9]["company"]
    assert len(leads[8]["custom"]["phones"]) >= 10
    assert leads[149]["custom"]["notes"] == "ligar de tarde"
