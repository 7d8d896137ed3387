"""The ledger and the clocks as options, the same for every command that asks the books."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import wraps
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from laydown.cli import talk
from laydown.cli.codes import UNREADABLE
from laydown.cli.days import require_date

if TYPE_CHECKING:
    from laydown.desk.books import Clocks, Ledger

DEFAULT: Final = "laydown.db"
Command = TypeVar("Command", bound=Callable[..., Any])


def ledger_option(command: Command) -> Command:
    """`--ledger URL`: the path of a file, or a postgresql:// URL; else $LAYDOWN_LEDGER, else laydown.db here."""
    return click.option(
        "--ledger",
        metavar="URL",
        default=None,
        help="A file, or postgresql://...; else $LAYDOWN_LEDGER, else laydown.db.",
    )(command)


def clock_options(command: Command) -> Command:
    """The days on the three clocks."""
    for name, words in (
        ("--recorded-by", "As this ledger knew by this day."),
        ("--said-by", "As the public could know by this day."),
        ("--as-of", "As it was on this day, such as 2022-02-11."),
    ):
        command = click.option(name, metavar="DATE", help=words)(command)
    return command


def asks(command: Callable[..., Any]) -> Callable[..., Any]:
    """COMMAND with the options of every question to the books, which reach it as `ledger`, `days` and `force`."""

    @ledger_option
    @clock_options
    @force_option
    @wraps(command)
    def asking(
        *args: object, as_of: str | None, said_by: str | None, recorded_by: str | None, **options: object
    ) -> object:
        return command(*args, days=clocks(as_of, said_by, recorded_by), **options)

    return asking


def force_option(command: Command) -> Command:
    """`--force F`: one nation or bloc."""
    return click.option("--force", metavar="F", help="One force only: a country's code, NATO, EU, UN ...")(command)


def clocks(as_of: str | None, said_by: str | None, recorded_by: str | None) -> "Clocks":
    """The three days, each refused where it is none."""
    from laydown.desk.books import Clocks

    for day, option in ((as_of, "--as-of"), (said_by, "--said-by"), (recorded_by, "--recorded-by")):
        require_date(day, option)
    on = date.fromisoformat(as_of[:10]) if as_of else None
    return Clocks(as_of=on, said_by=said_by, recorded_by=recorded_by)


def located(url: str | None) -> str:
    """Where the ledger is: at URL, else where the environment says, else here."""
    return url or os.environ.get("LAYDOWN_LEDGER") or DEFAULT


@contextmanager
def opened(url: str | None, *, create: bool = False) -> "Iterator[Ledger]":
    """The ledger at URL while it is used; where it cannot be opened or fails, one line is said and the command ends."""
    from laydown.desk.books import LedgerError, open_ledger

    try:
        with open_ledger(located(url), create=create) as ledger:
            yield ledger
    except LedgerError as error:
        talk.problem(error.problem)
        click.get_current_context().exit(UNREADABLE)


def now() -> str:
    """The hour, for what is recorded; here and nowhere below is a clock read."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
