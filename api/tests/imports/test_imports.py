"""The whole way of a file over HTTP: upload, mapping, dry run, run by the real job, errors."""

import csv
import io
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from documents import work
from import_support import IMPORTS, choose, read, run, send, step, upload
from leads_support import LEADS, make_lead
from people import Client

FILE = (
    "Lista de clientes;;;;;;\r\n"
    "Nome;E-mail;Celular;Empresa;CNPJ;Valor;Cidade\r\n"
    "José da Silva;jose@x.com.br;(31) 8888-1234;Padaria;12.ABC.345/01DE-35;1.234,56;São Paulo\r\n"
    ";;11 3262-2102 / 0800 707 1234;Só Empresa Ltda;;;idem\r\n"
    "Ruim;ruim@;999;;123;grátis;Itu\r\n"
    "José outra vez;JOSE@x.com.br;;;;99;Campinas\r\n"
    "Curta;a@b.com.br\r\n"
    "=1+1;x@y.com.br;+55 11 98765-4321;;;;\r\n"
).encode("cp1252")


async def leads(client: Client) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = (await client.get(LEADS, params={"sort": "created_at"})).json()["items"]
    return sorted(items, key=lambda lead: lead["name"])


async def test_a_file_becomes_leads(owner: Client) -> None:
    sent = await upload(owner, FILE)
    assert (sent["state"], sent["encoding"], sent["delimiter"], sent["header_line"]) == (
        "uploaded",
        "Windows-1252",
        ";",
        2,
    )
    assert sent["progress"] == {"processed": 0, "total": 6}
    assert sent["columns"][6] == {"name": "Cidade", "samples": ["São Paulo", "idem", "Itu"]}
    assert sent["mapping"] == {
        "Nome": "name",
        "E-mail": "email",
        "Celular": "phone",
        "Empresa": "company",
        "CNPJ": "document",
        "Valor": "value",
        "Cidade": "custom.Cidade",
    }
    assert (sent["mapping_source"], sent["on_collision"], sent["counts"]) == ("proposed", "update", None)

    checked = await step(owner, sent["id"], "dry-run")
    assert checked["expected"] == checked["counts"] == {"create": 3, "update": 1, "skip": 0, "error": 2}
    assert await leads(owner) == []
    assert [(problem["line"], problem["column"]) for problem in checked["problems"]] == [
        (5, "E-mail"),
        (5, "Celular"),
        (5, "CNPJ"),
        (5, "Valor"),
        (7, None),
    ]
    assert checked["problems"][3] == {
        "line": 5,
        "column": "Valor",
        "value": "grátis",
        "code": "money_invalid",
        "reason": "Valor inválido: “grátis”. Escreva, por exemplo, 1.234,56.",
    }

    started = await step(owner, sent["id"], "start")
    assert started["state"] == "running"
    await work()
    done = await read(owner, sent["id"])
    assert (done["state"], done["counts"]) == ("done", checked["expected"])
    assert done["progress"] == {"processed": 6, "total": 6}
    assert done["created_by"] == "Ana Souza"
    first, jose, company = await leads(owner)
    assert (first["name"], first["phone"]) == ("=1+1", "+5511987654321")
    assert {
        key: jose[key] for key in ("name", "email", "phone", "company", "document", "value", "custom")
    } == {
        "name": "José outra vez",
        "email": "jose@x.com.br",
        "phone": "+5531988881234",
        "company": "Padaria",
        "document": "12ABC34501DE35",
        "value": 99.0,
        "custom": {"Cidade": "Campinas"},
    }
    assert (company["name"], company["company"], company["phone"]) == (
        "Só Empresa Ltda",
        "Só Empresa Ltda",
        "+551132622102",
    )
    assert company["custom"] == {"Cidade": "São Paulo", "phones": "0800 707 1234"}


