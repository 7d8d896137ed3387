"""Bad ledgers: whatever fails, a person gets one clear line, and nothing is half-written."""

import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.pool import Pool

from laydown.ledger.store import Ledger, LedgerError, open_ledger
from laydown.model import Reading, Report
from tests.ledger.clerks import CLERK, RECORDED, reading
from tests.ledger.conftest import Server, problems


def refusal(url: str, patience: float = 0.2) -> str:
    """The line that opening URL ends with."""
    with pytest.raises(LedgerError) as raised:
        open_ledger(url, clerk=CLERK, patience=patience)
    line = str(raised.value.problem)
    assert "\n" not in line
    return line


def test_a_file_of_something_else_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Buy milk.")
    assert refusal(str(path)) == f"{path}: is no ledger; name a ledger, or a new file to make one"
    assert path.read_text() == "Buy milk."


def test_a_database_of_something_else_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "milk.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE milk (litres)")
    connection.close()
    before = path.read_bytes()
    assert "is a database, but no ledger" in refusal(f"sqlite:///{path}")
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_only_begins_like_a_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "torn.db"
    path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    assert refusal(str(path)).startswith(f"{path}: is no ledger")


def test_an_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    with open_ledger(str(tmp_path / "empty.db"), clerk=CLERK) as ledger:
        assert problems(ledger) == []


def test_a_place_where_nothing_can_be_is_said(tmp_path: Path) -> None:
    assert "cannot be opened" in refusal(str(tmp_path))
    assert "cannot be opened" in refusal(str(tmp_path / "no" / "such" / "folder.db"))
    assert "is no kind of ledger" in refusal("mysql://localhost/ledger")
    assert "is no kind of ledger" in refusal("://")


def test_a_newer_ledger_is_refused_in_words(url: str, ledger: Ledger) -> None:
    ledger.add(reading(), recorded=RECORDED)
    with ledger._writing() as connection:  # noqa: SLF001 - no way is public
        connection.exec_driver_sql("UPDATE ledger_version SET version_num = '9'")
    line = refusal(url)
    assert "is a ledger of version 9, which is newer than this Laydown knows (3); upgrade Laydown" in line
    assert len(ledger.books().entries) == 1


def test_a_file_that_another_holds_is_told_of(tmp_path: Path) -> None:
    path = str(tmp_path / "ledger.db")
    one = reading()
    with open_ledger(path, clerk=CLERK, patience=0.1) as ledger:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="is locked by another program; wait"):
            ledger.add(one, recorded=RECORDED)
        assert not ledger.holds(one.report.id)
        other.execute("ROLLBACK")
        other.close()
        assert ledger.add(one, recorded=RECORDED).new


def test_a_server_that_another_writer_holds_is_told_of(server: Server) -> None:
    url = server.database()
    with open_ledger(url, clerk=CLERK, patience=0.1) as ledger, open_ledger(url, clerk=CLERK) as other:
        with other._writing(), pytest.raises(LedgerError, match="is locked by another program; wait"):  # noqa: SLF001
            ledger.add(reading(), recorded=RECORDED)
        assert ledger.add(reading(), recorded=RECORDED).new


@pytest.fixture
def small_disk() -> Iterator[None]:
    """Files of SQLite that can hardly grow."""

    def limit(connection: object, _record: object) -> None:
        if isinstance(connection, sqlite3.Connection):
            connection.execute("PRAGMA max_page_count = 60")

    event.listen(Pool, "connect", limit)
    yield
    event.remove(Pool, "connect", limit)


@pytest.mark.usefixtures("small_disk")
def test_a_full_disk_is_told_of_and_leaves_nothing_behind(tmp_path: Path) -> None:
    with open_ledger(str(tmp_path / "ledger.db"), clerk=CLERK) as ledger:
        ledger.add(reading(), recorded=RECORDED)
        before = ledger.books()
        words = " ".join(str(n * n) for n in range(200_000))
        with pytest.raises(LedgerError, match="the disk is full; make room on it"):
            ledger.add(Reading(report=Report(text=words)), recorded=RECORDED)
        assert ledger.books() == before
        assert problems(ledger) == []
        assert ledger.add(reading(900), recorded=RECORDED).new


def test_a_lost_connection_is_told_of_and_leaves_nothing_behind(server: Server) -> None:
    url = server.database()
    with open_ledger(url, clerk=CLERK, patience=0.3) as ledger:
        ledger.add(reading(), recorded=RECORDED)
        server.stop()
        try:
            with pytest.raises(LedgerError, match="the connection to the database failed; check that it runs"):
                ledger.add(reading(900), recorded=RECORDED)
            assert "the connection to the database failed" in refusal(url)
        finally:
            server.start()
        assert len(ledger.books().entries) == 1
        assert problems(ledger) == []
        assert ledger.add(reading(900), recorded=RECORDED).new


def test_a_connection_lost_in_the_middle_of_adding_is_told_of(server: Server) -> None:
    """Until the commit is acknowledged nothing is there."""
    import psycopg

    def cut(*_: object) -> tuple[()]:
        with psycopg.connect(host=str(server.folder), user="ledger", dbname="postgres", autocommit=True) as connection:
            connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname LIKE 'ledger%'")
        return ()

    from dataclasses import replace

    one = reading()
    with open_ledger(server.database(), clerk=replace(CLERK, decide=cut)) as ledger:
        with pytest.raises(LedgerError, match="the connection to the database failed"):
            ledger.add(one, recorded=RECORDED)
        assert not ledger.holds(one.report.id)


def test_an_unknown_database_is_told_of(server: Server) -> None:
    line = refusal(f"postgresql://ledger:secret@/nowhere?host={server.folder}")
    assert "there is no such database; make it with `createdb`" in line
    assert "secret" not in line


def test_a_database_of_another_program_is_left_alone(server: Server) -> None:
    import psycopg

    url = server.database()
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE milk (litres integer)")
    assert "is a database, but no ledger" in refusal(url)


def test_a_missing_driver_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert "needs the driver psycopg, which is not installed; run `pip install" in refusal("postgresql://localhost/a")
