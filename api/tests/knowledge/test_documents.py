from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

import httpx
import pytest
from documents import DOCUMENTS, SEARCH, TEXTS, add, docx, pdf, read, search, send, work
from people import Client
from sqlalchemy import func, select, text, update

from app.core.database import tenant_session
from app.knowledge.models import KnowledgeDocument, KnowledgeFile

SignInAs = Callable[[str], Awaitable[Client]]
WARRANTY = "A garantia dos módulos cobre defeitos de fabricação por doze anos, contados da instalação."
PAYMENT = (
    "Pagamento à vista tem desconto de três por cento. Valores acima disso dependem do gestor comercial."
)


def tenant(client: Client) -> UUID:
    return UUID(client.session["organization"]["id"])


async def test_an_upload_is_answered_at_once_and_indexed_by_the_worker(owner: Client) -> None:
    answer = await send(owner, "garantia.txt", WARRANTY.encode())
    queued = answer.json()
    assert answer.status_code == 201
    assert (queued["status"], queued["progress"]) == ("queued", {"done": 0, "total": None})
    await work()
    ready = await read(owner, queued["id"])
    assert (ready["status"], ready["cause"]) == ("ready", None)
    assert ready["progress"] == {"done": 1, "total": 1}
    assert (ready["title"], ready["kind"], ready["source"]) == ("garantia.txt", "txt", "file")
    assert ready["size"] == len(WARRANTY.encode())
    assert ready["updated_at"] > queued["updated_at"]


async def test_a_typed_text_is_found_by_its_meaning(owner: Client) -> None:
    answer = await owner.post(TEXTS, json={"title": "Garantia", "text": WARRANTY})
    await owner.post(TEXTS, json={"title": "Preços", "text": PAYMENT})
    assert answer.status_code == 201
    await work()
    (first, second) = await search(owner, "Se a placa quebrar, por quanto tempo vocês trocam?")
    assert first["document"] == {"id": answer.json()["id"], "title": "Garantia"}
    assert first["text"] == WARRANTY
    assert 1 >= first["score"] > second["score"] >= 0
    assert first["page"] is None


async def test_a_rare_word_is_found_without_its_accents(owner: Client) -> None:
    await add(owner, "a.txt", PAYMENT.encode())
    await add(owner, "b.txt", "O inversor Sürya-9000 exige técnico credenciado.".encode())
    passages = await search(owner, "SURYA 9000")
    assert passages[0]["document"]["title"] == "b.txt"
    assert passages[0]["words"] > 0 == passages[1]["words"]


async def test_a_passage_of_a_pdf_names_its_page(owner: Client) -> None:
    document = await add(owner, "guia.pdf", pdf([PAYMENT, WARRANTY]))
    assert (document["status"], document["pages"]) == ("ready", 2)
    assert (await search(owner, "garantia de fabricação"))[0]["page"] == 2


async def test_pages_without_text_make_a_document_partial_and_are_named(owner: Client) -> None:
    document = await add(owner, "misto.pdf", pdf([PAYMENT, "", WARRANTY, ""]))
    assert (document["status"], document["pages"], document["pages_without_text"]) == ("partial", 4, [2, 4])
    assert document["cause"]["code"] == "pages_without_text"
    assert document["cause"]["text"].startswith("Parte das páginas não tem texto legível: 2, 4.")
    assert (await search(owner, "desconto"))[0]["page"] == 1


async def test_the_rows_of_a_table_are_read(owner: Client) -> None:
    document = await add(
        owner, "prazos.docx", docx(["Prazos de reclamação"], [("Produto durável", "90 dias")])
    )
    assert document["status"] == "ready"
    assert "Produto durável | 90 dias" in (await search(owner, "prazo de produto durável"))[0]["text"]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("vazio.txt", b"", "empty"),
        ("so-espacos.md", b" \n\t\n", "empty"),
        ("imagem.pdf", pdf(["", ""]), "no_text"),
        ("cortado.pdf", pdf([WARRANTY])[:200], "damaged"),
        ("programa.txt", b"MZ\x90\x00\x03" + bytes(200), "mismatch"),
        ("programa.pdf", b"\x7fELF" + bytes(200), "mismatch"),
    ],
)
async def test_a_file_that_cannot_be_read_fails_with_its_cause(
    owner: Client, name: str, content: bytes, code: str
) -> None:
    document = await add(owner, name, content)
    assert (document["status"], document["cause"]["code"]) == ("failed", code)
    assert document["cause"]["text"]
    assert await search(owner, "garantia") == []


async def test_the_cause_is_told_in_the_language_of_the_caller(owner: Client) -> None:
    document = await add(owner, "vazio.txt", b"")
    assert document["cause"]["text"] == "O arquivo está vazio. Envie um arquivo com conteúdo."
    english = await owner.get(f"{DOCUMENTS}/{document['id']}", headers={"Accept-Language": "en"})
    assert english.json()["cause"]["text"] == "The file is empty. Upload a file that has content."


async def test_the_list_pages_filters_and_counts(owner: Client) -> None:
    ids = [(await add(owner, f"{number}.txt", PAYMENT.encode()))["id"] for number in range(2)]
    ids.append((await add(owner, "vazio.txt", b""))["id"])
    ids.append((await send(owner, "novo.txt", WARRANTY.encode())).json()["id"])
    first = (await owner.get(DOCUMENTS, params={"limit": 3})).json()
    rest = (await owner.get(DOCUMENTS, params={"limit": 3, "cursor": first["next_cursor"]})).json()
    assert [item["id"] for item in first["items"] + rest["items"]] == ids[::-1]
    size = 2 * len(PAYMENT.encode()) + len(WARRANTY.encode())
    totals = {"documents": 4, "processing": 1, "problem": 1, "passages": 2, "bytes": size}
    assert first["totals"] == rest["totals"] == totals
    for group, expected in (("processing", ids[3]), ("problem", ids[2])):
        items = (await owner.get(DOCUMENTS, params={"group": group})).json()["items"]
        assert [item["id"] for item in items] == [expected]


