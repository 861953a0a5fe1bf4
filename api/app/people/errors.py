"""What can go wrong with people's own data."""

from http import HTTPStatus

from app.core.errors import AppError
from app.core.language import Text


class WrongPassword(AppError):
    status = HTTPStatus.FORBIDDEN
    code = "wrong_password"
    title = Text("Senha atual incorreta", "Current password is wrong")
    detail = Text("Digite a senha com que você entra hoje.", "Type the password that you sign in with today.")
