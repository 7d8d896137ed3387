"""Atoms: the ends of movements, cut so that each leg lies in one, and how much of an atom lies in a place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from laydown.model import Place
from laydown.places.nesting import countries_of, relation

Share: TypeAlias = tuple[int, int]
"""The least and the greatest part, none or all, of an atom that lies in a place."""

ALL: Final[Share] = (1, 1)
NONE: Final[Share] = (0, 0)
PERHAPS: Final[Share] = (0, 1)
_WITHIN: Final = frozenset({"same", "inside"})


@dataclass(frozen=True, slots=True)
class Atom:
    """Where one leg begins or ends: in all of `places` at once, and in none of `without`.

    "Europe" and "Poland" told of one movement are two atoms, Poland and the rest of Europe; two names of which nobody
    can tell how they lie to each other, and which are never listed side by side, are one place told in two ways.
    """

    places: tuple[Place, ...]
    without: tuple[Place, ...] = ()


def atoms(told: Iterable[tuple[Place, ...]]) -> tuple[Atom, ...]:
    """The atoms of the places that claims tell of one end of a movement, a tuple of places a claim."""
    lists = list(dict.fromkeys(told))
    groups: list[list[Place]] = []
    for place in dict.fromkeys(place for places in lists for place in places):
        home = next((group for group in groups if _one_place(place, group, lists)), None)
        if home is None:
            groups.append([place])
        elif relation(place, home[0]) != "same":
            home.append(place)
    return tuple(Atom(tuple(group), _within(group, groups)) for group in groups)


def share(atom: Atom | None, place: Place, on: date | None = None) -> Share:
    """How much of ATOM lies in PLACE; an end that nobody states lies nowhere."""
    if atom is None or any(relation(place, inner, on) in _WITHIN for inner in atom.without):
        return NONE
    lies = {relation(one, place, on) for one in atom.places}
    if lies & _WITHIN:
        return ALL
    return NONE if "apart" in lies else PERHAPS


def meant(atom: Atom | None, places: Sequence[Place]) -> Share:
    """How much of ATOM a claim means that names PLACES; one that names none means all, and so does an unstated end."""
    if atom is None or not places:
        return ALL
    shares = [share(atom, place) for place in places]
    if ALL in shares or all(part == NONE for part in shares):
        return max(shares)
    named = frozenset[str]().union(*(countries_of(place) for place in places))
    ours = [countries for one in atom.places if (countries := countries_of(one))]
    return ALL if any(countries <= named for countries in ours) else PERHAPS


def _one_place(place: Place, group: Sequence[Place], lists: Sequence[tuple[Place, ...]]) -> bool:
    """Whether PLACE is one with a GROUP: the same, or not to be told apart and never named beside it."""
    lies = {relation(place, other) for other in group}
    if "same" in lies:
        return True
    beside = any(place in places and set(places) & set(group) for places in lists)
    return lies == {"overlaps"} and not beside


def _within(group: Sequence[Place], groups: Sequence[Sequence[Place]]) -> tuple[Place, ...]:
    """The places of other GROUPS that lie inside GROUP."""
    return tuple(
        other
        for one in groups
        if one is not group
        for other in one
        if any(relation(other, place) == "inside" for place in group)
    )
