"""Readiness: forces put on alert, called up, activated or stood down."""

from collections.abc import Iterator

from laydown.lexicon.verbs import readiness_verbs
from laydown.model import Status
from laydown.reading.claims.alerts import alert_phrases, governing_verb
from laydown.reading.drafting.drafts import Draft
from laydown.reading.drafting.filling import put_force, put_places
from laydown.reading.drafting.nations import own_nations, owner_at
from laydown.reading.drafting.story import Story
from laydown.reading.mentions.mention import Mention
from laydown.reading.mentions.scene import Scene
from laydown.reading.syntax.arguments import joined, mentioned, objects, subject
from laydown.reading.syntax.moods import mood
from laydown.reading.syntax.ways import ways
from laydown.reading.text.grammar import Token


def read_readiness(scene: Scene, story: Story) -> Iterator[Draft]:
    """The alerts of a sentence: "placed 8,500 troops on heightened preparedness", "has not yet been activated"."""
    lower = scene.text.lower()
    pattern, statuses = alert_phrases()
    taken: set[int] = set()
    for match in pattern.finditer(lower):
        token = scene.tree.at(match.start())
        if token is None:
            continue
        verb = governing_verb(scene, token)
        for mention in _alerted(scene, verb, match.start()):
            if mention.head not in taken:
                taken.add(mention.head)
                yield from _draft(scene, story, mention, statuses[match[0]], verb, match.span())
    for token in scene.tree:
        status, needs = readiness_verbs().get(token.lower, (None, "alert"))
        if status is None or needs == "alert" or not token.tag.startswith("VB"):
            continue
        if needs and not any(k.lower == needs for k in scene.tree.kids(token)):
            continue
        for mention in _changed(scene, token):
            if mention.head not in taken:
                taken.add(mention.head)
                yield from _draft(scene, story, mention, status, token, (token.start, token.end))


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
    before = [m for m in scene.mentions if m.end <= at and not m.modifies]
    return before[-1:]


def _changed(scene: Scene, verb: Token) -> list[Mention]:
    """Whom a verb of readiness changes: its object, or its subject where it is passive."""
    tree = scene.tree
    own = mood(tree, verb)
    if own.passive or verb.dep in {"acl", "relcl"}:
        who = subject(tree, verb)
        return mentioned(scene, joined(tree, who)) if who is not None else []
    return mentioned(scene, objects(tree, verb))


def _draft(
    scene: Scene, story: Story, mention: Mention, status: Status, verb: Token | None, words: tuple[int, int]
) -> Iterator[Draft]:
    own = mood(scene.tree, verb) if verb is not None else None
    if own is not None and own.negative:
        if status != "activated":
            return
        status = "not_activated"
    if own is not None and own.tense in {"maybe", "would"}:
        return
    by = subject(scene.tree, verb) if verb is not None and not own_nations(scene, mention) else None
    if mention.weak and mention.sort != "army" and not (mention.quantity or own_nations(scene, mention)):
        return
    owners = own_nations(scene, mention) or [owner_at(scene, by, story)]
    for owner in owners:
        draft = Draft("readiness", status, *scene.span(0, len(scene.text)), order=scene.span(*words)[0])
        draft.mark("status", scene.span(*words), *(scene.span(*w) for w in (own.words if own else ())))
        put_force(scene, draft, mention, owner)
        if verb is not None:
            found = ways(scene, verb, [mention])
            put_places(scene, draft, "location", found.inner or found.base or found.weak[:1])
            _ordered(scene, draft, verb, mention)
        yield draft


def _ordered(scene: Scene, draft: Draft, verb: Token, mention: Mention) -> None:
    """Who put the force on alert: the subject of the verb, where that is not the force itself."""
    who = subject(scene.tree, verb, 0)
    if who is None or who.i in mention.reach or who.tag not in {"NNP", "NN", "NNPS"}:
        return
    start, end = who.start, who.end
    for kid in scene.tree.kids(who):
        if kid.dep in {"compound", "amod", "poss", "nmod"}:
            start = min(start, kid.start)
    draft.authority = scene.text[start:end]
    draft.mark("authority", scene.span(start, end))
