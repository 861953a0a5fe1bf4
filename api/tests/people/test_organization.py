"""The organization's data, changed by those who may and never over somebody else's change."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from people import Client

ORGANIZATION = "/api/v1/public/organization"


async def test_nobody_sees_an_organization(client: Client) -> None:
    assert (await client.get(ORGANIZATION)).status_code == 401
    assert (await client.patch(ORGANIZATION, json={"name": "x"})).status_code == 401


async def test_each_sees_ones_own(owner: Client, other_tenant: Client) -> None:
    assert (await owner.get(ORGANIZATION)).json()["name"] == "Padaria São João"
    assert (await other_tenant.get(ORGANIZATION)).json()["name"] == "Outra Ltda"


async def test_a_change_leaves_the_other_organization_alone(owner: Client, other_tenant: Client) -> None:
    tag = (await owner.get(ORGANIZATION)).headers["etag"]
    body = {"name": "Padaria Nova", "document": "12.abc.345/01de-35", "time_zone": "America/Manaus"}
    changed = await owner.patch(ORGANIZATION, json=body, headers={"If-Match": tag})
    assert changed.status_code == 200
    now = await owner.get(ORGANIZATION)
    assert now.json() == changed.json()
    assert now.headers["etag"] == changed.headers["etag"] != tag
    assert (now.json()["document"], now.json()["time_zone"]) == ("12ABC34501DE35", "America/Manaus")
    assert (await other_tenant.get(ORGANIZATION)).json()["name"] == "Outra Ltda"


async def test_without_the_version_read_it_is_refused(owner: Client) -> None:
    answer = await owner.patch(ORGANIZATION, json={"name": "x"})
    assert (answer.status_code, answer.json()["code"]) == (428, "precondition_required")


async def test_a_stale_change_is_refused_and_shows_the_present_state(owner: Client) -> None:
    tag = (await owner.get(ORGANIZATION)).headers["etag"]
    await owner.patch(ORGANIZATION, json={"name": "Primeira"}, headers={"If-Match": tag})
    stale = await owner.patch(ORGANIZATION, json={"name": "Segunda"}, headers={"If-Match": tag})
    assert (stale.status_code, stale.json()["code"]) == (412, "precondition_failed")
    assert stale.json()["current"]["name"] == "Primeira"
    assert stale.headers["etag"] == (await owner.get(ORGANIZATION)).headers["etag"]


async def test_of_many_changes_at_once_exactly_one_wins(owner: Client) -> None:
    tag = (await owner.get(ORGANIZATION)).headers["etag"]
    answers = await asyncio.gather(
        *(owner.patch(ORGANIZATION, json={"name": f"n{n}"}, headers={"If-Match": tag}) for n in range(10))
    )
    assert sorted(answer.status_code for answer in answers) == [200] + [412] * 9


@pytest.mark.parametrize("role", ["viewer", "seller", "manager"])
async def test_who_may_not_is_told_what_is_missing(
    owner: Client, member: Callable[[str], Awaitable[Client]], role: str
) -> None:
    client = await member(role)
    assert (await client.get(ORGANIZATION)).status_code == 200
    answer = await client.patch(ORGANIZATION, json={"name": "x"}, headers={"If-Match": "*"})
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (403, "permission_missing")
    assert (problem["permission"], problem["granted_by"]) == ("organization:write", ["admin", "owner"])
    assert (await owner.get(ORGANIZATION)).json()["name"] == "Padaria São João"


async def test_an_admin_may(member: Callable[[str], Awaitable[Client]]) -> None:
    client = await member("admin")
    answer = await client.patch(ORGANIZATION, json={"document": None}, headers={"If-Match": "*"})
    assert (answer.status_code, answer.json()["document"]) == (200, None)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({"document": "12.345.678/0001-00"}, "CNPJ inválido. Confira os dígitos."),
        ({"time_zone": "Brasília"}, "Fuso horário desconhecido. Use um nome como America/Sao_Paulo."),
        ({"name": None}, "Este campo não pode ficar vazio."),
        ({"name": ""}, "Deve ter pelo menos 1 caractere(s)."),
    ],
)
async def test_a_bad_field_is_named(owner: Client, body: dict[str, str | None], message: str) -> None:
    answer = await owner.patch(ORGANIZATION, json=body, headers={"If-Match": "*"})
    assert answer.status_code == 422
    assert answer.json()["errors"] == [{"field": next(iter(body)), "message": message}]
