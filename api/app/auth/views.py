"""Makes the answer that tells a page who is signed in."""

from datetime import datetime
from typing import cast
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.auth.repository import AuthRepository
from app.auth.schemas import SessionOrganization, SessionUser, SessionView, Theme
from app.core.guard import csrf_token
from app.core.language import Language
from app.core.permissions import PERMISSIONS, Role


async def session_view(
    session: AsyncSession, user_id: UUID, tenant_id: UUID, session_cookie: str, expires_at: datetime
) -> SessionView:
    repository = AuthRepository(session)
    user = await repository.user(user_id)
    organization = await repository.organization(tenant_id)
    # The tables' CHECKs and the routes that write them allow these words only.
    role = cast("Role", await repository.role(tenant_id, user_id))
    return SessionView(
        user=SessionUser(
            id=user.id,
            name=user.name,
            email=user.email,
            locale=cast("Language", user.locale),
            theme=cast("Theme", user.theme),
        ),
        organization=SessionOrganization(id=organization.id, name=organization.name),
        role=role,
        permissions=sorted(PERMISSIONS[role]),
        csrf_token=csrf_token(session_cookie),
        expires_at=expires_at,
    )
