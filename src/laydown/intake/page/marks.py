"""Marks: the words by which pages say what their times are, their titles and authors, from the table of them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from laydown.lexicon.tables import table

_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_WIDE: Final = "\u2e80"
"""From here on stand the scripts of East Asia, which set no space behind a word."""


@dataclass(frozen=True, slots=True)
class Labels:
    """Words before a time that say that it is of the publication, or of the last change."""

    told: re.Pattern[str]
    changed: re.Pattern[str]


@cache
def marks(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of a field, the surest first."""
    return tuple(row for row in table("page_marks") if row["field"] == name)


def marked(name: str) -> tuple[str, ...]:
    """The words by which pages say something of themselves, for the field NAME."""
    return tuple(row["mark"] for row in marks(name))


@cache
def labels() -> Labels:
    """The words by which a line says what its time is."""
    told, changed = (
        rf"(?<![^\W\d_])(?:{'|'.join(_whole(row['mark']) for row in marks(name) if row['kind'] == 'words')})"
        for name in ("published", "updated")
    )
    return Labels(re.compile(told, re.IGNORECASE), re.compile(changed, re.IGNORECASE))


def labelled(lines: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """The parts of LINES by the words with which they begin, at the start of a line, behind a stroke or behind a time.

    A part with an hour alone is of the day before it: "28 May 2013, last updated 14:00".

    >>> labelled(["Published 9:00 | Updated: 10:15", "Updates were posted"])
    {'published': ('Published 9:00 | ',), 'updated': ('Updated: 10:15',)}
    """
    found: dict[str, list[str]] = {}
    for line in lines:
        starts = list(_label_form().finditer(line))
        ends = [*(after.start(1) for after in starts[1:]), len(line)]
        for start, end in zip(starts, ends, strict=False):
            part = line[start.start(1) : end]
            day = "" if _YEAR.search(part) or not _YEAR.search(line[: start.start(1)]) else f" {line[: start.start(1)]}"
            found.setdefault(start[1].lower(), []).append(part + day)
    return {mark: tuple(dict.fromkeys(parts)) for mark, parts in found.items()}


@cache
def openings() -> tuple[str, ...]:
    """The words before a time that say what it is, the longest first."""
    words = {row["mark"] for name in ("published", "updated") for row in marks(name) if row["kind"] == "words"}
    return tuple(sorted(words, key=lambda mark: (-len(mark), mark)))


@cache
def _label_form() -> re.Pattern[str]:
    """Words that say what the time behind them is, where they begin a line or a part of one."""
    words = "|".join(_whole(mark) for mark in openings())
    several = "|".join(re.escape(mark) for mark in openings() if " " in mark)
    return re.compile(
        rf"(?:^\W*|[|/•·(,;–—،\uff08-]\s*|(?<=\d)\s+|(?<=[日分일분])\s*|(?<=[ap]m|hr)\s+|\s(?=(?:{several})\W[^\d]{{0,12}}\d))({words})",
        re.IGNORECASE,
    )


def _whole(mark: str) -> str:
    """The form of MARK as words of their own."""
    return re.escape(mark) + ("" if mark[-1] > _WIDE else r"(?![^\W\d_])")
