"""The long table of towns and districts, searched by halves: a quarter of a million places, none of them loaded.

`gazetteer` knows the places that are sought in running text. These here are only looked up by name, when grammar or
a person asks for a place and the shorter tables have no answer, or too few.
"""

import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from laydown.lexicon.scan import fold

_FIELDS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """A populated place (GeoNames feature PPL...), or a division (ADM1, ADM2) with the people of its towns."""

    name: str
    feature: str
    country: str
    admin: str | None
    lat: float
    lon: float
    population: int
    radius_km: int
    source: str


def towns(name: str) -> tuple[Town, ...]:
    """The places that bear a name, in any listed spelling, the most populous first; none if unknown.

    >>> [(town.country, town.feature) for town in towns("Vilseck")]
    [('DE', 'PPL')]
    """
    found = []
    for row in _rows(fold(name)):
        if row[2] == "=":
            found += [_town(other) for other in _rows(row[1]) if other[-1] == row[-1] and other[2] != "="]
        else:
            found.append(_town(row))
    unique = {town.source: town for town in found}
    return tuple(sorted(unique.values(), key=lambda town: (-town.population, town.source)))


def reach(people: int) -> int:
    """Radius in km of a town by its people: 1 for a village, 3 at 20,000, 20 at a million, 40 at most.

    A circle that holds them at 2,000 to the square kilometre, widened by six tenths for what counts as the town.
    """
    return max(1, min(40, round(1.6 * math.sqrt(people / 2000 / math.pi))))


def _rows(form: str) -> list[list[str]]:
    """The rows under a folded form, cut into fields."""
    data, wanted = _data(), form.encode() + b"\t"
    low, high = _body(), len(data)
    while low < high:
        middle = data.rfind(b"\n", low, (low + high) // 2) + 1 or low
        if data[middle : middle + len(wanted)] < wanted:
            low = data.find(b"\n", middle) + 1
        else:
            high = middle
    rows = []
    while data.startswith(wanted, low):
        end = data.find(b"\n", low)
        rows.append(data[low:end].decode().split("\t", _FIELDS - 1))
        low = end + 1
    return rows


def _town(row: list[str]) -> Town:
    """The place that a row describes."""
    form, name, feature, country, admin, lat, lon, population, radius, source = row
    return Town(
        name=name or form,
        feature=feature,
        country=country,
        admin=admin or None,
        lat=float(lat),
        lon=float(lon),
        population=int(population or 0),
        radius_km=int(radius),
        source=source,
    )


@cache
def _data() -> bytes:
    """The table as it stands in the file: 17 MB, read once."""
    return files("laydown.lexicon").joinpath("data", "towns.tsv").read_bytes()


@cache
def _body() -> int:
    """Where the first row begins, after the remarks and the header."""
    data = _data()
    start = 0
    while data.startswith(b"#", start):
        start = data.find(b"\n", start) + 1
    return data.find(b"\n", start) + 1
