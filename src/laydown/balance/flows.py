"""Flows: the movements of one force and asset as the books hold them, with what is told of each."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from laydown.balance.timing import TELLING
from laydown.model import Books, Entry, Link, Place
from laydown.model.identity import block, movement_id

Key: TypeAlias = tuple[str, str]
"""A force and what is counted of it: "US", "persons"."""


@dataclass(slots=True)
class Flow:
    """A movement: the claims that tell of it in the order in which they were said, its wholes and its parts."""

    id: str
    told: list[Entry] = field(default_factory=list)
    wholes: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)

    @property
    def heard(self) -> list[Entry]:
        """The claims whose places count: those with a number or a unit, and where there are none, all.

        A headline that sends troops "to the eastern flank" tells of several movements in a word, and widens none.
        """
        return [e for e in self.told if e.claim.quantity or (e.claim.force and e.claim.force.units)] or self.told


@dataclass(slots=True)
class Posted:
    """What the books of one force and asset hold: flows by id, totals over them, stocks."""

    flows: dict[str, Flow] = field(default_factory=dict)
    totals: list[tuple[Entry, tuple[str, ...]]] = field(default_factory=list)
    stocks: list[tuple[Entry, Link]] = field(default_factory=list)


def movement_of(entry: Entry, link: Link) -> str:
    """The id of the movement that a claim opens or tells of; a part opens one of its own."""
    return link.targets[0] if link.role != "part-of" and link.targets else movement_id(entry.id)


def posted(books: Books) -> dict[Key, Posted]:
    """BOOKS sorted by force and asset, without what is corrected, in suspense, or enters no sum.

    A movement belongs to the force and asset of the claim that opened it; a claim that counts something else tells of
    its course and not of its size.
    """
    sorted_: dict[Key, Posted] = {}
    homes = _homes(books)
    for entry, link in _standing(books):
        key = block(entry.claim)
        if link.role == "states":
            sorted_.setdefault(key, Posted()).stocks.append((entry, link))
        elif link.role == "covers":
            by_home = _by_home(link.targets, homes)
            for home, targets in by_home.items():
                if len(by_home) == 1 and home[1] == key[1]:
                    sorted_.setdefault(home, Posted()).totals.append((entry, targets))
        else:
            _tell(entry, link, homes, sorted_)
    _hang(books, homes, sorted_)
    for held in sorted_.values():
        _wire(held.flows)
    return sorted_


def _homes(books: Books) -> dict[str, Key]:
    """The force and asset of each movement, by the claim that opened it, though it may be corrected by now."""
    return {
        movement_of(entry, link): block(entry.claim)
        for id_, entry in books.entries.items()
        if (link := books.links.get(id_)) is not None and link.role in {"opens", "part-of"}
    }


def _standing(books: Books) -> Iterator[tuple[Entry, Link]]:
    """The entries that say something in the books, each with its link."""
    corrected = books.corrected | {
        t for link in books.links.values() if link.role == "supersedes" for t in link.targets
    }
    for id_, entry in books.entries.items():
        link = books.links.get(id_)
        if link is None or id_ in corrected or link.role in {"memo", "suspense", "supersedes"}:
            continue
        if link.role == "states" or entry.claim.status in TELLING:
            yield entry, link


def _by_home(targets: Iterable[str], homes: Mapping[str, Key]) -> dict[Key, tuple[str, ...]]:
    """The movements that a total covers, by the force and asset to which they belong."""
    found: dict[Key, tuple[str, ...]] = {}
    for target in dict.fromkeys(targets):
        if target in homes:
            found[homes[target]] = (*found.get(homes[target], ()), target)
    return found


def _tell(entry: Entry, link: Link, homes: Mapping[str, Key], sorted_: dict[Key, Posted]) -> None:
    """Enter a claim under each movement that it tells of."""
    ids = link.targets if link.role == "same" else (movement_of(entry, link),)
    for id_ in dict.fromkeys(ids):
        if id_ not in homes:
            continue  # it tells of a movement whose opening these books do not hold
        flow = sorted_.setdefault(homes[id_], Posted()).flows.setdefault(id_, Flow(id_))
        flow.told.append(entry)


def _hang(books: Books, homes: Mapping[str, Key], sorted_: Mapping[Key, Posted]) -> None:
    """Hang each part that is told under its wholes, though the claim that did so first is corrected by now."""
    for id_, link in books.links.items():
        part = movement_of(books.entries[id_], link) if link.role == "part-of" else ""
        if part in homes and homes[part] in sorted_ and part in sorted_[homes[part]].flows:
            sorted_[homes[part]].flows[part].wholes.extend(link.targets)


def _wire(flows: Mapping[str, Flow]) -> None:
    """Enter each part under its wholes, as far as these are in the same books."""
    for flow in flows.values():
        flow.wholes = [whole for whole in dict.fromkeys(flow.wholes) if whole in flows and whole != flow.id]
        for whole in flow.wholes:
            flows[whole].parts.append(flow.id)


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
