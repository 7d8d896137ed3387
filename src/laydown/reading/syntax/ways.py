"""Ways: the places that an event takes, by the part they play, told from the tree.

Every place climbs to the word that governs it; the preposition at the top of its way says which end of the movement
it is. "Based in" on the force itself is an origin; a place inside a purpose ("to shore up defenses in Eastern Europe")
counts only where nothing else does.
"""

from dataclasses import dataclass, field
from functools import cache
from typing import Final

from laydown.lexicon.forces import partitives
from laydown.lexicon.tables import table
from laydown.lexicon.verbs import movement_verbs, presence_verbs, speech_verbs, stances
from laydown.reading.mentions.mention import Mention
from laydown.reading.mentions.scene import Scene
from laydown.reading.mentions.spots import Spot, place_words
from laydown.reading.syntax.arguments import is_infinitive
from laydown.reading.syntax.paths import (
    between,
    helped,
    is_beside,
    is_loose_object,
    is_own_noun,
    owns_post,
    place_kinds,
)
from laydown.reading.text.grammar import Token, Tree

LEADING: Final = frozenset({"prep", "agent", "advmod", "dative", "prt", "pcomp"})
AIMING: Final = frozenset({"advcl", "xcomp", "acl", "relcl", "prep", "pcomp"})
DOING: Final = frozenset({"nsubj", "nsubjpass", "csubj", "agent", "npadvmod"})
MILD: Final = frozenset(
    {"reinforce", "bolster", "strengthen", "reinforcing", "bolstering", "provide", "join", "increase", "boost",
     "enhance", "add", "contribute"}
)  # fmt: skip
"""Verbs of movement that as often say what a force is for: a place after them may belong to the verb above."""

FITTED: Final = frozenset({"armed", "equipped", "loaded", "laden"})
"""Participles of what a force has with it: "frigates armed with missiles to the Gulf" go to the Gulf."""
JUDGING: Final = frozenset(
    {"thanking", "praising", "citing", "accusing", "blaming", "invoking", "criticising", "criticizing"}
)
"""What somebody does in words beside a movement: a place in it is none of the movement's."""


@dataclass(slots=True)
class Ways:
    """The places of a movement by the end they are, strongest first."""

    origin: list[Spot] = field(default_factory=list)
    destination: list[Spot] = field(default_factory=list)
    inner: list[Spot] = field(default_factory=list)
    base: list[Spot] = field(default_factory=list)
    weak: list[Spot] = field(default_factory=list)
    object: list[Spot] = field(default_factory=list)


@cache
def _prepositions() -> dict[str, str]:
    return {row["word"]: row["role"] for row in table("prepositions")}


def role_of(word: str) -> str | None:
    """What a preposition before a place says of a movement, None where WORD is none."""
    return _prepositions().get(word)


def ways(scene: Scene, trigger: Token, movers: list[Mention]) -> Ways:
    """The places that belong to the movement at TRIGGER and its MOVERS, by the part they play."""
    found = Ways()
    tree = scene.tree
    own = {i for m in movers for i in m.reach}
    above = _governors(tree, trigger)
    for spot in scene.spots:
        if spot.nested or spot.sense == "people":
            continue
        part = _part(tree, tree.tokens[spot.head], trigger, own, spot) or _over(tree, spot, trigger, above)
        if part:
            getattr(found, part).append(spot)
    return found


def _governors(tree: Tree, trigger: Token) -> set[int]:
    """The words that TRIGGER depends on up to the nearest verb: a place after them may be the trigger's own."""
    found: set[int] = set()
    here = trigger
    for above in tree.climb(trigger):
        begun = here.dep == "nsubj" and stances().get((above.lower, "v")) == "begin"
        if not begun and here.dep not in {"dobj", "pobj", "prep", "xcomp", "pcomp", "nsubjpass", "attr"}:
            break
        found.add(above.i)
        if above.tag.startswith("VB") and here.dep != "xcomp":
            break
        here = above
    return found


