"""Watching at the desk: what is new in feeds and pages goes into a ledger, and what changed is told."""

from collections.abc import Iterator
from dataclasses import dataclass

from laydown.desk.books import Ledger, LedgerError, RefusedError
from laydown.intake.fetching import Fetcher
from laydown.intake.polling import Watched, busy, due, look
from laydown.model import Changes, Problem, Reading, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """A report that came in: the how many-eth version of what stands at its address, and what it changed, if anything.

    `story` is the id of the first version, as `laydown story` has it.
    """

    report: Report
    claims: int
    story: str
    version: int
    changes: Changes | None = None


def watch(ledger: Ledger, sources: dict[str, Watched], fetcher: Fetcher, now: str) -> Iterator[News | Problem]:
    """One round at the hour NOW: look at all SOURCES that are due, and add what is new to LEDGER.

    SOURCES is brought up to date as the round goes, with the pages that feeds name, so that whoever stops in between
    loses nothing but the time. Raises LedgerError where the database fails.
    """
    turn = list(due(sources, now))
    while turn:
        source = turn.pop(0)
        found = look(fetcher, source, now)
        sources[source.address] = found.next
        for page in found.pages:
            if page.address not in sources or sources[page.address].due > now:
                sources[page.address] = page
                turn.append(page)
        news = [one for report in found.found if (one := _entered(ledger, report, now)) is not None]
        if any(isinstance(one, News) for one in news):
            sources[source.address] = busy(found.next, now)
        yield from news


def _entered(ledger: Ledger, found: Report | Problem, now: str) -> News | Problem | None:
    """What a report that was FOUND brings; None where LEDGER holds it already."""
    from laydown.crew import read_one

    if isinstance(found, Problem):
        return found
    if ledger.holds(found.id):
        ledger.sight(found, recorded=now)
        return None
    reading = read_one(found)
    if isinstance(reading, Problem):
        return reading
    earlier = ledger.versions_at(found.source) if found.source else ()
    try:
        ledger.add(reading, recorded=now)
    except RefusedError as error:
        return error.problem
    return _news(ledger, reading, earlier)


def _news(ledger: Ledger, reading: Reading, earlier: tuple[str, ...]) -> News:
    """What READING brings beside the EARLIER versions at its address."""
    from laydown.crew import read_one
    from laydown.stories import changes

    first = earlier[0] if earlier else reading.report.id
    before = ledger.report(earlier[-1]) if earlier else None
    old = read_one(before) if before else None
    return News(
        report=reading.report,
        claims=len(reading.claims),
        story="s-" + first.removeprefix("sha256:")[:16],
        version=len(earlier) + 1,
        changes=changes(old, reading) if isinstance(old, Reading) else None,
    )


__all__ = ["Fetcher", "LedgerError", "News", "Watched", "watch"]
