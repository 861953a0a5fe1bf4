"""`/healthz`: the process answers. `/readyz`: the database answers too."""

import asyncio
from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel
from sqlalchemy import text

from app.core.database import get_database
from app.core.errors import Unavailable, errors_of

DATABASE_SECONDS = 2

router = APIRouter(tags=["health"])


class Health(BaseModel):
    status: Literal["ok"] = "ok"


@router.get("/healthz", operation_id="getHealth")
async def health() -> Health:
    return Health()


@router.get("/readyz", operation_id="getReadiness", responses=errors_of(Unavailable))
async def readiness() -> Health:
    try:
        async with asyncio.timeout(DATABASE_SECONDS), get_database().transaction() as session:
            await session.execute(text("SELECT 1"))
    except TimeoutError as error:
        raise Unavailable from error
    return Health()
