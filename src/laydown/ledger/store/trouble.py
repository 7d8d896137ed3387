"""Trouble with a ledger: what a database says when it fails, as one line that tells a person what to do."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from sqlalchemy.exc import DBAPIError

from laydown.model import Problem

_LOCKED: Final = ("is locked by another program", "wait until that is done, then run this again")
_FULL: Final = ("the disk is full", "make room on it; nothing of this report was kept")
_LOST: Final = ("the connection to the database failed", "check that it runs and can be reached, then run this again")
_NO_LEDGER: Final = ("is no ledger", "name a ledger, or a new file to make one")
_UNREADABLE: Final = ("cannot be opened", "check the path, and that you may read and write there")
_DAMAGED: Final = ("is damaged", "take the last copy of it; `laydown check` names what is broken")
_REFUSED: Final = ("the database refused what was to be written", "run `laydown check`, and tell Laydown's authors")

_SQLITE: Final[Mapping[str, tuple[str, str]]] = {
    "SQLITE_BUSY": _LOCKED,
    "SQLITE_LOCKED": _LOCKED,
    "SQLITE_FULL": _FULL,
    "SQLITE_NOTADB": _NO_LEDGER,
    "SQLITE_CANTOPEN": _UNREADABLE,
    "SQLITE_READONLY": _UNREADABLE,
    "SQLITE_PERM": _UNREADABLE,
    "SQLITE_CORRUPT": _DAMAGED,
    "SQLITE_IOERR": ("the disk failed", "check the disk, then run this again"),
}
"""What SQLite's names for failures mean; longer names begin with these."""

_POSTGRESQL: Final[Mapping[str, tuple[str, str]]] = {
    "53100": _FULL,
    "55P03": _LOCKED,
    "40P01": _LOCKED,
    "3D000": ("there is no such database", "make it with `createdb`, or correct the name"),
    "28": ("the database does not let you in", "check user and password"),
    "42501": ("you may not write there", "ask whoever keeps the database for the right"),
    "08": _LOST,
    "57P": _LOST,
}
"""What PostgreSQL's codes of failures mean, by their beginnings."""


class LedgerError(Exception):
    """A ledger that cannot be opened, read or added to; its problem is one line for a person."""

    def __init__(self, problem: Problem) -> None:
        """Keep the PROBLEM, whose line is the message."""
        super().__init__(str(problem))
        self.problem = problem


class RefusedError(LedgerError):
    """A report that cannot be added as it is; the ledger is well, and so may be the next report."""


class OvertakenError(LedgerError):
    """A ruling on what has changed since the person looked; nothing of it was kept."""


def trouble(where: str, what: str, hint: str) -> LedgerError:
    """The error that tells one problem."""
    return LedgerError(Problem(where=where, what=what, hint=hint))


@contextmanager
def told(where: str) -> Iterator[None]:
    """Tell what a database at WHERE says of its failures in words for a person."""
    try:
        yield
    except DBAPIError as error:
        what, hint = _meaning(error.orig)
        raise trouble(where, what, hint) from error
    except sqlite3.Error as error:
        what, hint = _meaning(error)
        raise trouble(where, what, hint) from error


def _meaning(error: BaseException | None) -> tuple[str, str]:
    """What is wrong and what to do."""
    if isinstance(error, sqlite3.Error):
        table, code = _SQLITE, getattr(error, "sqlite_errorname", "")
    else:
        table, code = _POSTGRESQL, getattr(error, "sqlstate", None) or _code_of_silence(error)
    found = next((meaning for begins, meaning in table.items() if code.startswith(begins)), None)
    if found:
        return found
    what, hint = _REFUSED
    return f"{what}: {_first_line(error)}", hint


def _code_of_silence(error: BaseException | None) -> str:
    """A driver that got no answer has no code to tell; where the server never let it speak, the words tell why."""
    words = str(error)
    if "does not exist" in words and "database" in words:
        return "3D000"
    if "password" in words or "authentication" in words:
        return "28"
    return "08" if type(error).__name__ in {"OperationalError", "InterfaceError", "ConnectionTimeout"} else ""


def _first_line(error: BaseException | None) -> str:
    """The first line of what a driver says."""
    return (str(error).splitlines() or [""])[0]
