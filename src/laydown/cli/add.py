"""`laydown add`: reads reports into a ledger, one by one, so that whatever stops it, what is told is kept."""

from typing import TYPE_CHECKING

import click

from laydown.cli import talk
from laydown.cli.codes import UNREADABLE
from laydown.cli.days import require_date
from laydown.cli.ledgers import ledger_option, now, opened
from laydown.cli.lines import put
from laydown.cli.web import fetches
from laydown.model import Problem
from laydown.model.identity import short

if TYPE_CHECKING:
    from laydown.intake import Web


@click.command()
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@ledger_option
@click.option("--published", metavar="DATE", help="Day of the reports that state none themselves, as 2022-02-02.")
@click.option("--jsonl", is_flag=True, help="Standard input holds a report a line, as .jsonl files do.")
@click.option("--workers", metavar="N", type=click.IntRange(min=1), default=1, help="Processes that read side by side.")
@click.option("--json", "as_json", is_flag=True, help="Print a line of JSON a report.")
@fetches
@click.pass_context
def add(  # noqa: PLR0913 - a command has as many arguments as options
    context: click.Context,
    sources: tuple[str, ...],
    ledger: str | None,
    published: str | None,
    workers: int,
    web: "Web",
    *,
    jsonl: bool,
    as_json: bool,
) -> None:
    r"""Read files, folders, addresses or `-` into the ledger. The same report twice changes nothing.

    Each report is kept as soon as its line is printed; a run that was stopped can be started again as it was.

    \b
    Examples:
      laydown add article.html
      laydown add reports/ --ledger crisis.db
    """
    from laydown.cli.tellings import taken_to_json
    from laydown.codec import dump
    from laydown.desk.books import add_sources

    require_date(published, "--published")
    unread = 0
    with opened(ledger, create=True) as books:
        added = add_sources(
            books,
            sources,
            recorded=now(),
            published=published,
            jsonl=jsonl,
            workers=workers,
            web=web,
        )
        for one in talk.progress(added):
            if isinstance(one, Problem):
                unread += 1
                talk.problem(one)
            elif as_json:
                put(dump(taken_to_json(one)))
            else:
                claims = "1 claim" if one.claims == 1 else f"{one.claims} claims"
                click.echo(f"{short(one.report)}  {claims if one.new else 'held already'}")
    context.exit(UNREADABLE if unread else 0)
