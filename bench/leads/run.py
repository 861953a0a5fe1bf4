"""`python bench/leads/run.py [--leads 100000] [--rounds 200] [--json]`: how far the list is from bare SQL.

Loads generated leads by the API's own import and worker, then asks for pages over HTTP and by asyncpg, in
turns. A ratio is p95 over HTTP to p95 of the statements that give the same rows and the same total; the floor
is a signed-in request that reads one row: what HTTP and the session cost. The last line is JSON.
"""

import argparse
import asyncio
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]
API = REPOSITORY / "api"
sys.path[:0] = [str(API / "tests" / "support"), str(REPOSITORY / "tools" / "sample")]

import asyncpg  # noqa: E402 - the folders above have to be on the path first
import generate  # noqa: E402
import httpx  # noqa: E402
from run_database import RunDatabase, _launcher  # noqa: E402

APP_URL = "http://localhost:4100"
REAL = Path("csv/odbl/bcb_agencias_2023-09_excel-ptbr.csv")
PAGE = 50
COUNT_LIMIT = 20_000
SEED = 7
WORDS = (
    "conceicao",
    "joao silva",
    "padaria",
    "são josé",
    "araujo",
    "embalagens",
    "energia solar",
    "guimaraes",
)
COLUMNS = (
    "id, name, email, phone, company, document, value, currency, stage, source, tags, score, custom, "
    "version, created_at, updated_at, owner_id"
)
KEYS = {
    "name": "name_key",
    "company": "coalesce(company_key, U&'\\+10FFFF')",
    "-company": "coalesce(company_key, '')",
    "value": "coalesce(cents, 9223372036854775807)",
    "-value": "coalesce(cents, -1)",
    "score": "score",
    "stage": "stage_rank",
    "created_at": "created_at",
    "updated_at": "updated_at",
}
HERE = "tenant_id = $1 AND deleted_at IS NULL"


class Session:
    """Signed in through the public door; the cookies are Secure, so they are sent by hand over http."""

    def __init__(self, base: str) -> None:
        self.client = httpx.AsyncClient(base_url=base, headers={"Origin": APP_URL}, timeout=600)

    async def call(self, method: str, path: str, **body: Any) -> Any:
        answer = await self.client.request(method, f"/api/v1/{path}", **body)
        if answer.is_error:
            raise RuntimeError(f"{method} {path}: {answer.status_code} {answer.text}")
        if cookies := answer.headers.get_list("set-cookie"):
            self.client.headers["Cookie"] = "; ".join(cookie.split(";")[0] for cookie in cookies)
        return answer.json()

    async def set_up(self) -> str:
        body = {
            "organization": "Bench",
            "name": "Ana Souza",
            "email": "ana@exemplo.com.br",
            "password": os.urandom(12).hex(),
        }
        session = await self.call("POST", "auth/setup", json=body)
        self.client.headers["X-CSRF-Token"] = session["csrf_token"]
        tenant: str = session["organization"]["id"]
        return tenant

    async def load(self, name: str, content: bytes, on_collision: str) -> dict[str, float]:
        """Imports a file by the real worker: seconds of each step, rows a second of the run."""
        started = time.perf_counter()
        sent = await self.call("POST", "public/imports", files={"file": (name, content)})
        path = f"public/imports/{sent['id']}"
        await self.call("PATCH", path, json={"on_collision": on_collision})
        uploaded = time.perf_counter()
        checked = await self.call("POST", f"{path}/dry-run")
        rehearsed = time.perf_counter()
        await self.call("POST", f"{path}/start")
        while (state := await self.call("GET", path))["state"] == "running":
            await asyncio.sleep(0.2)
        seconds = time.perf_counter() - rehearsed
        if state["state"] != "done" or state["counts"] != checked["expected"]:
            raise RuntimeError(f"the import ended as {state['state']}: {state['counts']}")
        rows = state["progress"]["total"]
        print(
            f"{name}: {rows} rows; upload {uploaded - started:.1f} s, dry run {rehearsed - uploaded:.1f} s, "
            f"import {seconds:.1f} s = {rows / seconds:.0f} rows/s; {state['counts']}"
        )
        return {
            "rows": rows,
            "rows_per_second": round(rows / seconds),
            "dry_run_s": round(rehearsed - uploaded, 1),
        }


