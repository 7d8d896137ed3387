"""How real a movement is: tense, modality and negation of its own words, then what governs them, read outwards.

"Rejects calls to withdraw" is read from the inside: "withdraw" by itself is open, a call makes it requested, a
rejection makes it ruled out. Each governing word has a class in `lexicon/data/stances.tsv`; `APPLY` says what a class does.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from laydown.lexicon.verbs import MovementVerb, modals, speech_verbs, stances
from laydown.model import Status
from laydown.reading.grammar import Token, Tree

APPLY: Final[Mapping[str, Status]] = {
    "decide": "announced",
    "vote": "announced",
    "plan": "announced",
    "announce": "announced",
    "consider": "considered",
    "request": "requested",
    "demand": "requested",
    "refuse": "ruled_out",
    "rule_out": "ruled_out",
    "deny": "ruled_out",
    "cancel": "cancelled",
    "begin": "underway",
    "complete": "completed",
    "extend": "announced",
    "fail": "ruled_out",
}
"""The status that each class of governing word gives what it governs."""

AUTHORITIES: Final = frozenset(
    {"decide", "vote", "refuse", "rule_out", "request", "demand", "cancel", "consider", "plan"}
)
"""The classes whose subject is the authority: it decides, it does not merely report."""

WEAK: Final = frozenset({"consider", "plan"})
UPWARD: Final = frozenset(
    {"xcomp", "ccomp", "dobj", "pobj", "prep", "pcomp", "acl", "advcl", "nsubjpass", "nsubj", "attr", "acomp", "conj",
     "dep", "dative", "oprd", "parataxis", "appos", "relcl", "npadvmod", "advmod", "agent", "csubj", "nmod", "compound", "poss"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stance:
    """A status with the words that give it: `words` are (start, end) in the sentence, `authority` who decided.

    `speech` is the verb that reports it, `condition` the "if" it hangs on, `governor` the outermost word of a class.
    """

    status: Status
    words: tuple[tuple[int, int], ...]
    authority: int | None = None
    speech: int | None = None
    condition: bool = False
    governed: bool = False
    historical: bool = False
    addressed: bool = False


@dataclass(frozen=True, slots=True)
class Mood:
    """Tense and modality of one verb: `tense` past, perfect, present, progressive, infinitive, gerund, participle, future, ..."""

    tense: str
    negative: bool
    passive: bool
    words: tuple[tuple[int, int], ...]


def mood(tree: Tree, verb: Token) -> Mood:
    """The mood of VERB from its auxiliaries.

    "will not be sent" is future, negative, passive; "is sending" progressive; "to send" infinitive.
    """
    aux = [t for t in tree.kids(verb) if t.dep in {"aux", "auxpass"}]
    words = [(t.start, t.end) for t in aux]
    negatives = [
        t
        for t in tree.kids(verb)
        if t.dep == "neg" or (t.i < verb.i and _denies(t) and t.dep in {"advmod", "preconj", "det"})
    ]
    negative = bool(negatives) or any(_denies(t) for t in aux) or _no_subject(tree, verb)
    words += [(t.start, t.end) for t in negatives]
    passive = any(t.dep == "auxpass" for t in aux)
    return Mood(_tense(tree, verb, aux, passive=passive), negative, passive, tuple(words))


def _denies(token: Token) -> bool:
    return modals().get(token.lower) == "deny"


def _no_subject(tree: Tree, verb: Token) -> bool:
    """ "No troops will be sent", "neither side has sent"."""
    for kid in tree.kids(verb):
        if kid.dep in {"nsubj", "nsubjpass", "dobj", "attr"}:
            for inner in tree.kids(kid):
                if inner.dep in {"det", "preconj", "neg"} and inner.lower in {"no", "neither", "none"}:
                    return True
    return False


def _tense(tree: Tree, verb: Token, aux: list[Token], *, passive: bool) -> str:
    modality = next((modals()[t.lower] for t in aux if t.lower in modals() and modals()[t.lower] != "deny"), None)
    if modality is None and any(t.lower in {"ca", "can"} for t in aux):
        modality = "maybe"
    if modality:
        return modality
    lowers = {t.lower for t in aux}
    be = bool(lowers & {"is", "are", "am", "'s", "'re", "’s", "’re", "'m"})
    was = bool(lowers & {"was", "were"})
    if verb.tag in {"VB", "VBP"} and "to" in lowers:
        above = tree.tokens[verb.head]
        return "future" if verb.dep == "xcomp" and above.lower in {"is", "are", "was", "were"} else "infinitive"
    if "to" in lowers and passive:
        above = tree.tokens[verb.head]
        return "future" if verb.dep == "xcomp" and above.lower in {"is", "are", "was", "were"} else "infinitive"
    if (lowers & {"has", "have", "had", "'ve", "’ve"} and verb.tag in {"VBN", "VBD"}) or "having" in lowers:
        return "perfect"
    if verb.tag == "VBG":
        return "progressive" if be or was else "gerund"
    if verb.tag == "VBN" and passive:
        if "being" in lowers:
            return "progressive"
        return "past" if was else "perfect" if "been" in lowers else "present"
    if verb.tag == "VBD":
        return "past"
    if verb.tag == "VBN":
        return "participle"
    return "present"


def base_status(verb: MovementVerb, mood: Mood) -> Status:
    """The status that a movement's own tense gives it, before what governs it is read (annotation rule 4)."""
    status: Status
    match mood.tense:
        case "future":
            status = "announced"
        case "maybe":
            status = "considered"
        case "would":
            status = "considered"
        case "must":
            status = "requested"
        case "past" | "perfect":
            status = verb.past
        case "progressive":
            status = "underway" if mood.passive else verb.progressive
        case "present":
            status = "underway" if mood.passive else verb.present
        case "participle":
            status = "completed"
        case "gerund":
            status = "underway" if verb.mover == "subject" else "completed"
        case _:
            status = "announced"
    if mood.negative:
        return "considered" if status == "considered" and mood.tense == "maybe" else "ruled_out"
    return status


