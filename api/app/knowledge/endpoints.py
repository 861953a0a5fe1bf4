"""`/public/knowledge`."""

from http import HTTPStatus
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Request

from app.auth.access import Access, require
from app.core.database import set_tenant
from app.core.errors import errors_of
from app.core.paging import BadCursor, Cursor, Limit
from app.core.upload import FileTooLarge, UploadUnreadable
from app.knowledge.errors import (
    DocumentNotFound,
    DocumentNotRetryable,
    DocumentNotRunning,
    UnsupportedFile,
)
from app.knowledge.schemas import (
    Group,
    KnowledgeDocumentPage,
    KnowledgeDocumentView,
    KnowledgeQuery,
    KnowledgeSearchResult,
    KnowledgeTextCreate,
)
from app.knowledge.service import KnowledgeService
from app.knowledge.upload import DOCUMENTED, read_upload

router = APIRouter(prefix="/public/knowledge", tags=["knowledge"])

Reader = Annotated[Access, require("knowledge:read")]
Writer = Annotated[Access, require("knowledge:write")]


@router.get("/documents", operation_id="listKnowledgeDocuments", responses=errors_of(BadCursor))
async def page(
    access: Reader, limit: Limit = 50, cursor: Cursor = None, group: Group | None = None
) -> KnowledgeDocumentPage:
    return await KnowledgeService(access).page(limit, cursor, group)


@router.post(
    "/documents",
    operation_id="uploadKnowledgeDocument",
    status_code=HTTPStatus.CREATED,
    responses=errors_of(FileTooLarge, UnsupportedFile, UploadUnreadable),
    openapi_extra=DOCUMENTED,
)
async def upload(access: Writer, request: Request) -> KnowledgeDocumentView:
    """Answers at once with `queued`; the worker reads the file."""
    # A slow line may take minutes: the connection goes back to the others meanwhile.
    await access.session.commit()
    file = await read_upload(request)
    await set_tenant(access.session, access.tenant_id)
    return await KnowledgeService(access).add_file(file)


@router.post("/texts", operation_id="createKnowledgeText", status_code=HTTPStatus.CREATED)
async def create_text(body: KnowledgeTextCreate, access: Writer) -> KnowledgeDocumentView:
    return await KnowledgeService(access).add_text(body)


@router.get(
    "/documents/{document_id}", operation_id="getKnowledgeDocument", responses=errors_of(DocumentNotFound)
)
async def get(document_id: UUID, access: Reader) -> KnowledgeDocumentView:
    return await KnowledgeService(access).get(document_id)


@router.delete(
    "/documents/{document_id}",
    operation_id="deleteKnowledgeDocument",
    status_code=HTTPStatus.NO_CONTENT,
    responses=errors_of(DocumentNotFound),
)
async def delete(document_id: UUID, access: Writer) -> None:
    """For good: the file and all that was made of it."""
    await KnowledgeService(access).delete(document_id)


@router.post(
    "/documents/{document_id}/retry",
    operation_id="retryKnowledgeDocument",
    responses=errors_of(DocumentNotFound, DocumentNotRetryable),
)
async def retry(document_id: UUID, access: Writer) -> KnowledgeDocumentView:
    return await KnowledgeService(access).retry(document_id)


@router.post(
    "/documents/{document_id}/cancel",
    operation_id="cancelKnowledgeDocument",
    responses=errors_of(DocumentNotFound, DocumentNotRunning),
)
async def cancel(document_id: UUID, access: Writer) -> KnowledgeDocumentView:
    """Ends as `failed` with the cause `cancelled`; the file stays for a retry."""
    return await KnowledgeService(access).cancel(document_id)


@router.post("/search", operation_id="searchKnowledge")
async def search(body: KnowledgeQuery, access: Reader) -> KnowledgeSearchResult:
    return await KnowledgeService(access).search(body)
