"""Events: the words of a sentence that move a force, verbs and nouns alike, and those that only look so."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from laydown.lexicon.forces import partitives
from laydown.lexicon.verbs import MovementVerb, believing, movement_nouns, movement_verbs
from laydown.reading.mentions.mention import NOUNS
from laydown.reading.mentions.numbers import number_words
from laydown.reading.syntax.arguments import HELD, agent, subject
from laydown.reading.syntax.conditions import is_backshifted
from laydown.reading.syntax.moods import mood
from laydown.reading.text.grammar import Token, Tree

CLAUSES: Final = frozenset({"advcl", "ccomp", "relcl", "ROOT", "acl", "xcomp"})
REMAIN: Final = frozenset({"remain", "remains", "remained", "stay", "stays", "keep", "keeps", "kept"})
OTHERS: Final = frozenset({"civilian", "civilians'", "refugee", "passenger", "tourist"})
"""Whose leaving is no movement of forces: "the civilian departure"."""
COURSES: Final = frozenset({"process", "operation", "operations", "exercise", "effort"})
"""The nouns for the course of an event, which stand behind its own noun."""
POSTED: Final = frozenset({"stationed", "based", "posted", "garrisoned", "headquartered"})
"""The participles that say even in the perfect where a force stands: "have been stationed in Gao since May"."""
BERTHED: Final = frozenset({"moored", "docked", "anchored", "berthed"})
"""The participles that say of a ship, whatever their tense, that it lies somewhere: "was anchored off Tyre"."""
AHEAD: Final = frozenset({"future", "would", "maybe", "must", "infinitive"})
"""The tenses in which a force that is "based" somewhere has still to go there (annotation rule 9)."""
ON: Final = frozenset({"in", "at", "on", "along", "across", "around", "throughout", "off"})
"""The prepositions by which even "are deployed" with a number says where a force is: "are deployed on the border"."""
CALLING: Final = frozenset({"call", "calls", "called", "calling"})
NOW: Final = frozenset({"currently", "already", "now", "still"})


@dataclass(frozen=True, slots=True)
class Event:
    """One word of movement in a sentence: its token, its verb, and whether it is the event noun ("deployment")."""

    token: Token
    verb: MovementVerb
    nominal: bool


def find_events(tree: Tree) -> Iterator[Event]:
    """The words of movement of a sentence, in order."""
    verbs, nouns_of = movement_verbs(), movement_nouns()
    for token in tree:
        if token.lower not in verbs and token.lower not in nouns_of:
            continue
        if _is_future(tree, token) or stands(tree, token):
            continue
        course = _course(tree, token)
        if course is not None:
            noun = next((n for n in nouns_of.get(token.lower, ()) if not n.led and not n.light_noun), None)
            if noun is not None:
                yield Event(course, noun, nominal=True)
            continue
        if _verbal(token) and not _is_gerund(tree, token):
            fitting = (v for v in verbs.get(token.lower, ()) if _fits(tree, token, v))
            verb = next((v for v in fitting if _with_particle(tree, token, v)), None)
            if verb is not None and _goes_there(tree, token, verb):
                yield Event(token, verb, nominal=False)
        elif (token.tag in NOUNS or _is_gerund(tree, token)) and token.dep not in {"compound", "amod"}:
            before = {t.lower for t in tree.tokens[max(0, token.i - 2) : token.i]}
            nouns = movement_nouns().get(token.lower, ())
            noun = next((n for n in nouns if not n.led or before & n.particles), None)
            if noun is not None and not any(kid.lower in OTHERS for kid in tree.kids(token)) and not _goes(tree, token):
                yield Event(token, noun, nominal=True)


def stands(tree: Tree, token: Token) -> bool:
    """Whether a participle says that a force is somewhere, and not that it goes there (annotation rule 14).

    "Remain deployed to Turkey", "forces deployed in Mali" and, without a number or a date, "are deployed to Kenya".
    """
    if token.tag not in {"VBN", "VBD"} or token.lower not in HELD:
        return False
    above = tree.tokens[token.head]
    if above.lower in REMAIN and token.dep != "conj":
        return True
    own = mood(tree, token)
    if token.lower == "based" and own.tense not in AHEAD:
        return True
    if token.lower in BERTHED:
        return token.dep == "acl" or (own.passive and own.tense not in AHEAD)
    if is_believed(tree, token) or (token.lower in POSTED and own.passive and own.tense == "perfect"):
        return True
    if any(k.lower in NOW and k.dep == "advmod" for k in tree.kids(token)):
        return own.tense in {"present", "participle"}
    if token.dep == "acl":
        going = _foreseen(tree, token) or any(k.lower == "being" or k.dep == "npadvmod" for k in tree.kids(token))
        return not going
    if token.dep == "conj" and above.tag == "VBN" and not own.passive:
        own = mood(tree, above)
    if token.lower != "deployed" and is_backshifted(tree, token):
        return own.passive  # "said 300 soldiers were stationed in Gao": they are
    settled = token.lower != "deployed" or _is_told_on(tree, token) or not _numbered(tree, token)
    return own.passive and own.tense == "present" and settled


def _is_told_on(tree: Tree, token: Token) -> bool:
    """Whether somebody says where they are deployed, which is no chronicle's present: "said 900 are deployed on"."""
    return token.dep == "ccomp" and any(k.lower in ON for k in tree.kids(token) if k.dep == "prep")


