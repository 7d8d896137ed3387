"""The application: all pages of a desk over one ledger, behind the guard."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from laydown import __version__
from laydown.desk.books import LedgerError
from laydown.desk.held import Held
from laydown.web.guard import LOOPBACK, Guard, new_token
from laydown.web.pages import ROUTERS
from laydown.web.render import page, prepare

STATIC: Final = Path(__file__).parent / "static"
"""What the front end was built into."""
ABOUT: Final = (
    "Reports of force movements as double-entry books: balances with their proofs, movements, conflicts, and the claims"
    " behind each. Every page has a twin here, with the same filters and clocks."
)


def application(
    held: Held,
    *,
    name: str = "laydown.db",
    hosts: Sequence[str] = LOOPBACK,
    token: str | None = None,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> ASGIApp:
    """The desk over HELD, whose ledger is shown under NAME; it answers to HOSTS, and asks for TOKEN where one is given.

    CLOCK gives the hour at which a ruling is recorded.
    """
    app = FastAPI(title="Laydown", version=__version__, description=ABOUT, docs_url=None, redoc_url=None)
    app.state.held = held
    app.state.name = name
    app.state.clock = clock
    app.state.csrf = new_token()
    for router in ROUTERS:
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=STATIC, check_dir=False), name="static")
    app.add_exception_handler(RequestValidationError, _misasked)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(LedgerError, _failed)
    app.add_exception_handler(ValueError, _failed)
    prepare()
    return Guard(app, tuple(hosts), token)


def built() -> bool:
    """Whether the front end was built, without which pages have no look."""
    return (STATIC / "desk.css").is_file()


async def _misasked(request: Request, error: Exception) -> Response:
    """The answer to an address whose parameters are none."""
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for it alone
    lines = [f"{one['loc'][-1]}: {one['msg']}" for one in error.errors()]
    return _trouble(request, 422, lines)


async def _refused(request: Request, error: Exception) -> Response:
    """The answer where there is nothing, or nothing that may be done."""
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for it alone
    return _trouble(request, error.status_code, [str(error.detail)])


async def _failed(request: Request, error: Exception) -> Response:
    """The answer where the ledger cannot do what is asked."""
    return _trouble(request, 400 if isinstance(error, ValueError) else 503, [str(error)])


def _trouble(request: Request, code: int, lines: list[str]) -> Response:
    """LINES as a page for a person, and as JSON for a program."""
    path = request.url.path
    if path.endswith((".json", ".csv", ".geojson")):
        said: dict[str, Any] = {"problems": lines}
        return JSONResponse(said, status_code=code)
    return page(request, "trouble.html", code=code, title="That did not work", lines=lines, status=code)
