"""Features read off the map: the named shapes of all layers, the pieces of each put together."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from shapely import make_valid, union_all
from shapely.geometry import shape

from tools.features.names import names
from tools.features.shapes import Geometry
from tools.features.tables import by_name, key, table


@dataclass(frozen=True, slots=True)
class Feature:
    """One shape of the map, or the pieces of one put together; the names come with the best first."""

    names: tuple[str, ...]
    kind: str
    geometry: Geometry
    layer: str
    bare: bool


def features(folder: Path) -> list[Feature]:
    """The features of all layers, what is known from the best layer first."""
    groups: dict[tuple[str, str], list[Feature]] = defaultdict(list)
    for piece in _pieces(folder):
        groups[key(piece.names[0]), piece.kind].append(piece)
    return [_together(cluster) for group in groups.values() for cluster in _clusters(group)]


def _pieces(folder: Path) -> Iterator[Feature]:
    for layer in table("layers"):
        file, last = layer["file"], float(layer["last_rank"])
        for item in json.loads((folder / f"{file}.json").read_text(encoding="utf-8"))["features"]:
            properties = {name.lower(): value for name, value in item["properties"].items()}
            if not item["geometry"] or float(properties.get("scalerank") or 0) > last:
                continue
            found = names(properties)
            kind = _kind(properties, found)
            if kind == "river":
                found = tuple(dict.fromkeys(name.removesuffix(" River") for name in found))
            if kind:
                yield Feature(found, kind, make_valid(shape(item["geometry"])), file, layer["bare"] == "yes")


def _kind(properties: Mapping[str, Any], found: Sequence[str]) -> str:
    """Our kind of the feature; none for what is left out."""
    given = str(properties["featurecla"]).lower()
    rows = (row for row in table("classes") if found and row["class"] == given and row["word"] in found[0])
    return next((row["kind"] for row in rows), "")


def _clusters(group: Iterable[Feature]) -> list[list[Feature]]:
    """The pieces of one name, those apart from each other apart."""
    clusters: list[list[Feature]] = []
    for piece in group:
        limit = float(by_name("kinds")[piece.kind]["gap_degrees"])
        near = [c for c in clusters if any(other.geometry.distance(piece.geometry) <= limit for other in c)]
        clusters = [c for c in clusters if c not in near] + [[*(other for c in near for other in c), piece]]
    return clusters


def _together(pieces: Sequence[Feature]) -> Feature:
    """One feature of many pieces, with the names and the shape of all; a point has no part in the shape of others."""
    extended = [piece for piece in pieces if piece.geometry.geom_type != "Point"] or pieces
    found = tuple(dict.fromkeys(name for piece in pieces for name in piece.names))
    return replace(extended[0], names=found, geometry=union_all([piece.geometry for piece in extended]))
