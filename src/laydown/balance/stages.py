"""Stages: what became of a movement, from one day to the next, as all that is told of it has it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from laydown.balance.timing import DONE, begins, ends, said_on
from laydown.model import Entry, Status

KEPT_DAYS: Final = timedelta(days=60)
"""How long a movement goes on after it was last told of.

The clerk links nothing to a movement of which nobody has told for sixty days (docs/ledger.md): it is history then.
"""
FAR: Final[Mapping[Status, int]] = {"announced": 0, "underway": 1, "completed": 2, "present": 2}
"""How far along a movement is under each status."""
OFF: Final[frozenset[Status]] = frozenset({"cancelled", "ruled_out"})
"""The statuses that end a movement."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A status that a movement has from one day to another, on which it has it no more; until None: to the end."""

    status: Status
    since: date
    until: date | None


def stages(told: Sequence[Entry]) -> tuple[Stage, ...]:
    """The stages of a movement from what is TOLD of it; what has no day is there from the first of all days.

    What is done counts from the day by which it was, all else from the day from which its claim holds, as in the
    balances. After a movement was called off whatever is told of it counts anew.
    """
    events = sorted(((_day(entry), entry.claim.status) for entry in told), key=lambda event: event[0])
    turns: list[tuple[Status, date]] = []
    for day, status in events:
        before = turns[-1][0] if turns else None
        if before is None or (status != before and (status in OFF or before in OFF or FAR[status] > FAR[before])):
            if turns and turns[-1][1] == day:
                turns.pop()
            if not turns or turns[-1][0] != status:
                turns.append((status, day))
    untils = [*(day for _, day in turns[1:]), _over(told)]
    return tuple(Stage(status, day, until) for (status, day), until in zip(turns, untils, strict=True))


def _day(entry: Entry) -> date:
    """The day from which a claim changes what is told of its movement."""
    return ends(entry) if entry.claim.status in DONE else begins(entry)


def _over(told: Iterable[Entry]) -> date | None:
    """The day on which a movement is history; None where no report gives a day."""
    last = max(map(said_on, told), default=date.min)
    return None if last == date.min or last > date.max - KEPT_DAYS else last + KEPT_DAYS
