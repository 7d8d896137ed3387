"""Counting: which number belongs to which force, and the numbers that stand for a force named before."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from laydown.lexicon.forces import force_openers, partitives
from laydown.lexicon.verbs import movement_verbs, presence_verbs
from laydown.model import Quantity
from laydown.reading.mentions.mention import MODIFIERS, NOUNS, Mention
from laydown.reading.mentions.quantities import Count, more_words
from laydown.reading.mentions.reach import reach_of
from laydown.reading.text.grammar import Token, Tree

PART_OF: Final = re.compile(r" of (?:(?:the|its|their|his|our|some|about|those|these) ?)*")
SHARES: Final = frozenset(
    {"most", "half", "many", "some", "all", "majority", "third", "quarter", "bulk", "rest", "none"}
)
"""The words that take a part of a number behind them."""
SINGLE: Final = frozenset({"weapon", "ship", "aircraft"})
SPANS: Final = frozenset(
    {"hour", "hours", "minute", "minutes", "day", "days", "weeks", "months", "years", "percent", "%"}
)
"""What a number counts before the noun of a force: "two hours inspecting vehicles"."""
LABELS: Final = frozenset({"type", "class", "mark", "mk", "version", "number", "no", "phase", "article", "resolution"})
YEAR: Final = re.compile(r"(?:19|20)\d\d")
OWNING: Final = frozenset({"PRP$", "POS"})
DEFINITE: Final = frozenset({"the", "these", "those", "all"})
"""What makes the number behind it the whole of which a part is told: "200 of the 450 soldiers"."""
OF_THEM: Final = re.compile(r" of (?:(?:them|whom|these|those)\b(?! [a-z]+s\b)|that number\b)")
"""What makes a number a part of the force named before: "150 of them"."""

ALREADY: Final = re.compile(
    r"(?: [a-z]+)? (?:already|currently|now|still)"
    r"(?: (?:stationed|deployed|based|serving|posted|operating|positioned))?(?: (?:in|at|on|to|near)(?: the)?)? "
)
"""What leads from a number to its place where the noun is left out: "the 300 already in Gao"."""

THERE: Final = re.compile(r"(?: [a-z]+)? (?:already|currently|now) (?:there|in|at|on|stationed|deployed|based)\b")
"""What says that a number without a noun stands somewhere: "replace the 500 now there"."""

ROLES: Final = frozenset({"of", "with", "by", "to", "from", "at"})
"""The prepositions that may lead to a number that is a force of its own."""


def counted(tree: Tree, mention: Mention, counts: Sequence[Count]) -> Mention:
    """MENTION with the count that stands before its noun with only modifiers between."""
    best: Count | None = None
    for count in counts:
        if (
            _is_year(tree, mention, count)
            or count.money
            or count.end > tree.tokens[mention.head].start
            or (mention.sort in SINGLE and _modelled(tree, count))
            or count.core < 0
        ):
            continue
        between = tree.over(count.end, tree.tokens[mention.head].start)
        if (
            all(t.tag in MODIFIERS or t.lower in {"of", ",", "/", "and"} or _hyphened(tree, t) for t in between)
            and len(between) <= 9
        ):
            if any(_is_other(tree, t) or t.lower in SPANS for t in between) or _is_label(tree, mention, count):
                continue
            if sum(t.lower == "and" for t in between) > 1 or (between and between[0].lower == "the"):
                continue
            if best is None or not PART_OF.fullmatch(tree.text, best.end, count.start):
                best = count
    start = mention.start
    best = _taken_of(tree, mention, best, counts)
    if best is not None and tree.tokens[mention.top].lower in partitives("ordinal"):
        return replace(mention, count=best)  # "the first of 379 soldiers": nobody says how many they are
    if best is not None:
        quantity = replace(best.quantity, unit=mention.unit)
        return replace(mention, start=min(start, best.start), quantity=quantity, count=best, additional=best.additional)
    extra = _additional(tree, mention)
    if mention.sort in SINGLE and _is_one(tree, mention):
        words = tree.text[mention.start : mention.end]
        one = Quantity(value=1, low=1, high=1, hedge="exact", unit=mention.unit, text=words)
        return replace(mention, quantity=one, additional=extra)
    return mention if extra == mention.additional else replace(mention, additional=extra)


def _is_other(tree: Tree, token: Token) -> bool:
    """Whether a word between a number and a noun is a force of its own, and no part of a compound."""
    alone = token.dep not in {"compound", "amod", "nmod"} and tree.text[token.start - 1 : token.start] != "-"
    return alone and token.lower in force_openers() and not _paired(tree, token)


def _paired(tree: Tree, token: Token) -> bool:
    """Whether a service is named beside another before their people: "1,000 military and police officers"."""
    near = [t.lower for t in tree.tokens[max(0, token.i - 1) : token.i + 4]]
    return token.lower in SERVING and "and" in near and bool(OFFICERS & {*near})


SERVING: Final = frozenset({"army", "military", "naval", "navy", "police"})
OFFICERS: Final = frozenset({"officers", "personnel"})
"""The people of several services together."""


def _modelled(tree: Tree, count: Count) -> bool:
    """Whether a number behind "a" is a model and counts nothing: "a 757 aircraft"."""
    before = tree.text[: count.start].lower()
    return before.endswith((" a ", " an ")) and tree.text[count.start : count.end].isdigit()


def _hyphened(tree: Tree, token: Token) -> bool:
    """Whether a word stands between hyphens, inside a compound: "surface-to-air"."""
    return token.start > 0 and tree.text[token.start - 1] == "-" and tree.text[token.end : token.end + 1] == "-"


def part_counted(tree: Tree, mentions: list[Mention], counts: Sequence[Count]) -> list[Mention]:
    """MENTIONS of which a part is told, with its number: "300 of its 3,000 soldiers" are 300."""
    used = {id(m.count) for m in mentions if m.count}
    free = [count for count in counts if id(count) not in used and not count.money]
    return [_part(tree, mention, free) for mention in mentions]


def _part(tree: Tree, mention: Mention, free: Sequence[Count]) -> Mention:
    """MENTION with the number right before "of" and its own."""
    if mention.count is None or mention.modifies:
        return mention
    for count in free:
        if count.core < 0 or not PART_OF.fullmatch(tree.text[count.end : mention.start]):
            continue
        top = tree.head_of(count.core, count.core_end)
        if top is not None and top.i in mention.reach:
            quantity = replace(count.quantity, unit=mention.unit)
            return replace(mention, start=count.start, quantity=quantity, count=count, additional=count.additional)
    return mention


def _taken_of(tree: Tree, mention: Mention, whole: Count | None, counts: Sequence[Count]) -> Count | None:
    """The number of a part that is told of WHOLE: "200 of its 450 soldiers" are 200, "some of its 450" no number."""
    tokens = tree.tokens
    above = mention.reach[1:2] if whole is not None else ()
    for i in above:
        between = tree.over(tokens[i].end, whole.start) if whole is not None else []
        if any(t.tag in OWNING or t.lower in DEFINITE for t in between):
            if tokens[i].lower in partitives("unsaid"):
                return None
            own = (c for c in counts if not c.money and tree.head_of(c.core, c.core_end) == tokens[i])
            return next(own, whole)
    return whole


def _is_year(tree: Tree, mention: Mention, count: Count) -> bool:
    """Whether a number is a year: "the 1997 task force", "In 1982 Chilean soldiers left"."""
    if YEAR.fullmatch(tree.text, count.start, count.end) is None:
        return False
    dated = tree.text[: count.start].lower().endswith(("in ", "since ", "until "))
    return dated or tree.tokens[mention.head].tag in {"NN", "NNP"}


def _is_thing(tree: Tree, token: Token) -> bool:
    """Whether "one" is a thing of that sort and no number of it: "who may have seen one leaving"."""
    return token.lower == "one" and (token.dep == "dobj" or tree.tokens[token.head].tag == "VBG")


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
        token = _more(tree, tree.head_of(count.core, count.core_end))
        if token is None or not _stands_alone(tree, token, count) or _is_thing(tree, token):
            continue
        model = next((m for m in reversed(mentions) if m.start < count.start), mentions[0] if mentions else last)
        begun = token.dep in {"nsubj", "nsubjpass"} or _posted(tree, token, count) or _sent(tree, token, count)
        if not mentions and not begun:
            continue
        if model is None or model.sort not in {"people", "ranks", "ship", "aircraft", "vehicle"}:
            continue
        reach = reach_of(tree, token)
        found.append(
            Mention(
                count.start, count.end, token.i, reach[-1], reach, model.category, model.unit, "ellipsis", weak=False,
                quantity=replace(count.quantity, unit=model.unit), count=count, additional=count.additional,
            )
        )  # fmt: skip
    return found


def _stands_alone(tree: Tree, token: Token, count: Count) -> bool:
    """Whether a number is a force by itself and no modifier of another noun."""
    part = OF_THEM.match(tree.text, count.end) or _of_number(tree, token)
    bare = token.tag in {"CD", "NNS", "NN"} or token.lower == "more"
    if not bare or token.dep in {"nummod", "quantmod", "compound", "npadvmod"}:
        return False
    if token.dep == "appos" and not part:
        return False
    if token.dep == "pobj" and (tree.tokens[token.head].lower not in ROLES or _is_whole(tree, token)):
        return False
    return bool(part) or not _counts_others(tree, token)


def _of_number(tree: Tree, token: Token) -> bool:
    """Whether a number is a part of another without a noun: "1,700 of the 2,000"."""
    leads = (k for k in tree.kids(token) if k.dep == "prep" and k.lower == "of")
    wholes = (k for lead in leads for k in tree.kids(lead) if k.dep == "pobj" and k.tag == "CD")
    return any(k.dep == "det" for whole in wholes for k in tree.kids(whole))


def _is_whole(tree: Tree, token: Token) -> bool:
    """Whether a number is that of which the sentence tells parts: "Of the 900, 600 will go", "600 of the 900"."""
    lead = tree.tokens[token.head]
    above = tree.tokens[lead.head]
    definite = any(k.dep == "det" for k in tree.kids(token))
    return lead.lower == "of" and definite and (lead.i == 0 or above.tag == "CD" or above.lower in SHARES)


def _posted(tree: Tree, token: Token, count: Count) -> bool:
    """Whether a number without a noun is told as a force: "the 500 now there", "the 700 sent last week"."""
    if THERE.match(tree.text, count.end):
        return True
    deeds = (k for k in tree.kids(token) if k.dep == "acl" and k.tag == "VBN")
    return any(k.lower in movement_verbs() or k.lower in presence_verbs() for k in deeds)


def _more(tree: Tree, token: Token | None) -> Token | None:
    """What "100 more" hangs by: the parser takes "more" for its head."""
    above = tree.tokens[token.head] if token is not None else None
    bare = above is not None and above.lower == "more" and above.dep in {"dobj", "nsubj", "nsubjpass"}
    return above if bare else token


def _sent(tree: Tree, token: Token, count: Count) -> bool:
    """Whether a number without a noun is more of a force that is sent: "will send another 100"."""
    verbs = movement_verbs().get(tree.tokens[token.head].lower, ())
    return count.additional is not None and token.dep == "dobj" and any(not v.light for v in verbs)


def _counts_others(tree: Tree, token: Token) -> bool:
    """Whether a number says itself what it counts: "thousands of people", "767 passengers"."""
    after = tree.tokens[token.i + 1] if token.i + 1 < len(tree.tokens) else None
    return any(k.dep == "prep" and k.lower == "of" for k in tree.kids(token)) or (
        after is not None and after.tag in NOUNS and after.head == token.i
    )
