"""The parser's network in numpy: convolutions over the words, tags, and the scores of the next moves.

It computes what spaCy's own layers compute, in half of the time: a batch is laid out once and stays so from layer to
layer, and the moves are scored without a call into another library for each of their eight words. Nothing of a row
depends on the rows beside it, to the last bit, so that a sentence has one tree whatever is parsed with it.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

import numpy as np
from numpy.lib.stride_tricks import as_strided
from numpy.typing import NDArray

Floats = NDArray[np.float32]

TILE: Final = 16
"""Rows of one matrix product: the most that were found to round alike wherever a row stands among them."""

TINY: Final = np.float32(1e-8)
"""What a variance is at least."""


def tiled(rows: int, width: int) -> Floats:
    """Room for ROWS of WIDTH, in tiles of which the last is filled up with zeros."""
    return np.zeros((-(-rows // TILE), TILE, width), dtype=np.float32)


def product(weights: Floats, tiles: Floats) -> Floats:
    """WEIGHTS with each row of TILES, as columns: a row gives the same bits whatever rows stand beside it.

    The product of many rows rounds by where among them a row stands. So each tile is multiplied alone, with the weights
    on the left, which is the side that rounds all rows of a tile alike.
    """
    found: Floats = np.matmul(weights, tiles.transpose(0, 2, 1))
    return found


def rows_of(columns: Floats, count: int) -> Floats:
    """The first COUNT rows of what `product` gave."""
    return np.ascontiguousarray(columns.transpose(0, 2, 1)).reshape(-1, columns.shape[1])[:count]


def linear(weights: Floats, rows: Floats) -> Floats:
    """The product of WEIGHTS with each of ROWS."""
    tiles = tiled(*rows.shape)
    tiles.reshape(-1, rows.shape[1])[: len(rows)] = rows
    return rows_of(product(weights, tiles), len(rows))


def _parameters(model: Any, name: str) -> Iterator[tuple[Floats, ...]]:  # noqa: ANN401 - thinc's layers are untyped at this rim
    """The parameters of all layers of a NAME in MODEL, in order of their own names."""
    for layer in model.walk(order="dfs_pre"):
        if layer.name == name:
            yield tuple(layer.get_param(one) for one in sorted(layer.param_names))


class Encoder:
    """The convolutions: each word with its neighbours, as often as there are layers."""

    def __init__(self, model: Any) -> None:  # noqa: ANN401 - thinc's layers are untyped at this rim
        """MODEL is spaCy's encoder: residual layers of a window, a maxout and a norm of each word."""
        self._apart: int = model.attrs["pad"]
        layers = [
            (np.concatenate(weights.swapaxes(0, 1)), bias.T.reshape(-1, 1), scale, shift)
            for (weights, bias), (scale, shift) in zip(
                _parameters(model, "maxout"), _parameters(model, "layernorm"), strict=True
            )
        ]
        weights, bias, *self._first_norm = layers[0]
        self._first = np.concatenate(np.split(weights, 3, axis=1))
        self._first_bias = bias[:, 0]
        self._later = [(weights, np.repeat(bias, TILE, axis=1), *norm) for weights, bias, *norm in layers[1:]]

    def first(self, vectors: Floats) -> Floats:
        """What the first layer makes of words with VECTORS, three rows each: on the left, in the middle, on the right.

        These do not depend on what a word stands beside, so that they can be kept as long as the word is.
        """
        return linear(self._first, vectors).reshape(3 * len(vectors), len(self._first_bias))

    def encode(self, kept: Floats, first: Floats, rows: Sequence[int], lengths: Sequence[int]) -> Floats:
        """The vectors of words in the light of their neighbours, in sentences of LENGTHS.

        ROWS are where the words are in KEPT, which has their vectors by themselves, and in FIRST, which is of `first`;
        what is kept at the top is no word.
        """
        count = len(rows) + (len(lengths) + 1) * self._apart
        places = np.arange(len(rows)) + np.repeat(np.arange(1, len(lengths) + 1) * self._apart, lengths)
        at = np.zeros(count + 2, dtype=np.intp)
        at[places + 1] = rows
        field = kept.take(at, axis=0)
        width = field.shape[1]
        inner = field[1:-1]
        at *= 3
        found = first.take(at[:-2], axis=0)
        found += first.take(at[1:-1] + 1, axis=0)
        found += first.take(at[2:] + 2, axis=0)
        found += self._first_bias
        inner += _normed(_largest(found, width), *self._first_norm)
        seen = as_strided(field, (count, 3 * width), field.strides)
        tiles = tiled(count, 3 * width)
        windows = tiles.reshape(-1, 3 * width)[:count]
        for weights, bias, scale, shift in self._later:
            windows[:] = seen
            found = product(weights, tiles)
            found += bias
            inner += _normed(rows_of(_largest(found, width), count), scale, shift)
        return inner[places]


