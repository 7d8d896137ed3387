"""Assistance: money or counted materiel that one party gives another."""

import re
from collections.abc import Iterator, Mapping
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
from laydown.reading.syntax.arguments import agent, is_infinitive, joined, mentioned, objects, subject
from laydown.reading.syntax.moods import Mood, mood
from laydown.reading.syntax.stance import APPLY, class_of
from laydown.reading.text.grammar import Token, Tree

PARTY: Final = re.compile(
    r"\b(?:to|for) (?:the )?(?P<name>(?:[A-Z][a-z]+ )+"
    r"(?:opposition|government|army|forces|military|rebels|authorities|Fund|[A-Z][a-z]+ Fund))\b"
)
DECIDING: Final = ("approv", "authori", "order", "direct", "sign")
OFFERING: Final = ("approv", "authori", "announc", "pledg", "promis", "commit", "allocat", "sign", "unveil", "offer")
ITEM_TAGS: Final = ("JJ", "NN", "HYPH", "CD", "IN", "VBN", "VBG")
HELPING: Final = frozenset({"help", "support", "assist", "aid", "arm", "equip", "supply", "defend", "protect", "replace"})
"""What is given to a country for: "sent 40 tanks to help Ukraine"."""
TOWARDS: Final = frozenset({"to", "from", "for"})

PARTITIVES: Final = (["of"], ["of", "the"], ["of", "its"], ["of", "their"])

Party = tuple[str, tuple[int, int]]
"""Who receives, with the words of the sentence that name it."""


@cache
def _aid(sort: str) -> frozenset[str]:
    return frozenset(word for row in table("aid_words") if row["sort"] == sort for word in cell(row, "words"))


@cache
def _handing() -> Mapping[str, tuple[str, str]]:
    """What each verb of handing over does (give, receive, buy, request, withhold), and with which things."""
    return {form: (row["sort"], row["thing"]) for row in table("giving_verbs") for form in cell(row, "forms")}


def _sort(verb: Token) -> str:
    """Who does what by a verb of handing over; empty for any other."""
    return _handing().get(verb.lower, ("", ""))[0]


def _hands(verb: Token, item: str | None = None) -> bool:
    """Whether a verb hands things over, and this one: with "send", ships and aircraft are rather a mission."""
    things = _handing().get(verb.lower, ("", ""))[1]
    return things == "yes" or (things == "weapons" and item not in _aid("platform"))


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
        if verb is None or (not count.money and _with_people(scene, verb)):
            continue
        seen.add((count.start, count.end))
        draft = _draft(scene, story, count, verb, unit)
        if draft is not None:
            yield draft


def _out_of(scene: Scene, count: Count) -> bool:
    """Whether another number is taken out of this one: "three of six promised boats" are three."""
    return any(scene.text[other.end : count.start].split() in PARTITIVES for other in scene.counts)


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
    giving = verb if verb is not None and _sort(verb) == "give" and _hands(verb) else None
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
    items = _aid("item") | _aid("platform") | _aid("measure")
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
            if above.tag.startswith("VB") and _sort(above):
                return above
            if above.tag in {"VBD", "VBZ", "VBP"}:
                break
    return None


def _draft(scene: Scene, story: Story, count: Count, verb: Token, unit: str) -> Draft | None:
    passive = mood(scene.tree, verb).passive
    who = agent(scene.tree, verb) if passive else subject(scene.tree, verb)
    sort = _sort(verb)
    if unit in _aid("measure") and sort in {"sell", "buy", "withhold"}:
        return None
    asks = sort in {"receive", "buy", "request"}
    donor, recipient = _taken(scene, story, verb, who) if asks else _handed(scene, story, verb, who)
    if (donor is None and recipient is None) or (asks and donor is None):
        return None
    if not count.money and (recipient is None or not _hands(verb, unit)):
        return None
    if not story.around.arms and not (recipient and (_is_relief(scene) or (donor and not count.money))):
        return None
    own = mood(scene.tree, verb)
    draft = open_draft(scene, "assistance", _governed(scene, verb) or _status(verb, own), count.start)
    draft.mark("status", scene.span(verb.start, verb.end), *(scene.span(*w) for w in own.words))
    _put_amount(scene, draft, count, unit)
    _put_parties(scene, draft, donor, recipient)
    if who is not None and verb.lower.startswith(DECIDING) and sort == "give":
        draft.authority = scene.text[who.start : who.end]
        draft.mark("authority", scene.span(who.start, who.end))
    return draft


def _handed(scene: Scene, story: Story, verb: Token, who: Token | None) -> tuple[Owner | None, Party | None]:
    """Who gives and who is given, where the subject gives."""
    donor = _donor(scene, story, who)
    return donor, _recipient(scene, verb, donor[0] if donor else None)


def _taken(scene: Scene, story: Story, verb: Token, who: Token | None) -> tuple[Owner | None, Party | None]:
    """Who gives and who is given, where the subject receives, buys or asks: "from Poland", "asked Germany for"."""
    taker = _donor(scene, story, who)
    if taker is None or who is None or mood(scene.tree, verb).negative:
        return None, None
    words = taker[1] or scene.span(who.start, who.end)
    recipient = taker[0], (words[0] - scene.offset, words[1] - scene.offset)
    for spot in scene.spots:
        code = spot.place.country
        head = scene.tree.tokens[spot.head]
        asked = _sort(verb) == "request" and head.head == verb.i and head.dep in {"dobj", "dative"}
        if code and code != taker[0] and (asked or _word_before(scene.text, spot.start) == "from"):
            return (code, scene.span(spot.start, spot.end)), recipient
    return None, recipient


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
    sort = _sort(verb)
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
        if _is_errand(scene.tree, verb, scene.tree.tokens[spot.head]):
            continue
        if spot.sense == "adjective" and _word_before(scene.text, spot.start) not in TOWARDS:
            continue
        rank = {"to": 0, "for": 1, "help": 2, "support": 2}.get(_word_before(scene.text, spot.start), 5)
        if spot.start < verb.start and rank > 1:
            rank += 4
        yield rank, code, (spot.start, spot.end)


def _is_errand(tree: Tree, verb: Token, place: Token) -> bool:
    """Whether a place is only where a force is sent on an errand: "sent three tanks to guard the road to Goma"."""
    if _handing().get(verb.lower, ("", ""))[1] != "weapons":
        return False
    aims = (t for t in tree.climb(place) if t.i > verb.i and t.tag == "VB" and is_infinitive(tree, t))
    return any(t.lower not in HELPING for t in aims)


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
