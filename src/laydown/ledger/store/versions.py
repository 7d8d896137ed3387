"""The version of a ledger: whether a database is one, whether we know it, and how it becomes one of today's."""

from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, inspect

from laydown.ledger.store.trouble import trouble

STAMP: Final = "ledger_version"
"""The table that holds the version; alembic's own name for it may be taken by another program."""

VERSIONS: Final = ("1", "2", "3")
"""All versions, the last of which is today's; told here so that opening a ledger need not load alembic."""


def prepare(engine: Engine, where: str) -> None:
    """Make the database a ledger of today, where it is empty or an earlier one; else say why it is none.

    A version is only ever stamped together with its tables, so whoever is killed here leaves what was there before.
    """
    with engine.connect() as connection:
        version = _version(connection, where)
    if version != VERSIONS[-1]:
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            if _version(connection, where) != VERSIONS[-1]:
                _upgrade(connection)


def _version(connection: Connection, where: str) -> str | None:
    """The version of the ledger in a database; None where that is empty."""
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    if STAMP not in tables:
        raise trouble(where, "is a database, but no ledger", "name a ledger, or a new file or database to make one")
    version = connection.exec_driver_sql(f"SELECT version_num FROM {STAMP}").scalar_one_or_none()  # noqa: S608 - our name
    if version is not None and version not in VERSIONS:
        what = f"is a ledger of version {version}, which is newer than this Laydown knows ({VERSIONS[-1]})"
        raise trouble(where, what, "upgrade Laydown: `pip install --upgrade laydown`")
    return None if version is None else str(version)


def _upgrade(connection: Connection) -> None:
    """Run all migrations that are still to be run, in the transaction of CONNECTION."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
