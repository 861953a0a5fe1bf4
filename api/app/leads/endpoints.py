"""`/public/leads`."""

from datetime import UTC, datetime
from http import HTTPStatus
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response
from fastapi.responses import StreamingResponse

from app.auth.access import Access, require
from app.core.errors import errors_of
from app.core.etag import IfMatch, PreconditionFailed, PreconditionMissing, etag
from app.core.paging import BadCursor, Cursor, Limit
from app.leads.errors import LeadDuplicate, LeadNotFound
from app.leads.export import LeadExport
from app.leads.listing import DEFAULT_SORT, Filter, SortBy
from app.leads.models import Lead
from app.leads.schemas import LeadChange, LeadCreate, LeadFacets, LeadPage, LeadView
from app.leads.service import LeadService

router = APIRouter(prefix="/public/leads", tags=["leads"])

Reader = Annotated[Access, require("leads:read")]
Writer = Annotated[Access, require("leads:write")]
Exporter = Annotated[Access, require("leads:export")]


async def _tagged(service: LeadService, lead: Lead, response: Response) -> LeadView:
    response.headers["ETag"] = etag(lead.version)
    return await service.view(lead)


@router.get("", operation_id="listLeads", response_model=LeadPage, responses=errors_of(BadCursor))
async def page(
    access: Reader, which: Filter, sort: SortBy = DEFAULT_SORT, limit: Limit = 50, cursor: Cursor = None
) -> Response:
    """Values of one parameter are alternatives; different parameters all have to hold."""
    found = await LeadService(access).page(which, sort, limit, cursor)
    return Response(found, media_type="application/json")


@router.post(
    "", operation_id="createLead", status_code=HTTPStatus.CREATED, responses=errors_of(LeadDuplicate)
)
async def create(
    body: LeadCreate,
    access: Writer,
    response: Response,
    *,
    allow_duplicate: Annotated[
        bool, Query(description="Create although a lead has the same phone, e-mail or document")
    ] = False,
) -> LeadView:
    service = LeadService(access)
    lead = await service.create(body, allow_duplicate=allow_duplicate)
    response.headers["Location"] = f"/api/v1/public/leads/{lead.id}"
    return await _tagged(service, lead, response)


@router.get("/facets", operation_id="getLeadFacets")
async def facets(access: Reader) -> LeadFacets:
    """What the filters can offer, with counts over all leads."""
    return await LeadService(access).facets()


@router.get(
    "/export.csv",
    operation_id="exportLeads",
    response_class=StreamingResponse,
    responses={HTTPStatus.OK: {"content": {"text/csv": {"schema": {"type": "string"}}}}},
)
async def export(access: Exporter, which: Filter, sort: SortBy = DEFAULT_SORT) -> StreamingResponse:
    """The filtered list as Brazilian spreadsheets read it: UTF-8 with BOM, `;`, decimal comma."""
    lines = await LeadExport(access).prepare(which, sort, await LeadService(access).me(which))
    name = f"leads-{datetime.now(UTC):%Y-%m-%d}.csv"
    return StreamingResponse(
        lines,
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@router.get("/{lead_id}", operation_id="getLead", responses=errors_of(LeadNotFound))
async def get(lead_id: UUID, access: Reader, response: Response) -> LeadView:
    service = LeadService(access)
    return await _tagged(service, await service.get(lead_id), response)


@router.patch(
    "/{lead_id}",
    operation_id="updateLead",
    responses=errors_of(LeadNotFound, PreconditionMissing, PreconditionFailed),
)
async def change(
    lead_id: UUID, body: LeadChange, access: Writer, if_match: IfMatch, response: Response
) -> LeadView:
    service = LeadService(access)
    return await _tagged(service, await service.change(lead_id, body, if_match), response)


@router.delete(
    "/{lead_id}",
    operation_id="deleteLead",
    status_code=HTTPStatus.NO_CONTENT,
    responses=errors_of(LeadNotFound),
)
async def delete(lead_id: UUID, access: Writer) -> None:
    await LeadService(access).delete(lead_id)


@router.post("/{lead_id}/restore", operation_id="restoreLead", responses=errors_of(LeadNotFound))
async def restore(lead_id: UUID, access: Writer, response: Response) -> LeadView:
    """Undoes `deleteLead`."""
    service = LeadService(access)
    return await _tagged(service, await service.restore(lead_id), response)
