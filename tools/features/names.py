"""Names as news writes them, from those that the map has shortened or spelled locally."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from string import capwords
from typing import Any, Final

from laydown.lexicon.tables import cell
from tools.features.tables import table

FIELDS: Final = ("unit_name", "name_en", "name", "name_alt", "namealt")
QUOTES: Final = str.maketrans(dict.fromkeys("\x91\x92\u2018\u2019", "'"))
BETWEEN: Final = re.compile(r"--.*|[,/()]")
"""What parts one name from the next; after two dashes comes the unit of a park."""
PLACES: Final = {"first": "^{}", "last": "{}$", "any": "{}"}


def names(properties: Mapping[str, Any]) -> tuple[str, ...]:
    """The English names of a feature first, then the map's own; none if their letters are lost."""
    of = "town" if str(properties["featurecla"]).lower() in {"airport", "port"} else "nature"
    # A river's other name is often the river that it flows into, a park's a word that means much else.
    fields = FIELDS[:1] if "unit_name" in properties else FIELDS[:3] if "rivernum" in properties else FIELDS
    given = [" ".join(str(properties[field]).translate(QUOTES).split()) for field in fields if properties.get(field)]
    return tuple(dict.fromkeys(form for name in given for form in english(name, of)))


def english(name: str, of: str) -> Iterator[str]:
    """The forms of one name, or of each of its parts, as names.tsv has them or else written out."""
    if (name, of) in known():
        yield from known()[name, of]
        return
    for part in (part.strip() for part in BETWEEN.split(name)):
        yield from known().get((part, of), (spelled(part),) if part else ())


@cache
def known() -> Mapping[tuple[str, str], tuple[str, ...]]:
    """What the map writes, and of what, to the forms that news uses; none where it writes no name."""
    return {(row["written"], row["of"]): (*cell(row, "name"), *cell(row, "aliases")) for row in table("names")}


def spelled(name: str) -> str:
    """The name written out: no abbreviations, no capitals throughout.

    >>> spelled("KARAKORAM RA.")
    'Karakoram Range'
    """
    name = capwords(name) if name.isupper() else name
    for pattern, long in abbreviations():
        name = pattern.sub(long, name)
    return name.strip()


@cache
def abbreviations() -> tuple[tuple[re.Pattern[str], str], ...]:
    """A pattern for each abbreviation, and what it stands for."""
    return tuple(
        (re.compile(PLACES[row["where"]].format(rf"(?<![\w.]){re.escape(row['short'])}(?!\w)")), row["long"])
        for row in table("abbreviations")
    )


def with_short(forms: Iterable[str]) -> Iterator[str]:
    """The forms, each also with the abbreviations that news uses."""
    for form in forms:
        yield form
        for row in table("abbreviations"):
            if row["news"] and f"{row['long']} " in form:
                yield form.replace(f"{row['long']} ", f"{row['short']} ")
