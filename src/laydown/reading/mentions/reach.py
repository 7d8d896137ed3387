"""Reach: the partitive nouns through which a force is met from above ("a total of 8,500 troops")."""

from laydown.lexicon.forces import force_words, partitives
from laydown.reading.mentions.mention import NOUNS
from laydown.reading.text.grammar import Token, Tree


def reach_of(tree: Tree, head: Token) -> tuple[int, ...]:
    """HEAD and the partitive nouns above it: "thousands of soldiers" is met at "thousands" too."""
    found = [head.i]
    here = head
    while here.dep in {"pobj", "nummod", "quantmod", "dobj", "attr", "conj", "appos"}:
        above = tree.tokens[here.head]
        if here.dep in {"nummod", "quantmod"}:
            break
        if here.dep in {"conj", "appos"}:
            if above.i in found or above.tag not in NOUNS | {"CD"}:
                break
            here = above
            if _lists(tree, here):
                continue
            break
        if above.lower in partitives("v") and above.dep in {"acl", "prep", "relcl"}:
            noun = tree.tokens[above.head]
        elif above.tag == "IN" and above.lower in {"of", "in", "with"} and above.head != above.i:
            noun = tree.tokens[above.head]
            if noun.lower in partitives("v") and noun.dep in {"acl", "relcl", "advcl"}:
                noun = _listed_by(tree, noun)
            elif above.lower != "of":
                break
        else:
            break
        if noun.tag not in {*NOUNS, "CD", "DT", "JJ"} or not _is_partitive(tree, noun):
            break
        found.append(noun.i)
        here = noun
    return tuple(found)


def _listed_by(tree: Tree, verb: Token) -> Token:
    """The noun whose parts VERB lists: "five brigades, consisting of thousands of soldiers"."""
    if verb.dep != "advcl":
        return tree.tokens[verb.head]
    left = [t for t in tree.tokens[max(0, verb.i - 3) : verb.i] if t.tag in NOUNS]
    return left[-1] if left else verb


def _lists(tree: Tree, token: Token) -> bool:
    return token.dep == "pobj"


def _is_partitive(tree: Tree, noun: Token) -> bool:
    if noun.tag == "CD" or noun.lower in partitives("n"):
        return True
    return any(word.sort in {"body", "mass"} for word in force_words().get(noun.lower, ()))
