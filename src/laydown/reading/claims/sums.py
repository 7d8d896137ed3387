"""Sums: a level that is the total of movements, "that brings the number ordered there to 4,700"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from laydown.lexicon.verbs import movement_verbs, stances
from laydown.reading.drafting.drafts import Draft
from laydown.reading.drafting.filling import open_draft
from laydown.reading.mentions.quantities import Count
from laydown.reading.mentions.scene import Scene
from laydown.reading.syntax.arguments import HELD
from laydown.reading.text.grammar import Token

SUMS: Final = frozenset({"number", "numbers", "total"})
"""The nouns of which a verb of change makes a sum."""


def deed_of(scene: Scene, verb: Token) -> Token | None:
    """The participle that makes a sum one of movements: "brings the number ordered there to 4,700"."""
    tree = scene.tree
    sums = [k for k in tree.kids(verb) if k.dep == "dobj" and k.lower in SUMS]
    told = (t for k in sums for t in tree.subtree(k) if t.tag == "VBN" and t.dep == "acl" and t.lower not in HELD)
    return next((t for t in told if t.lower in movement_verbs() or stances().get((t.lower, "v")) == "decide"), None)


def total(scene: Scene, moves: list[Draft], count: Count, deed: Token) -> Iterator[Draft]:
    """The sum of movements that a level tells: the number of what DEED says moved, else a movement of its own."""
    words = scene.span(deed.start, deed.end)
    draft = next((d for d in moves if d.quantity is None and words in d.spans.get("status", ())), None)
    if draft is None:
        last = moves[-1]
        draft = open_draft(scene, "movement", last.status, count.start)
        draft.nation, draft.action, draft.destination = last.nation, last.action, last.destination
        draft.authority, draft.head = last.authority, last.head
        for name in ("force", "destination", "authority"):
            draft.mark(name, *last.spans.get(name, ()))
        draft.mark("status", words)
        draft.note("status", f"it sums up the movement before it, which is {last.status}", by=total)
        yield draft
    if stances().get((deed.lower, "v")) == "decide":
        draft.status = "announced"
        draft.note("status", f"“{deed.text}” only decides it: announced", by=total)
    draft.total, draft.anaphoric = True, False
    draft.quantity = replace(count.quantity, unit="persons")
    draft.mark("quantity", scene.span(count.start, count.end))
