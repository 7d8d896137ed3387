"""Stocks: how many a source says are at a place, and what of a movement is in them."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from laydown.balance.sizes import Size, size_of
from laydown.balance.timing import said_on
from laydown.lexicon.amounts import Interval
from laydown.model import Entry, Link, Place

WHOLE: Final = frozenset({"NATO", "EU", "UN", "African Union", "multinational"})
"""Forces that are told by the name of their mission: its stock is theirs."""
AFTER: Final = "after "
"""How the reason of a link begins whose stock counts in what the same report says is coming."""


@dataclass(frozen=True, slots=True)
class Stock:
    """A stock as one claim states it: how many, where, on which day.

    `after` says that it already counts the movements `counted` and those that its own report tells of, though they are
    only ordered ("bringing the total to 1,900").
    """

    entry: Entry
    places: tuple[Place, ...]
    day: date
    size: Size
    after: bool = False
    counted: frozenset[str] = frozenset()

    def tells_with(self, other: Entry) -> bool:
        """Whether OTHER is told in the same sentence."""
        ours, theirs = self.entry.claim.evidence, other.claim.evidence
        return self.entry.report == other.report and ours.start < theirs.end and theirs.start < ours.end


def stock_of(entry: Entry, link: Link, counts: str, *, assume: bool) -> Stock | None:
    """The stock that a claim states; None where it says neither how many nor where, or of a past without a day.

    How many of a country's unit stand somewhere is no stock of the country's: others of it may stand beside them.
    """
    claim = entry.claim
    if claim.force and claim.force.units and claim.force.nation not in WHOLE:
        return None
    size = _size(entry, counts, assume=assume)
    places = claim.location or claim.destination
    past = claim.status == "former"
    if size is None or not places or (past and not (claim.when and claim.when.end)):
        return None
    return Stock(
        entry=entry,
        places=places,
        day=_day(entry),
        size=size,
        after=link.reason.startswith(AFTER),
        counted=frozenset(link.targets),
    )


def _day(entry: Entry) -> date:
    """The day of a stock: the last that its words name, else, as with "since 2014", the day on which it is told.

    One that is to stand there from a day to come, as with "will have 500 there by June", is of that day.
    """
    when, said = entry.claim.when, said_on(entry)
    if when is not None and when.start is not None and entry.said and when.start > said:
        return when.start
    if when is None or when.end is None:
        return said
    return min(when.end, said) if entry.said else when.end


def _size(entry: Entry, counts: str, *, assume: bool) -> Size | None:
    """How many a claim says are there; a denial says none, or nothing where it denies a number only."""
    if entry.claim.status == "denied":
        return Size(Interval(low=0, high=0)) if entry.claim.quantity is None else None
    found = size_of(entry, counts, assume=assume)
    return None if found.bounds.low <= 0 and found.bounds.high is None else found