async def test_the_error_file_is_the_rows_with_their_reasons(owner: Client) -> None:
    sent = await upload(owner, FILE)
    await run(owner, sent["id"])
    answer = await owner.get(f"{IMPORTS}/{sent['id']}/errors.csv", headers={"Accept-Language": "en"})
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.content.startswith(b"\xef\xbb\xbf")
    header, bad, short = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";")
    assert header == ["Nome", "E-mail", "Celular", "Empresa", "CNPJ", "Valor", "Cidade", "Line", "Reason"]
    assert bad[:8] == ["Ruim", "ruim@", "999", "", "123", "grátis", "Itu", "5"]
    assert "E-mail: Invalid e-mail: “ruim@”." in bad[8]
    assert "CNPJ: “123” is neither" in bad[8]
    assert short[:2] == ["Curta", "a@b.com.br"]
    assert short[7:] == ["7", "The row has 2 cells and the header has 7. Check its quotes and line breaks."]
    # Corrected, it goes in as it is: the two added columns are left out.
    again = await upload(owner, answer.content.replace(b"ruim@", b"ruim@x.com.br"))
    assert (again["mapping"]["Line"], again["mapping"]["Reason"]) == ("ignore", "ignore")


@pytest.mark.parametrize(
    ("rule", "counts", "name", "company"),
    [
        ("update", {"create": 1, "update": 2, "skip": 0, "error": 0}, "Novo nome", "Antiga"),
        ("skip", {"create": 1, "update": 0, "skip": 2, "error": 0}, "Antes", "Antiga"),
        ("create", {"create": 3, "update": 0, "skip": 0, "error": 0}, "Antes", "Antiga"),
    ],
)
async def test_a_collision_follows_the_rule(
    owner: Client, rule: str, counts: dict[str, int], name: str, company: str
) -> None:
    lead = await make_lead(
        owner, name="Antes", company="Antiga", phone="31988881234", tags=["a"], custom={"x": 1}
    )
    sent = await upload(
        owner,
        "Nome,Telefone,Etiquetas,Obs,Empresa\nNovo nome,(31) 8888-1234,b,oi,\n"
        "Outra,11 98765-4321,,,\nOutra de novo,11987654321,,,\n",
    )
    await choose(owner, sent["id"], on_collision=rule)
    ended = await run(owner, sent["id"])
    assert ended["counts"] == counts
    now = (await owner.get(f"{LEADS}/{lead['id']}")).json()
    assert (now["name"], now["company"]) == (name, company)
    if rule == "update":
        assert (now["tags"], now["custom"], now["version"]) == (["a", "b"], {"x": 1, "notes": "oi"}, 2)


async def test_the_same_file_again_changes_nothing(owner: Client) -> None:
    content = "Nome;E-mail\nAna;ana@x.com.br\nBia;bia@x.com.br\n"
    await run(owner, (await upload(owner, content))["id"])
    before = await leads(owner)
    ended = await run(owner, (await upload(owner, content))["id"])
    assert ended["counts"] == {"create": 0, "update": 2, "skip": 0, "error": 0}
    assert await leads(owner) == before


async def test_a_mapping_is_remembered_for_the_same_columns(owner: Client) -> None:
    sent = await upload(owner, "Nome;Fulano;Cidade\nAna;Bia;Itu\n")
    mapping = {"Fulano": "name", "Cidade": "tags"}
    chosen = await choose(owner, sent["id"], mapping=mapping, on_collision="skip")
    assert chosen["mapping"] == {"Nome": "ignore", **mapping}
    assert chosen["mapping_source"] == "chosen"
    assert (await upload(owner, "Nome;Fulano;Cidade\nC;D;E\n"))["mapping_source"] == "proposed"
    await run(owner, sent["id"])
    again = await upload(owner, "Nome;Fulano;Cidade\nC;D;E\n")
    assert (again["mapping"], again["mapping_source"], again["on_collision"]) == (
        chosen["mapping"],
        "remembered",
        "skip",
    )
    (lead,) = await leads(owner)
    assert (lead["name"], lead["tags"], lead["custom"]) == ("Bia", ["Itu"], {})


