"""Proper names of formations and ships: "82nd Airborne Division", "Task Force 50", "USS Nimitz (CVN 68)"."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from laydown.lexicon.forces import force_words, formations, numbered_formations, ship_prefixes
from laydown.model import Category

HULL: Final = r"(?:\s\([A-Z][A-Z-]{0,5}[ -]?\d{1,4}\))?"
SHORT: Final = r"(?:\s\([A-Z][A-Za-z0-9&/ -]{1,14}\))?"
ORDINAL: Final = r"(?:\d{1,4}(?:st|nd|rd|th|d)|\d{1,2}-\d{1,4}|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|[IVX]{1,5})"
WORDS: Final = r"(?:(?:[A-Z][\w'’.-]*|of|the)\s){0,5}"
NUMBER: Final = r"(?:\s(?:\d{1,4}[A-Z]{0,2}|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve)\b(?:\s(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine)\b)?)"
LETTER: Final = r"(?:[A-Z]|Alpha|Bravo|Charlie|Delta|Echo|Foxtrot|Golf|Headquarters)"


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
    prefixes = "|".join(ship_prefixes())
    return re.compile(
        rf"\b(?P<prefix>{prefixes})\s(?P<name>(?:[A-Z][\w'’.-]*|de|of|the|del|da)(?:\s(?:[A-Z][a-z'’][\w'’-]*|[A-Z]\.|Jr\.|de|del|da|van)){{0,4}}){HULL}"
    )


@cache
def _classed() -> re.Pattern[str]:
    """A ship by class and name without a prefix: "the frigate Iver Huitfeldt", "the carrier Charles de Gaulle"."""
    classes = {
        " ".join(w.words).replace(" - ", "-") for group in force_words().values() for w in group if w.sort == "ship"
    }
    single = "|".join(sorted((re.escape(c) for c in classes if not c.endswith("s")), key=len, reverse=True))
    prefixes = "|".join(ship_prefixes())
    return re.compile(
        rf"\b(?:{single})\s(?P<name>(?!(?:{prefixes})\b)[A-Z][a-z]+(?:\s(?:de|del|da|van|der|[A-Z][a-z]+)){{0,3}})(?=[\s,.;)]|$)"
    )


@cache
def _formations() -> re.Pattern[str]:
    heads = "|".join(sorted((re.escape(word) for word in formations()), key=len, reverse=True))
    numbered = rf"{ORDINAL}\s{WORDS}(?:{heads})\b{SHORT}(?:,?\s(?:of the\s)?{ORDINAL}\s{WORDS}(?:{heads})\b{SHORT})*"
    lettered = rf"(?:{LETTER}\s(?:Battery|Company|Troop|Squadron)(?:,\s|\sof\sthe\s)){numbered}"
    shortened = rf"\b{ORDINAL}\s[A-Z]{{2,6}}\b(?:\s(?:BN|BDE|RGT))?"
    free = "|".join(
        sorted((re.escape(word) for word in formations().keys() - numbered_formations()), key=len, reverse=True)
    )
    named = rf"(?:[A-Z][\w'’.-]*\s){{1,4}}(?:{free})\b{SHORT}{NUMBER}?"
    counted = rf"(?:Combined\s(?:Joint\s)?|Joint\s)?(?:{heads})\b{SHORT}{NUMBER}"
    battery = rf"{LETTER}\s(?:Battery|Company)\b(?:\s\d-\d{{1,3}})?"
    return re.compile(rf"\b(?:{lettered}|{numbered}|{shortened}|{counted}|{named}|{battery})")


def find_units(text: str) -> list[UnitName]:
    """Every formation and ship that TEXT names, in order, without overlap.

    >>> [unit.name for unit in find_units("the 82nd Airborne Division and USS Nimitz (CVN 68)")]
    ['82nd Airborne Division', 'USS Nimitz']
    """
    found = []
    for match in _ships().finditer(text):
        name = re.sub(r"['’]s?$", "", f"{match['prefix']} {match['name']}")
        end = match.end() if match[0].endswith(")") else match.start() + len(name)
        found.append(UnitName(match.start(), end, name, "ship", ship_prefixes()[match["prefix"]]))
    for match in _classed().finditer(text):
        if not any(match.start("name") < unit.end and unit.start < match.end() for unit in found):
            found.append(UnitName(match.start("name"), match.end("name"), match["name"], "ship"))
    taken = [(unit.start, unit.end) for unit in found]
    for match in _formations().finditer(text):
        start = match.start() + _article(match[0])
        if any(start < high and low < match.end() for low, high in taken):
            continue
        words = text[start : match.end()]
        if " " not in words.strip() or words.split()[0] in formations():
            if not re.search(r"\d", words):
                continue
        found.append(UnitName(start, match.end(), _clean(words), _category(words)))
    return sorted(found, key=lambda unit: unit.start)


def _article(words: str) -> int:
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
    plain = _clean(words)
    heads = [head for head in formations() if head in plain]
    return formations()[max(heads, key=lambda head: (plain.rfind(head) + len(head), len(head)))] if heads else "unit"
