"""Merging: one mention for a force told twice in a row or by the body that it makes up."""

import re
from dataclasses import replace
from typing import Final

from laydown.reading.mentions.counting import OF_THEM
from laydown.reading.mentions.mention import Mention
from laydown.reading.text.grammar import Tree

PAUSES: Final = frozenset({", ", " (", ", or ", ", i.e. ", ", that is, "})
"""What stands between a force and the same force in other words."""

LISTED: Final = re.compile(
    r"(?:,? (?:and|as well as|along with|plus|or)\b|, (?:[\w-]+ ){0,6}(?:and|or|plus)\b|[,)]? of\b)"
)
"""What goes on with a list: "two battalions, 300 engineers and ..."."""


def merge_appositions(tree: Tree, mentions: list[Mention]) -> list[Mention]:
    """One mention for a force told twice in a row: "two battalions, about 1,600 soldiers,", "900 troops, a brigade,".

    The head-count stands for both. What goes on with "and" is a list of several.
    """
    merged: list[Mention] = []
    for mention in mentions:
        last = merged[-1] if merged else None
        if last is not None and _counted_again(tree, last, mention):
            reach = (*last.reach, *(i for i in mention.reach if i not in last.reach))
            merged[-1] = replace(last, end=mention.end, reach=reach, quantity=mention.quantity, count=mention.count)
            continue
        if last is None or not _in_other_words(tree, last, mention):
            merged.append(mention)
            continue
        people, body = (last, mention) if last.sort == "people" else (mention, last)
        merged[-1] = replace(
            last, end=mention.end, reach=(*last.reach, *(i for i in mention.reach if i not in last.reach)),
            category=people.category, unit=people.unit, sort="people", quantity=people.quantity, count=people.count,
            units=(*last.units, *mention.units), additional=last.additional or mention.additional, weak=False,
            definite=last.definite and body.definite,
        )  # fmt: skip
    return merged


def _counted_again(tree: Tree, first: Mention, second: Mention) -> bool:
    """Whether SECOND says between commas how many FIRST are: "Korean soldiers, some 900 of them, are in Gao"."""
    known = second.sort == "ellipsis" and first.sort == "people" and first.quantity is None and not first.modifies
    part = OF_THEM.match(tree.text, second.end) if known else None
    closed = part is not None and tree.text[part.end() :].lstrip()[:1] in {",", ")", "–", "—"}
    return closed and tree.text[first.end : second.start] in PAUSES


def _in_other_words(tree: Tree, first: Mention, second: Mention) -> bool:
    """Whether SECOND is an apposition to FIRST: one counts people, the other bodies of them, and a pause parts them."""
    if {first.sort, second.sort} != {"people", "body"} or first.modifies or second.modifies:
        return False
    people, _ = (first, second) if first.sort == "people" else (second, first)
    if people.quantity is None or people.additional != first.additional:
        return False
    between, after = tree.text[first.end : second.start], tree.text[second.end :]
    return between in PAUSES and LISTED.match(after) is None


def merge_bodies(mentions: list[Mention]) -> list[Mention]:
    """One mention for "a brigade of 30 soldiers", 30 persons: the inner one stands for both."""
    merged: list[Mention] = []
    for mention in mentions:
        outer = next((m for m in merged if _reaches(m, mention) and _holds(m, mention)), None)
        if outer is None:
            merged.append(mention)
            continue
        if mention.sort == "army":
            # "two battalions of the Kenya Army": the service says whose they are
            merged[merged.index(outer)] = replace(outer, end=max(outer.end, mention.end))
            continue
        if outer.quantity is not None and mention.quantity is None and outer.sort == "body":
            # "two battalions of Kenyan soldiers": the bodies are counted
            merged[merged.index(outer)] = replace(
                outer, end=max(outer.end, mention.end), units=(*outer.units, *mention.units),
                reach=(*mention.reach, *(i for i in outer.reach if i not in mention.reach)),
            )  # fmt: skip
            continue
        merged[merged.index(outer)] = replace(
            mention, start=outer.start, units=(*outer.units, *mention.units),
            additional=mention.additional or outer.additional, modifies=outer.modifies,
        )  # fmt: skip
    return merged


def _reaches(outer: Mention, inner: Mention) -> bool:
    """Whether a phrase goes on into another, by its noun or by a part of it: "a batch of the battalion comprising"."""
    counted = outer.sort == "body" and outer.quantity is None and inner.quantity is not None
    return outer.head in inner.reach[1:] or (counted and outer.top == inner.top and len(inner.reach) > 1)


def _holds(outer: Mention, inner: Mention) -> bool:
    """Whether OUTER is made up of INNER: "a brigade of 30 soldiers", "reinforcements of 200 soldiers"."""
    uncounted = outer.sort == inner.sort == "people" and outer.quantity is None and inner.quantity is not None
    return outer.sort in {"body", "mass"} or (uncounted and outer.weak)
