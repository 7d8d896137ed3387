"""The engine: how we speak to SQLite and to PostgreSQL, so that what is acknowledged is on disk."""

from collections.abc import Iterator
from contextlib import contextmanager
from sqlite3 import Connection as SqliteConnection
from typing import Final

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError

from laydown.ledger.store.trouble import trouble

OLDEST: Final = 15
"""The oldest PostgreSQL that we are tried with."""

WRITING: Final = 0x1A7D0
"""The number of the lock that a writer of a PostgreSQL ledger holds: the clerk decides one report after another."""


def address(url: str) -> URL:
    """The address that URL means: a path is a file of SQLite."""
    if "://" not in url:
        return URL.create("sqlite", database=url)
    try:
        found = make_url(url)
    except ArgumentError:
        found = URL.create("?")
    if found.drivername in {"postgresql", "postgres"}:
        return found.set(drivername="postgresql+psycopg")
    if found.drivername not in {"sqlite", "postgresql+psycopg"}:
        raise trouble(
            url.split("://", maxsplit=1)[0], "is no kind of ledger", "name a file, or postgresql://HOST/DATABASE"
        )
    return found


def name_of(found: URL) -> str:
    """How a person calls the ledger at an address; a password is nobody's business."""
    if found.drivername == "sqlite":
        return found.database or ":memory:"
    return found.set(drivername="postgresql").render_as_string(hide_password=True)


def engine_of(found: URL, patience: float) -> Engine:
    """An engine for the database at an address, which waits PATIENCE seconds for others to let go of it."""
    if found.drivername == "sqlite":
        return _sqlite(found, patience)
    try:
        return _postgresql(found, patience)
    except ModuleNotFoundError as error:
        what = "needs the driver psycopg, which is not installed"
        raise trouble(name_of(found), what, "run `pip install 'laydown[postgres]'`") from error


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A look at the ledger as it is at one moment, whoever writes meanwhile."""
    with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection.execution_options(isolation_level="REPEATABLE READ")
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes all of its rows or none, alone."""
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": WRITING})
        yield connection


def write_ahead(engine: Engine) -> None:
    """Let readers of a file of SQLite go on while one writes: a property of the file, kept once it is set."""
    if engine.dialect.name != "sqlite":
        return
    with engine.connect() as connection:
        # Past SQLAlchemy, which would begin a transaction, in which the mode cannot change.
        connection.connection.cursor().execute("PRAGMA journal_mode = WAL")


def refuse_the_old(engine: Engine, where: str) -> None:
    """Raise LedgerError where a PostgreSQL is older than those we know."""
    if engine.dialect.name == "postgresql":
        with engine.connect() as connection:
            version = int(connection.exec_driver_sql("SHOW server_version_num").scalar_one())
        if version < OLDEST * 10_000:
            raise trouble(where, f"is of PostgreSQL {version // 10_000}", f"take PostgreSQL {OLDEST} or later")


def _sqlite(found: URL, patience: float) -> Engine:
    """SQLite: the driver opens no transactions of its own, and every commit waits for the disk."""
    engine = create_engine(found)

    @event.listens_for(engine, "connect")
    def _(bare: SqliteConnection, _record: object) -> None:
        bare.isolation_level = None
        for name, value in {
            "busy_timeout": int(patience * 1000),
            "synchronous": "FULL",
            "foreign_keys": "ON",
            "recursive_triggers": "ON",
        }.items():
            bare.execute(f"PRAGMA {name} = {value}")

    @event.listens_for(engine, "begin")
    def _(connection: Connection) -> None:
        # A transaction that reads first and writes later may find that another has written in between, and must fail.
        writes = connection.get_execution_options().get("writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _postgresql(found: URL, patience: float) -> Engine:
    """PostgreSQL: a connection that died while it lay idle is made anew."""
    waits = f"-c lock_timeout={int(patience * 1000)}"
    arguments = {"options": waits, "connect_timeout": max(2, int(patience))}
    return create_engine(found, pool_pre_ping=True, connect_args=arguments)
