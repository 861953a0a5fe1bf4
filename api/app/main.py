"""The ASGI application that a server loads: `uvicorn app.main:app`."""

from app.application import create_app

__all__ = ["app", "create_app"]

app = create_app()
