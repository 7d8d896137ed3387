"""Arguments: why a claim is read as it is, field by field, as a person wants to see it."""

from collections.abc import Iterator, Sequence
from typing import Final

from rich.console import Console
from rich.text import Text

from laydown.model import Reason

SHAPE: Final = "what is known of a claim of this shape"
LABEL: Final = 15
"""Cells of the longest name of a field behind its "why"."""


def print_argument(screen: Console, reasons: Sequence[Reason]) -> None:
    """Print the argument for one claim: a block a field, its words, what the tables say, the steps, and the rule."""
    for one in reasons:
        label = Text(f"  why {one.field.replace('_', ' ')}".ljust(LABEL + 4), "bright_black")
        for line in _lines(one):
            for piece in line.wrap(screen, screen.width - LABEL - 4):
                piece.rstrip()
                screen.print(label + piece, no_wrap=True)
                label = Text(" " * (LABEL + 4))
    screen.print()


def _lines(one: Reason) -> Iterator[Text]:
    """The lines of one reason: words, tables, steps, the rule."""
    words = " … ".join(f"“{' '.join(words.split())}”" for words in one.words)
    yield Text(words or (SHAPE if one.field == "confidence" else "no words of its own"))
    yield from (Text(told, "cyan") for told in one.tables)
    yield from (Text(step) for step in one.steps)
    if one.rule:
        yield Text.assemble((f"{one.rule}: ", "bright_black"), one.says or "")
