"""Time the pages of the desk as its server answers them: `python -m benchmarks.pages [FILE] [--claims N]`.

FILE is a ledger made by `python -m benchmarks.crises`, which is made where it is not there; it is copied, for opening
may bring it up to date. Pages are asked of the application in this process, without a socket, once the books are warm:
milliseconds of the clock when a page is asked for the first time and at the median of five times more, the kilobytes
of the answer, and how many times a bare page of two kilobytes it takes, of the same server and behind the same guard.
"""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from statistics import median
from typing import Final

from fastapi import FastAPI
from httpx2 import ASGITransport, AsyncClient
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp

from benchmarks.crises import copied
from laydown.desk.held import Held
from laydown.desk.opening import open_ledger
from laydown.ledger.store import Ledger
from laydown.web import application
from laydown.web.guard import LOOPBACK, Guard

AGAIN: Final = 5
BARE: Final = "<!doctype html><title>Bare</title><p>".ljust(2000, "x")
PAGES: Final = (
    "/map",
    "/map?force=FR",
    "/balance",
    "/balance?force=US",
    "/movements",
    "/conflicts",
    "/review",
    "/report/{report}",
    "/search?q=troops",
    "/search?q=soldiers",
    "/changes",
    "/story",
)
MEANWHILE: Final = ("/map", "/movements", "/report/{report}")
"""Pages that are asked for while the stories are being worked out, which takes many seconds of the same processor."""
LIMITS: Final = {"/map": 300.0, "/report/{report}": 100.0}
"""Milliseconds that issue 7 asks for: the first page, and a report's."""
SLOW: Final = 500.0
"""Milliseconds after which a page is slow, though nobody set it a limit."""
PENDING: Final = 202
"""The status of a page that says that its answer is being worked out."""


async def took(client: AsyncClient, path: str) -> tuple[float, int, int]:
    """Milliseconds of the clock until the answer is there, its bytes and its status."""
    since = time.perf_counter()
    found = await client.get(path)
    passed = (time.perf_counter() - since) * 1000
    if found.is_error:
        msg = f"{path}: {found.status_code}"
        raise LookupError(msg)
    return passed, len(found.content), found.status_code


@asynccontextmanager
async def asking(app: ASGIApp) -> AsyncIterator[AsyncClient]:
    """Whoever asks an application in this process."""
    async with AsyncClient(transport=ASGITransport(app), base_url="http://127.0.0.1") as client:
        yield client


async def bare() -> float:
    """Milliseconds of a page that says nothing, and print them."""
    app = FastAPI()
    app.add_api_route("/bare", lambda: HTMLResponse(BARE))
    async with asking(Guard(app, LOOPBACK, None)) as client:
        first, length, _ = await took(client, "/bare")
        later = median([(await took(client, "/bare"))[0] for _ in range(100)])
    print(f"{'a bare page':32} {first:9.1f} {later:9.2f} {length / 1000:9.1f} {1:9.1f}")
    return later


async def pages(app: ASGIApp, report: str, least: float) -> None:
    """Print what each page takes."""
    async with asking(app) as client:
        for name in PAGES:
            await line(client, name, report, least)
        print("while the stories are worked out")
        for name in MEANWHILE:
            await line(client, name, report, least)
        since = time.perf_counter()
        while (await took(client, "/story"))[2] == PENDING:
            time.sleep(0.5)  # noqa: ASYNC251 - nobody else is asking
        print(f"the stories were there {time.perf_counter() - since:.1f} s later")
        await line(client, "/story", report, least)


async def line(client: AsyncClient, name: str, report: str, least: float) -> None:
    """Print what a page takes, LEAST being what a bare one does."""
    path = name.format(report=report)
    first, length, status = await took(client, path)
    later = median([(await took(client, path))[0] for _ in range(AGAIN)])
    note = "  pending" if status == PENDING else ""
    print(f"{name:32} {first:9.1f} {later:9.2f} {length / 1000:9.1f} {later / least:9.1f}{note}{judged(name, first)}")


def judged(name: str, first: float) -> str:
    """Whether a page holds its limit when it is first asked for."""
    if name in LIMITS:
        return f"  limit {LIMITS[name]:.0f}: {'held' if first < LIMITS[name] else 'MISSED'}"
    return "  slow" if first > SLOW else ""


def measure(ledger: Ledger) -> None:
    """Print the figures of a LEDGER."""
    held = Held(ledger)
    since = time.perf_counter()
    held.warm()
    print(f"{len(held.books().entries)} claims, warm after {time.perf_counter() - since:.1f} s")
    print(f"{'milliseconds of the clock':32} {'first':>9} {'again':>9} {'kB':>9} {'ratio':>9}")
    report = list(held.books().entries.values())[-1].report.removeprefix("sha256:")[:16]
    asyncio.run(_all(application(held), report))


async def _all(app: ASGIApp, report: str) -> None:
    """Print the bare page and the others."""
    await pages(app, report, await bare())


def main() -> None:
    """Make or take the ledger, and measure."""
    with copied() as copy, open_ledger(str(copy)) as ledger:
        measure(ledger)


if __name__ == "__main__":
    main()
