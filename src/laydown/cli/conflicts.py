"""`laydown conflicts`: sets of claims that cannot all be true, and the repairs."""

import sys

import click

from laydown.cli.ledgers import clock_options, clocks, force_option, ledger_option, opened

FOUND = 1


@click.command()
@ledger_option
@clock_options
@force_option
@click.option("--json", "as_json", is_flag=True, help="Print a line of JSON a conflict.")
@click.pass_context
def conflicts(
    context: click.Context,
    ledger: str | None,
    as_of: str | None,
    said_by: str | None,
    recorded_by: str | None,
    force: str | None,
    *,
    as_json: bool,
) -> None:
    """Show which claims cannot all be true, and what each way to settle it leaves. Exits 1 where there are any."""
    from laydown.cli.cards import console
    from laydown.cli.sheets import print_conflict
    from laydown.codec import conflict_to_json, dump
    from laydown.desk import books

    days = clocks(as_of, said_by, recorded_by)
    with opened(ledger) as kept:
        found = books.conflicts(kept, force=force, clocks=days)
        entries = books.books(kept, force, days).entries
    screen = console()
    for one in found:
        if as_json:
            sys.stdout.buffer.write(dump(conflict_to_json(one)) + b"\n")
        else:
            print_conflict(screen, one, entries)
    context.exit(FOUND if found else 0)
