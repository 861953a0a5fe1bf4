"""Documents of the tests: made here, sent through the API, processed by the real worker."""

import io
import zipfile
from typing import Any

import httpx
from docx import Document
from people import Client
from sqlalchemy import text

from app.core.config import get_settings
from app.core.database import get_database
from app.core.jobs import jobs, worker_connector

DOCUMENTS = "/api/v1/public/knowledge/documents"
TEXTS = "/api/v1/public/knowledge/texts"
SEARCH = "/api/v1/public/knowledge/search"


_DUE = text(
    "SELECT EXISTS (SELECT FROM procrastinate_jobs "
    "WHERE status = 'todo' AND coalesce(scheduled_at, now()) <= now())"
)


async def work() -> None:
    """Runs everything that is due and comes back when nothing is left."""
    with jobs.replace_connector(worker_connector(get_settings())):
        async with jobs.open_async():
            # A job that waits for another one of the same document is left over when the worker ends.
            for _ in range(5):
                await jobs.run_worker_async(wait=False, install_signal_handlers=False, concurrency=4)
                async with get_database().transaction() as session:
                    if not (await session.execute(_DUE)).scalar_one():
                        return
    raise AssertionError("the queue does not become empty")


async def send(client: Client, name: str, content: bytes) -> httpx.Response:
    return await client.post(DOCUMENTS, files={"file": (name, content)})


async def add(client: Client, name: str, content: bytes) -> dict[str, Any]:
    """Uploads, works, and gives the document as it ended."""
    answer = await send(client, name, content)
    assert answer.status_code == 201, answer.text
    await work()
    return await read(client, answer.json()["id"])


async def read(client: Client, identifier: str) -> dict[str, Any]:
    answer = await client.get(f"{DOCUMENTS}/{identifier}")
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


async def search(client: Client, query: str, limit: int = 5) -> list[dict[str, Any]]:
    answer = await client.post(SEARCH, json={"query": query, "limit": limit})
    assert answer.status_code == 200, answer.text
    passages: list[dict[str, Any]] = answer.json()["passages"]
    return passages


def docx(paragraphs: list[str], rows: list[tuple[str, str]] | None = None) -> bytes:
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if rows:
        table = document.add_table(rows=0, cols=2)
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def archive(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in files.items():
            file.writestr(name, content)
    return buffer.getvalue()


def pdf(pages: list[str]) -> bytes:
    """A minimal PDF of one line a page in a standard font; an empty page holds no text."""
    kids = " ".join(f"{3 + 2 * index} 0 R" for index in range(len(pages)))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode()]
    font = "<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>>>"
    for index, page in enumerate(pages):
        content = b"BT /F1 12 Tf 50 700 Td (" + page.encode("cp1252") + b") Tj ET" if page else b""
        page_object = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 2000 800]/Resources{font}/Contents {4 + 2 * index} 0 R>>"
        )
        objects += [page_object.encode(), b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content)]
    body, offsets = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    trailer = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
    return body + trailer % (size, table, size, len(body))
