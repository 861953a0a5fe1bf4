"""Puts the API together: routes, failures, and the layers that every request passes."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from app.auth import passwords
from app.core import failures, health, openapi
from app.core.config import Settings, get_settings
from app.core.cors import Cors
from app.core.database import get_database
from app.core.guard import BASE, RequestGuard
from app.core.logging import configure
from app.core.requests import RequestContext
from app.routes import MULTIPART_PATHS, ROUTERS


@asynccontextmanager
async def _lifespan(_app: FastAPI) -> AsyncIterator[None]:
    await asyncio.to_thread(passwords.warm_up)
    yield
    await get_database().close()


def create_app(settings: Settings | None = None) -> FastAPI:
    settings = settings or get_settings()
    configure(settings.log_format)
    app = FastAPI(
        openapi_url=f"{BASE}/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=_lifespan,
        redirect_slashes=False,
    )
    app.include_router(health.router)
    for router in ROUTERS:
        app.include_router(router, prefix=BASE)
    failures.install(app)
    openapi.install(app)
    origins = frozenset({settings.public_app_url})
    # The last one added is the outermost.
    app.add_middleware(RequestGuard, allowed_origins=origins, multipart_paths=MULTIPART_PATHS)
    app.add_middleware(failures.UnexpectedErrors)
    app.add_middleware(Cors, allowed_origins=origins)
    app.add_middleware(RequestContext)
    return app
