"""Leads of the tests, made through the API."""

from typing import Any

from people import Client

LEADS = "/api/v1/public/leads"


async def make_lead(client: Client, **values: Any) -> dict[str, Any]:  # noqa: ANN401 - any field of a lead
    answer = await client.post(LEADS, json={"name": "Ana"} | values)
    assert answer.status_code == 201, answer.text
    lead: dict[str, Any] = answer.json()
    return lead
