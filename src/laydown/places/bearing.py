"""A part of a place: "eastern Ukraine" lies half-way to its eastern edge, and reaches less far."""

import math
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Final

from laydown.lexicon.tables import cell, table
from laydown.model import Place

KM_A_DEGREE: Final = 111.2
PART: Final = 0.6
"""The radius of a half or a quarter of a disc, as a share of the whole one's."""
WIDE: Final = frozenset({"country", "admin", "region", "sea"})
"""The types of place that have parts worth telling apart."""


def part_of(place: Place, name: str) -> Place:
    """The part of PLACE that NAME means by its first word; PLACE itself where that is no bearing, or its own name.

    >>> ukraine = Place(name="Ukraine", type="country", country="UA", lat=49.0, lon=32.0, radius_km=438)
    >>> part_of(ukraine, "eastern Ukraine").lon
    35.0
    """
    words = name.removeprefix("the ").removeprefix("The ").split()
    shares = _bearings().get(words[0]) if len(words) > 1 else None
    if shares is None or place.type not in WIDE or place.name.lower().startswith(words[0].lower()):
        return place
    if place.lat is None or place.lon is None or place.radius_km is None:
        return place
    north, east = (share * place.radius_km / KM_A_DEGREE for share in shares)
    lat = max(-90.0, min(90.0, place.lat + north))
    lon = place.lon + east / max(0.1, math.cos(math.radians(place.lat)))
    return replace(
        place,
        lat=round(lat, 2),
        lon=round((lon + 180) % 360 - 180, 2),
        radius_km=max(1, round(place.radius_km * PART)),
    )


@cache
def _bearings() -> Mapping[str, tuple[float, float]]:
    """For each word the way north and east from the middle, in shares of the radius."""
    return {word: (float(row["north"]), float(row["east"])) for row in table("bearings") for word in cell(row, "words")}
