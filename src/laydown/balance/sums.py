"""Sums of bounds: a level, a difference, a total of members, each with the certificates added up."""

from collections.abc import Sequence
from dataclasses import replace

from laydown.balance.certificate import joined, total
from laydown.model import Bounds, Certificate

EMPTY = Certificate()
"""The proof that there are at least none."""


def added(parts: Sequence[tuple[Bounds, int]]) -> Bounds:
    """PARTS added up, each taken once or, with -1, away; a side that one of them leaves open stays open."""
    low = _side([(part.proof_of_low if times > 0 else part.proof_of_high, times) for part, times in parts])
    high = _side([(part.proof_of_high if times > 0 else part.proof_of_low, times) for part, times in parts])
    return Bounds(
        low=None if low is None else total(low).__floor__(),
        high=None if high is None else total(high).__ceil__(),
        proof_of_low=low,
        proof_of_high=high,
    )


def headcount(bounds: Bounds) -> Bounds:
    """BOUNDS of how many there are: never fewer than none, unless more have gone than ever were."""
    if bounds.high is not None and bounds.high < 0:
        return bounds
    return bounds if bounds.low is not None and bounds.low >= 0 else replace(bounds, low=0, proof_of_low=EMPTY)


def _side(parts: Sequence[tuple[Certificate | None, int]]) -> Certificate | None:
    """The certificates of one side added up; None where one is missing."""
    known = [(part, times) for part, times in parts if part is not None]
    return joined(known) if len(known) == len(parts) else None
