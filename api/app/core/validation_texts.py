"""pydantic's validation problems in the caller's language."""

from collections.abc import Mapping
from typing import Any

from app.core.language import Text

TEXTS: dict[str, Text] = {
    "missing": Text("Campo obrigatório.", "This field is required."),
    "string_type": Text("Deve ser um texto.", "Must be text."),
    "string_too_short": Text(
        "Deve ter pelo menos {min_length} caractere(s).", "Must have at least {min_length} character(s)."
    ),
    "string_too_long": Text(
        "Deve ter no máximo {max_length} caracteres.", "Must have at most {max_length} characters."
    ),
    "string_pattern_mismatch": Text("Formato inválido.", "Wrong format."),
    "int_type": Text("Deve ser um número inteiro.", "Must be a whole number."),
    "int_parsing": Text("Deve ser um número inteiro.", "Must be a whole number."),
    "int_from_float": Text("Deve ser um número inteiro.", "Must be a whole number."),
    "float_parsing": Text("Deve ser um número.", "Must be a number."),
    "float_type": Text("Deve ser um número.", "Must be a number."),
    "decimal_parsing": Text("Deve ser um número.", "Must be a number."),
    "decimal_type": Text("Deve ser um número.", "Must be a number."),
    "decimal_max_places": Text(
        "Deve ter no máximo {decimal_places} casas decimais.",
        "Must have at most {decimal_places} decimal places.",
    ),
    "decimal_max_digits": Text("O número é grande demais.", "The number is too large."),
    "decimal_whole_digits": Text("O número é grande demais.", "The number is too large."),
    "bool_parsing": Text("Deve ser verdadeiro ou falso.", "Must be true or false."),
    "bool_type": Text("Deve ser verdadeiro ou falso.", "Must be true or false."),
    "greater_than_equal": Text("Deve ser pelo menos {ge}.", "Must be at least {ge}."),
    "greater_than": Text("Deve ser maior que {gt}.", "Must be greater than {gt}."),
    "less_than_equal": Text("Deve ser no máximo {le}.", "Must be at most {le}."),
    "less_than": Text("Deve ser menor que {lt}.", "Must be less than {lt}."),
    "literal_error": Text(
        "Valor não aceito. Aceitos: {expected}.", "Value not accepted. Accepted: {expected}."
    ),
    "enum": Text("Valor não aceito. Aceitos: {expected}.", "Value not accepted. Accepted: {expected}."),
    "uuid_parsing": Text("Identificador inválido.", "Not a valid identifier."),
    "uuid_type": Text("Identificador inválido.", "Not a valid identifier."),
    "list_type": Text("Deve ser uma lista.", "Must be a list."),
    "dict_type": Text("Deve ser um objeto.", "Must be an object."),
    "model_attributes_type": Text("Deve ser um objeto.", "Must be an object."),
    "too_long": Text("Deve ter no máximo {max_length} itens.", "Must have at most {max_length} items."),
    "too_short": Text(
        "Deve ter pelo menos {min_length} item(ns).", "Must have at least {min_length} item(s)."
    ),
    "extra_forbidden": Text("Campo desconhecido.", "Unknown field."),
    "json_invalid": Text("O corpo não é JSON válido.", "The body is not valid JSON."),
    "datetime_parsing": Text("Data e hora inválidas.", "Not a valid date and time."),
    "datetime_from_date_parsing": Text("Data e hora inválidas.", "Not a valid date and time."),
    "timezone_aware": Text("Informe o fuso horário.", "The time zone is missing."),
    "date_from_datetime_parsing": Text("Data inválida.", "Not a valid date."),
    "date_parsing": Text("Data inválida.", "Not a valid date."),
    "finite_number": Text("Deve ser um número finito.", "Must be a finite number."),
}
EMAIL = Text("E-mail inválido.", "Not a valid e-mail address.")
OTHER = Text("Valor inválido.", "Invalid value.")


def explain(problem: Mapping[str, Any]) -> str:
    """The sentence for one entry of `ValidationError.errors()`.

    A validator of ours raises `ValueError(Text(...))`; its text is taken as it is.
    """
    context: Mapping[str, Any] = problem.get("ctx") or {}
    cause = context.get("error")
    if isinstance(cause, ValueError) and cause.args and isinstance(cause.args[0], Text):
        return cause.args[0].say()
    if "email" in str(problem.get("msg", "")):
        return EMAIL.say()
    if "expected" in context:
        # pydantic joins the last two words in English.
        context = {**context, "expected": str(context["expected"]).replace(" or ", ", ")}
    text = TEXTS.get(str(problem["type"]), OTHER)
    return text.say(**context) if context else text.say()
