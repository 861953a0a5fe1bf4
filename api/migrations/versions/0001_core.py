"""Organizations, people, sessions; the role of the application; the job queue."""

from alembic import op
from procrastinate.schema import SchemaManager

from app.core.database import APP_ROLE
from app.core.tenant_security import enable_tenant_security

revision = "0001_core"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    for extension in ("vector", "unaccent", "pg_trgm"):
        op.execute(f"CREATE EXTENSION IF NOT EXISTS {extension}")
    # unaccent() is only STABLE because its dictionary could change; an index needs IMMUTABLE.
    op.execute(
        """
        CREATE FUNCTION piloto_norm(value text) RETURNS text
        LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
        RETURN lower(public.unaccent('public.unaccent'::regdictionary, value))
        """
    )
    _role()
    _tables()
    op.get_bind().exec_driver_sql(SchemaManager.get_schema().replace("%", "%%"))
    _grants()


def _role() -> None:
    # Roles belong to the whole server: another database may have made this one a moment ago.
    op.execute(
        f"""
        DO $$ BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{APP_ROLE}') THEN
                CREATE ROLE {APP_ROLE} NOLOGIN NOSUPERUSER NOBYPASSRLS;
            END IF;
            IF NOT pg_has_role(current_user, '{APP_ROLE}', 'SET') THEN
                EXECUTE format('GRANT {APP_ROLE} TO %I', current_user);
            END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
        END $$
        """
    )


def _tables() -> None:
    op.execute(
        """
        CREATE TABLE organization (
            id uuid PRIMARY KEY DEFAULT uuidv7(),
            name text NOT NULL,
            document text,
            time_zone text NOT NULL DEFAULT 'America/Sao_Paulo',
            version integer NOT NULL DEFAULT 1,
            created_at timestamptz NOT NULL DEFAULT now(),
            updated_at timestamptz NOT NULL DEFAULT now()
        )
        """
    )
    enable_tenant_security("organization", column="id")
    # One row at most: who makes it has made the first organization.
    op.execute(
        """
        CREATE TABLE installation (
            singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
            organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
            created_at timestamptz NOT NULL DEFAULT now()
        )
        """
    )
    # app_user and session are read before the organization is known, so they carry no tenant policy;
    # what ties a person to an organization is membership, which has one.
    op.execute(
        """
        CREATE TABLE app_user (
            id uuid PRIMARY KEY DEFAULT uuidv7(),
            email text NOT NULL UNIQUE CHECK (email = lower(email)),
            name text NOT NULL,
            password_hash text,
            locale text NOT NULL DEFAULT 'pt-BR',
            theme text NOT NULL DEFAULT 'system',
            created_at timestamptz NOT NULL DEFAULT now(),
            updated_at timestamptz NOT NULL DEFAULT now()
        )
        """
    )
    op.execute(
        """
        CREATE TABLE membership (
            id uuid PRIMARY KEY DEFAULT uuidv7(),
            tenant_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
            user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
            role text NOT NULL CHECK (role IN ('owner', 'admin', 'manager', 'seller', 'viewer')),
            status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'disabled')),
            created_at timestamptz NOT NULL DEFAULT now(),
            UNIQUE (tenant_id, user_id)
        )
        """
    )
    op.execute("CREATE INDEX membership_user ON membership (user_id)")
    enable_tenant_security("membership")
    # At sign-in the person is known and the organization is not yet.
    op.execute(
        """
        CREATE POLICY membership_own ON membership FOR SELECT
        USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
        """
    )
    op.execute(
        """
        CREATE TABLE session (
            id uuid PRIMARY KEY DEFAULT uuidv7(),
            tenant_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
            user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
            sid_hash bytea NOT NULL UNIQUE,
            refresh_hash bytea NOT NULL,
            rotation integer NOT NULL DEFAULT 0,
            rotated_at timestamptz NOT NULL DEFAULT now(),
            confirmed boolean NOT NULL DEFAULT false,
            user_agent text NOT NULL DEFAULT '',
            ip text NOT NULL DEFAULT '',
            created_at timestamptz NOT NULL DEFAULT now(),
            last_seen_at timestamptz NOT NULL DEFAULT now(),
            expires_at timestamptz NOT NULL,
            revoked_at timestamptz,
            revoked_reason text
        )
        """
    )
    op.execute("CREATE INDEX session_user_open ON session (user_id) WHERE revoked_at IS NULL")


def _grants() -> None:
    op.execute(f"GRANT USAGE ON SCHEMA public TO {APP_ROLE}")
    for kind, rights in (
        ("TABLES", "SELECT, INSERT, UPDATE, DELETE"),
        ("SEQUENCES", "USAGE, SELECT"),
        ("FUNCTIONS", "EXECUTE"),
    ):
        op.execute(f"GRANT {rights} ON ALL {kind} IN SCHEMA public TO {APP_ROLE}")
        # Later revisions need not grant anything.
        op.execute(f"ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT {rights} ON {kind} TO {APP_ROLE}")
    op.execute(f"REVOKE ALL ON alembic_version FROM {APP_ROLE}")


def downgrade() -> None:
    raise NotImplementedError("The first revision has nothing before it: drop the database instead.")
