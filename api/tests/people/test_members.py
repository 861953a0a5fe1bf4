"""Who belongs to the organization."""

from people import Client, new_member

MEMBERS = "/api/v1/public/members"


async def test_nobody_sees_members(client: Client) -> None:
    assert (await client.get(MEMBERS)).status_code == 401


async def test_the_list_holds_ones_own_organization_only(owner: Client, other_tenant: Client) -> None:
    (item,) = (await owner.get(MEMBERS)).json()["items"]
    assert (item["name"], item["email"], item["role"], item["status"]) == (
        "Ana Souza",
        "ana@padaria.com.br",
        "owner",
        "active",
    )
    assert item["last_seen_at"]
    assert [m["email"] for m in (await other_tenant.get(MEMBERS)).json()["items"]] == ["bruno@outra.com.br"]


async def test_pages_are_by_name_without_accents_and_miss_nobody(owner: Client) -> None:
    tenant = owner.session["organization"]["id"]
    for number, name in enumerate(["Zé", "Álvaro", "alvaro", "Érica", "Bia", "Élcio"]):
        await new_member("seller", f"m{number}@padaria.com.br", tenant_id=tenant, name=name)
    names: list[str] = []
    cursor = ""
    while True:
        page = (await owner.get(MEMBERS, params={"limit": 2} | ({"cursor": cursor} if cursor else {}))).json()
        names += [item["name"] for item in page["items"]]
        cursor = page["next_cursor"]
        if not cursor:
            break
    assert names == ["Álvaro", "alvaro", "Ana Souza", "Bia", "Élcio", "Érica", "Zé"]


async def test_a_cursor_of_nowhere_is_named(owner: Client) -> None:
    for cursor in ("x", "WyJuYW1lIiwiYSIsIm5vIGlkIl0"):
        answer = await owner.get(MEMBERS, params={"cursor": cursor})
        assert (answer.status_code, answer.json()["code"]) == (400, "bad_cursor")


async def test_a_limit_outside_its_range_is_named(owner: Client) -> None:
    for limit in ("0", "201", "many"):
        answer = await owner.get(MEMBERS, params={"limit": limit})
        assert answer.status_code == 422
        assert answer.json()["errors"][0]["field"] == "limit"
