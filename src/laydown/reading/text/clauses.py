"""Clauses: the verb of a sentence that the parser hangs by the noun before it, "the soldiers who had held it left"."""

from typing import Final

from laydown.lexicon.verbs import movement_verbs
from laydown.reading.text.grammar import Token, Tree

NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS"})
NAMED: Final = frozenset({"NNP", "NNPS"})
WHO: Final = frozenset({"WP", "WDT"})
OWN: Final = frozenset({"nsubj", "nsubjpass", "csubj", "mark", "cc", "expl"})
"""What a verb has that is no mere rest of the clause before it."""


def with_main_verb(tree: Tree) -> list[Token]:
    """The tokens of TREE, with the finite verb below a noun at the root above it, and what is "left" for its object."""
    tokens = list(tree.tokens)
    for token in tree.tokens:
        above = tree.tokens[token.head]
        if token.dep == "oprd" and above.lower == "left" and token.tag in NAMED and above.i < token.i:
            tokens[token.i] = token._replace(dep="dobj")  # the parser takes Gao in "left Gao" for what they are
    root = next((t for t in tree.tokens if t.head == t.i), None)
    main = _below(tree, root) if root is not None and root.tag in NOUNS else None
    if root is None or main is None:
        return tokens
    tokens[root.i] = tokens[root.i]._replace(dep="nsubj", head=main.i)
    tokens[main.i] = tokens[main.i]._replace(dep="ROOT", head=main.i)
    for kid in tree.tokens:
        if kid.i > main.i and kid.head < main.i:
            tokens[kid.i] = tokens[kid.i]._replace(head=main.i)
    return tokens


def _below(tree: Tree, root: Token) -> Token | None:
    """The finite verb that the parser hangs by the noun at the ROOT or by one in its clause, as if a participle."""
    own = [k for k in tree.kids(root) if k.i > root.i and k.dep in {"acl", "relcl"}]
    who = [k for k in own if any(t.tag in WHO for t in tree.kids(k))]
    inner = [t for k in who for t in tree.subtree(k) if t.dep == "acl" and t.i > k.i]
    found = [t for t in (*own, *inner) if _goes(t) and not any(k.dep in OWN or k.tag in WHO for k in tree.kids(t))]
    return found[-1] if found else None


def _goes(token: Token) -> bool:
    """Whether a verb is no participle: by its tag, or for nobody is "left" or "arrived" by another."""
    going = any(verb.mover == "subject" and not verb.light for verb in movement_verbs().get(token.lower, ()))
    return token.tag == "VBD" or (token.tag == "VBN" and token.dep == "acl" and going)