async def test_cancelling_keeps_the_file_and_a_retry_reads_it(owner: Client) -> None:
    identifier = (await send(owner, "garantia.txt", WARRANTY.encode())).json()["id"]
    cancelled = (await owner.post(f"{DOCUMENTS}/{identifier}/cancel")).json()
    assert (cancelled["status"], cancelled["cause"]["code"]) == ("failed", "cancelled")
    await work()
    assert (await read(owner, identifier))["status"] == "failed"
    again = await owner.post(f"{DOCUMENTS}/{identifier}/retry")
    assert (again.status_code, again.json()["status"], again.json()["cause"]) == (200, "queued", None)
    await work()
    assert (await read(owner, identifier))["status"] == "ready"
    assert len(await search(owner, "garantia")) == 1


async def test_only_what_failed_is_retried_and_only_what_runs_is_cancelled(owner: Client) -> None:
    identifier = (await send(owner, "garantia.txt", WARRANTY.encode())).json()["id"]
    retried = await owner.post(f"{DOCUMENTS}/{identifier}/retry")
    assert (retried.status_code, retried.json()["code"]) == (409, "document_not_retryable")
    await work()
    cancelled = await owner.post(f"{DOCUMENTS}/{identifier}/cancel")
    assert (cancelled.status_code, cancelled.json()["code"]) == (409, "document_not_running")


async def test_a_document_that_stands_still_says_so_and_can_be_retried(owner: Client) -> None:
    identifier = (await send(owner, "garantia.txt", WARRANTY.encode())).json()["id"]
    assert not (await read(owner, identifier))["stalled"]
    long_ago = datetime.now(UTC) - timedelta(minutes=2)
    async with tenant_session(tenant(owner)) as session:
        await session.execute(update(KnowledgeDocument).values(status="extracting", updated_at=long_ago))
    assert (await read(owner, identifier))["stalled"]
    assert (await owner.get(DOCUMENTS)).json()["items"][0]["stalled"]
    assert (await owner.post(f"{DOCUMENTS}/{identifier}/retry")).json()["stalled"] is False
    await work()
    assert (await read(owner, identifier))["status"] == "ready"
    assert len(await search(owner, "garantia")) == 1


async def test_deleting_leaves_nothing_of_a_document(owner: Client) -> None:
    document = await add(owner, "garantia.txt", WARRANTY.encode())
    path = f"{DOCUMENTS}/{document['id']}"
    assert (await owner.delete(path)).status_code == 204
    assert (await owner.get(path)).json()["code"] == "document_not_found"
    assert (await owner.delete(path)).status_code == 404
    assert await search(owner, "garantia") == []
    async with tenant_session(tenant(owner)) as session:
        for table in ("passage", "vector", "term"):
            count = await session.execute(text(f"SELECT count(*) FROM knowledge_{table}"))  # noqa: S608 - fixed names
            assert count.scalar_one() == 0
        assert (await session.execute(select(func.count()).select_from(KnowledgeFile))).scalar_one() == 0


async def test_the_file_is_kept_as_it_came(owner: Client) -> None:
    content = WARRANTY.encode("utf-16")
    await add(owner, "garantia.txt", content)
    async with tenant_session(tenant(owner)) as session:
        assert (await session.scalars(select(KnowledgeFile.content))).one() == content


async def every_route(client: Client, identifier: str) -> list[httpx.Response]:
    path = f"{DOCUMENTS}/{identifier}"
    return [
        await client.get(path),
        await client.post(f"{path}/retry"),
        await client.post(f"{path}/cancel"),
        await client.delete(path),
    ]


async def test_nobody_is_asked_to_sign_in(client: Client, owner: Client) -> None:
    identifier = (await send(owner, "garantia.txt", WARRANTY.encode())).json()["id"]
    answers = await every_route(client, identifier)
    answers += [
        await client.get(DOCUMENTS),
        await send(client, "a.txt", b"a"),
        await client.post(TEXTS, json={"title": "a", "text": "a"}),
        await client.post(SEARCH, json={"query": "garantia"}),
    ]
    assert [answer.status_code for answer in answers] == [401] * 8


async def test_another_organization_sees_nothing(owner: Client, other_tenant: Client) -> None:
    document = await add(owner, "garantia.txt", WARRANTY.encode())
    assert [answer.status_code for answer in await every_route(other_tenant, document["id"])] == [404] * 4
    page = (await other_tenant.get(DOCUMENTS)).json()
    assert (page["items"], page["totals"]["documents"]) == ([], 0)
    assert await search(other_tenant, "garantia") == []
    assert await read(owner, document["id"]) == document


async def test_a_seller_searches_and_a_manager_adds(owner: Client, member: SignInAs) -> None:
    await add(owner, "garantia.txt", WARRANTY.encode())
    seller, manager = await member("seller"), await member("manager")
    assert len(await search(seller, "garantia")) == 1
    refused = await send(seller, "a.txt", b"a")
    assert (refused.status_code, refused.json()["permission"]) == (403, "knowledge:write")
    assert (await send(manager, "a.txt", b"a")).status_code == 201
