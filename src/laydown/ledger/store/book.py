"""A ledger that is open: what can be appended to it, and what it answers."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, insert, select

from laydown import codec
from laydown.ledger.clerk.witnesses import told_once
from laydown.ledger.store import engine as engines
from laydown.ledger.store import kinship, rows
from laydown.ledger.store.admission import admit, not_overtaken, ruling
from laydown.ledger.store.checking import check
from laydown.ledger.store.entering import enter, sight
from laydown.ledger.store.headings import Heading, headings
from laydown.ledger.store.identity import entry_id
from laydown.ledger.store.movements import movements_at
from laydown.ledger.store.pages import pages
from laydown.ledger.store.posting import Clerk, append, post, post_anew
from laydown.ledger.store.search import search
from laydown.ledger.store.tables import assumptions, claims, links, reports, rulings, sightings
from laydown.ledger.store.trouble import told, trouble
from laydown.ledger.store.turns import Since, Turn, since, turn
from laydown.model import Books, Entry, Link, Problem, Reading, Report, Ruling
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
                sight(connection, self._clerk, reading.report, hour)
                return Added(report=reading.report.id, new=False, claims=0)
            enter(connection, self._clerk, reading, hour)
            if self._clerk.kinship is not None and reading.claims:
                kinship.find(connection, self._clerk.kinship, reading.report, said(reading.report), hour)
            self._post(connection, reading, hour)
        return Added(report=reading.report.id, new=True, claims=len(reading.claims))

    def sight(self, report: Report, *, recorded: str) -> bool:
        """Note that a held text was seen at another source or publisher, or with a later hour; whether that was new."""
        with self._writing() as connection:
            return self._has(connection, report.id) and sight(
                connection, self._clerk, report, _hour(connection, recorded)
            )

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

    def rule_stories(self, *words: Ruling) -> tuple[Link, ...]:
        """Append a person's words on pairs of reports, all or none; returns the links that the clerk appended after."""
        with self._writing() as connection:
            for ruling in words:
                kinship.admit(connection, ruling, self.where)
            hour = _hour(connection, max(ruling.recorded for ruling in words))
            for ruling in words:
                kinship.append(connection, replace(ruling, recorded=hour))
            return post_anew(connection, self._clerk, {name for ruling in words for name in ruling.pair}, hour)

    def rulings(self, recorded_by: str | None = None) -> tuple[Ruling, ...]:
        """What persons said of two reports, in that order; the last word on a pair holds."""
        with self._reading() as connection:
            return kinship.ruled(connection, utc(recorded_by) if recorded_by else None)

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
            posted, replacing = rows.in_force(map(rows.link_of, decided))
            kin = kinship.kin(connection, utc(recorded_by) if recorded_by else None)
        held = {name: link for name, link in replacing.items() if link.targets}
        return Books(entries=told_once(entries, kin), links=posted, replacing=held)

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

    def reading(self, name: str) -> Reading | None:
        """The report of an id with its claims, as they were read when it was added."""
        told = select(claims.c.claim).where(claims.c.report == name).order_by(claims.c.position)
        with self._reading() as connection:
            row = connection.execute(select(reports).where(reports.c.id == name)).mappings().first()
            found = tuple(map(codec.decode_claim, connection.execute(told).scalars()))
        return Reading(report=rows.report_of(row), claims=found) if row else None

    def versions_at(self, source: str) -> tuple[str, ...]:
        """The reports that were ever seen at an address or in a file, by their ids, in the order in which they came."""
        first = select(reports.c.id.label("report"), reports.c.recorded).where(reports.c.source == source)
        again = select(sightings.c.report, sightings.c.recorded).where(sightings.c.source == source)
        with self._reading() as connection:
            found = connection.execute(first.union_all(again)).all()
        return tuple(dict.fromkeys(row.report for row in sorted(found, key=lambda row: row.recorded)))

    def pages(self, said_by: str | None = None, recorded_by: str | None = None) -> Mapping[str, tuple[str, ...]]:
        """The reports of each address that said several things in turn, in the order of time, as far as was known."""
        limits = [utc(day) if day else None for day in (said_by, recorded_by)]
        with self._reading() as connection:
            return pages(connection, *limits)

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

    def sighted(self) -> tuple[Report, ...]:
        """The held texts that were seen again elsewhere, each as that page says of itself, in the order of seeing."""
        with self._reading() as connection:
            return tuple(kinship.sighted(connection))

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


def _hour(connection: Connection, recorded: str) -> str:
    """The hour of what is RECORDED now, never before that of the last link or ruling.

    Clocks differ and go back; what the ledger knew by an hour must not change once that is over.
    """
    last = (
        connection.execute(select(table.c.recorded).order_by(table.c.number.desc()).limit(1)).scalar()
        for table in (links, rulings)
    )
    return max(utc(recorded), *(hour or "" for hour in last))
