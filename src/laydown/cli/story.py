"""`laydown story`: the versions and copies of each story, what each changed, and a person's word on them."""

from typing import TYPE_CHECKING

import click

from laydown.cli import talk
from laydown.cli.ledgers import ledger_option, now, opened
from laydown.cli.lines import put

if TYPE_CHECKING:
    from laydown.desk.books import Ledger
    from laydown.model import Story, Verdict


@click.command()
@click.argument("name", metavar="[ID]", required=False)
@ledger_option
@click.option("--apart", metavar="REPORT", help="Rule that REPORT is not the story ID, or not that of the report ID.")
@click.option("--together", metavar="REPORT", help="Rule that REPORT is the story ID, or that of the report ID.")
@click.option("--reason", metavar="WORDS", help="Why, for whoever reads the books later; a ruling needs it.")
@click.option("--recorded-by", metavar="DATE", help="As persons had ruled by this day.")
@click.option("--json", "as_json", is_flag=True, help="Print a line of JSON a story, or a ruling and its links.")
def story(
    name: str | None,
    ledger: str | None,
    apart: str | None,
    together: str | None,
    reason: str | None,
    recorded_by: str | None,
    *,
    as_json: bool,
) -> None:
    r"""Show all stories, or the one of ID with what changed in its claims from each version to the next.

    ID is that of a story or of any of its reports, or the first digits of either. With --apart or --together it is
    told what is one story and what is not: on a story's id (s-...) the word is on REPORT and all of that story, on a
    report's on the two alone. Nothing is erased: the last ruling on two reports holds, and the books follow.

    \b
    Examples:
      laydown story s-3f2a9c1d00aa55bb --apart 54c0a1b2 --reason "another exercise in the same words"
      laydown story 3f2a9c1d --together 54c0a1b2 --reason "the same dispatch, retold"
    """
    from laydown.cli.days import require_date

    require_date(recorded_by, "--recorded-by")
    with opened(ledger) as kept:
        if apart or together:
            if name is None or not reason or (apart and together):
                msg = "a ruling needs an ID, one REPORT, apart or together, and --reason"
                raise click.UsageError(msg)
            verdict: Verdict = "apart" if apart else "together"
            _rule(kept, (name, apart or together or ""), verdict, reason, as_json=as_json)
        else:
            _show(kept, name, recorded_by, as_json=as_json)


def _show(kept: "Ledger", name: str | None, recorded_by: str | None, *, as_json: bool) -> None:
    """Print all stories, or one with its changes."""
    from laydown.cli.cards import console
    from laydown.cli.tellings import print_story
    from laydown.codec import dump, story_to_json
    from laydown.desk import stories

    screen = console()
    for one in _asked(kept, name, recorded_by):
        changed = tuple(stories.steps(kept, one)) if name else ()
        gone = stories.counted_still(kept, one, recorded_by) if name else ()
        if as_json:
            put(dump(story_to_json(one, changed, gone)))
        else:
            print_story(screen, one, changed, gone)


def _rule(kept: "Ledger", names: tuple[str, str], verdict: "Verdict", reason: str, *, as_json: bool) -> None:
    """Append the ruling, and say what follows from it."""
    from laydown.cli.tellings import ruling_line
    from laydown.codec import dump, link_to_json, ruling_to_json
    from laydown.desk import stories

    try:
        made, links = stories.rule(kept, *names, verdict, reason=reason, recorded=now())
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    for one in made:
        if as_json:
            put(dump(ruling_to_json(one)))
        else:
            click.echo(ruling_line(one))
    for link in links:
        if as_json:
            put(dump(link_to_json(link)))
        else:
            click.echo(f"{link.claim}  {link.role}  {' '.join(link.targets)}  ({link.decided_by}: {link.reason})")
    if not as_json and not links:
        talk.said("no link of the books changes")


def _asked(ledger: "Ledger", name: str | None, recorded_by: str | None) -> "tuple[Story, ...]":
    """All stories, or the one of NAME."""
    from laydown.desk import stories

    found = stories.stories(ledger, recorded_by=recorded_by)
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
