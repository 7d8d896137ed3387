"""Projection: Equal Earth, as `frontend/world.mjs` projects the borders, so that what is drawn lies on them."""

from math import asin, cos, radians, sin, sqrt
from typing import Final, TypeAlias

from laydown.model import Place

Point: TypeAlias = tuple[float, float]

WIDE: Final = 1080.0
HIGH: Final = 530.0
SCALE: Final = 200.0
"""Units of a radian, d3's `scale`; the middle of the drawing is 0 N 0 E."""

_A: Final = (1.340264, -0.081106, 0.000893, 0.003796)
"""The polynomial of Savric, Patterson and Jenny, "The Equal Earth map projection", 2018."""
_M: Final = sqrt(3) / 2


def projected(lat: float, lon: float) -> Point:
    """Where a point lies on the drawing.

    >>> [round(part, 2) for part in projected(52.23, 21.01)]
    [591.16, 69.75]
    """
    a1, a2, a3, a4 = _A
    leaning = asin(_M * sin(radians(lat)))
    square = leaning * leaning
    sixth = square**3
    x = radians(lon) * cos(leaning) / (_M * (a1 + 3 * a2 * square + sixth * (7 * a3 + 9 * a4 * square)))
    y = leaning * (a1 + a2 * square + sixth * (a3 + a4 * square))
    return WIDE / 2 + SCALE * x, HIGH / 2 - SCALE * y


def reach(place: Place) -> float:
    """How far a name reaches on the drawing, from its kilometres."""
    if place.lat is None or place.lon is None or not place.radius_km:
        return 0.0
    degrees = place.radius_km / 111.2
    north = projected(min(place.lat + degrees, 90.0), place.lon)[1]
    south = projected(max(place.lat - degrees, -90.0), place.lon)[1]
    return (south - north) / 2
