"""What an upload and a typed text must be to get in."""

from typing import Any

import pytest
from documents import DOCUMENTS, TEXTS, send
from people import Client


async def test_a_file_of_another_format_is_refused_before_it_is_stored(owner: Client) -> None:
    answer = await send(owner, "planilha.xlsx", b"PK")
    assert (answer.status_code, answer.json()["code"]) == (415, "unsupported_file")
    assert "planilha.xlsx" in answer.json()["detail"]
    assert (await owner.get(DOCUMENTS)).json()["items"] == []


async def test_a_file_over_the_limit_is_refused(owner: Client) -> None:
    answer = await send(owner, "grande.txt", b"a" * (30 * 1024 * 1024 + 1))
    assert (answer.status_code, answer.json()["code"]) == (413, "file_too_large")


async def test_an_upload_without_length_stops_at_the_limit(owner: Client) -> None:
    head = b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
    sent = 0

    async def endless() -> Any:  # noqa: ANN401 - an async generator that httpx streams
        nonlocal sent
        yield head
        while True:
            sent += 1024 * 1024
            yield b"a" * (1024 * 1024)

    answer = await owner.post(
        DOCUMENTS, content=endless(), headers={"Content-Type": "multipart/form-data; boundary=b"}
    )
    assert (answer.status_code, answer.json()["code"]) == (413, "file_too_large")
    assert sent < 40 * 1024 * 1024


@pytest.mark.parametrize(
    ("body", "content_type", "status", "code"),
    [
        (
            b'--b\r\nContent-Disposition: form-data; name="other"\r\n\r\nx\r\n--b--\r\n',
            "boundary=b",
            422,
            "invalid_fields",
        ),
        (
            b'--b\r\nContent-Disposition: form-data; name="file"\r\n\r\nx\r\n--b--\r\n',
            "boundary=b",
            422,
            "invalid_fields",
        ),
        (b"not multipart at all", "boundary=b", 400, "upload_unreadable"),
        (b"--b--", "charset=utf-8", 400, "upload_unreadable"),
        (
            b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\ncut in the mid',
            "boundary=b",
            400,
            "upload_unreadable",
        ),
    ],
)
async def test_a_malformed_upload_is_refused(
    owner: Client, body: bytes, content_type: str, status: int, code: str
) -> None:
    answer = await owner.post(
        DOCUMENTS, content=body, headers={"Content-Type": f"multipart/form-data; {content_type}"}
    )
    assert (answer.status_code, answer.json()["code"]) == (status, code)


async def test_the_title_is_the_bare_name_of_the_file(owner: Client) -> None:
    assert (await send(owner, "..\\pasta/manual técnico.md", b"a")).json()["title"] == "manual técnico.md"
    long = (await send(owner, "x" * 300 + ".txt", b"a")).json()["title"]
    assert (len(long), long[-4:]) == (200, ".txt")


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"title": " ", "text": "a"}, "title"),
        ({"title": "a", "text": "\n"}, "text"),
        ({"title": "a"}, "text"),
    ],
)
async def test_a_text_needs_title_and_content(owner: Client, body: dict[str, str], field: str) -> None:
    answer = await owner.post(TEXTS, json=body)
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == [field]
