"""Mending: where the parser hangs a clause wrongly, "troops stationed in Gao will leave", "rejected calls to leave"."""

from typing import Final

from laydown.lexicon.verbs import presence_verbs, speech_verbs, stances
from laydown.reading.text.grammar import Token, Tree

FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
LOOSE: Final = frozenset({"advcl", "ccomp", "dep", "parataxis"})
CLAUSES: Final = frozenset({"ROOT", "csubj", "ccomp", "advcl", "conj", "parataxis"})
SAYING: Final = frozenset({"VBD", "VBZ", "VBP"})
TOLD: Final = frozenset({"ROOT", "advcl", "ccomp", "parataxis", "dep", "conj"})
"""How the parser hangs a verb of saying that ends a sentence."""
OWN: Final = frozenset({"nsubj", "nsubjpass", "csubj", "mark", "cc", "expl"})
"""What a verb has that is no mere rest of the clause before it."""


def mend(tree: Tree) -> Tree:
    """TREE with each participle of standing below its noun where another finite verb has no subject but that noun.

    An infinitive right behind a noun that asks, plans or refuses hangs by that noun: "rejected calls to withdraw". Who
    says so at the end is the subject of the saying, and no apposition: "300 soldiers to Gao, a diplomat in Rome said".
    """
    tree = _with_sayer(_with_asked(tree))
    for token in tree.tokens:
        if token.dep not in CLAUSES or token.tag not in {"VBN", "VBD"}:
            continue
        verb = presence_verbs().get(token.lower)
        held = _held(tree, token) if verb is not None and verb.participle else None
        main = _main(tree, token) if held is not None else None
        if held is not None and main is not None:
            return _hung(tree, token, held, main)
    return tree


def _with_asked(tree: Tree) -> Tree:
    tokens = list(tree.tokens)
    for token in tree.tokens:
        if token.dep == "dobj" and token.tag == "IN" and token.i < token.head:
            tokens[token.i] = token._replace(dep="mark")  # "told us that 300 soldiers flew": "that" is not flown
        if token.dep != "advcl" or token.tag != "VB" or token.i < 2:
            continue
        noun, to = tree.tokens[token.i - 2], tree.tokens[token.i - 1]
        asks = noun.dep in {"dobj", "nsubjpass"} and noun.head == token.head and (noun.lower, "n") in stances()
        if asks and to.lower == "to" and to.head == token.i:
            tokens[token.i] = token._replace(dep="acl", head=noun.i)
    return tree if tokens == tree.tokens else _rebuilt(tree, tokens)


def _with_sayer(tree: Tree) -> Tree:
    for verb in tree.tokens:
        if verb.lower not in speech_verbs() or verb.tag not in SAYING or verb.dep not in TOLD:
            continue
        named = _sayers(tree, verb)
        if not named:
            continue
        sayer, *more = named
        root = next(t for t in tree.tokens if t.head == t.i)
        tokens = list(tree.tokens)
        tokens[sayer.i] = sayer._replace(dep="nsubj", head=verb.i)
        for other in more:
            tokens[other.i] = other._replace(head=sayer.i)
        if root.i != verb.i and verb.head == root.i:
            tokens[root.i] = root._replace(dep="ccomp", head=verb.i)
            tokens[verb.i] = verb._replace(dep="ROOT", head=verb.i)
        return _rebuilt(tree, tokens)
    return tree


def _sayers(tree: Tree, verb: Token) -> list[Token]:
    """The nouns behind a comma that end right before a finite verb of saying, hung by a noun of the clause before."""
    kids = tree.kids(verb)
    if any(k.dep in {"aux", "auxpass", "mark", "cc"} or (k.dep == "nsubj" and k.i > verb.i) for k in kids):
        return []
    last = next((t for t in reversed(tree.tokens[: verb.i]) if t.text != ","), verb)
    for above in (last, *tree.climb(last)):
        if tree.subtree(above)[-1].i > last.i:
            return []
        noun = tree.tokens[above.head]
        if above.dep == "appos" and noun.dep != "appos":
            told = [k for k in tree.kids(noun) if k.dep == "appos" and k.i <= above.i]
            first = tree.subtree(told[0])[0].i
            own = noun.dep in OWN and noun.head == verb.i  # "Ana Ruiz, the minister said"
            joined = verb.dep == "conj" and any(t.dep == "cc" for t in tree.tokens[above.i : verb.i])
            return told if tree.tokens[first - 1].text == "," and not (own or joined) else []
    return []


def _held(tree: Tree, token: Token) -> Token | None:
    """The noun before a participle that has no auxiliary, only that noun for a subject."""
    kids = list(tree.kids(token))
    if any(k.dep in {"aux", "auxpass", "dobj"} for k in kids):
        return None
    return next((k for k in kids if k.dep in {"nsubj", "nsubjpass"} and k.i < token.i), None)


def _main(tree: Tree, token: Token) -> Token | None:
    """The finite verb without a subject of its own above or below TOKEN."""
    if token.dep == "csubj":
        return tree.tokens[token.head]
    later = (k for k in tree.kids(token) if k.i > token.i and k.dep in LOOSE)
    return next((k for k in later if _finite(tree, k)), None)


def _finite(tree: Tree, verb: Token) -> bool:
    kids = list(tree.kids(verb))
    helped = any(k.dep in {"aux", "auxpass"} and k.tag in FINITE for k in kids)
    return (verb.tag in FINITE or helped) and not any(k.dep in OWN for k in kids)


def _hung(tree: Tree, token: Token, held: Token, main: Token) -> Tree:
    """TREE with TOKEN below HELD, HELD the subject of MAIN, and what stood around them below MAIN."""
    tokens = list(tree.tokens)
    for kid in tree.kids(token):
        if kid.i < held.i or kid.i > main.i:
            tokens[kid.i] = kid._replace(head=main.i)
    if token.dep != "csubj":
        above = main.i if token.dep == "ROOT" else token.head
        tokens[main.i] = main._replace(dep=token.dep, head=above)
    tokens[held.i] = held._replace(dep="nsubj", head=main.i)
    tokens[token.i] = token._replace(dep="acl", tag="VBN", head=held.i)
    return _rebuilt(tree, tokens)


def _rebuilt(tree: Tree, tokens: list[Token]) -> Tree:
    children: list[list[int]] = [[] for _ in tokens]
    for word in tokens:
        if word.head != word.i:
            children[word.head].append(word.i)
    return Tree(tree.text, tokens, children)
