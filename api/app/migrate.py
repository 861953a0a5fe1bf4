"""`python -m app.migrate`: brings the database to the newest revision; two at once take turns."""

import sys
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy.exc import OperationalError

MIGRATIONS = Path(__file__).resolve().parents[1] / "migrations"


def upgrade() -> None:
    config = Config()
    # An absolute path, because the command may be run from any folder.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    command.upgrade(config, "head")


if __name__ == "__main__":
    try:
        upgrade()
    except OperationalError as error:
        # The driver's first line says which server and why; the address itself holds a password.
        reason = str(error.orig).strip().splitlines()[0]
        sys.exit(
            f"DATABASE_URL leads to no database that answers: {reason}. Start it, or correct DATABASE_URL."
        )
