"""`laydown watch`: follows feeds and pages, adds what is new, and tells what changed, a line a change."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from laydown.cli import talk
from laydown.cli.codes import UNREADABLE
from laydown.cli.ledgers import ledger_option, located, now, opened
from laydown.cli.lines import put
from laydown.model import Problem

if TYPE_CHECKING:
    from laydown.desk.watching import News, Watched

NAP: Final = 5.0
"""Seconds between looks at what is due; the sources' own rhythm is a minute and more."""


@click.command()
@click.argument("sources", metavar="FEED...", nargs=-1, required=True)
@ledger_option
@click.option("--once", is_flag=True, help="Look at what is due and end, for cron.")
@click.option("--state", metavar="FILE", help="Where the rhythm of each source is kept; else beside the ledger.")
@click.option("--archive", metavar="FILE", help="Keep each fetched page in FILE, a WARC.gz that can be read again.")
@click.option("--allow-private", is_flag=True, help="Fetch from this machine and its network too.")
@click.option("--json", "as_json", is_flag=True, help="Print a line of JSON a report.")
@click.pass_context
def watch(  # noqa: PLR0913 - a parameter an option, as click has it
    context: click.Context,
    sources: tuple[str, ...],
    ledger: str | None,
    state: str | None,
    archive: str | None,
    *,
    once: bool,
    allow_private: bool,
    as_json: bool,
) -> None:
    r"""Poll feeds (RSS, Atom) and single pages, and add new reports and new versions to the ledger.

    Each source has a rhythm of its own: sooner where something was new, later where nothing was, much later where it
    does not answer. What stands in feeds is followed for a day, for stories change. Stopped and started again, it
    goes on.

    \b
    Examples:
      laydown watch https://example.org/world.rss https://example.org/live --ledger crisis.db
      laydown watch https://example.org/world.rss --once
    """
    from laydown.desk.watching import Fetcher, watch

    path = _state(state, ledger)
    known = _known(path, sources)
    failed = 0
    with opened(ledger, create=True) as books:
        while True:
            hour = now()
            if any(source.due <= hour for source in known.values()):
                with Fetcher(retrieved=hour, archive=archive, allow_private=allow_private) as fetcher:
                    for one in watch(books, known, fetcher, hour):
                        failed += isinstance(one, Problem)
                        _tell(one, as_json=as_json)
                        _keep(path, known)
                _keep(path, known)
            if once:
                break
            time.sleep(NAP)
    context.exit(UNREADABLE if failed else 0)


def _tell(one: "News | Problem", *, as_json: bool) -> None:
    """Say what came in, or what went wrong."""
    if isinstance(one, Problem):
        talk.problem(one)
    elif as_json:
        from laydown.cli.tellings import taken_to_json
        from laydown.codec import changes_to_json, dump

        more = {"source": one.report.source, "changes": changes_to_json(one.changes) if one.changes else None}
        put(dump({**taken_to_json(one.taken), **more}))
    else:
        from laydown.cli.tellings import news_lines

        for words in news_lines(one):
            click.echo(words)


def _state(state: str | None, ledger: str | None) -> Path:
    """Where the rhythm of each source is kept."""
    if state is not None:
        return Path(state)
    where = located(ledger)
    if "://" in where and not where.startswith("sqlite:///"):
        msg = "a ledger in a database has no place for it; name a file"
        raise click.BadParameter(msg, param_hint="'--state'")
    return Path(where.removeprefix("sqlite:///") + ".watch.json")


def _known(path: Path, sources: tuple[str, ...]) -> "dict[str, Watched]":
    """The sources as they were when last looked at; a state that cannot be read is begun anew, and loses no report."""
    import msgspec

    from laydown.desk.watching import Watched

    try:
        found = msgspec.json.decode(path.read_bytes(), type=dict[str, Watched])
    except (OSError, msgspec.DecodeError):
        found = {}
    kept = {name: one for name, one in found.items() if name in sources or one.feed in sources}
    for name in sources:
        kept.setdefault(name, Watched(address=name, due=""))
    return kept


def _keep(path: Path, known: "dict[str, Watched]") -> None:
    """Write the state whole or not at all."""
    import msgspec

    fresh = path.with_name(path.name + ".new")
    fresh.write_bytes(msgspec.json.encode(known))
    fresh.replace(path)
