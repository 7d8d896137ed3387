"""Agency: whether a place name means the place, or the state, the people or the team that acts under its name.

"Seoul agreed to send troops" is those who govern there; "troops landed in Seoul" is the city. Grammar comes first: by
what the name hangs in the sentence, and by which relation. The word it hangs by then decides, as the lists of
`lexicon/data/agency_words.tsv` sort it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from laydown.lexicon.tables import of_sort
from laydown.reading.text.grammar import Token, Tree, parse
from laydown.reading.text.passages import passages


@dataclass(frozen=True, slots=True)
class Agency:
    """Whether those who act under a name are meant (`acts`) or the place itself, and why in plain English."""

    acts: bool
    reason: str


def acting(text: str, start: int, end: int) -> str | None:
    """By what grammar the name at [START, END) acts in its sentence ("subject of 'agreed'"); None where it does not."""
    around = next((s for part in passages(text) for s in part.sentences if s.start <= start and end <= s.end), None)
    if around is None:
        return None
    tree = parse([text[around.start : around.end]])[0]
    found = agency(tree, start - around.start, end - around.start)
    return found.reason if found is not None and found.acts else None


@cache
def _words(sort: str) -> frozenset[str]:
    """The words of one SORT of the table, none for a sort that it lacks."""
    return of_sort("agency_words", sort)


def _is(token: Token, *sorts: str) -> bool:
    """Whether a word is of one of SORTS."""
    return any(token.lower in _words(sort) for sort in sorts)


def agency(tree: Tree, start: int, end: int) -> Agency | None:
    """What the name at [START, END) means in its sentence; None where the grammar does not say."""
    name = tree.head_of(start, end)
    if name is None:
        return None
    inside = tree.over(start, end)
    beside = tree.tokens[max(inside[0].i - 1, 0)], tree.tokens[min(inside[-1].i + 1, len(tree.tokens) - 1)]
    against = next((token for token in beside if _is(token, "versus")), None)
    if against is not None:
        return Agency(acts=True, reason=f"beside '{against.text}'")
    return _role(tree, name)


def _role(tree: Tree, token: Token) -> Agency | None:
    """What the role of TOKEN says; a member of a list has the role of the first, an apposition that of its noun."""
    head = tree.tokens[token.head]
    if token.dep == "appos" and _is(head, "kind of actor"):
        return Agency(acts=True, reason=f"names the {head.lower}")
    if token.dep in {"conj", "appos"}:
        return _role(tree, head) if head.tag.startswith("NN") else None
    rule = ROLES.get(token.dep)
    return rule(tree, token, head) if rule else None


def _subject(tree: Tree, _: Token, verb: Token) -> Agency:
    """A subject acts, unless the verb says where it is, what place it is or what places have."""
    told = _told(tree, verb)
    if told is not None:
        return Agency(acts=False, reason=f"subject of '{verb.text} … {told.text}'")
    if _is(verb, "located"):
        return Agency(acts=False, reason=f"subject of '{verb.text}', a verb of lying somewhere")
    if _is(verb, "befalls"):
        return Agency(acts=False, reason=f"subject of '{verb.text}', a verb of what befalls ground")
    known = ", a verb of deciding, saying or fighting" if _is(verb, "acts") else ""
    return Agency(acts=True, reason=f"subject of '{verb.text}'{known}")


def _told(tree: Tree, verb: Token) -> Token | None:
    """What shows that a verb tells of a place: "is a village", "is home to", "is in the Beqaa", "has a coast"."""
    for kid in tree.kids(verb):
        if _is(verb, "have") and kid.dep == "dobj" and _is(kid, "place has"):
            return kid
        if (
            _is(verb, "be")
            and kid.dep in {"attr", "acomp", "advmod"}
            and _is(_counted(tree, kid), "kind of place", "told")
        ):
            return kid
        if _is(verb, "be") and kid.dep == "prep" and _is(kid, "preposition: place"):
            ground = (k for k in tree.kids(kid) if k.dep == "pobj" and (k.tag == "NNP" or _is(k, "place has")))
            return next(ground, None)
    return None


def _counted(tree: Tree, token: Token) -> Token:
    """What TOKEN is one of: "one of the oldest towns"; TOKEN itself where it is no number."""
    of = next((kid for kid in tree.kids(token) if kid.lower == "of"), None)
    among = next((kid for kid in tree.kids(of) if kid.dep == "pobj"), None) if of and token.tag == "CD" else None
    return among or token


def _undergoer(_: Tree, token: Token, verb: Token) -> Agency:
    """An object, or the subject of a passive, is whom a verb befalls, unless it is done to ground or tells of it."""
    passive = token.dep == "nsubjpass"
    role = "subject of the passive" if passive else "object of"
    if _is(verb, "ground", "located") or (passive and _is(verb, "told")):
        return Agency(acts=False, reason=f"{role} '{verb.text}', which is done to ground")
    return Agency(acts=True, reason=f"{role} '{verb.text}'")


def _owner(tree: Tree, _: Token, noun: Token) -> Agency:
    """An owner acts, unless it owns a part, a feature or a person of the place, the largest of some, or a name."""
    largest = next((kid for kid in tree.kids(noun) if kid.tag in {"JJS", "RBS"}), None)
    if largest is not None:
        return Agency(acts=False, reason=f"owner of the '{largest.text} … {noun.text}'")
    acts = _is(noun, "actor is owner") or not (_is(noun, "place has") or noun.tag.startswith("NNP"))
    return Agency(acts=acts, reason=f"owner of '{noun.text}'")


def _modifier(_: Tree, token: Token, noun: Token) -> Agency:
    """A name before a noun says where that is or comes from, unless the noun is a deed, a bond or a team's."""
    if noun.dep == "ROOT" and _is(noun, "acts"):
        return Agency(acts=True, reason=f"before '{noun.text}', a verb of deciding, saying or fighting")
    if _is(noun, "deed upon"):
        return Agency(acts=token.text in _words("adjective"), reason=f"before '{noun.text}'")
    return Agency(acts=_is(noun, "actor has", "team"), reason=f"before '{noun.text}'")


