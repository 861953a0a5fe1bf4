"""Why a value cannot be taken: a stable code, and its sentence with what to do."""

from app.core.language import Text

PROBLEMS: dict[str, Text] = {
    "phone_invalid": Text(
        "Telefone inválido: “{value}”. Escreva com DDD, por exemplo (11) 98765-4321.",
        "Invalid phone: “{value}”. Write it with its area code, for example (11) 98765-4321.",
    ),
    "phone_needs_area": Text(
        "Falta o DDD no telefone “{value}”. Escreva, por exemplo, (11) 98765-4321.",
        "The phone “{value}” has no area code. Write, for example, (11) 98765-4321.",
    ),
    "phone_service": Text(
        "“{value}” é um número de serviço (0800, 4003…) e não identifica ninguém. Use um telefone próprio.",
        "“{value}” is a service number (0800, 4003…) and identifies nobody. Use a personal phone.",
    ),
    "digits_lost": Text(
        "A planilha gravou “{value}” em notação científica e perdeu dígitos. Formate a coluna como texto.",
        "The spreadsheet saved “{value}” in scientific notation and lost digits. Format the column as text.",
    ),
    "email_invalid": Text(
        "E-mail inválido: “{value}”. Escreva no formato nome@empresa.com.br.",
        "Invalid e-mail: “{value}”. Write it as name@company.com.",
    ),
    "document_length": Text(
        "“{value}” não é um CPF (11 dígitos) nem um CNPJ (14 caracteres).",
        "“{value}” is neither a CPF (11 digits) nor a CNPJ (14 characters).",
    ),
    "document_digits": Text(
        "O dígito verificador de “{value}” não confere. Confira o número.",
        "The check digits of “{value}” do not match. Check the number.",
    ),
    "document_repairable": Text(
        "Faltam zeros à esquerda em “{value}”. Seria {repaired}?",
        "“{value}” has lost its leading zeros. Would it be {repaired}?",
    ),
    "money_invalid": Text(
        "Valor inválido: “{value}”. Escreva, por exemplo, 1.234,56.",
        "Invalid amount: “{value}”. Write, for example, 1.234,56.",
    ),
    "money_ambiguous": Text(
        "“{value}” pode ser mil ou um e pouco. Escreva 1.234,00 ou 1,23.",
        "“{value}” may be a thousand or one and a bit. Write 1.234,00 or 1,23.",
    ),
    "money_negative": Text(
        "O valor “{value}” é negativo. Use zero ou mais.",
        "The amount “{value}” is negative. Use zero or more.",
    ),
    "money_too_large": Text(
        "O valor “{value}” passa do limite de 999.999.999.999,99.",
        "The amount “{value}” is above the limit of 999,999,999,999.99.",
    ),
    "date_invalid": Text(
        "A data “{value}” não existe. Escreva no formato dd/mm/aaaa.",
        "The date “{value}” does not exist. Write it as dd/mm/yyyy.",
    ),
    "date_ambiguous": Text(
        "A hora de “{value}” aconteceu duas vezes (fim do horário de verão). Escreva só a data.",
        "The time of “{value}” happened twice (daylight saving ended). Write the date only.",
    ),
}


class ValueProblem(ValueError):
    """Raised by the readers of values; `say()` gives the sentence in the caller's language."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values

    def say(self) -> str:
        return PROBLEMS[self.code].say(None, **self.values)

    def text(self) -> Text:
        """The filled sentence in both languages."""
        text = PROBLEMS[self.code]
        return Text(text.say("pt-BR", **self.values), text.say("en", **self.values))
