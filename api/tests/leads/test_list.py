"""The list over HTTP: sorts, pages, search, filters, totals, facets, export."""

import base64
import csv
import io
import json
from typing import Any
from uuid import UUID

import pytest
from leads_support import LEADS, make_lead
from people import Client

from app.leads import repository
from app.leads.schemas import LeadPage

SORTS = ("name", "company", "value", "score", "stage", "created_at", "updated_at")


async def names(client: Client, **parameters: object) -> list[str]:
    answer = await client.get(LEADS, params=parameters)
    assert answer.status_code == 200, answer.text
    return [lead["name"] for lead in answer.json()["items"]]


async def walk(client: Client, **parameters: object) -> list[dict[str, Any]]:
    """All pages, two leads at a time."""
    found: list[dict[str, Any]] = []
    cursor: dict[str, str] = {}
    while True:
        body = (await client.get(LEADS, params={"limit": 2} | parameters | cursor)).json()
        assert body["total"] == {"value": 7, "exact": True}
        found += body["items"]
        if body["next_cursor"] is None:
            return found
        cursor = {"cursor": body["next_cursor"]}


@pytest.fixture
async def seven(owner: Client) -> Client:
    await make_lead(owner, name="Órfã", company="Zênite", value=10, stage="won")
    await make_lead(owner, name="ana", company="alfa", value=10.5, stage="lost", phone="11987654321")
    await make_lead(owner, name="Ágata", company="Élan", value=2, stage="proposal")
    await make_lead(owner, name="Bia", stage="negotiation")
    await make_lead(owner, name="Caio", value=0, stage="qualified", email="caio@x.com.br")
    await make_lead(owner, name="çelma", company="Alfa", value=300)
    await make_lead(owner, name="Davi", stage="new", source="Site")
    return owner


async def test_a_page_is_what_its_schema_says(seven: Client) -> None:
    answer = await seven.get(LEADS, params={"limit": 3})
    page = LeadPage.model_validate_json(answer.content, strict=True)
    assert page.model_dump(mode="json") == answer.json()
    assert answer.json()["items"][1] == (await seven.get(f"{LEADS}/{page.items[1].id}")).json()


async def test_each_sort_goes_both_ways_with_empty_ones_last(seven: Client) -> None:
    assert await names(seven, sort="name") == ["Ágata", "ana", "Bia", "Caio", "çelma", "Davi", "Órfã"]
    assert await names(seven, sort="-name") == ["Órfã", "Davi", "çelma", "Caio", "Bia", "ana", "Ágata"]
    assert (await names(seven, sort="company"))[:4] == ["ana", "çelma", "Ágata", "Órfã"]
    assert (await names(seven, sort="-company"))[:4] == ["Órfã", "Ágata", "çelma", "ana"]
    assert (await names(seven, sort="value"))[:5] == ["Caio", "Ágata", "Órfã", "ana", "çelma"]
    assert (await names(seven, sort="-value"))[:5] == ["çelma", "ana", "Órfã", "Ágata", "Caio"]
    assert (await names(seven, sort="-score"))[0] == "ana"
    assert await names(seven, sort="stage") == ["çelma", "Davi", "Caio", "Ágata", "Bia", "Órfã", "ana"]
    assert (await names(seven))[0] == "Davi"


@pytest.mark.parametrize("sort", [sign + sort for sort in SORTS for sign in ("", "-")])
async def test_pages_hold_each_lead_once_in_the_order_of_one_page(seven: Client, sort: str) -> None:
    whole = (await seven.get(LEADS, params={"sort": sort})).json()["items"]
    assert len(whole) == 7
    assert await walk(seven, sort=sort) == whole


async def test_a_foreign_cursor_is_refused(seven: Client) -> None:
    cursor = (await seven.get(LEADS, params={"limit": 2, "sort": "name"})).json()["next_cursor"]
    for parameters in (
        {"sort": "value", "cursor": cursor},
        {"cursor": "x"},
        {"sort": "name", "cursor": cursor[:-4]},
    ):
        answer = await seven.get(LEADS, params=parameters)
        assert (answer.status_code, answer.json()["code"]) == (400, "bad_cursor")
    assert (await seven.get(LEADS, params={"sort": "owner"})).status_code == 422


