"""Making, reading, changing, deleting leads over HTTP."""

from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest
from leads_support import LEADS, make_lead
from people import Client

SignInAs = Callable[[str], Awaitable[httpx.AsyncClient]]

FULL: dict[str, Any] = {
    "name": "José da Conceição",
    "email": "Jose@Padaria.com.br",
    "phone": "(31) 8888-1234",
    "company": "Padaria São João Ltda",
    "document": "12.abc.345/01de-35",
    "value": 1234.56,
    "stage": "proposal",
    "source": "Feira",
    "tags": ["vip", "retorno", "vip"],
    "custom": {"Cidade": "Jundiaí", "Funcionários": 12, "Atende aos sábados": True},
}


async def test_a_lead_comes_back_as_it_was_understood(owner: Client) -> None:
    member = (await owner.get("/api/v1/public/members")).json()["items"][0]
    answer = await owner.post(LEADS, json=FULL | {"owner": member["id"]})
    assert answer.status_code == 201, answer.text
    lead = answer.json()
    assert answer.headers["ETag"] == '"v1"'
    assert answer.headers["Location"] == f"{LEADS}/{lead['id']}"
    assert {key: lead[key] for key in FULL} == FULL | {
        "email": "jose@padaria.com.br",
        "phone": "+5531988881234",
        "document": "12ABC34501DE35",
        "tags": ["vip", "retorno"],
    }
    assert lead["currency"] == "BRL"
    assert lead["owner"] == {"id": member["id"], "name": "Ana Souza"}
    assert lead["score"] == 100
    read = await owner.get(f"{LEADS}/{lead['id']}")
    assert (read.json(), read.headers["ETag"]) == (lead, '"v1"')
    assert (await owner.get(LEADS)).json()["items"] == [lead]


async def test_the_company_names_a_lead_without_a_name(owner: Client) -> None:
    assert (await make_lead(owner, name="", company="Auto Peças Sertão"))["name"] == "Auto Peças Sertão"
    for nobody in ({"email": "x@y.com.br"}, {"name": "\u200b \u200e"}, {"name": " ", "company": "\u2060"}):
        answer = await owner.post(LEADS, json=nobody)
        assert answer.status_code == 422
        assert answer.json()["errors"] == [{"field": "name", "message": "Informe o nome ou a empresa."}]


@pytest.mark.parametrize(
    ("body", "field", "pt", "en"),
    [
        ({"email": "ana@"}, "email", "E-mail inválido: “ana@”.", "Invalid e-mail: “ana@”."),
        ({"phone": "98888-1234"}, "phone", "Falta o DDD no telefone “98888-1234”.", "has no area code"),
        ({"phone": "0800 707 1234"}, "phone", "número de serviço", "service number"),
        ({"document": "12ABC34501DE36"}, "document", "dígito verificador", "check digits"),
        ({"document": "1838723000127"}, "document", "01.838.723/0001-27?", "01.838.723/0001-27?"),
        ({"value": -1}, "value", "pelo menos 0", "at least 0"),
        ({"value": "abc"}, "value", "um número", "a number"),
        ({"stage": "Novo"}, "stage", "Aceitos:", "Accepted:"),
        (
            {"owner": "00000000-0000-0000-0000-000000000000"},
            "owner",
            "não é um membro ativo",
            "not an active",
        ),
        ({"telefone": "1"}, "telefone", "Campo desconhecido.", "Unknown field."),
    ],
)
async def test_a_bad_field_is_named_in_the_language_of_the_caller(
    owner: Client, body: dict[str, Any], field: str, pt: str, en: str
) -> None:
    for language, text in (("pt-BR", pt), ("en", en)):
        answer = await owner.post(LEADS, json={"name": "X"} | body, headers={"Accept-Language": language})
        assert answer.status_code == 422
        (problem,) = answer.json()["errors"]
        assert problem["field"] == field
        assert text in problem["message"]


async def test_a_change_needs_the_version_that_was_read(owner: Client) -> None:
    lead = await make_lead(owner, company="Antes")
    path = f"{LEADS}/{lead['id']}"
    assert (await owner.patch(path, json={"name": "B"})).status_code == 428
    first = await owner.patch(path, json={"name": "B", "company": None}, headers={"If-Match": '"v1"'})
    assert first.headers["ETag"] == '"v2"'
    assert (first.json()["name"], first.json()["company"], first.json()["version"]) == ("B", None, 2)
    late = await owner.patch(path, json={"name": "C"}, headers={"If-Match": '"v1"'})
    assert late.status_code == 412
    assert late.headers["ETag"] == '"v2"'
    assert late.json()["current"] == first.json()
    same = await owner.patch(path, json={"name": "B"}, headers={"If-Match": '"v2"'})
    assert same.json() == first.json()


async def test_a_change_moves_what_the_database_computes(owner: Client) -> None:
    lead = await make_lead(owner)
    change = {"phone": "11 98765-4321", "value": 10, "custom": {"a": None}}
    answer = await owner.patch(f"{LEADS}/{lead['id']}", json=change, headers={"If-Match": '"v1"'})
    assert (lead["score"], answer.json()["score"]) == (0, 45)
    assert answer.json()["custom"] == {"a": None}
    found = (await owner.get(LEADS, params={"q": "98765"})).json()["items"]
    assert found == [answer.json()]


