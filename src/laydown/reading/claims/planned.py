"""Planned levels: "will have 900 soldiers in Gao by June" says how many are to stand somewhere from a day on."""

from typing import Final

from laydown.lexicon.verbs import stances
from laydown.model import Period
from laydown.reading.drafting.drafts import Draft
from laydown.reading.mentions.scene import Scene
from laydown.reading.syntax.conditions import is_conditional
from laydown.reading.syntax.moods import Mood
from laydown.reading.text.grammar import Token
from laydown.reading.times import Time, find_times

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


def put_plan(scene: Scene, draft: Draft, time: Time) -> None:
    """A planned level holds from its day on, for as long as nobody says otherwise."""
    day = time.last if time.first is None else time.first
    draft.when = Period(start=day, end=None, text=scene.text[time.start : time.end])
    draft.mark("when", scene.span(time.start, time.end))