def stance(tree: Tree, token: Token, verb: MovementVerb, *, nominal: bool) -> Stance:
    """The stance of the movement at TOKEN, its governors read outwards until a speech verb or the root."""
    own = mood(tree, token)
    words: list[tuple[int, int]] = [(token.start, token.end), *own.words]
    status: Status = base_status(verb, own)
    if nominal:
        status = "underway" if verb.particles else "announced"
    open_ = nominal or own.tense in {"infinitive", "gerund", "participle"}
    historical = not nominal and own.tense == "present" and not own.negative
    authority: int | None = None
    governed = False
    addressed = False
    speech: int | None = None
    condition = _conditional(tree, token)
    if nominal and not verb.particles:
        status = _told_as_past(tree, token, status)
    if nominal and _denied_noun(tree, token):
        status, open_ = "ruled_out", False
    here = token
    for above in tree.climb(token):
        label = here.dep
        if label not in UPWARD:
            break
        if label == "conj":
            # joined, not governed; what governs the first of the pair governs both
            here = above
            continue
        if label in {"advcl", "relcl"} and not open_:
            # a finite clause of its own: what governs the main clause does not govern it, but who speaks does
            speech = speech if speech is not None else _speech_over(tree, above)
            condition = condition or _conditional(tree, here)
            break
        kind = _class(tree, above, here)
        if kind:
            verb_mood = mood(tree, above)
            if kind == "announce" and not (nominal and label in {"dobj", "pobj", "nsubjpass"}):
                kind = None
            if kind == "carry":
                listed = _listed_under(tree, above, here)
                if listed is not None:
                    status, governed = listed, True
                if verb_mood.negative and above.lower in {"see", "seen", "saw"}:
                    condition = True  # what was not seen is not said to be so, nor not to be
                status, open_ = (_carried(status, verb_mood) if open_ else status), open_
                here = above
                continue
            if kind and (open_ or governed or kind in {"refuse", "rule_out", "deny"}) and _reaches(kind, label, here):
                new = _applied(kind, status, verb_mood, above, nominal=nominal)
                if new is not None:
                    status = new
                    words += [(above.start, above.end), *verb_mood.words]
                    governed, historical = True, False
                    addressed = addressed or kind == "demand"
                    open_ = open_ and above.tag not in {"VBD", "VBZ", "VBP", "MD"}
                    if kind in AUTHORITIES:
                        subject = _subject(tree, above)
                        authority = subject if subject is not None else authority
        if nominal and label in {"nsubj", "nsubjpass"} and kind is None and above.tag.startswith("VB") and not governed:
            status = _happening(status, mood(tree, above))
        if above.lower in speech_verbs() and above.tag.startswith("VB"):
            speech = above.i
            if own.tense == "would" and not governed and status == "considered" and not condition:
                status = "announced"
            if mood(tree, above).negative:
                pass
            break
        if (
            open_
            and not governed
            and above.tag.startswith("VB")
            and label in {"advcl", "pcomp", "xcomp", "ccomp"}
            and not nominal
        ):
            status = _borrowed(tree, above, status, own)
            open_ = open_ and mood(tree, above).tense in {"infinitive", "gerund"}
        condition = condition or _conditional(tree, above)
        here = above
    if speech is None:
        speech = _speech_over(tree, token)
        if speech is not None and own.tense == "would" and not governed and not condition:
            status = "announced"
    return Stance(
        status,
        tuple(sorted(set(words))),
        authority,
        speech,
        condition,
        governed,
        historical,
        addressed and status == "ruled_out",
    )


