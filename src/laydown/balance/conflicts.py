"""Conflicts: sets of claims that cannot all be true, each as small as can be, and the smallest ways to settle them.

Nothing is bent: a claim stands as it is or is left out as a whole. Only what we read into the words of claims gives way
before anyone is contradicted: that a bare number is exacter than it is written, and what we assume of hedges and units.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Final, TypeAlias

from laydown.balance.solver import strained
from laydown.balance.system import Assertion, Row, folded

Chosen: TypeAlias = frozenset[int]
"""Assertions of a component, by their numbers."""

MOST_REPAIRS: Final = 12
"""How many repairs of equal weight are followed up; beyond them all claims in conflict are left out at once."""
_PATIENCE: Final = 4000


@dataclass(frozen=True, slots=True)
class Quarrel:
    """What is wrong with a component: irreducible sets, and the repairs of least weight, each the numbers it removes.

    `loosened` are the claims of which what we read into them is dropped. `complete` is false where there were too many
    repairs to follow up, so that bounds are taken without all claims in conflict.
    """

    sets: tuple[Chosen, ...]
    repairs: tuple[Chosen, ...]
    loosened: Chosen
    complete: bool = True


def quarrel(assertions: Sequence[Assertion]) -> Quarrel:
    """What is wrong with ASSERTIONS; no sets where all can hold once what we read into them is dropped."""
    loosened = _loosened(assertions)
    sets = _disjoint(assertions, loosened)
    if not sets:
        return Quarrel((), (frozenset(),), loosened)
    repairs = _repairs(assertions, sets, loosened)
    if len(repairs) > MOST_REPAIRS:
        return Quarrel(tuple(sets), (frozenset().union(*sets),), loosened, complete=False)
    return Quarrel(tuple(sets), tuple(repairs), loosened)


def _loosened(assertions: Sequence[Assertion]) -> Chosen:
    """The claims whose quarrels are over once what we read into their words is dropped.

    First goes that bare numbers are exact, then what we assume, then both; where a set cannot hold even so its claims
    stay what they are, for then the quarrel is not of our making.
    """
    loosened: Chosen = frozenset()
    kept = frozenset(range(len(assertions)))
    while (core := irreducible(assertions, kept, loosened)) is not None:
        read_in = frozenset(n for n in core if assertions[n].loose)
        assumed = frozenset(n for n in read_in if assertions[n].assumed)
        tries = (loosened | one for one in (read_in - assumed, assumed, read_in) if not one <= loosened)
        found = next((one for one in tries if _blamed(assertions, core, one) is None), None)
        kept, loosened = (kept - core, loosened) if found is None else (kept, found)
    return loosened


def rows_of(assertions: Sequence[Assertion], kept: Iterable[int], loosened: Chosen) -> tuple[Row, ...]:
    """The rows of the assertions KEPT, the LOOSENED ones as exactly as they are written."""
    return tuple(row for n in sorted(kept) for row in assertions[n].rows(loosened=n in loosened))


def irreducible(assertions: Sequence[Assertion], kept: Chosen, loosened: Chosen) -> Chosen | None:
    """A set among KEPT that cannot hold and every part of which can; None where all hold.

    The solver blames a few rows that cannot hold together; of their claims each is left out in turn, and stays out if
    the others still cannot hold.
    """
    core = _blamed(assertions, kept, loosened)
    if core is None:
        return None
    for one in sorted(core):
        fewer = _blamed(assertions, core - {one}, loosened) if one in core else None
        core = core if fewer is None else fewer
    return core


def _blamed(assertions: Sequence[Assertion], kept: Chosen, loosened: Chosen) -> Chosen | None:
    """Some of the assertions KEPT that cannot hold together; None where all can."""
    owners = {row: n for n in sorted(kept, reverse=True) for row in assertions[n].rows(loosened=n in loosened)}
    if (pair := _crossed(owners)) is not None:
        return pair
    if len({row.legs for row in owners}) <= 1:
        return None
    blamed = strained([tuple(owners)]).get(0)
    return None if blamed is None else frozenset(owners[row] for row in blamed)


def _crossed(owners: dict[Row, int]) -> Chosen | None:
    """Two assertions of the same legs whose bounds cross; that is seen without a solver."""
    tight = {(row.legs, row.side): row for row in folded(owners)}
    for (legs, side), low in tight.items():
        high = tight.get((legs, "high")) if side == "low" else None
        if high is not None and low.bound > high.bound:
            return frozenset({owners[low], owners[high]})
    return None


def _disjoint(assertions: Sequence[Assertion], loosened: Chosen) -> list[Chosen]:
    """Irreducible sets, each found with those before it left out, until the rest can hold."""
    kept = frozenset(range(len(assertions)))
    sets: list[Chosen] = []
    while (core := irreducible(assertions, kept, loosened)) is not None:
        sets.append(core)
        kept -= core
    return sets


def _repairs(assertions: Sequence[Assertion], sets: list[Chosen], loosened: Chosen) -> list[Chosen]:
    """All repairs of least weight; sets that are found on the way are added to SETS.

    A choice that meets every set found so far is tried: where the rest still cannot hold there is another set, and
    the choice starts anew.
    """
    everything = frozenset(range(len(assertions)))
    while True:
        choices = _hitting(assertions, sets)
        found = [core for one in choices if (core := irreducible(assertions, everything - one, loosened)) is not None]
        if not found or len(choices) > MOST_REPAIRS:
            return choices
        sets.extend(dict.fromkeys(found))


def _hitting(assertions: Sequence[Assertion], sets: Sequence[Chosen]) -> list[Chosen]:
    """The choices with a member in each of SETS that the fewest witnesses speak for, none larger than it needs be."""
    queue: list[tuple[int, int, tuple[int, ...]]] = [(0, 0, ())]
    seen: set[tuple[int, ...]] = set()
    found: dict[Chosen, int] = {}
    while queue and len(seen) < _PATIENCE and len(found) <= MOST_REPAIRS:
        witnesses, _, chosen = heappop(queue)
        if any(witnesses > least for least in found.values()):
            break
        missed = next((one for one in sets if one.isdisjoint(chosen)), None)
        if missed is None:
            found[frozenset(chosen)] = witnesses
            continue
        for number in missed:
            more = tuple(sorted({*chosen, number}))
            if more not in seen:
                seen.add(more)
                heappush(queue, (_weight(assertions, more), len(more), more))
    smallest = [one for one in found if not any(other < one for other in found)]
    return smallest or [frozenset().union(*sets)]


def _weight(assertions: Sequence[Assertion], chosen: Iterable[int]) -> int:
    """How many independent tellings speak for what is CHOSEN: copies of one count once."""
    return len(frozenset[str]().union(*(assertions[n].witnesses for n in chosen)))
