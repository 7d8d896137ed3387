"""Moods: the tense, modality and negation of one verb, read from its auxiliaries."""

from dataclasses import dataclass
from typing import Final

from laydown.lexicon.verbs import MovementVerb, modals
from laydown.model import Status
from laydown.reading.text.grammar import Token, Tree

BE: Final = frozenset({"is", "are", "am", "'s", "'re", "’s", "’re", "'m"})
WAS: Final = frozenset({"was", "were"})
HAVE: Final = frozenset({"has", "have", "had", "'ve", "’ve"})


@dataclass(frozen=True, slots=True)
class Mood:
    """Tense, modality and negation of one verb, with the auxiliaries that give them.

    `tense` is one of future, maybe, would, must, past, perfect, progressive, present, participle, gerund, infinitive.
    """

    tense: str
    negative: bool
    passive: bool
    words: tuple[tuple[int, int], ...]


def mood(tree: Tree, verb: Token) -> Mood:
    """The mood of VERB: "will not be sent" is future, negative, passive; "is sending" is progressive."""
    aux = [t for t in tree.kids(verb) if t.dep in {"aux", "auxpass"}]
    negatives = [t for t in tree.kids(verb) if t.dep == "neg" or _denying(t, verb) or _over(tree, t)]
    negative = bool(negatives) or any(_denies(t) for t in aux) or _of_nobody(tree, verb)
    passive = any(t.dep == "auxpass" for t in aux)
    words = tuple((t.start, t.end) for t in (*aux, *negatives))
    return Mood(_modality(aux) or _tense(tree, verb, aux, passive=passive), negative, passive, words)


def _denies(token: Token) -> bool:
    return modals().get(token.lower) == "deny"


def _denying(token: Token, verb: Token) -> bool:
    return token.i < verb.i and _denies(token) and token.dep in {"advmod", "preconj", "det"}


def _over(tree: Tree, token: Token) -> bool:
    """Whether a word says that what was is so no more: "will no longer send"."""
    return token.lower == "longer" and any(k.lower == "no" for k in tree.kids(token))


def _of_nobody(tree: Tree, verb: Token) -> bool:
    """Whether the verb has a denied subject or object: "No troops will be sent", "neither side has sent"."""
    parts = [k for k in tree.kids(verb) if k.dep in {"nsubj", "nsubjpass", "dobj", "attr"}]
    inner = [k for part in parts for k in tree.kids(part) if k.dep in {"det", "preconj", "neg"}]
    return any(k.lower in {"no", "neither", "none"} for k in inner)


def _modality(aux: list[Token]) -> str | None:
    found = (modals().get(t.lower) for t in aux)
    return next((m for m in found if m is not None and m != "deny"), None)


def _tense(tree: Tree, verb: Token, aux: list[Token], *, passive: bool) -> str:
    lowers = {t.lower for t in aux}
    if "to" in lowers and (passive or verb.tag in {"VB", "VBP"}):
        above = tree.tokens[verb.head]
        return "future" if verb.dep == "xcomp" and above.lower in BE | WAS else "infinitive"
    if (lowers & HAVE and verb.tag in {"VBN", "VBD"}) or "having" in lowers:
        return "perfect"
    if verb.tag == "VBG":
        return "progressive" if lowers & (BE | WAS) else "gerund"
    if verb.tag == "VBN" and passive:
        return _passive_tense(lowers)
    if verb.tag == "VB" and not aux:
        if _is_command(tree, verb):
            return "must"
        if verb.dep == "conj" and tree.tokens[verb.head].tag == "VB":
            return mood(tree, tree.tokens[verb.head]).tense  # "to stay and fight", "will go and fight"
    if "did" in lowers and verb.tag in {"VB", "VBP"}:
        return "past"  # "did withdraw", "did not send"
    return {"VBD": "past", "VBN": "participle"}.get(verb.tag, "present")


def _is_command(tree: Tree, verb: Token) -> bool:
    """Whether a bare verb is an order: "Withdraw your troops", he said."""
    heads = verb.dep == "ROOT" or (verb.dep == "ccomp" and verb.i < verb.head)
    return heads and not any(k.dep in {"nsubj", "nsubjpass", "csubj", "expl"} for k in tree.kids(verb))


def _passive_tense(lowers: set[str]) -> str:
    if "being" in lowers:
        return "progressive"
    if lowers & WAS:
        return "past"
    return "perfect" if "been" in lowers else "present"


def base_status(verb: MovementVerb, own: Mood) -> Status:
    """The status that a movement's own mood gives it, before what governs it is read (annotation rule 4)."""
    status: Status
    match own.tense:
        case "maybe" | "would":
            status = "considered"
        case "must":
            status = "requested"
        case "past" | "perfect":
            status = verb.past
        case "progressive":
            status = "underway" if own.passive else verb.progressive
        case "present":
            status = "underway" if own.passive else verb.present
        case "participle":
            status = "underway" if verb.past == "underway" else "completed"  # "troops bound for Kuwait"
        case "gerund":
            status = "underway" if verb.mover == "subject" else "completed"
        case _:
            status = "announced"
    if verb.action == "extend" and own.tense == "gerund":
        status = verb.past  # "a decree extending the stay of 300 soldiers": the longer stay is to come
    if own.negative and own.tense != "maybe":
        return "ruled_out"
    return status
