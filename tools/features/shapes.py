"""Shapes on a round earth: where the middle is, how far they reach, and the seam at the 180th meridian."""

import math
from typing import Any, Final, TypeAlias

from shapely import union_all
from shapely.affinity import translate
from shapely.ops import linemerge

KM_A_DEGREE: Final = 111.2
VAST_KM: Final = 9000
Geometry: TypeAlias = Any


def unbroken(geometry: Geometry) -> Geometry:
    """The shape in one piece, if the map has cut it at the 180th meridian."""
    west, _, east, _ = geometry.bounds
    if east - west < 180:
        return geometry
    parts = [translate(part, 360) if part.centroid.x < 0 else part for part in getattr(geometry, "geoms", [geometry])]
    moved = union_all(parts)
    return moved if moved.bounds[2] - moved.bounds[0] < east - west else geometry


def middle(geometry: Geometry) -> tuple[float, float]:
    """Latitude and longitude half way along the longest line, or of the centre if that is inside, or near it."""
    if "LineString" in geometry.geom_type:
        merged = linemerge(geometry) if geometry.geom_type == "MultiLineString" else geometry
        longest = max(getattr(merged, "geoms", [merged]), key=lambda line: line.length)
        point = longest.interpolate(0.5, normalized=True)
    else:
        point = geometry.centroid
        point = point if geometry.covers(point) else geometry.representative_point()
    return point.y, (point.x + 180) % 360 - 180


def reach(geometry: Geometry) -> int:
    """Half the diagonal of the box around the shape, in kilometres."""
    west, south, east, north = geometry.bounds
    wide = (east - west) * math.cos(math.radians((south + north) / 2))
    return min(VAST_KM, max(1, round(math.hypot(wide, north - south) * KM_A_DEGREE / 2)))
