"""`laydown place`: where a name is, what it beat and why, as cards for a person or as JSON lines for a program."""

import click

from laydown.cli.codes import FOUND
from laydown.cli.days import require_date
from laydown.cli.lines import put


@click.command()
@click.argument("names", metavar="NAME...", nargs=-1, required=True)
@click.option("--in", "within", metavar="CONTEXT", help="The text it stands in, or what it lies in, as Texas.")
@click.option("--as-of", metavar="DATE", help="Day on which groups have their members, as 2022-02-02.")
@click.option("--json", "as_json", is_flag=True, help="Print a line of JSON a name.")
@click.pass_context
def place(
    context: click.Context, names: tuple[str, ...], within: str | None, as_of: str | None, *, as_json: bool
) -> None:
    r"""Show where each NAME is, with its reason and the places that it beat.

    Exits 1 where a name is in no table: "unresolved" is an answer too.

    \b
    Examples:
      laydown place "Fort Liberty" Vilseck
      laydown place Georgia --in "soldiers of the 3rd Infantry Division at Fort Stewart, Georgia"
      laydown place NATO --as-of 2022-02-02 --json
    """
    from laydown import desk
    from laydown.codec import encode_resolution

    require_date(as_of, "--as-of")
    found = [desk.place(name, context=within, as_of=as_of) for name in names]
    if as_json:
        for one in found:
            put(encode_resolution(one))
    else:
        from laydown.cli.cards import console
        from laydown.cli.spots import print_resolution

        screen = console()
        for one in found:
            print_resolution(screen, one)
    context.exit(FOUND if any(one.place is None for one in found) else 0)
