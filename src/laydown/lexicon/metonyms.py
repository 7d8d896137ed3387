"""Buildings, streets, commands and seats by which news means an authority: the Kremlin, Foggy Bottom, SHAPE."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from laydown.lexicon.gazetteer import country, slug
from laydown.lexicon.scan import fold, known_as
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
    return known_as(_metonyms(), name)


def agency(name: str) -> Place | None:
    """The country whose government a body of its own stands for: the Bundestag, the Rada, Congress.

    >>> place = agency("the Knesset")
    >>> place and place.country
    'IL'
    """
    return known_as(_agencies(), name)


@cache
def _agencies() -> Mapping[str, Place]:
    """The bodies of state by folded form; a form of two countries' bodies tells neither."""
    forms = [(fold(word), row["code"]) for row in table("countries") for word in cell(row, "agency")]
    shared = {form for form, count in Counter(form for form, _ in forms).items() if count > 1}
    return {form: place for form, code in forms if form not in shared and (place := country(code)) is not None}


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
