"""Notices of correction: the sentence in which a report says that an earlier version of it was wrong."""

import re
from functools import cache

from laydown.lexicon.tables import table
from laydown.model import Evidence
from laydown.stories.words import sentences

_SHORT = 4
"""Words of a heading such as "Correction:", whose notice is the sentence behind it."""


def notice(text: str) -> Evidence | None:
    """Where the notice of correction stands in TEXT; None where there is none.

    >>> found = notice("Poland gets 3,000. Correction: An earlier version of this story said 2,000.")
    >>> found and found.start
    19
    """
    found = list(sentences(text))
    for at, (start, end) in enumerate(found):
        if _says_so(text[start:end]):
            heading = len(text[start:end].split()) < _SHORT and at + 1 < len(found)
            return Evidence(start=start, end=found[at + 1][1] if heading else end)
    return None


def _says_so(sentence: str) -> bool:
    """Whether SENTENCE owns up to an error."""
    return any(pattern.search(sentence.lower()) for pattern in _patterns())


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """The ways in which reports own up."""
    return tuple(re.compile(row["pattern"]) for row in table("notices"))