def _over(tree: Tree, spot: Spot, trigger: Token, governors: set[int]) -> str | None:
    """The part of a place that the parser hung too high: "authorizes the deployment of troops to Afghanistan"."""
    if spot.start < trigger.end or not governors:
        return None
    path = _path(tree, tree.tokens[spot.head], governors)
    if path is None:
        return None
    path = _turned(path)
    verbs = [t for t in path[1:] if t.tag.startswith("VB") and t.dep != "prep"]
    if verbs:
        aim = verbs[-1].dep in {"advcl", "xcomp"} and is_infinitive(tree, verbs[-1])
        return "weak" if aim and not any(_moves(t) for t in verbs) and _purpose(tree, verbs, path) else None
    lead = _lead(path)
    role = _prepositions().get(lead.lower) if lead is not None else None
    if role == "inner" and not between(path):
        return "weak" if _of_an_object(tree, trigger) else None
    aimed = role in {"origin", "destination"} and not _only_measured(tree, lead)
    return role if aimed and not between(path) else None


def _of_an_object(tree: Tree, trigger: Token) -> bool:
    """Whether "in X" behind an event noun is the event's: "approved the deployment in Mali", not "announced it in"."""
    verb = tree.tokens[trigger.head]
    return trigger.dep == "dobj" and trigger.tag.startswith("NN") and verb.lower not in speech_verbs()


def _path(tree: Tree, head: Token, goals: set[int]) -> list[Token] | None:
    """The way from HEAD up to one of GOALS, coordination left out: "Germany and Poland" climb as one."""
    path, here = [head], head
    for above in tree.climb(head):
        if above.i in goals:
            return path
        joined_to = here.dep in {"conj", "appos"} and above.tag.startswith("NN") and len(path) >= 1
        if joined_to:
            path[-1] = above
        else:
            path.append(above)
        if len(path) > 9:
            return None
        here = above
    return None


def _part(tree: Tree, head: Token, trigger: Token, own: set[int], spot: Spot) -> str | None:
    """The part that the place at HEAD plays for TRIGGER: a field of `Ways`, None for none."""
    path = _path(tree, head, own | {trigger.i})
    if path is None or owns_post(path, spot):
        return None
    if spot.sense == "adjective":
        return "weak" if helped(path) else None
    reached = tree.tokens[path[-1].head]
    path = _turned(path)
    verbs = [t for t in path[1:] if _is_verb(t)]
    if any(_moves(t) for t in verbs if not _holding(t, reached, own)):
        return None
    if verbs:
        return _part_in_clause(tree, path, verbs, reached, own)
    if is_loose_object(path, at_trigger=reached.i == trigger.i):
        return "object"
    if any(t.dep in DOING for t in path) or any(t.tag.startswith("JJ") for t in path[1:]):
        return None
    if _only_measured(tree, _lead(path)):
        return None
    if _passes(path, spot, trigger):
        return "inner"
    if is_beside(path):
        leaves = any(v.inner == "origin" for v in movement_verbs().get(trigger.lower, ()))
        return "destination" if leaves else "inner"
    return _part_in_phrase(path, at_trigger=reached.i == trigger.i)


def _is_verb(token: Token) -> bool:
    fitted = token.dep in {"acl", "advcl"} and token.lower in FITTED
    return (
        token.tag.startswith("VB")
        and token.dep not in {"prep", "amod"}
        and not fitted
        and token.lower not in partitives("v")
    )


def _part_in_clause(tree: Tree, path: list[Token], verbs: list[Token], reached: Token, own: set[int]) -> str | None:
    """The part of a place inside a clause of its own: where the force is held, or what it is to do there."""
    if reached.i in own and all(_holding(t, reached, own) for t in verbs):
        lead = _lead(path)
        held = lead is not None and _prepositions().get(lead.lower) in {"inner", "origin", "destination"}
        return "base" if held else None  # "based in", "based out of"
    return "weak" if _purpose(tree, verbs, path) else None


