"""The trained parser behind one door: sentences in, tokens with tags, heads and dependency labels out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from laydown.reading.text.pipeline import Parsed, Pipeline

LONGEST: Final = 1500
"""Characters of one sentence that are parsed; a longer one is no sentence, and parsing is linear but not free."""


class Token(NamedTuple):
    """One word: its place in the sentence, its Penn Treebank tag, its dependency label and its head's index.

    A tuple, for it is made five times as quickly as a frozen dataclass.
    """

    i: int
    start: int
    end: int
    text: str
    lower: str
    tag: str
    dep: str
    head: int


@dataclass(slots=True)
class Tree:
    """A parsed sentence. `children` lists the dependents of each token in order; the root is its own head."""

    text: str
    tokens: list[Token]
    children: list[list[int]]

    def __iter__(self) -> Iterator[Token]:
        """The tokens in order."""
        return iter(self.tokens)

    def kids(self, token: Token) -> Iterator[Token]:
        """The direct dependents of TOKEN."""
        return map(self.tokens.__getitem__, self.children[token.i])

    def climb(self, token: Token) -> Iterator[Token]:
        """The heads above TOKEN, nearest first, up to and with the root."""
        while token.head != token.i:
            token = self.tokens[token.head]
            yield token

    def verb_above(self, token: Token) -> Token | None:
        """The nearest verb among the heads above TOKEN."""
        return next((above for above in self.climb(token) if above.tag.startswith("VB")), None)

    def phrase(self, token: Token, belongs: Callable[[Token, Token], bool]) -> list[Token]:
        """TOKEN and all below it that a chain of dependents reaches, of which BELONGS (dependent, head) takes each."""
        found = [token]
        for here in found:
            found.extend(kid for kid in self.kids(here) if belongs(kid, here))
        return found

    def subtree(self, token: Token) -> list[Token]:
        """TOKEN and everything below it, in the order of the text."""
        found, queue = [], [token.i]
        while queue:
            i = queue.pop()
            found.append(i)
            queue.extend(self.children[i])
        return [self.tokens[i] for i in sorted(found)]

    def at(self, offset: int) -> Token | None:
        """The token that covers or follows the character OFFSET, None past the end."""
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        return self.tokens[low] if low < len(self.tokens) else None

    def over(self, start: int, end: int) -> list[Token]:
        """The tokens that share a character with [START, END)."""
        first = self.at(start)
        found = []
        while first is not None and first.start < end:
            found.append(first)
            first = self.tokens[first.i + 1] if first.i + 1 < len(self.tokens) else None
        return found

    def head_of(self, start: int, end: int) -> Token | None:
        """The token of [START, END) whose head lies outside: what the phrase hangs by; the last one if several."""
        inside = self.over(start, end)
        for token in reversed(inside):
            if not start <= self.tokens[token.head].start < end or token.head == token.i:
                return token
        return inside[-1] if inside else None


@cache
def _pipeline() -> "Pipeline":
    """The parser, loaded once, and not before it is asked for."""
    from laydown.reading.text.pipeline import Pipeline

    return Pipeline()


def parse(texts: Sequence[str]) -> list[Tree]:
    """A tree for each of TEXTS, in order; the same text gives the same tree whatever else is in the batch."""
    cut = [text[:LONGEST] for text in texts]
    return [_tree(text, found) for text, found in zip(cut, _pipeline().parse(cut), strict=True)] if cut else []


_token: Final = partial(tuple.__new__, Token)
"""A token of its columns, made in C: the constructor of a named tuple is written in Python."""


def _tree(text: str, found: "Parsed") -> Tree:
    """What the parser found of TEXT as a tree of ours."""
    (words, lower, _, widths, _), tags, deps, heads = found
    starts = list(accumulate(widths, initial=0))
    ends = [start + len(word) for start, word in zip(starts, words, strict=False)]
    tokens = [
        _token(row) for row in zip(range(len(words)), starts, ends, words, lower, tags, deps, heads, strict=False)
    ]
    children: list[list[int]] = [[] for _ in tokens]
    for i, head in enumerate(heads):
        if head != i:
            children[head].append(i)
    return Tree(text, tokens, children)
