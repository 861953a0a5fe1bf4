"""When two records are the same lead."""

from collections.abc import Iterable
from typing import Literal, Protocol, TypeVar

Matched = Literal["document", "email", "phone"]


class Identified(Protocol):
    @property
    def phone(self) -> str | None: ...
    @property
    def email(self) -> str | None: ...
    @property
    def document(self) -> str | None: ...


L = TypeVar("L", bound=Identified)


def find_same(
    leads: Iterable[L], phone: str | None, email: str | None, document: str | None
) -> tuple[L, Matched] | None:
    """The same document wins over the same e-mail, and that over the same phone; then the first in order.

    Different documents are different leads, even with a phone or an address in common: an accountant's number
    stands beside many companies.
    """
    best: tuple[int, L, Matched] | None = None
    for lead in leads:
        matched = _matched(lead, phone, email, document)
        if matched is not None and (best is None or matched[0] < best[0]):
            best = (matched[0], lead, matched[1])
    return (best[1], best[2]) if best else None


def _matched(
    lead: Identified, phone: str | None, email: str | None, document: str | None
) -> tuple[int, Matched] | None:
    if document and lead.document:
        return (0, "document") if lead.document == document else None
    if email and lead.email == email:
        return 1, "email"
    if phone and lead.phone == phone:
        return 2, "phone"
    return None
