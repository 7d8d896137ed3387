"""Ways: the places that an event takes, by the part they play, told from the tree.

Every place climbs to the word that governs it; the preposition at the top of its way says which end of the movement
it is. "Based in" on the force itself is an origin; a place inside a purpose ("to shore up defenses in Eastern Europe")
counts only where nothing else does.
"""

from dataclasses import dataclass, field
from functools import cache

from laydown.lexicon.forces import partitives
from laydown.lexicon.tables import cell, table
from laydown.lexicon.verbs import movement_nouns, movement_verbs, presence_verbs
from laydown.reading.mentions.mention import Mention
from laydown.reading.mentions.scene import Scene
from laydown.reading.mentions.spots import Spot
from laydown.reading.syntax.arguments import is_infinitive
from laydown.reading.text.grammar import Token, Tree


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
        if here.dep not in {"dobj", "pobj", "prep", "xcomp", "pcomp", "nsubjpass", "attr"}:
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
    verbs = [t for t in path[1:] if t.tag.startswith("VB") and t.dep != "prep"]
    if verbs:
        aim = verbs[-1].dep in {"advcl", "xcomp"} and is_infinitive(tree, verbs[-1])
        return "weak" if aim and not any(_moves(t) for t in verbs) and _purpose(tree, verbs, spot, path) else None
    lead = _lead(path)
    role = _prepositions().get(lead.lower) if lead is not None else None
    return role if role in {"origin", "destination"} and len(_between(tree, path)) == 0 else None


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


def _between(tree: Tree, path: list[Token]) -> list[Token]:
    """The nouns between a place and the preposition that leads it, those that only say what kind of place it is left out."""
    nouns = []
    for token, above in zip(path[1:], path[2:], strict=False):
        if not token.tag.startswith("NN") or token.dep not in {"pobj", "dobj", "attr"}:
            continue
        below = path[path.index(token) - 1]
        kind = token.lower in place_kinds() or token.lower.removesuffix("s") in place_kinds()
        if (
            below.dep in {"compound", "nmod", "amod", "poss"}
            or (below.lower == "of" and kind)
            or token.lower in movement_nouns()
        ):
            continue
        nouns.append(token)
    return nouns


def _part(tree: Tree, head: Token, trigger: Token, own: set[int], spot: Spot) -> str | None:
    """The part that the place at HEAD plays for TRIGGER: a field of `Ways`, None for none."""
    path = _path(tree, head, own | {trigger.i})
    if path is None:
        return None
    if spot.sense == "adjective":
        return "weak" if _helped(tree, path) else None
    top = path[-1]
    reached = tree.tokens[top.head]
    verbs = [
        t
        for t in path[1:]
        if t.tag.startswith("VB") and t.dep not in {"prep", "amod"} and t.lower not in partitives("v")
    ]
    if any(_moves(t) for t in verbs if not _holding(t, reached, own)):
        return None
    lead = _lead(path)
    if verbs:
        if all(_holding(t, reached, own) for t in verbs) and reached.i in own:
            return "base" if lead and _prepositions().get(lead.lower) == "inner" else None
        return "weak" if _purpose(tree, verbs, spot, path) else None
    if any(t.dep in {"nsubj", "nsubjpass", "csubj", "agent", "npadvmod"} or t.tag.startswith("JJ") for t in path):
        return None
    at_trigger = reached.i == trigger.i
    if lead is None:
        if (
            top.dep in {"dobj", "attr"}
            and at_trigger
            and all(t.dep in {"compound", "nmod", "pobj", "prep"} for t in path[:-1])
        ):
            return "object" if not _between(tree, path) else None
        return "inner" if path[0].dep in {"compound", "nmod"} and at_trigger and len(path) == 1 else None
    role = _prepositions().get(lead.lower)
    if role in {None, "none"}:
        return None
    if role == "weak" or _between(tree, path):
        near = _nearest(path)
        inner = _prepositions().get(near.lower, "") if near is not None else ""
        return "weak" if inner in {"inner", "destination"} else None
    if not at_trigger and role == "inner":
        return "base"
    return role


@cache
def place_kinds() -> frozenset[str]:
    """The nouns that say what kind of place a name is: "the town of Lyman"."""
    return frozenset(
        w.lower() for row in table("place_words") if row["sort"] in {"recall", "kind"} for w in cell(row, "words")
    )


def _helped(tree: Tree, path: list[Token]) -> bool:
    """Whether a nationality is of the army that a purpose helps: "to assist in training for the Iraqi Army"."""
    verbs = [t for t in path[1:] if t.tag.startswith("VB") and t.dep in {"advcl", "xcomp", "acl", "relcl"}]
    army = len(path) > 1 and path[1].lower in HELPED
    return (
        army
        and bool(verbs)
        and all(t.tag == "VB" for t in verbs)
        and any(t.lower in {"assist", "help", "train", "support", "advise"} for t in verbs)
    )


HELPED = frozenset({"army", "forces", "military", "troops", "soldiers", "government", "police", "navy", "authorities"})


def _lead(path: list[Token]) -> Token | None:
    """The preposition nearest the governor: in "from Fort Bragg in North Carolina" it is "from"."""
    return next(
        (
            t
            for t in reversed(path)
            if t.dep in {"prep", "agent", "advmod", "dative", "prt", "pcomp"} and t.lower in _prepositions()
        ),
        None,
    )


def _nearest(path: list[Token]) -> Token | None:
    return next((t for t in path if t.dep in {"prep", "dative"} and t.lower in _prepositions()), None)


def _moves(token: Token) -> bool:
    return (
        token.lower in movement_verbs()
        and not any(v.particles for v in movement_verbs()[token.lower])
        and token.lower not in MILD
    )


MILD = frozenset(
    {
        "reinforce",
        "bolster",
        "strengthen",
        "reinforcing",
        "bolstering",
        "provide",
        "join",
        "increase",
        "boost",
        "enhance",
        "add",
        "contribute",
    }
)


def _holding(token: Token, reached: Token, own: set[int]) -> bool:
    return reached.i in own and token.dep in {"acl", "relcl", "amod"} and token.lower in presence_verbs()


def _purpose(tree: Tree, verbs: list[Token], spot: Spot, path: list[Token]) -> bool:
    """Whether the place lies inside a purpose: "to help Mozambique", "to protect food aid from piracy in Somalia"."""
    outer = verbs[-1]
    if any(t.tag not in {"VB", "VBG"} for t in verbs):
        return False
    if outer.dep not in {"advcl", "xcomp", "acl", "relcl", "prep", "pcomp"}:
        return False
    if not any(k.dep == "aux" and k.lower == "to" for k in tree.kids(outer)) and outer.tag != "VBG":
        return False
    near = _nearest(path)
    if path[0].dep in {"dobj", "poss"}:
        return True
    if path[0].dep == "nsubj" and len(verbs) > 1 and verbs[0].dep == "ccomp":
        return True
    return near is not None and _prepositions().get(near.lower) in {"inner", "destination"}
