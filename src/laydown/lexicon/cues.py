"""Cues: the words around a number that say what it does in the books."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final, Literal, cast

from laydown.lexicon.tables import cell, table

Cue = Literal["total", "standing", "after", "correction"]
Where = Literal["before", "after", "anywhere"]

REACH: Final = 60
"""How many characters from a number a cue may stand: about the length of a clause."""
_NUMBER: Final = re.compile(r"\d")


def cues(sentence: str, start: int, end: int) -> frozenset[Cue]:
    """The cues that SENTENCE gives for the number at [START, END), none of them from beyond another number.

    >>> text = "They are joining some 900 troops already there"
    >>> sorted(cues(text, 17, 25))
    ['standing']
    >>> sorted(cues("That brings the total to about 1,900", 25, 36))
    ['after', 'total']
    """
    before = sentence[max(0, start - REACH) : start]
    after = sentence[end : end + REACH]
    number = sentence[start:end]
    parts = {
        "before": _NUMBER.split(before)[-1] + number,
        "after": number + _NUMBER.split(after)[0],
        "anywhere": sentence,
    }
    return frozenset(cue for (cue, where), pattern in _patterns().items() if pattern.search(parts[where]))


@cache
def _patterns() -> Mapping[tuple[Cue, Where], re.Pattern[str]]:
    """One pattern for each cue and side, on word boundaries."""
    words: dict[tuple[Cue, Where], list[str]] = {}
    for row in table("book_cues"):
        words.setdefault((cast("Cue", row["sort"]), cast("Where", row["place"])), []).extend(cell(row, "words"))
    return {key: _any_of(forms) for key, forms in words.items()}


def _any_of(forms: list[str]) -> re.Pattern[str]:
    """A pattern for any of FORMS as whole words, the longest first."""
    longest = sorted(forms, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest)) + r")\b", re.IGNORECASE)
