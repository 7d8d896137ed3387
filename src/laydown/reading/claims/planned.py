"""Planned levels: "will have 900 soldiers in Gao by June" says how many are to stand somewhere from a day on."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from laydown.lexicon.tables import of_sort
from laydown.lexicon.verbs import PresenceVerb, stances
from laydown.model import Period, Status
from laydown.reading.claims.events import is_believed
from laydown.reading.drafting.drafts import Draft
from laydown.reading.mentions.quantities import Count
from laydown.reading.mentions.scene import Scene
from laydown.reading.syntax.arguments import subject
from laydown.reading.syntax.conditions import is_conditional
from laydown.reading.syntax.moods import Mood, mood
from laydown.reading.text.grammar import Token, Tree
from laydown.reading.times import Time, find_times

UNREAL: Final = frozenset({"future", "maybe", "must", "infinitive", "would"})
"""The tenses in which a verb of standing has nobody there yet."""
LASTING: Final = frozenset({"remain", "stay", "keep", "maintain", "retain"})
"""The verbs whose future says that a force is there by now: "300 soldiers will stay in Gao"."""
DECIDED: Final = frozenset({"plan", "decide"})
"""The stances of verbs whose infinitive is as good as a future: "expects to have", "agreed to have"."""


def planned(scene: Scene, verb: Token, own: Mood) -> Time | None:
    """The day from which a level that VERB tells is to hold; None where it tells none that is decided and dated."""
    tree = scene.tree
    decided = own.tense == "infinitive" and stances().get((tree.tokens[verb.head].lower, "v")) in DECIDED
    if own.negative or not (own.tense == "future" or decided) or is_conditional(tree, verb):
        return None
    above = {verb.i, *(t.i for t in tree.climb(verb))}
    for time in find_times(scene.text, scene.anchor, "future"):
        head = tree.head_of(time.start, time.end)
        day = time.last if time.first is None else time.first
        ahead = day is not None and (scene.anchor is None or day > scene.anchor)
        if ahead and not time.duration and head is not None and any(t.i in above for t in (head, *tree.climb(head))):
            return time
    return None


def is_unreal(tree: Tree, token: Token, verb: PresenceVerb, own: Mood) -> bool:
    """Whether a verb of standing has nobody there yet, by its tense: "could be based in Gao", "plans to keep"."""
    lasts = own.tense == "future" and verb.lemma in LASTING and not is_conditional(tree, token)
    return own.tense in UNREAL and not (lasts or is_believed(tree, token))


def put_plan(scene: Scene, draft: Draft, time: Time) -> None:
    """A planned level holds from its day on, for as long as nobody says otherwise."""
    day = time.last if time.first is None else time.first
    draft.when = Period(start=day, end=None, text=scene.text[time.start : time.end])
    draft.mark("when", scene.span(time.start, time.end))
    draft.note("when", "what is planned holds from its day on", by=put_plan)


def reached(scene: Scene, old: list[Draft], count: Count, verb: Token) -> Iterator[Draft]:
    """The level that a change leads to: what it has reached, or is to reach from its day on; nothing without a day."""
    own = mood(scene.tree, verb)
    changed = verb.tag.startswith("VB") and own.tense in {"past", "perfect"} and not own.negative
    ahead = None if changed else planned(scene, verb, own)
    status: Status = "former" if _is_gone(scene, verb) else "present"
    for draft in old if changed or ahead is not None else ():
        level = replace(draft, status=status, order=scene.offset + count.start, when=None, spans={}, rules={}, steps={})
        for name in ("force", "status", "location"):
            level.mark(name, *draft.spans.get(name, ()))
            if name != "status":
                level.steps[name] = draft.steps.get(name, [])
        unit = draft.quantity.unit if draft.quantity is not None else "persons"
        level.note("status", f"the change leads here: {status}{' from its day on' if ahead else ''}", by=reached)
        level.quantity = replace(count.quantity, unit=unit)
        level.mark("quantity", scene.span(count.start, count.end))
        if ahead is not None:
            put_plan(scene, level, ahead)
        yield level


def _is_gone(scene: Scene, verb: Token) -> bool:
    """Whether who changed a level is gone, and the level perhaps with him: "the previous government cut it to 900"."""
    who = subject(scene.tree, verb)
    return who is not None and any(
        k.lower in of_sort("level_words", "prior") and k.dep == "amod" for k in scene.tree.kids(who)
    )
