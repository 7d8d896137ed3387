"""The countries that a shape crosses, read off the 50m map of the world, a TopoJSON."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any, Final, TypeAlias

from shapely import STRtree, make_valid, union_all
from shapely.affinity import translate
from shapely.geometry import shape

from tools.features.names import english
from tools.features.shapes import Geometry
from tools.features.tables import countries, key

SHARE: Final = 0.05
"""Of a feature, the part in one country that is not just the coarseness of the borders."""
COAST: Final = 0.5
"""Degrees from the drawn coast within which a small island, a pier or a runway is the country's."""
Line: TypeAlias = list[tuple[float, float]]


class World:
    """The countries of the map, to be asked which of them a shape crosses."""

    def __init__(self, path: Path) -> None:
        """Read the map; an area that is no entry of countries.tsv has no code."""
        topology = json.loads(path.read_text(encoding="utf-8"))
        areas, lines = topology["objects"]["countries"]["geometries"], _lines(topology)
        self.codes = [countries().get(key(next(english(area["properties"]["name"], "country"))), "") for area in areas]
        self.shapes = [_outline(area, lines) for area in areas]
        self.tree = STRtree(self.shapes)

    def crossed(self, geometry: Geometry) -> tuple[str, ...]:
        """The countries that hold more than a sliver of the shape, or the one whose coast it lies off."""
        shares: dict[str, float] = defaultdict(float)
        for index in self.tree.query(geometry, predicate="intersects"):
            part = geometry.intersection(self.shapes[index])
            shares[self.codes[index]] += part.area or part.length or 1.0
        if not shares and (geometry.area < 1 or geometry.length < 1):
            off = self.tree.query_nearest(geometry, max_distance=COAST, all_matches=False)
            return tuple(self.codes[index] for index in off if self.codes[index])
        least = SHARE * sum(shares.values())
        return tuple(sorted(code for code, share in shares.items() if code and share >= least))


def _lines(topology: Mapping[str, Any]) -> list[Line]:
    """The arcs of the map in degrees: each point is a step from the one before."""
    (by_x, by_y), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    walked = [accumulate(arc, lambda at, step: (at[0] + step[0], at[1] + step[1])) for arc in topology["arcs"]]
    return [[(x * by_x + west, y * by_y + south) for x, y in arc] for arc in walked]


def _outline(area: Mapping[str, Any], lines: Sequence[Line]) -> Geometry:
    """The shape of one country, on both sides of the map where it goes past the 180th meridian."""
    parts = [area["arcs"]] if area["type"] == "Polygon" else area["arcs"]
    outlines = [[ring for arcs in part if len(ring := _ring(arcs, lines)) > 3] for part in parts]
    whole = make_valid(shape({"type": "MultiPolygon", "coordinates": [rings for rings in outlines if rings]}))
    return union_all([translate(whole, turn) for turn in (-360, 0, 360)]) if whole.bounds[2] > 180.01 else whole


def _ring(arcs: Iterable[int], lines: Sequence[Line]) -> Line:
    """The arcs one after the other, those with a negative number backwards; no jump from 180 east to 180 west."""
    points: Line = []
    for index in arcs:
        line = lines[index] if index >= 0 else lines[~index][::-1]
        points.extend(line[1:] if points else line)
    across = max(x for x, _ in points) - min(x for x, _ in points) > 350 and min(y for _, y in points) > -60
    return [(x + 360 if across and x < 0 else x, y) for x, y in points]
