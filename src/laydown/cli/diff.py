"""`laydown diff`: what changed in the claims between two versions of a report, with both sentences."""

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from laydown.cli import talk
from laydown.cli.codes import UNREADABLE
from laydown.cli.days import require_date
from laydown.cli.ledgers import DEFAULT, ledger_option, opened
from laydown.cli.lines import put
from laydown.model import Problem, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from laydown.desk.books import Ledger


@click.command()
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@ledger_option
@click.option("--published", metavar="DATE", help="Day of the sources that state none themselves, as 2022-02-02.")
@click.option("--json", "as_json", is_flag=True, help="Print a line of JSON.")
def diff(old: str, new: str, ledger: str | None, published: str | None, *, as_json: bool) -> None:
    r"""Show which claims were added, removed and changed from OLD to NEW; mere rewordings are passed over.

    Each is a report of the ledger, by its id or the first digits of it, or a source to read: a file, or `-`.

    \b
    Examples:
      laydown diff morning.html evening.html --published 2022-02-02
      laydown diff 3f2a9c1d 54c0a1b2 --json
    """
    from laydown.cli.cards import console
    from laydown.cli.tellings import print_changes
    from laydown.codec import changes_to_json, dump
    from laydown.desk import stories

    require_date(published, "--published")
    readings = _readings((old, new), ledger, published)
    found = stories.diff(*readings)
    if as_json:
        put(dump(changes_to_json(found)))
    else:
        print_changes(console(), found)


def _readings(names: tuple[str, str], url: str | None, published: str | None) -> tuple[Reading, Reading]:
    """Both versions, read; where one cannot be, it is said in one line and the command ends."""
    from laydown.desk import stories

    found = []
    with _ledger_if_any(url) as ledger:
        for name in names:
            try:
                one = stories.read_version(name, ledger, published=published)
            except ValueError as error:
                raise click.UsageError(str(error)) from error
            if isinstance(one, Problem):
                talk.problem(one)
                click.get_current_context().exit(UNREADABLE)
            found.append(one)
    return found[0], found[1]


@contextmanager
def _ledger_if_any(url: str | None) -> "Iterator[Ledger | None]":
    """The ledger where one is named or lies here; two files can be compared without."""
    if url is None and not _there(os.environ.get("LAYDOWN_LEDGER", DEFAULT)):
        yield None
        return
    with opened(url) as ledger:
        yield ledger


def _there(url: str) -> bool:
    """Whether a ledger that nobody named on the command line is there to be asked."""
    return "://" in url or Path(url).exists()
