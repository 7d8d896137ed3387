"""Mending: where the parser hangs a clause wrongly, "troops stationed in Gao will leave", "rejected calls to leave"."""

from typing import Final

from laydown.lexicon.verbs import movement_nouns, movement_verbs, presence_verbs, speech_verbs, stances
from laydown.reading.text.clauses import with_main_verb
from laydown.reading.text.grammar import Token, Tree
from laydown.reading.text.naming import with_commander, with_embarked, with_nickname

NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS"})
PLURALS: Final = frozenset({"personnel", "police", "troops", "people"})
"""Nouns of several without a plural's ending."""
OPENING: Final = frozenset({"DT", "CD", "JJ", "PRP$"})
"""The tags of what opens an object."""
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
    for step in (with_main_verb, with_commander, with_nickname, with_embarked):
        tokens = step(tree)
        tree = tree if tokens == tree.tokens else _rebuilt(tree, tokens)
    tree = _with_sayer(_with_asked(_with_range(_with_present(_with_both(_with_verb(_with_arrival(tree)))))))
    for token in tree.tokens:
        if token.dep not in CLAUSES or token.tag not in {"VBN", "VBD"}:
            continue
        verb = presence_verbs().get(token.lower)
        held = _held(tree, token) if verb is not None and verb.participle else None
        main = _main(tree, token) if held is not None else None
        if held is not None and main is not None:
            return _hung(tree, token, held, main)
    return tree


def _with_arrival(tree: Tree) -> Tree:
    """TREE with a verb for root where the parser takes it for a noun: "The first of 70 military personnel arrive"."""
    root = next((t for t in tree.tokens if t.head == t.i), None)
    clause = next((k for k in tree.kids(root) if k.dep == "relcl"), None) if root is not None else None
    if root is not None and clause is not None and clause.tag in FINITE and root.tag in {"JJ", "CD"}:
        return _with_main(tree, root, clause)
    if root is None or root.tag != "NN" or not root.i or root.lower not in movement_verbs():
        return tree
    name = tree.tokens[root.i - 1]
    several = name.lower in PLURALS or name.tag == "NNS"
    if root.lower in movement_nouns() or not several or name.head != root.i:
        return tree
    tokens = list(tree.tokens)
    open_of = next((t for t in tree.tokens[: name.i] if t.lower == "of" and not any(True for _ in tree.kids(t))), None)
    had = any(k.dep == "nsubj" for k in tree.kids(root))
    tokens[root.i] = root._replace(tag="VBP")
    tokens[name.i] = name._replace(dep="pobj", head=open_of.i) if open_of else name._replace(dep="nsubj")
    for kid in tree.kids(root):
        if kid.i < name.i and kid.dep not in {"nsubj", "advcl", "punct", "prep"} and not (open_of and had):
            tokens[kid.i] = kid._replace(head=name.i)
    return _rebuilt(tree, tokens)


def _with_main(tree: Tree, root: Token, clause: Token) -> Tree:
    """TREE with CLAUSE for its main clause, whose subject ROOT begins, where it has none of its own."""
    name = tree.tokens[clause.i - 1]
    lead = tree.tokens[root.i + 1]
    begun = lead.lower == "of" and name.head == clause.i and name.dep == "compound"
    if not begun or any(k.dep in {"nsubj", "nsubjpass"} for k in tree.kids(clause)):
        return tree
    tokens = list(tree.tokens)
    for kid in tree.kids(root):
        if kid.i > clause.i:
            tokens[kid.i] = kid._replace(head=clause.i)
    tokens[root.i] = root._replace(dep="nsubj", head=clause.i)
    tokens[clause.i] = clause._replace(dep="ROOT", head=clause.i)
    tokens[name.i] = name._replace(dep="pobj", head=lead.i)
    return _rebuilt(tree, tokens)


def _with_both(tree: Tree) -> Tree:
    """TREE with two plurals joined as nouns: "destroyers and surveillance drones" are not two sorts of drones."""
    for first in tree.tokens:
        last = tree.tokens[first.head]
        kids = list(tree.kids(first))
        joins = [k for k in kids if k.dep == "conj" and first.i < k.i < last.i and k.tag in {*NOUNS, "JJ"}]
        both = first.tag == last.tag == "NNS" and first.dep in {"nmod", "compound"} and first.i < last.i
        if not both or len(joins) != 1 or not any(k.dep == "cc" and k.lower == "and" for k in kids):
            continue
        tokens = list(tree.tokens)
        for kid in tree.kids(last):
            if kid.i != first.i and kid.i < first.i:
                tokens[kid.i] = kid._replace(head=first.i)
        for kid in kids:
            if kid.i > joins[0].i:
                tokens[kid.i] = kid._replace(head=last.i)
        tokens[first.i] = first._replace(dep=last.dep, head=last.head)
        tokens[joins[0].i] = joins[0]._replace(dep="compound", head=last.i)
        tokens[last.i] = last._replace(dep="conj", head=first.i)
        return _rebuilt(tree, tokens)
    return tree


