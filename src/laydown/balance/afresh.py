"""Afresh: which blocks have to be sorted anew when some claims or links of the books are others than before.

A ruling changes a link or two, a report brings ten claims: the blocks that they touch are sorted again, the others are
taken as they were. That holds where no claim of a block touched speaks of a movement of another block, or corrects a
claim of one; where one does, and wherever it cannot be told, everything is sorted.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from laydown.balance.flows import Key, Posted
from laydown.balance.posted import posted
from laydown.model import REPLACING, Books, Link, Role
from laydown.model.identity import block, movement_id, opener

IDLE: Final[frozenset[Role]] = frozenset({"memo", "suspense", "states"})
"""The roles by which a claim says nothing of movements."""


@dataclass(frozen=True, slots=True)
class Sorted:
    """Books sorted by force and asset: what is posted of each, of which each claim is, and which speak of others.

    `tied` are the blocks of which a claim speaks that is of another, and those whose claims do so; `missing` the claims
    that others speak of and that the books do not hold.
    """

    blocks: Mapping[Key, Posted]
    whose: Mapping[str, Key]
    tied: frozenset[Key]
    missing: frozenset[str]


def all_sorted(books: Books) -> Sorted:
    """BOOKS sorted, all of them."""
    whose = {name: block(entry.claim) for name, entry in books.entries.items()}
    return Sorted(posted(books), whose, *_ties(books, whose, whose.keys()))


def sorted_afresh(books: Books, before: Books, had: Sorted) -> Sorted | None:
    """BOOKS sorted as far as they differ from those BEFORE; None where all has to be sorted."""
    changed = _changed(books, before)
    new = {name: block(books.entries[name].claim) for name in changed if name in books.entries}
    whose = {**had.whose, **new}
    touched = {whose[name] for name in changed if name in whose}
    for name in changed:
        for link in _links(books, name) + _links(before, name):
            for target in _claims(link):
                if target not in whose:
                    return None
                touched.add(whose[target])
    if touched & had.tied or changed & had.missing or len(touched) * 2 > len(had.blocks):
        return None
    names = {name for name in books.entries if whose[name] in touched}
    some = Books(
        entries={name: entry for name, entry in books.entries.items() if name in names},
        links={name: link for name, link in books.links.items() if name in names},
        replacing={name: link for name, link in books.replacing.items() if name in names},
    )
    found = posted(some)
    blocks = {key: held for key, held in had.blocks.items() if key not in touched} | found
    kept = whose if len(whose) == len(books.entries) else {name: whose[name] for name in books.entries}
    gone = changed - books.entries.keys()
    tied, missing = _ties(some, kept, names if gone else changed)
    return Sorted(blocks, kept, had.tied | tied, had.missing | missing)


def _changed(books: Books, before: Books) -> set[str]:
    """The claims that only one of two books has, or that say or do something else in the other; by identity."""
    changed: set[str] = set()
    for new, old in (
        (books.entries, before.entries),
        (books.links, before.links),
        (books.replacing, before.replacing),
    ):
        if new is not old:
            changed.update(name for name, held in new.items() if old.get(name) is not held)
            changed.update(old.keys() - new.keys())
    return changed


def _links(books: Books, name: str) -> list[Link]:
    """What a claim does in the books."""
    return [links[name] for links in (books.links, books.replacing) if name in links]


def _claims(link: Link) -> Iterator[str]:
    """The claims that LINK points to: those whose place it takes, and those that opened the movements it tells of."""
    for target in link.targets:
        yield target if link.role in REPLACING else opener(target) or target


def _ties(books: Books, whose: Mapping[str, Key], names: Iterable[str]) -> tuple[frozenset[Key], frozenset[str]]:
    """The blocks that the links of some claims tie to others, and the claims to which they point that are not there."""
    tied: set[Key] = set()
    missing: set[str] = set()
    for name in names:
        for link in _links(books, name):
            if link.role not in IDLE and link.targets != (movement_id(name),):
                homes = {target: whose.get(target) for target in _claims(link)}
                missing.update(target for target, home in homes.items() if home is None)
                if {*homes.values()} - {whose[name]}:
                    tied.update({whose[name], *homes.values()} - {None})  # type: ignore[arg-type]
    return frozenset(tied), frozenset(missing)
