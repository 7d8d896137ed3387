"""Datelines: the day that stands by the headline of a page, as a reader sees it, without any name for what it is."""

import re
from collections.abc import Sequence
from itertools import chain
from typing import Final

from laydown.intake.days import printed_day
from laydown.intake.moments import LONGEST, machine_day, moment
from laydown.intake.page.lines import Line
from laydown.intake.page.marks import Labels

_BEFORE: Final = 4
_AFTER: Final = 14
_PROSE: Final = 500
"""Lines before and behind a headline, and letters of prose, within which its dateline stands; then come comments."""
_SENTENCE: Final = 60
"""Letters of a line of prose; what is shorter is a name, a label or a button."""
_WORDS: Final = 9
"""Words beside the day and the hour that a dateline has: names, a place, a rubric; what has more is a sentence."""
_DAY: Final = 10
_HEADLINE: Final = 12
"""Letters of a headline; "News" and "Blog" are none."""
_FIGURE: Final = re.compile(r"\d")
_OPENS: Final = re.compile(r"\W*(?:[^\W\d_][\w.'’-]*[ ,/|-]{1,3}){0,4}\W*$")
_CLOSES: Final = re.compile(r"\W{0,2}\s?[-–—:.|)„“”«\"]")
_SPAN: Final = re.compile(r"\d\s?[-–—]\s?\d{1,2}[.:]\d{2}|\d\.?\s?[-–—]\s*(?:\d|$)")
_NAMES: Final = 3
_ENDING: Final = 4
"""Letters behind a label on a line of its own: " am", " on:"."""
_WIDE: Final = "\u2e80"
"""From here on stand the scripts of East Asia."""
_CLOCK: Final = re.compile(r"\d{1,2}[:.h]\d{2}(?::\d{2})?")


def dateline(lines: Sequence[Line], titles: Sequence[str], language: str | None, labels: Labels) -> str | None:
    """The words of the one of LINES that dates the page, None where none does, or where several could.

    It stands by the headline, which is one of TITLES or the first `h1`; where there is no headline, it is the only
    day that stands alone on the page. A line that says that its day is another one, by LABELS, is none.
    """
    head = _headline(lines, titles)
    if head is None:
        told = [one for at in range(len(lines)) if (one := _told(lines, at, language, labels))]
        days = {(moment(one, language=language) or "")[:_DAY] for one in told}
        return told[0] if len(days) == 1 else None
    near = chain(range(head + 1, _end(lines, head)), range(head - 1, max(0, head - _BEFORE) - 1, -1))
    return next(filter(None, (_told(lines, at, language, labels) for at in near)), None)


def _end(lines: Sequence[Line], head: int) -> int:
    """Where the neighbourhood of the headline at HEAD ends."""
    prose = 0
    for at in range(head + 1, min(len(lines), head + _AFTER + 1)):
        prose += len(lines[at].words) if len(lines[at].words) >= _SENTENCE else 0
        if prose >= _PROSE:
            return at + 1
    return min(len(lines), head + _AFTER + 1)


def _headline(lines: Sequence[Line], titles: Sequence[str]) -> int | None:
    """The line that is the headline: the first `h1` that repeats one of TITLES, any line that does, or an `h1`."""
    wanted = [squeezed for title in titles if len(squeezed := _squeezed(title)) >= _HEADLINE]
    heads = [at for at, line in enumerate(lines) if line.tag == "h1"]
    same = [
        at for at, line in enumerate(lines) if line.tag != "li" and _same(_squeezed(line.words[: 2 * LONGEST]), wanted)
    ]
    whole = [at for at in heads if at in same or _squeezed(lines[at].words).endswith(tuple(wanted))]
    return next(iter(whole or same or heads), None)


def _same(words: str, titles: Sequence[str]) -> bool:
    """Whether WORDS are one of TITLES, or the most of it beside the name of the site."""
    return len(words) >= _HEADLINE and any(
        title.startswith(words) or (title.endswith(words) and 2 * len(words) >= len(title)) for title in titles
    )


def _squeezed(words: str) -> str:
    """The letters and figures of WORDS."""
    return "".join(filter(str.isalnum, words)).lower()


def _told(lines: Sequence[Line], at: int, language: str | None, labels: Labels) -> str | None:
    """The day that the line AT tells, where it is short and tells one, or a long one opens with it."""
    line, words = lines[at], lines[at].words[:LONGEST]
    if not _FIGURE.search(words):
        return None
    found = machine_day(words) or printed_day(words, language)
    if found is None:
        return None
    day, start, end = found
    beside = f"{words[:start]} ¦ {words[end:]}"
    other = printed_day(words[end:], language)
    said = words if len(line.words) < LONGEST else words[:end]
    if (
        labels.changed.search(said)
        or _changes(lines[at - 1].words if at else "", labels)
        or _SPAN.search(beside)
        or (other and other[0] != day)
        or _other(words[:start], labels)
    ):
        return None
    if len(line.words) < LONGEST and _bare(beside, line.words):
        return words
    return words[:end] if _OPENS.match(words[:start]) and _CLOSES.match(words[end:]) else None


def _changes(ahead: str, labels: Labels) -> bool:
    """Whether the line AHEAD of a day is but a label that says that it is of a change."""
    found = labels.changed.match(ahead)
    return found is not None and len(ahead) - found.end() <= _ENDING


def _other(before: str, labels: Labels) -> bool:
    """Whether the words BEFORE a day are a label of something else: "Registered:", "Birthday:"."""
    return before.rstrip().endswith((":", "\N{FULLWIDTH COLON}")) and not labels.told.search(before)


def _bare(beside: str, words: str) -> bool:
    """Whether what stands BESIDE a day in WORDS is short and no sentence; without spaces a word has four signs."""
    others = [word for word in _CLOCK.sub(" ", beside).split() if any(map(str.isalpha, word))]
    size = sum(len(word) // 4 if word > _WIDE else 1 for word in others)
    return size <= _WORDS and not (size > _NAMES and words.endswith((".", "!", "?", "。")))
