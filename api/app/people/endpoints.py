"""`/public/me`, `/public/organization`, `/public/members`."""

from fastapi import APIRouter

router = APIRouter(prefix="/public", tags=["people"])
