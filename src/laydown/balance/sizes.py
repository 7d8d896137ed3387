"""Sizes: between which numbers the force of a claim lies, and how its words may be read more loosely."""

from dataclasses import dataclass

from laydown.lexicon.amounts import Interval, interval, loosened
from laydown.model import Entry


@dataclass(frozen=True, slots=True)
class Size:
    """The bounds of one claim's number; `loose` are those left once what we read into it is dropped, None for nothing.

    Of a bare number we drop that it is exact, and read it as exactly as it is written; of any other, what we assume.
    """

    bounds: Interval
    loose: tuple[int, int | None] | None = None


def size_of(entry: Entry, counts: str, *, assume: bool) -> Size:
    """Between which numbers the force of a claim lies, counted in COUNTS; open where it counts something else."""
    claim = entry.claim
    if claim.quantity is not None and claim.quantity.unit != counts:
        return Size(Interval(low=0, high=None))
    units, text = (claim.force.units, claim.force.text) if claim.force else ((), None)
    bounds = interval(claim.quantity, units=units, text=text, assume=assume, counts=counts)
    if bounds.assumed_low or bounds.assumed_high:
        wide = interval(claim.quantity, units=units, text=text, assume=False, counts=counts)
        return Size(bounds, (wide.low, wide.high))
    bare = loosened(claim.quantity) if claim.quantity and bounds.low == bounds.high else bounds
    return Size(bounds, None if bare == bounds else (bare.low, bare.high))
