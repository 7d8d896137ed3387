"""Levels: "brings the total to 5,500" and "cut its contingent from 15,000 to 5,000" say how many stand somewhere."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from laydown.lexicon.tables import cell, table
from laydown.model import Place, Status
from laydown.reading.claims.ends import unique
from laydown.reading.drafting.drafts import Draft
from laydown.reading.drafting.filling import put_force, put_places
from laydown.reading.drafting.nations import own_nations, owner_at
from laydown.reading.drafting.story import Story
from laydown.reading.mentions.mention import Mention
from laydown.reading.mentions.quantities import Count
from laydown.reading.mentions.scene import Scene
from laydown.reading.syntax.arguments import HELD, subject
from laydown.reading.syntax.moods import mood
from laydown.reading.syntax.ways import ways
from laydown.reading.text.grammar import Token


@cache
def _words(sort: str) -> frozenset[str]:
    return frozenset(w for row in table("level_words") if row["sort"] == sort for w in cell(row, "words"))


def read_levels(scene: Scene, story: Story, moves: list[Draft]) -> Iterator[Draft]:
    """The levels of a sentence: the old one of a change that is still to come, the new one of a sum that is told."""
    counts = [c for c in scene.counts if not c.money]
    for index, count in enumerate(counts):
        before = scene.text[max(0, count.start - 6) : count.start].lower()
        later = counts[index + 1] if index + 1 < len(counts) else None
        if (
            before.endswith("from ")
            and later is not None
            and re.fullmatch(r"(?: [a-z]+){0,4} to ", scene.text[count.end : later.start])
        ):
            verb = _verb(scene, count)
            if verb is not None:
                yield from _level(scene, story, moves, count, verb, "from")
        elif before.endswith("to ") and not (index and _range(scene, counts[index - 1], count)):
            verb = _verb(scene, count)
            if verb is not None and verb.tag.startswith("VB") and _sums(scene, verb):
                yield from _level(scene, story, moves, count, verb, "to")


def _range(scene: Scene, first: Count, later: Count) -> bool:
    return scene.text[max(0, first.start - 6) : first.start].lower().endswith("from ") and later.start - first.end < 40


def _verb(scene: Scene, count: Count) -> Token | None:
    """The verb or event noun of change that governs a number."""
    token = scene.tree.head_of(count.core, count.core_end)
    if token is None:
        return None
    for above in scene.tree.climb(token):
        if above.lower in _words("verb") and above.tag.startswith(("VB", "NN")):
            return above
        if above.tag.startswith("VB") and above.lower not in HELD:
            return None
    return None


def _sums(scene: Scene, verb: Token) -> bool:
    """Whether the verb tells a level of forces: its object or subject is a total, a contingent, a number of troops."""
    tree = scene.tree
    nouns = _words("noun")
    parts = [k for k in tree.kids(verb) if k.dep in {"dobj", "nsubj", "nsubjpass"}]
    return any(t.lower in nouns for k in parts for t in [k, *(tree.subtree(k)[:8])])


def _level(scene: Scene, story: Story, moves: list[Draft], count: Count, verb: Token, end: str) -> Iterator[Draft]:
    tree = scene.tree
    mention = _whose(scene, verb, count)
    if mention is None and not _sums(scene, verb):
        return
    draft = Draft(
        "presence",
        _status(scene, verb, end),
        *scene.span(0, len(scene.text)),
        order=scene.span(count.start, count.end)[0],
    )
    who = subject(tree, verb)
    owner = next(iter(own_nations(scene, mention)), None) if mention else None
    owner = owner or owner_at(scene, who, story)
    if mention is not None:
        put_force(scene, draft, mention, owner)
    elif owner is not None:
        draft.nation = owner[0]
    if draft.nation is None and moves:
        draft.nation = moves[-1].nation
    unit = (
        mention.unit if mention is not None and mention.sort in {"ship", "aircraft", "vehicle", "people"} else "persons"
    )
    if unit == "persons":
        draft.category = "personnel"
    draft.quantity = replace(count.quantity, unit=unit)
    draft.spans.pop("quantity", None)
    draft.mark("quantity", scene.span(count.start, count.end))
    draft.mark("status", scene.span(verb.start, verb.end))
    draft.head = None
    _put_location(scene, draft, verb, mention, moves, story.last_place)
    if draft.location:
        yield draft


def _status(scene: Scene, verb: Token, end: str) -> Status:
    past = mood(scene.tree, verb).tense in {"past", "perfect"}
    return "former" if end == "from" and past else "present"


def _whose(scene: Scene, verb: Token, count: Count) -> Mention | None:
    """The force whose level it is: counted after the number ("5,000 men"), else named before it ("its contingent")."""
    after = [m for m in scene.mentions if m.count is not None and m.count.start >= count.start and m.sort != "ellipsis"]
    before = [m for m in scene.mentions if m.end <= count.start and m.start >= verb.start - 60 and m.sort != "ellipsis"]
    return (before or after or [None])[-1 if before else 0]


def _put_location(
    scene: Scene, draft: Draft, verb: Token, mention: Mention | None, moves: list[Draft], last: Place | None
) -> None:
    found = ways(scene, verb, [mention] if mention is not None else [])
    spots = unique([*found.base, *found.inner])
    if spots:
        put_places(scene, draft, "location", spots)
        return
    for move in reversed(moves):
        draft.location = move.destination or move.origin
        for span in (*move.spans.get("destination", ()), *move.spans.get("origin", ())):
            draft.mark("location", span)
        if draft.location:
            return
    if last is not None:
        draft.location = (last,)
