"""Bounds: the least and the greatest value of a sum of legs that the claims allow, with proofs.

A sum is solved component by component: those in which all rows are over the same legs by looking, the others together
in one program, contested ones branch by branch. What is found is kept, for the books do not change.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil, floor
from typing import Final, TypeAlias

from laydown.balance.certificate import Proof, certificate, proved
from laydown.balance.components import Component
from laydown.balance.solver import duals
from laydown.balance.system import Coefficients, Row
from laydown.model import Bounds, Entry, Side

_Key: TypeAlias = tuple[int, int, frozenset[tuple[int, int]], Side]
"""A component, its branch, the sum that is asked for, and the side."""

SIDES: Final[tuple[Side, Side]] = ("low", "high")
_OTHER: Final[Mapping[Side, Side]] = {"low": "high", "high": "low"}


@dataclass(frozen=True, slots=True)
class Solver:
    """The components of one block, which of them each leg is in, and the proofs found so far."""

    components: tuple[Component, ...]
    home: Mapping[int, int]
    entries: Mapping[str, Entry]
    known: dict[_Key, Proof | None] = field(default_factory=dict)

    def bounds(self, low: Coefficients, high: Coefficients) -> Bounds:
        """The least value of LOW and the greatest of HIGH, both rounded outward; None where nothing bounds them."""
        least, most = self._side(low, "low"), self._side(high, "high")
        return Bounds(
            low=None if least is None else floor(sum(one.value for one in least)),
            high=None if most is None else ceil(sum(one.value for one in most)),
            proof_of_low=None if least is None else certificate(((one, 1) for one in least), self.entries),
            proof_of_high=None if most is None else certificate(((one, 1) for one in most), self.entries),
        )

    def limits(self, low: Coefficients, high: Coefficients) -> Bounds:
        """The same numbers without their proofs."""
        least, most = self._side(low, "low"), self._side(high, "high")
        return Bounds(
            low=None if least is None else floor(sum(one.value for one in least)),
            high=None if most is None else ceil(sum(one.value for one in most)),
        )

    def contested(self, sums: Coefficients) -> bool:
        """Whether a component of the sum has claims that cannot all be true."""
        return any(self.components[n].contested for n in {self.home.get(leg, -1) for leg in sums} - {-1})

    def within(self, number: int, branch: int, sums: Coefficients) -> Bounds:
        """The bounds of SUMS in one branch of one component."""
        low, high = (self._one((number, branch, frozenset(sums.items()), side)) for side in SIDES)
        return Bounds(
            low=None if low is None else floor(low.value),
            high=None if high is None else ceil(high.value),
            proof_of_low=None if low is None else certificate([(low, 1)], self.entries),
            proof_of_high=None if high is None else certificate([(high, 1)], self.entries),
        )

    def _one(self, key: _Key) -> Proof | None:
        """The proof of one key."""
        self._solve([key])
        return self.known[key]

    def _side(self, sums: Coefficients, side: Side) -> list[Proof] | None:
        """The proofs of one side of SUMS, one a component; None where nothing bounds it on that side."""
        parts: dict[int, dict[int, int]] = {}
        for leg, times in sums.items():
            if leg in self.home:
                parts.setdefault(self.home[leg], {})[leg] = times
            elif (times < 0) == (side == "low"):
                return None  # nobody says how large this leg is
        found = self.outermost(parts, side).values()
        proofs = [one for one in found if one is not None]
        return proofs if len(proofs) == len(found) else None

    def outermost(self, parts: Mapping[int, Coefficients], side: Side) -> dict[int, Proof | None]:
        """By component, the proof of a side of a sum of its legs, in the outermost branch; None: nothing bounds it."""
        asked = {
            number: [
                (number, branch, frozenset(part.items()), side)
                for branch in range(len(self.components[number].branches))
            ]
            for number, part in parts.items()
        }
        self._solve([key for keys in asked.values() for key in keys])
        return {number: _outermost([self.known[key] for key in keys], side) for number, keys in asked.items()}

    def _solve(self, keys: Sequence[_Key]) -> None:
        """Find the proofs of KEYS that are not known yet: what needs the solver goes into one program a branch."""
        together: list[_Key] = []
        for key in keys:
            if key in self.known:
                continue
            number, branch, asked, side = key
            rows, sums = self.components[number].branches[branch], dict(asked)
            if not _bounded(rows, sums, side):
                self.known[key] = None
            elif (proof := _by_looking(rows, sums, side)) is not None:
                self.known[key] = proof
            else:
                together.append(key)
        for n in range(max((key[1] for key in together), default=-1) + 1):
            self._program([key for key in together if key[1] == n])

    def _program(self, keys: Sequence[_Key]) -> None:
        """Solve KEYS, no two of one component, in one program of one side at a time; a proof that fails is None."""
        for side in SIDES:
            these = [key for key in keys if key[3] == side]
            systems = [self.components[number].branches[branch] for number, branch, _, _ in these]
            toward = 1 if side == "low" else -1
            costs = {leg: toward * times for key in these for leg, times in key[2]}
            found = duals([row for rows in systems for row in rows], costs) if these else []
            if found is None and len(these) > 1:
                for key in these:
                    self._program([key])
                continue
            at = 0
            for key, rows in zip(these, systems, strict=True):
                mine = None if found is None else [toward * dual for dual in found[at : at + len(rows)]]
                at += len(rows)
                self.known[key] = None if mine is None else proved(rows, mine, dict(key[2]), key[3])


def _outermost(branches: Sequence[Proof | None], side: Side) -> Proof | None:
    """Of the proofs of some branches the outermost; None where one of them has no bound."""
    proofs = [proof for proof in branches if proof is not None]
    if len(proofs) < len(branches):
        return None
    if len(proofs) == 1:
        return proofs[0]
    outer = min if side == "low" else max
    return outer(proofs, key=lambda proof: proof.value)


def _bounded(rows: Sequence[Row], sums: Coefficients, side: Side) -> bool:
    """Whether each leg that pulls outward is in a row that bounds it from above; legs below nought there are none."""
    capped = {leg for row in rows if row.side == "high" for leg in row.legs}
    return all(leg in capped or (times < 0) != (side == "low") for leg, times in sums.items() if times)


def _by_looking(rows: Sequence[Row], sums: Coefficients, side: Side) -> Proof | None:
    """The proof where all rows are over the same legs: the one that counts most outward, times the row's bound."""
    legs = {row.legs for row in rows}
    if len(legs) != 1:
        return None
    (only,) = legs
    counts = [sums.get(leg, 0) for leg in only]
    times = min(counts) if side == "low" else max(counts)
    wanted: Side = side if times > 0 else _OTHER[side]
    row = next((row for row in rows if row.side == wanted), None)
    return Proof(((row, times),)) if row and times else Proof()
