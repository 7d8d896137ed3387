"""Entering: a report with its passages and claims, and where else the same words were seen."""

from functools import cache
from importlib.metadata import version

from sqlalchemy import Connection, insert, select

from laydown.ledger.store import rows
from laydown.ledger.store.posting import Clerk, post_anew
from laydown.ledger.store.tables import claims, notices, passages, reports, sightings
from laydown.model import Reading, Report
from laydown.model.identity import is_address


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
    """Append where else a held text was seen, unless that is known; a page that says other things is decided anew."""
    for table, name in ((reports, reports.c.id), (sightings, sightings.c.report)):
        had = connection.execute(select(table.c.source, table.c.publisher).where(name == report.id))
        if (report.source, report.publisher) in {(row.source, row.publisher) for row in had}:
            return False
    seen = ("source", "publisher", "title", "published", "updated")
    row = {"report": report.id, "recorded": recorded, **{name: getattr(report, name) for name in seen}}
    connection.execute(insert(sightings), row)
    if is_address(report.source) and _others_at(connection, report):
        post_anew(connection, clerk, [report.id], recorded)
    return True


def _others_at(connection: Connection, report: Report) -> bool:
    """Whether other words than those of REPORT were ever seen at its address."""
    first = select(reports.c.id).where(reports.c.source == report.source, reports.c.id != report.id)
    again = select(sightings.c.report).where(sightings.c.source == report.source, sightings.c.report != report.id)
    return connection.execute(first.union(again).limit(1)).first() is not None


@cache
def _reader() -> str:
    """The version of Laydown that reads."""
    return version("laydown")
