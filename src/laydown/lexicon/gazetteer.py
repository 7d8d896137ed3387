"""Where a name may be: countries, bases, regions, seas, states and towns, looked up in text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Final, Literal, cast

from laydown.lexicon.scan import Names, fold, names, scan, spellings
from laydown.lexicon.tables import cell, table
from laydown.lexicon.towns import reach, towns
from laydown.model import Place, PlaceKind, PlaceType

Sense = Literal["name", "adjective", "people"]

_ORDER: Final = ("country", "base", "region", "capital", "admin", "city")
BASE_KM: Final = 5
"""How far a base reaches, in km: about what the largest posts span, and more than positions are rounded to."""
_LOUD: Final = 4
"""Letters in the shortest name known in capitals: shorter ones are acronyms of something else."""
_SHOUTED: Final = 400_000
"""Towns from this population on are also known in capitals, as datelines write them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One meaning of a name; population is 0 where unknown, SEAT marks a capital.

    FEATURE is GeoNames' code of a town, and for a region how sharp its edge is: exact, fuzzy, vast.
    """

    place: Place
    kind: PlaceKind
    source: str
    sense: Sense = "name"
    population: int = 0
    admin: str | None = None
    feature: str = ""
    seat: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A name in a text with the meanings it may have, the likeliest without context first."""

    start: int
    end: int
    entries: tuple[Entry, ...]


def find(text: str) -> list[Match]:
    """Every place name, nationality and people in the text: longest, left-most, without overlap.

    >>> [text[m.start:m.end] for text in ["Poland’s border with South Korea"] for m in find(text)]
    ['Poland', 'South Korea']
    """
    return [Match(start=start, end=end, entries=meanings(name)) for start, end, name in _longest(text)]


def _longest(text: str) -> Iterator[tuple[int, int, str]]:
    """The names of a text; "the Gulf" gives way to the longer "Gulf of Aden" that begins inside it."""
    done = 0
    for start, end, name in scan(text, _index()):
        if start < done:
            continue
        inner = next(scan(text[start + 4 : end + 32], _index()), None) if name.startswith("the ") else None
        if inner is not None and inner[0] == 0 and start + 4 + inner[1] > end:
            done = start + 4 + inner[1]
            yield start + 4, done, inner[2]
        else:
            yield start, end, name


@cache
def meanings(name: str) -> tuple[Entry, ...]:
    """What a name may mean, best first: country, base, region, capital, admin, city by population; none if unknown."""
    folded = fold(name)
    entries = [*_curated().get(folded, ()), *(_town(line) for line in _towns().get(folded, ()))]
    return tuple(sorted(entries, key=_rank))


def is_common(name: str) -> bool:
    """Whether a town's name is also an ordinary word, a surname or the name of something else."""
    return fold(name) in _common()


@cache
def _common() -> frozenset[str]:
    """The names of towns that mostly mean something else."""
    return frozenset(fold(row["name"]) for row in table("city_stopwords"))


def postal(code: str) -> tuple[Entry, ...]:
    """The state of a postal code (KY), which only counts where a name is asked for: in running text IN is a word."""
    return tuple(entry for entry in _states() if entry.admin == code)


@cache
def _states() -> tuple[Entry, ...]:
    """The states of the United States."""
    return tuple(entry for _, entry in _rows() if (entry.place.id or "").startswith("state:"))


def is_capital(place: Place) -> bool:
    """Whether a place is a capital, whose name news also uses for its government ("Seoul has agreed")."""
    return place.type == "city" and (place.country, fold(place.name)) in _capitals()


def capital(code: str) -> Place | None:
    """The capital of a country, as the news would name it; None where the table knows none or several."""
    names = [name for row in table("countries") if row["code"] == code for name in cell(row, "capital")]
    found = (entry.place for name in names for entry in meanings(name)) if len(names) == 1 else ()
    return next((place for place in found if place.country == code and place.type == "city"), None)


def country(code: str) -> Place | None:
    """The country or territory with an ISO 3166-1 alpha-2 code (and XK)."""
    return _countries().get(code)


def _rank(entry: Entry) -> tuple[int, int]:
    """Where an entry stands among the meanings of one name."""
    place = entry.place
    kind: str = "region" if place.type == "sea" else place.type
    if entry.kind == "country":
        kind = "country"
    if entry.seat:
        kind = "capital"
    return _ORDER.index(kind), -entry.population


@cache
def _index() -> Names:
    """All names, folded, ready to scan for."""
    return names({**_towns(), **_curated()})


@cache
def _curated() -> Mapping[str, tuple[Entry, ...]]:
    """The meanings in the hand-made tables, by folded form."""
    found: dict[str, tuple[Entry, ...]] = {}
    for forms, entry in _rows():
        for form in spellings(forms):
            found[form] = (*found.get(form, ()), entry)
    return found


