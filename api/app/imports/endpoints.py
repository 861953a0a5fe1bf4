"""`/public/imports`."""

from http import HTTPStatus
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import StreamingResponse

from app.auth.access import Access, require
from app.core.database import set_tenant
from app.core.errors import errors_of
from app.core.paging import BadCursor, Cursor, Limit
from app.core.upload import FileTooLarge, UploadUnreadable
from app.imports.error_file import ErrorFile
from app.imports.errors import FileNotTable, ImportBusy, ImportNotFound
from app.imports.schemas import ImportChange, ImportPage, ImportView
from app.imports.service import ImportService
from app.imports.upload import DOCUMENTED, read_upload

router = APIRouter(prefix="/public/imports", tags=["imports"])

Reader = Annotated[Access, require("imports:read")]
Writer = Annotated[Access, require("imports:write")]


@router.get("", operation_id="listImports", responses=errors_of(BadCursor))
async def page(access: Reader, limit: Limit = 50, cursor: Cursor = None) -> ImportPage:
    return await ImportService(access).page(limit, cursor)


@router.post(
    "",
    operation_id="uploadImport",
    status_code=HTTPStatus.CREATED,
    responses=errors_of(FileTooLarge, UploadUnreadable, FileNotTable),
    openapi_extra=DOCUMENTED,
)
async def upload(access: Writer, request: Request) -> ImportView:
    """Reads the file's form; no row becomes a lead before `startImport`."""
    # A slow line may take minutes: the connection goes back to the others meanwhile.
    await access.session.commit()
    file = await read_upload(request)
    await set_tenant(access.session, access.tenant_id)
    return await ImportService(access).upload(file)


@router.get("/{import_id}", operation_id="getImport", responses=errors_of(ImportNotFound))
async def get(import_id: UUID, access: Reader) -> ImportView:
    return await ImportService(access).get(import_id)


@router.patch("/{import_id}", operation_id="updateImport", responses=errors_of(ImportNotFound, ImportBusy))
async def change(import_id: UUID, body: ImportChange, access: Writer) -> ImportView:
    return await ImportService(access).change(import_id, body)


@router.post(
    "/{import_id}/dry-run", operation_id="dryRunImport", responses=errors_of(ImportNotFound, ImportBusy)
)
async def dry_run(import_id: UUID, access: Writer) -> ImportView:
    """Counts what the run would do, over all rows."""
    return await ImportService(access).rehearse(import_id)


@router.post(
    "/{import_id}/start", operation_id="startImport", responses=errors_of(ImportNotFound, ImportBusy)
)
async def start(import_id: UUID, access: Writer) -> ImportView:
    """The worker writes the leads; `getImport` tells the progress."""
    return await ImportService(access).start(import_id)


@router.post(
    "/{import_id}/cancel", operation_id="cancelImport", responses=errors_of(ImportNotFound, ImportBusy)
)
async def cancel(import_id: UUID, access: Writer) -> ImportView:
    """Stops a running import after its current batch; leads that were written stay."""
    return await ImportService(access).cancel(import_id)


@router.get(
    "/{import_id}/errors.csv",
    operation_id="downloadImportErrors",
    response_class=StreamingResponse,
    responses=errors_of(ImportNotFound)
    | {HTTPStatus.OK: {"content": {"text/csv": {"schema": {"type": "string"}}}}},
)
async def errors(import_id: UUID, access: Reader) -> StreamingResponse:
    """Rows of the last dry run or run that could not become leads, each with its line and reason."""
    row = await ImportService(access).find(import_id)
    return StreamingResponse(
        ErrorFile(access.tenant_id, row).lines(),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="erros-{row.id}.csv"'},
    )
