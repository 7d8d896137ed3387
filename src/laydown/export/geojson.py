"""GeoJSON: rows with their places as features (RFC 7946), those that are not located with a null geometry."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from laydown.model import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """A row with the places where it lies: one is a point, of several the first and the last are the ends of a line."""

    id: str
    places: tuple[Place, ...]
    properties: Mapping[str, Any]


def feature_collection(features: Iterable[Feature], **about: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    """FEATURES as a collection, with what is said ABOUT all of them.

    Coordinates are those of a name and its `radius_km`, to 0.01 degree, and never a position.
    """
    return {"type": "FeatureCollection", **about, "features": [_feature(one) for one in features]}


def _feature(one: Feature) -> dict[str, Any]:
    """A feature; a movement is drawn where both of its ends are known."""
    radius = max((place.radius_km or 0 for place in one.places), default=0)
    return {
        "type": "Feature",
        "id": one.id,
        "geometry": _geometry(one.places),
        "properties": {**one.properties, "radius_km": radius or None},
    }


def _geometry(places: tuple[Place, ...]) -> dict[str, Any] | None:
    """A point, a line, or None.

    >>> _geometry((Place(name="Poland", type="country", lat=52.0, lon=20.0),))
    {'type': 'Point', 'coordinates': [20.0, 52.0]}
    """
    ends = [[round(p.lon, 2), round(p.lat, 2)] for p in places if p.lat is not None and p.lon is not None]
    if not ends or len(ends) < len(places):
        return None
    return {"type": "Point", "coordinates": ends[0]} if len(ends) == 1 else {"type": "LineString", "coordinates": ends}
