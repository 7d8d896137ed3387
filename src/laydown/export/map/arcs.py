"""Arcs: the way between two places as the earth has it, bent a little, so that no two ways lie upon each other."""

from collections.abc import Sequence
from itertools import pairwise
from math import acos, asin, atan2, copysign, cos, degrees, hypot, pi, radians, sin
from typing import Final

from laydown.export.map.projection import WIDE, Point, projected

STEPS: Final = 32
"""Pieces of an arc: enough to look round."""
NEAR: Final = 1e-6
HALF_TURN: Final = 180.0
FADED: Final = (0.1, 0.3, 0.5, 0.75)
"""How strong a way is where it leaves the middle of a region, a piece at a time."""


def great_circle(start: Point, end: Point, steps: int = STEPS) -> list[Point]:
    """The points between two places, each (lat, lon), on the shortest way round the earth.

    >>> [(round(lat, 1), round(lon, 1)) for lat, lon in great_circle((0, 0), (0, 90), 2)]
    [(0.0, 0.0), (0.0, 45.0), (0.0, 90.0)]
    """
    (lat1, lon1), (lat2, lon2) = ((radians(lat), radians(lon)) for lat, lon in (start, end))
    inner = sin(lat1) * sin(lat2) + cos(lat1) * cos(lat2) * cos(lon2 - lon1)
    angle = acos(max(-1.0, min(1.0, inner)))
    if angle < NEAR or pi - angle < NEAR:
        return [start, end]
    points = []
    for step in range(steps + 1):
        first, second = sin(angle * (1 - step / steps)) / sin(angle), sin(angle * step / steps) / sin(angle)
        x = first * cos(lat1) * cos(lon1) + second * cos(lat2) * cos(lon2)
        y = first * cos(lat1) * sin(lon1) + second * cos(lat2) * sin(lon2)
        z = first * sin(lat1) + second * sin(lat2)
        points.append((degrees(asin(max(-1.0, min(1.0, z)))), degrees(atan2(y, x))))
    return points


def arc(start: Point, end: Point, bow: float) -> list[Point]:
    """The way on the drawing, bent by BOW to its left, so that there and back are two ways."""
    way = [projected(lat, lon) for lat, lon in over_the_line(great_circle(start, end))]
    last = len(way) - 1
    (x1, y1), (x2, y2) = way[0], way[-1]
    length = hypot(x2 - x1, y2 - y1) or 1.0
    across = 0.0, -1.0 if x2 < x1 else 1.0
    left = across if torn(way) else ((y2 - y1) / length, -(x2 - x1) / length)
    bent = (bow * sin(pi * step / last) for step in range(last + 1)) if last else iter([0.0])
    return [(x + left[0] * by, y + left[1] * by) for (x, y), by in zip(way, bent, strict=True)]


def over_the_line(points: Sequence[Point]) -> list[Point]:
    """POINTS with those on both sides of the date line added where they cross it, so that a way reaches the edges.

    >>> over_the_line([(10.0, 170.0), (20.0, -170.0)])
    [(10.0, 170.0), (15.0, 180.0), (15.0, -180.0), (20.0, -170.0)]
    """
    found = [points[0]]
    for (lat1, lon1), (lat2, lon2) in pairwise(points):
        if abs(lon2 - lon1) > HALF_TURN:
            side = copysign(HALF_TURN, lon1)
            before, after = abs(side - lon1), abs(-side - lon2)
            lat = lat1 + (lat2 - lat1) * before / ((before + after) or 1.0)
            found += [(lat, side), (lat, -side)]
        found.append((lat2, lon2))
    return found


def torn(way: Sequence[Point]) -> bool:
    """Whether a way leaves the drawing on one side and comes back on the other."""
    return any(abs(x2 - x1) > WIDE / 2 for (x1, _), (x2, _) in pairwise(way))


def path(way: Sequence[Point]) -> str:
    """A way as the data of an SVG path, in two pieces where it crosses the edge of the drawing.

    >>> path([(0.0, 1.0), (2.5, 3.126)])
    'M0 1L2.5 3.13'
    """
    pieces = [f"M{_at(way[0])}"]
    for before, point in pairwise(way):
        pieces.append(f"{'M' if abs(point[0] - before[0]) > WIDE / 2 else 'L'}{_at(point)}")
    return "".join(pieces)


def fading(way: Sequence[Point], *, start: bool, end: bool) -> list[tuple[list[Point], float]]:
    """A way in pieces with the strength of each: it comes out of a region, or is lost in one, by degrees.

    >>> [(len(piece), strength) for piece, strength in fading([(0.0, 0.0)] * 33, start=True, end=False)]
    [(3, 0.1), (3, 0.3), (3, 0.5), (3, 0.75), (25, 1.0)]
    """
    piece = len(way) // 16
    if not piece:
        return [(list(way), 1.0)]
    first = len(FADED) * piece if start else 0
    last = len(way) - 1 - (len(FADED) * piece if end else 0)
    coming = [(n * piece, strength) for n, strength in enumerate(FADED)] if start else []
    going = [(last + n * piece, strength) for n, strength in enumerate(reversed(FADED))] if end else []
    begun = [*coming, (first, 1.0), *going]
    stops = [*(number for number, _ in begun[1:]), len(way) - 1]
    return [(list(way[at : stop + 1]), strength) for (at, strength), stop in zip(begun, stops, strict=True)]


def heading(way: Sequence[Point], share: float) -> tuple[Point, float]:
    """The point at a SHARE of a way, and the degrees by which an arrow there is turned."""
    number = min(max(round(share * (len(way) - 1)), 1), len(way) - 1)
    (x1, y1), (x2, y2) = way[number - 1], way[number]
    return (x2, y2), degrees(atan2(y2 - y1, x2 - x1))


def _at(point: Point) -> str:
    """A point in two numbers."""
    return f"{round(point[0], 2):g} {round(point[1], 2):g}"