def is_believed(tree: Tree, token: Token) -> bool:
    """Whether an infinitive says what somebody takes to be so: "3,000 soldiers are believed to be in Gao"."""
    above = tree.tokens[token.head]
    held = token.dep == "xcomp" and above.lower in believing() and mood(tree, above).passive
    return held and mood(tree, token).tense == "infinitive"


def _goes(tree: Tree, token: Token) -> bool:
    """Whether an event noun is the body that goes: "the first deployment of troops arrived in Gao"."""
    if token.dep != "nsubj" or token.lower not in partitives("n"):
        return False
    return any(v.mover == "subject" and not v.light for v in movement_verbs().get(tree.tokens[token.head].lower, ()))


def _is_future(tree: Tree, token: Token) -> bool:
    """Whether "going" is the future of another verb: "are not going to fight"."""
    return token.lower == "going" and any(k.dep == "xcomp" and k.tag == "VB" for k in tree.kids(token))


def _goes_there(tree: Tree, token: Token, verb: MovementVerb) -> bool:
    """Whether a verb of movement moves here: "will be based in" does, and "were based in" only stands."""
    if verb.lemma == "host":
        return mood(tree, token).tense in AHEAD  # "is to host 1,000 soldiers"; who hosts them now has them
    if verb.lemma == "base":
        return mood(tree, token).passive and mood(tree, token).tense in AHEAD
    if verb.lemma == "station" and token.tag in {"VBZ", "VBP"}:
        return mood(tree, token).tense != "present"  # "Chad stations 900 soldiers in Gao" has them there
    if verb.lemma == "expect":
        return mood(tree, token).passive and not any(k.dep in {"xcomp", "ccomp"} for k in tree.kids(token))
    if verb.lemma == "follow":
        return not any(k.dep in {"dobj", "ccomp", "agent"} for k in tree.kids(token))
    if verb.lemma == "take in":
        return any(k.i == token.i + 1 and k.lower == "in" for k in tree.kids(token))  # not "took hundreds in a theatre"
    if verb.lemma == "relieve" and token.dep == "conj":
        return False  # "sailed on Monday and will relieve HMS Kent": it goes once
    if verb.lemma in {"increase", "reduce"} and _by_a_move(tree, token):
        return False
    if verb.lemma == "join" and _on_the_way(tree, token):
        return False
    return not _becomes(tree, token) and not _leaves_behind(tree, token)


def _by_a_move(tree: Tree, token: Token) -> bool:
    """Whether a number grows by a movement told of already: "their arrival increases the number of police to 800"."""
    who = subject(tree, token, 0)
    return who is not None and who.lower in movement_nouns()


def _on_the_way(tree: Tree, token: Token) -> bool:
    """Whether an infinitive only says what a force goes or is sent for: "flew to Gao to join the mission"."""
    above = tree.tokens[token.head]
    moves = any(not verb.particles for verb in movement_verbs().get(above.lower, ()))
    return moves and token.dep in {"advcl", "xcomp"} and mood(tree, token).tense == "infinitive"


