"""A desk over the worked example of 2022, asked in this process or by a real browser."""

import shutil
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from laydown.desk.books import Ledger, Taken, add_sources, open_ledger
from laydown.desk.held import Held
from laydown.web import application

ROOT = Path(__file__).parents[2]
REPORTS = (ROOT / "examples/us-2022/reports.jsonl", ROOT / "examples/us-2022/false.jsonl")
NOW = datetime(2022, 3, 2, 12, tzinfo=UTC)
HERE = "http://127.0.0.1"


@pytest.fixture(scope="session")
def books_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger of the worked example, read once."""
    path = tmp_path_factory.mktemp("books") / "us-2022.db"
    with open_ledger(str(path)) as ledger:
        taken = list(add_sources(ledger, map(str, REPORTS), recorded="2022-03-01T00:00:00Z"))
        assert all(isinstance(one, Taken) for one in taken)
    return path


@pytest.fixture
def ledger(books_file: Path, tmp_path: Path) -> Iterator[Ledger]:
    """A copy of it, which a test may rule on."""
    shutil.copy(books_file, tmp_path / "books.db")
    with open_ledger(str(tmp_path / "books.db")) as found:
        yield found


@pytest.fixture
def desk(ledger: Ledger) -> TestClient:
    """The desk over it, as a program asks it."""
    return TestClient(application(Held(ledger), name="books.db", clock=lambda: NOW), base_url=HERE)


@pytest.fixture
def served(ledger: Ledger) -> Iterator[Callable[[str], str]]:
    """The desk over it on a port of this machine; gives the address of a path."""
    from uvicorn import Config, Server

    server = Server(Config(application(Held(ledger), name="books.db", clock=lambda: NOW), port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        thread.join(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield lambda path: f"{HERE}:{port}{path}"
    server.should_exit = True
    thread.join(5)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    """The chromium of this machine; a test that wants a browser skips aloud where there is none."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.skip("LOUD: no chromium here, so the desk was not tried in a browser (apt-get install chromium)")
    return {"executable_path": found, "args": ["--no-sandbox", "--disable-background-networking"]}
