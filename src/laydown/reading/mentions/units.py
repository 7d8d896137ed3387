"""Proper names of formations and ships: "82nd Airborne Division", "Task Force 50", "USS Nimitz (CVN 68)"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from laydown.lexicon.forces import (
    force_openers,
    force_words,
    formations,
    numbered_formations,
    partitives,
    ship_prefixes,
)
from laydown.lexicon.gazetteer import meanings
from laydown.lexicon.letters import trie
from laydown.lexicon.tables import table
from laydown.model import Category
from laydown.reading.mentions.ships import listed_ships
from laydown.reading.text.marks import Phrases

HULL: Final = r"(?:\s\([A-Z][A-Z-]{0,5}[ -]?\d{1,4}\))?"
SHORT: Final = r"(?:\s\([A-Z][A-Za-z0-9&/ -]{1,14}\))?"
NTH: Final = "First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth"
ORDINAL: Final = rf"(?:\d{{1,4}}(?:st|nd|rd|th|d)|\d{{1,2}}-\d{{1,4}}|{NTH}|[IVX]{{1,5}})"
WORDS: Final = r"(?:(?:[A-Z][\w'’.-]*|of|the)\s){0,5}"
DIGIT: Final = "One|Two|Three|Four|Five|Six|Seven|Eight|Nine"
NUMBER: Final = rf"(?:\s(?:\d{{1,4}}[A-Z]{{0,2}}|{DIGIT}|Ten|Eleven|Twelve)\b(?:\s(?:{DIGIT})\b)?)"
LETTER: Final = r"(?:[A-Z]|Alpha|Bravo|Charlie|Delta|Echo|Foxtrot|Golf|Headquarters)"
_SHORTENED: Final = re.compile(rf"\b{ORDINAL}\s[A-Z]{{2,6}}\b")
"""A formation by its number and the abbreviation of its kind."""

PARENT: Final = r"Regiment|Rifles|Fusiliers|Guards|Dragoons|Lancers|Infantry|Cavalry|Rifle Corps"
"""The names that a battalion may follow without a number of their own: "1st Battalion, Royal Gurkha Rifles"."""


@dataclass(frozen=True, slots=True)
class UnitName:
    """A formation or a ship named in a sentence; `nation` only where a ship's prefix gives it."""

    start: int
    end: int
    name: str
    category: Category
    nation: str | None = None


@cache
def _ships() -> re.Pattern[str]:
    """A ship by prefix and name, with its hull number."""
    prefixes = "|".join(ship_prefixes())
    return re.compile(
        rf"\b(?P<prefix>{prefixes})\s(?P<name>(?:[A-Z][\w'’.-]*|(?:de|of|the|del|da)\b)(?:\s(?:[A-Z][a-z'’][\w'’-]*|[A-Z]\.|Jr\.|(?:de|del|da|van)\b)){{0,4}}"
        rf"(?:\sthe\s(?:Great|Wise)\b)?){HULL}"
    )


@cache
def _prefixes() -> Phrases:
    return Phrases(ship_prefixes())


@cache
def _classes() -> Phrases:
    return Phrases(_ship_classes())


def _ship_classes() -> set[str]:
    """The nouns for one ship: frigate, carrier, ..."""
    ships = (w for group in force_words().values() for w in group if w.sort == "ship")
    return {name for w in ships if not (name := " ".join(w.words).replace(" - ", "-")).endswith("s")}


@cache
def _classed() -> re.Pattern[str]:
    """A ship by class and name without a prefix: "the frigate Iver Huitfeldt", "the carrier Charles de Gaulle"."""
    single = trie(_ship_classes())
    prefixes = "|".join(ship_prefixes())
    return re.compile(
        rf"\b(?:{single})\s(?P<name>(?!(?:{prefixes})\b)[A-Z][a-z]+(?:\s(?:(?:de|del|da|van|der)\b|[A-Z][a-z]+)){{0,3}})(?=[\s,.;)]|$)"
    )


@cache
def _formations() -> re.Pattern[str]:
    """A formation by number, by letter, by name, or by the abbreviation of its kind."""
    heads = trie(formations())
    numbered = rf"{ORDINAL}\s{WORDS}(?:{heads})\b{SHORT}(?:,?\s(?:of the\s)?{ORDINAL}\s{WORDS}(?:{heads})\b{SHORT})*"
    parented = rf"{ORDINAL}\sBattalion{SHORT},\s(?:[Tt]he\s)?(?:[A-Z][\w'’.-]*\s){{1,4}}(?:{PARENT})\b{SHORT}"
    lettered = rf"(?:{LETTER}\s(?:Battery|Company|Troop|Squadron)(?:,\s|\sof\sthe\s)){numbered}"
    shortened = rf"{_SHORTENED.pattern}(?:\s(?:BN|BDE|RGT))?"
    free = trie(formations().keys() - numbered_formations())
    single = trie(_cardinal())
    cardinal = rf"(?P<count>\d{{1,3}}\s)(?:[A-Z][\w'’-]*\s){{0,3}}(?:{single})\b"
    named = rf"(?:[A-Z][\w'’.-]*\s){{1,4}}(?:{free})\b{SHORT}{NUMBER}?"
    counted = rf"(?:Combined\s(?:Joint\s)?|Joint\s)?(?:{heads})\b{SHORT}{NUMBER}"
    battery = rf"{LETTER}\s(?:Battery|Company)\b(?:\s\d-\d{{1,3}})?"
    return re.compile(rf"\b(?:{lettered}|{parented}|{numbered}|{shortened}|{counted}|{cardinal}|{named}|{battery})")


