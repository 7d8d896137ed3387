"""The replaced: "soldiers who will relieve 400 Swedes in Gao" says that 400 are there, once done that they were."""

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
from laydown.reading.mentions.mention import Mention
from laydown.reading.mentions.scene import Scene
from laydown.reading.mentions.spots import Spot
from laydown.reading.syntax.arguments import mentioned, objects, subject
from laydown.reading.syntax.moods import mood
from laydown.reading.syntax.ways import ways
from laydown.reading.text.grammar import Token

REPLACED: Final = frozenset({"people", "body", "ship", "aircraft"})
"""The sorts of forces that others replace: vehicles and weapons are exchanged where they are."""


@cache
def _relieving() -> frozenset[str]:
    """The forms of the verbs of taking another's place."""
    return frozenset(form for form, verbs in movement_verbs().items() if any(v.lemma == "relieve" for v in verbs))


def read_replaced(
    scene: Scene, moving: Mapping[int, Sequence[Place]], seen: set[int]
) -> Iterator[tuple[Draft, Mention]]:
    """The counted forces whose place others take, where those stand or where the others go."""
    reached = next((places for places in moving.values() if places), ())
    for verb in scene.tree:
        if verb.lower not in _relieving() or not verb.tag.startswith("VB"):
            continue
        own = mood(scene.tree, verb)
        for mention in _whom(scene, verb, passive=own.passive):
            spots = _place(scene, verb, mention) or [s for s in scene.spots if s.place in reached][-1:]
            if mention.head in seen or not spots:
                continue
            done = own.tense in {"past", "perfect"} and not own.negative
            draft = open_draft(scene, "presence", "former" if done else "present", mention.start)
            draft.mark("status", scene.span(verb.start, verb.end), *(scene.span(*words) for words in own.words))
            draft.note(
                "status", f"“{verb.text}” puts others in its place{', and has done so' if done else ''}", by=_whom
            )
            put_force(scene, draft, mention, next(iter(own_nations(scene, mention)), None))
            put_places(scene, draft, "location", spots)
            draft.undated = not done
            yield draft, mention


def _whom(scene: Scene, verb: Token, *, passive: bool) -> list[Mention]:
    """The forces that VERB replaces, each told with the whole of its number: no half of a contingent."""
    who = subject(scene.tree, verb, 0) if passive else None
    what = mentioned(scene, objects(scene.tree, verb) if not passive else [who] if who is not None else [])
    whole = (m for m in what if m.quantity is not None and m.top == m.head and m.sort in REPLACED)
    return [m for m in whole if not m.weak or own_nations(scene, m)]


def _place(scene: Scene, verb: Token, mention: Mention) -> list[Spot]:
    found = ways(scene, verb, [mention])
    return apart(scene, mention, unique([*found.base, *found.inner]))
