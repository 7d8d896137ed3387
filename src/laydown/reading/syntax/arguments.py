"""Arguments: the subject, the objects and the agent of a verb, borrowed from the verbs around it where it has none."""

from collections.abc import Iterable
from typing import Final

from laydown.reading.mentions.mention import Mention, under
from laydown.reading.mentions.scene import Scene
from laydown.reading.text.grammar import Token, Tree

SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "csubj"})
OBJECTS: Final = frozenset({"dobj", "dative", "attr", "oprd"})
BORROWING: Final = frozenset({"xcomp", "conj", "advcl", "pcomp", "ccomp", "prep", "dep", "acomp", "aux"})
ASIDE: Final = frozenset({"amid", "despite", "following"})
"""Prepositions of what goes on beside a deed: who does the deed has no part in it."""
TELLING: Final = frozenset(
    {"order", "orders", "ordered", "ordering", "tell", "tells", "told", "ask", "asks", "asked", "instruct", "instructs",
     "instructed", "command", "commands", "commanded", "urge", "urges", "urged"}
)  # fmt: skip
"""Verbs by which somebody has another do a thing: "orders 800 soldiers stationed in Iraq to be home by May"."""
HELD: Final = frozenset(
    {"based", "stationed", "deployed", "serving", "garrisoned", "headquartered", "posted", "located", "positioned",
     "moored", "docked", "anchored", "berthed"}
)  # fmt: skip


def subject(tree: Tree, verb: Token, depth: int = 4) -> Token | None:
    """The subject of VERB; a verb without one borrows that of the verb it hangs by or is joined to."""
    kids = list(tree.kids(verb))
    if any(k.dep == "expl" for k in kids):
        return None
    own = next((k for k in reversed(kids) if k.dep in SUBJECTS and (k.i < verb.i or k.dep == "nsubj")), None)
    if own is not None:
        return tree.tokens[verb.head] if own.tag in {"WDT", "WP"} and verb.dep == "relcl" else own
    if verb.dep in {"acl", "relcl", "advcl"} and is_infinitive(tree, verb):
        named = _named_for(tree, verb)
        if named is not None:
            return named
    if verb.dep == "acl":
        return _planner(tree, verb) if is_infinitive(tree, verb) else tree.tokens[verb.head]
    if verb.dep == "relcl":
        return tree.tokens[verb.head]
    return _borrowed(tree, verb, depth) if depth and verb.head != verb.i and verb.dep in BORROWING else None


def _named_for(tree: Tree, verb: Token) -> Token | None:
    """Who is to do it by the "for" of a noun: "a call for its peacekeepers to leave"."""
    noun = tree.tokens[verb.head]
    if not noun.tag.startswith("NN"):
        return None
    leads = (k for k in tree.kids(noun) if k.dep == "prep" and k.lower == "for" and noun.i < k.i < verb.i)
    return next((k for lead in leads for k in tree.kids(lead) if k.dep == "pobj"), None)


def _borrowed(tree: Tree, verb: Token, depth: int) -> Token | None:
    """The subject of the word above VERB, or its object: "ordered the brigade to move"."""
    above = tree.tokens[verb.head]
    if verb.dep == "pcomp" and above.lower in {"of", "from"}:
        blamed = next((k for k in tree.kids(tree.tokens[above.head]) if k.dep == "dobj" and k.i < above.i), None)
        if blamed is not None:
            return blamed  # "accuses Rwanda of sending troops": it is Rwanda that sends them
    if verb.dep == "ccomp" and verb.i < above.i:
        return None  # "Withdraw your troops", he said: it is not he who withdraws
    if not (above.tag.startswith("VB") or above.dep in {"acomp", "prep"} or _has_subject(tree, above)):
        return None
    called = _called_upon(tree, above, verb)
    if called is not None:
        return called
    inner = next((k for k in tree.kids(above) if k.dep in OBJECTS and k.i < verb.i), None)
    told = verb.dep == "advcl" and above.lower in TELLING and is_infinitive(tree, verb)
    if inner is not None and (told or verb.dep in {"xcomp", "ccomp"}) and above.tag.startswith("VB"):
        return inner
    return subject(tree, above, depth - 1)


def _called_upon(tree: Tree, above: Token, verb: Token) -> Token | None:
    """Whom a call is made upon: "calls on Chad to withdraw", "appealed to Chad to send"."""
    if verb.dep not in {"xcomp", "advcl"} or not is_infinitive(tree, verb):
        return None
    leads = {"call": {"on", "upon"}, "appe": {"to"}}.get(above.lower[:4], set())
    whom = (k for p in tree.kids(above) if p.lower in leads and p.i < verb.i for k in tree.kids(p) if k.dep == "pobj")
    return next(whom, None)


def _has_subject(tree: Tree, token: Token) -> bool:
    """Whether a word has a subject, whatever its tag: the parser takes "Council votes" for a noun now and then."""
    return any(k.dep in SUBJECTS for k in tree.kids(token))


