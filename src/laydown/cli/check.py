"""`laydown check`: whether everything in a ledger still holds: words, hashes, ids, links, proofs."""

import click

from laydown.cli import talk
from laydown.cli.codes import FOUND
from laydown.cli.ledgers import ledger_option, opened
from laydown.cli.lines import put


@click.command()
@ledger_option
@click.option("--json", "as_json", is_flag=True, help="Print a line of JSON a problem.")
@click.pass_context
def check(context: click.Context, ledger: str | None, *, as_json: bool) -> None:
    """Check a ledger whole, and print what does not hold, a line each. Exits 1 where there is anything."""
    from laydown.codec import dump, problem_to_json
    from laydown.desk import books

    found = 0
    with opened(ledger) as kept:
        for problem in books.check(kept):
            found += 1
            if as_json:
                put(dump(problem_to_json(problem)))
            else:
                click.echo(str(problem))
    if not found and not as_json:
        talk.said("all of it holds")
    context.exit(FOUND if found else 0)
