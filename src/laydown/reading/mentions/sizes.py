"""Sizes: the head-count that stands behind a body, "a company of 150", "a contingent, 130 strong,"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from laydown.reading.mentions.mention import NOUNS, Mention
from laydown.reading.mentions.quantities import Count
from laydown.reading.text.grammar import Token, Tree

LEADS: Final = re.compile(
    r" of (?:a total of )?|,? (?:now )?(?:numbering|totalling|totaling|comprising|(?:made up|composed|consisting) of) |"
    r",? (?:which|that|who) (?:now )?(?:number|total|comprise)(?:s|ed|led|d)? "
)
"""What leads from a body to the number of its men, where no noun follows it."""
STRONG: Final = re.compile(r",? (?:which|that) (?:is|are|was|were) (?:now )?|, (?:now )?| \(")
"""What leads from a body to "130 strong"."""
PARTS: Final = frozenset({"nummod", "quantmod", "compound", "amod"})


def sized(tree: Tree, mentions: Sequence[Mention], free: Sequence[Count]) -> list[Mention]:
    """MENTIONS with the bodies counted in heads by one of the FREE numbers behind them."""
    return [_sized(tree, m, free) if m.sort == "body" and m.quantity is None else m for m in mentions]


def _sized(tree: Tree, mention: Mention, free: Sequence[Count]) -> Mention:
    count = next((c for c in free if not c.money and _leads(tree, mention.end, c)), None)
    if count is None:
        return mention
    head = tree.head_of(count.core, count.core_end)
    reach = mention.reach if head is None or count.strong else (*mention.reach, head.i)
    return replace(
        mention, end=count.end, category="personnel", unit="persons", sort="people", reach=reach, count=count,
        quantity=replace(count.quantity, unit="persons"),
    )  # fmt: skip


def _leads(tree: Tree, end: int, count: Count) -> bool:
    """Whether the words from END to a number make it the size of what ends there."""
    if count.strong:
        return STRONG.fullmatch(tree.text, end, count.start) is not None
    if LEADS.fullmatch(tree.text, end, count.start) is None:
        return False
    head = tree.head_of(count.core, count.core_end)
    return head is not None and not _counts(tree, head)


def _counts(tree: Tree, number: Token) -> bool:
    """Whether a number counts a noun of its own: "of 150 soldiers", "of 14 nations"."""
    if number.i + 1 >= len(tree.tokens):
        return False
    after = tree.tokens[number.i + 1]
    return (
        (number.dep in PARTS and number.head > number.i)
        or after.tag in NOUNS | {"JJ", "HYPH"}
        or after.lower in {"of", "per", "%", "-"}
    )
