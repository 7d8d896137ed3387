"""Arcs: the way between two places as the earth has it, bent a little, so that no two ways lie upon each other."""

from collections.abc import Sequence
from itertools import pairwise
from math import acos, asin, atan2, cos, degrees, hypot, pi, radians, sin
from typing import Final

from laydown.export.map.projection import WIDE, Point, projected

STEPS: Final = 32
"""Pieces of an arc: enough to look round."""
NEAR: Final = 1e-6


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
    way = [projected(lat, lon) for lat, lon in great_circle(start, end)]
    last = len(way) - 1
    if torn(way):
        return way
    (x1, y1), (x2, y2) = way[0], way[-1]
    length = hypot(x2 - x1, y2 - y1) or 1.0
    left = (y2 - y1) / length, -(x2 - x1) / length
    bent = (bow * sin(pi * step / last) for step in range(last + 1)) if last else iter([0.0])
    return [(x + left[0] * by, y + left[1] * by) for (x, y), by in zip(way, bent, strict=True)]


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


def heading(way: Sequence[Point], share: float) -> tuple[Point, float]:
    """The point at a SHARE of a way, and the degrees by which an arrow there is turned."""
    number = min(max(round(share * (len(way) - 1)), 1), len(way) - 1)
    (x1, y1), (x2, y2) = way[number - 1], way[number]
    return (x2, y2), degrees(atan2(y2 - y1, x2 - x1))


def _at(point: Point) -> str:
    """A point in two numbers."""
    return f"{round(point[0], 2):g} {round(point[1], 2):g}"