def _prepositional(tree: Tree, _: Token, lead: Token) -> Agency | None:
    """After a preposition, which asks for a place or an actor, unless the words it belongs to turn it."""
    if _exemplifies(tree, lead):
        return _example(tree, lead)
    governors = _governors(tree, lead)
    if lead.lower == "of":
        acts = _is(governors[0], "actor has", "team", "of: actor")
        return Agency(acts=acts, reason=f"after '{governors[0].text} of'")
    asks = _is(lead, "preposition: actor")
    if not asks and not _is(lead, "preposition: place"):
        return None
    turned = f"{lead.lower}: {'place' if asks else 'actor'}"
    turning = next((word for word in governors if _is(word, turned)), None)
    if turning is not None:
        return Agency(acts=not asks, reason=f"after '{turning.text} … {lead.text}'")
    return Agency(acts=asks, reason=f"after '{lead.text}'")


def _exemplifies(tree: Tree, lead: Token) -> bool:
    """Whether a preposition gives examples: "including", "such as", "such states as"."""
    such = (*tree.kids(lead), *tree.kids(tree.tokens[lead.head]))
    return _is(lead, "preposition: example") or (lead.lower == "as" and any(k.lower == "such" for k in such))


def _example(tree: Tree, lead: Token) -> Agency | None:
    """An example has the role of what it is an example of; "Like Poland, Latvia sent troops" makes it a subject."""
    above = tree.tokens[lead.head]
    if _is(above, "kind of actor"):
        return Agency(acts=True, reason=f"one of the {above.lower}")
    if above.tag.startswith("NN"):
        return _role(tree, above)
    return _subject(tree, lead, above) if lead.i < above.i else None


def _governors(tree: Tree, lead: Token) -> list[Token]:
    """The words that a preposition may belong to: the one it hangs by, that one's objects, and the word before it."""
    head = next((above for above in tree.climb(lead) if not _passed(above)), lead)
    objects = [kid for kid in tree.kids(head) if kid.dep in OBJECTS] if head.tag.startswith("VB") else []
    return [head, *objects, tree.tokens[max(lead.i - 1, 0)]]


def _passed(word: Token) -> bool:
    """Whether a preposition belongs to what is above WORD: "out of", "left Rostock for", not "according to"."""
    return (word.dep == "prep" and word.tag == "IN") or (word.dep == "dobj" and word.tag == "NNP")


OBJECTS: Final = frozenset({"dobj", "nsubjpass", "attr", "acomp"})
"""The relations of words by which a preposition may belong, though the parser hangs it by the verb."""

Rule = Callable[[Tree, Token, Token], Agency | None]

ROLES: Final[Mapping[str, Rule]] = {
    "nsubj": _subject,
    "nsubjpass": _undergoer,
    "dobj": _undergoer,
    "dative": _undergoer,
    "poss": _owner,
    "compound": _modifier,
    "nmod": _modifier,
    "amod": _modifier,
    "pobj": _prepositional,
}
"""The rule for each relation of the parser's, which is given the name's token and the word it hangs by."""
