"""The nouns for forces, the names of formations and the prefixes of ships, ready to look up."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from laydown.lexicon.tables import cell, table
from laydown.model import Category

DESIGNATOR = re.compile(
    r"(?:F|B|C|KC|EC|RC|P|E|EA|A|AC|AV|V|MV|CV|U|MQ|RQ|AH|UH|CH|MH|HH|Su|MiG|Tu|Il|An|Mi|Ka|J|H|Y|JF|FA|EF|CF|GR)-?\d{1,3}[A-Z]{0,2}s?"
)
"""The shape of an aircraft's designator: F-16s, Su-27, KC-135R; S-400 is air defence and has its row in the table."""

WORD = re.compile(r"[\w'’]+(?:\.\w+)*|-")


@dataclass(frozen=True, slots=True)
class ForceWord:
    """One noun for a force: what it counts as and how it behaves (`sort`: people, body, ship, aircraft, ...).

    `company`: "needs" arms spoken of elsewhere in the report ("carriers"), "gives" them ("frigates"), "bars"
    a set phrase from being a force ("labour force"), or none of these.
    """

    words: tuple[str, ...]
    category: Category
    unit: str
    sort: str
    weak: bool
    company: str = ""


@cache
def force_words() -> Mapping[str, tuple[ForceWord, ...]]:
    """By first word, the nouns that begin with it, the longest first."""
    found: dict[str, list[ForceWord]] = {}
    for row in (*table("forces"), *table("equipment"), *table("branches")):
        for phrase in _phrases(row):
            words = tuple(WORD.findall(phrase.lower()))
            category, weak = cast("Category", row["category"]), bool(row.get("weak"))
            word = ForceWord(words, category, row["unit"], row["sort"], weak, row["company"])
            found.setdefault(words[0], []).append(word)
    return {first: tuple(sorted(words, key=lambda w: -len(w.words))) for first, words in found.items()}


def _phrases(row: Mapping[str, str]) -> tuple[str, ...]:
    """The nouns of a row: its words, or each arm before each body: "engineer company"."""
    words = cell(row, "words")
    return tuple(f"{arm} {body}" for arm in words for body in cell(row, "bodies")) if "bodies" in row else words


@cache
def force_openers() -> frozenset[str]:
    """The words that nouns for forces begin with; those of phrases that are no force ("cargo ship") left out.

    An arm opens none: the "Field" and the "Mountain" of a name are not of "field artillery" and "mountain companies".
    """
    rows = (row for row in (*table("forces"), *table("equipment")) if row["company"] != "bars")
    return frozenset(WORD.findall(phrase.lower())[0] for row in rows for phrase in cell(row, "words"))


@cache
def _group(name: str) -> frozenset[str]:
    return frozenset(word for row in table("bars") if row["group"] == name for word in cell(row, "words"))


def goods_words() -> frozenset[str]:
    """What ships, planes and lorries of trade carry."""
    return _group("goods")


def sport_words() -> frozenset[str]:
    """What a report of sport speaks of: a squad beside them plays."""
    return _group("sport")


def military_words() -> frozenset[str]:
    """What makes a single ship or aircraft one of a force."""
    return _group("military")


@cache
def arms_words() -> frozenset[str]:
    """The words by which a report speaks of arms (lower case)."""
    forces = (w for group in force_words().values() for w in group if w.company == "gives")
    said = {" ".join(word.words).replace(" - ", "-") for word in forces}
    return frozenset(said | {phrase for row in table("arms") for phrase in cell(row, "words")})


@cache
def partitives(pos: str) -> frozenset[str]:
    """The nouns ("n") that a force hides behind, those that leave its number "unsaid", the verbs ("v") of lists."""
    return frozenset(word for row in table("partitives") if row["pos"] == pos for word in cell(row, "words"))


@cache
def formations() -> Mapping[str, Category]:
    """The words that end a formation's proper name, and what the formation counts as."""
    return {row["word"]: cast("Category", row["category"]) for row in table("units")}


@cache
def numbered_formations() -> frozenset[str]:
    """The formation words that make a proper name only together with a number."""
    return frozenset(row["word"] for row in table("units") if row["name"] == "numbered")


@cache
def formation_nations() -> Mapping[str, str]:
    """The formation words that are one army's own, and whose."""
    return {row["word"]: row["nation"] for row in table("units") if row["nation"]}


@cache
def ship_prefixes() -> Mapping[str, str]:
    """USS, HMS, ...: the prefix of a warship's name and the state whose it is."""
    return {row["prefix"]: row["nation"] for row in table("ship_prefixes")}
