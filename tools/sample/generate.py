# ruff: noqa: INP001 - a program of its own, in no package
"""`python tools/sample/generate.py --leads 2000 --seed 7 --out leads.csv`: leads that nobody is.

Names, towns, companies and numbers are invented from the lists of `words/`; the same seed gives the same
file, as a Brazilian spreadsheet saves it: Windows-1252, `;`, dd/mm/aaaa, 1.234,56. `--messy` makes the first
spreadsheet of a small company instead: titles on top, two phones in a cell, "idem", a total, a stray quote.
"""

import argparse
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

WORDS = Path(__file__).resolve().parent / "words"
ENCODING = "cp1252"
LINE_END = "\r\n"
# The last day on which a lead may have come in: a fixed one, so that the file is the same on every day.
LAST_DAY = date(2026, 11, 20)
DAYS = 540

STAGES = (
    ("Novo", 46),
    ("Qualificação", 24),
    ("Proposta", 14),
    ("Negociação", 8),
    ("Ganho", 5),
    ("Perdido", 3),
)
SOURCES = ("Site", "Indicação", "WhatsApp", "Instagram", "Feira", "Google", "Telefone", "Parceiro")
TAGS = (
    "vip",
    "retorno",
    "urgente",
    "orçamento enviado",
    "revenda",
    "licitação",
    "recorrente",
    "frio",
    "visita marcada",
)
NOTES = (
    "Pediu retorno depois do dia 10.",
    "Quer proposta com frete incluso.",
    "Já comprou em 2023; reclamou do prazo.",
    "Falar com a sócia, que decide.",
    "Comparando com dois concorrentes.",
    "Só atende pela manhã.",
)
HEADER = (
    "Nome;E-mail;Telefone;Empresa;CPF/CNPJ;Valor;Estágio;Origem;Etiquetas;Cidade;UF;Observações;"
    "Data de cadastro"
)
DOMAINS = ("loja", "empresa", "correio", "contato")
LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _lines(name: str) -> list[str]:
    return (WORDS / name).read_text(encoding="utf-8").split("\n")


FIRST = _lines("first-names.txt")[0].split() + _lines("first-names.txt")[1].split()


def _particle(name: str) -> str:
    """ "da Silva", "dos Santos", "de Melo"; D'Ávila has its own."""
    if "'" in name:
        return name
    return ("dos " if name.endswith("os") else "da " if name.endswith("a") else "de ") + name


PLAIN_FAMILY = " ".join(_lines("last-names.txt")).split()
FAMILY = list(dict.fromkeys([*PLAIN_FAMILY, *(_particle(name) for name in PLAIN_FAMILY)]))
TOWNS = [tuple(line.split(";")) for line in _lines("towns.txt") if line]
TRADES, BRANDS, FORMS = (
    [word.replace("_", " ") for word in line.split()] for line in _lines("companies.txt")[:3]
)


def check_digits(body: str, weights: tuple[tuple[int, ...], tuple[int, ...]]) -> str:
    """Modulo 11; a letter counts as its ASCII code less 48, as the Receita Federal has it."""
    for row in weights:
        rest = sum((ord(sign) - 48) * weight for sign, weight in zip(body, row, strict=True)) % 11
        body += "0" if rest < 2 else str(11 - rest)
    return body


def cnpj(choice: random.Random, *, letters: bool) -> str:
    root = "".join(choice.choice(LETTERS if letters else LETTERS[:10]) for _ in range(8))
    body = root + ("0001" if choice.random() < 0.8 else f"{choice.randint(2, 40):04}")
    return check_digits(body, ((5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2), (6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2)))


def cpf(choice: random.Random) -> str:
    body = "".join(str(choice.randint(0, 9)) for _ in range(9))
    return check_digits(body, (tuple(range(10, 1, -1)), tuple(range(11, 1, -1))))


def masked(document: str) -> str:
    if len(document) == 11:
        return f"{document[:3]}.{document[3:6]}.{document[6:9]}-{document[9:]}"
    return f"{document[:2]}.{document[2:5]}.{document[5:8]}/{document[8:12]}-{document[12:]}"


def money(cents: int) -> str:
    return f"{cents // 100:,}".replace(",", ".") + f",{cents % 100:02}"


@dataclass
class Phone:
    area: str
    digits: str

    def written(self, choice: random.Random, *, ninth: bool = True) -> str:
        digits = self.digits if ninth or len(self.digits) == 8 else self.digits[1:]
        number = f"{digits[:-4]}-{digits[-4:]}"
        return choice.choice(
            (
                f"({self.area}) {number}",
                f"({self.area}) {number}",
                f"{self.area} {number}",
                f"{self.area}{digits}",
                f"+55 {self.area} {number}",
                f"0{self.area} {number}",
            )
        )


