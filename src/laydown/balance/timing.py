"""Timing: when a movement was ordered, when it had arrived, when it was called off, as the claims date it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from laydown.model import Entry, Status

LIVE: Final[frozenset[Status]] = frozenset({"announced", "underway", "completed", "present"})
"""The statuses under which a claim of a movement makes it count."""
DONE: Final[frozenset[Status]] = frozenset({"completed", "present"})
"""The statuses that say of a movement that it has arrived."""
TELLING: Final[frozenset[Status]] = LIVE | {"cancelled"}
"""The statuses under which a claim says how large a movement is; a request or a refusal says nothing of the kind."""


Sized: TypeAlias = tuple[date | None, date | None]
"""The day since which a movement is of a size, and that from which it is no more; None where that is open."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A day from which a movement counts, or counts no more."""

    day: date
    live: bool


@dataclass(frozen=True, slots=True)
class Timing:
    """The days of one leg: ordered, arrived as a whole (None: nobody says so); the turns of its movement and wholes.

    `sure` is the day by which it was ordered at the latest, where `ordered` is the earliest that the words allow: what
    is told in June of "earlier this year" may have begun in January. `turns` has a line for each of them that was ever
    called off, in order of days. `since` and `until` are the days between which it is of the size that is told here,
    where an update changed that.
    """

    ordered: date | None
    arrived: date | None
    sure: date | None = None
    turns: tuple[tuple[Turn, ...], ...] = ()
    since: date | None = None
    until: date | None = None

    @property
    def days(self) -> frozenset[date]:
        """The days on which any of that changes."""
        turns = (turn.day for line in self.turns for turn in line)
        return frozenset({self.ordered, self.arrived, self.sure, self.since, self.until, *turns} - {None})  # type: ignore[arg-type]

    def stands(self, on: date) -> bool:
        """Whether the movement is ordered by a day, of this size on it, and not called off by then."""
        if self.ordered is None or self.ordered > on or not self.sized(on):
            return False
        states = ([turn.live for turn in line if turn.day <= on] for line in self.turns)
        return all(state[-1] for state in states if state)

    def sized(self, on: date) -> bool:
        """Whether the movement is of this size on a day."""
        return (self.since is None or self.since <= on) and (self.until is None or on < self.until)


def said_on(entry: Entry) -> date:
    """The day by whose end the public could know; the first of all days where the report has none."""
    return date.fromisoformat(entry.said[:10]) if entry.said else date.min


def begins(entry: Entry) -> date:
    """The day from which a claim holds: the first that it names, unless that still lies ahead of the report."""
    when = entry.claim.when
    day = when and (when.start or when.end)
    said = said_on(entry)
    return min(day, said) if day and entry.said else day or said


def ends(entry: Entry) -> date:
    """The day by which what a claim calls done was done: the last that it names, at the latest when it was said."""
    when = entry.claim.when
    day = when and (when.end or when.start)
    said = said_on(entry)
    return min(day, said) if day and entry.said else day or said


def timing(
    told: Iterable[Sequence[Entry]],
    of_leg: Iterable[Entry],
    corrected: Iterable[Entry] = (),
    sized: Sized = (None, None),
) -> Timing:
    """The timing of a leg from what is TOLD of its movement and each of its wholes, and of that what means this LEG.

    Of the claims that were CORRECTED only the day of the order stands. SIZED are the days between which it is so large.
    """
    told = list(told)
    live = [entry for entries in (*told, corrected) for entry in entries if entry.claim.status in LIVE]
    done = [ends(entry) for entry in of_leg if entry.claim.status in DONE]
    return Timing(
        ordered=min(map(begins, live), default=None),
        arrived=min(done, default=None),
        sure=min(map(ends, live), default=None),
        turns=tuple(line for line in map(_turns, told) if not all(turn.live for turn in line)),
        since=sized[0],
        until=sized[1],
    )


def _turns(entries: Iterable[Entry]) -> tuple[Turn, ...]:
    """The turns of one movement in order of days."""
    turns = [Turn(begins(entry), entry.claim.status in LIVE) for entry in entries]
    return tuple(sorted(turns, key=lambda turn: turn.day))
