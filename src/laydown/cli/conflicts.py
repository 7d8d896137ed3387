"""`laydown conflicts`: sets of claims that cannot all be true, and the repairs."""

from typing import TYPE_CHECKING

import click

from laydown.cli.codes import FOUND
from laydown.cli.ledgers import asks, opened
from laydown.cli.lines import put

if TYPE_CHECKING:
    from laydown.desk.books import Clocks


@click.command()
@asks
@click.option("--json", "as_json", is_flag=True, help="Print a line of JSON a conflict.")
@click.pass_context
def conflicts(
    context: click.Context,
    ledger: str | None,
    days: "Clocks",
    force: str | None,
    *,
    as_json: bool,
) -> None:
    """Show which claims cannot all be true, and what each way to settle it leaves. Exits 1 where there are any."""
    from laydown.cli.cards import console
    from laydown.cli.sheets import print_conflict
    from laydown.codec import conflict_to_json, dump
    from laydown.desk import books

    with opened(ledger) as kept:
        held = books.books(kept, force, days)
    found = books.conflicts_of(held, days.as_of)
    screen = console()
    for one in found:
        if as_json:
            put(dump(conflict_to_json(one)))
        else:
            print_conflict(screen, one, held.entries)
    context.exit(FOUND if found else 0)
