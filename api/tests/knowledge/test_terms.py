import pytest

from app.knowledge.terms import terms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cobrança indevida", ["cobran", "indevi"]),
        ("a garantia dos módulos", ["garant", "modulo"]),
        ("COBRANCA", ["cobran"]),
        ("cobranças", ["cobran"]),
        ("CNPJ 45.918.220/0001-60", ["cnpj", "45", "918", "220", "0001", "60"]),
        ("Lei 80781234", ["lei", "80781234"]),
        ("ISO9001:2015", ["iso9001", "2015"]),
        ("o que é de quem?", []),
        ("garantia, Garantia!", ["garant", "garant"]),
        ("x" * 41, []),
    ],
)
def test_words_are_counted_without_accents_stop_words_and_endings(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


def test_a_decomposed_accent_is_the_same_word() -> None:
    assert terms("cobranc\u0327a") == terms("cobrança")
