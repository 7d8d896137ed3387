"""Units: the books of one unit, and of whatever lies inside it, as far as reports name it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from laydown.balance.flows import movement_of
from laydown.lexicon.formations import standing
from laydown.model import Books, Entry, Link

MOVING: Final = frozenset({"opens", "same", "part-of"})
WITHIN: Final = frozenset({"same", "inside"})


def of_unit(books: Books, unit: str, on: date | None = None) -> Books:
    """BOOKS as far as they tell of UNIT by name: its movements, those of its parts, and stocks that are its own.

    What is told without a unit may be of it too, and is left out: such bounds hold for what reports name, and say so.
    ON is the day on which a brigade belongs to its division.
    """
    kept = _movements(books, unit, on)
    links: dict[str, Link] = {}
    entries: dict[str, Entry] = {}
    for name, link in books.links.items():
        entry = books.entries[name]
        found = _kept(entry, link, kept, unit, on)
        if found is not None:
            links[name] = found
            entries[name] = _own(entry) if link.role == "states" else entry
    replacing = {name: link for name, link in books.replacing.items() if name in entries}
    return Books(entries={name: entries[name] for name in books.entries if name in entries}, links=links,
                 replacing=replacing)  # fmt: skip


def is_of(entry: Entry, unit: str, on: date | None = None) -> bool:
    """Whether a claim names UNIT or a part of it."""
    return any(standing(one, unit, on) in WITHIN for one in _units(entry))


def _units(entry: Entry) -> tuple[str, ...]:
    """The units that a claim names."""
    return entry.claim.force.units if entry.claim.force else ()


def _movements(books: Books, unit: str, on: date | None) -> frozenset[str]:
    """The movements of UNIT: a telling names it, or they are parts of one that is and name no unit themselves."""
    told: dict[str, list[Entry]] = {}
    wholes: dict[str, str] = {}
    for name, link in _moving(books):
        id_ = movement_of(books.entries[name], link)
        told.setdefault(id_, []).append(books.entries[name])
        if link.role == "part-of" and link.targets:
            wholes[id_] = link.targets[0]
    found = {id_ for id_, entries in told.items() if any(is_of(entry, unit, on) for entry in entries)}
    bare = {id_ for id_, entries in told.items() if not any(map(_units, entries))}
    return frozenset(found | {id_ for id_ in bare if _whole(id_, wholes) in found})


def _whole(id_: str, wholes: dict[str, str]) -> str:
    """The movement of which one is a part, and that of which it is one, up to the top."""
    while id_ in wholes:
        id_ = wholes[id_]
    return id_


def _moving(books: Books) -> Iterator[tuple[str, Link]]:
    """The links by which claims tell of movements."""
    return ((name, link) for name, link in books.links.items() if link.role in MOVING)


def _kept(entry: Entry, link: Link, kept: frozenset[str], unit: str, on: date | None) -> Link | None:
    """LINK in the books of UNIT; None where it is of others."""
    if link.role == "states":
        return link if is_of(entry, unit, on) else None
    if link.role == "covers":
        return link if link.targets and kept.issuperset(link.targets) else None
    if link.role not in MOVING or movement_of(entry, link) not in kept:
        return None
    orphan = link.role == "part-of" and not kept.issuperset(link.targets)
    return replace(link, role="opens", targets=()) if orphan else link


def _own(entry: Entry) -> Entry:
    """A stock of the unit, which in its own books is the whole."""
    claim = entry.claim
    return replace(entry, claim=replace(claim, force=replace(claim.force, units=()) if claim.force else None))
