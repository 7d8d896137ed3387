"""Language: whether a text is English, told by its script and its commonest words, in doubt yes."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Final

from laydown.intake.trouble import Trouble
from laydown.lexicon.tables import cell, table

_SAMPLE: Final = 20_000
_WORD: Final = re.compile(r"[^\W\d_]+")
_ENOUGH: Final = 4
"""Function words of another language below which a text is too short to judge: names carry "la", "von" and "de"."""

_MARGIN: Final = 2.0
"""How many times as many function words another language must have as English has."""

_LONG: Final = 120
_BARE: Final = 0.02
"""Prose of any language that we know has far more function words than this; so has a long list of names in English."""


def foreign(text: str) -> Trouble | None:
    """The trouble that TEXT is not English, None where it is or where too little of it tells.

    A headline or a list of names has few function words of any language, and so passes.

    >>> foreign("Pentagon: 2,000 to Poland") is None
    True
    >>> foreign("Die Bundeswehr wird nach Angaben des Ministers die Brigade in das Land verlegen").what
    'is in German'
    """
    sample = text[:_SAMPLE]
    if name := _other_script(sample) or _other_language(sample):
        return Trouble(f"is in {name}", "Laydown reads English so far: give it an English version")
    return None


def _other_script(sample: str) -> str | None:
    """The name of the script of SAMPLE, where most of its letters are not Latin ones."""
    letters = [letter for letter in sample if letter.isalpha()]
    others = [letter for letter in letters if not _latin(letter)]
    if len(others) <= len(letters) / 2:
        return None
    return unicodedata.name(others[0], "another").split()[0].capitalize() + " script"


def _latin(letter: str) -> bool:
    """Whether LETTER is of the Latin script or its extensions."""
    return letter <= "\u024f" or "\u1e00" <= letter <= "\u1eff"


def _other_language(sample: str) -> str | None:
    """The name of the language whose function words outnumber those of English in SAMPLE by far."""
    words = [word.lower() for word in _WORD.findall(sample)]
    counts = {name: sum(word in known for word in words) for name, known in _languages().items()}
    english = counts.pop("English")
    name = max(counts, key=counts.__getitem__)
    if counts[name] >= max(_ENOUGH, _MARGIN * english):
        return name
    bare = len(words) >= _LONG and max(english, counts[name]) < _BARE * len(words)
    return "no language that it knows" if bare else None


@cache
def _languages() -> Mapping[str, frozenset[str]]:
    """The function words of each language by its name."""
    return {row["name"]: frozenset(cell(row, "words")) for row in table("function_words")}
