"""Bodies of the auth routes."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, EmailStr, Field, StringConstraints

from app.core.language import Language
from app.core.permissions import Permission, Role

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
# No composition rules and no truncation (ASVS 6.2).
NewPassword = Annotated[str, Field(min_length=8, max_length=128)]
Theme = Literal["light", "dark", "system"]
Email = Annotated[EmailStr, AfterValidator(str.lower)]


class Body(BaseModel):
    """What a caller sends; a misspelt field is an error, never ignored."""

    model_config = ConfigDict(extra="forbid")


class SetupBody(Body):
    organization: Name
    name: Name
    email: Email
    password: NewPassword


class LoginBody(Body):
    # Any text: a malformed address gets the same answer as an unknown one.
    email: Annotated[str, Field(max_length=320)]
    password: Annotated[str, Field(max_length=128)]


class SetupState(BaseModel):
    needed: bool


class SessionUser(BaseModel):
    id: UUID
    name: str
    email: str
    locale: Language
    theme: Theme


class SessionOrganization(BaseModel):
    id: UUID
    name: str


class SessionView(BaseModel):
    """Who is signed in. `expires_at` is the end of the access token; refreshing gives the next one."""

    user: SessionUser
    organization: SessionOrganization
    role: Role
    permissions: list[Permission]
    csrf_token: str
    expires_at: datetime


class Device(BaseModel):
    """An open session of the caller, for the list of devices."""

    id: UUID
    current: bool
    user_agent: str
    ip: str
    created_at: datetime
    last_seen_at: datetime
    expires_at: datetime


class DeviceList(BaseModel):
    items: list[Device]
    next_cursor: None = None


class Ended(BaseModel):
    ended: int