def _largest(pieces: Floats, width: int) -> Floats:
    """The largest of three pieces of WIDTH, which stand one behind the other in the second axis."""
    best: Floats = np.maximum(pieces[:, :width], pieces[:, width : 2 * width])
    np.maximum(best, pieces[:, 2 * width :], out=best)
    return best


def _normed(rows: Floats, scale: Floats, shift: Floats) -> Floats:
    """ROWS, each with a mean of nought and a variance of one, by SCALE and SHIFT."""
    width = np.float32(rows.shape[1])
    found = rows.copy()
    found -= np.add.reduce(rows, axis=1, keepdims=True) / width
    found /= np.sqrt(np.add.reduce(found * found, axis=1, keepdims=True) / width + TINY)
    found *= scale
    found += shift
    return found


class Tagger:
    """The tags of words."""

    def __init__(self, model: Any, labels: Iterable[str]) -> None:  # noqa: ANN401 - thinc's layers are untyped at this rim
        """MODEL is spaCy's tagger, and LABELS its tags."""
        ((self._weights, self._bias),) = _parameters(model, "softmax")
        self._labels = tuple(labels)

    def tags(self, words: Floats) -> list[str]:
        """The tag of each of WORDS."""
        scores = linear(self._weights, words) + self._bias
        return [self._labels[best] for best in scores.argmax(axis=1).tolist()]


class Scorer:
    """The scores of the parser's moves, by the words at the top of its stack and its buffer and their dependents."""

    def __init__(self, model: Any) -> None:  # noqa: ANN401 - thinc's layers are untyped at this rim
        """MODEL is spaCy's parser."""
        narrow, lower, upper = model.layers
        ((self._narrow, self._narrow_bias),) = _parameters(narrow, "linear")
        ((weights, bias),) = _parameters(upper, "linear")
        self.upper: Floats = np.concatenate([weights, bias[:, None]], axis=1)
        weights, bias, missing = (lower.get_param(name) for name in ("W", "b", "pad"))
        self.roles: int = weights.shape[0]
        self._lower = np.ascontiguousarray(weights.swapaxes(1, 2)).reshape(-1, weights.shape[3])
        self._bias = bias.T.reshape(-1)
        self._missing = missing[0].swapaxes(1, 2).reshape(self.roles, -1)

    def board(self, words: Floats, states: int) -> "Board":
        """The board on which as many STATES are scored, of sentences that WORDS are of."""
        narrow = linear(self._narrow, words) + self._narrow_bias
        tiles = tiled(*narrow.shape)
        tiles.reshape(-1, narrow.shape[1])[: len(narrow)] = narrow
        said = np.empty((self.roles, len(tiles) * TILE + 1, len(self._bias)), dtype=np.float32)
        said[:, 0] = self._missing
        found = product(self._lower, tiles).reshape(len(tiles), self.roles, len(self._bias), TILE)
        said[:, 1:].reshape(self.roles, len(tiles), TILE, len(self._bias))[:] = found.transpose(1, 0, 3, 2)
        said[0] += self._bias
        return Board(said, self.upper, states)


class Board:
    """What each word says in each role, once for all moves, and room to score the states in."""

    def __init__(self, said: Floats, upper: Floats, states: int) -> None:
        """SAID has a row for each word by role, the first of each role for a word that is missing."""
        self._said = said.reshape(-1, said.shape[2])
        self._at = np.arange(len(said)) * said.shape[1] + 1
        self._upper = upper
        self._hidden = said.shape[2] // 2
        self._tiles = tiled(states, upper.shape[1])
        self._tiles[:, :, -1] = 1.0  # the bias stands in the last column
        self._rows = self._tiles.reshape(-1, upper.shape[1])

    def scores(self, words: NDArray[np.int32]) -> Floats:
        """The scores of all moves for each state, of which WORDS are the words by role, -1 for one that is missing."""
        sums = np.add.reduce(self._said.take(words + self._at, axis=0), axis=1)
        count, half = len(words), self._hidden
        np.maximum(sums[:, :half], sums[:, half:], out=self._rows[:count, :half])
        if count <= TILE:
            found: Floats = self._upper.dot(self._tiles[0].T)
            return found.T[:count].copy()
        return rows_of(product(self._upper, self._tiles[: -(-count // TILE)]), count)
