"""How real a movement is: its own mood, then what governs it, read outwards.

"Rejects calls to withdraw" is read from the inside: "withdraw" by itself is open, a call makes it requested, a
rejection makes it ruled out. Each governing word has a class in `lexicon/data/stances.tsv`; `APPLY` in
`governors` says what each class does.
"""

from dataclasses import dataclass, field, replace
from typing import Final

from laydown.lexicon.verbs import MovementVerb, speech_verbs, stances
from laydown.model import Status
from laydown.reading.syntax.arguments import doer
from laydown.reading.syntax.conditions import (
    denied_relative,
    is_awaited,
    is_behind_cause,
    is_conditional,
    is_due_later,
    is_first,
    is_hypothesis,
    is_reported,
    is_undecided,
    is_unproved,
    told_as_past,
    upon_leaving,
)
from laydown.reading.syntax.governors import (
    APPLY,
    CIRCUMSTANCES,
    DENYING,
    ENDING,
    PHASES,
    class_of,
    extending,
    listed_under,
    mood_of,
    of_noun,
    reaches,
)
from laydown.reading.syntax.moods import BE, WAS, Mood, base_status, mood
from laydown.reading.syntax.steps import first_step, next_step
from laydown.reading.text.grammar import Token, Tree

AUTHORITIES: Final = frozenset(
    {"decide", "vote", "refuse", "rule_out", "request", "demand", "cancel", "consider", "plan", "willing", "accept"}
)
"""The classes whose subject is the authority: it decides, it does not merely report."""

UNDONE: Final = frozenset(
    {"plan", "willing", "decide", "consider", "begin", "complete", "vote", "announce", "confirm", "request"}
)
"""The classes that, denied, rule a movement out: "has no plans to send", "did not begin to withdraw"."""

ANNOUNCING: Final = frozenset({"announce", "confirm", "tell"})
"""The classes that make a movement known."""

