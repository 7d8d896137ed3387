"""Flows: the movements of one force and asset as the books hold them, with what is told of each."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, TypeAlias

from laydown.model import Entry, Link, Place
from laydown.model.identity import movement_id

Key: TypeAlias = tuple[str, str]
"""A force and what is counted of it: "US", "persons"."""
EARLIER: Final = "/"
"""What stands in the id of a flow of an earlier size, between that of its movement and the day until which it held."""


@dataclass(slots=True)
class Flow:
    """A movement: the claims that tell of it in the order in which they were said, its wholes and its parts.

    `earlier` are claims that updates took the place of: they tell its course and not its size any more. Of the
    `corrected` ones only the day stands. Where an update changed the size, a flow of its own holds the earlier one
    `until` the day of the update, and this one holds `since` then.
    """

    id: str
    told: list[Entry] = field(default_factory=list)
    wholes: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    earlier: list[Entry] = field(default_factory=list)
    corrected: list[Entry] = field(default_factory=list)
    since: date | None = None
    until: date | None = None

    @property
    def movement(self) -> str:
        """The id of the movement, which a flow of an earlier size shares."""
        return self.id.partition(EARLIER)[0]

    @property
    def history(self) -> list[Entry]:
        """All claims that tell its course, in the order in which they were said."""
        return sorted((*self.earlier, *self.told), key=_said) if self.earlier else self.told

    @property
    def heard(self) -> list[Entry]:
        """The claims whose places count: those with a number or a unit, and where there are none, all.

        A headline that sends troops "to the eastern flank" tells of several movements in a word, and widens none.
        """
        return [e for e in self.told if e.claim.quantity or (e.claim.force and e.claim.force.units)] or self.told


@dataclass(slots=True)
class Posted:
    """What the books of one force and asset hold: flows by id, totals over them, stocks.

    `dated` are the stocks that are of the day of what they correct.
    """

    flows: dict[str, Flow] = field(default_factory=dict)
    totals: list[tuple[Entry, tuple[str, ...]]] = field(default_factory=list)
    stocks: list[tuple[Entry, Link]] = field(default_factory=list)
    dated: dict[str, date] = field(default_factory=dict)


def origins(flow: Flow) -> Iterator[tuple[Place, ...]]:
    """Where the claims on FLOW say that it comes from; if none does, what was said before them stands."""
    return _named(flow, lambda entry: entry.claim.origin)


def destinations(flow: Flow) -> Iterator[tuple[Place, ...]]:
    """Where the claims on FLOW say that it goes; if none does, what was said before them stands."""
    return _named(flow, goes_to)


def _named(flow: Flow, ends: Callable[[Entry], tuple[Place, ...]]) -> Iterator[tuple[Place, ...]]:
    """The places that claims name at one end of a movement: those that tell of it now, or else the earlier ones."""
    return iter([found for entry in flow.heard if (found := ends(entry))] or [*map(ends, flow.earlier)])


def movement_of(entry: Entry, link: Link) -> str:
    """The id of the movement that a claim opens or tells of; a part opens one of its own."""
    return link.targets[0] if link.role != "part-of" and link.targets else movement_id(entry.id)


def lineage(flow: Flow, flows: Mapping[str, Flow], *, up: bool) -> tuple[Flow, ...]:
    """FLOW and its wholes and theirs (UP), or its parts and theirs, each once, nearest first."""
    found = {flow.id: flow}
    queue = [flow]
    for one in queue:
        for id_ in one.wholes if up else one.parts:
            if id_ not in found:
                found[id_] = flows[id_]
                queue.append(flows[id_])
    return tuple(found.values())


def goes_to(entry: Entry) -> tuple[Place, ...]:
    """Where the force of a claim goes, or stands by now."""
    return entry.claim.destination or entry.claim.location


def _said(entry: Entry) -> tuple[bool, str]:
    """By what claims are sorted as they were said; what was said at no known hour comes last."""
    return entry.said is None, entry.said or ""
