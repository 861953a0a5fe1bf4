"""`python -m app.knowledge.extraction_process <kind>`: a file on stdin, its text as JSON on stdout."""

import json
import sys

from app.knowledge.extraction import KINDS, ExtractionFailed, extract

MEMORY = 1536 * 1024 * 1024
CPU_SECONDS = 40


def limit_resources() -> None:
    if sys.platform == "win32":
        return  # the time limit of the caller is what is left there
    import resource  # noqa: PLC0415 - not there on Windows

    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 2))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # Nothing here writes a file.
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    if sys.platform == "linux":  # macOS refuses limits of the address space
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def answer(kind: str, content: bytes) -> dict[str, object]:
    known = next((name for name in KINDS if name == kind), None)
    if known is None:
        return {"cause": "unsupported"}
    try:
        extraction = extract(known, content)
    except ExtractionFailed as error:
        return {"cause": error.cause}
    except (MemoryError, RecursionError):
        return {"cause": "too_large"}
    return {
        "pages": [[page.number, page.text] for page in extraction.pages],
        "page_count": extraction.page_count,
        "pages_without_text": extraction.pages_without_text,
    }


if __name__ == "__main__":
    limit_resources()
    json.dump(answer(sys.argv[1], sys.stdin.buffer.read()), sys.stdout)
