"""Proofs: a bound's certificate as a sum that a person can add up, with the claim behind each line."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate

from laydown.model import Bounds, Certificate, Entry, Line, Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Summand:
    """A line of a sum: what it adds, what all lines so far come to, and the claim; `entry` None is an assumption."""

    line: Line
    entry: Entry | None
    amount: int
    running: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """Why a number is at least, or at most, what it is; `bound` None is unbounded, and has no lines.

    The bound is `total` divided by `divisor`, rounded outward: downward where it is the least, upward where the most.
    """

    side: Side
    bound: int | None
    summands: tuple[Summand, ...]
    total: int
    divisor: int

    @property
    def holds(self) -> bool:
        """Whether the lines come to the bound."""
        exact = Fraction(self.total, self.divisor)
        return self.bound is None or self.bound == (exact.__floor__() if self.side == "low" else exact.__ceil__())

    @property
    def rounded(self) -> bool:
        """Whether dividing leaves a rest."""
        return self.total % self.divisor != 0


def sums(bounds: Bounds, entries: Mapping[str, Entry]) -> tuple[Sum, Sum]:
    """The sums that prove the two sides of BOUNDS, with the claims out of ENTRIES."""
    return (
        _sum("low", bounds.low, bounds.proof_of_low, entries),
        _sum("high", bounds.high, bounds.proof_of_high, entries),
    )


def _sum(side: Side, bound: int | None, proof: Certificate | None, entries: Mapping[str, Entry]) -> Sum:
    """One side; nothing is added up where nothing bounds it."""
    lines = proof.lines if proof is not None and bound is not None else ()
    amounts = [line.coefficient * line.bound for line in lines]
    return Sum(
        side=side,
        bound=bound,
        summands=tuple(
            Summand(line=line, entry=entries.get(line.claim or ""), amount=amount, running=running)
            for line, amount, running in zip(lines, amounts, accumulate(amounts), strict=True)
        ),
        total=sum(amounts),
        divisor=proof.divisor if proof else 1,
    )
