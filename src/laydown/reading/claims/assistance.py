"""Assistance: money or counted materiel that one party gives another."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from laydown.lexicon.forces import WORD
from laydown.lexicon.tables import cell, table
from laydown.model import Status
from laydown.reading.drafting.drafts import Draft
from laydown.reading.drafting.filling import open_draft
from laydown.reading.drafting.nations import Owner, owner_at
from laydown.reading.drafting.story import Story
from laydown.reading.mentions.persons import PRONOUNS
from laydown.reading.mentions.quantities import Count
from laydown.reading.mentions.scene import Scene
from laydown.reading.syntax.arguments import joined, mentioned, objects, subject
from laydown.reading.syntax.moods import Mood, mood
from laydown.reading.syntax.stance import APPLY, class_of
from laydown.reading.text.grammar import Token

PARTY: Final = re.compile(
    r"\b(?:to|for) (?:the )?(?P<name>(?:[A-Z][a-z]+ )+"
    r"(?:opposition|government|army|forces|military|rebels|authorities|Fund|[A-Z][a-z]+ Fund))\b"
)
DECIDING: Final = ("approv", "authori", "order", "direct", "sign")
OFFERING: Final = ("approv", "authori", "announc", "pledg", "promis", "commit", "allocat", "sign", "unveil", "offer")
ITEM_TAGS: Final = ("JJ", "NN", "HYPH", "CD", "IN", "VBN", "VBG")
TOWARDS: Final = frozenset({"to", "from", "for"})

Party = tuple[str, tuple[int, int]]
"""Who receives, with the words of the sentence that name it."""


@cache
def _aid(sort: str) -> frozenset[str]:
    return frozenset(word for row in table("aid_words") if row["sort"] == sort for word in cell(row, "words"))


@cache
def _giving(*, things: bool) -> frozenset[str]:
    return frozenset(f for row in table("giving_verbs") if row["thing"] or not things for f in cell(row, "forms"))


def gives(token: Token) -> bool:
    """Whether a verb hands things over: with it, arms to another state are aid and not a movement."""
    return token.lower in _giving(things=True)


def read_assistance(scene: Scene, story: Story) -> Iterator[Draft]:
    """The aid of a sentence: "$600 million of security assistance to Kyiv", "6,000 more missiles"."""
    seen: set[tuple[int, int]] = set()
    for count in scene.counts:
        if count.money and _converts(scene, count):
            continue
        found = _money(scene, count) if count.money else _items(scene, count)
        if found is None or (count.start, count.end) in seen:
            continue
        noun, unit = found
        verb = _verb(scene, count, noun)
        if verb is None or (not count.money and _with_people(scene, verb)):
            continue
        seen.add((count.start, count.end))
        draft = _draft(scene, story, count, verb, unit)
        if draft is not None:
            yield draft


def _converts(scene: Scene, count: Count) -> bool:
    """Whether a sum in brackets says the one before it again in another currency: "8 million pounds ($13 million)"."""
    before = scene.text[: count.start].rstrip()
    return before.endswith("(") and any(c.money and c.end == len(before[:-1].rstrip()) for c in scene.counts)


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
    giving = verb if verb is not None and gives(verb) else None
    noun = _aid_after(scene, count) or _aid_before(scene, count) or giving
    return (noun, count.quantity.unit) if noun is not None else None


def _aid_after(scene: Scene, count: Count) -> Token | None:
    """The aid noun within eight words after an amount: "$600 million in military aid"."""
    for token in scene.tree.over(count.end, len(scene.text))[:8]:
        if token.lower in _aid("money"):
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
    items = _aid("item")
    for token in tree.over(count.end, len(tree.text))[:6]:
        if token.tag in {"NN", "NNS", "NNP"} and token.lower in items:
            outer = tree.tokens[token.head]
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
            if above.tag.startswith("VB") and above.lower in _giving(things=False):
                return above
            if above.tag in {"VBD", "VBZ", "VBP"}:
                break
    return None


def _draft(scene: Scene, story: Story, count: Count, verb: Token, unit: str) -> Draft | None:
    who = subject(scene.tree, verb)
    donor = _donor(scene, story, who)
    recipient = _recipient(scene, verb, donor[0] if donor else None)
    if (donor is None and recipient is None) or (not count.money and (recipient is None or not gives(verb))):
        return None
    if not story.around.arms and not (recipient and _is_relief(scene)):
        return None
    own = mood(scene.tree, verb)
    draft = open_draft(scene, "assistance", _governed(scene, verb) or _status(verb, own), count.start)
    draft.mark("status", scene.span(verb.start, verb.end), *(scene.span(*w) for w in own.words))
    _put_amount(scene, draft, count, unit)
    _put_parties(scene, draft, donor, recipient)
    if who is not None and verb.lower.startswith(DECIDING):
        draft.authority = scene.text[who.start : who.end]
        draft.mark("authority", scene.span(who.start, who.end))
    return draft


def _is_relief(scene: Scene) -> bool:
    """Whether money is called aid, and not a package, a fund or a loan, as the money of firms is too."""
    return any(token.lower in _aid("relief") for token in scene.tree)


def _donor(scene: Scene, story: Story, who: Token | None) -> Owner | None:
    """Who gives: the nation that the subject stands for, by a pronoun the one spoken of last."""
    donor = owner_at(scene, who, story)
    if donor is None and who is not None and who.lower in PRONOUNS and story.nations:
        return story.nations[-1], scene.span(who.start, who.end)
    return donor


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


def _status(verb: Token, own: Mood) -> Status:
    if own.negative:
        return "ruled_out"
    if verb.lower.startswith(OFFERING):
        return "announced"
    match own.tense:
        case "past" | "perfect" | "participle":
            return "completed"
        case "maybe" | "would":
            return "considered"
        case "must":
            return "requested"
        case "gerund":
            return "completed" if verb.lower == "providing" else "announced"
        case _:
            return "announced"


def _recipient(scene: Scene, verb: Token, donor: str | None) -> Party | None:
    """Who receives: the place or party after "to" or "for", else the other country that the sentence helps."""
    candidates = [*_helped(scene, verb, donor), *_rebels(scene)]
    party = PARTY.search(scene.text)
    if party and candidates and "opposition" in party["name"]:
        return party["name"], party.span("name")
    best = min(candidates, default=None)
    return (best[1], best[2]) if best else None


def _helped(scene: Scene, verb: Token, donor: str | None) -> Iterator[tuple[int, str, tuple[int, int]]]:
    """The countries that may receive, the likelier ones with the lower rank."""
    for spot in scene.spots:
        code = spot.place.country
        if code is None or code == donor or spot.place.type in {"border", "sea"}:
            continue
        rank = {"to": 0, "for": 1, "help": 2, "support": 2}.get(_word_before(scene.text, spot.start), 5)
        if spot.start < verb.start and rank > 1:
            rank += 4
        yield rank, code, (spot.start, spot.end)


def _rebels(scene: Scene) -> Iterator[tuple[int, str, tuple[int, int]]]:
    """The non-state parties that a sentence gives something to."""
    for org in scene.organizations:
        if org.organization.kind == "nonstate" and _word_before(scene.text, org.start) in {"to", "for"}:
            yield 0, org.organization.nation, (org.start, org.end)


def _word_before(text: str, start: int) -> str:
    words = WORD.findall(text[:start].lower())
    if words and words[-1] in {"the", "its", "their"}:
        words.pop()
    return words[-1] if words else ""
