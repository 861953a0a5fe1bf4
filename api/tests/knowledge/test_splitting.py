import random

from app.knowledge.extraction import Page
from app.knowledge.sentences import MAX_SENTENCE, split_sentences
from app.knowledge.splitting import MAX, split, split_text, units

SENTENCE = "O fornecedor responde pelos vícios do produto que o tornem impróprio ao consumo. "


def words(text: str) -> list[str]:
    return text.split()


def test_short_text_is_one_passage() -> None:
    assert split_text("Uma frase.\n\nOutra frase.") == ["Uma frase.\n\nOutra frase."]


def test_no_text_gives_no_passage() -> None:
    assert split_text(" \n\n\t ") == []


def test_passages_end_between_sentences_and_lose_no_word() -> None:
    text = "\n\n".join(SENTENCE * count for count in (3, 30, 1, 12, 7))
    passages = split_text(text)
    assert all(len(passage) <= MAX and passage.endswith(".") for passage in passages)
    assert words(" ".join(passages)) == words(text)


def test_any_text_is_kept_whole_within_the_limit() -> None:
    signs = random.Random(4)  # noqa: S311 - the same texts on every run
    for _ in range(200):
        text = "".join(signs.choice("ab .\n;!?#") for _ in range(signs.randrange(4000)))
        passages = split_text(text)
        assert all(0 < len(passage) <= MAX for passage in passages)
        assert "".join("".join(passages).split()) == "".join(text.split())


def test_a_text_without_any_border_is_cut() -> None:
    passages = split_text("x" * 5000)
    assert "".join("".join(passages).split()) == "x" * 5000
    assert max(map(len, passages)) <= MAX


def test_a_heading_stays_with_the_text_below_it() -> None:
    body = (SENTENCE * 11).strip()
    passages = split_text(f"{body}\n\n## Garantia\n\n{body}")
    assert [passage.startswith("## Garantia") for passage in passages] == [False, True]
    assert "O fornecedor" in passages[1]


def test_a_passage_never_crosses_a_page() -> None:
    passages = split([Page(1, "Primeira página."), Page(2, ""), Page(3, "Terceira página.")])
    assert [(passage.page, passage.text) for passage in passages] == [
        (1, "Primeira página."),
        (3, "Terceira página."),
    ]


def test_abbreviations_and_numbers_do_not_end_a_sentence() -> None:
    text = "Conforme o art. 49 da Lei nº. 8.078, o Dr. J. Silva pagou R$ 1.500,00. Depois desistiu!"
    assert split_sentences(text) == [
        "Conforme o art. 49 da Lei nº. 8.078, o Dr. J. Silva pagou R$ 1.500,00.",
        "Depois desistiu!",
    ]


def test_items_of_an_enumeration_are_sentences() -> None:
    assert split_sentences("É vedado: I - cobrar taxa; II - reter documento.") == [
        "É vedado: I - cobrar taxa;",
        "II - reter documento.",
    ]


def test_a_sentence_without_end_is_cut_at_white_space() -> None:
    sentences = split_sentences("palavra " * 500)
    assert max(map(len, sentences)) <= MAX_SENTENCE
    assert all(sentence.startswith("palavra") and sentence.endswith("palavra") for sentence in sentences)


def test_a_passage_its_sentences_and_their_neighbours_are_embedded() -> None:
    one, two, three = "A primeira frase aqui.", "A segunda frase aqui.", "A terceira frase aqui."
    passage = f"{one} {two}\n\n{three}"
    assert units(passage) == [passage, one, two, three, f"{one} {two}", f"{two} {three}"]
    assert units("Oi.") == ["Oi."]