def _class(tree: Tree, token: Token, below: Token) -> str | None:
    """The stance class of TOKEN as a governor of what hangs BELOW it."""
    pos = (
        "v"
        if token.tag.startswith("VB")
        else "a"
        if token.tag.startswith("JJ")
        else "n"
        if token.tag.startswith("NN")
        else ""
    )
    kind = stances().get((token.lower, pos))
    if token.tag == "VBN" and kind is None:
        kind = stances().get((token.lower, "a"))
    if kind == "rule_out" and not any(k.lower == "out" for k in tree.kids(token)):
        return None
    if kind == "cancel" and token.lower in {"called", "call"}:
        kind = "request"
    if kind == "request" and token.lower in {"call", "calls", "called", "calling"} and pos == "v":
        particles = {k.lower for k in tree.kids(token)}
        kind = (
            "cancel"
            if "off" in particles
            else "request"
            if "for" in particles or below.dep == "xcomp" or below.dep == "ccomp"
            else None
        )
    if kind == "plan" and token.lower in {"planning"}:
        kind = "consider"
    if kind == "decide" and token.lower in {"back", "backed"}:
        kind = "decide" if below.dep == "dobj" else None
    return kind


def _reaches(kind: str, label: str, below: Token) -> bool:
    """Whether a governor of KIND governs what hangs by LABEL: its object or complement, not its subject or an aside."""
    if label in {"nsubj", "csubj"}:
        return kind in {"begin", "complete"} or (below.tag.startswith("NN") and kind in {"consider", "plan"})
    if label in {"advcl", "relcl", "npadvmod", "advmod", "poss"}:
        return kind in {"plan"} and label == "advcl"
    return True


def _applied(kind: str, status: Status, mood: Mood, token: Token, *, nominal: bool) -> Status | None:
    """What a governor of KIND in MOOD makes of an inner STATUS."""
    if kind in {"begin", "complete"} and mood.tense in {"future", "infinitive"}:
        return "announced" if not mood.negative else "ruled_out"
    if kind in {"begin", "complete"} and mood.tense in {"maybe", "would"}:
        return "considered"
    if kind in {"begin", "complete", "announce"} and status in {"ruled_out", "requested", "considered"} and not nominal:
        return None
    if mood.negative or _negated_noun(token, mood):
        return "ruled_out" if kind in {"plan", "decide", "consider", "begin", "complete", "vote", "announce"} else None
    if kind in {"decide", "plan", "vote"}:
        if status in {"requested", "considered", "cancelled"} and kind != "decide":
            return status
        if mood.tense in {"maybe", "would"} and kind == "decide":
            return "considered"
        if status == "ruled_out":
            return status
        return "announced"
    if kind == "consider" and status in {"ruled_out", "requested"}:
        return None
    return APPLY[kind]


def _negated_noun(token: Token, mood: Mood) -> bool:
    return token.tag.startswith("NN") and mood.negative


def _denied_noun(tree: Tree, token: Token) -> bool:
    return any(k.dep in {"det", "neg"} and k.lower in {"no"} for k in tree.kids(token))


