"""`laydown suspense` and `laydown rule`: the claims in doubt, and a person's word on one, appended."""

from typing import TYPE_CHECKING

import click

from laydown.cli.ledgers import asks, ledger_option, now, opened
from laydown.cli.lines import put

if TYPE_CHECKING:
    from laydown.desk.books import Clocks


@click.command()
@asks
@click.option("--json", "as_json", is_flag=True, help="Print a line of JSON a claim.")
def suspense(
    ledger: str | None,
    days: "Clocks",
    force: str | None,
    *,
    as_json: bool,
) -> None:
    """Show the claims that wait, posted nowhere, with the ways between which the clerk could not choose.

    Then those that count still though their page tells them no more: silence denies nothing, but a person may.
    """
    from laydown.cli.cards import console
    from laydown.cli.sheets import print_doubt, print_dropped
    from laydown.codec import dropped_to_json, dump, entry_to_json, link_to_json
    from laydown.desk import books
    from laydown.desk.dropped import counted, dropped

    screen = console()
    with opened(ledger) as kept:
        held = books.books(kept, force, days)
        gone = counted(held, dropped(kept, days))
    for entry, link in books.doubts(held):
        if as_json:
            put(dump({**link_to_json(link), "entry": entry_to_json(entry)}))
        else:
            print_doubt(screen, entry, link, held.entries)
    for one in gone:
        entry, link = held.entries[one.claim], held.links[one.claim]
        if as_json:
            put(dump({**link_to_json(link), "entry": entry_to_json(entry), "dropped": dropped_to_json(one)}))
        else:
            print_dropped(screen, entry, one)


@click.command()
@click.argument("claim", metavar="CLAIM")
@click.argument("role", metavar="ROLE")
@click.argument("movements", metavar="[MOVEMENT]...", nargs=-1)
@ledger_option
@click.option("--reason", metavar="WORDS", required=True, help="Why, for whoever reads the books later.")
@click.option("--json", "as_json", is_flag=True, help="Print a line of JSON a link.")
def rule(claim: str, role: str, movements: tuple[str, ...], ledger: str | None, reason: str, *, as_json: bool) -> None:
    r"""Say what CLAIM does in the books. Nothing is erased: the last ruling on a claim holds.

    ROLE is opens, same, part-of, covers, states, supersedes, updates or memo. A MOVEMENT is what it tells of, is a part
    of, or sums up; for supersedes it is the claim that is corrected, for updates the one that holds until this one.

    \b
    Examples:
      laydown rule 3f2a9c1d00aa55bb.c799a87f895 same m-54c0a1b2c3d4e5f6.c2f9a7bded1 --reason "the same 2,000"
      laydown rule 3f2a9c1d00aa55bb.c799a87f895 memo --reason "misread: an exercise"
    """
    from laydown.codec import dump, link_to_json
    from laydown.desk import books

    with opened(ledger) as kept:
        try:
            made = books.rule(kept, claim, role, movements, reason=reason, recorded=now())
        except ValueError as error:
            raise click.BadParameter(str(error), param_hint="'ROLE'") from error
    for link in made:
        if as_json:
            put(dump(link_to_json(link)))
        else:
            click.echo(f"{link.claim}  {link.role}  {' '.join(link.targets)}  ({link.decided_by}: {link.reason})")
