"""The folder of real files: PILOTO_REAL_DATA, else beside the repository."""

import os
from pathlib import Path

import pytest

BESIDE = Path(__file__).resolve().parents[3].parent / "shared" / "data"


def real_file(name: str) -> Path:
    """Skips the test, saying so, where the folder is not there; a missing file inside it is a failure."""
    folder = Path(os.environ.get("PILOTO_REAL_DATA") or BESIDE)
    if not folder.is_dir():
        pytest.skip(f"the real data are not here: {folder} is no folder (see CONTRIBUTING.md, real data)")
    return folder / name