@pytest.mark.parametrize(
    ("mapping", "message"),
    [
        ({"Nome": "nome"}, "Destino desconhecido."),
        ({"Nome": "custom. "}, "Destino desconhecido."),
        ({"Nome": "name", "Fone": "name"}, "Duas colunas têm o mesmo destino."),
        ({"Fone": "phone"}, "Escolha a coluna do nome ou a da empresa."),
        ({"Nome": "name", "Fone": "area_code"}, "O DDD precisa"),
        ({"Nome": "name", "Outra": "email"}, "O arquivo não tem a coluna “Outra”."),
    ],
)
async def test_a_mapping_that_cannot_be_is_refused(
    owner: Client, mapping: dict[str, str], message: str
) -> None:
    sent = await upload(owner, "Nome;Fone\nAna;1\n")
    answer = await owner.patch(f"{IMPORTS}/{sent['id']}", json={"mapping": mapping})
    assert answer.status_code == 422
    (problem,) = answer.json()["errors"]
    assert problem["field"].startswith("mapping")
    assert message in problem["message"]
    assert (await read(owner, sent["id"]))["mapping"] == sent["mapping"]


async def test_lost_zeros_are_put_back_only_when_asked(owner: Client) -> None:
    sent = await upload(owner, "Empresa;CNPJ\nA;1838723000127\nB;34665388000161\n")
    checked = await step(owner, sent["id"], "dry-run")
    assert [problem["code"] for problem in checked["problems"]] == ["document_repairable"]
    changed = await choose(owner, sent["id"], repair_documents=True)
    assert (changed["state"], changed["expected"], changed["problems"]) == ("uploaded", None, [])
    await run(owner, sent["id"])
    assert [lead["document"] for lead in await leads(owner)] == ["01838723000127", "34665388000161"]


async def test_members_stages_and_dates_are_understood(owner: Client) -> None:
    sent = await upload(
        owner,
        "Nome;Vendedor;Etapa;Origem;Data de cadastro\n"
        "A;ana souza;Negociação;Feira;05/06/2024\n"
        "A;ANA SOUZA;Negociação;Feira;05/06/2024\n"
        "B;ana@padaria.com.br;GANHO;;05/06/2024 23:30\n"
        "C;ninguém;Novo;;\nD;;Outra;;\nE;;;;31/02/2024\n",
    )
    ended = await run(owner, sent["id"])
    assert [problem["code"] for problem in ended["problems"]] == [
        "owner_unknown",
        "stage_unknown",
        "date_invalid",
    ]
    first, _, second = await leads(owner)
    assert (first["owner"]["name"], second["owner"]["name"]) == ("Ana Souza", "Ana Souza")
    assert (first["stage"], first["source"], second["stage"]) == ("negotiation", "Feira", "won")
    assert first["created_at"] == "2024-06-05T15:00:00Z"
    assert second["created_at"] == "2024-06-06T02:30:00Z"


async def test_steps_out_of_order_are_refused(owner: Client) -> None:
    sent = await upload(owner, "Nome\nAna\nBia\n")
    path = f"{IMPORTS}/{sent['id']}"
    early = await owner.post(f"{path}/start")
    assert (early.status_code, early.json()["code"]) == (409, "import_state")
    assert "Faça a simulação primeiro." in early.json()["detail"]
    await run(owner, sent["id"])
    for answer in (
        await owner.post(f"{path}/start"),
        await owner.post(f"{path}/dry-run"),
        await owner.post(f"{path}/cancel"),
        await owner.patch(path, json={"on_collision": "skip"}),
    ):
        assert (answer.status_code, answer.json()["code"]) == (409, "import_state")
    assert len(await leads(owner)) == 2


async def test_a_cancelled_import_writes_nothing_more(owner: Client) -> None:
    sent = await upload(owner, "Nome\nAna\n")
    await step(owner, sent["id"], "dry-run")
    await step(owner, sent["id"], "start")
    assert (await step(owner, sent["id"], "cancel"))["state"] == "cancelled"
    await work()
    assert (await read(owner, sent["id"]))["state"] == "cancelled"
    assert await leads(owner) == []


