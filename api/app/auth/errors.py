"""What can go wrong at the door."""

from http import HTTPStatus

from app.core.errors import AppError, NotSignedIn
from app.core.language import Text


class AlreadySetUp(AppError):
    status = HTTPStatus.CONFLICT
    code = "already_set_up"
    title = Text("Empresa já criada", "Organization already exists")
    detail = Text(
        "Esta instalação já tem uma empresa. Entre com a sua conta ou peça um convite.",
        "This installation already has an organization. Sign in, or ask for an invitation.",
    )


class WrongCredentials(AppError):
    status = HTTPStatus.UNAUTHORIZED
    code = "wrong_credentials"
    title = Text("Não foi possível entrar", "Could not sign in")
    detail = Text(
        "E-mail ou senha incorretos. Confira os dois e tente de novo.",
        "Wrong e-mail or password. Check both and try again.",
    )


class TooManyAttempts(AppError):
    status = HTTPStatus.TOO_MANY_REQUESTS
    code = "too_many_attempts"
    title = Text("Muitas tentativas", "Too many attempts")
    detail = Text("Aguarde {seconds} segundos e tente de novo.", "Wait {seconds} seconds and try again.")


class RefreshRefused(NotSignedIn):
    """The session ends with it when a token came back that had been used up long ago: it was copied."""

    keeps_changes = True


class SessionNotFound(AppError):
    status = HTTPStatus.NOT_FOUND
    code = "session_not_found"
    title = Text("Sessão não encontrada", "Session not found")
    detail = Text("Esta sessão já terminou ou não é sua.", "This session has ended or is not yours.")
