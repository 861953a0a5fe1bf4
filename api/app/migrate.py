"""`python -m app.migrate`: brings the database to the newest revision; two at once take turns."""

from pathlib import Path

from alembic import command
from alembic.config import Config

MIGRATIONS = Path(__file__).resolve().parents[1] / "migrations"


def upgrade() -> None:
    config = Config()
    # An absolute path, because the command may be run from any folder.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    command.upgrade(config, "head")


if __name__ == "__main__":
    upgrade()
