"""The tenant filter has a second lock behind it: row-level security."""

from uuid import UUID, uuid4

import pytest
from people import Client
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from app.auth.models import Membership, Organization
from app.core.database import get_database, set_tenant, tenant_session


async def _count(tenant: UUID | None, model: type[Membership] | type[Organization]) -> int:
    async with get_database().transaction() as session:
        if tenant:
            await set_tenant(session, tenant)
        # No filter at all, as in a query whose author forgot it.
        return (await session.scalar(select(func.count()).select_from(model))) or 0


def _tenant(client: Client) -> UUID:
    return UUID(client.session["organization"]["id"])


@pytest.mark.parametrize("model", [Membership, Organization])
async def test_without_an_organization_no_row_is_visible(
    owner: Client, model: type[Membership] | type[Organization]
) -> None:
    assert await _count(None, model) == 0
    assert await _count(uuid4(), model) == 0
    assert await _count(_tenant(owner), model) == 1


async def test_a_forgotten_filter_shows_one_organization_only(owner: Client, other_tenant: Client) -> None:
    async with tenant_session(_tenant(owner)) as session:
        names = (await session.scalars(select(Organization.name))).all()
    assert names == ["Padaria São João"]


async def test_a_row_for_another_organization_cannot_be_written(owner: Client, other_tenant: Client) -> None:
    with pytest.raises(DBAPIError, match="row-level security"):
        async with tenant_session(_tenant(owner)) as session:
            await session.execute(
                text("INSERT INTO membership (tenant_id, user_id, role) VALUES (:tenant, :user, 'owner')"),
                {"tenant": _tenant(other_tenant), "user": UUID(owner.session["user"]["id"])},
            )


async def test_the_setting_ends_with_its_transaction(owner: Client) -> None:
    async with get_database().sessions() as session:
        async with session.begin():
            await set_tenant(session, _tenant(owner))
        async with session.begin():
            assert await session.scalar(select(func.count()).select_from(Membership)) == 0


async def test_every_table_with_a_tenant_is_under_a_forced_policy() -> None:
    # session is read before the organization is known: its key is 256 random bits in a cookie.
    async with get_database().transaction() as session:
        open_tables = await session.scalars(
            text(
                """
                SELECT c.relname FROM pg_class c
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
                WHERE c.relkind IN ('r', 'p') AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
                """
            )
        )
        assert set(open_tables) == {"session"}


async def test_the_application_owns_nothing_and_cannot_leave_its_role_behind() -> None:
    async with get_database().transaction() as session:
        assert await session.scalar(text("SELECT current_user")) == "piloto_app"
        assert not await session.scalar(
            text("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        )


async def test_norm_ignores_accents_and_case() -> None:
    async with get_database().transaction() as session:
        assert await session.scalar(select(func.piloto_norm("Padaria SÃO João Ç"))) == "padaria sao joao c"
