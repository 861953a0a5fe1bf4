"""`/public/me`, `/public/organization`, `/public/members`."""

from typing import Annotated

from fastapi import APIRouter, Request, Response

from app.auth.access import Access, SignedIn, require
from app.auth.endpoints import client_of
from app.auth.errors import TooManyAttempts
from app.auth.schemas import Ended
from app.core.errors import errors_of
from app.core.etag import IfMatch, PreconditionFailed, PreconditionMissing, etag
from app.core.paging import BadCursor, Cursor, Limit
from app.people.errors import WrongPassword
from app.people.schemas import Me, MeChange, MemberList, OrganizationChange, OrganizationView, PasswordChange
from app.people.service import PeopleService, organization_view

router = APIRouter(prefix="/public", tags=["people"])


@router.get("/me", operation_id="getMe")
async def me(access: SignedIn) -> Me:
    return Me.model_validate(await PeopleService(access).me(), from_attributes=True)


@router.patch("/me", operation_id="updateMe")
async def change_me(change: MeChange, access: SignedIn) -> Me:
    return Me.model_validate(await PeopleService(access).change_me(change), from_attributes=True)


@router.post(
    "/me/password", operation_id="changePassword", responses=errors_of(WrongPassword, TooManyAttempts)
)
async def change_password(change: PasswordChange, access: SignedIn, request: Request) -> Ended:
    address = client_of(request).ip
    return Ended(ended=await PeopleService(access).change_password(change, address))


@router.get("/organization", operation_id="getOrganization")
async def organization(
    access: Annotated[Access, require("organization:read")], response: Response
) -> OrganizationView:
    row = await PeopleService(access).organization()
    response.headers["ETag"] = etag(row.version)
    return organization_view(row)


@router.patch(
    "/organization",
    operation_id="updateOrganization",
    responses=errors_of(PreconditionMissing, PreconditionFailed),
)
async def change_organization(
    change: OrganizationChange,
    access: Annotated[Access, require("organization:write")],
    if_match: IfMatch,
    response: Response,
) -> OrganizationView:
    row = await PeopleService(access).change_organization(change, if_match)
    response.headers["ETag"] = etag(row.version)
    return organization_view(row)


@router.get("/members", operation_id="listMembers", responses=errors_of(BadCursor))
async def members(
    access: Annotated[Access, require("members:read")], limit: Limit = 50, cursor: Cursor = None
) -> MemberList:
    return await PeopleService(access).members(limit, cursor)
