"""Short names: "Nimitz" once USS Nimitz was named, "ABECSG" once the group that it abbreviates was."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from laydown.lexicon.gazetteer import meanings
from laydown.reading.mentions.units import UnitName, find_ships, find_units

SHORT: Final = re.compile(r"\(([A-Z][A-Z0-9-]{2,}(?: \d{1,3}[A-Z]?| [A-Z]{2,3})?)\)")
HULL: Final = re.compile(r"[A-Z]{1,4}[- ]?\d{1,3}")
LONGER: Final = r"(?! Carrier Strike| Strike Group| CSG| Amphibious)"


@lru_cache(maxsize=2)
def short_names(text: str) -> Mapping[str, UnitName]:
    """The short names that TEXT introduces: a ship's without its prefix, a formation's abbreviation in a bracket.

    A ship that is named after a place is called so only by a report that gives it as ships are listed: "(CVN 68)".
    """
    found: dict[str, UnitName] = {}
    listed = "(" in text
    for unit in find_units(text) if listed and _abbreviates(text) else find_ships(text):
        for match in SHORT.finditer(text, unit.start, unit.end + 14):
            if not HULL.fullmatch(match[1]):
                found.setdefault(match[1], unit)
        if unit.category == "ship" and unit.nation:
            short = unit.name.split(" ", 1)[1]
            if not listed and any(meanings(word) for word in (short, short.split()[-1])):
                continue
            found.setdefault(short, unit)
            if " " in short and len(short.split()[-1]) > 4:
                found.setdefault(short.split()[-1], unit)
    return found


def _abbreviates(text: str) -> bool:
    """Whether what stands in a bracket as a name might stands elsewhere too; else nothing is gained by knowing it."""
    return any(text.count(match[1]) > text.count(f"({match[1]}") for match in SHORT.finditer(text))


def find_short(text: str, names: Mapping[str, UnitName]) -> list[UnitName]:
    """The units that TEXT calls by one of NAMES: not behind a ship's prefix, a rank or a title."""
    if not names:
        return []
    words = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    found = []
    for match in re.finditer(rf"(?<![\w(-])(?:{words})(?![\w-]){LONGER}", text):
        before = text[max(0, match.start() - 6) : match.start()]
        if re.search(r"\b[A-Z]{2,5} $|\b[A-Z]?[a-z]+\. $|President $", before):
            continue
        unit = names[match[0]]
        found.append(UnitName(match.start(), match.end(), unit.name, unit.category, unit.nation))
    return found
