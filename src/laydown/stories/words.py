"""Words of a report as stories compare them: without case, accents and marks, and its sentences."""

import re
from collections.abc import Iterator
from typing import Final

from laydown.lexicon.scan import fold

_WORD: Final = re.compile(r"[^\W_]+(?:[,.]\d{3})*")
_END: Final = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[A-Z0-9\"“‘(])|\n+")


def words(text: str) -> tuple[str, ...]:
    """The words of TEXT, folded; a number with its thousands apart is one word, as it is without.

    >>> words("About 2,000 “U.S.” troops")
    ('about', '2000', 'u', 's', 'troops')
    """
    return tuple(_plain(word) for word in _WORD.findall(fold(text).casefold()))


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of TEXT stand, roughly: good enough to compare them, not to parse them.

    >>> [("One. Two 1.5 here."[a:b]) for a, b in sentences("One. Two 1.5 here.")]
    ['One.', 'Two 1.5 here.']
    """
    start = 0
    for end in _END.finditer(text):
        if text[start : end.start()].strip():
            yield start, end.start()
        start = end.end()
    if text[start:].strip():
        yield start, len(text)


def _plain(word: str) -> str:
    """WORD, or the digits of a number alone."""
    return word.replace(",", "").replace(".", "") if word[0].isdigit() else word
