"""Rivers, lakes, ranges, islands and the like, looked up by name; the seas that news names are in `gazetteer`."""

from collections.abc import Mapping
from functools import cache
from typing import cast

from laydown.lexicon.gazetteer import Entry, slug
from laydown.lexicon.scan import fold
from laydown.lexicon.tables import cell, table
from laydown.model import Place, PlaceType


def features(name: str) -> tuple[Entry, ...]:
    """The natural features that bear a name, the widest first; none if unknown.

    >>> [entry.place.type for entry in features("Dnieper River")]
    ['region']
    """
    return _features().get(fold(name), ())


@cache
def _features() -> Mapping[str, tuple[Entry, ...]]:
    """The features by folded form."""
    found: dict[str, list[Entry]] = {}
    for row in table("features"):
        place = Place(
            name=row["name"],
            type=cast("PlaceType", row["type"]),
            country=row["country"] or None,
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            radius_km=int(row["radius_km"]),
            id=f"{row['kind']}:{slug(row['name'])}",
        )
        entry = Entry(place=place, kind="sea" if place.type == "sea" else "feature", source=row["source"])
        for form in dict.fromkeys(fold(form) for form in (row["name"], *cell(row, "aliases"))):
            found.setdefault(form, []).append(entry)
    return {form: tuple(sorted(entries, key=_width)) for form, entries in found.items()}


def _width(entry: Entry) -> tuple[int, str]:
    """The widest first, then by id."""
    return -(entry.place.radius_km or 0), entry.place.id or ""
