"""Nesting: how one place lies to another, as far as names, codes and rough circles can tell."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Final, Literal

from laydown.lexicon.groups import group
from laydown.lexicon.tables import cell, table
from laydown.model import Place
from laydown.places.context import apart

Nesting = Literal["same", "inside", "contains", "overlaps", "apart"]

_INVERSE: Final[dict[Nesting, Nesting]] = {"inside": "contains", "contains": "inside"}


@cache
def relation(one: Place, other: Place, on: date | None = None) -> Nesting:
    """How ONE lies to OTHER: the same, inside it, around it, apart from it; `overlaps` also says that nobody can tell.

    Whoever adds up may count what is `inside` in full, must leave out what is `apart`, and knows of what
    `overlaps` or `contains` only that some part of it may be there. ON is the day whose members a group has.

    >>> poland = Place(name="Poland", type="country", country="PL", lat=52.0, lon=20.0, radius_km=315)
    >>> flank = Place(name="eastern flank", type="region", lat=52.0, lon=23.0, radius_km=900)
    >>> relation(poland, flank, date(2022, 2, 2)), relation(flank, poland, date(2022, 2, 2))
    ('inside', 'contains')
    """
    if _key(one) == _key(other):
        return "same"
    theirs, ours = _countries(other, on), _countries(one, on)
    if ours and theirs:
        return _of_sets(ours, theirs)
    if one.country and theirs:
        return _in_countries(one, theirs)
    if other.country and ours:
        turned = _in_countries(other, ours)
        return _INVERSE.get(turned, turned)
    if one.country and other.country and one.country != other.country:
        return "apart"
    return _by_circles(one, other)


def countries_of(place: Place, on: date | None = None) -> frozenset[str]:
    """The countries that PLACE is, or has inside it by definition on a day; none where nobody has agreed on them.

    >>> countries_of(Place(name="Baltic states", type="region", members=("EE", "LV", "LT"))) == {"EE", "LV", "LT"}
    True
    """
    return _countries(place, on)


def _key(place: Place) -> str:
    """What makes two tellings of a place one: its country, else its id, else its name."""
    return f"country:{place.country}" if place.type == "country" else place.id or f"{place.type}:{place.name}"


def _countries(place: Place, on: date | None) -> frozenset[str]:
    """The countries that a country or a region is made of; none for what lies inside a country, and for seas."""
    if place.type == "country" and place.country:
        return frozenset({place.country})
    if place.members:
        return frozenset(place.members)
    if place.type != "region":
        return frozenset()
    known = group(place.name)
    return frozenset(known.members(on)) if known else _continents().get(place.name, frozenset())


@cache
def _continents() -> Mapping[str, frozenset[str]]:
    """The countries of each continent."""
    return {row["name"]: frozenset(cell(row, "members")) for row in table("continents")}


def _of_sets(ours: frozenset[str], theirs: frozenset[str]) -> Nesting:
    """How two places that are sets of countries lie; the same set under two names is the same place."""
    if ours == theirs:
        return "same"
    if ours < theirs:
        return "inside"
    if ours > theirs:
        return "contains"
    return "overlaps" if ours & theirs else "apart"


def _in_countries(one: Place, theirs: frozenset[str]) -> Nesting:
    """How a place of one country lies to a set of countries; a border has two sides, only one of which is named."""
    if one.country not in theirs:
        return "overlaps" if one.type == "border" else "apart"
    return "overlaps" if one.type == "border" else "inside"


def _by_circles(one: Place, other: Place) -> Nesting:
    """What rough circles can prove: that two places are apart."""
    if "sea" in {one.type, other.type} and (one.country or other.country):
        return "apart"  # whoever is at sea is not on land, though the circles of the two meet
    if one.radius_km is None or other.radius_km is None or None in {one.lat, one.lon, other.lat, other.lon}:
        return "overlaps"
    return "apart" if apart(one, other) > one.radius_km + other.radius_km else "overlaps"