@dataclass
class Generator:
    choice: random.Random
    owners: tuple[str, ...] = ()
    # What a later row may repeat.
    phones: list[Phone] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)
    shared: Phone | None = None

    def person(self) -> str:
        first = " ".join(self.choice.sample(FIRST, k=2 if self.choice.random() < 0.15 else 1))
        families = [self.family() for _ in range(2 if self.choice.random() < 0.4 else 1)]
        return " ".join([first, *families])

    def family(self) -> str:
        return self.choice.choice(PLAIN_FAMILY if self.choice.random() < 0.85 else FAMILY)

    def company(self) -> str:
        trade, brand = self.choice.choice(TRADES), self.choice.choice(BRANDS)
        if self.choice.random() < 0.3:
            brand = self.choice.choice(PLAIN_FAMILY)
        return f"{trade} {brand} {self.choice.choice(FORMS)}"

    def phone(self, area: str) -> Phone | None:
        """12 % none, 25 % landlines, 63 % mobiles."""
        kind = self.choice.random()
        if kind < 0.12:
            return None
        first = str(self.choice.randint(2, 5)) if kind < 0.37 else "9" + str(self.choice.randint(8, 9))
        return Phone(area, first + "".join(str(self.choice.randint(0, 9)) for _ in range(7)))

    def contact(self, area: str, *, company: bool) -> tuple[str, bool]:
        """A phone as somebody writes it, and whether it makes the row a known lead's.

        4 % repeat a phone, 2 % repeat it without the ninth digit; 0.5 % carry their accountant's.
        """
        repeat = self.choice.random()
        if company and repeat < 0.005 / 0.62:
            self.shared = self.shared or Phone("11", "32620000")
            return self.shared.written(self.choice), False
        if self.phones and 0.01 <= repeat < 0.07:
            known = self.choice.choice(self.phones)
            return known.written(self.choice, ninth=repeat < 0.05), True
        phone = self.phone(area)
        if phone is None:
            return "", False
        self.phones.append(phone)
        return phone.written(self.choice, ninth=self.choice.random() >= 0.2), False

    def document(self, *, company: bool) -> str:
        """1 % repeat a CNPJ under another name; 10 % of the new ones have letters."""
        if not company:
            return masked(cpf(self.choice))
        if self.documents and self.choice.random() < 0.016:
            return self.choice.choice(self.documents)
        document = masked(cnpj(self.choice, letters=self.choice.random() < 0.1))
        self.documents.append(document)
        return document

    def email(self, name: str, number: int) -> str:
        if self.choice.random() < 0.35:
            return ""
        plain = name.lower().translate(str.maketrans("áàâãäçéêíîóôõöúüñ", "aaaaaceeiioooouun"))
        words = [
            "".join(sign for sign in word if sign.isascii() and sign.isalnum()) for word in plain.split()
        ]
        # .example is reserved: nothing that is sent there can reach anybody.
        return f"{words[0]}.{words[-1]}{number}@{self.choice.choice(DOMAINS)}.example"

    def row(self, number: int) -> list[str]:
        company = self.choice.random() < 0.62
        town, state, area = self.choice.choice(TOWNS)
        name = self.person()
        phone, repeated = self.contact(area, company=company)
        stage = self.choice.choices([stage for stage, _ in STAGES], [weight for _, weight in STAGES])[0]
        value = money(round(min(self.choice.lognormvariate(9.2, 1.3), 5e6) * 100))
        day = LAST_DAY - timedelta(days=int(self.choice.random() ** 2 * DAYS))
        row = [
            name,
            self.email(name, number),
            phone,
            self.company() if company else "",
            # Another document would make another lead.
            "" if repeated else self.document(company=company),
            value if self.choice.random() < 0.85 else "",
            stage,
            self.choice.choice(SOURCES),
            ", ".join(self.choice.sample(TAGS, k=self.choice.choice((0, 0, 1, 1, 2, 3)))),
            town,
            state,
            self.choice.choice(NOTES) if self.choice.random() < 0.3 else "",
            day.strftime("%d/%m/%Y"),
        ]
        if self.owners:
            row.append(self.choice.choice((*self.owners, "")))
        return row


def cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if any(sign in text for sign in ';"\n') else text


def leads(count: int, seed: int, owners: tuple[str, ...] = ()) -> Iterator[str]:
    """The lines of the file, each with its end."""
    generator = Generator(random.Random(seed), owners)  # noqa: S311 - the same file for the same seed
    yield HEADER + (";Responsável" if owners else "") + LINE_END
    for number in range(1, count + 1):
        yield ";".join(cell(text) for text in generator.row(number)) + LINE_END


def messy(count: int, seed: int) -> Iterator[str]:
    """The lines of a spreadsheet that a salesperson has kept for years."""
    generator = Generator(random.Random(seed))  # noqa: S311 - the same file for the same seed
    yield f"CLIENTES DA LOJA - NÃO APAGAR;;;{LINE_END}"
    yield f"atualizado por Neide;;;{LINE_END}"
    yield f";;;{LINE_END}"
    yield f"Nome;Empresa;Zap;Obs{LINE_END}"
    for number in range(1, count + 1):
        _, _, area = generator.choice.choice(TOWNS)
        phones = [Phone(area, f"9{generator.choice.randint(80_000_000, 99_999_999)}") for _ in range(2)]
        written = [phone.written(generator.choice, ninth=generator.choice.random() < 0.8) for phone in phones]
        zap = f"{written[0]} / {written[1]}" if number % 9 == 0 else written[0]
        company = "idem" if number % 11 == 0 else generator.company()
        note = '""""' if number % 13 == 0 else cell(generator.choice.choice(("", *NOTES)))
        if number == count // 2:
            note = '"ligar de tarde'
        yield f"{generator.person()};{company};{zap};{note}{LINE_END}"
        if number % 40 == 0:
            yield f";;;{LINE_END}"
    yield f"TOTAL;{count};;{LINE_END}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--leads", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--owner", action="append", default=[], help="name of a member; may be given again")
    parser.add_argument("--messy", action="store_true", help="the first spreadsheet of a small company")
    arguments = parser.parse_args()
    lines = (
        messy(arguments.leads, arguments.seed)
        if arguments.messy
        else leads(arguments.leads, arguments.seed, tuple(arguments.owner))
    )
    with arguments.out.open("w", encoding=ENCODING, newline="") as file:
        file.writelines(lines)
    return 0


if __name__ == "__main__":
    sys.exit(main())
