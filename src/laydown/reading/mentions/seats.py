"""Seats: where a force is at home by a compound of its own, "the Bayreuth-based brigade"."""

from typing import Final

from laydown.lexicon.gazetteer import find
from laydown.places import narrowed, ranked
from laydown.reading.mentions.spots import Around, Spot
from laydown.reading.text.grammar import Tree

BASED: Final = "-based"
SEATED: Final = frozenset({"base", "city", "admin", "country"})


def find_seats(tree: Tree, around: Around) -> list[Spot]:
    """The places of a sentence that say where what follows is based, each by the word "based"; these are no spots.

    Who is based somewhere has neither its nationality nor speaks for it.
    """
    text = tree.text
    found = []
    for match in find(text) if BASED in text else ():
        head = tree.at(match.end + 1) if text.startswith(BASED, match.end) else None
        if head is None:
            continue
        likely = ranked(text[match.start : match.end], narrowed(around.context, text, match.start, match.end))
        entry = next((e for e in (*likely, *match.entries) if e.sense == "name"), None)
        if entry is not None and entry.place.type in SEATED:
            found.append(Spot(match.start, match.end, head.i, entry.place, "seat"))
    return found
