"""`laydown movements`: what moves, between which bounds, how far along, and who tells of it."""

import sys

import click

from laydown.cli.ledgers import clock_options, clocks, force_option, ledger_option, opened


@click.command()
@ledger_option
@clock_options
@force_option
@click.option("--json", "as_json", is_flag=True, help="Print a line of JSON a movement.")
def movements(
    ledger: str | None,
    as_of: str | None,
    said_by: str | None,
    recorded_by: str | None,
    force: str | None,
    *,
    as_json: bool,
) -> None:
    """Show each movement once, however many reports tell of it."""
    from laydown.cli.cards import console
    from laydown.cli.sheets import print_movements
    from laydown.codec import dump, movement_to_json
    from laydown.desk import books

    days = clocks(as_of, said_by, recorded_by)
    with opened(ledger) as kept:
        found = books.movements(kept, force=force, clocks=days)
    if as_json:
        for one in found:
            sys.stdout.buffer.write(dump(movement_to_json(one)) + b"\n")
    else:
        print_movements(console(), found)
