"""Where a name may be: countries, bases, regions, seas, states and towns, looked up in text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, Literal, cast

from laydown.lexicon.scan import Names, fold, names, scan, spellings
from laydown.lexicon.tables import cell, table
from laydown.model.claim import Place, PlaceType

Sense = Literal["name", "adjective", "people"]

_ORDER: Final = ("country", "base", "region", "capital", "admin", "city")
_LOUD: Final = 4
"""Letters in the shortest name known in capitals: shorter ones are acronyms of something else."""
_SHOUTED: Final = 400_000
"""Towns from this population on are also known in capitals, as datelines write them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One meaning of a name; population is 0 where unknown and serves as prominence."""

    place: Place
    sense: Sense = "name"
    population: int = 0
    admin: str | None = None


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


def is_capital(place: Place) -> bool:
    """Whether a place is a capital, whose name news also uses for its government ("Seoul has agreed")."""
    return place.type == "city" and (place.country, fold(place.name)) in _capitals()


def country(code: str) -> Place | None:
    """The country or territory with an ISO 3166-1 alpha-2 code (and XK)."""
    return _countries().get(code)


def _rank(entry: Entry) -> tuple[int, int]:
    """Where an entry stands among the meanings of one name."""
    place = entry.place
    kind: str = "region" if place.type == "sea" else place.type
    if kind == "admin" and place.id == f"country:{place.country}":
        kind = "country"
    if kind == "city" and (place.country, fold(place.name)) in _capitals():
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
        place = _countries()[row["code"]]
        yield _loud(row["name"], *cell(row, "aliases")), Entry(place=place)
        yield cell(row, "adjectives"), Entry(place=place, sense="adjective")
        yield cell(row, "people"), Entry(place=place, sense="people")
    for row in table("bases"):
        yield (
            (row["name"], *cell(row, "aliases")),
            Entry(place=_place(row, "base", key=f"base:{_slug(row['name'])}"), admin=row["admin"] or None),
        )
    for row in table("regions"):
        place = _place(row, cast("PlaceType", row["type"]), key=f"region:{_slug(row['name'])}")
        yield _loud(row["name"], *cell(row, "aliases")), Entry(place=place)
    for row in table("states"):
        place = _place(row, "admin", key=f"state:{row['code']}")
        yield (row["name"], *cell(row, "aliases")), Entry(place=place, admin=row["code"])


@cache
def _countries() -> Mapping[str, Place]:
    """The countries and territories by code."""
    return {
        row["code"]: _place(
            {**row, "country": row["code"]}, cast("PlaceType", row["type"]), key=f"country:{row['code']}"
        )
        for row in table("countries")
    }


@cache
def _capitals() -> frozenset[tuple[str, str]]:
    """Country code and folded name of each capital."""
    return frozenset((row["code"], fold(capital)) for row in table("countries") for capital in cell(row, "capital"))


def _place(row: Mapping[str, str], kind: PlaceType, *, key: str) -> Place:
    """The place that a row of a hand-made table describes."""
    return Place(
        name=row["name"],
        type=kind,
        country=row["country"] or None,
        members=cell(row, "members") if "members" in row else (),
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        id=key,
    )


def _slug(name: str) -> str:
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
        name, aliases, _country, _admin, _lat, _lon, population, _source = line.split("\t")
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
    name, _aliases, code, admin, lat, lon, population, source = line.split("\t")
    place = Place(name=name, type="city", country=code, lat=float(lat), lon=float(lon), id=f"geonames:{source}")
    return Entry(place=place, population=int(population), admin=admin or None)
