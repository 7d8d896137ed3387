"""Times: the phrases of a text that say when, resolved to days against the day of publication, never guessed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from laydown.reading.times import dates, lengths, stretches, wars
from laydown.reading.times.calendar import OPEN, Direction, Setting
from laydown.reading.times.found import Found
from laydown.reading.times.frames import framed, joins, licensed, preposition, ranged
from laydown.reading.times.words import has_time_word, tokens

__all__ = ["Direction", "Time", "anchor_of", "find_times"]

_FAMILIES: Final = (*dates.FAMILIES, *stretches.FAMILIES, *lengths.FAMILIES, *wars.FAMILIES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A phrase of time: its place in the text, and the days it names, both included, None where open or unknown.

    A `duration` ("for six months") is a length: it never has days.
    """

    start: int
    end: int
    first: date | None
    last: date | None
    duration: bool = False


def anchor_of(published: str | None) -> date | None:
    """The day that a published time falls on, as it is written there; None where it is no ISO 8601 date or date-time.

    >>> anchor_of("2022-02-02T23:30:00-05:00")
    datetime.date(2022, 2, 2)
    """
    if published is None:
        return None
    try:
        return datetime.fromisoformat(published.strip()).date()
    except ValueError:
        return None


def find_times(text: str, anchor: date | None, direction: Direction = "none") -> list[Time]:
    """The times of a text in their order, none overlapping another, each resolved against the anchor.

    The direction is the tense of the clause: it turns "Monday" and "in March". Without an anchor only a phrase with a
    year of its own gets days; everything else is found but left unknown, because a guess would look like a report.
    """
    if not has_time_word(text):
        return []
    setting = Setting(anchor=anchor, direction=direction)
    return [_resolve(found, setting) for found in _phrases(text)]


@lru_cache(maxsize=128)
def _phrases(text: str) -> tuple[Found, ...]:
    """The phrases of a text, remembered for a while: one sentence is asked for them in several directions."""
    return tuple(_framed(text, _found(text)))


def _found(text: str) -> list[Found]:
    """What the families find, where two overlap the one that begins first, and of those the longest."""
    have = tokens(text)
    families = [f for f in _FAMILIES if f.heads is None or not f.heads.isdisjoint(have)]
    everything = [
        found for family in families for match in family.pattern.finditer(text) if (found := family.read(match))
    ]
    everything.sort(key=lambda found: (found.start, -found.end))
    kept: list[Found] = []
    for found in everything:
        if not kept or found.start >= kept[-1].end:
            kept.append(found)
    return kept


def _framed(text: str, phrases: list[Found]) -> Iterator[Found]:
    """The phrases that may stand, neighbours joined to ranges, each with its preposition."""
    waiting = iter((*phrases, None))
    found = next(waiting)
    while found:
        place = preposition(text, found.start)
        frame = place[1] if place else None
        following = next(waiting)
        if following and joins(text, found, following, frame):
            found, following = ranged(found, following), next(waiting)
        if licensed(found, frame):
            yield framed(found, *place) if place else found
        found = following


def _resolve(found: Found, setting: Setting) -> Time:
    """A phrase with its days; a day beyond the calendar is no day, and a range that runs backwards says nothing."""
    try:
        first, last = found.when(setting)
    except (OverflowError, ValueError):
        first, last = OPEN
    if first and last and first > last:
        first, last = OPEN
    return Time(start=found.start, end=found.end, first=first, last=last, duration=found.duration)