def _with_verb(tree: Tree) -> Tree:
    """TREE of a sentence without a verb, with one where a name stands before what may be one: "Duterte orders troops".

    What the old root was is the subject or the object; a clause that hung by the word is what it reports.
    """
    root = next((t for t in tree.tokens if t.head == t.i), None)
    if root is None or root.tag not in NOUNS:
        return tree
    verb = next((t for t in tree.tokens[1:] if _may_be_verb(tree, t, root)), None)
    if verb is None:
        return tree
    name = root if tree.tokens[verb.i - 1].text == "," else tree.tokens[verb.i - 1]
    tokens = list(tree.tokens)
    if tree.tokens[verb.head].i > verb.i:
        tokens[verb.head] = tree.tokens[verb.head]._replace(dep="dobj", head=verb.i)
    for kid in tree.tokens:
        if kid.i not in {verb.i, name.i} and kid.head in {verb.i, root.i}:
            dep = {"appos": "dobj", "acl": "ccomp", "relcl": "ccomp"}.get(kid.dep, kid.dep)
            if kid.i < verb.i:
                tokens[kid.i] = kid._replace(head=name.i)
            elif kid.head == verb.i or root.i == name.i:
                tokens[kid.i] = kid._replace(dep=dep, head=verb.i)
    if root.i > verb.i:
        tokens[root.i] = root._replace(dep="dobj", head=verb.i)
    tokens[name.i] = name._replace(tag="NNP", dep="nsubj", head=verb.i)
    tokens[verb.i] = verb._replace(tag="VBZ", dep="ROOT", head=verb.i)
    return _rebuilt(tree, tokens)


def _may_be_verb(tree: Tree, token: Token, root: Token) -> bool:
    """Whether a plural behind a name, the root or next to it, is as well the present of a verb of ours."""
    before = tree.tokens[token.i - 1]
    name = root if before.text == "," else before
    known = token.lower in speech_verbs() or (token.lower, "v") in stances() or token.lower in movement_verbs()
    near = root.i in {token.i, name.i} or (token.head == root.i and token.dep in {"compound", "dobj"})
    behind = tree.tokens[token.i + 1] if token.i + 1 < len(tree.tokens) else token
    opens = behind.tag in {*OPENING, *NOUNS} or behind.lower in {"that", "to", "into", "from", "for"}
    named = name.text[:1].isupper() and name.tag in NOUNS and tree.tokens[name.head].i in {token.i, root.i}
    if token.tag == "VBZ" and before.text == "," and root.i < token.i:
        return known and opens and root.tag in {"NNP", "NNPS"} and tree.tokens[token.head].head == root.i
    return token.tag == "NNS" and known and near and named and opens and behind is not token


def _with_present(tree: Tree) -> Tree:
    """TREE with the place of what is "present" below its noun: "the 900 troops already present in Mali"."""
    for word in tree.tokens:
        where = next((k for k in tree.kids(word) if k.dep == "prep" and k.i == word.i + 1), None)
        if word.lower != "present" or where is None or word.tag not in {"JJ", "VBP"} or word.dep == "acomp":
            continue
        left = next((t for t in reversed(tree.tokens[: word.i]) if t.tag != "RB"), word)
        if left.tag not in {"NNS", "NN"}:
            continue
        tokens = list(tree.tokens)
        for kid in tree.kids(word):
            tokens[kid.i] = kid._replace(head=word.head if kid.i == left.i else left.i)
        tokens[word.i] = word._replace(tag="JJ", dep="amod", head=left.i)
        return _rebuilt(tree, tokens)
    return tree


def _with_range(tree: Tree) -> Tree:
    """TREE with what a range counts as the object, not as a place between two: "sends between 200 and 300 troops"."""
    tokens = list(tree.tokens)
    for lead in tree.tokens:
        counted = next((k for k in tree.kids(lead) if k.dep == "pobj"), None) if lead.lower == "between" else None
        if counted is None or lead.dep != "prep" or tree.tokens[lead.i + 1].tag != "CD" or counted.tag not in NOUNS:
            continue
        verb = tree.tokens[lead.head]
        if verb.tag.startswith("VB") and verb.i < lead.i and not any(k.dep == "dobj" for k in tree.kids(verb)):
            tokens[counted.i] = counted._replace(dep="dobj", head=verb.i)
            tokens[lead.i] = lead._replace(dep="quantmod", head=counted.i)
    return tree if tokens == tree.tokens else _rebuilt(tree, tokens)


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
        if (freed := _without_place(tree, verb)) is not None:
            return freed
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


def _without_place(tree: Tree, verb: Token) -> Tree | None:
    """TREE with who speaks for the subject, not the place before him: "left for Gao, an envoy, who knew it, said"."""
    place = next((k for k in tree.kids(verb) if k.dep == "nsubj" and 0 < k.i < verb.i), None)
    lead = tree.tokens[place.i - 1] if place is not None else verb
    sayer = next((k for k in tree.kids(place) if k.dep == "appos"), None) if place is not None else None
    if place is None or sayer is None or lead.dep != "prep" or any(True for _ in tree.kids(lead)):
        return None
    tokens = list(tree.tokens)
    tokens[place.i] = place._replace(dep="pobj", head=lead.i)
    tokens[sayer.i] = sayer._replace(dep="nsubj", head=verb.i)
    for kid in tree.kids(place):
        if kid.i > sayer.i:
            tokens[kid.i] = kid._replace(head=sayer.i)
    return _rebuilt(tree, tokens)


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
        if (above.dep == "appos" and noun.dep != "appos") or _is_of_sayer(tree, above):
            told = [k for k in tree.kids(noun) if k.dep == "appos" and k.i <= above.i]
            first = tree.subtree(told[0])[0].i
            own = noun.dep in OWN and noun.head == verb.i  # "Ana Ruiz, the minister said"
            joined = verb.dep == "conj" and any(t.dep == "cc" for t in tree.tokens[above.i : verb.i])
            return told if tree.tokens[first - 1].text == "," and not (own or joined) else []
    return []


def _is_of_sayer(tree: Tree, clause: Token) -> bool:
    """Whether a clause tells of who speaks, though it hangs by the place before: ", an envoy, who knew it, said"."""
    before = tree.subtree(clause)[0].i - 1
    aside = clause.dep == "relcl" and before > 1 and tree.tokens[before].text == ","
    return aside and any(k.dep == "appos" and k.i < clause.i for k in tree.kids(tree.tokens[clause.head]))


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
