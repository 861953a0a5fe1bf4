"""Why a document could not be read, or only in part: stable codes, and their sentences."""

from typing import Literal

from app.core.language import Text

Cause = Literal[
    "cancelled",
    "damaged",
    "empty",
    "encrypted",
    "mismatch",
    "no_text",
    "pages_without_text",
    "timeout",
    "too_large",
    "unexpected",
    "unsupported",
]

CAUSES: dict[Cause, Text] = {
    "cancelled": Text(
        "O processamento foi cancelado. Use Tentar de novo para recomeçar.",
        "Processing was cancelled. Use Try again to start over.",
    ),
    "damaged": Text(
        "O arquivo está danificado ou incompleto. Abra-o no seu computador, salve uma nova cópia "
        "e envie de novo.",
        "The file is damaged or incomplete. Open it on your computer, save a new copy and upload it again.",
    ),
    "empty": Text(
        "O arquivo está vazio. Envie um arquivo com conteúdo.",
        "The file is empty. Upload a file that has content.",
    ),
    "encrypted": Text(
        "O arquivo tem senha. Remova a senha e envie de novo.",
        "The file has a password. Remove the password and upload it again.",
    ),
    "mismatch": Text(
        "O conteúdo não corresponde à extensão do arquivo. Envie o arquivo original, sem mudar a extensão.",
        "The content does not match the file's extension. Upload the original file without renaming it.",
    ),
    "no_text": Text(
        "As páginas são imagens, sem texto. Passe o arquivo por um programa de reconhecimento de texto (OCR) "
        "e envie de novo.",
        "The pages are images without text. Run the file through text recognition (OCR) and upload it again.",
    ),
    "pages_without_text": Text(
        "Parte das páginas não tem texto legível: {pages}. O restante pode ser usado.",
        "Some pages have no readable text: {pages}. The rest can be used.",
    ),
    "timeout": Text(
        "A leitura demorou demais e foi interrompida. Divida o arquivo em partes menores e envie de novo.",
        "Reading took too long and was stopped. Split the file into smaller parts and upload them.",
    ),
    "too_large": Text(
        "O conteúdo descompactado é grande demais. Divida o arquivo em partes menores e envie de novo.",
        "The unpacked content is too large. Split the file into smaller parts and upload them.",
    ),
    "unexpected": Text(
        "Algo falhou do nosso lado. O arquivo está guardado: use Tentar de novo.",
        "Something failed on our side. The file is kept: use Try again.",
    ),
    "unsupported": Text(
        "Este formato não é aceito. Envie PDF, DOCX, TXT ou MD.",
        "This format is not accepted. Upload PDF, DOCX, TXT or MD.",
    ),
}
SHOWN_PAGES = 8


def say(cause: Cause, pages: list[int]) -> str:
    """The sentence in the caller's language; `pages` are those without text."""
    shown = ", ".join(str(page) for page in pages[:SHOWN_PAGES])
    return CAUSES[cause].say(pages=shown + (" …" if len(pages) > SHOWN_PAGES else ""))