@pytest.mark.parametrize(
    ("sort", "raw"),
    [
        ("name", "[" * 1400),
        ("name", json.dumps(["name", "\ud800", str(UUID(int=0)), 7])),
        ("name", json.dumps(["name", "ana", str(UUID(int=0)), 10**30])),
        ("value", json.dumps(["value", 10**30, str(UUID(int=0)), 7])),
        ("created_at", json.dumps(["created_at", "0001-01-01T00:00:00+14:00", str(UUID(int=0)), 7])),
    ],
)
async def test_a_cursor_made_by_hand_is_refused(owner: Client, sort: str, raw: str) -> None:
    cursor = base64.urlsafe_b64encode(raw.encode()).decode().rstrip("=")
    answer = await owner.get(LEADS, params={"sort": sort, "cursor": cursor})
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_cursor")


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])
async def test_a_moment_that_no_calendar_has_in_utc_is_named(owner: Client, moment: str) -> None:
    answer = await owner.get(LEADS, params={"created_after": moment})
    assert answer.status_code == 422
    assert answer.json()["errors"] == [
        {"field": "created_after", "message": "Use uma data entre os anos 2 e 9998."}
    ]


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("conceicao", 1),
        ("JOSÉ conceição", 1),
        ("sao jose", 1),
        ("jose@padaria", 1),
        ("(31) 98888-1234", 1),
        ("31 8888-1234", 1),
        ("8888-1234", 1),
        ("+55 31 98888", 1),
        ("12.ABC.345/01DE", 1),
        ("12abc345", 1),
        ("jose joana", 0),
        ("j%o", 0),
        ("j_s", 0),
        ("\\", 0),
        ("99999-1234", 0),
    ],
)
async def test_search_ignores_accents_masks_and_the_ninth_digit(
    owner: Client, typed: str, count: int
) -> None:
    await make_lead(
        owner,
        name="José da Conceição",
        company="Padaria São João",
        email="jose@padaria.com.br",
        phone="(31) 98888-1234",
        document="12ABC34501DE35",
    )
    await make_lead(owner, name="Maria")
    assert await names(owner, q=typed) == ["José da Conceição"] * count


async def test_filters_combine(seven: Client) -> None:
    assert await names(seven, stage=["won", "lost"], sort="name") == ["ana", "Órfã"]
    assert await names(seven, stage="won", min_value=11) == []
    assert await names(seven, min_value=10, max_value=10.5, sort="value") == ["Órfã", "ana"]
    assert await names(seven, min_score=50) == ["ana"]
    assert await names(seven, source="Site") == ["Davi"]
    assert await names(seven, created_after="2999-01-01T00:00:00Z") == []
    assert (
        len(await names(seven, created_before="2999-01-01T00:00:00Z", updated_after="2020-01-01T00:00:00Z"))
        == 7
    )


async def test_owner_and_tags_filter(owner: Client) -> None:
    member = (await owner.get("/api/v1/public/members")).json()["items"][0]["id"]
    await make_lead(owner, name="Minha", owner=member, tags=["vip", "sul"])
    await make_lead(owner, name="De ninguém", tags=["sul"])
    await make_lead(owner, name="Sem etiqueta")
    assert await names(owner, owner="me") == await names(owner, owner=member) == ["Minha"]
    assert await names(owner, owner="none") == ["Sem etiqueta", "De ninguém"]
    assert len(await names(owner, owner=["none", "me"])) == 3
    assert await names(owner, tag=["vip", "outra"]) == ["Minha"]
    assert await names(owner, tag="sul") == ["De ninguém", "Minha"]
    bad = await owner.get(LEADS, params={"owner": "ana"})
    assert (bad.status_code, bad.json()["errors"][0]["field"]) == (422, "owner")
    facets = (await owner.get(f"{LEADS}/facets")).json()
    assert facets == {
        "stages": [{"value": "new", "count": 3}],
        "sources": [],
        "tags": [{"value": "sul", "count": 2}, {"value": "vip", "count": 1}],
        "owners": [{"id": member, "name": "Ana Souza", "count": 1}],
        "without_owner": 2,
    }


async def test_a_total_beyond_the_limit_says_more_than(
    seven: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(repository, "COUNT_LIMIT", 3)
    monkeypatch.setattr("app.leads.service.COUNT_LIMIT", 3)
    first = (await seven.get(LEADS, params={"limit": 2})).json()
    assert first["total"] == {"value": 3, "exact": False}
    second = (await seven.get(LEADS, params={"limit": 2, "cursor": first["next_cursor"]})).json()
    assert second["total"] == {"value": 3, "exact": False}


async def test_the_export_holds_the_filtered_list_and_no_formula(owner: Client) -> None:
    await make_lead(
        owner,
        name="=CMD|'/C calc'!A0",
        company='Aspas "e"; ponto',
        phone="+55 31 98888-1234",
        document="12ABC34501DE35",
        value=1234.5,
        stage="won",
        tags=["a", "b"],
        custom={"Cidade": "São Paulo", "+x": "-2+3"},
    )
    await make_lead(owner, name="Fora", stage="lost")
    answer = await owner.get(f"{LEADS}/export.csv", params={"stage": "won"})
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.content.startswith("\ufeffNome;E-mail;Telefone;Empresa;CPF/CNPJ;Valor;".encode())
    header, row = csv.reader(io.StringIO(answer.text.removeprefix("\ufeff")), delimiter=";")
    cells = dict(zip(header, row, strict=True))
    assert cells["Nome"] == "'=CMD|'/C calc'!A0"
    assert cells["Empresa"] == 'Aspas "e"; ponto'
    assert (cells["Telefone"], cells["CPF/CNPJ"]) == ("+5531988881234", "12.ABC.345/01DE-35")
    assert (cells["Valor"], cells["Estágio"], cells["Etiquetas"]) == ("1234,50", "Ganho", "a, b")
    assert (cells["Cidade"], cells["'+x"]) == ("São Paulo", "'-2+3")
    english = await owner.get(f"{LEADS}/export.csv", headers={"Accept-Language": "en"})
    assert english.text.startswith("\ufeffName;")
