"""Assistance: money or counted materiel that one party gives another."""

import re
from collections.abc import Iterator
from functools import cache

from laydown.lexicon.forces import WORD
from laydown.lexicon.tables import cell, table
from laydown.model import Status
from laydown.reading.drafting.drafts import Draft
from laydown.reading.drafting.nations import owner_at
from laydown.reading.drafting.story import Story
from laydown.reading.mentions.quantities import Count
from laydown.reading.mentions.scene import Scene
from laydown.reading.mentions.spots import Spot
from laydown.reading.syntax.arguments import joined, mentioned, objects, subject
from laydown.reading.syntax.moods import Mood, mood
from laydown.reading.text.grammar import Token


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
        found = _money(scene, count) if count.money else _items(scene, count)
        if found is None or (count.start, count.end) in seen:
            continue
        noun, unit = found
        verb = _verb(scene, count, noun)
        if verb is None or (not count.money and _with_people(scene, verb)):
            continue
        seen.add((count.start, count.end))
        draft = _draft(scene, story, count, noun, verb, unit)
        if draft is not None:
            yield draft


def _with_people(scene: Scene, verb: Token) -> bool:
    """Whether people are sent with the things: "two helicopters and a brigade of 30 soldiers" are a force, not aid."""
    parts = objects(scene.tree, verb)
    if mood(scene.tree, verb).passive:
        who = subject(scene.tree, verb, 0)
        parts = joined(scene.tree, who) if who is not None else parts
    return any(m.sort in {"people", "body"} and m.category in {"personnel", "unit"} for m in mentioned(scene, parts))


def _money(scene: Scene, count: Count) -> tuple[Token, str] | None:
    """The aid noun of an amount: within six words after it ("in military aid") or four before ("an aid package worth")."""
    tree = scene.tree
    after = [t for t in tree.over(count.end, len(tree.text))][:8]
    for token in after:
        if token.lower in _aid("money"):
            return token, count.quantity.unit
        if token.tag.startswith("VB") and token.tag != "VBG" and token.lower not in _aid("money"):
            break
    before = [t for t in tree.over(0, count.start)][-8:]
    for token in reversed(before):
        if token.lower in _aid("money") and token.tag.startswith("NN"):
            return token, count.quantity.unit
    verb = _verb(scene, count, None)
    if verb is not None and gives(verb):
        return verb, count.quantity.unit
    return None


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
        if not token.tag.startswith(("JJ", "NN", "HYPH", "CD", "IN", "VBN", "VBG")) or token.lower in {
            "to",
            "from",
            "for",
        }:
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


def _draft(scene: Scene, story: Story, count: Count, noun: Token, verb: Token, unit: str) -> Draft | None:
    tree = scene.tree
    donor_at = subject(tree, verb)
    donor = owner_at(scene, donor_at, story) if donor_at is not None else None
    if donor is None and donor_at is not None and donor_at.lower in {"it", "he", "she", "we", "they", "i"}:
        donor = (story.nations[-1], None) if story.nations else None
    own = mood(tree, verb)
    status = _status(verb, own)
    recipient = _recipient(scene, count, verb, donor[0] if donor else None)
    if donor is None and recipient is None:
        return None
    if not count.money and (recipient is None or not gives(verb)):
        return None
    draft = Draft("assistance", status, *scene.span(0, len(scene.text)), order=scene.span(count.start, count.end)[0])
    from dataclasses import replace

    draft.quantity = replace(count.quantity, unit=unit)
    draft.mark("quantity", scene.span(count.start, count.end))
    draft.mark("status", scene.span(verb.start, verb.end), *(scene.span(*w) for w in own.words))
    draft.additional = count.additional is not None
    if count.additional:
        draft.mark("additional", scene.span(*count.additional))
    if donor is not None:
        draft.donor = donor[0]
        if donor[1]:
            draft.mark("donor", donor[1])
    if recipient is not None:
        draft.recipient = recipient[0]
        draft.mark("recipient", scene.span(*recipient[1]))
    if donor_at is not None and verb.lower.startswith(("approv", "authori", "order", "direct", "sign")):
        draft.authority = tree.text[donor_at.start : donor_at.end]
        draft.mark("authority", scene.span(donor_at.start, donor_at.end))
    return draft


def _status(verb: Token, own: Mood) -> Status:
    if own.negative:
        return "ruled_out"
    if verb.lower.startswith(
        ("approv", "authori", "announc", "pledg", "promis", "commit", "allocat", "sign", "unveil", "offer")
    ):
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


def _recipient(scene: Scene, count: Count, verb: Token, donor: str | None) -> tuple[str, tuple[int, int]] | None:
    """Who receives: the place or party after "to" or "for", else the other country that the sentence helps."""
    candidates: list[tuple[int, str, tuple[int, int]]] = []
    for spot in scene.spots:
        code = spot.place.country
        if code is None or code == donor or spot.place.type in {"border", "sea"}:
            continue
        lead = _before(scene, spot)
        rank = {"to": 0, "for": 1, "help": 2, "support": 2}.get(lead, 5)
        if spot.start < verb.start and rank > 1:
            rank += 4
        candidates.append((rank, code, (spot.start, spot.end)))
    for org in scene.organizations:
        if org.organization.kind == "nonstate" and _word_before(scene.text, org.start) in {"to", "for"}:
            candidates.append((0, org.organization.nation, (org.start, org.end)))
    party = re.search(
        r"\b(?:to|for) (?:the )?((?:[A-Z][a-z]+ )+(?:opposition|government|army|forces|military|rebels|authorities|Fund|[A-Z][a-z]+ Fund))\b",
        scene.text,
    )
    if party and candidates and "opposition" in party[1]:
        return party[1], party.span(1)
    best = min(candidates, default=None)
    return (best[1], best[2]) if best else None


def _before(scene: Scene, spot: Spot) -> str:
    return _word_before(scene.text, spot.start)


def _word_before(text: str, start: int) -> str:
    words = WORD.findall(text[:start].lower())
    if words and words[-1] in {"the", "its", "their"}:
        words.pop()
    return words[-1] if words else ""
