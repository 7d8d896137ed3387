"""Assistance: money or counted materiel that one party gives another."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from laydown.lexicon.tables import of_sort
from laydown.model import Status
from laydown.reading.claims.gifts import Gift, gift
from laydown.reading.claims.parties import Party, handed, handing, sort_of, taken
from laydown.reading.drafting.drafts import Draft
from laydown.reading.drafting.filling import open_draft
from laydown.reading.drafting.nations import Owner
from laydown.reading.drafting.story import Story
from laydown.reading.mentions.quantities import Count
from laydown.reading.mentions.scene import Scene
from laydown.reading.syntax.arguments import agent, joined, mentioned, objects, subject
from laydown.reading.syntax.conditions import is_conditional, is_reported
from laydown.reading.syntax.governors import APPLY, class_of
from laydown.reading.syntax.moods import Mood, mood
from laydown.reading.syntax.steps import told_mood
from laydown.reading.text.grammar import Token, Tree

DECIDING: Final = ("approv", "authori", "order", "direct", "sign")
OFFERING: Final = ("approv", "authori", "announc", "pledg", "promis", "commit", "allocat", "sign", "unveil", "offer")
ITEM_TAGS: Final = ("JJ", "NN", "HYPH", "CD", "IN", "VBN", "VBG")
TOWARDS: Final = frozenset({"to", "from", "for"})

WITH: Final = frozenset({"with", "both"})
"""Of which verbs what is given stands behind "with"."""
PARTITIVES: Final = (["of"], ["of", "the"], ["of", "its"], ["of", "their"])


@cache
def _aid(sort: str) -> frozenset[str]:
    return of_sort("aid_words", sort)


def _hands(verb: Token, item: str | None = None, *, by_with: bool = False) -> bool:
    """Whether a verb hands things over, and this one: with "send", ships and aircraft are rather a mission.

    BY_WITH says that the things stand behind "with": "supplied Chad with 40 trucks" hands them over, "sent" does not.
    """
    things = handing().get(verb.lower, ("", ""))[1]
    if by_with:
        return things in WITH
    return things in {"yes", "both"} or (things == "weapons" and item not in _aid("platform"))


def read_assistance(scene: Scene, story: Story) -> Iterator[Draft]:
    """The aid of a sentence: "$600 million of security assistance to Kyiv", "6,000 more missiles"."""
    seen: set[tuple[int, int]] = set()
    for count in scene.counts:
        if _out_of(scene, count) or (count.money and _converts(scene, count)):
            continue
        found = _money(scene, count) if count.money else _items(scene, count)
        if found is None or (count.start, count.end) in seen:
            continue
        noun, unit = found
        verb = _verb(scene, count, noun)
        if not count.money and (given := gift(scene, story, noun)) is not None:
            seen.add((count.start, count.end))
            yield _of_gift(scene, count, given, unit)
            continue
        if verb is None or (not count.money and _is_none(scene, count, verb, noun)):
            continue
        seen.add((count.start, count.end))
        draft = _draft(scene, story, count, verb, unit)
        if draft is not None:
            yield draft


def _is_none(scene: Scene, count: Count, verb: Token, thing: Token) -> bool:
    """Whether things that are counted are no aid: they carry it, people go with them, or they are who gives."""
    return _bears(scene, count, verb) or _with_people(scene, verb) or _gives(scene, verb, thing)


def _before(scene: Scene, count: Count) -> str:
    """The word before a number, in small letters."""
    words = scene.text[: count.start].split()
    return words[-1].lower() if words else ""


def _bears(scene: Scene, count: Count, verb: Token) -> bool:
    """Whether the things counted only carry what is given: "were flown to Irbil in three planes"."""
    word = _before(scene, count)
    return word in {"in", "by", "aboard", "via"} or (word == "with" and not _hands(verb, by_with=True))


def _out_of(scene: Scene, count: Count) -> bool:
    """Whether another number is taken out of this one: "three of six promised boats" are three."""
    return any(scene.text[other.end : count.start].split() in PARTITIVES for other in scene.counts)


def _converts(scene: Scene, count: Count) -> bool:
    """Whether a sum in brackets says the one before it again in another currency: "8 million pounds ($13 million)"."""
    before = scene.text[: count.start].rstrip()
    return before.endswith("(") and any(c.money and c.end == len(before[:-1].rstrip()) for c in scene.counts)


def _gives(scene: Scene, verb: Token, item: Token) -> bool:
    """Whether the things counted do the giving: "three bombers can deliver a heavy blow" gives nobody bombers."""
    return subject(scene.tree, verb) is item and not mood(scene.tree, verb).passive


def _with_people(scene: Scene, verb: Token) -> bool:
    """Whether people are sent with the things: "two helicopters and a brigade of 30 soldiers" are a force, not aid."""
    parts = objects(scene.tree, verb)
    if mood(scene.tree, verb).passive:
        who = subject(scene.tree, verb, 0)
        parts = joined(scene.tree, who) if who is not None else parts
    return any(m.sort in {"people", "body"} and m.category in {"personnel", "unit"} for m in mentioned(scene, parts))


def _money(scene: Scene, count: Count) -> tuple[Token, str] | None:
    """What an amount is given as, with its currency: an aid noun near it, else the verb that hands it over."""
    verb = _verb(scene, count, None)
    giving = verb if verb is not None and sort_of(verb) == "give" and _hands(verb) else None
    noun = _aid_after(scene, count) or _aid_before(scene, count) or giving
    return (noun, count.quantity.unit) if noun is not None else None


def _aid_after(scene: Scene, count: Count) -> Token | None:
    """The aid noun within eight words after an amount: "$600 million in military aid"."""
    for token in scene.tree.over(count.end, len(scene.text))[:8]:
        cause = token.lower in _aid("cause") and " for " in scene.text[count.end : token.start]
        if token.lower in _aid("money") or cause:
            return token
        if token.tag.startswith("VB") and token.tag != "VBG":
            return None
    return None


def _aid_before(scene: Scene, count: Count) -> Token | None:
    """The aid noun within eight words before an amount: "an aid package worth $60 million"."""
    before = reversed(scene.tree.over(0, count.start)[-8:])
    return next((t for t in before if t.lower in _aid("money") and t.tag.startswith("NN")), None)


def _items(scene: Scene, count: Count) -> tuple[Token, str] | None:
    """The thing counted: the head noun after the number, if it is one that is given."""
    tree = scene.tree
    items = _aid("item") | _aid("weapon") | _aid("platform") | _aid("measure")
    for token in tree.over(count.end, len(tree.text))[:6]:
        if token.tag in {"NN", "NNS", "NNP"} and token.lower in items:
            outer = tree.tokens[token.head]
            if f"{tree.tokens[token.i - 1].lower} {token.lower}" in _aid("mission"):
                return None
            if token.dep == "compound" and outer.i > token.i:
                continue
            return token, token.lower
        if not token.tag.startswith(ITEM_TAGS) or token.lower in TOWARDS:
            return None
    return None


def _verb(scene: Scene, count: Count, noun: Token | None) -> Token | None:
    """The verb of giving that governs the amount."""
    tree = scene.tree
    start = tree.head_of(count.core, count.core_end)
    for origin in (start, noun):
        if origin is None:
            continue
        for above in tree.climb(origin):
            if above.tag.startswith("VB") and sort_of(above):
                return above
            if above.tag in {"VBD", "VBZ", "VBP"} or (above.tag == "VB" and not count.money):
                break
    return None


def _draft(scene: Scene, story: Story, count: Count, verb: Token, unit: str) -> Draft | None:
    passive = mood(scene.tree, verb).passive
    who = _giver(scene.tree, verb) if passive else subject(scene.tree, verb)
    sort = sort_of(verb)
    if unit in _aid("measure") and sort in {"sell", "buy", "withhold"}:
        return None
    asks = sort in {"receive", "buy", "request"}
    donor, recipient = taken(scene, story, verb, who) if asks else handed(scene, story, verb, who, money=count.money)
    if (donor is None and recipient is None) or (asks and donor is None):
        return None
    by_with = _before(scene, count) == "with"
    if not count.money and (recipient is None or not _hands(verb, unit, by_with=by_with)):
        return None
    if not story.around.arms and not (recipient and (_is_relief(scene) or (donor and not count.money))):
        return None
    own = mood(scene.tree, verb)
    by_itself, governed = _status(scene.tree, verb, own), _governed(scene, verb)
    draft = open_draft(scene, "assistance", governed or by_itself, count.start)
    draft.mark("status", scene.span(verb.start, verb.end), *(scene.span(*w) for w in own.words))
    draft.note("status", f"“{verb.text}” (a word to {sort}, giving_verbs) is {told_mood(own)}: {by_itself}", by=_status)
    if governed is not None:
        draft.note("status", f"a word that governs “{verb.text}” decides: {governed}", by=_governed)
    _put_amount(scene, draft, count, unit)
    _put_parties(scene, draft, donor, recipient)
    if who is not None and verb.lower.startswith(DECIDING) and sort == "give":
        draft.authority = scene.text[who.start : who.end]
        draft.mark("authority", scene.span(who.start, who.end))
    return draft


def _of_gift(scene: Scene, count: Count, given: Gift, unit: str) -> Draft:
    draft = open_draft(scene, "assistance", given.status, count.start)
    draft.mark("status", scene.span(given.noun.start, given.noun.end))
    draft.note("status", f"“{given.noun.text}” is a noun for giving, and as told it is {given.status}", by=gift)
    _put_amount(scene, draft, count, unit)
    _put_parties(scene, draft, given.donor, given.recipient)
    return draft


def _giver(tree: Tree, verb: Token) -> Token | None:
    """Who gives by a passive verb, though "by" hang by the things: "was supplied with 40 trucks by Italy"."""
    after = (token for token in tree.tokens[verb.i :] if token.dep == "pobj" and tree.tokens[token.head].lower == "by")
    return agent(tree, verb) or next((token for token in after if verb in tree.climb(token)), None)


def _is_relief(scene: Scene) -> bool:
    """Whether money is called aid, and not a package, a fund or a loan, as the money of firms is too."""
    return any(token.lower in _aid("relief") for token in scene.tree)


def _put_amount(scene: Scene, draft: Draft, count: Count, unit: str) -> None:
    draft.quantity = replace(count.quantity, unit=unit)
    draft.mark("quantity", scene.span(count.start, count.end))
    if count.additional is not None:
        draft.additional = True
        draft.mark("additional", scene.span(*count.additional))


def _put_parties(scene: Scene, draft: Draft, donor: Owner | None, recipient: Party | None) -> None:
    if donor is not None:
        draft.donor = donor[0]
        if donor[1] is not None:
            draft.mark("donor", donor[1])
    if recipient is not None:
        draft.recipient = recipient[0]
        draft.mark("recipient", scene.span(*recipient[1]))


def _governed(scene: Scene, verb: Token) -> Status | None:
    """The status that a governor of the giving decides: "refused to give", "is considering giving"."""
    here = verb
    for above in scene.tree.climb(verb):
        if here.dep not in {"xcomp", "pcomp", "prep"} or mood(scene.tree, above).negative:
            return None
        status = APPLY.get(class_of(scene.tree, above, here) or "")
        if status is not None:
            return "ruled_out" if status == "cancelled" else status
        here = above
    return None


def _status(tree: Tree, verb: Token, own: Mood) -> Status:
    """How far aid has come: by the sort of its verb and by the mood of that."""
    sort = sort_of(verb)
    if own.negative or sort == "withhold":
        return "ruled_out"
    if sort == "request":
        return "requested"
    if sort == "buy":
        return "announced"
    if verb.lower.startswith(OFFERING):
        return "announced"
    match own.tense:
        case "past" | "perfect" | "participle":
            return "completed"
        case "would" if is_reported(tree, verb) and not is_conditional(tree, verb):
            return "announced"  # "said it would give": what was said then is the future of then
        case "maybe" | "would":
            return "considered"
        case "must":
            return "requested"
        case "gerund":
            return "completed" if verb.lower == "providing" else "announced"
        case _:
            return "announced"
