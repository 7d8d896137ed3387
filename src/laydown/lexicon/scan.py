"""Finding known names in running text: the longest first, on word boundaries, accents and hyphens optional."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, TypeVar

Known = TypeVar("Known")
_WORD: Final = re.compile(r"[^\W_]+")
_FOREIGN: Final = re.compile(r"[^\x00-\x7f]")
FEW: Final = 2
"""Lengths of the names that begin with one word which are tried whatever word is the second."""

_SINGLE: Final = {
    "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "\u0131": "i", "ħ": "h", "Ħ": "H", "ŧ": "t",
    "æ": "a", "Æ": "A", "œ": "o", "Œ": "O", "ß": "s", "þ": "t", "Þ": "T", "ð": "d", "Ð": "D", "ə": "a", "Ə": "A",
    "\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u02bb": "'", "\u02bf": "'", "\u02be": "'", "\u2032": "'",
    "\u2010": " ", "\u2011": " ", "\u2013": " ", "\u00a0": " ", "\u2009": " ", "\u202f": " ",
}  # fmt: skip
"""Letters that Unicode does not decompose, quotation marks, hyphens and spaces, each to one plain character."""


@dataclass(frozen=True, slots=True)
class Names:
    """Folded names ready to be looked for: for each first word, the lengths that a name may have, longest first.

    `followed` has the same by the second word too, where there are many: "the" begins names of eighteen lengths.
    """

    known: Mapping[str, object]
    lengths: Mapping[str, tuple[int, ...]]
    followed: Mapping[str, Mapping[str, tuple[int, ...]]]


def fold(text: str) -> str:
    """The text without accents and with hyphens as spaces, every character at its old offset.

    >>> fold("Rzeszów-Jasionka’s")
    "Rzeszow Jasionka's"
    """
    if not text.isascii():
        text = _FOREIGN.sub(lambda found: _plain(found[0]), text)
    return text.replace("-", " ").replace("\n", " ").replace("\t", " ").replace("`", "'")


def known_as(known: Mapping[str, Known], name: str) -> Known | None:
    """What KNOWN has, by folded form, under a name as it stands or without its article; None if nothing.

    >>> known_as({"Kremlin": 1, "The Hague": 2}, "the Kremlin"), known_as({"The Hague": 2}, "The Hague")
    (1, 2)
    """
    folded = fold(name)
    found = known.get(folded)
    return found if found is not None else known.get(folded.removeprefix("the ").removeprefix("The "))


def names(known: Mapping[str, object]) -> Names:
    """Prepare folded names for `scan`; what they map to is the caller's business."""
    lengths: dict[str, set[int]] = {}
    for name in known:
        lengths.setdefault(_first(name), set()).add(len(name))
    many: dict[str, dict[str, set[int]]] = {word: {"": set()} for word, sizes in lengths.items() if len(sizes) > FEW}
    for name in known:
        seconds = many.get(_first(name))
        if seconds is not None:
            seconds.setdefault("".join(_WORD.findall(name)[1:2]), set()).add(len(name))
    followed = {
        word: {second: _longest_first(sizes | seconds[""]) for second, sizes in seconds.items()}
        for word, seconds in many.items()
    }
    return Names(known, {word: _longest_first(sizes) for word, sizes in lengths.items()}, followed)


def _longest_first(sizes: set[int]) -> tuple[int, ...]:
    return tuple(sorted(sizes, reverse=True))


def spellings(forms: Iterable[str]) -> tuple[str, ...]:
    """The folded forms, each once, in their order."""
    return tuple(dict.fromkeys(fold(form) for form in forms))


def scan(text: str, look_for: Names) -> Iterator[tuple[int, int, str]]:
    """Start, end and folded form of every known name in the text, left to right, the longest at each place."""
    folded = fold(text)
    known, lengths = look_for.known, look_for.lengths
    words = _words(folded)
    done = end = 0
    for i, word in [(i, word) for i, word in enumerate(words) if word in lengths]:
        start = _whole(folded, word, end)
        end = start + len(word)
        if start < done or _inside_word(folded, start):
            continue
        sizes = lengths[word]
        if len(sizes) > FEW:
            second = words[i + 1] if i + 1 < len(words) else ""
            sizes = look_for.followed[word].get(second) or look_for.followed[word][""]
        for size in sizes:
            name = folded[start : start + size]
            if name in known and len(name) == size and _ends(folded, start + size):
                done = start + size
                yield start, done, name
                break


def _whole(folded: str, word: str, at: int) -> int:
    """Where WORD next stands in a text that holds it, from AT on, with no letter or digit on either side."""
    start = folded.find(word, at)
    while folded[start - 1 : start].isalnum() or folded[start + len(word) : start + len(word) + 1].isalnum():
        start = folded.find(word, start + 1)
    return start


@lru_cache(maxsize=8)
def _words(folded: str) -> tuple[str, ...]:
    """The words of a folded text in order, kept for the next list of names that is looked for in it."""
    return tuple(_WORD.findall(folded))


def _first(name: str) -> str:
    """The first word of a name, as `scan` cuts words."""
    if name.isalnum():
        return name
    found = _WORD.match(name)
    return found[0] if found else name


def _inside_word(folded: str, start: int) -> bool:
    """Whether the word goes on from an apostrophe or underscore, as Brien in O'Brien."""
    before = folded[start - 1 : start] if start else ""
    return before == "_" or (before == "'" and start > 1 and folded[start - 2].isalnum())


def _ends(folded: str, end: int) -> bool:
    """Whether a name may end here: no letter, digit or currency sign follows ("US$5" is money)."""
    after = folded[end : end + 1]
    return not (after.isalnum() or after in {"_", "$"})


@cache
def _plain(character: str) -> str:
    """The one plain character that stands for an accented one, or the character itself."""
    if character in _SINGLE:
        return _SINGLE[character]
    base = unicodedata.normalize("NFD", character)[0]
    return base if base.isascii() else character