@pytest.mark.parametrize(
    ("content", "fault", "words"),
    [
        (b"", "empty", "está vazio"),
        (b"PK\x03\x04 a spreadsheet", "spreadsheet", "Salvar como → CSV"),
        (b"\x7fELF\x00\x01", "binary", "não é texto"),
        (b"Nome;Fone\nA\x81;1\n", "encoding", "codificação"),
        (b"Nome;Fone\n", "no_rows", "nenhuma linha"),
        (b"ana@x.com.br;1199\nbia@x.com.br;1198\n", "no_header", "cabeçalho"),
    ],
)
async def test_what_is_no_csv_is_refused_in_words(
    owner: Client, content: bytes, fault: str, words: str
) -> None:
    answer = await send(owner, content)
    assert (answer.status_code, answer.json()["code"], answer.json()["fault"]) == (
        422,
        "file_not_table",
        fault,
    )
    assert words in answer.json()["detail"]
    assert (await owner.get(IMPORTS)).json()["items"] == []


async def test_a_file_beyond_the_limit_and_a_form_without_one_are_refused(owner: Client) -> None:
    large = await send(owner, b"Nome\n" + b"x" * (50 * 1024 * 1024))
    assert (large.status_code, large.json()["code"]) == (413, "file_too_large")
    other = await owner.post(IMPORTS, files={"arquivo": ("a.csv", b"Nome\nAna\n")})
    assert (other.status_code, other.json()["errors"][0]["field"]) == (422, "file")
    cut = await owner.post(
        IMPORTS,
        content=b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nNome',
        headers={"Content-Type": "multipart/form-data; boundary=x"},
    )
    assert (cut.status_code, cut.json()["code"]) == (400, "upload_unreadable")


async def test_a_header_twice_is_told_and_both_columns_are_kept(owner: Client) -> None:
    sent = await upload(owner, "Nome;Telefone;Telefone\nAna;11 98765-4321;11 3262-2102\n")
    assert [notice["code"] for notice in sent["warnings"]] == ["repeated_column"]
    await run(owner, sent["id"])
    (lead,) = await leads(owner)
    assert (lead["phone"], lead["custom"]) == ("+5511987654321", {"phones": "+551132622102"})


async def test_imports_are_listed_newest_first(owner: Client) -> None:
    made = [(await upload(owner, f"Nome\nAna {number}\n"))["id"] for number in range(3)]
    page = (await owner.get(IMPORTS, params={"limit": 2})).json()
    rest = (await owner.get(IMPORTS, params={"limit": 2, "cursor": page["next_cursor"]})).json()
    assert [item["id"] for item in page["items"] + rest["items"]] == made[::-1]
    assert rest["next_cursor"] is None
    assert (page["items"][0]["file_name"], page["items"][0]["created_by"]) == ("leads.csv", "Ana Souza")


async def test_nobody_another_organization_and_a_seller(
    client: Client, owner: Client, other_tenant: Client, member: Callable[[str], Awaitable[Client]]
) -> None:
    sent = await upload(owner, "Nome\nAna\n")
    path = f"{IMPORTS}/{sent['id']}"
    for person, status in ((client, 401), (other_tenant, 404)):
        answers = [
            await person.get(path),
            await person.patch(path, json={"on_collision": "skip"}),
            await person.post(f"{path}/dry-run"),
            await person.post(f"{path}/start"),
            await person.post(f"{path}/cancel"),
            await person.get(f"{path}/errors.csv"),
        ]
        assert [answer.status_code for answer in answers] == [status] * 6
    assert (await send(client, "Nome\nAna\n")).status_code == 401
    assert (await other_tenant.get(IMPORTS)).json()["items"] == []
    seller = await member("seller")
    assert (await seller.get(path)).status_code == 200
    refused = await send(seller, "Nome\nAna\n")
    assert (refused.status_code, refused.json()["permission"]) == (403, "imports:write")
    assert await read(owner, sent["id"]) == sent
