"""What can go wrong with agents."""

from http import HTTPStatus

from app.core.errors import AppError
from app.core.language import Text


class AgentNotFound(AppError):
    status = HTTPStatus.NOT_FOUND
    code = "agent_not_found"
    title = Text("Agente não encontrado", "Agent not found")
    detail = Text(
        "Este agente não existe ou foi excluído. Volte à lista de agentes.",
        "This agent does not exist or has been deleted. Go back to the list of agents.",
    )
