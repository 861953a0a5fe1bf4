"""The mapping that is proposed for a file."""

import pytest

from app.imports.fields import by_name, propose


@pytest.mark.parametrize(
    ("columns", "field"),
    [
        (("Nome", "NOME COMPLETO", "Cliente", "Name", "nome agência", "Contato"), "name"),
        (("E-mail", "email corporativo", "Endereço eletrônico", "E-Mail"), "email"),
        (("Telefone", "Fone", "Celular (WhatsApp)", "Zap", "TEL", "Phone number", "Telefone (2)"), "phone"),
        (("DDD", "DDD "), "area_code"),
        (("Empresa", "Razão Social", "NOME INSTITUIÇÃO", "Company", "Nome Fantasia"), "company"),
        (("CPF/CNPJ", "CNPJ", "cpf", "Documento", "CPF ou CNPJ"), "document"),
        (("Valor", "Valor (R$)", "Amount"), "value"),
        (("Estágio", "Etapa", "Status"), "stage"),
        (("Origem", "Source"), "source"),
        (("Etiquetas", "Tags"), "tags"),
        (("Responsável", "Vendedor", "Owner"), "owner"),
        (("Obs", "Observações", "Obs.", "Notes"), "notes"),
        (("Criado em", "Data de cadastro"), "created_at"),
        (("Motivo", "Linha"), "ignore"),
        (("Cidade", "UF", "CEP", "Fax", "Código"), None),
    ],
)
def test_a_column_is_known_by_its_name(columns: tuple[str, ...], field: str | None) -> None:
    assert {by_name(column) for column in columns} == {field}


def test_content_overrules_a_name() -> None:
    rows = [["00.000.000", "x", "ana@x.com.br"], ["11.222.333", "y", "bia@x.com.br"]]
    assert propose(["CNPJ", "Nome", "Contato eletrônico novo"], rows) == {
        "CNPJ": "custom.CNPJ",
        "Nome": "name",
        "Contato eletrônico novo": "email",
    }


def test_one_column_a_field_and_the_rest_is_kept() -> None:
    columns = ["Razão Social", "Nome Fantasia", "Telefone", "Celular", "Cidade", "Vazia", "DDD"]
    rows = [["A Ltda", "A", "36215500", "11 98765-4321", "Itu", "", "11"]]
    assert propose(columns, rows) == {
        "Razão Social": "company",
        "Nome Fantasia": "custom.Nome Fantasia",
        "Telefone": "phone",
        "Celular": "phone",
        "Cidade": "custom.Cidade",
        "Vazia": "ignore",
        "DDD": "area_code",
    }


def test_an_area_code_without_a_phone_is_only_a_column() -> None:
    assert propose(["Nome", "DDD"], [["Ana", "11"]])["DDD"] == "custom.DDD"


def test_names_and_stages_of_another_system_are_only_text() -> None:
    rows = [["Ana", "OK", "Zé"], ["Bia", "BAIXADA", "Lia"]]
    columns = ["Nome", "Status", "Vendedor"]
    assert propose(columns, rows, {"rui"})["Status"] == "custom.Status"
    assert propose(columns, rows, {"rui"})["Vendedor"] == "custom.Vendedor"
    assert propose(columns, rows, {"ze", "lia"})["Vendedor"] == "owner"
