"""`laydown movements`: what moves, between which bounds, how far along, and who tells of it."""

from typing import TYPE_CHECKING

import click

from laydown.cli.ledgers import asks, opened
from laydown.cli.lines import put

if TYPE_CHECKING:
    from laydown.desk.books import Clocks


@click.command()
@asks
@click.option("--json", "as_json", is_flag=True, help="Print a line of JSON a movement.")
def movements(
    ledger: str | None,
    days: "Clocks",
    force: str | None,
    *,
    as_json: bool,
) -> None:
    """Show each movement once, however many reports tell of it."""
    from laydown.cli.cards import console
    from laydown.cli.sheets import print_movements
    from laydown.codec import dump, movement_to_json
    from laydown.desk import books

    with opened(ledger) as kept:
        found = books.movements(kept, force=force, clocks=days)
    if as_json:
        for one in found:
            put(dump(movement_to_json(one)))
    else:
        print_movements(console(), found)
