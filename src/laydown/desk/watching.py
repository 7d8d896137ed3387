"""Watching at the desk: what is new in feeds and pages goes into a ledger, and what changed is told."""

from collections.abc import Iterator
from dataclasses import dataclass

from laydown.desk.books import Ledger, LedgerError, Taken, take
from laydown.intake.fetching import Fetcher
from laydown.intake.polling import Watched, busy, due, look
from laydown.model import Changes, Problem, Reading, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """A report that came in, as which version of its page, and what it changed in the claims of the one before."""

    report: Report
    taken: Taken
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
    taken = take(ledger, reading, now)
    return taken if isinstance(taken, Problem) else _news(ledger, reading, taken)


def _news(ledger: Ledger, reading: Reading, taken: Taken) -> News:
    """What READING brings beside the version before it."""
    from laydown.crew import read_one
    from laydown.desk.stories import diff

    before = ledger.report(taken.before) if taken.before else None
    old = read_one(before) if before else None
    changes = diff(old, reading) if isinstance(old, Reading) else None
    return News(report=reading.report, taken=taken, changes=changes)


__all__ = ["Fetcher", "LedgerError", "News", "Watched", "watch"]
