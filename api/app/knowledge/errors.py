"""What can go wrong with documents before they are read; failures of reading are causes (causes.py)."""

from http import HTTPStatus

from app.core.errors import AppError
from app.core.language import Text


class DocumentNotFound(AppError):
    status = HTTPStatus.NOT_FOUND
    code = "document_not_found"
    title = Text("Documento não encontrado", "Document not found")
    detail = Text(
        "Este documento não existe ou foi excluído. Volte à lista de conhecimento.",
        "This document does not exist or has been deleted. Go back to the knowledge list.",
    )


class UnsupportedFile(AppError):
    status = HTTPStatus.UNSUPPORTED_MEDIA_TYPE
    code = "unsupported_file"
    title = Text("Formato não aceito", "Format not accepted")
    detail = Text(
        "“{name}” não pode ser lido. Envie PDF, DOCX, TXT ou MD.",
        "“{name}” cannot be read. Upload PDF, DOCX, TXT or MD.",
    )


class DocumentNotRetryable(AppError):
    status = HTTPStatus.CONFLICT
    code = "document_not_retryable"
    title = Text("Nada a repetir", "Nothing to retry")
    detail = Text(
        "Só um documento que falhou, ficou parcial ou está parado pode ser processado de novo.",
        "Only a document that failed, is partial or stands still can be processed again.",
    )


class DocumentNotRunning(AppError):
    status = HTTPStatus.CONFLICT
    code = "document_not_running"
    title = Text("Nada a cancelar", "Nothing to cancel")
    detail = Text(
        "Este documento já terminou de ser processado. Para tirá-lo da base, exclua-o.",
        "This document is no longer being processed. Delete it to take it out of the knowledge base.",
    )
