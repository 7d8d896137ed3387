"""Stocks: how many a source says are at a place, and what of a movement is in them."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from laydown.balance.timing import said_on
from laydown.lexicon.amounts import Interval, interval, loosened
from laydown.model import Entry, Link, Place

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
    amount: Interval
    loose: Interval
    after: bool = False
    counted: frozenset[str] = frozenset()

    def tells_with(self, other: Entry) -> bool:
        """Whether OTHER is told in the same sentence."""
        ours, theirs = self.entry.claim.evidence, other.claim.evidence
        return self.entry.report == other.report and ours.start < theirs.end and theirs.start < ours.end


def stock_of(entry: Entry, link: Link, *, assume: bool) -> Stock | None:
    """The stock that a claim states; None where it says neither how many nor where, or of a past without a day."""
    claim = entry.claim
    amount = _amount(entry, assume=assume)
    places = claim.location or claim.destination
    past = claim.status == "former"
    if amount is None or not places or (past and not (claim.when and claim.when.end)):
        return None
    return Stock(
        entry=entry,
        places=places,
        day=_day(entry),
        amount=amount,
        loose=loosened(claim.quantity) if claim.quantity else amount,
        after=link.reason.startswith(AFTER),
        counted=frozenset(link.targets),
    )


def _day(entry: Entry) -> date:
    """The day of a stock: the last that its words name, else, as with "since 2014", the day on which it is told."""
    when, said = entry.claim.when, said_on(entry)
    if when is None or when.end is None:
        return said
    return min(when.end, said) if entry.said else when.end


def _amount(entry: Entry, *, assume: bool) -> Interval | None:
    """How many a claim says are there; a denial says none, or nothing where it denies a number only."""
    claim = entry.claim
    if claim.status == "denied":
        return Interval(low=0, high=0) if claim.quantity is None else None
    units, text = (claim.force.units, claim.force.text) if claim.force else ((), None)
    found = interval(claim.quantity, units=units, text=text, assume=assume)
    return None if found.low <= 0 and found.high is None else found
