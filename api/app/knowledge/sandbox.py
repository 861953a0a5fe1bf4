"""Runs the extraction in a process of its own, with limits of time, memory and output.

A hostile or broken file may crash or exhaust that process; the worker only sees a cause.
"""

import asyncio
import json
import os
import sys
from pathlib import Path

import structlog

from app.knowledge.causes import CAUSES, Cause
from app.knowledge.extraction import Extraction, ExtractionFailed, Kind, Page

API = Path(__file__).resolve().parents[2]
MODULE = "app.knowledge.extraction_process"
WALL_SECONDS = 50
# What a process needs to run at all: no address of the database, no key.
PASSED_ON = ("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT", "TMPDIR", "TEMP", "LANG")

log = structlog.get_logger("knowledge")


async def extract_apart(kind: Kind, content: bytes, *, wall_seconds: float = WALL_SECONDS) -> Extraction:
    """Raises ExtractionFailed."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        MODULE,
        kind,
        cwd=API,
        env={name: os.environ[name] for name in PASSED_ON if name in os.environ},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        output, complaint = await asyncio.wait_for(process.communicate(content), wall_seconds)
    except TimeoutError as error:
        raise ExtractionFailed("timeout") from error
    finally:
        # Also when the job itself is cancelled: no reader may outlive it.
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode != 0:
        log.warning(
            "extraction_died",
            kind=kind,
            status=process.returncode,
            complaint=complaint[-500:].decode(errors="replace"),
        )
        raise ExtractionFailed("timeout" if _ran_out_of_time(process.returncode) else "damaged")
    return _parse(output)


def _ran_out_of_time(status: int | None) -> bool:
    # The limit of processor time ends a process by SIGXCPU or, at its hard end, SIGKILL.
    return sys.platform != "win32" and status in {-24, -9}


def _parse(output: bytes) -> Extraction:
    answer = json.loads(output)
    cause: Cause | None = answer.get("cause")
    if cause is not None:
        raise ExtractionFailed(cause if cause in CAUSES else "damaged")
    return Extraction(
        pages=[Page(number, text) for number, text in answer["pages"]],
        page_count=answer["page_count"],
        pages_without_text=answer["pages_without_text"],
    )