def doer(tree: Tree, governor: Token, depth: int = 4) -> Token | None:
    """Who does what a governing verb or noun says: its subject, its owner, its "by" phrase, else those above it."""
    kids = list(tree.kids(governor))
    own = next((k for k in kids if k.dep in {"nsubj", "poss"} and k.tag not in {"WDT", "WP"}), None)
    if own is not None:
        return own
    lead = next((k for k in kids if k.dep == "agent" or (k.dep == "prep" and k.lower == "by")), None)
    if lead is not None:
        return next((k for k in tree.kids(lead) if k.dep == "pobj"), None)
    bound = governor.dep in {"conj", "xcomp", "dobj", "pobj", "prep", "advcl", "acl", "pcomp", "relcl"}
    if not depth or not bound or governor.lower in ASIDE or (governor.dep == "acl" and governor.lower.endswith("ed")):
        return None
    return doer(tree, tree.tokens[governor.head], depth - 1)


def is_infinitive(tree: Tree, verb: Token) -> bool:
    """Whether "to" stands before VERB."""
    return any(k.dep == "aux" and k.lower == "to" for k in tree.kids(verb))


def _planner(tree: Tree, verb: Token) -> Token | None:
    """Who would move in "Serbia's request to deploy", "makes plans to withdraw": its owner, its verb's subject."""
    noun = tree.tokens[verb.head]
    owner = next((k for k in tree.kids(noun) if k.dep == "poss"), None)
    if owner is not None:
        return owner
    if noun.dep == "ROOT":
        # the parser takes "Council votes to send" for a noun phrase
        return next((k for k in tree.kids(noun) if k.dep == "compound"), None)
    for above in tree.climb(noun):
        if above.tag.startswith("VB"):
            given = next((k for k in tree.kids(above) if k.dep == "dative" and k.tag in {"NNP", "NN", "NNS"}), None)
            return given or subject(tree, above, 2)  # "gives Laos a week to withdraw its soldiers"
    return None


def objects(tree: Tree, verb: Token) -> list[Token]:
    """The objects of VERB with what is joined to them; the parser joins a late object to the verb itself."""
    found = [k for k in tree.kids(verb) if k.dep in OBJECTS or (k.dep == "conj" and k.tag in {"NN", "NNS"})]
    found += [t for k in tree.kids(verb) if k.lower == "to" and k.dep == "prep" for t in _up_to(tree, k)]
    if verb.dep == "relcl" and all(k.tag in {"WDT", "WP", "IN"} for k in found):
        return _relative_object(tree, verb)
    return [t for k in found for t in joined(tree, k)]


def _up_to(tree: Tree, to: Token) -> list[Token]:
    """The number that the parser hangs by the "to" of its bound: "withdraw up to 200 of its 450 soldiers"."""
    bound = to.i > 0 and tree.tokens[to.i - 1].lower == "up"
    return [k for k in tree.kids(to) if bound and k.dep == "pobj" and k.tag == "CD"]


def _relative_object(tree: Tree, verb: Token) -> list[Token]:
    """What a relative clause with a subject of its own is about: "the brigade that Rome sent", "the men Rome sent"."""
    kids = list(tree.kids(verb))
    own = any(k.dep == "nsubj" and k.tag not in {"WDT", "WP"} for k in kids)
    return [tree.tokens[verb.head]] if own and not any(k.tag == "WRB" for k in kids) else []


def joined(tree: Tree, token: Token) -> list[Token]:
    """TOKEN and the words coordinated with it."""
    return tree.phrase(token, lambda k, _: k.dep in {"conj", "appos"} and not _bracketed(tree, k))


def _bracketed(tree: Tree, token: Token) -> bool:
    """Whether a word stands in brackets, as detail: "three warships (two destroyers and one oiler)"."""
    before, after = tree.text[: token.start], tree.text[token.end :]
    return before.rfind("(") > before.rfind(")") and ")" in after


def agent(tree: Tree, verb: Token) -> Token | None:
    """The "by" phrase of a passive."""
    for kid in tree.kids(verb):
        if kid.dep == "agent":
            return next((k for k in tree.kids(kid) if k.dep == "pobj"), None)
    return None


def mentioned(scene: Scene, tokens: Iterable[Token]) -> list[Mention]:
    """The forces that hang by TOKENS, each once, in the order of the text."""
    found: list[Mention] = []
    for token in tokens:
        for mention in under(scene.mentions, token):
            if mention not in found and not (mention.modifies and mention.top == token.i):
                found.append(mention)
    return sorted(found, key=lambda m: m.start)


def of_phrase(tree: Tree, noun: Token, words: frozenset[str] = frozenset({"of", "by", "for"})) -> list[Token]:
    """What an event noun is of: "the deployment of X and Y"."""
    found: list[Token] = []
    for kid in tree.kids(noun):
        if kid.dep in {"prep", "agent"} and kid.lower in words:
            found.extend(t for k in tree.kids(kid) if k.dep == "pobj" for t in joined(tree, k))
    return found
