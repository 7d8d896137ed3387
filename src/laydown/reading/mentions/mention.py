"""The mention of a force: its noun, its number, its formations, and where it hangs in the tree."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from laydown.model import Category, Quantity
from laydown.reading.mentions.quantities import Count
from laydown.reading.mentions.units import UnitName
from laydown.reading.text.grammar import Token, Tree

NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS"})
MODIFIERS: Final = NOUNS | {
    "AFX", "CD", "DT", "HYPH", "JJ", "JJR", "JJS", "POS", "PRP$", "RB", "VBG", "VBN", "''", "``",
}  # fmt: skip
"""Tags of the words that may stand between a number and its noun."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A force in a sentence.

    `top` is the index of the token by which the whole phrase hangs in the tree; `reach` lists the tokens through which
    it can be met from above ("a total of 8,500 troops": troops, total).
    """

    start: int
    end: int
    head: int
    top: int
    reach: tuple[int, ...]
    category: Category
    unit: str
    sort: str
    weak: bool
    quantity: Quantity | None = None
    count: Count | None = None
    additional: tuple[int, int] | None = None
    units: tuple[UnitName, ...] = ()
    modifies: bool = False
    definite: bool = False


def left_edge(tree: Tree, token: Token) -> int:
    """The first token of the run of modifiers that ends in TOKEN."""
    i = token.i
    while i > 0:
        left = tree.tokens[i - 1]
        if not _modifies(left, tree.tokens[i]):
            break
        i -= 1
    return i


def _modifies(left: Token, right: Token) -> bool:
    """Whether LEFT belongs to the phrase that goes on with RIGHT."""
    if left.tag not in MODIFIERS or left.dep in {"nsubj", "nsubjpass", "ROOT", "dobj", "pobj", "aux"}:
        return left.tag == "CD" and left.dep in {"nummod", "compound"}
    if left.tag.startswith("VB") and left.dep not in {"amod", "compound"}:
        return False
    if left.dep == "advmod" and right.tag != "CD":
        return False
    return left.lower not in {"that", "as", "ago", "today", "yesterday"}


def under(mentions: Iterable[Mention], token: Token) -> list[Mention]:
    """The mentions that can be met at TOKEN."""
    return [m for m in mentions if token.i in m.reach]
