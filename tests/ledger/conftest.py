"""What tests of the ledger share: a server of their own, ledgers in both databases, and a simple clerk."""

import getpass
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

from laydown.ledger.store import Ledger, open_ledger
from tests.ledger.clerks import CLERK

UNPRIVILEGED = ("postgres", "nobody")


@dataclass
class Server:
    """A PostgreSQL of our own, on a socket in a folder of its own, that takes no risks with nobody's data."""

    programs: Path
    folder: Path
    user: str
    databases: int = 0

    def run(self, program: str, *arguments: str) -> None:
        """Run one of its programs, as the user that it allows."""
        outcome = subprocess.run(
            [self.programs / program, *arguments],
            user=self.user if os.getuid() == 0 else None,
            cwd=self.folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
        if outcome.returncode:
            msg = f"{program}: {outcome.stderr}"
            raise RuntimeError(msg)

    def start(self) -> None:
        """Start it."""
        options = f"-c listen_addresses='' -c unix_socket_directories={self.folder} -c fsync=off"
        self.run("pg_ctl", "-D", f"{self.folder}/data", "-l", f"{self.folder}/log", "-w", "-o", options, "start")

    def stop(self) -> None:
        """Pull the plug."""
        self.run("pg_ctl", "-D", f"{self.folder}/data", "-w", "-m", "immediate", "stop")

    def database(self) -> str:
        """The address of a new, empty database."""
        self.databases += 1
        name = f"ledger{self.databases}"
        with psycopg.connect(host=str(self.folder), user="ledger", dbname="postgres", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return f"postgresql://ledger@/{name}?host={self.folder}"


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL; skipped, and loudly, where there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name))
    on_path = shutil.which("initdb")
    if not found and not on_path:
        pytest.skip("NOT CHECKED ON POSTGRESQL: there is no initdb here (on Debian: apt-get install postgresql)")
    programs = found[-1] if found else Path(str(on_path)).parent
    folder = Path(tempfile.mkdtemp(prefix="ledger", dir="/tmp"))
    server = Server(programs=programs, folder=folder, user=_unprivileged())
    try:
        if os.getuid() == 0:
            shutil.chown(folder, server.user)
        try:
            server.run("initdb", "-D", f"{folder}/data", "-U", "ledger", "-A", "trust", "-E", "UTF8", "-N")
            server.start()
        except (RuntimeError, OSError) as error:
            pytest.skip(f"NOT CHECKED ON POSTGRESQL: it does not start here: {error}")
        yield server
    finally:
        with suppress(RuntimeError, OSError):
            server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _unprivileged() -> str:
    """Who may run a PostgreSQL, which refuses root."""
    if os.getuid() != 0:
        return getpass.getuser()
    known = {line.split(":")[0] for line in Path("/etc/passwd").read_text().splitlines()}
    return next(name for name in UNPRIVILEGED if name in known)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a ledger that is still to be made, in each of the databases."""
    if request.param == "sqlite":
        return str(tmp_path / "ledger.db")
    server: Server = request.getfixturevalue("server")
    return server.database()


@pytest.fixture
def ledger(url: str) -> Iterator[Ledger]:
    """An empty ledger with a simple clerk, in each of the databases."""
    with open_ledger(url, clerk=CLERK, patience=0.3) as opened:
        yield opened


def problems(ledger: Ledger) -> Sequence[str]:
    """What a check of LEDGER finds, a line each."""
    return [str(problem) for problem in ledger.check()]
