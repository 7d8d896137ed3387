"""Conditions: what leaves a movement undecided or only reported, told from the clauses around it."""

from typing import Final

from laydown.lexicon.verbs import speech_verbs
from laydown.model import Status
from laydown.reading.syntax.arguments import is_infinitive
from laydown.reading.syntax.moods import mood
from laydown.reading.text.grammar import Token, Tree

DECIDING: Final = frozenset({"decide", "decided"})
PAST: Final = frozenset({"after", "following", "since", "upon"})
"""Prepositions of what came before the main clause."""


def is_conditional(tree: Tree, token: Token) -> bool:
    """Whether TOKEN heads or governs an "if" clause, or heads a "whether" one: then nothing is decided yet."""
    clauses = [token, *(k for k in tree.kids(token) if k.dep == "advcl")]
    if any(k.dep == "mark" and k.lower in {"if", "unless"} for clause in clauses for k in tree.kids(clause)):
        return True
    asked = any(k.dep == "mark" and k.lower == "whether" for k in tree.kids(token))
    return asked and not is_infinitive(tree, token)  # "considers whether to send" is its governor's to say


def is_reported(tree: Tree, token: Token) -> bool:
    """Whether somebody is said to say it: a speech verb above, or trailing ("..., Kirby announced")."""
    if any(t.lower in speech_verbs() and t.tag.startswith("VB") for t in tree.climb(token)):
        return True
    kids = (k for here in (token, *tree.climb(token)) for k in tree.kids(here))
    return any(k.tag in {"VBD", "VBZ", "VBP"} and k.lower in speech_verbs() and is_aside(tree, k) for k in kids)


def is_aside(tree: Tree, verb: Token) -> bool:
    """Whether the clause of VERB stands after a comma and reports nothing of its own: ", Kirby announced"."""
    first = tree.subtree(verb)[0].i
    if first == 0 or tree.tokens[first - 1].lower not in {",", "”", '"', "''", "-", "—", "–"}:
        return False
    return not any(k.dep in {"dobj", "ccomp", "xcomp"} and k.i > verb.i for k in tree.kids(verb))


def is_undecided(tree: Tree, token: Token) -> bool:
    """Whether TOKEN says that nothing is decided: "no decision has been made", "has yet to decide whether"."""
    if token.lower in DECIDING:
        before = [t.lower for t in tree.tokens[max(0, token.i - 2) : token.i]]
        open_question = any(t.lower == "whether" for k in tree.kids(token) for t in (k, *tree.kids(k)))
        return before == ["yet", "to"] or (open_question and mood(tree, token).negative)
    noun = token if token.lower == "decision" else next((k for k in tree.kids(token) if k.lower == "decision"), None)
    if noun is None or noun.dep not in {"nsubjpass", "dobj", "attr"}:
        return False
    return mood(tree, noun).negative or mood(tree, tree.tokens[noun.head]).negative


def denied_relative(tree: Tree, clause: Token, above: Token) -> bool:
    """Whether CLAUSE says of something what it is not: "these are not soldiers who are being sent to fight"."""
    verb = tree.tokens[above.head]
    return clause.dep == "relcl" and above.dep == "attr" and mood(tree, verb).negative


def told_as_past(tree: Tree, token: Token) -> Status:
    """Completed for "following the withdrawal", "after arriving", but announced where the main clause is to come."""
    lead = tree.tokens[token.head]
    if token.dep not in {"pobj", "pcomp"} or lead.lower not in PAST:
        return "announced"
    verb = tree.verb_above(lead)
    coming = verb is not None and mood(tree, verb).tense in {"future", "maybe", "would", "infinitive"}
    return "announced" if coming else "completed"
