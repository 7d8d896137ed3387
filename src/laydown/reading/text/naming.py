"""Names: where the parser loses a unit's own story, in a commander, a nickname or an embarked force behind its name."""

from typing import Final

from laydown.reading.text.grammar import Token, Tree

NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS"})
FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
LOOSE: Final = frozenset({"advcl", "ccomp", "dep", "parataxis"})
RANKS: Final = frozenset({"cmdr.", "capt.", "col.", "maj.", "gen.", "adm."})
QUOTES: Final = frozenset({'"', "“", "”", "''", "``"})


def with_commander(tree: Tree) -> list[Token]:
    """The tokens with the force as who went, not its commander: "HMS Rye, led by Cmdr. Ann Lee, left"."""
    for rank in tree.tokens[1:-2]:
        if rank.dep != "pobj" or rank.lower not in RANKS:
            continue
        name = next((t for t in tree.tokens[rank.i + 1 : rank.i + 5] if t.dep == "nsubj"), None)
        force = next((t for t in tree.climb(rank) if t.head == t.i), None)
        verb = tree.tokens[name.head] if name is not None else None
        if name is None or force is None or verb is None or force.tag not in NOUNS or verb.head != verb.i:
            continue
        tokens = list(tree.tokens)
        tokens[rank.i] = rank._replace(dep="compound", head=name.i)
        tokens[name.i] = name._replace(dep="pobj", head=rank.head)
        tokens[force.i] = force._replace(dep="nsubj", head=verb.i)
        return tokens
    return tree.tokens


def with_embarked(tree: Tree) -> list[Token]:
    """The tokens with one verb for a list whose last force is "embarked": "HMS Kent and embarked Marines left"."""
    for word in tree.tokens[2:]:
        if word.lower != "embarked" or tree.tokens[word.i - 1].lower not in {"and", "with"} or word.tag == "JJ":
            continue
        kids = list(tree.kids(word))
        who = next((k for k in kids if k.dep == "nsubj" and k.i < word.i), None)
        verb = next((k for k in kids if k.i > word.i and k.dep in LOOSE and k.tag in FINITE), None)
        own = [k for v in (word, verb) if v is not None for k in tree.kids(v) if k.dep in {"dobj", "nsubj"}]
        what = next((k for k in own if verb is not None and word.i < k.i < verb.i), None)
        if who is None or what is None or verb is None:
            continue
        tokens = list(tree.tokens)
        for kid in kids:
            tokens[kid.i] = kid._replace(head=verb.i)
        above = verb.i if word.head == word.i else word.head
        tokens[verb.i] = verb._replace(dep=word.dep, head=above)
        tokens[who.i] = who._replace(dep="nsubj", head=verb.i)
        tokens[what.i] = what._replace(dep="conj", head=who.i)
        tokens[word.i] = word._replace(dep="amod", tag="JJ", head=what.i)
        return tokens
    return tree.tokens


def with_nickname(tree: Tree) -> list[Token]:
    """The tokens with a nickname in quotes below the name that it stands behind: 'Squadron 3 "Moondogs" arrived'."""
    for name in tree.tokens[3:-1]:
        opened, closed = tree.tokens[name.i - 1], tree.tokens[name.i + 1]
        if name.tag not in NOUNS or opened.text not in QUOTES or closed.text not in QUOTES:
            continue
        near = [*tree.kids(name), *(k for k in tree.kids(tree.tokens[name.head]) if name.dep == k.dep == "nsubj")]
        before = [k for k in near if k.i < opened.i and k.tag in {"NNP", "NNPS"}]
        held = next((k for k in reversed(before) if k.dep in {"nmod", "compound", "nsubj"}), None)
        if held is None:
            continue
        tokens = list(tree.tokens)
        for kid in tree.kids(name):
            if kid.i not in {held.i, opened.i, closed.i}:
                tokens[kid.i] = kid._replace(head=held.i)
        above = held.i if name.head == name.i else name.head
        tokens[held.i] = held._replace(dep=name.dep, head=above)
        tokens[name.i] = name._replace(dep="appos", head=held.i)
        return tokens
    return tree.tokens
