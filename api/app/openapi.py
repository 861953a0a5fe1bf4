"""`python -m app.openapi` writes api/openapi.json; `--check` fails when it differs from the code."""

import json
import sys
from pathlib import Path

from app.application import create_app
from app.core.config import Settings

FILE = Path(__file__).resolve().parents[1] / "openapi.json"


def render() -> str:
    # No connection is made: only the routes are read.
    app = create_app(Settings(database_url="postgresql://nobody@localhost/none"))
    return json.dumps(app.openapi(), indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def main(arguments: list[str]) -> int:
    text = render()
    if "--check" not in arguments:
        FILE.write_text(text, encoding="utf-8")
        return 0
    if FILE.exists() and FILE.read_text(encoding="utf-8") == text:
        return 0
    sys.stderr.write("api/openapi.json differs from the code; run: python -m app.openapi\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