def _part_in_phrase(path: list[Token], *, at_trigger: bool) -> str | None:
    """The part that the preposition over a place gives it; none over the object of the event itself."""
    lead = _lead(path)
    if lead is None or (at_trigger and lead.lower == "of" and lead is path[-2] and is_own_noun(lead, path[-1])):
        return _bare_part(path, at_trigger=at_trigger)  # "left Toulon", "left the port of Toulon"
    role = _prepositions().get(lead.lower)
    if role in {None, "none"}:
        return None
    if role == "weak" or between(path):
        near = _nearest(path)
        inner = _prepositions().get(near.lower, "") if near is not None else ""
        return "weak" if inner in {"inner", "destination"} else None
    return "base" if role == "inner" and not at_trigger else role


def _passes(path: list[Token], spot: Spot, trigger: Token) -> bool:
    """Whether a force goes through a place as through a station: a strait, or where it rotates."""
    lead = _lead(path)
    if lead is None or lead.lower != "through" or path[-1].head != trigger.i or between(path):
        return False
    return spot.place.type == "sea" or trigger.lower.startswith("rotat")


def _bare_part(path: list[Token], *, at_trigger: bool) -> str | None:
    """The part of a place without a preposition: the object ("left Mali"), or a noun on the event's own."""
    if not at_trigger:
        return None
    if path[-1].dep in {"dobj", "attr"} and all(t.dep in {"compound", "nmod", "pobj", "prep"} for t in path[:-1]):
        return "object" if not between(path) else None
    return "inner" if len(path) == 1 and path[0].dep in {"compound", "nmod"} else None


def _lead(path: list[Token]) -> Token | None:
    """The preposition nearest the governor: in "from Fort Bragg in North Carolina" it is "from"."""
    return next((t for t in reversed(path) if t.dep in LEADING and t.lower in _prepositions()), None)


def _turned(path: list[Token]) -> list[Token]:
    """PATH without what the parser hung too low: in "from its base to Gori" the "to" is by its "from", or by "base"."""
    if len(path) < 3 or path[-1].lower != "from":
        return path
    start = path[-2].tag.startswith("NNP") or path[-2].lower in place_kinds()
    last = len(path) - (3 if start else 2)
    ends = path[last].dep == "prep" and _prepositions().get(path[last].lower) == "destination"
    return path[: last + 1] if ends else path


def _only_measured(tree: Tree, lead: Token | None) -> bool:
    """Whether a place only says how far off another is: "camped 40 km from Gao", "not far from the border"."""
    if lead is None or lead.lower != "from":
        return False
    before = [t.lower for t in tree.tokens[max(0, lead.i - 2) : lead.i]]
    return bool(before) and before[-1 if before[-1] != "away" else 0] in place_words("distance")


def _nearest(path: list[Token]) -> Token | None:
    return next((t for t in path if t.dep in {"prep", "dative"} and t.lower in _prepositions()), None)


def _moves(token: Token) -> bool:
    verbs = movement_verbs().get(token.lower, ())
    return bool(verbs) and not any(v.particles for v in verbs) and token.lower not in MILD


def _holding(token: Token, reached: Token, own: set[int]) -> bool:
    return reached.i in own and token.dep in {"acl", "relcl", "amod"} and token.lower in presence_verbs()


def _purpose(tree: Tree, verbs: list[Token], path: list[Token]) -> bool:
    """Whether the place lies inside a purpose: "to help Mozambique", "to protect food aid from piracy in Somalia"."""
    outer = verbs[-1]
    if any(t.tag not in {"VB", "VBG"} for t in verbs) or outer.dep not in AIMING or outer.lower in JUDGING:
        return False
    if outer.tag != "VBG" and not is_infinitive(tree, outer):
        return False
    if path[0].dep in {"dobj", "poss"} or (path[0].dep == "nsubj" and len(verbs) > 1 and verbs[0].dep == "ccomp"):
        return True
    near = _nearest(path)
    return near is not None and _prepositions().get(near.lower) in {"inner", "destination"}
