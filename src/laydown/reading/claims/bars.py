"""Bars: what looks like the movement of a force and is none, by the words around the event."""

from functools import cache
from typing import Final

from laydown.lexicon.tables import cell, table
from laydown.lexicon.verbs import movement_nouns, movement_verbs
from laydown.reading.claims.events import Event
from laydown.reading.mentions.scene import Scene
from laydown.reading.syntax.arguments import is_infinitive
from laydown.reading.syntax.moods import mood
from laydown.reading.text.grammar import Token, Tree

CARRYING: Final = frozenset({"rush", "fly", "airlift", "evacuate", "bring", "transfer", "ferry"})
"""The verbs by which the hurt are taken to where they are cared for; medics are "sent to hospitals" too."""
GOING: Final = frozenset({"go", "goes", "went", "gone", "going"})
COMING: Final = frozenset({"return", "come", "go", "arrive"})
PERSONS: Final = frozenset({"me", "you", "him", "her", "us", "them"})
MEANWHILE: Final = frozenset({"during", "throughout", "amid"})
ONWARDS: Final = frozenset({"to", "into", "for"})


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(word for row in table("bars") if row["group"] == group for word in cell(row, "words"))


def is_barred(scene: Scene, event: Event) -> bool:
    """Whether an event moves nobody as a force: suspects, casualties, a plane that is lost, a return to work."""
    tree, token = scene.tree, event.token
    return (
        _in_custody(tree, token)
        or _to_a_ward(tree, event)
        or _to_a_condition(scene, event)
        or _is_lost(tree, event)
        or _leaves_a_thing(scene, event)
        or _is_purpose(tree, event)
        or _is_only_when(scene, event)
    )


def _in_custody(tree: Tree, token: Token) -> bool:
    """Whether who moves is seized or missing: "were arrested trying to cross the border", "who went missing"."""
    here = token
    if _is_missing(tree, token):
        return True
    for above in tree.climb(token):
        if here.dep not in {"xcomp", "advcl", "ccomp", "pcomp", "prep", "pobj", "acl", "dobj"}:
            return False
        told = (above, *tree.kids(above), *_inner(tree, above))
        seized = any(word.lower in _words("custody") for word in told)
        if _is_missing(tree, above):
            return True
        if (
            above.tag.startswith("VB")
            and seized
            and ((here.dep == "dobj" and here is not token) or mood(tree, above).passive)
        ):
            return True
        here = above
    return False


def _is_missing(tree: Tree, verb: Token) -> bool:
    """Whether a verb says that somebody went missing."""
    return verb.lower in GOING and any(k.lower == "missing" for k in tree.kids(verb))


def _inner(tree: Tree, verb: Token) -> list[Token]:
    """What the prepositions of a verb lead to: "taken into custody"."""
    return [inner for kid in tree.kids(verb) if kid.dep == "prep" for inner in tree.kids(kid)]


def _to_a_ward(tree: Tree, event: Event) -> bool:
    """Whether casualties or prisoners are taken where such are kept: "rushed to hospital", "taken to court"."""
    if event.nominal or event.verb.lemma not in CARRYING or not mood(tree, event.token).passive:
        return False
    led = [k for k in tree.kids(event.token) if k.dep == "prep" and k.lower in ONWARDS]
    ends = [k for lead in led for k in tree.kids(lead) if k.dep == "pobj"]
    return any(word.lower in _words("ward") for end in ends for word in (end, *tree.kids(end)))


def _to_a_condition(scene: Scene, event: Event) -> bool:
    """Whether the way leads to or from no place: "return to Chinese rule", "go back to work", "removed from duty".

    "The Line of Control" is a place by its name.
    """
    tree, token = scene.tree, event.token
    named = {token.i for spot in scene.spots for token in tree.over(spot.start, spot.end)}
    way = {"to", "from"} if event.verb.lemma in {"remove", "expel"} else {"to"}
    leads = [k for kid in (token, *tree.kids(token)) for k in tree.kids(kid) if k.dep == "prep" and k.lower in way]
    ends = [k for lead in leads for k in tree.kids(lead) if k.dep == "pobj" and k.i not in named]
    return any(map(is_condition, ends))


def is_condition(token: Token) -> bool:
    """Whether a noun is what a force or a thing passes into that is no place: "registration", "service"."""
    return token.lower in _words("condition")


def _is_lost(tree: Tree, event: Event) -> bool:
    """Whether a plane or a deserter was lost: "never returned", "did not return to the camp"."""
    if event.nominal or event.verb.lemma not in COMING:
        return False
    kids = {k.lower for k in tree.kids(event.token)}
    return "never" in kids or ("did" in kids and bool(kids & {"not", "n't", "n’t"}))


def _leaves_a_thing(scene: Scene, event: Event) -> bool:
    """Whether what is left, entered or crossed is no place at all: "left a crater", "entered the race"."""
    if event.nominal or not event.verb.object_place:
        return False
    what = next((k for k in scene.tree.kids(event.token) if k.dep == "dobj"), None)
    if what is not None and (what.lower in PERSONS or what.lower in _words("dwelling")):
        return True
    if what is None or what.tag not in {"NN", "NNS"} or what.lower in _words("ground"):
        return False
    named = any(what.start <= s.end and s.start <= what.end for s in scene.spots)
    force = any(m.head == what.i for m in scene.mentions)
    return not (named or force or any(s.head in {t.i for t in scene.tree.subtree(what)} for s in scene.spots))


def _is_purpose(tree: Tree, event: Event) -> bool:
    """Whether an army is only helped by a movement told already: "the deployment of 500 troops to bolster the army"."""
    if event.nominal or event.verb.lemma != "increase":
        return False
    if not (is_infinitive(tree, event.token) or event.token.tag == "VBG"):
        return False
    above = tree.tokens[event.token.head]
    told = (above, *(k for k in tree.kids(above) if k.dep == "dobj"))
    moving = any(t.lower in movement_nouns() or t.lower in movement_verbs() for t in told)
    return moving and event.token.dep in {"advcl", "acl", "relcl", "xcomp"}


def _is_only_when(scene: Scene, event: Event) -> bool:
    """Whether a deployment only says when something was done: "flew 300 sorties during its deployment to Qatar"."""
    tree, token = scene.tree, event.token
    lead = tree.tokens[token.head]
    if not event.nominal or token.dep != "pobj" or lead.lower not in MEANWHILE or event.verb.action != "deploy":
        return False
    inside = {t.i for t in tree.subtree(token)}
    return not any(m.quantity is not None and m.head in inside for m in scene.mentions)
