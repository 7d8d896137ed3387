"""Who does what to whom: the forces and places that a movement or presence word takes, from the tree.

Every place climbs to the word that governs it; the preposition at the top of its way says which end of the movement
it is. "Based in" on the force itself is an origin; a place inside a purpose ("to shore up defenses in Eastern Europe")
is a destination only where nothing else is.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from laydown.lexicon.forces import partitives
from laydown.lexicon.tables import cell, table
from laydown.lexicon.verbs import movement_nouns, movement_verbs, presence_verbs
from laydown.reading.forces import Mention, under
from laydown.reading.grammar import Token, Tree
from laydown.reading.places import Spot
from laydown.reading.scene import Scene

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
OBJECTS = frozenset({"dobj", "dative", "attr", "oprd"})
HELD = frozenset({"based", "stationed", "deployed", "serving", "garrisoned", "headquartered", "posted", "located"})


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


def subject(tree: Tree, verb: Token, depth: int = 4) -> Token | None:
    """The subject of VERB; a verb without one borrows that of the verb it hangs by or is joined to."""
    if any(k.dep == "expl" for k in tree.kids(verb)):
        return None
    for kid in reversed(list(tree.kids(verb))):
        if kid.dep in SUBJECTS and (kid.i < verb.i or kid.dep == "nsubj"):
            if kid.tag in {"WDT", "WP"} and verb.dep == "relcl":
                return tree.tokens[verb.head]
            return kid
    if verb.dep == "acl":
        return _planner(tree, verb) if _to_infinitive(tree, verb) else tree.tokens[verb.head]
    if verb.dep == "relcl":
        return tree.tokens[verb.head]
    if (
        depth
        and verb.head != verb.i
        and verb.dep in {"xcomp", "conj", "advcl", "pcomp", "ccomp", "prep", "dep", "acomp", "aux"}
    ):
        above = tree.tokens[verb.head]
        if above.tag.startswith("VB") or above.dep in {"acomp", "prep"} or _has_subject(tree, above):
            inner = [k for k in tree.kids(above) if k.dep in OBJECTS and k.i < verb.i]
            if verb.dep in {"xcomp", "ccomp"} and inner and above.tag.startswith("VB"):
                return inner[0]
            return subject(tree, above, depth - 1)
        if above.dep in {"dobj", "pobj"} or above.tag.startswith("NN"):
            return None
    return None


def _has_subject(tree: Tree, token: Token) -> bool:
    """Whether a word has a subject, whatever its tag: the parser takes "Council votes" for a noun now and then."""
    return any(k.dep in SUBJECTS for k in tree.kids(token))


def doer(tree: Tree, governor: Token, depth: int = 4) -> Token | None:
    """Who does what a governing verb or noun says: its subject, its owner or its "by" phrase, else those of what governs it."""
    kids = list(tree.kids(governor))
    own = next((k for k in kids if k.dep in {"nsubj", "poss"} and k.tag not in {"WDT", "WP"}), None)
    if own is not None:
        return own
    lead = next((k for k in kids if k.dep == "agent" or (k.dep == "prep" and k.lower == "by")), None)
    if lead is not None:
        return next((k for k in tree.kids(lead) if k.dep == "pobj"), None)
    bound = governor.dep in {"conj", "xcomp", "dobj", "pobj", "prep", "advcl", "acl", "pcomp", "relcl"}
    if not depth or not bound or (governor.dep == "acl" and governor.lower.endswith("ed")):
        return None
    return doer(tree, tree.tokens[governor.head], depth - 1)


def _to_infinitive(tree: Tree, verb: Token) -> bool:
    return any(k.dep == "aux" and k.lower == "to" for k in tree.kids(verb))


def _planner(tree: Tree, verb: Token) -> Token | None:
    """Who would move in "Serbia's request to deploy", "makes plans to withdraw": the noun's owner, or its verb's subject."""
    noun = tree.tokens[verb.head]
    owner = next((k for k in tree.kids(noun) if k.dep == "poss"), None)
    if owner is not None:
        return owner
    if noun.dep == "ROOT":
        # the parser takes "Council votes to send" for a noun phrase
        return next((k for k in tree.kids(noun) if k.dep == "compound"), None)
    for above in tree.climb(noun):
        if above.tag.startswith("VB"):
            return subject(tree, above, 2)
    return None


def objects(tree: Tree, verb: Token) -> list[Token]:
    """The objects of VERB with what is joined to them; the parser joins a late object to the verb itself."""
    found = [k for k in tree.kids(verb) if k.dep in OBJECTS or (k.dep == "conj" and k.tag in {"NN", "NNS"})]
    return [t for k in found for t in joined(tree, k)]


def joined(tree: Tree, token: Token) -> list[Token]:
    """TOKEN and the words coordinated with it."""
    found = [token]
    for here in found:
        found.extend(
            k for k in tree.kids(here) if k.dep in {"conj", "appos"} and k not in found and not _bracketed(tree, k)
        )
    return found


def _bracketed(tree: Tree, token: Token) -> bool:
    """Whether a word stands in brackets, as detail: "three warships (two destroyers and one oiler)"."""
    before, after = tree.text[: token.start], tree.text[token.end :]
    return before.rfind("(") > before.rfind(")") and ")" in after


def agent(tree: Tree, verb: Token) -> Token | None:
    """The "by" phrase of a passive."""
    for kid in tree.kids(verb):
        if kid.dep == "agent":
            return next((k for k in tree.kids(kid) if k.dep == "pobj"), None)
    return None


def mentioned(scene: Scene, tokens: Iterable[Token]) -> list[Mention]:
    """The forces that hang by TOKENS, each once, in the order of the text."""
    found: list[Mention] = []
    for token in tokens:
        for mention in under(scene.mentions, token):
            if mention not in found and not (mention.modifies and mention.top == token.i):
                found.append(mention)
    return sorted(found, key=lambda m: m.start)


def of_phrase(tree: Tree, noun: Token, words: frozenset[str] = frozenset({"of", "by", "for"})) -> list[Token]:
    """What an event noun is of: "the deployment of X and Y"."""
    found: list[Token] = []
    for kid in tree.kids(noun):
        if kid.dep in {"prep", "agent"} and kid.lower in words:
            found.extend(t for k in tree.kids(kid) if k.dep == "pobj" for t in joined(tree, k))
    return found


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
        aim = verbs[-1].dep in {"advcl", "xcomp"} and _to_infinitive(tree, verbs[-1])
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


HELPED = frozenset(
    {"army", "forces", "military", "troops", "soldiers", "government", "police", "navy", "authorities"}
)


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
