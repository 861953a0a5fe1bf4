"""Small rules of the core that need no request."""

from itertools import pairwise

import pytest

from app.core.errors import Forbidden
from app.core.etag import Precondition, PreconditionFailed, etag
from app.core.language import negotiate
from app.core.logging import HIDDEN, hide_secrets
from app.core.paging import BadCursor, decode_cursor, encode_cursor
from app.core.permissions import PERMISSIONS, check


def test_a_cursor_gives_back_what_it_was_made_of() -> None:
    cursor = encode_cursor("-value", ["São João", 12.5, None])
    assert decode_cursor(cursor, sort="-value", size=3) == ["São João", 12.5, None]


@pytest.mark.parametrize(
    "cursor",
    [
        "",
        "!!!",
        "abc",
        "ção",
        encode_cursor("name", ["a", 1]),
        encode_cursor("-value", ["a"]),
        "e30",
        "bnVsbA",
    ],
)
def test_a_cursor_of_another_list_is_refused(cursor: str) -> None:
    with pytest.raises(BadCursor):
        decode_cursor(cursor, sort="-value", size=2)


@pytest.mark.parametrize("header", ['"v3"', '"v1", "v3"', "*", ' "v3" '])
def test_a_matching_tag_passes(header: str) -> None:
    Precondition(header).check(3)


@pytest.mark.parametrize("header", ['"v2"', 'W/"v3"', "v3", '"3"', '""'])
def test_another_tag_is_stale_and_shows_the_present_version(header: str) -> None:
    with pytest.raises(PreconditionFailed) as caught:
        Precondition(header).check(3, current=lambda: {"name": "now"})
    assert caught.value.extensions == {"current": {"name": "now"}}
    assert caught.value.headers == {"ETag": etag(3)}


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "pt-BR"),
        ("en", "en"),
        ("en-GB,en;q=0.9", "en"),
        ("pt-PT", "pt-BR"),
        ("fr, en;q=0.2, pt;q=0.8", "pt-BR"),
        ("de", "pt-BR"),
        ("en;q=x", "pt-BR"),
    ],
)
def test_the_language_is_the_best_one_that_exists(header: str, language: str) -> None:
    assert negotiate(header) == language


def test_a_missing_permission_is_named_with_those_who_can_grant_it() -> None:
    with pytest.raises(Forbidden) as caught:
        check("viewer", "leads:write")
    problem = caught.value.problem("r")
    assert (
        problem["detail"]
        == "Falta a permissão leads:write. Quem pode concedê-la: administrador, proprietário."
    )
    assert problem["granted_by"] == ["admin", "owner"]


def test_each_role_may_all_that_the_one_below_may() -> None:
    order = ["viewer", "seller", "manager", "admin", "owner"]
    sets = [PERMISSIONS[role] for role in order]
    assert all(low <= high for low, high in pairwise(sets))


def test_a_log_line_never_holds_a_credential() -> None:
    line = hide_secrets(
        None, "info", {"event": "x", "password": "p", "set_cookie": "c", "csrf_token": "t", "name": "n"}
    )
    assert line == {"event": "x", "password": HIDDEN, "set_cookie": HIDDEN, "csrf_token": HIDDEN, "name": "n"}
