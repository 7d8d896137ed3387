"""Certificates: duals made whole numbers, and the proof that the plain addition of claims gives a bound.

A certificate is shown only if it holds in exact integers. Adding rows that say "at least" (taken positively) and "at
most" (taken negatively) bounds a sum from below if no leg is counted more often in the rows than in the sum, for legs
are never negative; from above it is the other way round.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import TypeAlias

from laydown.balance.system import Coefficients, Row
from laydown.model import Bounds, Certificate, Entry, Line, Side

_Line: TypeAlias = tuple[str | None, int, Side, str, str | None]
"""A line but for how often it is taken: the claim, its bound and side, the words and the outlet."""

_TINY = 1e-7
_DENOMINATOR = 720
_LARGEST = 10**6


@dataclass(frozen=True, slots=True)
class Proof:
    """Rows with the whole number of times that each is taken, and the divisor of their sum."""

    terms: tuple[tuple[Row, int], ...] = ()
    divisor: int = 1

    @property
    def value(self) -> Fraction | int:
        """What the terms add up to; whole numbers, which it nearly always is, are quicker."""
        found = sum(times * row.bound for row, times in self.terms)
        return found if self.divisor == 1 else Fraction(found, self.divisor)


def holds(proof: Proof, sums: Coefficients, side: Side) -> bool:
    """Whether PROOF bounds the sum of legs SUMS on SIDE, whatever numbers the rows allow; in integers throughout."""
    counted: dict[int, int] = dict.fromkeys(sums, 0)
    for row, times in proof.terms:
        if times * _sign(row.side, side) < 0:
            return False
        for leg in row.legs:
            counted[leg] = counted.get(leg, 0) + times
    toward = 1 if side == "low" else -1
    return proof.divisor > 0 and all(
        toward * times <= toward * proof.divisor * sums.get(leg, 0) for leg, times in counted.items()
    )


def proved(rows: Sequence[Row], duals: Sequence[float], sums: Coefficients, side: Side) -> Proof | None:
    """The proof that DUALS of ROWS make of a bound of SUMS on SIDE; None where it does not hold in whole numbers."""
    shares = [
        (row, share)
        for row, dual in zip(rows, duals, strict=True)
        if abs(dual) > _TINY and (share := Fraction(dual).limit_denominator(_DENOMINATOR))
    ]
    divisor = lcm(*(share.denominator for _, share in shares))
    if divisor > _LARGEST:
        return None
    proof = Proof(tuple((row, int(share * divisor)) for row, share in shares), divisor)
    return proof if holds(proof, sums, side) else None


def certificate(proofs: Iterable[tuple[Proof, int]], entries: Mapping[str, Entry]) -> Certificate:
    """The lines of PROOFS, each taken so many times, as one certificate with one divisor."""
    taken = [(proof, times) for proof, times in proofs if proof.terms]
    divisor = lcm(*(proof.divisor for proof, _ in taken))
    lines = (
        (_line(row, entries), count * times * divisor // proof.divisor)
        for proof, times in taken
        for row, count in proof.terms
    )
    return Certificate(lines=_gathered(lines), divisor=divisor)


def joined(parts: Iterable[tuple[Certificate, int]]) -> Certificate:
    """Certificates added up, each taken so many times."""
    taken = [(part, times) for part, times in parts if part.lines]
    divisor = lcm(*(part.divisor for part, _ in taken))
    lines = (
        ((one.claim, one.bound, one.side, one.words, one.outlet), one.coefficient * times * divisor // part.divisor)
        for part, times in taken
        for one in part.lines
    )
    return Certificate(lines=_gathered(lines), divisor=divisor)


def total(proof: Certificate) -> Fraction:
    """What the lines of a certificate add up to, before it is rounded outward."""
    return Fraction(sum(line.coefficient * line.bound for line in proof.lines), proof.divisor)


def adds_up(bounds: Bounds) -> bool:
    """Whether each bound is what the lines of its certificate give, rounded outward; what has no proof is unbounded."""
    low, high = bounds.proof_of_low, bounds.proof_of_high
    fits_low = bounds.low is None if low is None else bounds.low == total(low).__floor__()
    fits_high = bounds.high is None if high is None else bounds.high == total(high).__ceil__()
    return fits_low and fits_high


def _line(row: Row, entries: Mapping[str, Entry]) -> _Line:
    """What a line says of ROW: the claim's id and words, or those of the assumption where the bound is ours."""
    entry = entries[row.entry]
    return (None if row.assumed else row.entry), row.bound, row.side, row.assumed or entry.words, entry.outlet


def _gathered(lines: Iterable[tuple[_Line, int]]) -> tuple[Line, ...]:
    """LINES with equal ones taken together; those that cancel out are gone."""
    times: dict[_Line, int] = {}
    for one, count in lines:
        times[one] = times.get(one, 0) + count
    return tuple(
        Line(claim=claim, coefficient=count, bound=bound, side=side, words=words, outlet=outlet)
        for (claim, bound, side, words, outlet), count in times.items()
        if count
    )


def _sign(row: Side, wanted: Side) -> int:
    """How a row may be taken in the proof of a bound on the side WANTED: a low one subtracts from an upper bound."""
    return 1 if row == wanted else -1
