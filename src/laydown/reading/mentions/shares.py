"""Shares: the parts of a force counted before that words alone number, "half of them", "a third of the force"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from laydown.lexicon.forces import force_words
from laydown.model import Quantity
from laydown.reading.mentions.mention import Mention
from laydown.reading.mentions.quantities import Count, hedged, shares
from laydown.reading.mentions.reach import reach_of
from laydown.reading.text.grammar import Tree

REST: Final = re.compile(r"(?:,|\band) (?P<rest>the (?:rest|remainder|others|remaining|other half)) ")
"""What is left of a whole of which the sentence has told a part: "half of them to Gao and the rest to Mopti"."""


LEFT: Final = re.compile(
    r"\bthe (?:rest|remainder|others|remaining troops|remaining soldiers)\b(?! of\b)", re.IGNORECASE
)
"""What is left of a force of which a part was told, without a number of its own: "the rest will arrive in May"."""


@cache
def _of_known() -> re.Pattern[str]:
    """A share of what was told before: of "them", or of a noun behind an article."""
    words = "|".join(sorted((re.escape(phrase.removesuffix(" of")) for phrase in shares()), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w-])(?P<share>{words}) of (?:them|those|these|whom|that number|(?:the|its|their) (?P<noun>[a-z]+))\b",
        re.IGNORECASE,
    )


def shared(tree: Tree, mentions: list[Mention], last: Mention | None) -> list[Mention]:
    """MENTIONS with the shares of the force counted before, in this sentence or as LAST of those before it."""
    match = _of_known().search(tree.text) if " of " in tree.text else None
    if match is None:
        return mentions
    before = [m for m in mentions if m.quantity is not None and m.end <= match.start()]
    whole = before[-1] if before else last
    size = whole.quantity.value if whole is not None and whole.quantity is not None else None
    noun = match["noun"]
    if whole is None or not size or whole.sort != "people" or (noun and noun.lower() not in force_words()):
        return mentions
    exact = size * shares()[f"{match['share'].lower()} of"]
    part = round(exact)
    rough = part != exact  # a third of 1,000 is about 333
    found = [m for m in mentions if not (noun and m.start < match.end() and match.start() < m.end)]
    found += _part(tree, whole, part, match.span("share"), rough=rough)
    rest = REST.search(tree.text, match.end())
    if rest is not None:
        found += _part(tree, whole, round(size) - part, rest.span("rest"), rough=rough)
    return sorted(found, key=lambda m: m.start)


def left_over(tree: Tree, mentions: list[Mention], last: Mention | None) -> list[Mention]:
    """MENTIONS with what is left of the force counted before: "300 went to Gao, the rest to Kidal"."""
    for match in LEFT.finditer(tree.text):
        before = [m for m in mentions if m.quantity is not None and m.end <= match.start()]
        whole = before[-1] if before else last
        head = tree.head_of(*match.span())
        known = whole is not None and whole.sort in {"people", "ellipsis", "body"}
        if whole is None or head is None or not known or any(m.head == head.i for m in mentions):
            continue
        mentions = [
            *mentions,
            Mention(
                match.start(), match.end(), head.i, head.i, (head.i,), whole.category, whole.unit, "rest", weak=False,
                definite=True,
            ),
        ]  # fmt: skip
    return sorted(mentions, key=lambda m: m.start)


def _part(tree: Tree, whole: Mention, number: int, span: tuple[int, int], *, rough: bool) -> Sequence[Mention]:
    """The mention of a part of WHOLE by the words of SPAN."""
    head = tree.head_of(*span)
    if head is None or whole.quantity is None:
        return ()
    words = tree.text[slice(*span)]
    exact = Quantity(value=number, low=number, high=number, unit=whole.unit, text=words)
    about = Quantity(value=number, hedge="about", unit=whole.unit, text=words)
    count = hedged(tree.text, Count(*span, *span, about if rough or whole.quantity.hedge == "about" else exact))
    reach = reach_of(tree, head)
    part = Mention(
        count.start, count.end, head.i, reach[-1], reach, whole.category, whole.unit, "ellipsis", weak=False,
        quantity=replace(count.quantity, unit=whole.unit), count=count,
    )  # fmt: skip
    return (part,)