@cache
def _heads() -> Phrases:
    """The words of which every formation's name has one, unless its kind is abbreviated."""
    return Phrases({*formations(), "Battalion", "Battery", "Company", "Squadron", "Troop"})


def _cardinal() -> list[str]:
    """The formation words that a bare number numbers, as the British do: "42 Commando", "16 Air Assault Brigade"."""
    return [
        word for word in formations() if not word.endswith("s") and word not in numbered_formations() - {"Commando"}
    ]


def find_units(text: str) -> list[UnitName]:
    """Every formation and ship that TEXT names, in order, without overlap.

    >>> [unit.name for unit in find_units("the 82nd Airborne Division and USS Nimitz (CVN 68)")]
    ['82nd Airborne Division', 'USS Nimitz']
    """
    ships = find_ships(text)
    formed = [unit for unit in _find_formations(text) if not any(_meet(unit, ship) for ship in ships)]
    return sorted([*ships, *formed], key=_start)


def _meet(one: UnitName, other: UnitName) -> bool:
    """Whether two names share a character."""
    return one.start < other.end and other.start < one.end


def find_ships(text: str) -> list[UnitName]:
    """The ships that TEXT names, by prefix or by class, in order."""
    found = []
    for match in _ships().finditer(text) if not _prefixes().miss(text) else ():
        name = re.sub(r"['’]s?$", "", f"{match['prefix']} {match['name']}")
        end = match.end() if match[0].endswith(")") else match.start() + len(name)
        found.append(UnitName(match.start(), end, name, "ship", ship_prefixes()[match["prefix"]]))
    classed = [
        UnitName(match.start("name"), match.end("name"), match["name"], "ship")
        for match in (_classed().finditer(text) if not _classes().miss(text) else ())
        if not any(match.start("name") < unit.end and unit.start < match.end() for unit in found)
    ]
    listed = (UnitName(start, end, name, "ship") for start, end, name in listed_ships(text))
    known = [*found, *classed]
    return sorted([*known, *(ship for ship in listed if not any(_meet(ship, other) for other in known))], key=_start)


def _start(unit: UnitName) -> int:
    """Where UNIT stands."""
    return unit.start


def _find_formations(text: str) -> Iterator[UnitName]:
    """The formations, without the article, the state or the number of men before their names."""
    if _heads().miss(text) and not _SHORTENED.search(text):
        return
    for match in _formations().finditer(text):
        start = match.start()
        if match["count"] and _counts(text, match.end()):
            start = match.end("count")
        start += _article(text[start : match.end()])
        start += _owner(text[start : match.end()])
        words = text[start : match.end()]
        if _is_name(words):
            yield UnitName(start, match.end(), _clean(words), _category(words))


def _counts(text: str, end: int) -> bool:
    """Whether a force follows at END, which the number before the name counts: "150 Azov Regiment fighters"."""
    words = [word.lower() for word in re.findall(r"^ (\w+)(?: (\w+))?", text[end : end + 40])[:1] for word in word]
    return any(word in force_openers() or word in partitives("n") for word in words)


def _is_name(words: str) -> bool:
    """Whether WORDS are more than a formation word alone or behind a rank ("Colonel Division")."""
    first, *rest = words.split()
    if re.search(r"\d", words):
        return True
    return bool(rest) and first not in formations() and not (len(rest) == 1 and first.lower() in _ranks())


@cache
def _ranks() -> frozenset[str]:
    """The offices and ranks that stand before a name."""
    return frozenset(row["role"] for row in table("roles"))


def _owner(words: str) -> int:
    """How many characters of WORDS name the state before the formation: "Israel's Golani Brigade"."""
    match = re.match(r"((?:[A-Z][\w.-]*\s){0,2}[A-Z][\w.-]*?)['’]s?\s", words)
    if match is None or not any(entry.place.type == "country" for entry in meanings(match[1])):
        return 0
    return match.end()


def _article(words: str) -> int:
    """How many characters of WORDS open the sentence or the phrase, and no name."""
    match = re.match(
        r"(?:The|A|An|In|At|From|Our|Its|Their|This|That|These|For|And|But|Of|As|While|When|With)\s", words
    )
    return match.end() if match else 0


def _clean(name: str) -> str:
    """The name as a staff officer writes it: the short form in brackets is left out.

    >>> _clean("Carrier Air Wing (CVW) 17")
    'Carrier Air Wing 17'
    """
    return re.sub(r"\s\([^)]*\)", "", name).strip()


def _category(words: str) -> Category:
    """What a formation counts as: the longest of the formation words that end last decides."""
    plain = _clean(words)
    heads = [head for head in formations() if head in plain]
    return formations()[max(heads, key=lambda head: (plain.rfind(head) + len(head), len(head)))] if heads else "unit"
