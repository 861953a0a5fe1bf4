import os
import subprocess
import sys
from pathlib import Path

import pytest

API = Path(__file__).resolve().parents[2]


def _start(**environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from app.core.config import get_settings; get_settings()"],
        cwd=API,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("name", "value", "allowed"),
    [
        ("DATABASE_URL", "mysql://root:hunter2@localhost/x", "postgresql://"),
        ("PUBLIC_APP_URL", "localhost:4100", "an origin"),
        ("PUBLIC_APP_URL", "http://localhost:4100/app", "without a path"),
        ("PUBLIC_API_URL", "*", "an origin"),
        ("LOG_FORMAT", "xml", "json or text"),
        ("API_PORT", "70000", "1 to 65535"),
    ],
)
def test_a_bad_value_names_its_variable_and_exits_2(name: str, value: str, allowed: str) -> None:
    ended = _start(**{"DATABASE_URL": "postgresql://a:b@localhost/x", name: value})
    assert ended.returncode == 2
    assert ended.stderr.startswith(f"{name} has a value that is not allowed; allowed: ")
    assert allowed in ended.stderr
    assert "Traceback" not in ended.stderr
    assert "hunter2" not in ended.stderr


def test_a_missing_database_is_named() -> None:
    ended = _start()
    assert ended.returncode == 2
    assert ended.stderr.startswith("DATABASE_URL is missing")


def test_good_values_start() -> None:
    assert _start(DATABASE_URL="postgresql://a:b@localhost/x").returncode == 0
