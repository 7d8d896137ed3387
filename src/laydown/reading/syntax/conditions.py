"""Conditions: what leaves a movement undecided or only reported, told from the clauses around it."""

import re
from collections.abc import Collection
from functools import cache
from typing import Final

from laydown.lexicon.tables import cell, table
from laydown.lexicon.verbs import movement_verbs, speech_verbs
from laydown.model import Status
from laydown.reading.syntax.arguments import is_infinitive
from laydown.reading.syntax.moods import base_status, mood
from laydown.reading.text.grammar import Token, Tree

DECIDING: Final = frozenset({"decide", "decided"})
GONE: Final = frozenset(
    {"before", "until", "during", "then", "once", "previously", "formerly", "earlier", "originally", "initially", "ago",
     "last", "when", "after"}
)  # fmt: skip
"""Words that say of a past tense that it is over."""
YEAR: Final = re.compile(r"(?:19|20)\d\d")


def is_conditional(tree: Tree, token: Token) -> bool:
    """Whether TOKEN heads or governs an "if" clause, or heads a "whether" one: then nothing is decided yet."""
    clauses = [token, *(k for k in tree.kids(token) if k.dep == "advcl")]
    if any(k.dep == "mark" and k.lower in {"if", "unless"} for clause in clauses for k in tree.kids(clause)):
        return True
    asked = any(k.dep == "mark" and k.lower == "whether" for k in tree.kids(token))
    return asked and not is_infinitive(tree, token)  # "considers whether to send" is its governor's to say


def is_hypothesis(tree: Tree, token: Token) -> bool:
    """Whether the clause of TOKEN itself is only supposed: "if Chad withdraws its troops", "unless they leave"."""
    marks = [k.lower for k in tree.kids(token) if k.dep in {"mark", "advmod"}]
    return any(mark in {"if", "unless", "lest"} for mark in marks)


def is_awaited(tree: Tree, token: Token) -> str | None:
    """How a clause of time is told whose main clause is still to come, or does not come before it; None for the rest.

    "They will fight until Chad withdraws": awaited. "When the soldiers arrive, they will patrol": expected.
    """
    if token.dep not in {"advcl", "relcl"} or mood(tree, token).tense in {"infinitive", "gerund", "participle"}:
        return None
    sort = _clause_sort(tree, token, {"awaited", "expected"})
    verb = tree.verb_above(tree.tokens[token.head]) if not tree.tokens[token.head].tag.startswith("VB") else None
    main = mood(tree, verb or tree.tokens[token.head])
    coming = main.tense in {"future", "would", "maybe", "must", "infinitive"}
    if sort is None or not (coming or (main.negative and sort == "awaited")):
        return None
    return "awaited" if main.tense in {"would", "maybe"} else sort


def _clause_sort(tree: Tree, token: Token, among: Collection[str]) -> str | None:
    """What the words that open the clause of TOKEN say of it, AMONG some sorts: "until", "as soon as", "due to"."""
    first = tree.subtree(token)[0]
    lead = first if first.dep in {"mark", "advmod"} else tree.tokens[max(0, first.i - 1)]
    before = f" {tree.text[: lead.end].lower()}"
    return next((sort for words, sort in _clause_words() if sort in among and before.endswith(f" {words}")), None)


@cache
def _clause_words() -> tuple[tuple[str, str], ...]:
    """The words that open a clause of time or of cause, the longest first, with their sort."""
    found = [(words, row["sort"]) for row in table("clauses") for words in cell(row, "words")]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


def is_unproved(tree: Tree, token: Token) -> bool:
    """Whether nothing is said to speak for it: "there is no sign that the troops have left"."""
    noun = tree.tokens[token.head]
    told = token.dep in {"acl", "ccomp"} and any(k.dep == "mark" and k.lower == "that" for k in tree.kids(token))
    return told and noun.tag in {"NN", "NNS"} and any(k.lower == "no" for k in tree.kids(noun))


def is_due_later(tree: Tree, token: Token) -> bool:
    """Whether a denied movement is only not so yet: "will not arrive before July", "not until 2009"."""
    for kid in tree.kids(token):
        if kid.dep == "prep" and kid.lower in {"before", "until", "till"}:
            return any(k.dep == "pobj" and any(dated(t) for t in tree.subtree(k)) for k in tree.kids(kid))
    return False