def _becomes(tree: Tree, token: Token) -> bool:
    """Whether going is becoming: "went missing", "go unpaid"."""
    if token.lower not in {"go", "goes", "going", "went", "gone"}:
        return False
    return any(k.lower == "missing" or (k.dep == "acomp" and k.tag == "JJ") for k in tree.kids(token))


def _leaves_behind(tree: Tree, token: Token) -> bool:
    """Whether what is left is people and no place: "leaving 12 people missing", "300 soldiers were left at Gao"."""
    if token.lower not in {"leave", "leaves", "leaving", "left"}:
        return False
    if token.lower == "left" and mood(tree, token).passive and agent(tree, token) is None:
        return True
    if token.tag == "VBN" and token.dep == "acl" and {k.lower for k in tree.kids(token)} & {"in", "at", "on", "behind"}:
        return True  # "the 300 soldiers left in Gao"
    left = [k for k in tree.kids(token) if k.dep in {"dobj", "nsubj", "ccomp"} and k.i > token.i]
    return any(t.tag == "CD" or t.lower in {"people", "dead"} for k in left for t in (k, *tree.kids(k)))


def _verbal(token: Token) -> bool:
    """Whether a token is a verb, or a word in a verb's place that the tagger took for something else."""
    if token.tag.startswith("VB"):
        return True
    if token.lower == "due":
        return token.dep == "acomp"
    return token.dep in CLAUSES and token.tag in {"JJ", "NN"} and token.lower not in movement_nouns()


def _course(tree: Tree, token: Token) -> Token | None:
    """The noun of the course of an event that is named before it: "their withdrawal process" is their withdrawal."""
    noun = tree.tokens[token.head]
    return noun if token.dep == "compound" and token.i + 1 == noun.i and noun.lower in COURSES else None


def _is_gerund(tree: Tree, token: Token) -> bool:
    """Whether a form in -ing is the noun of the event: "stationing of 300 soldiers in Latvia"."""
    return token.tag == "VBG" and token.lower in movement_nouns() and any(k.lower == "of" for k in tree.kids(token))


def _with_particle(tree: Tree, token: Token, verb: MovementVerb) -> bool:
    """Whether a verb has the particle that it needs: "pull out"."""
    if not verb.particles:
        return True
    near = [k for k in tree.kids(token) if k.dep in {"prt", "advmod", "prep", "dobj", "npadvmod"}]
    if verb.lemma == "order":  # "orders troops to the border"
        near += [k for what in near if what.dep == "dobj" for k in tree.kids(what) if k.i == what.i + 1]
    return any(k.lower in verb.particles and not _only_where(tree, token, k) for k in near)


def _fits(tree: Tree, token: Token, verb: MovementVerb) -> bool:
    """Whether a verb that moves its subject alone has no object: "drove to Gao", and not "drove rebels to Gao"."""
    if verb.lemma == "due":
        return _due_somewhere(tree, token)
    return not verb.alone or not (mood(tree, token).passive or any(k.dep == "dobj" for k in tree.kids(token)))


def _due_somewhere(tree: Tree, token: Token) -> bool:
    """Whether who is due is due at a place by its name: "due in Gao on Friday", and not "due in court in Gao"."""
    leads = (k for k in tree.kids(token) if k.lower in {"in", "at"})
    return any(k.dep == "pobj" and k.tag.startswith("NNP") for lead in leads for k in tree.kids(lead))


def _only_where(tree: Tree, verb: Token, lead: Token) -> bool:
    """Whether "in" only says where those are who are called something: "called soldiers in Mali heroes"."""
    called = lead.lower == "in" and verb.lower in CALLING and any(k.dep == "pobj" for k in tree.kids(lead))
    return called and any(k.dep == "dobj" and k.i < lead.i for k in tree.kids(verb))


def _foreseen(tree: Tree, token: Token) -> bool:
    """Whether they are to stand there later: "a deployment that will see 10,000 soldiers stationed in Somalia"."""
    verb = tree.verb_above(token)
    return verb is not None and verb.lower in {"see", "have"} and mood(tree, verb).tense in {"future", "would", "maybe"}


def _numbered(tree: Tree, token: Token) -> bool:
    who = subject(tree, token, 0)
    return who is not None and any(t.tag == "CD" or t.lower in number_words() for t in tree.subtree(who))