def _told_as_past(tree: Tree, token: Token, status: Status) -> Status:
    """ "Following the withdrawal of troops" tells of what has happened, unless the main clause is still to come."""
    lead = tree.tokens[token.head]
    if token.dep != "pobj" or lead.lower not in {"after", "following", "since", "upon"}:
        return status
    verb = next((t for t in tree.climb(lead) if t.tag.startswith("VB")), None)
    coming = verb is not None and mood(tree, verb).tense in {"future", "maybe", "would", "infinitive"}
    return status if coming else "completed"


def _happening(status: Status, mood: Mood) -> Status:
    """An event that is the subject: "deployments would only occur if ..." decides nothing."""
    if mood.tense in {"maybe", "would"}:
        return "considered"
    return status


def _listed_under(tree: Tree, verb: Token, below: Token) -> Status | None:
    """ "Other demands include the withdrawal of ...": what is listed has the standing of the list."""
    if below.dep not in {"dobj", "conj"}:
        return None
    for kid in tree.kids(verb):
        if kid.dep == "nsubj":
            return APPLY.get(stances().get((kid.lower, "n"), ""))
    return None


def _carried(status: Status, mood: Mood) -> Status:
    if mood.negative:
        return "ruled_out"
    if mood.tense in {"past", "perfect"} and status == "announced":
        return "completed"
    return status


def _borrowed(tree: Tree, above: Token, status: Status, own: Mood) -> Status:
    """A bare infinitive or gerund takes the tense of its main verb: "will march, joining 900 others" is announced."""
    outer = mood(tree, above)
    if own.tense == "gerund":
        if outer.tense in {"future", "infinitive"}:
            return "announced"
        if outer.tense == "maybe":
            return "considered"
        return status
    if own.tense == "infinitive" and above.lower in {"is", "are", "was", "were"}:
        return "announced"
    return status


def _conditional(tree: Tree, token: Token) -> bool:
    """Whether TOKEN heads or governs an "if" clause: then nothing is decided yet."""
    for kid in tree.kids(token):
        if kid.dep == "mark" and kid.lower in {"if", "unless", "should"}:
            return True
        if kid.dep == "advcl" and any(k.dep == "mark" and k.lower in {"if", "unless"} for k in tree.kids(kid)):
            return True
    return False


def _subject(tree: Tree, token: Token) -> int | None:
    """The subject of the verb TOKEN, or of the verb whose noun TOKEN is; the "by" agent of a passive."""
    here = token
    for _ in range(4):
        for kid in tree.kids(here):
            if kid.dep in {"nsubj", "poss"} and kid.tag not in {"WDT", "WP"}:
                return kid.i
        for kid in tree.kids(here):
            if kid.dep == "agent" or (kid.dep == "prep" and kid.lower == "by"):
                return next((k.i for k in tree.kids(kid) if k.dep == "pobj"), None)
        if here.dep == "acl" and here.lower.endswith("ed"):
            return None
        if (
            here.dep not in {"conj", "xcomp", "dobj", "pobj", "prep", "advcl", "acl", "pcomp", "relcl"}
            or here.head == here.i
        ):
            return None
        here = tree.tokens[here.head]
        if here.dep == "relcl" and here.tag.startswith("VB"):
            continue
    return None


def _speech_over(tree: Tree, token: Token) -> int | None:
    """The speech verb that reports the clause of TOKEN: above it, or trailing it ("..., Kirby announced")."""
    chain = [token, *tree.climb(token)]
    for here in chain[1:]:
        if here.lower in speech_verbs() and here.tag.startswith("VB"):
            return here.i
    for here in chain:
        for kid in tree.kids(here):
            trailing = kid.i > token.i and kid.dep in {"conj", "parataxis", "ccomp", "advcl", "dep"}
            leading = kid.i < token.i and kid.dep in {"parataxis", "ccomp"}
            if (trailing or leading) and kid.tag in {"VBD", "VBZ", "VBP"} and kid.lower in speech_verbs():
                if _comma_before(tree, kid):
                    return kid.i
    return None


def _comma_before(tree: Tree, verb: Token) -> bool:
    """Whether the clause of VERB is an aside after a comma and reports nothing of its own: ", Kirby announced"."""
    own = tree.subtree(verb)
    first = own[0].i
    if first == 0 or tree.tokens[first - 1].lower not in {",", "”", '"', "''", "-", "—", "–"}:
        return False
    return not any(k.dep in {"dobj", "ccomp", "xcomp"} and k.i > verb.i for k in tree.kids(verb))