def dated(token: Token) -> bool:
    """Whether a word names a month, a day of the week or a year."""
    return token.lower in calendar_words() or re.fullmatch(r"(?:19|20)\d\d", token.text) is not None


@cache
def calendar_words() -> frozenset[str]:
    """The names of months and weekdays, with their short forms."""
    rows = [row for row in table("calendar") if row["group"] in {"month", "weekday"}]
    return frozenset(word.lower() for row in rows for word in (row["word"], *cell(row, "short")))


def is_reported(tree: Tree, token: Token) -> bool:
    """Whether somebody is said to say it: a speech verb above, or trailing ("..., Kirby announced")."""
    if any(t.lower in speech_verbs() and t.tag.startswith("VB") for t in tree.climb(token)):
        return True
    kids = (k for here in (token, *tree.climb(token)) for k in tree.kids(here))
    return any(k.tag in {"VBD", "VBZ", "VBP"} and k.lower in speech_verbs() and is_aside(tree, k) for k in kids)


def is_backshifted(tree: Tree, verb: Token) -> bool:
    """Whether a past tense is the present of who said so: "the ministry said 300 soldiers were in Gao".

    Not inside a quotation, nor where the clause says that the time is over ("before the war", "in 2009").
    """
    above = tree.tokens[verb.head]
    said = verb.dep == "ccomp" and above.tag == "VBD" and above.lower in speech_verbs()
    if not said or mood(tree, verb).tense != "past":
        return False
    before = tree.text[: verb.start]
    if before.count("“") > before.count("”") or before.count('"') % 2:
        return False
    kids = [k for k in tree.kids(verb) if k.dep in {"prep", "advmod", "advcl", "npadvmod", "mark"}]
    return not any(t.lower in GONE or YEAR.fullmatch(t.text) for k in kids for t in (k, *tree.subtree(k)))


def is_aside(tree: Tree, verb: Token) -> bool:
    """Whether the clause of VERB stands after a comma and reports nothing of its own: ", Kirby announced"."""
    first = next(t.i for t in tree.subtree(verb) if t.dep != "punct")
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


def is_behind_cause(tree: Tree, token: Token) -> bool:
    """Whether an event is told as what came before or brought about something: "due to the withdrawal of"."""
    return token.dep in {"pobj", "pcomp"} and _clause_sort(tree, token, {"cause"}) is not None


def told_as_past(tree: Tree, token: Token) -> Status:
    """Completed for "due to the withdrawal", "after arriving", but announced where the main clause is to come."""
    if not is_behind_cause(tree, token):
        return "announced"
    verb = tree.verb_above(tree.tokens[token.head])
    coming = verb is not None and mood(tree, verb).tense in {"future", "maybe", "would", "infinitive"}
    return "announced" if coming else "completed"


def upon_leaving(tree: Tree, token: Token) -> Status | None:
    """The status of a deployment on which a force leaves, that of its leaving: "sailed on a deployment to Guam"."""
    lead = tree.tokens[token.head]
    above = tree.tokens[lead.head]
    verbs = movement_verbs().get(above.lower, ()) if lead.lower in {"on", "for"} else ()
    leaving = next((v for v in verbs if v.mover == "subject" and v.past == "underway"), None)
    return base_status(leaving, mood(tree, above)) if leaving is not None else None


def is_first(tree: Tree, token: Token) -> bool:
    """Whether an infinitive says what the first or the last of a kind did: "was the last country to send soldiers"."""
    noun = tree.tokens[token.head]
    if token.dep not in {"relcl", "acl", "advcl", "xcomp"} or not is_infinitive(tree, token):
        return False
    if noun.lower not in FIRST and not any(k.lower in FIRST and k.dep == "amod" for k in tree.kids(noun)):
        return False
    verb = tree.verb_above(noun) or noun
    return mood(tree, verb).tense in {"past", "perfect", "present"} and not mood(tree, verb).negative


FIRST: Final = frozenset({"first", "last", "latest", "only"})


def is_this_time(tree: Tree, token: Token) -> bool:
    """Whether a past is that of now: "This is the third time that HMS Kent operated in the Baltic Sea"."""
    time = tree.tokens[token.head]
    return time.lower == "time" and time.dep == "attr" and tree.tokens[time.head].lower in {"is", "marks"}
