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


class FileTooLarge(AppError):
    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    code = "file_too_large"
    title = Text("Arquivo grande demais", "File too large")
    detail = Text(
        "O limite é de {megabytes} MB. Divida o arquivo em partes menores.",
        "The limit is {megabytes} MB. Split the file into smaller parts.",
    )


class UnsupportedFile(AppError):
    status = HTTPStatus.UNSUPPORTED_MEDIA_TYPE
    code = "unsupported_file"
    title = Text("Formato não aceito", "Format not accepted")
    detail = Text(
        "“{name}” não pode ser lido. Envie PDF, DOCX, TXT ou MD.",
        "“{name}” cannot be read. Upload PDF, DOCX, TXT or MD.",
    )


class UploadUnreadable(AppError):
    status = HTTPStatus.BAD_REQUEST
    code = "upload_unreadable"
    title = Text("Envio incompleto", "Incomplete upload")
    detail = Text(
        "O envio não chegou inteiro ou não segue multipart/form-data. Envie de novo.",
        "The upload did not arrive whole or is no multipart/form-data. Upload it again.",
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
