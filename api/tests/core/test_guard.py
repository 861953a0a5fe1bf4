"""Origin, CSRF, formats and cookies: what a request must prove before any route sees it."""

import pytest
from people import EMAIL, ORIGIN, PASSWORD, Client

ME = "/api/v1/public/me"
NAME = {"name": "Ana Maria"}


async def _name(owner: Client) -> str:
    return str((await owner.get(ME)).json()["name"])


@pytest.mark.parametrize("origin", ["https://evil.example", "http://localhost:4101", "null", ""])
async def test_a_mutation_from_another_origin_is_refused(owner: Client, origin: str) -> None:
    answer = await owner.patch(ME, json=NAME, headers={"Origin": origin})
    assert (answer.status_code, answer.json()["code"]) == (403, "foreign_origin")
    assert await _name(owner) == "Ana Souza"


async def test_a_mutation_without_origin_is_refused(owner: Client) -> None:
    del owner.headers["Origin"]
    assert (await owner.patch(ME, json=NAME)).json()["code"] == "foreign_origin"


async def test_a_cross_site_fetch_is_refused_whatever_its_origin_says(owner: Client) -> None:
    answer = await owner.patch(ME, json=NAME, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.json()["code"] == "foreign_origin"


async def test_a_cross_site_read_is_refused_but_a_navigation_is_not(owner: Client) -> None:
    del owner.headers["Origin"]
    refused = await owner.get(ME, headers={"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"})
    opened = await owner.get(ME, headers={"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"})
    assert (refused.status_code, opened.status_code) == (403, 200)


@pytest.mark.parametrize("token", ["", "wrong", "ção"])
async def test_a_mutation_without_the_sessions_token_is_refused(owner: Client, token: str) -> None:
    answer = await owner.patch(ME, json=NAME, headers={"X-CSRF-Token": token.encode()})
    assert (answer.status_code, answer.json()["code"]) == (403, "csrf_invalid")
    assert await _name(owner) == "Ana Souza"


async def test_another_sessions_token_is_refused(owner: Client, other_tenant: Client) -> None:
    answer = await owner.patch(ME, json=NAME, headers={"X-CSRF-Token": other_tenant.session["csrf_token"]})
    assert answer.json()["code"] == "csrf_invalid"


async def test_with_origin_and_token_the_mutation_happens(owner: Client) -> None:
    assert (await owner.patch(ME, json=NAME, headers={"Sec-Fetch-Site": "same-site"})).status_code == 200
    assert await _name(owner) == "Ana Maria"


async def test_login_needs_the_origin_but_no_token(client: Client, owner: Client) -> None:
    body = {"email": EMAIL, "password": PASSWORD}
    assert (await client.post("/api/v1/auth/login", json=body)).status_code == 200
    answer = await client.post("/api/v1/auth/login", json=body, headers={"Origin": "https://evil.example"})
    assert answer.json()["code"] == "foreign_origin"


@pytest.mark.parametrize(
    "content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"]
)
async def test_a_body_that_is_not_json_is_refused(owner: Client, content_type: str) -> None:
    answer = await owner.patch(ME, content=b'{"name": "Eva"}', headers={"Content-Type": content_type})
    assert (answer.status_code, answer.json()["code"]) == (415, "unsupported_media_type")


async def test_a_body_without_a_type_is_refused(owner: Client) -> None:
    assert (await owner.patch(ME, content=b'{"name": "Eva"}')).status_code == 415


async def test_two_cookies_of_one_name_are_refused(owner: Client) -> None:
    answer = await owner.get(ME, headers={"Cookie": "__Host-piloto_sid=planted; __Host-piloto_sid=other"})
    assert (answer.status_code, answer.json()["code"]) == (400, "duplicate_cookie")


async def test_an_anonymous_mutation_is_told_to_sign_in(client: Client) -> None:
    answer = await client.patch(ME, json=NAME)
    assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in")


async def test_preflight_allows_the_app_and_nobody_else(client: Client) -> None:
    ask = {"Access-Control-Request-Method": "PATCH"}
    good = await client.options(ME, headers=ask)
    bad = await client.options(ME, headers={**ask, "Origin": "https://evil.example"})
    assert good.headers["access-control-allow-origin"] == ORIGIN
    assert good.headers["access-control-allow-credentials"] == "true"
    assert "x-csrf-token" in good.headers["access-control-allow-headers"].lower()
    assert bad.status_code == 403
    assert "access-control-allow-origin" not in bad.headers


async def test_a_failure_carries_cors_headers_too(client: Client) -> None:
    answer = await client.get(ME)
    assert answer.status_code == 401
    assert answer.headers["access-control-allow-origin"] == ORIGIN
    assert "ETag" in answer.headers["access-control-expose-headers"]
    assert answer.headers["vary"] == "Origin"


async def test_an_answer_without_origin_still_varies_by_it(client: Client) -> None:
    del client.headers["Origin"]
    answer = await client.get("/healthz")
    assert answer.headers["vary"] == "Origin"
    assert "access-control-allow-origin" not in answer.headers
