"""Leads: identity, search, sort keys; imports with their files and faulty rows."""

from alembic import op

from app.core.tenant_security import enable_tenant_security

revision = "0002_leads"
down_revision = "0001_core"
branch_labels = None
depends_on = None

# Sort keys: index expressions that hold no NULL, so that one row comparison continues a page.
# The last character of Unicode and the largest bigint come after every real value.
SORT_KEYS = {
    "name": "name_key",
    "company": "coalesce(company_key, U&'\\+10FFFF')",
    "company_desc": "coalesce(company_key, '')",
    "value": "coalesce(cents, 9223372036854775807)",
    "value_desc": "coalesce(cents, -1)",
    "score": "score",
    "stage": "stage_rank",
    "created": "created_at",
    "updated": "updated_at",
}


def upgrade() -> None:
    _leads()
    _searchable()
    _imports()


def _leads() -> None:
    # The score says how much is known to reach and to qualify a lead: 30 a mobile (20 another phone),
    # 20 e-mail, 15 document, 10 company, 15 value, 10 source. The database computes it: it never lags behind.
    # cents: comparisons of numeric are not leakproof, so under row-level security no index serves them.
    op.execute(
        """
        CREATE TABLE lead (
            id uuid PRIMARY KEY DEFAULT uuidv7(),
            tenant_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
            name text NOT NULL CHECK (name <> ''),
            email text,
            phone text,
            company text,
            document text,
            value numeric(14, 2) CHECK (value >= 0),
            currency text NOT NULL DEFAULT 'BRL',
            stage text NOT NULL DEFAULT 'new' CHECK (
                stage IN ('new', 'qualified', 'proposal', 'negotiation', 'won', 'lost')
            ),
            owner_id uuid REFERENCES membership ON DELETE SET NULL,
            source text,
            tags text[] NOT NULL DEFAULT '{}',
            custom jsonb NOT NULL DEFAULT '{}',
            version integer NOT NULL DEFAULT 1,
            created_at timestamptz NOT NULL DEFAULT now(),
            updated_at timestamptz NOT NULL DEFAULT now(),
            deleted_at timestamptz,
            score smallint NOT NULL GENERATED ALWAYS AS (
                CASE WHEN phone ~ '^\\+55[0-9]{2}9[0-9]{8}$' THEN 30 WHEN phone IS NOT NULL THEN 20 ELSE 0 END
                + CASE WHEN email IS NOT NULL THEN 20 ELSE 0 END
                + CASE WHEN document IS NOT NULL THEN 15 ELSE 0 END
                + CASE WHEN company IS NOT NULL THEN 10 ELSE 0 END
                + CASE WHEN value > 0 THEN 15 ELSE 0 END
                + CASE WHEN source IS NOT NULL THEN 10 ELSE 0 END
            ) STORED,
            name_key text COLLATE "C" NOT NULL GENERATED ALWAYS AS (piloto_norm(name)) STORED,
            company_key text COLLATE "C" GENERATED ALWAYS AS (piloto_norm(company)) STORED,
            cents bigint GENERATED ALWAYS AS ((value * 100)::bigint) STORED,
            stage_rank smallint NOT NULL GENERATED ALWAYS AS (
                array_position(ARRAY['new', 'qualified', 'proposal', 'negotiation', 'won', 'lost'], stage)
            ) STORED,
            search text NOT NULL GENERATED ALWAYS AS (
                piloto_norm(
                    name || ' ' || coalesce(company, '') || ' ' || coalesce(email, '') || ' '
                    || coalesce(phone, '') || ' ' || coalesce(document, '')
                )
            ) STORED
        )
        """
    )
    for name, key in SORT_KEYS.items():
        op.execute(f"CREATE INDEX lead_by_{name} ON lead (tenant_id, ({key}), id) WHERE deleted_at IS NULL")
    for column in ("phone", "email", "document"):
        op.execute(
            f"CREATE INDEX lead_{column} ON lead (tenant_id, {column}) "
            f"WHERE deleted_at IS NULL AND {column} IS NOT NULL"
        )
    op.execute("CREATE INDEX lead_owner ON lead (owner_id) WHERE owner_id IS NOT NULL")
    enable_tenant_security("lead")


def _searchable() -> None:
    op.execute("CREATE INDEX lead_search ON lead USING gin (search gin_trgm_ops) WHERE deleted_at IS NULL")
    # Under row-level security PostgreSQL uses an index only for operators marked leakproof. LIKE tells
    # nothing of a row that it does not answer: its one error speaks of the pattern. Only a superuser may mark
    # it; elsewhere search reads all leads of the organization, which is right, and slower.
    op.execute(
        """
        DO $$ BEGIN
            ALTER FUNCTION pg_catalog.textlike(text, text) LEAKPROOF;
        EXCEPTION WHEN insufficient_privilege THEN
            RAISE WARNING 'LIKE could not be marked leakproof: searching leads will not use its index.';
        END $$
        """
    )


def _imports() -> None:
    op.execute(
        """
        CREATE TABLE lead_import (
            id uuid PRIMARY KEY DEFAULT uuidv7(),
            tenant_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
            created_by uuid REFERENCES app_user ON DELETE SET NULL,
            file_name text NOT NULL,
            size integer NOT NULL,
            state text NOT NULL DEFAULT 'uploaded' CHECK (
                state IN ('uploaded', 'checked', 'running', 'done', 'cancelled', 'failed')
            ),
            layout jsonb NOT NULL,
            header_hash text NOT NULL,
            mapping jsonb NOT NULL,
            mapping_source text NOT NULL CHECK (mapping_source IN ('proposed', 'remembered', 'chosen')),
            on_collision text NOT NULL DEFAULT 'update' CHECK (on_collision IN ('update', 'skip', 'create')),
            repair_documents boolean NOT NULL DEFAULT false,
            expected jsonb,
            problems jsonb NOT NULL DEFAULT '[]',
            total integer NOT NULL,
            processed integer NOT NULL DEFAULT 0,
            counts jsonb,
            attempt integer NOT NULL DEFAULT 0,
            cause text,
            created_at timestamptz NOT NULL DEFAULT now(),
            updated_at timestamptz NOT NULL DEFAULT now(),
            started_at timestamptz,
            finished_at timestamptz
        )
        """
    )
    op.execute("CREATE INDEX lead_import_list ON lead_import (tenant_id, id DESC)")
    op.execute("CREATE INDEX lead_import_headers ON lead_import (tenant_id, header_hash, id DESC)")
    enable_tenant_security("lead_import")
    op.execute(
        """
        CREATE TABLE lead_import_file (
            import_id uuid PRIMARY KEY REFERENCES lead_import ON DELETE CASCADE,
            tenant_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
            content bytea NOT NULL
        )
        """
    )
    enable_tenant_security("lead_import_file")
    op.execute(
        """
        CREATE TABLE lead_import_error (
            import_id uuid NOT NULL REFERENCES lead_import ON DELETE CASCADE,
            tenant_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
            line integer NOT NULL,
            cells jsonb NOT NULL,
            problems jsonb NOT NULL,
            PRIMARY KEY (import_id, line)
        )
        """
    )
    enable_tenant_security("lead_import_error")


def downgrade() -> None:
    for table in ("lead_import_error", "lead_import_file", "lead_import", "lead"):
        op.execute(f"DROP TABLE {table}")
