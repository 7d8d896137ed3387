"""Checking: everything that must hold of a ledger, looked at again from the texts up."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from sqlalchemy import Connection, RowMapping, select, text

from laydown import codec
from laydown.ledger.store import rows
from laydown.ledger.store.admission import claim_faults
from laydown.ledger.store.shelf import OPENING
from laydown.ledger.store.tables import claims, links, movements, notices, passages, reports
from laydown.model import Link, Problem, Report
from laydown.model.identity import movement_id

RESTORE = "take the last good copy of the ledger, or add the reports anew to a new one"
BATCH = 100


def check(connection: Connection, where: str) -> Iterator[Problem]:
    """The problems of a ledger."""
    yield from _database(connection, where)
    last = ""
    while found := _reports_after(connection, last):
        for row in found:
            yield from _report(connection, row)
        last = found[-1]["id"]
    yield from _links(connection)


def _reports_after(connection: Connection, last: str) -> list[RowMapping]:
    """Some reports, in the order of their ids, after LAST."""
    statement = select(reports).where(reports.c.id > last).order_by(reports.c.id).limit(BATCH)
    return list(connection.execute(statement).mappings())


def _database(connection: Connection, where: str) -> Iterator[Problem]:
    """What SQLite says of its own file; PostgreSQL sees to that itself."""
    if connection.dialect.name != "sqlite":
        return
    for row in connection.execute(text("PRAGMA integrity_check")):
        if row[0] != "ok":
            yield Problem(where=where, what=f"the file is damaged: {row[0]}", hint=RESTORE)
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        what = f"row {row[1]} of {row[0]} points to a row of {row[2]} that is not there"
        yield Problem(where=where, what=what, hint=RESTORE)


def _report(connection: Connection, row: RowMapping) -> Iterator[Problem]:
    """What is wrong with one report, its passages and its claims."""
    try:
        report = rows.report_of(row)
    except Exception as error:  # noqa: BLE001 - whatever was done to the bytes, the other reports are to be checked
        yield Problem(where=row["id"], what=f"its text cannot be read back: {error}", hint=RESTORE)
        return
    if report.id != row["id"]:
        yield Problem(where=row["id"], what="its id is not the hash of its text", hint=RESTORE)
        return
    held = connection.execute(select(passages).where(passages.c.report == report.id)).mappings()
    for passage in held:
        if _differs(passage, rows.passage_row(report, passage["start"], passage["end"])):
            yield Problem(where=passage["id"], what="its words are not those of its report", hint=RESTORE)
    noticed = connection.execute(select(notices.c.words).where(notices.c.report == report.id)).scalar_one_or_none()
    if noticed is not None and noticed not in report.text:
        yield Problem(where=report.id, what="its notice of correction is not in its text", hint=RESTORE)
    held = connection.execute(select(claims).where(claims.c.report == report.id)).mappings()
    for claim in held:
        yield from _claim(report, claim)


def _claim(report: Report, row: RowMapping) -> Iterator[Problem]:
    """What is wrong with one claim."""
    try:
        claim = codec.decode_claim(row["claim"])
    except msgspec.DecodeError as error:
        yield Problem(where=row["id"], what=f"the claim cannot be read back: {error}", hint=RESTORE)
        return
    for fault in claim_faults(report, claim):
        yield Problem(where=row["id"], what=fault, hint=RESTORE)
    expected = rows.claim_row(report, claim, row["position"], recorded=row["recorded"], reader=row["reader"])
    if wrong := _differs(row, expected):
        what = f"`{wrong}` is not what follows from the claim and its report"
        yield Problem(where=row["id"], what=what, hint=RESTORE)


def _differs(row: RowMapping, expected: Mapping[str, Any]) -> str | None:
    """The first column in which a row is not as it should be."""
    return next((name for name, value in expected.items() if row[name] != value), None)


def _links(connection: Connection) -> Iterator[Problem]:
    """What is wrong with the links that hold: claims without one, and targets that are not there."""
    everything = connection.execution_options(yield_per=1000).execute(select(links).order_by(links.c.number))
    posted, replacing = rows.in_force(map(rows.link_of, everything.mappings()))
    names = set(connection.execute(select(claims.c.id)).scalars())
    noted = set(connection.execute(select(movements.c.id)).scalars())
    for name in sorted(names - posted.keys()):
        yield Problem(where=name, what="no link says what the claim does", hint="rule on it: `laydown rule`")
    opened = {movement_id(name) for name, link in posted.items() if link.role in OPENING}
    for name in sorted(opened - noted):
        yield Problem(where=name, what="the movement is open but not noted", hint=RESTORE)
    for link in posted.values():
        yield from _targets(link, opened)
    for link in replacing.values():
        yield from _targets(link, names)


def _targets(link: Link, there: set[str]) -> Iterator[Problem]:
    """The targets of LINK that are not THERE."""
    for target in link.targets:
        if target not in there:
            what = f"its link {link.role!r} points to {target}, which is not there"
            hint = "rule on it anew: `laydown rule`" if link.decided_by == "person" else RESTORE
            yield Problem(where=link.claim, what=what, hint=hint)
