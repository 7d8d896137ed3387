"""Wars that stand for the days they lasted: "during the Second World War", "in the Falklands War"."""

import re
from datetime import date
from typing import Final

from laydown.lexicon.tables import cell, table
from laydown.reading.times.found import Family, Found, named
from laydown.reading.times.words import fragment, key

_WARS: Final = {
    word.lower(): (date.fromisoformat(row["start"]), date.fromisoformat(row["end"]))
    for row in table("wars")
    for word in cell(row, "words")
}


def read_war(match: re.Match[str]) -> Found:
    """Catches "during the Korean War"; not "the Korean War veterans", and bare only behind a preposition of time."""
    span = _WARS[key(match["war"])]
    return named(match, lambda _: span, needs="war")


FAMILIES: Final = (
    Family(re.compile(rf"(?:the\s)?(?P<war>{fragment(_WARS)})(?![\w-])"), read_war, frozenset({"War", "Conflict"})),
)
