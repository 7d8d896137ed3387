"""A ledger that is open: what can be appended to it, and what it answers."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, insert, select

from laydown.ledger.store import engine as engines
from laydown.ledger.store import rows
from laydown.ledger.store.admission import admit, not_overtaken, ruling
from laydown.ledger.store.checking import check
from laydown.ledger.store.headings import Heading, headings
from laydown.ledger.store.identity import entry_id
from laydown.ledger.store.movements import movements_at
from laydown.ledger.store.posting import Clerk, append, post
from laydown.ledger.store.search import search
from laydown.ledger.store.tables import assumptions, claims, links, passages, reports, sightings
from laydown.ledger.store.trouble import told, trouble
from laydown.ledger.store.turns import Since, Turn, since, turn
from laydown.model import Books, Entry, Link, Problem, Reading, Report
from laydown.model.identity import block, said, utc

BATCH = 100
"""Reports that are fetched at once, so that whoever goes through all of them neither fills memory nor holds a lock."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What adding a reading did: whether the report is `new` to the ledger, and how many claims it brought."""

    report: str
    new: bool
    claims: int


class Ledger:
    """A ledger that is open. Every method raises LedgerError, with one line for a person, where the database fails."""

    def __init__(self, engine: Engine, clerk: Clerk, where: str) -> None:
        """Take over an ENGINE whose database is a ledger; `open_ledger` is how one comes by it."""
        self.where = where
        self._engine = engine
        self._clerk = clerk

    def add(self, reading: Reading, *, recorded: str) -> Added:
        """Append READING and what the clerk decides of its claims, all or nothing; a held report stays as it is."""
        admit(reading)
        with self._writing() as connection:
            hour = _hour(connection, recorded)
            if self._has(connection, reading.report.id):
                _sight(connection, reading.report, hour)
                return Added(report=reading.report.id, new=False, claims=0)
            _append(connection, reading, hour)
            self._post(connection, reading, hour)
        return Added(report=reading.report.id, new=True, claims=len(reading.claims))

    def sight(self, report: Report, *, recorded: str) -> bool:
        """Note that a held text was seen under another source or publisher; whether that was new."""
        with self._writing() as connection:
            return self._has(connection, report.id) and _sight(connection, report, _hour(connection, recorded))

    def holds(self, report: str) -> bool:
        """Whether the report of this id was added, and so need not be read."""
        with self._reading() as connection:
            return self._has(connection, report)

    def rule(self, *rulings: Link, seen: Mapping[str, int] | None = None) -> tuple[Link, ...]:
        """Append a person's RULINGS, all or none, and what the clerk makes of them; returns all links appended.

        SEEN says of claims how many links each had when the person looked; raises OvertakenError where one has more.
        """
        with self._writing() as connection:
            for claim, count in (seen or {}).items():
                not_overtaken(connection, claim, count)
            return tuple(made for link in rulings for made in self._rule(connection, link))

    def books(
        self,
        force: str | None = None,
        asset: str | None = None,
        said_by: str | None = None,
        recorded_by: str | None = None,
    ) -> Books:
        """The entries of a FORCE and an ASSET, or of all, as far as they were said and recorded by the end of a day."""
        limits = {claims.c.force: force, claims.c.asset: asset}
        wanted = [column == value for column, value in limits.items() if value is not None]
        if said_by is not None:
            wanted.append(claims.c.said <= utc(said_by))
        until = [links.c.recorded <= utc(recorded_by)] if recorded_by is not None else []
        if recorded_by is not None:
            wanted.append(claims.c.recorded <= utc(recorded_by))
        every_link = select(links).join(claims, claims.c.id == links.c.claim).where(*wanted, *until)
        with self._reading() as connection:
            found = connection.execute(rows.ENTRY.where(*wanted).order_by(*rows.IN_SAID_ORDER)).mappings()
            entries = {row["id"]: rows.entry_of(row) for row in found}
            decided = connection.execute(every_link.order_by(links.c.number)).mappings()
            posted, corrections = rows.in_force(map(rows.link_of, decided))
        held = {name: link for name, link in corrections.items() if link.targets}
        return Books(entries=entries, links=posted, corrections=held)

    def turn(self) -> Turn:
        """How far the ledger has come: while it says the same, nothing was appended, and every answer is the same."""
        with self._reading() as connection:
            return turn(connection)

    def since(self, before: Turn) -> Since:
        """What was appended since the turn BEFORE, so that whoever holds the books need not ask for all again."""
        with self._reading() as connection:
            return since(connection, before)

    def report(self, name: str) -> Report | None:
        """The report of an id."""
        with self._reading() as connection:
            row = connection.execute(select(reports).where(reports.c.id == name)).mappings().first()
        return rows.report_of(row) if row else None

    def reports_named(self, beginning: str) -> tuple[str, ...]:
        """The ids of the reports that begin so, by the index of ids."""
        names = select(reports.c.id).where(reports.c.id >= beginning, reports.c.id < beginning + "g")
        with self._reading() as connection:
            return tuple(connection.execute(names.order_by(reports.c.id)).scalars())

    def headings(self) -> tuple[Heading, ...]:
        """Which report was seen where and when, in the order in which that was recorded."""
        with self._reading() as connection:
            return headings(connection)

    def versions_at(self, source: str) -> tuple[str, ...]:
        """The reports that were ever seen at an address or in a file, by their ids, in the order in which they came."""
        first = select(reports.c.id.label("report"), reports.c.recorded).where(reports.c.source == source)
        again = select(sightings.c.report, sightings.c.recorded).where(sightings.c.source == source)
        with self._reading() as connection:
            found = connection.execute(first.union_all(again)).all()
        return tuple(dict.fromkeys(row.report for row in sorted(found, key=lambda row: row.recorded)))

    def reports(self) -> Iterator[Report]:
        """All reports, in the order of their ids."""
        last = ""
        while True:
            statement = select(reports).where(reports.c.id > last).order_by(reports.c.id).limit(BATCH)
            with self._reading() as connection:
                found = [rows.report_of(row) for row in connection.execute(statement).mappings()]
            if not found:
                return
            yield from found
            last = found[-1].id

    def search(self, words: str, limit: int = 20) -> tuple[Entry, ...]:
        """The entries whose passages hold all WORDS, the last said first."""
        with self._reading() as connection:
            return search(connection, words, limit)

    def movements_at(self, place: str) -> tuple[str, ...]:
        """The movements that were ever told to leave or enter a place, or a country by its code."""
        with self._reading() as connection:
            return movements_at(connection, place)

    def assume(self, name: str, *, held: bool, reason: str, recorded: str) -> None:
        """Append what a person decided of an assumption of ours."""
        if not reason.strip():
            raise trouble(name, "a decision on an assumption needs a reason", "say in some words why")
        with self._writing() as connection:
            row = {"name": name, "held": int(held), "reason": reason, "recorded": _hour(connection, recorded)}
            connection.execute(insert(assumptions), row)

    def assumptions(self, recorded_by: str | None = None) -> Mapping[str, bool]:
        """Which assumptions persons decided to hold, and which not; of the others none has decided."""
        statement = select(assumptions.c.name, assumptions.c.held).order_by(assumptions.c.number)
        if recorded_by is not None:
            statement = statement.where(assumptions.c.recorded <= utc(recorded_by))
        with self._reading() as connection:
            return {name: bool(held) for name, held in connection.execute(statement)}

    def check(self) -> Iterator[Problem]:
        """Everything in the ledger that does not hold: hashes, words, ids, links, and the database itself."""
        with self._reading() as connection:
            yield from check(connection, self.where)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        """Keep it open for a while."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of it."""
        self.close()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """A look at the ledger."""
        with told(self.where), engines.reading(self._engine) as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """A transaction."""
        with told(self.where), engines.writing(self._engine) as connection:
            yield connection

    def _rule(self, connection: Connection, link: Link) -> tuple[Link, ...]:
        """Append one ruling, and what the clerk makes of it."""
        recorded = _hour(connection, link.recorded)
        first = ruling(connection, link, self.where)
        ruled = rows.entry_of(connection.execute(rows.ENTRY.where(claims.c.id == link.claim)).mappings().one())
        done = append(connection, [replace(first, recorded=recorded)], {ruled.id: ruled.claim})
        return done + post(connection, self._clerk, block(ruled.claim), [ruled.id], ruled.said, recorded)

    @staticmethod
    def _has(connection: Connection, report: str) -> bool:
        """Whether a report is held."""
        return connection.execute(select(reports.c.id).where(reports.c.id == report)).first() is not None

    def _post(self, connection: Connection, reading: Reading, recorded: str) -> None:
        """Have the clerk decide in each block that READING touches."""
        touched: dict[tuple[str, str], list[str]] = {}
        for claim in reading.claims:
            touched.setdefault(block(claim), []).append(entry_id(reading.report.id, claim.id))
        for here, names in touched.items():
            post(connection, self._clerk, here, names, said(reading.report), recorded)


