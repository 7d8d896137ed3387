"""Contents: what some books are about, so that a page can offer it: forces, assets and places, the most told first."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from laydown.model import Books
from laydown.model.identity import block

Name = TypeVar("Name", str, tuple[str, str])


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """How many claims tell of each force and asset, of each force, and of each place, the most told first."""

    blocks: Mapping[tuple[str, str], int]
    forces: Mapping[str, int]
    places: Mapping[str, int]


def contents(books: Books) -> Contents:
    """What BOOKS are about; the order of equals is that of their names."""
    blocks: Counter[tuple[str, str]] = Counter()
    forces: Counter[str] = Counter()
    places: Counter[str] = Counter()
    for entry in books.entries.values():
        claim = entry.claim
        key = block(claim)
        blocks[key] += 1
        forces[key[0]] += 1
        places.update({place.name for place in claim.places})
    return Contents(blocks=_ordered(blocks), forces=_ordered(forces), places=_ordered(places))


def _ordered(found: Counter[Name]) -> dict[Name, int]:
    """The most first."""
    return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))
