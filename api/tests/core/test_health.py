from people import Client


async def test_healthz_answers_without_a_session(client: Client) -> None:
    assert (await client.get("/healthz")).json() == {"status": "ok"}


async def test_readyz_asks_the_database(client: Client) -> None:
    assert (await client.get("/readyz")).json() == {"status": "ok"}


async def test_an_unknown_address_is_a_problem_document(client: Client) -> None:
    answer = await client.get("/api/v1/nothing", headers={"X-Request-Id": "abc-12345"})
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["request_id"] == "abc-12345"
    assert answer.json()["title"] == "Não encontrado"
