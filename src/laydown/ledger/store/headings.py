"""Headings: which report was seen where, under which title and when it was recorded, without its text."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, Table, select

from laydown.ledger.store.tables import reports, sightings

_NAMES: Final = ("source", "publisher", "title", "published", "updated", "recorded")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A report, seen at a source; a text that was seen at several has as many headings."""

    report: str
    source: str | None
    publisher: str | None
    title: str | None
    published: str | None
    updated: str | None
    recorded: str


def headings(connection: Connection) -> tuple[Heading, ...]:
    """All headings, in the order in which they were recorded."""
    found = [*_of(connection, reports, "id"), *_of(connection, sightings, "report")]
    return tuple(sorted(found, key=lambda one: (one.recorded, one.report)))


def _of(connection: Connection, table: Table, name: str) -> list[Heading]:
    """The headings that a table holds, with the column that names the report."""
    columns = (table.c[name].label("report"), *(table.c[one] for one in _NAMES))
    return [Heading(**row) for row in connection.execute(select(*columns)).mappings()]
