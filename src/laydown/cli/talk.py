"""Talk: what is said on standard error, to a person, beside the data."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from laydown.model import Problem

Item = TypeVar("Item")


def problem(found: Problem) -> None:
    """Say what could not be read, why, and what to do next, in one line."""
    _say(str(found))


def said(words: str) -> None:
    """Say WORDS that are no problem."""
    _say(words)


def interrupted() -> None:
    """Say that we stopped because we were told to."""
    _say("interrupted")


def _say(words: str) -> None:
    """Put WORDS on standard error, by its own `write`, which keeps them clear of a moving bar."""
    sys.stderr.write(f"laydown: {words}\n")


def progress(items: Iterable[Item]) -> Iterator[Item]:
    """ITEMS, with a count of them on a terminal, where the data itself goes elsewhere and would leave it still."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} reports read"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)
        for item in items:
            yield item
            bar.advance(task)
