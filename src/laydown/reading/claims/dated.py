"""Event nouns with a day: "the deployment of 300 soldiers to Iraq last month" is over, though no verb says so."""

from dataclasses import replace

from laydown.reading.claims.events import Event
from laydown.reading.mentions.scene import Scene
from laydown.reading.syntax.governors import CIRCUMSTANCES
from laydown.reading.syntax.moods import mood
from laydown.reading.syntax.stance import Stance, argued
from laydown.reading.text.grammar import Token
from laydown.reading.times import Time, find_times


def as_dated(scene: Scene, event: Event, how: Stance) -> Stance:
    """HOW, completed where the phrase of an event noun names a day before the report, and nothing else is said of it.

    A day that may lie ahead too ("in January") is past only with a past verb: "the move in January was a success".
    """
    lead = scene.tree.tokens[event.token.head]
    if not how.alone or how.status != "announced" or scene.anchor is None or lead.lower in CIRCUMSTANCES:
        return how
    sure = {time.start: time for time in find_times(scene.text, scene.anchor)}
    for time in find_times(scene.text, scene.anchor, "past"):
        told = time if _is_told(scene, event) else sure.get(time.start)
        if told is not None and _before(scene, told) and _hangs_by(scene, event.token, time):
            words = scene.text[time.start : time.end]
            how = argued(how, f"“{words}” is before the report, and nothing else says how real it is: completed")
            return replace(how, status="completed", words=(*how.words, (time.start, time.end)))
    return how


def _before(scene: Scene, time: Time) -> bool:
    return time.last is not None and scene.anchor is not None and time.last < scene.anchor


def _is_told(scene: Scene, event: Event) -> bool:
    """Whether the event noun is the subject of a verb in the past."""
    verb = scene.tree.verb_above(event.token)
    past = verb is not None and mood(scene.tree, verb).tense in {"past", "perfect"}
    return past and event.token.dep in {"nsubj", "nsubjpass"}


def _hangs_by(scene: Scene, noun: Token, time: Time) -> bool:
    """Whether a time stands in the phrase of NOUN, with no verb between; that of a subject ends before its verb."""
    tree = scene.tree
    head = tree.head_of(time.start, time.end)
    if head is None or any(t.tag.startswith("VB") for t in tree.over(noun.end, time.start)):
        return False
    if noun.dep == "nsubj" and noun.start < time.start < tree.tokens[noun.head].start:
        return True
    above = next((t for t in (head, *tree.climb(head)) if t.i == noun.i or t.tag.startswith("VB")), None)
    return above is not None and above.i == noun.i
