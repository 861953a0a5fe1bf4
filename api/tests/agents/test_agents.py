from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from people import Client

AGENTS = "/api/v1/public/agents"
SignInAs = Callable[[str], Awaitable[Client]]


async def make(client: Client, **fields: str) -> dict[str, Any]:
    answer = await client.post(AGENTS, json={"name": "Nina"} | fields)
    assert answer.status_code == 201, answer.text
    body: dict[str, Any] = answer.json()
    return body


async def test_an_agent_is_created_read_and_listed(owner: Client) -> None:
    answer = await owner.post(
        AGENTS, json={"name": "  Nina ", "persona": "Pré-venda", "instructions": "Seja breve."}
    )
    agent = answer.json()
    assert answer.status_code == 201
    assert answer.headers["Location"] == f"{AGENTS}/{agent['id']}"
    assert (agent["name"], agent["persona"], agent["instructions"]) == ("Nina", "Pré-venda", "Seja breve.")
    assert (agent["status"], agent["version"]) == ("draft", 1)
    again = await owner.get(f"{AGENTS}/{agent['id']}")
    assert again.json() == agent
    assert again.headers["ETag"] == answer.headers["ETag"] == '"v1"'
    assert (await owner.get(AGENTS)).json() == {"items": [agent], "next_cursor": None}


async def test_the_list_pages_from_the_newest_without_gap_or_repetition(owner: Client) -> None:
    made = [(await make(owner, name=f"Agente {number}"))["id"] for number in range(5)]
    seen: list[str] = []
    cursor: str | None = None
    for _ in range(3):
        page = (await owner.get(AGENTS, params={"limit": 2} | ({"cursor": cursor} if cursor else {}))).json()
        seen += [item["id"] for item in page["items"]]
        cursor = page["next_cursor"]
    assert seen == made[::-1]
    assert cursor is None


async def test_a_cursor_of_another_list_is_refused(owner: Client) -> None:
    answer = await owner.get(AGENTS, params={"cursor": "WyJuYW1lIiwiYSIsImIiXQ"})
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_cursor")


@pytest.mark.parametrize("field", ["name", "persona", "instructions"])
async def test_a_change_touches_only_the_field_that_was_sent(owner: Client, field: str) -> None:
    agent = await make(owner, persona="Antes", instructions="Antes")
    answer = await owner.patch(
        f"{AGENTS}/{agent['id']}", json={field: "Depois"}, headers={"If-Match": '"v1"'}
    )
    changed = answer.json()
    assert answer.headers["ETag"] == '"v2"'
    assert changed["updated_at"] > agent["updated_at"]
    assert changed | {"updated_at": "", "version": 0} == agent | {
        field: "Depois",
        "updated_at": "",
        "version": 0,
    }


async def test_a_change_needs_the_version_that_was_read(owner: Client) -> None:
    agent = await make(owner)
    answer = await owner.patch(f"{AGENTS}/{agent['id']}", json={"name": "Téo"})
    assert (answer.status_code, answer.json()["code"]) == (428, "precondition_required")


async def test_a_stale_change_is_refused_with_the_present_agent(owner: Client) -> None:
    agent = await make(owner)
    path = f"{AGENTS}/{agent['id']}"
    first = await owner.patch(path, json={"name": "Téo"}, headers={"If-Match": '"v1"'})
    late = await owner.patch(path, json={"persona": "Minha"}, headers={"If-Match": '"v1"'})
    assert late.status_code == 412
    assert late.headers["ETag"] == '"v2"'
    assert late.json()["current"] == first.json()
    assert (await owner.get(path)).json()["persona"] == ""


async def test_saving_the_same_again_makes_no_new_version(owner: Client) -> None:
    agent = await make(owner)
    answer = await owner.patch(f"{AGENTS}/{agent['id']}", json={"name": "Nina"}, headers={"If-Match": '"v1"'})
    assert answer.json() == agent


@pytest.mark.parametrize(
    ("body", "field", "message"),
    [
        ({"name": "   "}, "name", "Deve ter pelo menos 1 caractere(s)."),
        ({"name": "x" * 81}, "name", "Deve ter no máximo 80 caracteres."),
        ({"name": "Nina", "persona": "x" * 4001}, "persona", "Deve ter no máximo 4000 caracteres."),
        (
            {"name": "Nina", "instructions": "x" * 20_001},
            "instructions",
            "Deve ter no máximo 20000 caracteres.",
        ),
        ({}, "name", "Campo obrigatório."),
    ],
)
async def test_a_bad_field_is_named(owner: Client, body: dict[str, str], field: str, message: str) -> None:
    answer = await owner.post(AGENTS, json=body)
    assert answer.status_code == 422
    assert answer.json()["errors"] == [{"field": field, "message": message}]


async def test_null_is_no_value_in_a_change(owner: Client) -> None:
    agent = await make(owner)
    answer = await owner.patch(f"{AGENTS}/{agent['id']}", json={"name": None}, headers={"If-Match": '"v1"'})
    assert answer.json()["errors"] == [{"field": "name", "message": "Este campo não pode ficar sem valor."}]


async def test_a_null_sign_in_a_text_is_refused(owner: Client) -> None:
    answer = await owner.post(AGENTS, json={"name": "Nina\x00"})
    assert (answer.status_code, answer.json()["code"]) == (422, "bad_text")


async def test_a_deleted_agent_is_gone_until_it_is_restored(owner: Client) -> None:
    agent = await make(owner)
    path = f"{AGENTS}/{agent['id']}"
    assert (await owner.delete(path)).status_code == 204
    assert (await owner.get(path)).json()["code"] == "agent_not_found"
    assert (await owner.delete(path)).status_code == 404
    assert (await owner.get(AGENTS)).json()["items"] == []
    restored = (await owner.post(f"{path}/restore")).json()
    assert restored["name"] == "Nina"
    assert (await owner.post(f"{path}/restore")).json() == restored
    assert (await owner.get(path)).json() == restored


async def test_nobody_is_asked_to_sign_in(client: Client, owner: Client) -> None:
    path = f"{AGENTS}/{(await make(owner))['id']}"
    answers = [
        await client.get(AGENTS),
        await client.post(AGENTS, json={"name": "Nina"}),
        await client.get(path),
        await client.patch(path, json={"name": "Téo"}, headers={"If-Match": "*"}),
        await client.delete(path),
        await client.post(f"{path}/restore"),
    ]
    assert [answer.status_code for answer in answers] == [401] * 6


async def test_another_organization_neither_sees_nor_changes_an_agent(
    owner: Client, other_tenant: Client
) -> None:
    agent = await make(owner)
    path = f"{AGENTS}/{agent['id']}"
    answers = [
        await other_tenant.get(path),
        await other_tenant.patch(path, json={"name": "Meu"}, headers={"If-Match": "*"}),
        await other_tenant.delete(path),
        await other_tenant.post(f"{path}/restore"),
    ]
    assert [answer.status_code for answer in answers] == [404] * 4
    assert (await other_tenant.get(AGENTS)).json()["items"] == []
    assert (await owner.get(path)).json() == agent


async def test_a_seller_reads_and_a_manager_writes(owner: Client, member: SignInAs) -> None:
    seller, manager = await member("seller"), await member("manager")
    assert (await seller.get(AGENTS)).status_code == 200
    refused = await seller.post(AGENTS, json={"name": "Nina"})
    assert (refused.status_code, refused.json()["permission"]) == (403, "agents:write")
    assert (await manager.post(AGENTS, json={"name": "Nina"})).status_code == 201
