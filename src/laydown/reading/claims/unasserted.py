"""What a sentence names and does not assert: what is asked, an open "whether", tales, memorials, suppositions."""

import re
from collections.abc import Iterator
from typing import Final

from laydown.lexicon.tables import of_sort
from laydown.reading.drafting.drafts import Draft
from laydown.reading.mentions.scene import Scene
from laydown.reading.syntax.moods import mood
from laydown.reading.text.grammar import Token, Tree

ASKING: Final = re.compile(r"\?[\"”’')\]]*$")
ASKED: Final = re.compile(r"[“\"]([^“”\"]*\?)[”\"]")
"""A quotation that is a question."""

TOLD: Final = frozenset({"completed", "underway", "present", "former", "announced", "ruled_out"})
"""The statuses that assert something; what is weighed or asked for may well stand behind "whether"."""

WISHING: Final = frozenset({"should", "ought"})
NEEDING: Final = frozenset({"take", "takes", "need", "needs", "require", "requires", "needed", "required"})
"""The verbs of what would have to be there, and is not."""

QUOTES: Final = '"“”'
NEITHER: Final = re.compile(r"\bneither (?:confirm\w*|den\w+) nor\b")
"""What says nothing at all: "would neither confirm nor deny"."""

OPEN: Final = frozenset({"clear", "known", "know", "say", "ask", "asked", "sure", "certain", "see", "said", "tell"})
"""The words behind which "if" leaves open whether something is so."""


def asserted(scene: Scene, drafts: list[Draft], *, told: bool) -> list[Draft]:
    """DRAFTS of one sentence without those that nobody asserts (annotation rule 11).

    TOLD: somebody is said to say it; what a report alone finds that a state should do is an opinion, and no claim.
    """
    if not drafts or (ASKING.search(scene.text) and not scene.passage.headline):
        return []
    asked = [m.span(1) for m in ASKED.finditer(scene.text)] if "?" in scene.text else []
    ours = told or scene.passage.voice is not None or any(mark in scene.text for mark in QUOTES)
    found = [d for d in drafts if not _within(d.order - scene.offset, asked) and not _is_open(scene, d)]
    return found if ours else [d for d in found if not _is_wish(scene, d)]


def _is_wish(scene: Scene, draft: Draft) -> bool:
    """Whether the report itself says what should be done: "France should withdraw", "it is time for France to"."""
    token = scene.tree.at(draft.order - scene.offset)
    if token is None or draft.authority is not None or draft.status not in {"requested", "announced"}:
        return False
    above = scene.tree.tokens[token.head]
    kids = {k.lower for k in scene.tree.kids(token) if k.dep == "aux"}
    timely = above.lower == "time" and above.dep == "attr" and token.dep in {"relcl", "acl", "advcl"}
    return timely or bool(WISHING & {above.lower, *kids})


def _within(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _is_open(scene: Scene, draft: Draft) -> bool:
    """Whether a draft stands in a clause that leaves it open, in a tale or behind a memorial."""
    tree, token = scene.tree, scene.tree.at(draft.order - scene.offset)
    if token is None:
        return False
    lower = scene.text.lower()
    if ("whether" in lower or " if " in lower) and _left_open(tree, token, firm=draft.status in TOLD):
        return True
    if NEITHER.search(lower) and any(t.lower[:4] in {"conf", "deny", "deni"} for t in tree.climb(token)):
        return True
    if draft.status == "present" and any(t.lower in NEEDING for t in tree.climb(token)):
        return True
    if any(word in lower for word in of_sort("fictions", "supposed")) and _is_supposed(tree, token):
        return True
    return any(word in lower for word in of_sort("fictions", "tale", "memorial")) and _is_tale(tree, token)


def _left_open(tree: Tree, token: Token, *, firm: bool) -> bool:
    """Whether a clause around a draft leaves it open: "whether they had left", of what is FIRM, "was not clear if"."""
    for verb in _chain(tree, token):
        marks = {k.lower for k in tree.kids(verb) if k.dep in {"mark", "advmod"} and k.i < verb.i}
        above = tree.tokens[verb.head]
        near = {above.lower, *(k.lower for k in tree.kids(above) if k.dep in {"acomp", "xcomp", "attr"})}
        if (firm and "whether" in marks) or ("if" in marks and verb.dep in {"ccomp", "advcl"} and near & OPEN):
            return True
    return False


def _is_supposed(tree: Tree, token: Token) -> bool:
    """Whether somebody is told to suppose it: "Imagine that 300 soldiers land in Chad"."""
    words = of_sort("fictions", "supposed")
    return any(
        t.lower in words and t.tag in {"VB", "VBP"} and mood(tree, t).tense != "past" for t in _chain(tree, token)
    )


def _is_tale(tree: Tree, token: Token) -> bool:
    """Whether a tale or a memorial tells it: above it, as the subject of a verb above, or as what it happens "in"."""
    below = token
    for above in tree.climb(token):
        if above.lower in of_sort("fictions", "tale", "memorial") and below.dep != "compound":
            return True
        if (
            any(k.dep == "nsubj" and k.lower in of_sort("fictions", "tale", "memorial") for k in tree.kids(above))
            and below.dep != "nsubj"
        ):
            return True
        below = above
    leads = (k for t in _chain(tree, token) for k in tree.kids(t) if k.dep == "prep" and k.lower == "in")
    return any(k.lower in of_sort("fictions", "tale") for lead in leads for k in tree.kids(lead) if k.dep == "pobj")


def _chain(tree: Tree, token: Token) -> Iterator[Token]:
    yield token
    yield from tree.climb(token)
