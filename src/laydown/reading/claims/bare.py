"""Bare lines: items of a list and headings that send a force without a verb, "- Two frigates to the Baltic Sea"."""

from typing import Final

from laydown.lexicon.verbs import movement_verbs
from laydown.reading.claims.events import Event
from laydown.reading.mentions.mention import Mention
from laydown.reading.mentions.scene import Scene
from laydown.reading.text.grammar import Token

FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
SENT: Final = frozenset({"people", "body", "ship"})
"""The sorts of force that go somewhere; weapons and vehicles without a verb may as well be a gift."""


def bare_movement(scene: Scene) -> tuple[Event, Event, Mention] | None:
    """The sending in a line without a verb: the "to" that says it, the force's own noun as an event, and the force."""
    passage, tree = scene.passage, scene.tree
    first = scene.offset == passage.sentences[0].start
    if not (first and (passage.headline or scene.offset > passage.start)) or any(t.tag in FINITE for t in tree):
        return None
    force = next((m for m in scene.mentions if m.sort in SENT and not m.modifies and not m.weak), None)
    if force is None or not (force.quantity or force.units or force.additional or force.sort == "body"):
        return None
    noun = tree.tokens[force.top]
    if noun.dep not in {"ROOT", "appos"}:
        return None
    lead = next((k for i in force.reach for k in tree.kids(tree.tokens[i]) if k.lower in {"to", "into"}), None)
    if lead is None or lead.dep != "prep":
        return None
    return _sending(lead), _sending(noun), force


def _sending(token: Token) -> Event:
    return Event(token, movement_verbs()["send"][-1], nominal=True)
