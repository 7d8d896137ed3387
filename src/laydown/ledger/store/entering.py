"""Entering: a report with its passages and claims, and where else the same words were seen."""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import version

from sqlalchemy import Connection, insert, select

from laydown.ledger.store import rows
from laydown.ledger.store.posting import Clerk, post_anew
from laydown.ledger.store.tables import claims, notices, passages, reports, sightings
from laydown.model import Reading, Report
from laydown.model.identity import is_address, utc


def enter(connection: Connection, clerk: Clerk, reading: Reading, recorded: str) -> None:
    """Append a report with its notice of correction, its passages and its claims."""
    report = reading.report
    connection.execute(insert(reports), rows.report_row(report, recorded))
    if clerk.notice is not None and reading.claims and (words := clerk.notice(report.text)):
        connection.execute(insert(notices), {"report": report.id, "words": words})
    if reading.claims:
        connection.execute(insert(passages), rows.passage_rows(reading))
        made = [
            rows.claim_row(report, claim, position, recorded=recorded, reader=_reader())
            for position, claim in enumerate(reading.claims)
        ]
        connection.execute(insert(claims), made)


def sight(connection: Connection, clerk: Clerk, report: Report, recorded: str) -> bool:
    """Append where else a held text was seen, or that it stands where it stood with a later hour; whether that was new.

    A page that says other things now is decided anew. Its claims stay those of the first reading, hours and all.
    """
    hours = [hour for where, hour in _seen(connection, report.id) if where == (report.source, report.publisher)]
    if hours and not _later(_said(report.updated or report.published), hours):
        return False
    seen = ("source", "publisher", "title", "published", "updated")
    row = {"report": report.id, "recorded": recorded, **{name: getattr(report, name) for name in seen}}
    connection.execute(insert(sightings), row)
    if not hours and is_address(report.source) and _others_at(connection, report):
        post_anew(connection, clerk, [report.id], recorded)
    return True


def _seen(connection: Connection, name: str) -> Iterator[tuple[tuple[str | None, str | None], str | None]]:
    """Where a report was seen, by source and publisher, each with the hour that it stated there."""
    for table, of in ((reports, reports.c.id), (sightings, sightings.c.report)):
        told = select(table.c.source, table.c.publisher, table.c.published, table.c.updated).where(of == name)
        for row in connection.execute(told):
            yield (row.source, row.publisher), _said(row.updated or row.published)


def _said(stated: str | None) -> str | None:
    """The hour that a page STATED, in UTC; None where it stated none."""
    try:
        return utc(stated) if stated else None
    except ValueError:
        return None


def _later(hour: str | None, hours: Iterable[str | None]) -> bool:
    """Whether an HOUR is known and after all HOURS that are."""
    return hour is not None and all(one is None or hour > one for one in hours)


def _others_at(connection: Connection, report: Report) -> bool:
    """Whether other words than those of REPORT were ever seen at its address."""
    first = select(reports.c.id).where(reports.c.source == report.source, reports.c.id != report.id)
    again = select(sightings.c.report).where(sightings.c.source == report.source, sightings.c.report != report.id)
    return connection.execute(first.union(again).limit(1)).first() is not None


@cache
def _reader() -> str:
    """The version of Laydown that reads."""
    return version("laydown")