async def test_a_deleted_lead_is_gone_until_it_is_restored(owner: Client) -> None:
    lead = await make_lead(owner)
    path = f"{LEADS}/{lead['id']}"
    assert (await owner.delete(path)).status_code == 204
    assert (await owner.get(path)).json()["code"] == "lead_not_found"
    assert (await owner.delete(path)).status_code == 404
    assert (await owner.get(LEADS)).json()["total"] == {"value": 0, "exact": True}
    restored = await owner.post(f"{path}/restore")
    assert restored.headers["ETag"] == '"v3"'
    assert restored.json()["name"] == lead["name"]
    assert (await owner.post(f"{path}/restore")).json() == restored.json()
    assert (await owner.get(path)).json() == restored.json()


@pytest.mark.parametrize(
    ("first", "second", "matched", "word"),
    [
        ({"phone": "+55 31 98888-1234"}, {"phone": "553188881234"}, "phone", "telefone"),
        ({"email": "ana@x.com.br"}, {"email": "ANA@x.com.br "}, "email", "e-mail"),
        ({"document": "12ABC34501DE35"}, {"document": "12.abc.345/01de-35"}, "document", "CPF/CNPJ"),
    ],
)
async def test_the_same_lead_again_is_named(
    owner: Client, first: dict[str, str], second: dict[str, str], matched: str, word: str
) -> None:
    lead = await make_lead(owner, name="Ana", **first)
    answer = await owner.post(LEADS, json={"name": "Outra"} | second)
    assert (answer.status_code, answer.json()["code"]) == (409, "lead_duplicate")
    assert answer.json()["existing"] == {"id": lead["id"], "name": "Ana", "company": None, "matched": matched}
    assert f"Ana já tem este {word}" in answer.json()["detail"]
    anyway = await owner.post(LEADS, json={"name": "Outra"} | second, params={"allow_duplicate": True})
    assert anyway.status_code == 201


async def test_one_phone_of_two_companies_is_no_duplicate(owner: Client) -> None:
    await make_lead(owner, phone="3132622102", document="11.222.333/0001-81")
    await make_lead(owner, phone="3132622102", document="12ABC34501DE35")
    # A deleted lead is no duplicate either.
    lead = await make_lead(owner, email="x@y.com.br")
    await owner.delete(f"{LEADS}/{lead['id']}")
    await make_lead(owner, email="x@y.com.br")


async def test_nobody_is_asked_to_sign_in(client: Client, owner: Client) -> None:
    path = f"{LEADS}/{(await make_lead(owner))['id']}"
    answers = [
        await client.get(LEADS),
        await client.post(LEADS, json={"name": "A"}),
        await client.get(path),
        await client.patch(path, json={"name": "B"}, headers={"If-Match": "*"}),
        await client.delete(path),
        await client.post(f"{path}/restore"),
        await client.get(f"{LEADS}/facets"),
        await client.get(f"{LEADS}/export.csv"),
    ]
    assert [answer.status_code for answer in answers] == [401] * 8


async def test_another_organization_neither_sees_nor_changes_a_lead(
    owner: Client, other_tenant: Client
) -> None:
    member = (await owner.get("/api/v1/public/members")).json()["items"][0]["id"]
    lead = await make_lead(owner, phone="11987654321", source="Feira")
    path = f"{LEADS}/{lead['id']}"
    answers = [
        await other_tenant.get(path),
        await other_tenant.patch(path, json={"name": "Meu"}, headers={"If-Match": "*"}),
        await other_tenant.delete(path),
        await other_tenant.post(f"{path}/restore"),
    ]
    assert [answer.status_code for answer in answers] == [404] * 4
    assert (await other_tenant.get(LEADS, params={"q": "98765"})).json()["items"] == []
    assert (await other_tenant.get(f"{LEADS}/facets")).json()["sources"] == []
    assert "98765" not in (await other_tenant.get(f"{LEADS}/export.csv")).text
    # The same person may be a lead of both; a member of another organization owns nothing here.
    await make_lead(other_tenant, phone="11987654321")
    foreign = await other_tenant.post(LEADS, json={"name": "A", "owner": member})
    assert foreign.status_code == 422
    assert (await owner.get(path)).json() == lead


async def test_each_role_does_what_it_may(owner: Client, member: SignInAs) -> None:
    viewer, seller, manager = await member("viewer"), await member("seller"), await member("manager")
    assert (await viewer.get(LEADS)).status_code == 200
    refused = await viewer.post(LEADS, json={"name": "A"})
    assert (refused.status_code, refused.json()["permission"]) == (403, "leads:write")
    assert (await seller.post(LEADS, json={"name": "A"})).status_code == 201
    assert (await seller.get(f"{LEADS}/export.csv")).status_code == 403
    assert (await manager.get(f"{LEADS}/export.csv")).status_code == 200
