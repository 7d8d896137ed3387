"""`laydown read`: the claims of each report, as cards for a person or as JSON lines for a program."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import click

from laydown.cli import talk
from laydown.cli.codes import UNREADABLE
from laydown.cli.days import require_date
from laydown.cli.lines import put
from laydown.cli.web import fetches
from laydown.model import Explained, Problem, Reading

if TYPE_CHECKING:
    from laydown.intake import Web


@click.command()
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option("--published", metavar="DATE", help="Day of the reports that state none themselves, as 2022-02-02.")
@click.option("--jsonl", is_flag=True, help="Standard input holds a report a line, as .jsonl files do.")
@click.option("--workers", metavar="N", type=click.IntRange(min=1), default=1, help="Processes that read side by side.")
@click.option("--why", is_flag=True, help="Print for each claim the words and the rules that made each field.")
@click.option("--json", "as_json", is_flag=True, help="Print a line of JSON a report.")
@fetches
@click.pass_context
def read(  # noqa: PLR0913 - a parameter an option, as click has it
    context: click.Context,
    sources: tuple[str, ...],
    published: str | None,
    workers: int,
    web: "Web",
    *,
    jsonl: bool,
    why: bool,
    as_json: bool,
) -> None:
    r"""Read files, folders, addresses or `-`, and print the claims of each report. Nothing is stored.

    A SOURCE is a file of text, Markdown, HTML, PDF or mail, a feed, a web archive (WARC), a .json or .jsonl file
    of reports, a folder of such files, the address of a page or a feed, or `-` for standard input.

    \b
    Examples:
      laydown read article.html
      laydown read https://news.example/article --archive pages.warc.gz
      laydown read reports/ --published 2024-03-06 --json > claims.jsonl
      laydown read news.jsonl --workers 8 --json > claims.jsonl
    """
    from laydown.desk import explain_sources, read_sources

    require_date(published, "--published")
    show = _line_printer() if as_json else _card_printer()
    told: Iterator[Reading | Explained | Problem]
    if why:
        told = explain_sources(sources, published=published, jsonl=jsonl, web=web)
    else:
        told = read_sources(sources, published=published, jsonl=jsonl, workers=workers, web=web)
    unread = 0
    for found in talk.progress(told):
        if isinstance(found, Problem):
            unread += 1
            talk.problem(found)
        else:
            show(found)
    context.exit(UNREADABLE if unread else 0)


def _line_printer() -> Callable[[Reading | Explained], None]:
    """Prints a reading as a line of JSON."""
    from laydown.codec import encode, encode_explained

    def show(told: Reading | Explained) -> None:
        put(encode(told) if isinstance(told, Reading) else encode_explained(told))

    return show


def _card_printer() -> Callable[[Reading | Explained], None]:
    """Prints a reading as cards, with the argument for each where there is one."""
    from laydown.cli.cards import console, print_reading

    screen = console()

    def show(told: Reading | Explained) -> None:
        if isinstance(told, Reading):
            print_reading(screen, told)
        else:
            print_reading(screen, told.reading, told.reasons)

    return show
