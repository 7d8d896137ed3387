"""The quick look: which of many phrases stand in a text, asked of the set of its words and not letter by letter.

A phrase is looked for only where its rarest words are among those of the text, so a miss costs next to nothing
however many phrases there are. What is found is exactly what a pattern of all of them would find.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final, Literal

After = Literal["word", "part", "name"]
"""What ends a phrase: no letter follows; nor a hyphen; or a space and a name do, as behind the prefix of a ship."""

_RUN: Final = bytes(c if chr(c).isalnum() and c < 128 else 32 for c in range(256))


def runs(text: str) -> list[bytes]:
    """The runs of Latin letters and digits in TEXT: cut ten times as quickly as words are by a pattern.

    >>> runs("S-400s in Rügen")
    [b'S', b'400s', b'in', b'R', b'gen']
    """
    return text.encode("utf-8", "replace").translate(_RUN).split()


@lru_cache(maxsize=8)
def words(text: str) -> frozenset[bytes]:
    """The runs of letters and digits in TEXT as a set, kept for the next question about the same text."""
    return frozenset(runs(text))


class Phrases:
    """Phrases, each under its longest run of letters and digits: where one is missing, so is the phrase."""

    def __init__(self, phrases: Iterable[str], *, parts: Iterable[str] = (), names: Iterable[str] = ()) -> None:
        """PHRASES behind which no letter stands, PARTS behind which no hyphen does either, and beginnings of NAMES."""
        self._whole: dict[bytes, tuple[tuple[str, frozenset[bytes], After], ...]] = {}
        ends: tuple[tuple[Iterable[str], After], ...] = ((phrases, "word"), (parts, "part"), (names, "name"))
        for phrase, after in ((phrase, after) for group, after in ends for phrase in sorted({*group})):
            found = runs(phrase)
            longest = max(found, key=len)
            self._whole[longest] = (*self._whole.get(longest, ()), (phrase, frozenset(found), after))
        self._longest = frozenset(self._whole)

    def miss(self, text: str) -> bool:
        """Whether TEXT lacks the longest word of every phrase: the quickest no."""
        return self._longest.isdisjoint(words(text))

    def some_in(self, text: str) -> bool:
        """Whether the words of some phrase are among those of TEXT: never no where the phrase stands in a part of it.

        A part is cut out between words, so its runs of letters are runs of the text too.
        """
        here = words(text)
        if self._longest.isdisjoint(here):
            return False
        return any(needed <= here for longest in self._longest & here for _, needed, _ in self._whole[longest])

    def stand_in(self, text: str) -> bool:
        """Whether some phrase stands in TEXT as words of their own, no letter and no hyphen before it."""
        here = words(text)
        if self._longest.isdisjoint(here):
            return False
        for longest in self._longest & here:
            for phrase, needed, after in self._whole[longest]:
                if needed <= here and _stands(phrase, text, after):
                    return True
        return False


def _stands(phrase: str, text: str, after: After) -> bool:
    """Whether PHRASE stands somewhere in TEXT between the ends that it asks for."""
    at = text.find(phrase)
    while at >= 0:
        if not (at and _joins(text[at - 1])) and _ends(text, at + len(phrase), after):
            return True
        at = text.find(phrase, at + 1)
    return False


def _ends(text: str, end: int, after: After) -> bool:
    """Whether a phrase may end at END of TEXT."""
    if after == "name":
        return text[end : end + 1] == " " and _is_letter(text[end + 1 : end + 2])
    return not (_joins if after == "part" else _is_letter)(text[end : end + 1])


def _joins(letter: str) -> bool:
    """Whether LETTER makes one word with its neighbour: a letter, a digit, a hyphen."""
    return letter == "-" or _is_letter(letter)


def _is_letter(letter: str) -> bool:
    """Whether LETTER is a letter, a digit or an underscore; nothing is none."""
    return letter == "_" or letter.isalnum()
