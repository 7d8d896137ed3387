"""`laydown balance`: bounds per force and place, and with `--why` the lines whose sum proves them."""

from typing import TYPE_CHECKING, cast

import click

from laydown.cli.ledgers import asks, opened
from laydown.cli.lines import put

if TYPE_CHECKING:
    from collections.abc import Sequence

    from laydown.desk.books import Clocks
    from laydown.model import Balance, Basis


@click.command()
@asks
@click.option("--place", "places", metavar="P", multiple=True, help="One place only; may be given again.")
@click.option("--unit", metavar="U", help="What is told of one unit by name, and of its parts.")
@click.option("--basis", type=click.Choice(["ordered", "in_place"]), default="ordered", help="Decided on, or there.")
@click.option("--why", is_flag=True, help="Print the lines whose sum proves each bound.")
@click.option("--no-assumptions", is_flag=True, help="Let nothing bound a number but what the reports say.")
@click.option("--json", "as_json", is_flag=True, help="Print a line of JSON a balance.")
def balance(  # noqa: PLR0913 - a parameter an option, as click has it
    ledger: str | None,
    days: "Clocks",
    force: str | None,
    places: tuple[str, ...],
    unit: str | None,
    basis: str,
    *,
    why: bool,
    no_assumptions: bool,
    as_json: bool,
) -> None:
    r"""Show between which bounds each force is known to be at each place.

    `stated` is the last stock that a source states, `change` what is reported to have come and gone since, `level` both
    together if nothing went unreported, `unexplained` by how much the last stock differs from the one before and the
    changes between. Numbers are people or things, never both.

    \b
    Examples:
      laydown balance --place Poland --force US --as-of 2022-02-11 --why
      laydown balance --basis in_place --json
    """
    from laydown.cli.cards import console
    from laydown.cli.sheets import print_balances
    from laydown.codec import balance_to_json, dump
    from laydown.desk import books
    from laydown.desk.dropped import dropped

    with opened(ledger) as kept:
        try:
            found = books.balances(
                kept,
                force=force,
                places=places,
                unit=unit,
                basis=cast("Basis", basis),
                clocks=days,
                assume=not no_assumptions,
            )
        except ValueError as error:
            raise click.BadParameter(str(error), param_hint="'--place'") from error
        gone = {one.claim: one for one in dropped(kept, days, _summed(found))} if why and not as_json else {}
    if as_json:
        for one in found:
            put(dump(balance_to_json(one)))
    else:
        print_balances(console(), found, why=why, gone=gone)


def _summed(found: "Sequence[Balance]") -> set[str]:
    """The reports, by their digits, whose claims prove the bounds of what was FOUND."""
    bounds = (one.known for one in found)
    proofs = (proof for both in bounds for proof in (both.proof_of_low, both.proof_of_high) if proof)
    return {line.claim.partition(".")[0] for proof in proofs for line in proof.lines if line.claim}
