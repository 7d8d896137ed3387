"""What a name may mean: every place in the tables that bears it, and where it is a site, the place it is named for."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from laydown.lexicon.features import features
from laydown.lexicon.gazetteer import Entry, meanings, postal
from laydown.lexicon.groups import group
from laydown.lexicon.metonyms import agency, metonym
from laydown.lexicon.tables import cell, table
from laydown.lexicon.towns import Town, towns
from laydown.model import Place, PlaceKind

Way = Literal["named", "trimmed", "division", "inside"]
"""How a name leads to a place: as it stands, without words around it, as a division, or by the place inside it."""


@dataclass(frozen=True, slots=True)
class Sense:
    """One place that a name may mean; FORM is what was looked up, WAY how it was got from the name."""

    entry: Entry
    form: str
    way: Way


@lru_cache(maxsize=32_768)
def senses(name: str) -> tuple[Sense, ...]:
    """Every place that NAME may mean; the first reading of the name that has any decides.

    >>> {sense.entry.place.country for sense in senses("downtown Grafenwöhr")}
    {'DE'}
    """
    found: dict[str | None, Sense] = {}
    for form, way in readings(name):
        if found and way != "named":
            break
        for sense in _senses(form, way):
            found.setdefault(sense.entry.place.id, sense)
    return tuple(sense for sense in found.values() if not _again(sense.entry, found.values()))


def readings(name: str) -> Iterator[tuple[str, Way]]:
    """The forms under which a name may stand in the tables, the fullest first."""
    plain = _plain(name)
    seen = set()
    for form, way in _forms(plain):
        if form and form not in seen:
            seen.add(form)
            yield form, way


def _forms(name: str) -> Iterator[tuple[str, Way]]:
    """The name itself, spelled out, without its openers and closers, as a division, then the places inside it."""
    yield name, "named"
    if name[:4] in {"the ", "The "}:
        yield name[4:], "named"
    full = _spelled_out(name)
    yield full, "named"
    bare = _before().sub("", full)
    yield bare, "trimmed"
    yield _of().sub("", bare), "trimmed"
    yield _after().sub("", bare), "trimmed"
    if division := _division().search(bare):
        yield bare[: division.start()], "division"
    if bare.isupper() and len(bare) > 4:
        yield bare.title(), "named"
    yield from ((inner, "inside") for inner in _inside(bare))


def is_site(name: str) -> bool:
    """Whether a name ends as those of sites do: streets, bridges, hospitals, camps."""
    return _site().search(_plain(name)) is not None


def _inside(name: str) -> Iterator[str]:
    """The names inside that of a site: what follows "of" or "at", what precedes the kind of site, longest first."""
    if not _site().search(name):
        return
    for link in re.finditer(r"\s(?:of|at|in|de|del)\s(?:the\s)?", name):
        yield name[link.end() :]
    words = _site().sub("", name).split()
    for size in range(len(words), 0, -1):
        yield " ".join(words[:size])
    for first in range(1, len(words)):
        yield " ".join(words[first:])


def _senses(form: str, way: Way) -> Iterator[Sense]:
    """The places under one form: groups and seats of authority, the reviewed tables, features, the long table."""
    if known := group(form):
        yield Sense(Entry(place=known.place, kind="group", source=known.source), form, way)
    capital = any(entry.seat for entry in meanings(form))
    if (seat := metonym(form)) and not capital:
        yield Sense(Entry(place=seat.place, kind="government", source=seat.source), form, way)
    elif body := agency(form):
        yield Sense(Entry(place=body, kind="government", source="own, from general knowledge"), form, way)
    for entry in (*meanings(form), *postal(form), *features(form), *map(_entry, towns(form))):
        yield Sense(entry, form, way)


def _again(entry: Entry, others: Iterable[Sense]) -> bool:
    """Whether a division is one of the hand-made tables told again: GeoNames' Louisiana."""
    if not (entry.place.id or "").startswith("admin:"):
        return False
    return any(
        other.entry.kind in {"province", "country"}
        and other.entry.place.country == entry.place.country
        and other.entry.place.id != entry.place.id
        and not (other.entry.place.id or "").startswith("admin:")
        for other in others
    )


def _entry(town: Town) -> Entry:
    """A row of the long table as a meaning."""
    division = town.feature in {"ADM1", "ADM2"}
    place = Place(
        name=town.name,
        type="admin" if division else "city",
        country=town.country,
        lat=town.lat,
        lon=town.lon,
        radius_km=town.radius_km,
        id=f"{'admin' if division else 'geonames'}:{town.source}",
    )
    kind: PlaceKind = "province" if town.feature == "ADM1" else "district" if division else "town"
    return Entry(
        place=place,
        kind=kind,
        source=f"GeoNames {town.source}",
        population=town.population,
        admin=town.admin,
        feature=town.feature,
    )


def _plain(name: str) -> str:
    """A name in one line, without quotes, possessive and closing punctuation."""
    line = " ".join(name.split()).strip("\"“”'‘’,;:()[]")
    line = re.sub(r"['’]s?$", "", line)
    return line if re.search(r"\.\w?\.$|^\w+\.$", line) else line.rstrip(".")


def _spelled_out(name: str) -> str:
    """A name with its abbreviations written out: Ft. Bragg, Mt. Hermon."""
    return _short().sub(lambda found: _meant()[found[0]], name)


@cache
def _meant() -> dict[str, str]:
    """Abbreviations and what they mean."""
    return {word: row["means"] for row in _words("short") for word in cell(row, "words")}


def _words(sort: str) -> list[dict[str, str]]:
    """The rows of one sort."""
    return [dict(row) for row in table("toponym_words") if row["sort"] == sort]


def _any(sort: str) -> str:
    """A pattern for any word of one sort, the longest first."""
    words = {word for row in _words(sort) for word in cell(row, "words")}
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


@cache
def _short() -> re.Pattern[str]:
    """An abbreviation as a whole word."""
    return re.compile(rf"(?<![\w.])(?:{_any('short')})(?=\s|$)")


@cache
def _before() -> re.Pattern[str]:
    """Words in front that may be left out."""
    return re.compile(rf"^(?:(?:{_any('before')})[ -])+(?=\w)")


@cache
def _of() -> re.Pattern[str]:
    """A kind of place with "of" in front."""
    return re.compile(rf"^(?:{_any('of')}) of (?:the )?")


@cache
def _after() -> re.Pattern[str]:
    """A word behind that may be left out."""
    return re.compile(rf"\s(?:{_any('after')})$")


@cache
def _division() -> re.Pattern[str]:
    """The word behind that makes a division."""
    return re.compile(rf"\s(?:{_any('division')})$")


@cache
def _site() -> re.Pattern[str]:
    """The word behind that makes a site."""
    return re.compile(rf"(?:\s(?:{_any('site')}))+$|^(?:University|College|Port|Bridge|Museum|Church|Bank)(?= of )")