def _rows() -> Iterator[tuple[tuple[str, ...], Entry]]:
    """The forms and the meaning of each row of the hand-made tables."""
    for row in table("countries"):
        entry = Entry(place=_countries()[row["code"]], kind="country", source=row["source"])
        yield _loud(row["name"], *cell(row, "aliases")), entry
        yield cell(row, "adjectives"), replace(entry, sense="adjective")
        yield cell(row, "people"), replace(entry, sense="people")
    for row in table("bases"):
        place = _place(row, "base", key=f"base:{slug(row['name'])}", radius=BASE_KM)
        yield (
            (row["name"], *cell(row, "aliases")),
            Entry(place=place, kind="base", source=row["source"], admin=row["admin"] or None),
        )
    for row in table("regions"):
        kind = cast("PlaceType", row["type"])
        place = _place(row, kind, key=f"region:{slug(row['name'])}", radius=int(row["radius_km"]))
        division = kind == "admin"
        entry = Entry(
            place=place,
            kind="province" if division else cast("PlaceKind", kind),
            source=row["source"],
            admin=_division(row["name"], row["country"]) if division else None,
            feature=row["precision"],
        )
        yield _loud(row["name"], *cell(row, "aliases")), entry
    for row in table("states"):
        place = _place(row, "admin", key=f"state:{row['code']}", radius=int(row["radius_km"]))
        entry = Entry(place=place, kind="province", source=row["source"], admin=row["code"])
        yield (row["name"], *cell(row, "aliases")), entry


def _division(name: str, country: str) -> str | None:
    """The first-order code under which GeoNames files a part of a country, where it has one of that name."""
    return next((t.admin for t in towns(name) if t.feature == "ADM1" and t.country == country), None)


@cache
def _countries() -> Mapping[str, Place]:
    """The countries and territories by code."""
    return {
        row["code"]: _place(
            {**row, "country": row["code"]},
            cast("PlaceType", row["type"]),
            key=f"country:{row['code']}",
            radius=int(row["radius_km"]),
        )
        for row in table("countries")
    }


@cache
def _capitals() -> frozenset[tuple[str, str]]:
    """Country code and folded name of each capital."""
    return frozenset((row["code"], fold(capital)) for row in table("countries") for capital in cell(row, "capital"))


def _place(row: Mapping[str, str], kind: PlaceType, *, key: str, radius: int) -> Place:
    """The place that a row of a hand-made table describes."""
    return Place(
        name=row["name"],
        type=kind,
        country=row["country"] or None,
        members=cell(row, "members") if "members" in row else (),
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        radius_km=radius,
        id=key,
    )


def slug(name: str) -> str:
    """A name as the readable half of an id: fort-bragg."""
    kept = "".join(letter if letter.isalnum() else " " for letter in fold(name).lower().replace("'", ""))
    return "-".join(kept.split())


def _loud(*forms: str) -> tuple[str, ...]:
    """The forms, and those of four letters or more in capitals too, as headings and datelines write them."""
    return (*forms, *(form.upper() for form in forms if len(form) >= _LOUD and "." not in form))


@cache
def _towns() -> Mapping[str, tuple[str, ...]]:
    """Lines of the table of cities by folded name. Read by hand: the table is long, and few lines are ever wanted."""
    found: dict[str, tuple[str, ...]] = {}
    text = files("laydown.lexicon").joinpath("data", "cities.tsv").read_text(encoding="utf-8")
    lines = (line for line in text.split("\n") if line and not line.startswith("#"))
    next(lines)
    for line in lines:
        name, aliases, _country, _admin, _lat, _lon, population, _feature, _source = line.split("\t")
        for form in (name, *aliases.split("|")) if aliases else (name,):
            if form.isascii():
                key = form.replace("-", " ") if "-" in form else form
                found[key] = (*found[key], line) if key in found else (line,)
                if int(population) >= _SHOUTED:
                    found[key.upper()] = (line,)
    return found


@cache
def _town(line: str) -> Entry:
    """The meaning that a line of the table of cities gives."""
    name, _aliases, code, admin, lat, lon, population, feature, source = line.split("\t")
    people = int(population)
    place = Place(
        name=name,
        type="city",
        country=code,
        lat=float(lat),
        lon=float(lon),
        radius_km=reach(people),
        id=f"geonames:{source}",
    )
    return Entry(
        place=place,
        kind="town",
        source=f"GeoNames {source}",
        population=people,
        admin=admin or None,
        feature=feature,
        seat=feature == "PPLC" or ((code, fold(name)) in _capitals() and feature in {"PPLA", "PPLG"}),
    )
