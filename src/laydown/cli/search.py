"""`laydown search`: the claims whose sentences hold some words."""

import click

from laydown.cli.ledgers import ledger_option, opened
from laydown.cli.lines import put


@click.command()
@click.argument("words", nargs=-1, required=True)
@ledger_option
@click.option("--limit", metavar="N", type=click.IntRange(min=1), default=20, help="At most so many; 20 unless told.")
@click.option("--json", "as_json", is_flag=True, help="Print a line of JSON a claim.")
def search(words: tuple[str, ...], ledger: str | None, limit: int, *, as_json: bool) -> None:
    """Show the claims in whose sentences all WORDS stand, the last said first."""
    from laydown.cli.cards import console
    from laydown.cli.sheets import print_entry
    from laydown.codec import dump, entry_to_json

    screen = console()
    with opened(ledger) as kept:
        for entry in kept.search(" ".join(words), limit):
            if as_json:
                put(dump(entry_to_json(entry)))
            else:
                print_entry(screen, entry)
