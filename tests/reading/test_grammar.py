"""The parser: the same sentence is the same tree, whatever is parsed beside it."""

import numpy as np
import pytest

from laydown.reading.text.grammar import parse
from laydown.reading.text.network import TILE, linear
from laydown.reading.text.pipeline import BATCH, load

SENTENCES = [
    f"Ghana {verb} {n} soldiers from Tamale to Accra on Monday." for n in range(9, 60) for verb in ("sent", "flew")
]


def test_a_tree_does_not_depend_on_its_company() -> None:
    """Alone, in a batch, and in another batch."""
    alone = [parse([sentence])[0] for sentence in SENTENCES]
    assert len(SENTENCES) > 3 * BATCH
    assert parse(SENTENCES) == alone
    assert parse(SENTENCES[::-1]) == alone[::-1]
    assert parse([]) == []
    assert [len(tree.tokens) for tree in parse([""])] == [0]


def test_our_layers_give_the_trees_of_spacys_own() -> None:
    """Words, tags, labels and heads; also where spaces are odd, signs stand alone and there is no word at all."""
    texts = [
        *SENTENCES[:20],
        "Two of the frigates,  which had been in Mombasa since May,\tsailed on.",
        "\"We shan't go\", said Maj. O'Neill-Okoro (the 3rd Bn's C.O.) — and didn't!",
        "  ",
        "No",
        "",
    ]
    for tree, doc in zip(parse(texts), load().pipe(texts), strict=True):
        assert [(t.text, t.start, t.tag, t.dep, t.head) for t in tree] == [
            (t.text, t.idx, t.tag_, t.dep_, t.head.i) for t in doc
        ]


@pytest.mark.parametrize(("width", "columns"), [(576, 288), (288, 288), (96, 50), (96, 64), (64, 1024), (64, 106)])
def test_a_row_of_a_product_does_not_depend_on_the_others(width: int, columns: int) -> None:
    """To the last bit, for each shape of the parser's matrices: or one tree in a million would hang on its company."""
    chance = np.random.default_rng(1)
    rows = chance.standard_normal((5 * TILE + 3, width)).astype("f4")
    weights = chance.standard_normal((columns, width)).astype("f4")
    whole = linear(weights, rows)
    assert np.allclose(whole, rows @ weights.T, atol=1e-3)
    for first in range(0, len(rows), 5):
        assert np.array_equal(linear(weights, rows[first:]), whole[first:])
    order = chance.permutation(len(rows))
    assert np.array_equal(linear(weights, rows[order]), whole[order])
