"""Rows: what a claim asserts of legs of movements, as a sum of them with a bound on one side."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from laydown.model import Side

Coefficients: TypeAlias = Mapping[int, int]
"""How often each leg counts; those that do not count are left out."""


@dataclass(frozen=True, slots=True)
class Row:
    """The sum of some legs is at least (`low`) or at most (`high`) the bound; legs are never negative.

    `entry` is the claim that says so, `assumed` the words of the assumption where the bound is one of ours.
    """

    legs: tuple[int, ...]
    side: Side
    bound: int
    entry: str
    assumed: str | None = None


@dataclass(frozen=True, slots=True)
class Assertion:
    """What one claim, or several that say the same, asserts: between which numbers the sum of legs lies.

    `legs` count for sure; of those in `perhaps` nobody knows whether they are meant, so that they help a low bound
    and never break a high one. `loose` are the bounds that are left once what we read into the words is dropped, None
    where that is nothing.
    """

    entries: tuple[str, ...]
    witnesses: frozenset[str]
    legs: tuple[int, ...]
    perhaps: tuple[int, ...]
    low: int
    high: int | None
    assumed_low: str | None = None
    assumed_high: str | None = None
    loose: tuple[int, int | None] | None = None

    @property
    def assumed(self) -> bool:
        """Whether one of its bounds is an assumption of ours."""
        return bool(self.assumed_low or self.assumed_high)

    def rows(self, *, loosened: bool = False) -> tuple[Row, ...]:
        """The rows of this assertion; those that say nothing (at least none) are left out."""
        if loosened and self.loose:
            return replace(self, low=self.loose[0], high=self.loose[1], assumed_low=None, assumed_high=None).rows()
        low, high = self.low, self.high
        found = []
        wide = tuple(sorted({*self.legs, *self.perhaps}))
        if low > 0:
            found.append(Row(wide, "low", low, self.entries[0], self.assumed_low))
        if high is not None and self.legs:
            found.append(Row(self.legs, "high", high, self.entries[0], self.assumed_high))
        return tuple(found)


def folded(rows: Iterable[Row]) -> tuple[Row, ...]:
    """ROWS without those that another over the same legs makes idle: the tightest of each side stays."""
    best: dict[tuple[tuple[int, ...], Side], Row] = {}
    for row in rows:
        kept = best.setdefault((row.legs, row.side), row)
        tighter = row.bound > kept.bound if row.side == "low" else row.bound < kept.bound
        if tighter or (row.bound == kept.bound and kept.assumed and not row.assumed):
            best[row.legs, row.side] = row
    return tuple(best.values())
