"""Arguments: why a claim is read as it is, field by field, as a person wants to see it."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from laydown.model import Reason


def print_argument(screen: Console, reasons: Sequence[Reason]) -> None:
    """Print the argument for one claim: a block a field, its words, what the tables say of them, and the rule."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bright_black", justify="right", min_width=13)
    grid.add_column()
    for one in reasons:
        grid.add_row(f"why {one.field}", Text(" … ".join(f"“{' '.join(words.split())}”" for words in one.words)))
        for told in one.tables:
            grid.add_row("", Text(told, "cyan"))
        if one.rule:
            grid.add_row("", Text.assemble(one.says or "", (f"  {one.rule}", "bright_black")))
    screen.print(grid)
    screen.print()