@contextmanager
def process(module: str, environment: dict[str, str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    with log.open("wb") as file:
        running = subprocess.Popen(
            [sys.executable, "-m", module], cwd=API, env=environment, stdout=file, stderr=subprocess.STDOUT
        )
        try:
            yield running
        finally:
            running.send_signal(signal.SIGTERM)
            try:
                running.wait(15)
            except subprocess.TimeoutExpired:
                running.kill()
                running.wait()


async def ready(base: str, running: subprocess.Popen[bytes], log: Path) -> None:
    async with httpx.AsyncClient(base_url=base) as client:
        for _ in range(300):
            if running.poll() is not None:
                raise RuntimeError(f"the API has ended:\n{log.read_text()}")
            try:
                if (await client.get("/readyz")).status_code == 200:
                    return
            except httpx.TransportError:
                pass  # not listening yet
            await asyncio.sleep(0.1)
    raise RuntimeError(f"the API is not ready after 30 s:\n{log.read_text()}")


def percentile(times: list[float], share: float = 0.95) -> float:
    """In milliseconds."""
    return sorted(times)[min(len(times) - 1, round(len(times) * share))] * 1000


@dataclass
class Case:
    name: str
    query: dict[str, str]
    page: str
    count: str
    arguments: tuple[str, ...] = ()


def cases() -> list[Case]:
    count = f"SELECT count(*) FROM (SELECT 1 FROM lead WHERE {HERE} LIMIT {COUNT_LIMIT + 1}) AS counted"

    def sorted_by(sort: str) -> Case:
        way = "DESC" if sort.startswith("-") else "ASC"
        key = KEYS.get(sort) or KEYS[sort.removeprefix("-")]
        page = f"SELECT {COLUMNS} FROM lead WHERE {HERE} ORDER BY {key} {way}, id {way} LIMIT {PAGE + 1}"
        return Case(f"sort {sort}", {"sort": sort}, page, count)

    first = sorted_by("-created_at")
    first.name, first.query = "first page", {}
    sorts = [sorted_by(sign + sort) for sort in KEYS if not sort.startswith("-") for sign in ("", "-")]
    searches = []
    for words in WORDS:
        found = " AND ".join(
            f"search LIKE piloto_norm(${number})" for number, _ in enumerate(words.split(), start=2)
        )
        searches.append(
            Case(
                f"search {words}",
                {"q": words},
                f"SELECT {COLUMNS} FROM lead WHERE {HERE} AND {found} "
                f"ORDER BY created_at DESC, id DESC LIMIT {PAGE + 1}",
                f"SELECT count(*) FROM (SELECT 1 FROM lead WHERE {HERE} AND {found} "
                f"LIMIT {COUNT_LIMIT + 1}) AS counted",
                tuple(f"%{word}%" for word in words.split()),
            )
        )
    return [first, *sorts, *searches]


async def bare_times(
    connection: "asyncpg.Connection[Any]", tenant: str, case: Case
) -> Callable[[], Awaitable[int]]:
    """The statements of a page in the transaction that row-level security needs."""

    async def run() -> int:
        async with connection.transaction():
            await connection.execute("SELECT set_config('app.tenant_id', $1, true)", tenant)
            rows = await connection.fetch(case.page, tenant, *case.arguments)
            await connection.fetchval(case.count, tenant, *case.arguments)
        return min(len(rows), PAGE)

    return run


async def request_floor(session: Session, rounds: int) -> float:
    times: list[float] = []
    for number in range(-10, rounds):
        started = time.perf_counter()
        await session.call("GET", "public/me")
        if number >= 0:
            times.append(time.perf_counter() - started)
    floor = percentile(times)
    print(f"{'floor (public/me)':24} p95 {floor:7.2f} ms")
    return round(floor, 2)


async def measure(session: Session, url: str, tenant: str, rounds: int) -> dict[str, dict[str, float]]:
    connection = await asyncpg.connect(url, server_settings={"role": "piloto_app"})
    figures: dict[str, dict[str, float]] = {}
    try:
        for case in cases():
            bare, http = await bare_times(connection, tenant, case), []
            plain: list[float] = []
            # The first ones fill the caches of both sides.
            for number in range(-10, rounds):
                started = time.perf_counter()
                rows = await bare()
                middle = time.perf_counter()
                answer = await session.call("GET", "public/leads", params=case.query)
                if len(answer["items"]) != rows:
                    raise RuntimeError(f"{case.name}: {len(answer['items'])} rows over HTTP, {rows} by SQL")
                if number >= 0:
                    plain.append(middle - started)
                    http.append(time.perf_counter() - middle)
            ours, theirs = percentile(http), percentile(plain)
            figures[case.name] = {
                "p95_ms": round(ours, 2),
                "bare_p95_ms": round(theirs, 2),
                "ratio": round(ours / theirs, 2),
                "median_ratio": round(percentile(http, 0.5) / percentile(plain, 0.5), 2),
            }
            print(f"{case.name:24} p95 {ours:7.2f} ms   bare {theirs:7.2f} ms   ratio {ours / theirs:5.2f}")
    finally:
        await connection.close()
    return figures


async def bench(database: RunDatabase, url: str, home: Path, leads: int, rounds: int) -> dict[str, Any]:
    port = _launcher().free_port()
    base = f"http://127.0.0.1:{port}"
    environment = os.environ | {
        "DATABASE_URL": url,
        "PILOTO_HOME": str(home),
        "API_PORT": str(port),
        "PUBLIC_APP_URL": APP_URL,
        "PUBLIC_API_URL": base,
        "LOG_FORMAT": "json",
    }
    with (
        process("app.serve", environment, home / "api.log") as api,
        process("app.worker", environment, home / "worker.log"),
    ):
        await ready(base, api, home / "api.log")
        session = Session(base)
        result: dict[str, Any] = {}
        real = Path(os.environ.get("PILOTO_REAL_DATA") or REPOSITORY.parent / "shared" / "data") / REAL
        tenant = await session.set_up()
        if real.is_file():
            result["import_real"] = await session.load(real.name, real.read_bytes(), "update")
            if database.keeper is not None:
                database.keeper.execute("TRUNCATE lead")
        else:
            print(f"{real} is not here: no figure for the largest real file (PILOTO_REAL_DATA)")
        content = "".join(generate.leads(leads, SEED)).encode(generate.ENCODING)
        result["import"] = await session.load("generated.csv", content, "create")
        if database.keeper is not None:
            database.keeper.execute("VACUUM ANALYZE lead")
        floor = await request_floor(session, rounds)
        figures = await measure(session, url, tenant, rounds)
        await session.client.aclose()
    result["floor_p95_ms"] = floor
    result["list"] = figures
    for name, prefix in (("first_page", "first page"), ("sort", "sort"), ("search", "search")):
        result[f"{name}_ratio"] = max(
            value["ratio"] for key, value in figures.items() if key.startswith(prefix)
        )
    return result


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--leads", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=200, help="requests a case")
    parser.add_argument("--json", action="store_true", help="the last line is JSON in any case")
    arguments = parser.parse_args()
    # As Ctrl-C: the servers and the database end with it.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    database = RunDatabase()
    with tempfile.TemporaryDirectory(prefix="piloto-bench-leads-") as home:
        url = database.start()
        try:
            print(
                json.dumps(asyncio.run(bench(database, url, Path(home), arguments.leads, arguments.rounds)))
            )
        finally:
            database.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
