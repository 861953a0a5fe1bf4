"""Every noun's router, in the order of the documentation. A new noun adds its line here."""

from fastapi import APIRouter

from app.agents.endpoints import router as agents
from app.auth.endpoints import router as auth
from app.imports.endpoints import router as imports
from app.knowledge.endpoints import router as knowledge
from app.leads.endpoints import router as leads
from app.people.endpoints import router as people

ROUTERS: tuple[APIRouter, ...] = (auth, people, leads, imports, agents, knowledge)

# Routes that take a file; everything else takes JSON.
MULTIPART_PATHS: frozenset[str] = frozenset(
    {"/api/v1/public/imports", "/api/v1/public/knowledge/documents"},
)
