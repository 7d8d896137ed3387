"""Durations: whether a movement is for good, for a time or in turns, where its clause or a later remark says so."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, cast

from laydown.lexicon.tables import table
from laydown.lexicon.verbs import movement_nouns
from laydown.model import Attribution, Duration, Offsets
from laydown.reading.drafting.drafts import Draft
from laydown.reading.mentions.scene import Scene
from laydown.reading.syntax.arguments import subject
from laydown.reading.syntax.moods import BE, WAS, mood
from laydown.reading.text.grammar import Token, Tree

AHEAD: Final = frozenset({"announced", "underway"})
"""The statuses of movements that a remark on "these moves" can be about."""
STAYING: Final = frozenset({"deploy", "reposition", "reinforce", "rotate"})
POINTING: Final = frozenset({"this", "these", "those", "the"})
MOVES: Final = frozenset({"move", "moves", "movement", "movements"})
CLAUSES: Final = frozenset({"ccomp", "advcl", "relcl", "parataxis"})


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody says of the movements told before it: "These are not permanent moves"."""

    start: int
    end: int
    duration: Duration
    attribution: Attribution | None


@cache
def _words() -> tuple[re.Pattern[str], dict[str, tuple[Duration, Duration | None]]]:
    rows = {
        row["phrase"]: (cast("Duration", row["duration"]), cast("Duration", row["denied"]) if row["denied"] else None)
        for row in table("durations")
    }
    words = "|".join(re.escape(phrase) for phrase in sorted(rows, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])"), rows


def put_duration(scene: Scene, draft: Draft) -> None:
    """Fill in how long a movement is for, where a word or a length in its own clause says so."""
    trigger = scene.tree.at(draft.order - scene.offset)
    if draft.kind != "movement" or draft.status == "ruled_out" or trigger is None:
        return
    goals = {trigger.i, *(i for m in scene.mentions if m.head == draft.head for i in m.reach)}
    for start, end, duration in (*_stated(scene), *(_lengths(scene) if draft.action in STAYING else ())):
        head = scene.tree.head_of(start, end)
        if head is not None and _hangs_by(scene.tree, head, goals):
            draft.duration = duration
            draft.mark("duration", scene.span(start, end))
            return


def _stated(scene: Scene) -> Iterator[tuple[int, int, Duration]]:
    """The words of duration in a sentence that nothing denies."""
    pattern, rows = _words()
    for match in pattern.finditer(scene.text.lower()):
        if not scene.text[: match.start()].lower().endswith(("not ", "no ", "not a ")):
            yield *match.span(), rows[match[0]][0]


def _lengths(scene: Scene) -> Iterator[tuple[int, int, Duration]]:
    """The lengths of time in a sentence, for who comes for a while comes to leave again: "for six months"."""
    for time in scene.times:
        if time.duration:
            yield time.start, time.end, "temporary"


def _hangs_by(tree: Tree, head: Token, goals: set[int]) -> bool:
    """Whether a phrase belongs to one of GOALS and to no other clause or noun of movement below it."""
    here = head
    for above in (head, *tree.climb(head)):
        if above.i in goals:
            return True
        other = above.tag.startswith("VB") or (above.tag.startswith("NN") and above.lower not in movement_nouns())
        if above is not head and (other or here.dep in CLAUSES):
            return False
        here = above
    return False


def find_remarks(scene: Scene, speakers: Sequence[tuple[int, int, Attribution]]) -> Iterator[Remark]:
    """What a sentence says of the movements told before: "The moves are temporary"; SPEAKERS say stretches of it."""
    pattern, rows = _words()
    for match in pattern.finditer(scene.text.lower()):
        token = scene.tree.head_of(*match.span())
        verb = _copula(scene.tree, token) if token is not None else None
        if verb is None or not _points_back(scene, verb):
            continue
        stated, denied = rows[match[0]]
        duration = denied if mood(scene.tree, verb).negative else stated
        if duration is not None:
            said = [by for start, end, by in speakers if start <= match.start() < end]
            yield Remark(*scene.span(*match.span()), duration, said[0] if said else None)


def _copula(tree: Tree, token: Token) -> Token | None:
    """The "are" of which TOKEN is the predicate, or stands on it: "are temporary", "are not permanent moves"."""
    noun = tree.tokens[token.head] if token.dep == "amod" else token
    above = tree.tokens[noun.head]
    said = noun.dep in {"attr", "acomp", "advmod"} and above.lower in BE | WAS | {"be"}
    plain = noun is token or noun.lower in movement_nouns() or noun.lower in MOVES
    return above if said and plain else None


def _points_back(scene: Scene, verb: Token) -> bool:
    """Whether the subject is the movements told before: "these", "the moves", "this deployment", "these troops"."""
    who = subject(scene.tree, verb, 0)
    if who is None or who.lower in {"these", "those"}:
        return who is not None
    pointed = any(k.dep == "det" and k.lower in POINTING for k in scene.tree.kids(who))
    moved = who.lower in movement_nouns() or who.lower in MOVES
    return pointed and (moved or any(m.head == who.i and m.quantity is None for m in scene.mentions))


def settle_durations(drafts: Iterable[Draft], remarks: Iterable[Remark]) -> None:
    """Give the movements announced before a remark, by the same speaker where it has one, what it says of them."""
    told = list(drafts)
    for remark in remarks:
        by = remark.attribution or _quoted_by(told, remark)
        for draft in told:
            open_ended = draft.kind == "movement" and draft.status in AHEAD and draft.duration is None
            if open_ended and draft.start < remark.start and _same_voice(draft.attribution, by):
                draft.duration = remark.duration
                draft.mark("duration", (remark.start, remark.end))
                draft.note("duration", "it is said later of the movements told before", by=settle_durations)


def _quoted_by(drafts: Iterable[Draft], remark: Remark) -> Attribution | None:
    """The speaker of the quotation in which a remark stands."""
    quotes = (d for d in drafts if d.kind == "statement" and d.quote is not None)
    return next((d.attribution for d in quotes if _covers(d.spans.get("quote", ()), remark)), None)


def _covers(spans: Iterable[Offsets], remark: Remark) -> bool:
    return any(start <= remark.start and remark.end <= end for start, end in spans)


def _same_voice(told: Attribution | None, remarked: Attribution | None) -> bool:
    """Whether a movement is told by the one who makes the remark; the report's own remark is about all of them."""
    if remarked is None:
        return True
    return told is not None and (told.speaker, told.organization) == (remarked.speaker, remarked.organization)
