"""Counting: which number belongs to which force, and the numbers that stand for a force named before."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from laydown.lexicon.forces import force_openers
from laydown.model import Quantity
from laydown.reading.mentions.mention import MODIFIERS, NOUNS, Mention
from laydown.reading.mentions.quantities import Count, more_words
from laydown.reading.mentions.reach import reach_of
from laydown.reading.text.grammar import Token, Tree

SINGLE: Final = frozenset({"weapon", "ship", "aircraft"})
SPANS: Final = frozenset(
    {"hour", "hours", "minute", "minutes", "day", "days", "weeks", "months", "years", "percent", "%"}
)
"""What a number counts before the noun of a force: "two hours inspecting vehicles"."""
LABELS: Final = frozenset({"type", "class", "mark", "mk", "version", "number", "no", "phase", "article", "resolution"})
YEAR: Final = re.compile(r"(?:19|20)\d\d")
OF_THEM: Final = re.compile(r" of (?:them|whom|these|those)\b(?! [a-z]+s\b)")
"""What makes a number a part of the force named before: "150 of them"."""


def counted(tree: Tree, mention: Mention, counts: Sequence[Count]) -> Mention:
    """MENTION with the count that stands before its noun with only modifiers between."""
    best: Count | None = None
    for count in counts:
        if count.money or count.end > tree.tokens[mention.head].start or count.core < 0:
            continue
        between = tree.over(count.end, tree.tokens[mention.head].start)
        if all(t.tag in MODIFIERS or t.lower in {"of", ",", "/", "and"} for t in between) and len(between) <= 9:
            if any(t.lower in force_openers() and t.dep not in {"compound", "amod", "nmod"} for t in between):
                continue
            if sum(t.lower == "and" for t in between) > 1 or any(t.lower in SPANS for t in between):
                continue
            if _is_label(tree, mention, count):
                continue
            best = count
    start = mention.start
    if best is not None:
        quantity = replace(best.quantity, unit=mention.unit)
        return replace(mention, start=min(start, best.start), quantity=quantity, count=best, additional=best.additional)
    extra = _additional(tree, mention)
    if mention.sort in SINGLE and _is_one(tree, mention):
        words = tree.text[mention.start : mention.end]
        one = Quantity(value=1, low=1, high=1, hedge="exact", unit=mention.unit, text=words)
        return replace(mention, quantity=one, additional=extra)
    return replace(mention, additional=extra)


def _is_label(tree: Tree, mention: Mention, count: Count) -> bool:
    """Whether a number only names what follows: "a Type 22 frigate", "the 1997 task force"."""
    before = tree.text[: count.start].rstrip(" .").rsplit(" ", 1)[-1].lower()
    one = tree.tokens[mention.head].tag in {"NN", "NNP"}
    words = tree.text[count.core : count.core_end]
    return before in LABELS or (one and mention.sort == "body" and YEAR.fullmatch(words) is not None)


def _additional(tree: Tree, mention: Mention) -> tuple[int, int] | None:
    """The word of a mention that puts it on top of others."""
    for token in tree.over(mention.start, mention.end):
        if token.lower in more_words():
            return token.start, token.end
    return None


def _is_one(tree: Tree, mention: Mention) -> bool:
    """Whether a mention is of one thing: "a frigate"."""
    if tree.tokens[mention.head].tag not in {"NN", "NNP"}:
        return False
    return any(t.lower in {"a", "an", "another", "one"} for t in tree.over(mention.start, mention.end))


def elliptical(tree: Tree, mentions: list[Mention], counts: Sequence[Count], last: Mention | None) -> list[Mention]:
    """A bare number that stands for the force named before it: "1,700 will go to Poland and 300 to Germany"."""
    if not mentions and last is None:
        return mentions
    used = {id(m.count) for m in mentions if m.count}
    found = list(mentions)
    for count in counts:
        if count.money or id(count) in used or count.core in {m.start for m in mentions}:
            continue
        token = tree.head_of(count.core, count.core_end)
        if (
            token is None
            or token.tag not in {"CD", "NNS", "NN"}
            or token.dep in {"nummod", "quantmod", "compound", "npadvmod"}
            or (token.dep == "appos" and not OF_THEM.match(tree.text, count.end))
        ):
            continue
        if token.dep == "pobj" and tree.tokens[token.head].lower not in {"of", "with", "by", "to", "from", "at"}:
            continue
        if token.lower == "one" and (token.dep == "dobj" or tree.tokens[token.head].tag == "VBG"):
            continue  # "who may have seen one leaving": a thing of that sort, no number of it
        if _counts_others(tree, token) and not OF_THEM.match(tree.text, count.end):
            continue
        model = next((m for m in reversed(mentions) if m.start < count.start), mentions[0] if mentions else last)
        if not mentions and token.dep not in {"nsubj", "nsubjpass"}:
            continue
        if model is None or model.sort not in {"people", "ship", "aircraft", "vehicle"}:
            continue
        reach = reach_of(tree, token)
        found.append(
            Mention(
                count.start, count.end, token.i, reach[-1], reach, model.category, model.unit, "ellipsis", weak=False,
                quantity=replace(count.quantity, unit=model.unit), count=count, additional=count.additional,
            )
        )  # fmt: skip
    return found


def _counts_others(tree: Tree, token: Token) -> bool:
    """Whether a number says itself what it counts: "thousands of people", "767 passengers"."""
    after = tree.tokens[token.i + 1] if token.i + 1 < len(tree.tokens) else None
    return any(k.dep == "prep" and k.lower == "of" for k in tree.kids(token)) or (
        after is not None and after.tag in NOUNS and after.head == token.i
    )


def merge_bodies(mentions: list[Mention]) -> list[Mention]:
    """One mention for "a brigade of 30 soldiers", 30 persons: the inner one stands for both."""
    merged: list[Mention] = []
    for mention in mentions:
        outer = next((m for m in merged if m.head in mention.reach[1:] and m.sort in {"body", "mass"}), None)
        if outer is None:
            merged.append(mention)
            continue
        if mention.sort == "army":
            # "two battalions of the Kenya Army": the service says whose they are
            merged[merged.index(outer)] = replace(outer, end=max(outer.end, mention.end))
            continue
        merged[merged.index(outer)] = replace(
            mention, start=outer.start, units=(*outer.units, *mention.units),
            additional=mention.additional or outer.additional, modifies=outer.modifies,
        )  # fmt: skip
    return merged
