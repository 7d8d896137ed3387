"""Governors: the words that a movement hangs by, the class of each, and whether it decides what hangs below it."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Final

from laydown.lexicon.verbs import movement_verbs, stances
from laydown.model import Status
from laydown.reading.syntax.arguments import is_infinitive
from laydown.reading.syntax.moods import BE, WAS, Mood, mood
from laydown.reading.text.grammar import Token, Tree

APPLY: Final[Mapping[str, Status]] = {
    "decide": "announced",
    "vote": "announced",
    "plan": "announced",
    "willing": "announced",
    "announce": "announced",
    "confirm": "announced",
    "tell": "completed",
    "consider": "considered",
    "request": "requested",
    "demand": "requested",
    "refuse": "ruled_out",
    "rule_out": "ruled_out",
    "deny": "ruled_out",
    "cancel": "cancelled",
    "begin": "underway",
    "complete": "completed",
    "fail": "ruled_out",
    "accept": "announced",
    "lift": "considered",
}
"""The status that each class of governing word gives what it governs."""

DENYING: Final = frozenset({"refuse", "rule_out", "deny"})
ASKING: Final = frozenset({"request", "demand"})
CIRCUMSTANCES: Final = frozenset({"after", "before", "following", "since", "despite", "amid"})
"""Prepositions of the time of another deed, which nothing above them governs: "was reviewed after sending troops"."""

HAVING: Final = frozenset({"have", "has", "had", *BE, *WAS})
"""The verbs that, denied, deny the plan that they are said to hold."""
BARRING: Final = frozenset({"on", "against", "to"})
"""What leads from a ban, a veto or an opposition to what it bars."""
ENDING: Final = frozenset({"lift", "cancel", "complete"})
"""The stances of verbs that end a ban."""
PHASES: Final = frozenset({"begin", "complete"})
OBJECTS: Final = frozenset({"dobj", "attr", "nsubj", "nsubjpass"})


def class_of(tree: Tree, token: Token, below: Token) -> str | None:
    """The stance class of TOKEN as a governor of what hangs BELOW it."""
    pos = {"VB": "v", "JJ": "a", "NN": "n"}.get(token.tag[:2], "")
    kind = stances().get((token.lower, pos))
    if below.tag == "VBG":
        kind = stances().get((token.lower, "g"), kind)
    if kind is None and token.tag == "VBN":
        kind = stances().get((token.lower, "a"))
    particles = {k.lower for k in tree.kids(token)}
    if kind == "rule_out" and "out" not in particles:
        return None
    if kind == "accept":
        return kind if stances().get((below.lower, "n")) else None
    if pos == "v" and token.lower in {"call", "calls", "called", "calling"}:
        if "off" in particles:
            return "cancel"
        return "request" if "for" in particles or _for_whom(tree, below) or below.dep in {"xcomp", "ccomp"} else None
    if kind == "plan" and particles & {"sail", "out", "off"}:
        return None  # "has set sail on its first deployment"
    if token.lower in {"back", "backed"} and below.dep != "dobj":
        return None
    return _asked_by_noun(tree, token, below) or _barred_by_noun(tree, token, below) or kind


def _for_whom(tree: Tree, below: Token) -> bool:
    """Whether a clause says what somebody is to do: "called for Chad to withdraw"."""
    return any(k.dep == "mark" and k.lower == "for" for k in tree.kids(below))


def _asked_by_noun(tree: Tree, verb: Token, below: Token) -> str | None:
    """The class of the noun beside VERB that the parser robbed of what it asks for.

    "Renewed their calls for Chad to withdraw", "pressure is mounting for a pullout".
    """
    if not verb.tag.startswith("VB") or not (_for_whom(tree, below) or (below.dep == "prep" and below.lower == "for")):
        return None
    kinds = (stances().get((k.lower, "n")) for k in tree.kids(verb) if k.dep in OBJECTS and k.i < below.i)
    return next((kind for kind in kinds if kind in ASKING), None)


def _barred_by_noun(tree: Tree, verb: Token, below: Token) -> str | None:
    """What becomes of a ban whose "on" the parser hung by its verb: imposed it bars, lifted it leaves all open."""
    if not verb.tag.startswith("VB") or below.dep != "prep" or below.lower not in BARRING or not below.i:
        return None
    noun = tree.tokens[below.i - 1]
    if noun.head != verb.i or stances().get((noun.lower, "n")) != "refuse":
        return None
    return "consider" if stances().get((verb.lower, "v")) in ENDING else "refuse"


def reaches(tree: Tree, kind: str, below: Token, above: Token) -> bool:
    """Whether a governor of KIND governs what hangs BELOW it: its object or complement, not its subject or an aside."""
    if below.lower in CIRCUMSTANCES:
        return False
    if below.dep in {"nsubj", "csubj"}:
        return kind in PHASES or (below.tag.startswith("NN") and kind in {"consider", "plan"})
    if below.dep in {"advcl", "relcl"} and above.tag.startswith("NN") and is_infinitive(tree, below):
        return True  # "renews a call for Chad to withdraw", "calls to withdraw"
    if below.dep == "advcl":
        return kind == "plan" or (kind in ASKING and _for_whom(tree, below)) or _is_object(tree, below, above)
    return below.dep not in {"relcl", "npadvmod", "advmod", "poss"}


def _is_object(tree: Tree, below: Token, above: Token) -> bool:
    """Whether a gerund that the parser took for an aside is the object: "ruled out on Monday sending troops"."""
    if below.tag != "VBG" or below.i < above.i or any(k.dep == "dobj" for k in tree.kids(above)):
        return False
    return "," not in tree.text[above.end : below.start] and not any(k.dep == "mark" for k in tree.kids(below))


def of_noun(tree: Tree, token: Token) -> bool:
    """Whether a clause only says what a noun asks for or holds possible: "demands that Chad withdraw its troops"."""
    above = tree.tokens[token.head]
    told = token.dep == "acl" and any(k.dep == "mark" and k.lower == "that" for k in tree.kids(token))
    return told and stances().get((above.lower, "n")) in {*ASKING, "consider"}


def mood_of(tree: Tree, kind: str, governor: Token) -> Mood:
    """The mood of a governor; an adjective of the will has that of its copula: "was not prepared to send".

    A noun that somebody does not have is denied: "we do not have plans to send", "there are not any plans".
    """
    copula = tree.tokens[governor.head]
    willing = governor.dep == "acomp" and kind in {"consider", "willing", "refuse"}
    if governor.tag.startswith("NN") and governor.dep in {"dobj", "attr"} and copula.lower in HAVING:
        own, outer = mood(tree, governor), mood(tree, copula)
        return replace(own, negative=own.negative or outer.negative, words=(*own.words, *outer.words))
    return mood(tree, copula if willing and copula.tag.startswith("VB") else governor)


def listed_under(tree: Tree, verb: Token, below: Token) -> Status | None:
    """The standing of a list for what it lists: "other demands include the withdrawal of"."""
    if below.dep not in {"dobj", "xcomp", "ccomp", "pcomp"}:
        return None
    kinds = (stances().get((k.lower, "n"), "") for k in tree.kids(verb) if k.dep == "nsubj")
    return next((APPLY[kind] for kind in kinds if kind in APPLY and kind not in PHASES), None)


@cache
def extending() -> frozenset[str]:
    """The verbs by which a force stays longer than was planned."""
    return frozenset(form for form, verbs in movement_verbs().items() if any(v.action == "extend" for v in verbs))
