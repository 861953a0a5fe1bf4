"""The reading of files, in the process that the worker uses for it."""

import io
import zipfile

import pytest
from documents import archive, docx, pdf

from app.knowledge.extraction import EXTENSIONS, ExtractionFailed, Kind
from app.knowledge.pdf_text import paragraphs
from app.knowledge.sandbox import extract_apart

PORTUGUESE = "Cobrança, coração e “aspas” – R$ 10,00 €"
NAMESPACE = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEAD = b"<w:document " + NAMESPACE + b"><w:body>"
TAIL = b"</w:body></w:document>"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


async def read(kind: Kind, content: bytes) -> str:
    return "\n\n".join(page.text for page in (await extract_apart(kind, content)).pages)


async def cause(kind: Kind, content: bytes) -> str:
    with pytest.raises(ExtractionFailed) as failed:
        await extract_apart(kind, content)
    return failed.value.cause


def with_body(body: bytes) -> bytes:
    """A real DOCX whose main part is replaced."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(docx(["a"]))) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, body if name == "word/document.xml" else old.read(name))
    return made.getvalue()


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
async def test_text_is_read_in_the_encodings_that_people_have(encoding: str) -> None:
    assert await read("txt", PORTUGUESE.encode(encoding)) == PORTUGUESE


async def test_line_ends_and_invisible_signs_are_made_plain() -> None:
    assert (
        await read("md", ("um\r\ndois\rtrês\x0cqua\u00adtro\x01\n" + "a" * 99).encode())
        == "um\ndois\ntrês\nquatro\n" + "a" * 99
    )


@pytest.mark.parametrize(
    ("kind", "content", "expected"),
    [
        ("txt", b"", "empty"),
        ("txt", b"PK\x03\x04" + bytes(50), "mismatch"),
        ("txt", bytes(range(1, 32)) * 40, "mismatch"),
        ("txt", b"\xff\xfe\x00\xd8\x00", "damaged"),
        ("pdf", b"texto", "mismatch"),
        ("pdf", b"%PDF-1.7\n" + b"x" * 500, "damaged"),
        ("pdf", pdf(["", ""]), "no_text"),
        ("docx", b"texto", "mismatch"),
        ("docx", pdf(["a"]), "mismatch"),
        ("docx", OLE, "mismatch"),
        ("docx", OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        ("docx", archive({"xl/workbook.xml": b"<a/>"}), "mismatch"),
        ("docx", archive({"word/document.xml": HEAD + TAIL}), "damaged"),
        ("docx", docx(["um texto qualquer"])[:9000], "damaged"),
        ("docx", docx([""]), "empty"),
        ("docx", with_body(HEAD + b"<w:p>"), "damaged"),
        ("docx", with_body(HEAD + b"<w:tbl>" * 5000), "damaged"),
    ],
)
async def test_a_file_that_cannot_be_read_names_its_cause(kind: Kind, content: bytes, expected: str) -> None:
    assert await cause(kind, content) == expected


async def test_a_small_archive_that_unpacks_to_hundreds_of_megabytes_is_refused() -> None:
    bomb = with_body(HEAD + b" " * (250 * 1024 * 1024) + TAIL)
    assert len(bomb) < 1_000_000
    assert await cause("docx", bomb) == "too_large"


async def test_a_file_that_would_fill_the_memory_ends_its_own_process_only() -> None:
    # 180 MB of XML, within the limit of the archive, is some gigabytes as a tree.
    assert await cause("docx", with_body(HEAD + b"<w:p/>" * (30 * 1024 * 1024) + TAIL)) in {
        "damaged",
        "too_large",
    }


async def test_entities_are_not_expanded() -> None:
    evil = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "dobro">]>'
    body = b"<w:p><w:r><w:t>antes &x;&y;</w:t></w:r></w:p>"
    text = await read("docx", with_body(evil + HEAD + body + TAIL))
    assert "root" not in text
    assert "dobro" not in text


async def test_reading_that_takes_too_long_is_stopped() -> None:
    with pytest.raises(ExtractionFailed) as failed:
        await extract_apart("txt", b"texto", wall_seconds=0.001)
    assert failed.value.cause == "timeout"


async def test_headings_and_tables_of_a_docx_keep_their_order() -> None:
    text = await read("docx", docx(["Antes"], [("Produto", "Prazo"), ("Durável", "90 dias")]))
    assert text == "Antes\n\nProduto | Prazo\nDurável | 90 dias"


async def test_pages_of_a_pdf_are_numbered_and_the_ones_without_text_named() -> None:
    extraction = await extract_apart("pdf", pdf(["Primeira página com texto", "", "Terceira página"]))
    assert [(page.number, page.text) for page in extraction.pages] == [
        (1, "Primeira página com texto"),
        (2, ""),
        (3, "Terceira página"),
    ]
    assert (extraction.page_count, extraction.pages_without_text) == (3, [2])


def test_lines_of_a_paragraph_are_joined_and_new_ones_kept_apart() -> None:
    lines = "Art. 1º O consu-\nmidor tem direito\nà informação.\n§ 1º Sem prejuízo.\nOutra frase\nI - um item"
    assert paragraphs(lines) == (
        "Art. 1º O consumidor tem direito à informação.\n\n§ 1º Sem prejuízo.\n\nOutra frase\n\nI - um item"
    )


def test_every_accepted_extension_has_a_reader() -> None:
    assert set(EXTENSIONS.values()) == {"txt", "md", "pdf", "docx"}
