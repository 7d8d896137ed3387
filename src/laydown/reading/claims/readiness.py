"""Readiness: forces put on alert, called up, activated or stood down."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from laydown.lexicon.tables import of_sort
from laydown.lexicon.verbs import readiness_verbs
from laydown.model import Status
from laydown.reading.claims.alerts import alert_phrases, find_alerts, governing_verb
from laydown.reading.drafting.drafts import Draft
from laydown.reading.drafting.filling import NAMING, open_draft, put_force, put_places
from laydown.reading.drafting.nations import Owner, both, own_nations, owner_at
from laydown.reading.drafting.story import Story
from laydown.reading.mentions.mention import Mention
from laydown.reading.mentions.scene import Scene
from laydown.reading.syntax.arguments import agent, joined, mentioned, objects, of_phrase, subject
from laydown.reading.syntax.moods import Mood, mood
from laydown.reading.syntax.steps import told_mood
from laydown.reading.syntax.ways import ways
from laydown.reading.text.grammar import Token

READY: Final = re.compile(r" (?P<ready>(?:ready|prepared)(?: and waiting)?) (?:to|for)\b")
"""What says of a force that somebody has that it can go at once."""
FOR: Final = frozenset({"for", "of", "among", "down", "within", "in"})
"""What leads from an alert to those on alert: "lifted the alert for its border troops"."""
READINESS: Final = "readiness"
"""What the tables call verbs that raise the readiness of a force, and the nouns for that."""


@dataclass(frozen=True, slots=True)
class _Alert:
    """An alert in a sentence: whom it is about, the verb that governs it, the words (start, end) that tell it."""

    status: Status
    forces: list[Mention]
    verb: Token | None
    words: tuple[int, int]


def read_readiness(scene: Scene, story: Story) -> Iterator[Draft]:
    """The alerts of a sentence: "placed 8,500 troops on heightened preparedness", "has not yet been activated"."""
    taken: set[int] = set()
    for alert in (*_by_phrase(scene), *_by_verb(scene), *_by_noun(scene), *_by_hand(scene)):
        for mention in alert.forces:
            if mention.head not in taken:
                taken.add(mention.head)
                yield from _drafts(scene, story, mention, alert)


def _by_phrase(scene: Scene) -> Iterator[_Alert]:
    """The alerts that a phrase tells: "on high alert"."""
    _, statuses = alert_phrases()
    for match in find_alerts(scene.text):
        token = scene.tree.at(match.start())
        if token is not None:
            verb = governing_verb(scene, token)
            yield _Alert(statuses[match[0]], _alerted(scene, verb, match.start()), verb, match.span())


def _by_verb(scene: Scene) -> Iterator[_Alert]:
    """The alerts that a verb tells by itself: "mobilised 300,000 reservists", "called up", "stood down"."""
    verbs = readiness_verbs()
    for token in scene.tree:
        if token.lower not in verbs:
            continue
        status, needs = verbs[token.lower]
        if needs in {"alert", "of"} or not token.tag.startswith("VB"):
            continue
        if needs == READINESS:
            yield from _raised(scene, token, status)
        elif not needs or any(k.lower == needs for k in scene.tree.kids(token)):
            yield _Alert(status, _changed(scene, token), token, (token.start, token.end))


def _by_noun(scene: Scene) -> Iterator[_Alert]:
    """The alerts that a noun tells: "ordered the mobilisation of 900 reservists"."""
    verbs = readiness_verbs()
    for token in scene.tree:
        status, needs = verbs.get(token.lower, ("on_alert", ""))
        verb = scene.tree.verb_above(token) if needs == "of" and token.dep in {"dobj", "nsubjpass"} else None
        if verb is not None:
            forces = mentioned(scene, of_phrase(scene.tree, token, frozenset({"of"})))
            yield _Alert(status, forces, verb, (token.start, token.end))


def _by_hand(scene: Scene) -> Iterator[_Alert]:
    """The forces that somebody has ready to go: "has 600 soldiers ready to fly"."""
    for token in scene.tree:
        kept = token.lower in {"has", "have", "had", "holds", "keeps", "held", "kept"}
        for mention in mentioned(scene, objects(scene.tree, token)) if kept and token.tag.startswith("VB") else ():
            words = READY.match(scene.text, mention.end)
            if words is not None and mention.quantity is not None and (not mention.weak or own_nations(scene, mention)):
                yield _Alert("on_alert", [mention], token, (words.start("ready"), words.end()))


def _raised(scene: Scene, verb: Token, status: Status) -> Iterator[_Alert]:
    """The alerts told as a level: "raised the readiness of its forces in Gao", "the army raised its alert level"."""
    tree = scene.tree
    passive = mood(tree, verb).passive
    for noun in tree.kids(verb):
        if noun.dep != ("nsubjpass" if passive else "dobj"):
            continue
        level = f"{tree.tokens[noun.i - 1].lower} {noun.lower}"
        ends = of_phrase(tree, noun, frozenset({"of"}))
        if of_sort("level_words", READINESS).isdisjoint({noun.lower, level, *(end.lower for end in ends)}):
            continue
        who = subject(tree, verb, 0) if not passive else None
        forces = mentioned(scene, [noun, *ends]) or (mentioned(scene, joined(tree, who)) if who is not None else [])
        yield _Alert(status, forces, verb, (verb.start, verb.end))


def _alerted(scene: Scene, verb: Token | None, at: int) -> list[Mention]:
    """Who is on alert: the object of "placed", the subject of "are", else the force named last before the phrase."""
    if verb is not None:
        what = mentioned(scene, objects(scene.tree, verb))
        if what and not mood(scene.tree, verb).passive:
            return what
        who = subject(scene.tree, verb)
        standing = mentioned(scene, joined(scene.tree, who)) if who is not None else []
        if standing:
            return standing
    before = scene.force_before(at)
    by = before is not None and scene.tree.tokens[scene.tree.tokens[before.top].head].dep == "agent"
    if before is not None and not by:
        return [before]
    told = readiness_verbs().get(verb.lower) if verb is not None else None
    raised = told is not None and told[1] == READINESS
    return [] if raised else _led_to(scene, at)  # "lowered the combat readiness of": its verb tells it


def _led_to(scene: Scene, at: int) -> list[Mention]:
    """Who is on alert by the words behind the phrase: "leave was cancelled for the army"."""
    tree = scene.tree
    after = (m for m in scene.mentions if m.start > at and not m.modifies)
    return [m for m in after if tree.tokens[tree.tokens[m.top].head].lower in FOR][:1]


def _changed(scene: Scene, verb: Token) -> list[Mention]:
    """Whom a verb of readiness changes: its object, or its subject where it is passive."""
    tree = scene.tree
    own = mood(tree, verb)
    if own.passive or verb.dep in {"acl", "relcl"}:
        who = subject(tree, verb)
        return mentioned(scene, joined(tree, who)) if who is not None else []
    return mentioned(scene, objects(tree, verb))


def _drafts(scene: Scene, story: Story, mention: Mention, alert: _Alert) -> Iterator[Draft]:
    own = mood(scene.tree, alert.verb) if alert.verb is not None else None
    status = _status(alert.status, own)
    named = own_nations(scene, mention)
    by = subject(scene.tree, alert.verb) if alert.verb is not None and not named else None
    owners: Sequence[Owner | None] = named or both(scene, by, story) or [owner_at(scene, by, story)]
    owned = mention.sort == "army" or mention.quantity or owners[0] is not None
    if status is None or (mention.weak and not owned and mention.sort != "body"):
        return
    for owner in owners:
        draft = open_draft(scene, "readiness", status, alert.words[0])
        draft.mark("status", scene.span(*alert.words), *(scene.span(*w) for w in (own.words if own else ())))
        draft.note("status", *_told(scene, alert, own, status), by=_status)
        put_force(scene, draft, mention, owner)
        if alert.verb is not None:
            found = ways(scene, alert.verb, [mention])
            weak = [s for s in found.weak if s.start >= mention.start]
            put_places(scene, draft, "location", found.inner or found.base or weak[:1])
            _put_order(scene, draft, alert.verb, mention)
        if mention.sort != "body" or owned or mention.units or draft.location or story.nations:
            yield draft  # "a unit was stood up": nobody says whose


def _told(scene: Scene, alert: _Alert, own: Mood | None, status: Status) -> Iterator[str]:
    """What the words of an alert say, and what the mood of their verb makes of it."""
    words = scene.text[slice(*alert.words)]
    verb = alert.verb.text if alert.verb is not None else ""
    yield f"“{words}” says of a force that it is {alert.status} (readiness_{'verbs' if words == verb else 'words'})"
    if own is not None:
        yield f"“{verb}” is {told_mood(own)}: {status}"


def _status(status: Status, own: Mood | None) -> Status | None:
    """The status in the mood of its verb; None where a denial or a "may" says nothing of how they stand."""
    if own is None or not (own.negative or own.tense in {"maybe", "would"}):
        return status
    denied = own.negative and status == "activated" and own.tense not in {"maybe", "would"}
    return "not_activated" if denied else None


def _put_order(scene: Scene, draft: Draft, verb: Token, mention: Mention) -> None:
    """Who put the force on alert: the subject of the verb, or "by" whom it is, where that is not the force itself."""
    passive = mood(scene.tree, verb).passive
    who = agent(scene.tree, verb) if passive else subject(scene.tree, verb, 0)
    if who is None or who.i in mention.reach or who.tag not in {"NNP", "NN", "NNPS"}:
        return
    start, end = who.start, who.end
    for kid in scene.tree.kids(who):
        if kid.dep in NAMING:
            start = min(start, kid.start)
    draft.authority = scene.text[start:end]
    draft.mark("authority", scene.span(start, end))
