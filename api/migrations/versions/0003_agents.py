"""Agents; documents of the knowledge base, their files, passages, vectors and words."""

from alembic import op

from app.core.tenant_security import enable_tenant_security

revision = "0003_agents"
down_revision = "0002_leads"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _agents()
    _documents()
    _index()


def _agents() -> None:
    op.execute(
        """
        CREATE TABLE agent (
            id uuid PRIMARY KEY DEFAULT uuidv7(),
            tenant_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
            name text NOT NULL,
            persona text NOT NULL DEFAULT '',
            instructions text NOT NULL DEFAULT '',
            status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft')),
            version integer NOT NULL DEFAULT 1,
            created_at timestamptz NOT NULL DEFAULT now(),
            updated_at timestamptz NOT NULL DEFAULT now(),
            deleted_at timestamptz
        )
        """
    )
    op.execute("CREATE INDEX agent_list ON agent (tenant_id, id DESC) WHERE deleted_at IS NULL")
    enable_tenant_security("agent")


def _documents() -> None:
    op.execute(
        """
        CREATE TABLE knowledge_document (
            id uuid PRIMARY KEY DEFAULT uuidv7(),
            tenant_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
            title text NOT NULL,
            source text NOT NULL CHECK (source IN ('file', 'text')),
            kind text NOT NULL CHECK (kind IN ('txt', 'md', 'pdf', 'docx')),
            size integer NOT NULL,
            status text NOT NULL DEFAULT 'queued' CHECK (
                status IN ('queued', 'extracting', 'splitting', 'indexing', 'ready', 'partial', 'failed')
            ),
            cause text,
            pages integer,
            pages_without_text integer[] NOT NULL DEFAULT '{}',
            passages_done integer NOT NULL DEFAULT 0,
            passages_total integer,
            words integer NOT NULL DEFAULT 0,
            attempt integer NOT NULL DEFAULT 1,
            created_at timestamptz NOT NULL DEFAULT now(),
            updated_at timestamptz NOT NULL DEFAULT now()
        )
        """
    )
    op.execute("CREATE INDEX knowledge_document_list ON knowledge_document (tenant_id, id DESC)")
    enable_tenant_security("knowledge_document")
    op.execute(
        """
        CREATE TABLE knowledge_file (
            document_id uuid PRIMARY KEY REFERENCES knowledge_document ON DELETE CASCADE,
            tenant_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
            content bytea NOT NULL
        )
        """
    )
    # PDF and DOCX are compressed already.
    op.execute("ALTER TABLE knowledge_file ALTER COLUMN content SET STORAGE EXTERNAL")
    enable_tenant_security("knowledge_file")


def _index() -> None:
    # Passages go only with their document, all at once: the document's key alone cascades, so that
    # deleting a long one needs no look-up for each of its passages.
    op.execute(
        """
        CREATE TABLE knowledge_passage (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            tenant_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
            document_id uuid NOT NULL REFERENCES knowledge_document ON DELETE CASCADE,
            position integer NOT NULL,
            page integer,
            text text NOT NULL,
            UNIQUE (document_id, position)
        )
        """
    )
    enable_tenant_security("knowledge_passage")
    # halfvec: 1 kB a vector stays in the row; a full one (2 kB) would be moved out of line.
    op.execute(
        """
        CREATE TABLE knowledge_vector (
            tenant_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
            document_id uuid NOT NULL REFERENCES knowledge_document ON DELETE CASCADE,
            passage_id bigint NOT NULL,
            model text NOT NULL,
            embedding halfvec(512) NOT NULL
        )
        """
    )
    op.execute("ALTER TABLE knowledge_vector ALTER COLUMN embedding SET STORAGE PLAIN")
    op.execute("CREATE INDEX knowledge_vector_document ON knowledge_vector (document_id)")
    enable_tenant_security("knowledge_vector")
    op.execute(
        """
        CREATE TABLE knowledge_term (
            tenant_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
            document_id uuid NOT NULL REFERENCES knowledge_document ON DELETE CASCADE,
            passage_id bigint NOT NULL,
            term text NOT NULL,
            count integer NOT NULL,
            words integer NOT NULL
        )
        """
    )
    op.execute(
        "CREATE INDEX knowledge_term_posting ON knowledge_term (tenant_id, term) "
        "INCLUDE (document_id, passage_id, count, words)"
    )
    op.execute("CREATE INDEX knowledge_term_document ON knowledge_term (document_id)")
    enable_tenant_security("knowledge_term")


def downgrade() -> None:
    for table in ("term", "vector", "passage", "file", "document"):
        op.execute(f"DROP TABLE knowledge_{table}")
    op.execute("DROP TABLE agent")
