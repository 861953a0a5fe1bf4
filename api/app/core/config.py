"""Settings from the environment. A bad value names its variable, says what is allowed and exits with 2."""

import sys
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

REPOSITORY = Path(__file__).resolve().parents[3]
BAD_SETTING = 2

ALLOWED = {
    "DATABASE_URL": "postgresql://user:password@host:port/database",
    "PUBLIC_APP_URL": "an origin such as http://localhost:4100, without a path",
    "PUBLIC_API_URL": "an origin such as http://localhost:4101, without a path",
    "PILOTO_HOME": "a folder that this user may write to",
    "LOG_FORMAT": "json or text",
    "API_PORT": "a port number from 1 to 65535",
    "TRUSTED_PROXIES": "addresses of the proxies whose X-Forwarded-For counts, separated by commas",
}


def _origin(value: str) -> str:
    scheme, separator, rest = value.rstrip("/").partition("://")
    if scheme not in {"http", "https"} or not separator or not rest or any(c in rest for c in "/?#@ "):
        raise ValueError("not an origin")
    # Browsers send origins in lower case.
    return f"{scheme}://{rest.lower()}"


def _postgresql(value: str) -> str:
    try:
        url = make_url(value)
    except ArgumentError as error:
        raise ValueError("not a database URL") from error
    if url.get_backend_name() not in {"postgresql", "postgres"} or not url.host or not url.database:
        raise ValueError("not a PostgreSQL URL with host and database")
    return value


Origin = Annotated[str, AfterValidator(_origin)]


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_ignore_empty=True, extra="ignore")

    database_url: Annotated[str, AfterValidator(_postgresql)]
    public_app_url: Origin = "http://localhost:4100"
    public_api_url: Origin = "http://localhost:4101"
    piloto_home: Path = REPOSITORY / ".piloto"
    log_format: Literal["json", "text"] = "text"
    api_port: Annotated[int, Field(ge=1, le=65535)] = 4101
    trusted_proxies: str = ""

    @property
    def keys_folder(self) -> Path:
        return self.piloto_home / "keys"

    def database(self, driver: Literal["asyncpg", "psycopg"]) -> URL:
        return make_url(self.database_url).set(drivername=f"postgresql+{driver}")

    @property
    def libpq_url(self) -> str:
        url = make_url(self.database_url).set(drivername="postgresql")
        return url.render_as_string(hide_password=False)


def explain(error: ValidationError) -> str:
    """One line for each bad variable. The value itself stays out: it may hold a password."""
    lines = []
    for problem in error.errors():
        name = str(problem["loc"][0]).upper()
        state = "is missing" if problem["type"] == "missing" else "has a value that is not allowed"
        lines.append(f"{name} {state}; allowed: {ALLOWED.get(name, problem['msg'])}")
    return "\n".join(lines)


@lru_cache(maxsize=1)
def get_settings() -> Settings:
    """The settings of this process, read once."""
    try:
        return Settings()
    except ValidationError as error:
        sys.stderr.write(explain(error) + "\n")
        raise SystemExit(BAD_SETTING) from None
