"""Assistance: money or counted materiel that one party gives another."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from laydown.lexicon.verbs import MovementVerb
from laydown.reading.claims.gifts import ARRIVED, Gift, gift
from laydown.reading.claims.packages import listed, recalled, remember, remember_aid
from laydown.reading.claims.parties import OFFERING, Party, handed, is_passive, sort_of, taken
from laydown.reading.claims.things import Thing, aid_words, find_things, hands, verb_of, word_before
from laydown.reading.drafting.drafts import Draft
from laydown.reading.drafting.filling import open_draft
from laydown.reading.drafting.nations import Owner
from laydown.reading.drafting.story import Story
from laydown.reading.mentions.scene import Scene
from laydown.reading.syntax.arguments import agent, joined, mentioned, objects, subject
from laydown.reading.syntax.moods import mood
from laydown.reading.syntax.stance import Stance, stance
from laydown.reading.syntax.steps import told_mood
from laydown.reading.text.grammar import Token, Tree

DECIDING: Final = ("approv", "authori", "order", "direct", "sign")

GIVE: Final = MovementVerb(
    "give", frozenset(), "deploy", "object", "", "", "announced", "announced", "completed",
    light=False, light_noun=False, sole=False, led=False, alone=False,
)  # fmt: skip
"""How the tenses of giving read; what governs it is read as it is for a movement."""
OFFER: Final = replace(GIVE, lemma="offer", past="announced")
"""The same of approving and promising, after which nothing has been given yet."""


def read_assistance(scene: Scene, story: Story) -> Iterator[Draft]:
    """The aid of a sentence: "$600 million of security assistance to Kyiv", "6,000 more missiles"."""
    remember_aid(scene, story)
    seen: set[tuple[int, int]] = set()
    for thing in find_things(scene):
        count = thing.count
        if (count.start, count.end) in seen:
            continue
        draft = _of_thing(scene, story, thing)
        if draft is not None:
            seen.add((count.start, count.end))
            remember(story, draft)
            yield draft


def _of_thing(scene: Scene, story: Story, thing: Thing) -> Draft | None:
    """The aid that gives a THING: by a noun of giving, by a list of what a package holds, by a verb."""
    if not thing.count.money and (given := gift(scene, story, thing.noun)) is not None:
        return _of_gift(scene, thing, given)
    if not thing.count.money and (given := listed(scene, story, thing.noun)) is not None:
        return _of_gift(scene, thing, given)
    verb = verb_of(scene, thing.count, None if thing.count.money and sort_of(thing.noun) else thing.noun)
    if verb is None or (not thing.count.money and _is_none(scene, verb, thing)):
        return None
    return _draft(scene, story, thing, verb)


def _is_none(scene: Scene, verb: Token, thing: Thing) -> bool:
    """Whether things that are counted are no aid: they carry it, people go with them, or they are who gives."""
    return _bears(scene, verb, thing) or _with_people(scene, verb) or _gives(scene, verb, thing.noun)


def _bears(scene: Scene, verb: Token, thing: Thing) -> bool:
    """Whether the things counted only carry what is given: "were flown to Irbil in three planes"."""
    word = word_before(scene, thing.count)
    return word in {"in", "by", "aboard", "via", "on"} or (word == "with" and not hands(verb, by_with=True))


def _gives(scene: Scene, verb: Token, item: Token) -> bool:
    """Whether the things counted do the giving: "three bombers can deliver a heavy blow" gives nobody bombers."""
    return subject(scene.tree, verb) is item and not is_passive(scene.tree, verb)


def _with_people(scene: Scene, verb: Token) -> bool:
    """Whether people are sent with the things: "two helicopters and a brigade of 30 soldiers" are a force, not aid."""
    parts = objects(scene.tree, verb)
    if is_passive(scene.tree, verb):
        who = subject(scene.tree, verb, 0)
        parts = joined(scene.tree, who) if who is not None else parts
    return any(m.sort in {"people", "body"} and m.category in {"personnel", "unit"} for m in mentioned(scene, parts))


def _draft(scene: Scene, story: Story, thing: Thing, verb: Token) -> Draft | None:
    who = _giver(scene.tree, verb) if is_passive(scene.tree, verb) else subject(scene.tree, verb)
    sort, money = sort_of(verb), thing.count.money
    if thing.unit in aid_words("measure") and sort in {"sell", "buy", "withhold"}:
        return None
    parties = _parties(scene, story, thing, verb, who)
    if parties is None:
        return None
    donor, recipient = parties
    if not story.around.arms and not (recipient and (_is_relief(scene) or (donor and not money))):
        return None
    how = _stance(scene, verb)
    if how is None:
        return None
    draft = open_draft(scene, "assistance", how.status, thing.count.start)
    draft.mark("status", scene.span(verb.start, verb.end), *(scene.span(*words) for words in how.words))
    own = told_mood(mood(scene.tree, verb))
    draft.note("status", f"“{verb.text}” (a word to {sort}, giving_verbs) is {own}: {how.status}", by=_stance)
    draft.note("status", *how.steps[1:], by=stance)
    _put_amount(scene, draft, thing)
    _put_parties(draft, donor, recipient)
    if who is not None and verb.lower.startswith(DECIDING) and sort == "give":
        draft.authority = scene.text[who.start : who.end]
        draft.mark("authority", scene.span(who.start, who.end))
    return draft


def _parties(
    scene: Scene, story: Story, thing: Thing, verb: Token, who: Token | None
) -> tuple[Owner | None, Party | None] | None:
    """Who gives and who is given; None where too little is told of them, or the verb hands no such thing over."""
    money, asks = thing.count.money, sort_of(verb) in {"receive", "buy", "request"}
    if not money and not hands(verb, thing, by_with=word_before(scene, thing.count) == "with"):
        return None
    if asks:
        donor, recipient = taken(scene, story, verb, who)
    else:
        donor, recipient = handed(scene, story, verb, who, money=money, platform=thing.platform)
    if donor is None and recipient is None:
        return None
    donor, recipient = recalled(scene, story, thing, donor, recipient, asks=asks, verb=verb)
    if (asks and donor is None) or (not money and recipient is None):
        return None
    return donor, recipient


def _of_gift(scene: Scene, thing: Thing, given: Gift) -> Draft:
    draft = open_draft(scene, "assistance", given.status, thing.count.start)
    draft.mark("status", scene.span(given.noun.start, given.noun.end))
    draft.note("status", f"“{given.noun.text}” is a noun for giving, and as told it is {given.status}", by=gift)
    _put_amount(scene, draft, thing)
    _put_parties(draft, given.donor, given.recipient)
    return draft


def _giver(tree: Tree, verb: Token) -> Token | None:
    """Who gives by a passive verb, though "by" hang by the things: "was supplied with 40 trucks by Italy"."""
    after = (token for token in tree.tokens[verb.i :] if token.dep == "pobj" and tree.tokens[token.head].lower == "by")
    return agent(tree, verb) or next((token for token in after if verb in tree.climb(token)), None)


def _is_relief(scene: Scene) -> bool:
    """Whether money is called aid, and not a package, a fund or a loan, as the money of firms is too."""
    return any(token.lower in aid_words("relief") for token in scene.tree)


def _put_amount(scene: Scene, draft: Draft, thing: Thing) -> None:
    count = thing.count
    draft.quantity = replace(count.quantity, unit=thing.unit)
    draft.mark("quantity", scene.span(count.start, count.end))
    if count.additional is not None:
        draft.additional = True
        draft.mark("additional", scene.span(*count.additional))


def _put_parties(draft: Draft, donor: Owner | None, recipient: Party | None) -> None:
    if donor is not None:
        draft.donor = donor[0]
        if donor[1] is not None:
            draft.mark("donor", donor[1])
    if recipient is not None:
        draft.recipient = recipient[0]
        if recipient[1] is not None:
            draft.mark("recipient", recipient[1])


def _has_come(tree: Tree, verb: Token) -> bool:
    """Whether what a participle tells of is there: "a hospital lent by Peru opened", "the promised tanks arrived"."""
    main = tree.verb_above(tree.tokens[verb.head])
    if main is None:
        return not verb.lower.startswith(OFFERING)
    own = mood(tree, main)
    past = own.tense in {"past", "perfect"} and not own.negative
    return past and (main.lower.startswith(ARRIVED) or not verb.lower.startswith(OFFERING))


def _stance(scene: Scene, verb: Token) -> Stance | None:
    """How far aid has come: by the sort of its verb, by the mood of that, and by what governs it."""
    sort = sort_of(verb)
    how = stance(scene.tree, verb, OFFER if verb.lower.startswith(OFFERING) else GIVE, nominal=False)
    status = "ruled_out" if how.status == "cancelled" else how.status
    if sort == "withhold":
        if status == "ruled_out":
            return None  # "did not suspend": nobody says what was given
        status = "considered" if status == "considered" else "ruled_out"
    elif sort == "request" and status != "ruled_out":
        status = "requested"
    elif sort == "buy" and status != "ruled_out":
        status = "announced"
    elif verb.dep == "acl" and status in {"announced", "completed"} and is_passive(scene.tree, verb):
        status = "completed" if _has_come(scene.tree, verb) else "announced"
    elif mood(scene.tree, verb).tense == "gerund" and status == "completed" and verb.lower != "providing":
        status = "announced"
    return replace(how, status=status)
