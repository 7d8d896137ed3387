"""Reach: the partitive nouns through which a force is met from above ("a total of 8,500 troops")."""

from typing import Final

from laydown.lexicon.forces import force_words, partitives
from laydown.reading.mentions.mention import NOUNS
from laydown.reading.text.grammar import Token, Tree

COUNTING: Final = NOUNS | {"CD", "DT", "JJ", "JJS", "RB"}
"""The tags of what can count or hold a force: "most of its soldiers"."""


def reach_of(tree: Tree, head: Token) -> tuple[int, ...]:
    """HEAD and the partitive nouns above it: "thousands of soldiers" is met at "thousands" too."""
    found = [head.i]
    here: Token | None = head
    while here is not None:
        first = _first_of_list(tree, here, found)
        here = _container(tree, first) if first is not None else None
        if here is None or here.i in found or here.tag not in COUNTING or not _is_partitive(here):
            break
        found.append(here.i)
    return tuple(found)


def _first_of_list(tree: Tree, token: Token, found: list[int]) -> Token | None:
    """The noun behind a preposition that opens the list in which TOKEN stands; TOKEN where it stands in none."""
    if token.dep not in {"conj", "appos"}:
        return token
    first = tree.tokens[token.head]
    return first if first.dep == "pobj" and first.i not in found and first.tag in NOUNS | {"CD"} else None


def _container(tree: Tree, token: Token) -> Token | None:
    """The noun that holds or counts TOKEN, by "of" or by a verb that lists: "five brigades, consisting of soldiers"."""
    if token.dep not in {"pobj", "dobj", "attr"}:
        return None
    above = tree.tokens[token.head]
    if above.lower in partitives("v") and above.dep in {"acl", "prep", "relcl"}:
        return _nearest(tree, above) if above.lower == "including" else tree.tokens[above.head]
    if above.tag != "IN" or above.lower not in {"of", "in", "with"} or above.head == above.i:
        return None
    noun = tree.tokens[above.head]
    noun = tree.tokens[noun.head] if noun.dep == "prt" else noun  # "made up of 30 soldiers"
    if noun.lower in partitives("v") and noun.dep in {"acl", "relcl", "advcl"}:
        return tree.tokens[noun.head] if noun.dep != "advcl" else _nearest(tree, noun)
    return noun if above.lower == "of" else None


def _nearest(tree: Tree, lists: Token) -> Token:
    """The noun right before a word that lists its parts: the parser may hang it by an earlier one."""
    left = [t for t in tree.tokens[max(0, lists.i - 3) : lists.i] if t.tag in NOUNS]
    return left[-1] if left else lists


def _is_partitive(noun: Token) -> bool:
    """Whether a force can hide behind NOUN: a number, a "total", a body of troops."""
    if noun.tag == "CD" or noun.lower in partitives("n") or noun.lower in partitives("ordinal"):
        return True
    return any(word.sort in {"body", "mass"} and word.company != "bars" for word in force_words().get(noun.lower, ()))
