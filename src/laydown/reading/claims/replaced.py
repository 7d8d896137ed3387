"""The replaced and the joined: "will relieve 400 Swedes in Gao" says that they are there, "joined 400 Swedes" too."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from laydown.lexicon.verbs import movement_verbs
from laydown.model import Place
from laydown.reading.claims.ends import unique
from laydown.reading.claims.posts import apart
from laydown.reading.drafting.drafts import Draft
from laydown.reading.drafting.filling import open_draft, put_force, put_places
from laydown.reading.drafting.nations import own_nations
from laydown.reading.drafting.story import Story
from laydown.reading.mentions.mention import Mention
from laydown.reading.mentions.scene import Scene
from laydown.reading.mentions.spots import Spot
from laydown.reading.syntax.arguments import mentioned, objects, subject
from laydown.reading.syntax.moods import mood
from laydown.reading.syntax.ways import ways
from laydown.reading.text.grammar import Token

REPLACED: Final = frozenset({"people", "body", "ship", "aircraft"})
"""The sorts of forces that others replace: vehicles and weapons are exchanged where they are."""


MEETING: Final = ("relieve", "join")
"""The verbs whose object is a force that is there before: others take its place, or join it."""


BACK: Final = frozenset({"they", "these", "who", "it"})
"""The pronouns of the force told last."""


@cache
def _meeting() -> dict[str, str]:
    """By form, the verb of taking another's place or of joining it."""
    return {form: v.lemma for form, verbs in movement_verbs().items() for v in verbs if v.lemma in MEETING}


def read_replaced(
    scene: Scene, story: Story, moving: Mapping[int, Sequence[Place]], seen: set[int]
) -> Iterator[tuple[Draft, Mention]]:
    """The counted forces that others replace or join, where those stand or where the others go."""
    reached = next((places for places in moving.values() if places), ())
    for verb in scene.tree:
        lemma = _meeting().get(verb.lower)
        if lemma is None or not verb.tag.startswith("VB"):
            continue
        if lemma == "join" and not _are_a_force(scene, verb):
            continue
        own = mood(scene.tree, verb)
        for mention in _whom(scene, verb, passive=own.passive):
            spots = _place(scene, verb, mention) or [s for s in scene.spots if s.place in reached][-1:]
            again = not spots and lemma == "join" and _told_before(scene, verb, story)
            if mention.head in seen or not (spots or again) or (lemma == "join" and not own_nations(scene, mention)):
                continue
            done = lemma == "relieve" and own.tense in {"past", "perfect"} and not own.negative
            draft = open_draft(scene, "presence", "former" if done else "present", mention.start)
            draft.mark("status", scene.span(verb.start, verb.end), *(scene.span(*words) for words in own.words))
            draft.note("status", _why(verb, lemma, done=done), by=_whom)
            put_force(scene, draft, mention, next(iter(own_nations(scene, mention)), None))
            put_places(scene, draft, "location", spots)
            if again and story.last_place is not None:
                draft.location = (story.last_place,)
                draft.mark("location", *story.place_words)
            draft.undated = not done
            yield draft, mention


def _why(verb: Token, lemma: str, *, done: bool) -> str:
    """The reason for a status, in words."""
    if lemma == "join":
        return f"“{verb.text}” brings others to it, which is there: present"
    return (
        f"“{verb.text}” puts others in its place, {'and has done so: former' if done else 'and has not yet: present'}"
    )


def _are_a_force(scene: Scene, verb: Token) -> bool:
    """Whether those who join are a force, and no veterans or residents."""
    who = subject(scene.tree, verb)
    return who is not None and (who.lower in BACK or bool(mentioned(scene, [who])))


def _told_before(scene: Scene, verb: Token, story: Story) -> bool:
    """Whether those who join are the force told last, so that the joined are where it went: "They join 700 Kenyans"."""
    who = subject(scene.tree, verb)
    pointed = who is not None and (who.lower in BACK or any(m.definite for m in mentioned(scene, [who])))
    return pointed and story.last_place is not None


def _whom(scene: Scene, verb: Token, *, passive: bool) -> list[Mention]:
    """The forces that VERB replaces, each told with the whole of its number: no half of a contingent."""
    who = subject(scene.tree, verb, 0) if passive else None
    what = mentioned(scene, objects(scene.tree, verb) if not passive else [who] if who is not None else [])
    whole = (m for m in what if m.quantity is not None and m.top == m.head and m.sort in REPLACED)
    return [m for m in whole if not m.weak or own_nations(scene, m)]


def _place(scene: Scene, verb: Token, mention: Mention) -> list[Spot]:
    found = ways(scene, verb, [mention])
    return apart(scene, mention, unique([*found.base, *found.inner]))
