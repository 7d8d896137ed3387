"""Paths: what the words between a place and what governs it say of the place."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from laydown.lexicon.tables import cell, table
from laydown.lexicon.verbs import movement_nouns
from laydown.reading.mentions.spots import Spot, place_words
from laydown.reading.text.grammar import Token

HOLDING: Final = frozenset({"of", "in", "at", "near", "outside"})
"""What leads from a kind of place to its name: "from its base in Herat"."""
HELPING: Final = frozenset({"assist", "help", "train", "support", "advise"})
HELPED: Final = frozenset(
    {"army", "forces", "military", "troops", "soldiers", "government", "police", "navy", "authorities"}
)


@cache
def place_kinds() -> frozenset[str]:
    """The nouns that say what kind of place a name is: "the town of Lyman"."""
    return frozenset(
        w.lower() for row in table("place_words") if row["sort"] in {"recall", "kind"} for w in cell(row, "words")
    )


def between(path: Sequence[Token]) -> bool:
    """Whether a noun that is no part of the place's own phrase stands between it and the preposition that leads it."""
    return any(
        token.tag.startswith("NN") and token.dep in {"pobj", "dobj", "attr"} and not is_own_noun(below, token)
        for below, token in pairwise(path[:-1])
    )


def is_own_noun(below: Token, noun: Token) -> bool:
    """Whether a noun over a place only says what kind of place it is, or is the movement itself."""
    kind = noun.lower in place_kinds() or noun.lower.removesuffix("s") in place_kinds()
    if below.lower == "in" and noun.tag == "NNP" and below.i == noun.i + 1:
        return True  # a town that no table knows: "to the town of Aru in Ituri"
    if below.lower == "here":
        return True  # "soldiers from the battalion here left for Gao"
    if below.lower == "of" and noun.lower.lstrip("0123456789") in place_words("distance"):
        return True  # "to within 15km of Gao"
    if noun.lower in place_words("duty") and below.dep == "prep":
        return True  # "is on station in the Red Sea", "held the line in Gao"
    told = below.dep in {"compound", "nmod", "amod", "poss"} or (below.lower in HOLDING and kind)
    return told or noun.lower in movement_nouns()


def helped(path: list[Token]) -> bool:
    """Whether a nationality is of the army that a purpose helps: "to assist in training for the Iraqi Army"."""
    if len(path) < 2 or path[1].lower not in HELPED:
        return False
    verbs = [t for t in path[1:] if t.tag.startswith("VB") and t.dep in {"advcl", "xcomp", "acl", "relcl"}]
    return all(t.tag == "VB" for t in verbs) and any(t.lower in HELPING for t in verbs)


def is_loose_object(path: list[Token], *, at_trigger: bool) -> bool:
    """Whether the parser took the object of a verb of going for an aside: "departed Plymouth", "left Toulon June 4"."""
    loose = at_trigger and path[-1].dep in {"npadvmod", "advmod"} and path[-1].tag == "NNP"
    return loose and all(t.dep in {"compound", "nmod"} for t in path[:-1])


def is_beside(path: list[Token]) -> bool:
    """Whether a place says on which side of it: "deployed south of the river", "withdraw north of Gao"."""
    side = len(path) > 2 and path[-1].dep == "advmod" and path[-1].lower in place_words("bearing")
    return side and path[-2].lower == "of" and not between(path)


def owns_post(path: list[Token], spot: Spot) -> bool:
    """Whether a country only says whose a base is: "from the U.S. base at Vilseck"."""
    noun = path[1] if len(path) > 1 else path[0]
    whose = path[0].dep in {"compound", "amod", "nmod"} and spot.place.type == "country"
    return whose and noun.lower in place_words("post")
