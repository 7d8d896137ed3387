"""Borders: "Ukraine's borders", "the border with Chad", "the China-North Korea border"."""

import re
from dataclasses import replace
from typing import Final

from laydown.model import Place
from laydown.reading.mentions.spots import Spot, place_words
from laydown.reading.text.grammar import Tree


def with_borders(tree: Tree, spots: list[Spot]) -> list[Spot]:
    """The borders of a sentence: "Ukraine's borders", "the border with Chad", "the China-North Korea border".

    `country` is the one whose border it is called; `members` all that the phrase names, for the acting nation's own
    border is meant where it is one of them.
    """
    borders = place_words("border")
    found = list(spots)
    for token in tree:
        if token.lower not in borders or token.tag.startswith("VB"):
            continue
        left = [s for s in spots if s.end <= token.start and _joined(tree.text[s.end : token.start])][-1:]
        right = [s for s in spots if s.start >= token.end and tree.text[token.end : s.start].strip().lower() in ACROSS][
            :1
        ]
        pair = [s for s in spots for inner in left if _hyphened(tree.text[s.end : inner.start])][-1:]
        named = [*pair, *left, *right]
        start, end = min([token.start, *(s.start for s in named)]), max([token.end, *(s.end for s in named)])
        own = tree.text[:start].rstrip().lower().endswith(("its", "their", "our"))
        country = None if own and not left else next((s.place.country for s in named), None)
        for spot in named:
            if spot in found:
                found[found.index(spot)] = replace(spot, nested=True)
        members = tuple(sorted({s.place.country for s in named if s.place.country}))
        place = Place(
            name=tree.text[start:end],
            type="border",
            country=country,
            members=members if len(members) > 1 or own else (),
        )
        found.append(Spot(start, end, token.i, place, "name", whole=bool(named)))
    return sorted(found, key=lambda s: s.start)


def _hyphened(between: str) -> bool:
    """Whether two names share a border by a hyphen or an "and"."""
    return re.fullmatch(r"\s?[-–—]\s?| and ", between) is not None


ACROSS: Final = frozenset({"with", "of", "between", "with the", "of the", "shared with", "near"})


def _joined(between: str) -> bool:
    """Whether a name stands right before its border."""
    return (
        between.strip() in {"", "'s", "’s", "-", "–"} or re.fullmatch(r"(?:'s|’s|s')?(?: \w+)? ", between) is not None
    )
