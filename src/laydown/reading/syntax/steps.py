"""Steps: the stance of a movement in words, from its own mood outwards, as an analyst would argue it."""

from typing import Final

from laydown.lexicon.verbs import speech_verbs, stances
from laydown.model import Status
from laydown.reading.syntax.governors import class_of, mood_of
from laydown.reading.syntax.moods import Mood
from laydown.reading.text.grammar import Token, Tree
from laydown.reading.text.trace import is_asked

SUPPOSING: Final = frozenset({"if", "unless", "until", "till", "whether", "lest"})


TENSES: Final = {
    "maybe": "only possible", "would": "conditional", "must": "an order or a duty", "future": "future",
    "infinitive": "an infinitive, still to come", "gerund": "a gerund", "participle": "a participle",
    "present": "in the present tense", "progressive": "going on", "past": "in the past tense", "perfect": "perfect",
}  # fmt: skip
"""What a tense is called in an argument."""


def told_mood(own: Mood) -> str:
    """A mood in words: "future, denied, passive"."""
    return f"{TENSES[own.tense]}{', denied' if own.negative else ''}{', passive' if own.passive else ''}"


def condition_of(tree: Tree) -> str:
    """The words of the clause that a movement hangs on."""
    mark = next((t for t in tree if t.lower in SUPPOSING and t.dep == "mark"), None)
    words = tree.subtree(tree.tokens[mark.head]) if mark is not None else []
    return tree.text[words[0].start : words[-1].end] if words else ""


def first_step(tree: Tree, token: Token, status: Status, own: Mood, *, nominal: bool) -> str:
    """What the words of the movement itself say."""
    if not is_asked():
        return ""
    words = " ".join(tree.text[s:e] for s, e in sorted({*own.words, (token.start, token.end)}))
    if nominal:
        return f"“{words}” is a noun and has no tense: {status} until another word decides"
    return f"“{words}” is {told_mood(own)}: {status} by itself"


def next_step(
    tree: Tree, below: Token, above: Token, before: Status, after: Status, *, changed: bool, condition: bool
) -> list[str]:  # fmt: skip
    """What a word further out makes of it; nothing of one that has no say."""
    if not is_asked():
        return []
    if above.tag.startswith("VB") and above.lower in speech_verbs() and before == after:
        return [f"“{above.text}” only reports it"]
    if not changed:
        return []
    kind = class_of(tree, above, below)
    row = f" (a word to {kind.replace('_', ' ')}, stances)" if kind else ""
    row += ", denied," if kind and mood_of(tree, kind, above).negative else ""
    held = f", on the condition “{condition_of(tree)}”" if condition else ""
    became = f"{before} becomes {after}" if before != after else f"it stays {after}"
    noun = stances().get((above.lower, "n"))
    return [f"“{above.text}”{row or (f' (a {noun}, stances)' if noun else '')} governs “{below.text}”: {became}{held}"]
