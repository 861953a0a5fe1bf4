"""What can go wrong with leads."""

from http import HTTPStatus

from app.core.errors import AppError
from app.core.language import Text


class LeadNotFound(AppError):
    status = HTTPStatus.NOT_FOUND
    code = "lead_not_found"
    title = Text("Lead não encontrado", "Lead not found")
    detail = Text(
        "Este lead não existe ou foi apagado. Volte à lista de leads.",
        "This lead does not exist or has been deleted. Go back to the list of leads.",
    )


class LeadDuplicate(AppError):
    """`existing` in the problem: `{id, name, company, matched}`, matched being phone, email or document."""

    status = HTTPStatus.CONFLICT
    code = "lead_duplicate"
    title = Text("Este lead já existe", "This lead exists already")
    detail = Text(
        "{name} já tem este {matched}. Abra o lead que existe ou crie mesmo assim.",
        "{name} already has this {matched}. Open the lead that exists, or create it anyway.",
    )


MATCHED: dict[str, Text] = {
    "phone": Text("telefone", "phone"),
    "email": Text("e-mail", "e-mail"),
    "document": Text("CPF/CNPJ", "CPF/CNPJ"),
}
