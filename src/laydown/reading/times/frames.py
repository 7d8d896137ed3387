"""What stands around a time: ranges between two of them, and prepositions that open, close or license one."""

import re
from dataclasses import replace
from typing import Final

from laydown.reading.times.calendar import OPEN, Direction, Setting, Span
from laydown.reading.times.found import Found
from laydown.reading.times.words import FRAME_DIRECTIONS, FRAME_LICENCES, FRAMES, JOINS, key, words

_PAIRED: Final = frozenset({"from", "between"})
_QUOTES: Final = "\"\u201c'\u2018"
_REACH: Final = 40
"""How far before a phrase its preposition may begin; the longest in the table with a filler is shorter."""
_PREPOSITION: Final = re.compile(rf"(?<![\w-])(?P<frame>{words('frame')})(?:\s{words('filler')})?\s[{_QUOTES}]?\Z")
_JOIN: Final = re.compile(rf"(?:\s?[-\u2013]\s?|\u2014|\s(?P<join>{words('join')})\s(?:the\s)?)\Z")


def preposition(text: str, start: int) -> tuple[int, str] | None:
    """The frame that ends where a phrase begins, and where the two begin: in the "coming days" the quote parts them."""
    low = max(0, start - _REACH)
    match = _PREPOSITION.search(text[low:start])
    if match is None:
        return None
    return start if text[start - 1] in _QUOTES else low + match.start(), key(match["frame"])


def licensed(found: Found, frame: str | None) -> bool:
    """Whether the phrase may stand: it needs nothing, or its preposition gives the licence it needs."""
    if found.both and frame in _PAIRED:
        return True
    return not found.needs or (frame is not None and found.needs in FRAME_LICENCES[frame])


def joins(text: str, first: Found, second: Found, frame: str | None) -> bool:
    """Whether two neighbours make a range: "May 3 - June 2", "from May to June"; "Monday and Friday" do not."""
    if first.duration or second.duration or not (match := _JOIN.match(text[first.end : second.start])):
        return False
    join = match["join"]
    return join is None or frame == JOINS[key(join)] or (JOINS[key(join)] == "any" and frame != "between")


def ranged(first: Found, second: Found) -> Found:
    """Two phrases as one range, in which the one that carries a year binds the one that floats."""

    def when(setting: Setting) -> Span:
        if first.floating and not second.floating:
            last = second.when(setting)
            begin = first.when(Setting(anchor=last[1] or last[0], direction="past"))
        else:
            begin = first.when(setting)
            near = Setting(anchor=begin[0], direction="future", deadline=True) if second.floating else setting
            last = second.when(near)
        span = (begin[0], last[1])
        return OPEN if span[0] is None or span[1] is None else span

    return Found(start=first.start, end=second.end, when=when, both=True, needs=first.needs and second.needs)


def framed(found: Found, start: int, frame: str) -> Found:
    """A phrase with its preposition: what "by", "since" or "before" makes of the span, and which way it points."""
    effect = "keep" if found.both and frame in _PAIRED else FRAMES[frame]
    if effect == "drop" or found.duration:
        return found

    def when(setting: Setting) -> Span:
        direction = _turned(setting.direction, FRAME_DIRECTIONS[frame])
        return _bounded(effect, found.when(replace(setting, direction=direction, deadline=effect == "end")))

    return replace(found, start=start, when=when, needs="")


def _turned(direction: Direction, frame: str) -> Direction:
    """The way a phrase points: "since" is always of the past, "by" of the future where the clause does not say."""
    if frame == "past":
        return "past"
    return "future" if frame == "future" and direction == "none" else direction


def _bounded(effect: str, span: Span) -> Span:
    """The span as its preposition leaves it; "until at least" bounds no end that a period could state."""
    first, last = span
    spans: dict[str, Span] = {
        "end": (None, last),
        "before": (None, first),
        "begin": (first, None),
        "after": (last, None),
        "unknown": OPEN,
    }
    return spans.get(effect, span)
