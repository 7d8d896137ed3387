"""Dossiers: all that the books hold of one movement: what each claim does to it, who decided so, its stages."""

from collections.abc import Mapping
from dataclasses import dataclass

from laydown.balance.stages import Stage, stages
from laydown.desk.books import Clocks
from laydown.desk.held import Held
from laydown.model import Books, Entry, Link, Movement
from laydown.model.identity import opener


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A claim of a movement with the link by which it is of it.

    `corrected_by` is the claim for which it counts no more, `updated_by` that until which it counts.
    """

    entry: Entry
    link: Link
    corrected_by: Entry | None
    updated_by: Entry | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """A movement, what tells of it in said order, its stages, the whole that it is a part of, and its own parts."""

    movement: Movement
    told: tuple[Told, ...]
    stages: tuple[Stage, ...]
    wholes: tuple[Entry, ...]
    parts: tuple[Entry, ...]


def dossier(held: Held, movement: str, clocks: Clocks) -> Dossier | None:
    """What the books of some CLOCKS hold of a MOVEMENT; None where they know of none of that id."""
    head = next((one for one in held.heads(clocks) if one.id == movement), None)
    if head is None:
        return None
    books = held.books(clocks)
    first = opener(movement) or ""
    about = tuple(one for one in told(books, movement) if one.entry.id == first or one.link.role != "part-of")
    heard = set(head.claims)
    return Dossier(
        movement=held.sized([head], clocks)[0],
        told=about,
        stages=stages([one.entry for one in about if one.entry.id in heard]),
        wholes=_openers(books, books.links[first]) if first in books.links else (),
        parts=tuple(one.entry for one in told(books, movement) if one.link.role == "part-of" and one.entry.id != first),
    )


def told(books: Books, movement: str) -> tuple[Told, ...]:
    """The claims whose links are of a MOVEMENT, in said order; a part of it is among them."""
    first = opener(movement)
    correcting, updating = corrected(books), updated(books)
    return tuple(
        Told(entry=entry, link=link, corrected_by=correcting.get(name), updated_by=updating.get(name))
        for name, entry in books.entries.items()
        if (link := books.links.get(name)) is not None and (name == first or movement in link.targets)
    )


def corrected(books: Books) -> Mapping[str, Entry]:
    """The claims that count no more, each with the one that corrects it."""
    return {
        name: books.entries[link.claim]
        for link in books.replacing.values()
        for name in link.targets
        if link.role == "supersedes" and link.claim in books.entries
    }


def updated(books: Books) -> Mapping[str, Entry]:
    """The claims that hold until a later one, each with that one."""
    return {name: books.entries[new] for name, new in books.updated.items()}


def _openers(books: Books, link: Link) -> tuple[Entry, ...]:
    """The claims that opened what a part is a part of."""
    names = (opener(target) or "" for target in link.targets if link.role == "part-of")
    return tuple(books.entries[name] for name in names if name in books.entries)
