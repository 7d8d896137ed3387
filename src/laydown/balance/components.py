"""Components: movements that claims tie together, so that each can be solved without the others."""

from collections.abc import Sequence
from dataclasses import dataclass

from laydown.balance.block import Block
from laydown.balance.conflicts import Quarrel, quarrel, rows_of
from laydown.balance.solver import strained
from laydown.balance.system import Assertion, Row, folded


@dataclass(frozen=True, slots=True)
class Component:
    """Assertions that share legs, and the branches of rows under which they hold.

    There is one branch where all can be true, and one a repair where they cannot; then `quarrel` says why.
    """

    assertions: tuple[Assertion, ...]
    branches: tuple[tuple[Row, ...], ...]
    quarrel: Quarrel | None = None

    @property
    def contested(self) -> bool:
        """Whether the claims cannot all be true."""
        return self.quarrel is not None


def components(block: Block) -> tuple[Component, ...]:
    """The components of BLOCK, those that cannot hold with their repairs; all are tried in one program."""
    groups = _groups(block)
    plain = [folded(row for one in group for row in one.rows()) for group in groups]
    broken = {n for n, rows in enumerate(plain) if not _single_fits(rows)}
    tried = [n for n, rows in enumerate(plain) if n not in broken and len({row.legs for row in rows}) > 1]
    if tried:
        broken |= {tried[n] for n in strained([plain[n] for n in tried])}
    return tuple(
        _contested(group) if n in broken else Component(group, (rows,))
        for n, (group, rows) in enumerate(zip(groups, plain, strict=True))
    )


def _groups(block: Block) -> list[tuple[Assertion, ...]]:
    """The assertions of BLOCK, gathered where they share legs, each group in the order of its first."""
    parent = list(range(len(block.legs)))

    def root(leg: int) -> int:
        while parent[leg] != leg:
            parent[leg] = parent[parent[leg]]
            leg = parent[leg]
        return leg

    for one in block.assertions:
        first, *others = (*one.legs, *one.perhaps)
        for leg in others:
            parent[root(leg)] = root(first)
    groups: dict[int, list[Assertion]] = {}
    for one in block.assertions:
        groups.setdefault(root((*one.legs, *one.perhaps)[0]), []).append(one)
    return [tuple(group) for group in groups.values()]


def _single_fits(rows: Sequence[Row]) -> bool:
    """Whether no low bound exceeds the high bound of the same legs."""
    lows = {row.legs: row.bound for row in rows if row.side == "low"}
    return all(lows.get(row.legs, row.bound) <= row.bound for row in rows if row.side == "high")


def component(group: tuple[Assertion, ...]) -> Component:
    """One component of assertions that share legs, alone."""
    rows = folded(row for one in group for row in one.rows())
    fits = _single_fits(rows) and (len({row.legs for row in rows}) <= 1 or not strained([rows]))
    return Component(group, (rows,)) if fits else _contested(group)


def _contested(group: tuple[Assertion, ...]) -> Component:
    """A component that does not hold as it is: with what we read into its claims dropped, or in branches."""
    found = quarrel(group)
    everything = frozenset(range(len(group)))
    branches = tuple(folded(rows_of(group, everything - out, found.loosened)) for out in found.repairs)
    return Component(group, branches, found if found.sets else None)