UPWARD: Final = frozenset(
    {"xcomp", "ccomp", "dobj", "pobj", "prep", "pcomp", "acl", "advcl", "nsubjpass", "nsubj", "attr", "acomp", "conj",
     "dep", "dative", "oprd", "parataxis", "appos", "relcl", "npadvmod", "advmod", "agent", "csubj", "nmod", "compound",
     "poss"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stance:
    """A status with the words that give it, (start, end) in the sentence, and the index of who decided.

    `condition`: it hangs on an "if". `addressed`: the authority refuses what was asked of its own forces. `alone`: an
    event noun that nothing around it makes more or less real. `steps`: the same in words, from the inside outwards.
    """

    status: Status
    words: tuple[tuple[int, int], ...]
    authority: int | None = None
    condition: bool = False
    addressed: bool = False
    alone: bool = False
    steps: tuple[str, ...] = ()


def argued(how: Stance, step: str) -> Stance:
    """HOW with one more step."""
    return replace(how, steps=(*how.steps, step))


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
    leaving: bool = False
    foretold: bool = False


def stance(tree: Tree, token: Token, verb: MovementVerb, *, nominal: bool) -> Stance:
    """The stance of the movement at TOKEN: its governors are read outwards until a speech verb or the root."""
    state = _start(tree, token, verb, nominal=nominal)
    steps = [first_step(tree, token, state.status, state.own, nominal=nominal)]
    here = token
    for above in tree.climb(token):
        before = state.status, state.condition, len(state.words)
        on = here.dep in UPWARD and _step(tree, state, here, above)
        changed = (state.status, state.condition, len(state.words)) != before
        steps += next_step(tree, here, above, before[0], state.status, changed=changed, condition=state.condition)
        if not on:
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
        steps.append(f"what somebody said it would do was then to come: {state.status}")
    if state.foretold and state.status == "considered" and state.reported and not state.condition:
        state.status = "announced"  # "said it would begin to send"
    addressed = state.demanded and state.status == "ruled_out"
    alone = nominal and state.open and not state.governed
    words = tuple(sorted(set(state.words)))
    return Stance(state.status, words, state.authority, state.condition, addressed, alone, tuple(steps))


def _start(tree: Tree, token: Token, verb: MovementVerb, *, nominal: bool) -> _Climb:
    own = mood(tree, token)
    asked = (
        of_noun(tree, token)
        if own.tense in {"would", "future", "maybe"}
        else own.tense == "present"
        and (
            token.dep == "ccomp" or of_noun(tree, token)  # "demand that they withdraw"
        )
    )
    bare = nominal or asked or own.tense in {"infinitive", "gerund", "participle"}
    state = _Climb(base_status(verb, own), nominal, own, bare)
    state.words = [(token.start, token.end), *own.words]
    state.condition = is_conditional(tree, token)
    awaited = is_awaited(tree, token)
    if is_hypothesis(tree, token) or is_unproved(tree, token) or awaited == "awaited":
        state.status, state.open, state.condition = "considered", False, True
    elif awaited == "expected" and state.status in {"underway", "completed"}:
        state.status, state.open = "announced", False
    elif is_first(tree, token) and state.status == "announced":
        state.status, state.open = "completed", False
    elif own.negative and is_due_later(tree, token):
        state.status = "announced"
    if own.tense == "gerund" and is_behind_cause(tree, token):
        state.status, state.open = told_as_past(tree, token), False
    if nominal:
        state.status = (
            "underway"
            if verb.particles and verb.present == "underway"
            else (upon_leaving(tree, token) or told_as_past(tree, token))
        )
        state.arrival = verb.present == "completed" and verb.inner == "destination"
        state.leaving = verb.action == "withdraw"
        if any(k.dep in {"det", "neg"} and k.lower == "no" for k in tree.kids(token)):
            state.status, state.open = "ruled_out", False
        _described(tree, state, token)
    return state


def _described(tree: Tree, state: _Climb, token: Token) -> None:
    """An event noun is as real as its adjective says: "the recent withdrawal" is over, "a possible" one is weighed."""
    for kid in tree.kids(token):
        kind = stances().get((kid.lower, "m")) if kid.i < token.i else None
        if kind is not None:
            state.status, state.governed, state.open = APPLY[kind], True, kind != "complete"
            state.words.append((kid.start, kid.end))


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
    if kind in ANNOUNCING and not (state.nominal and here.dep in {"dobj", "pobj", "nsubjpass"}):
        kind = None
        _left_open(state, mood(tree, above))
    if kind is not None and reaches(tree, kind, here, above):
        _govern(tree, state, kind, above)
    if above.tag.startswith("VB"):
        _judged(tree, state, here, above, kind)
        if above.lower in speech_verbs():
            state.reported = True
            return False
        clause = {here.dep, here.lower} & {"advcl", "pcomp", "xcomp", "ccomp", "with"}
        if state.open and not state.governed and not state.nominal and clause:
            _borrow(tree, state, above)
    state.condition = state.condition or is_conditional(tree, above)
    return True


def _ends_at(tree: Tree, state: _Climb, here: Token, above: Token) -> bool:
    """Whether what hangs by HERE is a clause of its own that nothing further out governs."""
    if here.lower in CIRCUMSTANCES and here.dep == "prep":
        return True
    if denied_relative(tree, here, above):
        state.status, state.condition = "considered", True
        return True
    if is_undecided(tree, above):
        state.status, state.governed = "considered", True
        state.words.append((above.start, above.end))
        return True
    if here.dep in {"advcl", "relcl"} and not state.open:
        state.condition = state.condition or is_conditional(tree, here)
        return True
    return False


def _left_open(state: _Climb, saying: Mood) -> None:
    """What is not confirmed is neither so nor not so: "has not verified that they left"."""
    if saying.negative:
        state.status, state.condition = "considered", True


def _govern(tree: Tree, state: _Climb, kind: str, above: Token) -> None:
    """Let a governor of KIND decide the status, where the words below it leave it open."""
    if not (state.open or state.governed or kind in DENYING):
        return
    verb = mood_of(tree, kind, above)
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
        named = (
            who is not None and who.lower != "mid" and stances().get((who.lower, "n")) is None
        )  # "pressure for a pullout" is nobody's
        state.authority = who.i if who is not None and named else state.authority


def _applied(kind: str, state: _Climb, verb: Mood) -> Status | None:
    """What a governor of KIND in the mood VERB makes of the status so far; None where it changes nothing."""
    status = state.status
    if kind == "lift" or (status == "ruled_out" and kind in ENDING and not verb.negative):
        return "considered" if status == "ruled_out" else None  # who ends a ban leaves it open
    if kind in PHASES and verb.tense in {"future", "infinitive"}:
        return "ruled_out" if verb.negative else "announced"
    if kind in PHASES and verb.tense in {"maybe", "would"}:
        state.foretold = state.foretold or verb.tense == "would"
        return "considered"
    if kind in {*PHASES, *ANNOUNCING} and status in {"ruled_out", "requested", "considered"} and not state.nominal:
        return None
    if verb.negative:
        return _denied(kind, state)
    if kind in {"decide", "plan", "vote", "willing"}:
        return _decided(kind, status, verb)
    if kind == "consider" and status in {"ruled_out", "requested"}:
        return None
    done = state.arrival or (kind == "confirm" and state.leaving)
    return "completed" if kind in {"announce", "confirm"} and done else APPLY[kind]


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
    listed = listed_under(tree, above, here)
    if listed is not None:
        state.status, state.governed = listed, True
    elif state.open and verb.negative:
        state.status = "ruled_out"
        # what was not seen is not said to be so, nor not to be
        state.condition = state.condition or above.lower in {"see", "seen", "saw"}
    elif state.open and not state.governed and verb.tense in {"past", "perfect"} and state.status == "announced":
        state.status = "completed"
    elif verb.tense == "future" and state.open and not state.governed and state.status in {"completed", "underway"}:
        state.status = "announced"  # "the pact will see 300 soldiers stationed in Ghana"
    elif verb.tense in {"maybe", "would"} and not state.governed and (verb.tense == "maybe" or above.dep != "ccomp"):
        state.status, state.governed = "considered", True  # "that would mean 300 soldiers being moved"


def _judged(tree: Tree, state: _Climb, here: Token, above: Token, kind: str | None) -> None:
    """What a verb that governs nothing says: sending "would be a mistake"; what is extended is to come."""
    if here.dep == "csubj" and here.tag == "VBG" and mood(tree, above).tense != "past":
        state.status, state.condition = "considered", True
    elif kind is not None or not state.nominal or not state.open or state.governed:
        return
    elif here.dep in {"nsubj", "nsubjpass", "dobj"} and above.lower in extending():
        state.status, state.governed = "announced", True  # "saw its deployment extended"
    elif here.dep in {"nsubj", "nsubjpass"}:
        state.status = _happening(state, above, mood(tree, above))


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
