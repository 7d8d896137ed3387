"""`laydown story`: the versions and copies of each story of a ledger, and what changed from one to the next."""

from typing import TYPE_CHECKING

import click

from laydown.cli.ledgers import ledger_option, opened
from laydown.cli.lines import put

if TYPE_CHECKING:
    from laydown.desk.books import Ledger
    from laydown.model import Story


@click.command()
@click.argument("name", metavar="[ID]", required=False)
@ledger_option
@click.option("--json", "as_json", is_flag=True, help="Print a line of JSON a story.")
def story(name: str | None, ledger: str | None, *, as_json: bool) -> None:
    """Show all stories, or the one of ID with what changed in its claims from each version to the next.

    ID is that of a story or of any of its reports, or the first digits of either.
    """
    from laydown.cli.cards import console
    from laydown.cli.tellings import print_story
    from laydown.codec import dump, story_to_json
    from laydown.desk import stories

    screen = console()
    with opened(ledger) as kept:
        for one in _asked(kept, name):
            changed = tuple(stories.steps(kept, one)) if name else ()
            if as_json:
                put(dump(story_to_json(one, changed)))
            else:
                print_story(screen, one, changed)


def _asked(ledger: "Ledger", name: str | None) -> "tuple[Story, ...]":
    """All stories, or the one of NAME."""
    from laydown.desk import stories

    found = stories.stories(ledger)
    if name is None:
        return found
    try:
        one = stories.story_named(found, name)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="'ID'") from error
    if one is None:
        msg = f"no story or report begins with {name!r}; `laydown story` lists them"
        raise click.BadParameter(msg, param_hint="'ID'")
    return (one,)
