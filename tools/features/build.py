"""The table of features: which of them are kept, by what name, and where they are."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from tools.features.forms import forms
from tools.features.read import Feature, features
from tools.features.shapes import middle, reach, unbroken
from tools.features.tables import by_name, curated, key
from tools.features.world import World

HEADER: Final = "name\taliases\tkind\ttype\tcountry\tlat\tlon\tradius_km\tsource"
REMARK: Final = (
    "# Built by tools/features from Natural Earth 10m, https://www.naturalearthdata.com, public domain.\n"
    "# A point has no extent: its radius is that of its kind."
)
SHORE: Final = 0.15
"""Degrees from its shore within which a country has a bay or strait."""


@dataclass(frozen=True, slots=True)
class Row:
    """One place of the table."""

    forms: tuple[str, ...]
    kind: str
    countries: tuple[str, ...]
    lat: float
    lon: float
    radius_km: int
    source: str

    def text(self) -> str:
        """The row as it stands in the file."""
        only = self.countries[0] if len(self.countries) == 1 else ""
        extent = "sea" if by_name("kinds")[self.kind]["lies"] != "land" else "admin" if only else "region"
        name, *aliases = self.forms
        place = f"{self.lat:.2f}\t{self.lon:.2f}\t{self.radius_km}"
        return "\t".join([name, "|".join(aliases), self.kind, extent, only, place, self.source])


def build(source: Path, target: Path) -> None:
    """Write the table, sorted by kind and name."""
    world = World(source / "50m.json")
    rows = _distinct(row for feature in features(source) if (row := _row(feature, world)))
    lines = [row.text() for row in sorted(rows, key=lambda row: (row.kind, row.forms[0], row.lat))]
    path = target / "features.tsv"
    path.write_text("\n".join([REMARK, HEADER, *lines]) + "\n", encoding="utf-8")
    print(f"{len(lines)} features, {path.stat().st_size / 1e3:.0f} KB")


def _row(feature: Feature, world: World) -> Row | None:
    """The feature as a place; none if regions.tsv has it, or nothing is left to call it."""
    found, first, kind = forms(feature), feature.names[0], by_name("kinds")[feature.kind]
    if not found or (key(first) in curated() and kind["namesake"] == "no"):
        return None
    said = by_name("corrections").get(first, {})
    shape = unbroken(feature.geometry)
    countries = (said["country"],) if said.get("country") else _holders(feature, world)
    lat, lon = middle(shape)
    radius = int(kind["point_radius_km"]) if shape.geom_type == "Point" else reach(shape)
    row = Row(found, feature.kind, countries, lat, lon, radius, f"Natural Earth 10m, {feature.layer}")
    if not said.get("lat"):
        return row
    lat, lon, radius = float(said["lat"]), float(said["lon"]), int(said["radius_km"])
    return replace(row, lat=lat, lon=lon, radius_km=radius, source=said["source"])


def _holders(feature: Feature, world: World) -> tuple[str, ...]:
    """The countries that have land features; of a bay or a strait those on its shores, of a sea none."""
    lies = by_name("kinds")[feature.kind]["lies"]
    if lies == "open":
        return ()
    return world.crossed(feature.geometry.buffer(SHORE) if lies == "shore" else feature.geometry)


def _distinct(rows: Iterable[Row]) -> list[Row]:
    """The rows, without one that has the name of a larger one close by."""
    kept: dict[str, list[Row]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: -row.radius_km):
        same = kept[key(row.forms[0])]
        if not any(abs(row.lat - other.lat) <= 1 and abs(row.lon - other.lon) <= 1 for other in same):
            same.append(row)
    return [row for same in kept.values() for row in same]
