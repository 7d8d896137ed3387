"""The quick look: which of many phrases stand in a text, and where, told in one pass for all of them.

A phrase is looked for by its longest word (Aho-Corasick, in Rust), so a miss costs next to nothing however many
phrases there are. What is found is exactly what a pattern of all of them would find.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Final, Literal

from ahocorasick_rs import BytesAhoCorasick

After = Literal["word", "part", "name"]
"""What ends a phrase: no letter follows; nor a hyphen; or a space and a name do, as behind the prefix of a ship."""

PLAIN: Final = frozenset(" \n.,;:?!'\"()")
"""What mostly stands between words: no need to ask further."""

_RUN: Final = bytes(c if chr(c).isalnum() and c < 128 else 32 for c in range(256))


@lru_cache(maxsize=8)
def _flat(text: str) -> bytes:
    """TEXT with a space for all that is no Latin letter or digit, and one around it: a byte for each letter."""
    return b" " + text.encode("ascii", "replace").translate(_RUN) + b" "


def runs(text: str) -> list[bytes]:
    """The runs of Latin letters and digits in TEXT: cut ten times as quickly as words are by a pattern.

    >>> runs("S-400s in Rügen")
    [b'S', b'400s', b'in', b'R', b'gen']
    """
    return _flat(text).split()


class Phrases:
    """Phrases of one sort: what ends each, and whether some stand in a text."""

    def __init__(self, phrases: Iterable[str], *, parts: Iterable[str] = (), names: Iterable[str] = ()) -> None:
        """PHRASES behind which no letter stands, PARTS behind which no hyphen does either, and beginnings of NAMES."""
        ends: tuple[tuple[Iterable[str], After], ...] = ((phrases, "word"), (parts, "part"), (names, "name"))
        self.all = tuple((phrase, after) for group, after in ends for phrase in sorted({*group}))

    @cached_property
    def _longest(self) -> BytesAhoCorasick:
        longest = {max(runs(phrase), key=len) for phrase, _ in self.all}
        return BytesAhoCorasick([b" " + word + b" " for word in sorted(longest)])

    @cached_property
    def _marks(self) -> "Marks":
        return Marks({1: self})

    def miss(self, text: str) -> bool:
        """Whether TEXT lacks the longest word of every phrase: the quickest no."""
        return not self._longest.find_matches_as_indexes(_flat(text))

    def stand_in(self, text: str) -> bool:
        """Whether some phrase stands in TEXT as words of their own, no letter and no hyphen before it."""
        return any(self._marks.found(text))


class Marks:
    """Phrases of several sorts, looked for at once. Each sort has a bit, so that those of a text are a sum."""

    def __init__(self, sorts: Mapping[int, Phrases]) -> None:
        """The phrases of each of SORTS under its bit, each by its runs of letters and digits."""
        known: dict[bytes, dict[tuple[str, After, int], int]] = {}
        for bit, (phrase, after) in ((bit, one) for bit, group in sorts.items() for one in group.all):
            flat = _flat(phrase)
            bare = flat.strip()
            entry = phrase, after, flat.index(bare) - 1
            under = known.setdefault(bare, {})
            under[entry] = under.get(entry, 0) | bit
        self._under = tuple(tuple((*entry, bits) for entry, bits in under.items()) for under in known.values())
        self._runs = BytesAhoCorasick([b" " + bare + b" " for bare in known])

    def found(self, text: str) -> Iterator[tuple[int, int]]:
        """Where each phrase that stands in TEXT begins, and the bits of its sorts, in the order of their ends."""
        for which, at, _ in self._runs.find_matches_as_indexes(_flat(text), overlapping=True):
            for phrase, after, offset, bits in self._under[which]:
                if _stands(phrase, text, at - offset, after):
                    yield at - offset, bits


def _stands(phrase: str, text: str, at: int, after: After) -> bool:
    """Whether PHRASE stands at AT in TEXT between the ends that it asks for."""
    if not text.startswith(phrase, at) or (at and text[at - 1] not in PLAIN and _joins(text[at - 1])):
        return False
    end = at + len(phrase)
    following = text[end : end + 1]
    if after == "name":
        return following == " " and _is_letter(text[end + 1 : end + 2])
    return following in PLAIN or not (_joins if after == "part" else _is_letter)(following)


def _joins(letter: str) -> bool:
    """Whether LETTER makes one word with its neighbour: a letter, a digit, a hyphen."""
    return letter == "-" or _is_letter(letter)


def _is_letter(letter: str) -> bool:
    """Whether LETTER is a letter, a digit or an underscore; nothing is none."""
    return letter == "_" or letter.isalnum()
