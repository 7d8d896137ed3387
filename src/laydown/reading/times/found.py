"""What a pattern of time yields: a phrase with its place in the text and a way to resolve it, unresolved as yet."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from laydown.reading.times.calendar import Setting, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A phrase of time that still waits for its setting.

    `both` says that it holds two ends of its own ("July 15-20"), `floating` that it carries no year or week, so that a
    neighbour in a range may bind it; `needs` names the licence that a preposition must give before it counts as a time.
    """

    start: int
    end: int
    when: Callable[[Setting], Span]
    floating: bool = False
    both: bool = False
    needs: str = ""
    duration: bool = False


@dataclass(frozen=True, slots=True)
class Family:
    """A pattern and the reader of its matches; a reader returns None for a match that is no time after all.

    A text without any of `heads` holds no match, so that the pattern need not run; None means that any text may.
    """

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Found | None]
    heads: frozenset[str] | None = None


def named(
    match: re.Match[str],
    when: Callable[[Setting], Span],
    *,
    floating: bool = False,
    both: bool = False,
    needs: str = "",
) -> Found:
    """The whole of a match as a phrase of time."""
    return Found(start=match.start(), end=match.end(), when=when, floating=floating, both=both, needs=needs)
