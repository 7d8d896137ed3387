"""How real a movement is: its own mood, then what governs it, read outwards.

"Rejects calls to withdraw" is read from the inside: "withdraw" by itself is open, a call makes it requested, a
rejection makes it ruled out. Each governing word has a class in `lexicon/data/stances.tsv`; `APPLY` says what each
class does.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from laydown.lexicon.verbs import MovementVerb, speech_verbs, stances
from laydown.model import Status
from laydown.reading.syntax.arguments import doer
from laydown.reading.syntax.conditions import PAST, denied_relative, is_conditional, is_reported, told_as_past
from laydown.reading.syntax.moods import BE, WAS, Mood, base_status, mood
from laydown.reading.text.grammar import Token, Tree

APPLY: Final[Mapping[str, Status]] = {
    "decide": "announced",
    "vote": "announced",
    "plan": "announced",
    "willing": "announced",
    "announce": "announced",
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
}
"""The status that each class of governing word gives what it governs."""

AUTHORITIES: Final = frozenset(
    {"decide", "vote", "refuse", "rule_out", "request", "demand", "cancel", "consider", "plan", "willing"}
)
"""The classes whose subject is the authority: it decides, it does not merely report."""

DENYING: Final = frozenset({"refuse", "rule_out", "deny"})
UNDONE: Final = frozenset({"plan", "willing", "decide", "consider", "begin", "complete", "vote", "announce", "request"})
"""The classes that, denied, rule a movement out: "has no plans to send", "did not begin to withdraw"."""

CIRCUMSTANCES: Final = frozenset({"after", "before", "following", "since", "despite", "amid"})
"""Prepositions of the time of another deed, which nothing above them governs: "was reviewed after sending troops"."""

PHASES: Final = frozenset({"begin", "complete"})
UPWARD: Final = frozenset(
    {"xcomp", "ccomp", "dobj", "pobj", "prep", "pcomp", "acl", "advcl", "nsubjpass", "nsubj", "attr", "acomp", "conj",
     "dep", "dative", "oprd", "parataxis", "appos", "relcl", "npadvmod", "advmod", "agent", "csubj", "nmod", "compound",
     "poss"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stance:
    """A status with the words that give it, (start, end) in the sentence, and the index of who decided.

    `condition`: it hangs on an "if". `addressed`: the authority refuses what was asked of its own forces.
    """

    status: Status
    words: tuple[tuple[int, int], ...]
    authority: int | None = None
    condition: bool = False
    addressed: bool = False


@dataclass(slots=True)
class _Climb:
    """A stance while it is read outwards. `open`: the words so far leave their status to what governs them."""

    status: Status
    nominal: bool
    own: Mood
    open: bool
    words: list[tuple[int, int]] = field(default_factory=list)
    authority: int | None = None
    governed: bool = False
    demanded: bool = False
    condition: bool = False
    reported: bool = False
    arrival: bool = False


def stance(tree: Tree, token: Token, verb: MovementVerb, *, nominal: bool) -> Stance:
    """The stance of the movement at TOKEN: its governors are read outwards until a speech verb or the root."""
    state = _start(tree, token, verb, nominal=nominal)
    here = token
    for above in tree.climb(token):
        if here.dep not in UPWARD or not _step(tree, state, here, above):
            break
        here = above
    if (
        state.own.tense == "would"
        and not state.governed
        and not state.condition
        and (state.reported or is_reported(tree, token))
    ):
        # "said it would send", "would not send": what was said then is the future of then
        state.status = "ruled_out" if state.own.negative else "announced"
    addressed = state.demanded and state.status == "ruled_out"
    return Stance(state.status, tuple(sorted(set(state.words))), state.authority, state.condition, addressed)


def _start(tree: Tree, token: Token, verb: MovementVerb, *, nominal: bool) -> _Climb:
    own = mood(tree, token)
    asked = own.tense == "present" and token.dep == "ccomp"  # "demand that the troops withdraw" is not yet so
    bare = nominal or asked or own.tense in {"infinitive", "gerund", "participle"}
    state = _Climb(base_status(verb, own), nominal, own, bare)
    state.words = [(token.start, token.end), *own.words]
    state.condition = is_conditional(tree, token)
    if own.tense == "gerund" and tree.tokens[token.head].lower in PAST:
        state.status, state.open = told_as_past(tree, token), False
    if nominal:
        state.status = "underway" if verb.particles else told_as_past(tree, token)
        state.arrival = verb.present == "completed" and verb.inner == "destination"
        if any(k.dep in {"det", "neg"} and k.lower == "no" for k in tree.kids(token)):
            state.status, state.open = "ruled_out", False
    return state


def _step(tree: Tree, state: _Climb, here: Token, above: Token) -> bool:
    """Read one governor, ABOVE, of what hangs by HERE; False where nothing further out governs it."""
    if here.dep == "conj":
        return True  # joined, not governed; what governs the first of the pair governs both
    if _ends_at(tree, state, here, above):
        return False
    kind = "refuse" if here.lower == "against" else class_of(tree, above, here)
    if kind == "carry":
        _carry(tree, state, here, above)
        return True
    if kind in {"announce", "tell"} and not (state.nominal and here.dep in {"dobj", "pobj", "nsubjpass"}):
        kind = None
        _left_open(state, mood(tree, above))
    if kind is not None and _reaches(kind, here):
        _govern(tree, state, kind, above)
    if above.tag.startswith("VB"):
        if kind is None and state.nominal and here.dep in {"nsubj", "nsubjpass"} and not state.governed:
            state.status = _happening(state, above, mood(tree, above))
        if above.lower in speech_verbs():
            state.reported = True
            return False
        if state.open and not state.governed and not state.nominal and here.dep in {"advcl", "pcomp", "xcomp", "ccomp"}:
            _borrow(tree, state, above)
    state.condition = state.condition or is_conditional(tree, above)
    return True


def _ends_at(tree: Tree, state: _Climb, here: Token, above: Token) -> bool:
    """Whether what hangs by HERE is a clause of its own that nothing further out governs."""
    if denied_relative(tree, here, above):
        state.status, state.condition = "considered", True
        return True
    if here.dep in {"advcl", "relcl"} and not state.open:
        state.condition = state.condition or is_conditional(tree, here)
        return True
    return False


def _left_open(state: _Climb, saying: Mood) -> None:
    """What is not confirmed is neither so nor not so: "has not verified that they left"."""
    if saying.negative:
        state.status, state.condition = "considered", True


def class_of(tree: Tree, token: Token, below: Token) -> str | None:
    """The stance class of TOKEN as a governor of what hangs BELOW it."""
    pos = {"VB": "v", "JJ": "a", "NN": "n"}.get(token.tag[:2], "")
    kind = stances().get((token.lower, pos))
    if kind is None and token.tag == "VBN":
        kind = stances().get((token.lower, "a"))
    particles = {k.lower for k in tree.kids(token)}
    if kind == "rule_out" and "out" not in particles:
        return None
    if pos == "v" and token.lower in {"call", "calls", "called", "calling"}:
        if "off" in particles:
            return "cancel"
        return "request" if "for" in particles or below.dep in {"xcomp", "ccomp"} else None
    if token.lower in {"back", "backed"} and below.dep != "dobj":
        return None
    return kind


def _reaches(kind: str, below: Token) -> bool:
    """Whether a governor of KIND governs what hangs BELOW it: its object or complement, not its subject or an aside."""
    if below.lower in CIRCUMSTANCES:
        return False
    if below.dep in {"nsubj", "csubj"}:
        return kind in PHASES or (below.tag.startswith("NN") and kind in {"consider", "plan"})
    if below.dep == "advcl":
        return kind == "plan"
    return below.dep not in {"relcl", "npadvmod", "advmod", "poss"}


def _govern(tree: Tree, state: _Climb, kind: str, above: Token) -> None:
    """Let a governor of KIND decide the status, where the words below it leave it open."""
    if not (state.open or state.governed or kind in DENYING):
        return
    verb = _mood_of(tree, kind, above)
    status = _applied(kind, state, verb)
    if status is None:
        return
    state.status = status
    state.words += [(above.start, above.end), *verb.words]
    state.governed = True
    state.demanded = state.demanded or kind == "demand"
    state.open = state.open and above.tag not in {"VBD", "VBZ", "VBP", "MD"}
    if kind in AUTHORITIES:
        who = doer(tree, above)
        state.authority = who.i if who is not None else state.authority


def _mood_of(tree: Tree, kind: str, governor: Token) -> Mood:
    """The mood of a governor; an adjective of the will has that of its copula: "was not prepared to send"."""
    copula = tree.tokens[governor.head]
    willing = governor.dep == "acomp" and kind in {"consider", "willing", "refuse"}
    return mood(tree, copula if willing and copula.tag.startswith("VB") else governor)


def _applied(kind: str, state: _Climb, verb: Mood) -> Status | None:
    """What a governor of KIND in the mood VERB makes of the status so far; None where it changes nothing."""
    status = state.status
    if kind in PHASES and verb.tense in {"future", "infinitive"}:
        return "ruled_out" if verb.negative else "announced"
    if kind in PHASES and verb.tense in {"maybe", "would"}:
        return "considered"
    if (
        kind in {*PHASES, "announce", "tell"}
        and status in {"ruled_out", "requested", "considered"}
        and not state.nominal
    ):
        return None
    if verb.negative:
        return _denied(kind, state)
    if kind in {"decide", "plan", "vote", "willing"}:
        return _decided(kind, status, verb)
    if kind == "consider" and status in {"ruled_out", "requested"}:
        return None
    return "completed" if kind == "announce" and state.arrival else APPLY[kind]


def _denied(kind: str, state: _Climb) -> Status | None:
    """What a governor of KIND says when it is denied: "did not rule out sending", "did not fail to send"."""
    if kind in UNDONE:
        return "ruled_out"
    if kind == "fail":
        return "completed"
    return "considered" if kind in DENYING and state.open else None


def _decided(kind: str, status: Status, verb: Mood) -> Status:
    """What is decided or planned is announced; a plan to ask is still only asking."""
    if status == "ruled_out" or (kind != "decide" and status in {"requested", "considered", "cancelled"}):
        return status
    return "considered" if kind == "decide" and verb.tense in {"maybe", "would"} else "announced"


def _carry(tree: Tree, state: _Climb, here: Token, above: Token) -> None:
    """A word that only carries ("see", "include", "help") passes its own tense on to an open event."""
    verb = mood(tree, above)
    listed = _listed_under(tree, above, here)
    if listed is not None:
        state.status, state.governed = listed, True
    elif state.open and verb.negative:
        state.status = "ruled_out"
        # what was not seen is not said to be so, nor not to be
        state.condition = state.condition or above.lower in {"see", "seen", "saw"}
    elif state.open and not state.governed and verb.tense in {"past", "perfect"} and state.status == "announced":
        state.status = "completed"
    elif verb.tense in {"maybe", "would"} and not state.governed and above.dep != "ccomp":
        state.status, state.governed = "considered", True  # "that would mean 300 soldiers being moved"


def _listed_under(tree: Tree, verb: Token, below: Token) -> Status | None:
    """The standing of a list for what it lists: "other demands include the withdrawal of"."""
    if below.dep not in {"dobj", "xcomp", "ccomp", "pcomp"}:
        return None
    kinds = (stances().get((k.lower, "n"), "") for k in tree.kids(verb) if k.dep == "nsubj")
    return next((APPLY[kind] for kind in kinds if kind in APPLY), None)


def _happening(state: _Climb, above: Token, verb: Mood) -> Status:
    """The status of an event that is the subject: "deployments would only occur if ..." decides nothing.

    An arrival that has its effect is one: "the arrival of 300 soldiers brings the force to 900".
    """
    if verb.tense in {"maybe", "would"}:
        return "considered"
    effective = state.arrival and verb.tense in {"present", "past", "perfect"} and not verb.negative
    return "completed" if effective and not verb.passive and above.lower not in BE | WAS else state.status


def _borrow(tree: Tree, state: _Climb, above: Token) -> None:
    """Give a bare infinitive or gerund the tense of its main verb: "will march, joining 900 others" is announced."""
    outer = mood(tree, above)
    if state.own.tense == "gerund" and outer.tense in {"future", "infinitive"}:
        state.status = "announced"
    elif state.own.tense == "gerund" and outer.tense == "maybe":
        state.status = "considered"
    state.open = outer.tense in {"infinitive", "gerund"}
