"""Opening: a ledger by its address, which is a file of SQLite or a database of PostgreSQL."""

from pathlib import Path
from typing import Final

from sqlalchemy import URL

from laydown.ledger.store.book import Ledger
from laydown.ledger.store.engine import address, engine_of, name_of, refuse_the_old, write_ahead
from laydown.ledger.store.kinship import Kinship
from laydown.ledger.store.posting import Clerk, Notice
from laydown.ledger.store.trouble import told, trouble
from laydown.ledger.store.versions import prepare

PATIENCE: Final = 5.0
"""Seconds to wait for another program that writes; it takes a fraction of one to add a report."""

MAGIC: Final = b"SQLite format 3\x00"


def open_ledger(
    url: str,
    *,
    create: bool = True,
    clerk: Clerk | None = None,
    patience: float = PATIENCE,
    kinship: Kinship | None = None,
    notice: Notice | None = None,
) -> Ledger:
    """The ledger at URL, a path, `sqlite:///PATH` or `postgresql://HOST/DATABASE`; a new one where there is nothing.

    Without CREATE a file must be there. CLERK is who links claims to movements, the one of this house unless said
    otherwise, KINSHIP how that one tells copies and NOTICE how it finds a notice of correction; PATIENCE is how many
    seconds to wait for other writers. Raises LedgerError, with one line for a person, where there is no ledger to be
    had.
    """
    found = address(url)
    where = name_of(found)
    _glance(found, where, create=create)
    engine = engine_of(found, patience)
    try:
        with told(where):
            refuse_the_old(engine, where)
            prepare(engine, where)
            write_ahead(engine)
    except BaseException:
        engine.dispose()
        raise
    return Ledger(engine, clerk or _our_clerk(kinship, notice), where)


def _our_clerk(kinship: Kinship | None, notice: Notice | None) -> Clerk:
    """The clerk of this house."""
    from laydown.ledger.clerk import HORIZON_DAYS, decide

    return Clerk(decide=decide, horizon_days=HORIZON_DAYS, kinship=kinship, notice=notice)


def _glance(found: URL, where: str, *, create: bool) -> None:
    """Raise LedgerError where a file is none of SQLite's, before that has touched it."""
    if found.drivername != "sqlite" or not found.database:
        return
    path = Path(found.database)
    try:
        if not path.exists():
            if not create:
                raise trouble(where, "there is no ledger", "make one with `laydown add`, or name it by --ledger")
            return
        with path.open("rb") as file:
            begins = file.read(len(MAGIC))
    except OSError as error:
        raise trouble(where, f"cannot be opened: {error.strerror}", "check the path and your rights there") from error
    if begins and begins != MAGIC:
        raise trouble(where, "is no ledger", "name a ledger, or a new file to make one")
