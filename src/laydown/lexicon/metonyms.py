"""Buildings, streets, commands and seats by which news means an authority: the Kremlin, Foggy Bottom, SHAPE."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from laydown.lexicon.gazetteer import slug
from laydown.lexicon.scan import fold
from laydown.lexicon.tables import cell, table
from laydown.model import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Metonym:
    """A seat and the authority it stands for; COUNTRY is whose government that is, None for NATO, the EU and the UN."""

    place: Place
    stands_for: str
    country: str | None
    seat: str
    source: str


SEAT_KM = 1
"""How far a building or a headquarters reaches, in km."""


def metonym(name: str) -> Metonym | None:
    """The seat that goes by a name, "the" aside; None if it is none.

    >>> kremlin = metonym("the Kremlin")
    >>> kremlin and (kremlin.country, kremlin.seat)
    ('RU', 'Moscow')
    """
    folded = fold(name)
    return _metonyms().get(folded) or _metonyms().get(folded.removeprefix("the ").removeprefix("The "))


@cache
def _metonyms() -> Mapping[str, Metonym]:
    """The seats by folded form."""
    found = {}
    for row in table("metonyms"):
        place = Place(
            name=row["name"],
            type="city",
            country=row["country"] or None,
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            radius_km=SEAT_KM,
            id=f"seat:{slug(row['name'])}",
        )
        one = Metonym(
            place=place,
            stands_for=row["stands_for"],
            country=row["country"] or None,
            seat=row["seat"],
            source=row["source"],
        )
        found.update({fold(form): one for form in (row["name"], *cell(row, "aliases"))})
    return found
