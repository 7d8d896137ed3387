"""Timing: the time of a claim is the phrase that hangs nearest to its words, read in the direction of its status."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from laydown.lexicon.verbs import speech_verbs
from laydown.model import Period
from laydown.reading.drafting.drafts import Draft
from laydown.reading.mentions.scene import Scene
from laydown.reading.text.grammar import Token, Tree
from laydown.reading.times import Direction, Time, find_times

AHEAD: Final = frozenset({"announced", "considered", "requested"})
CLAUSES: Final = frozenset({"conj", "ccomp", "advcl", "acl", "relcl", "parataxis"})
AGE: Final = 10
"""Years before its report after which what happened is history (annotation rule 12)."""
STEP: Final = 100
"""Characters that one step up the tree weighs against distance in the sentence."""


DEADLINE: Final = re.compile(r"\b(?:by|before|until|deadline of|deadline on)(?: the| a)? $", re.IGNORECASE)
"""What says of something that goes on that the day behind it is its end."""
UNHEARD: Final = re.compile(
    r"\b(?:first|largest|biggest|highest|lowest|greatest|most|worst|not|never)\b[^.;]{0,40} since (?:the )?$",
    re.IGNORECASE,
)
"""What compares with an older time: "for the first time since World War II"."""

DATED: Final = re.compile(r"(?:19|20)\d\d|War\b")
"""What shows that a phrase names its own year: a bare weekday is turned by the tense, and may be turned wrongly."""


def put_time(scene: Scene, draft: Draft) -> None:
    """Fill in when a claim is about, where its own clause says so and no rule of its kind has told it."""
    direction: Direction = "future" if draft.status in AHEAD else "past"
    at = draft.order - scene.offset
    trigger = scene.tree.at(at)
    if trigger is None or draft.when is not None or draft.undated:
        return
    above = {t.i: steps for steps, t in enumerate((trigger, *scene.tree.climb(trigger)))}
    ranked = []
    for time in _times(scene, draft, direction):
        head = scene.tree.head_of(time.start, time.end)
        met = _meeting(scene.tree, head, trigger, above) if head is not None and not time.duration else None
        if met is not None and (met[1].i == trigger.i or met[1].lower not in speech_verbs()):
            ranked.append((STEP * (met[0] + above[met[1].i]) + abs(time.start - at), time.start, time))
    if ranked:
        best = min(ranked, key=lambda r: r[:2])[2]
        draft.when = Period(start=best.first, end=best.last, text=scene.text[best.start : best.end])
        draft.mark("when", scene.span(best.start, best.end))
        draft.note("when", f"it hangs nearest to the claim's words and is read towards the {direction}", by=put_time)
        if draft.status == "underway" and _is_ahead(best.first, scene.anchor):
            draft.status = "announced"
            draft.note("status", f"“{draft.when.text}” is still to come: announced", by=put_time)
        if draft.status == "present" and DATED.search(draft.when.text) and _is_over(best.last, scene.anchor):
            draft.status = "former"
            draft.note("status", "its days ended in a year gone by: former", by=_is_over)


def _times(scene: Scene, draft: Draft, direction: Direction) -> list[Time]:
    """The times of a sentence that may be a claim's, read in DIRECTION; a deadline of what goes on lies ahead.

    No time is what only says since when there was nothing like it, nor, of who stands there now, a day to come.
    """
    found = find_times(scene.text, scene.anchor, direction)
    if draft.status == "underway":
        ahead = {time.start: time for time in find_times(scene.text, scene.anchor, "future")}
        late = (DEADLINE.search(scene.text, 0, t.start) is not None for t in found)
        found = [replace(ahead.get(t.start, t), first=None) if end else t for t, end in zip(found, late, strict=True)]
    found = [t for t in found if not UNHEARD.search(scene.text, 0, t.start)]
    standing = draft.kind == "presence" and draft.status == "present"
    return [t for t in found if not (standing and _is_ahead(t.first, scene.anchor))]


def _is_ahead(first: date | None, anchor: date | None) -> bool:
    return first is not None and anchor is not None and first > anchor


def _meeting(tree: Tree, head: Token, trigger: Token, above: Mapping[int, int]) -> tuple[int, Token] | None:
    """How far a time is from the word it shares with the claim, and that word; None where another clause holds it."""
    for steps, token in enumerate((head, *tree.climb(head))):
        if token.i in above:
            return steps, token
        own = token.dep == "acl" and not trigger.tag.startswith("VB")  # "troops based in Oman since May"
        if token.tag.startswith("VB") and token.dep in CLAUSES and not own:
            return None
    return None


def _is_over(last: date | None, anchor: date | None) -> bool:
    """Whether the days of a presence ended in a year gone by: "troops based in Kuwait during the Gulf War"."""
    return last is not None and anchor is not None and last.year < anchor.year


THEN: Final = re.compile(
    r"\b(?:that (?:same )?(?:year|spring|summer|autumn|fall|winter|month|decade)|at th(?:e|at) time"
    r"|in those (?:days|years)|back then|at (?:its|the|their) (?:height|peak)|a (?:year|month) later)\b",
    re.IGNORECASE,
)
"""What points back to a year told before: "in that year", "that spring", "at the time"."""

LONG_AGO: Final = re.compile(r"\b(?:century|centuries|decades) (?:ago|earlier|before)\b", re.IGNORECASE)
YEARS: Final = re.compile(r"\b(?:1[789]|20)\d\d\b")
NEAR: Final = 600
"""Characters before a sentence in which the year stands to which it points back."""


def _points_back(draft: Draft, anchor: date, text: str) -> bool:
    """Whether the sentence of a draft without a day of its own is about a year long gone that was told before it."""
    words = text[draft.start : draft.end]
    if LONG_AGO.search(words):
        return True
    if not THEN.search(words):
        return False
    years = YEARS.findall(text, max(0, draft.start - NEAR), draft.end)
    return bool(years) and int(years[-1]) + AGE < anchor.year


def is_history(draft: Draft, anchor: date | None, text: str = "") -> bool:
    """Whether a claim is about days more than ten years before its report: history, and no news (annotation rule 12).

    A report without a date is the news of no day, and all of it is kept: "Argentina landed 500 troops in 1982".
    """
    end = draft.when.end if draft.when is not None else None
    if anchor is None or draft.kind == "statement":
        return False
    if end is None:
        return _points_back(draft, anchor, text)
    return (end.year + AGE, end.month, end.day) < (anchor.year, anchor.month, anchor.day)


SEASON: Final = 90
"""The days between two times that are not of one movement."""


def far_apart(first: Period | None, later: Period | None) -> bool:
    """Whether one time was long over before the other began: "in 2021 it sent 1,000", in a report of 2023."""
    if first is None or later is None:
        return False
    (start, end), (begun, over) = (first.start, first.end), (later.start, later.end)
    if start is None or end is None or begun is None or over is None:
        return False
    return (begun - end).days > SEASON or (start - over).days > SEASON