@cache
def _reader() -> str:
    """The version of Laydown that reads."""
    return version("laydown")


def _hour(connection: Connection, recorded: str) -> str:
    """The hour of what is RECORDED now, never before that of the last link.

    Clocks differ and go back; what the ledger knew by an hour must not change once that is over.
    """
    last = connection.execute(select(links.c.recorded).order_by(links.c.number.desc()).limit(1)).scalar()
    return max(utc(recorded), last or "")


def _append(connection: Connection, reading: Reading, recorded: str) -> None:
    """Append a report with its passages and claims."""
    report = reading.report
    connection.execute(insert(reports), rows.report_row(report, recorded))
    if reading.claims:
        connection.execute(insert(passages), rows.passage_rows(reading))
        made = [
            rows.claim_row(report, claim, position, recorded=recorded, reader=_reader())
            for position, claim in enumerate(reading.claims)
        ]
        connection.execute(insert(claims), made)


def _sight(connection: Connection, report: Report, recorded: str) -> bool:
    """Append where else a held text was seen, unless that is known."""
    for table, name in ((reports, reports.c.id), (sightings, sightings.c.report)):
        had = connection.execute(select(table.c.source, table.c.publisher).where(name == report.id))
        if (report.source, report.publisher) in {(row.source, row.publisher) for row in had}:
            return False
    seen = ("source", "publisher", "title", "published", "updated")
    row = {"report": report.id, "recorded": recorded, **{name: getattr(report, name) for name in seen}}
    connection.execute(insert(sightings), row)
    return True
