"""Kinship as rows: which held reports are copies of one text, and what persons ruled of them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final, TypeAlias

from sqlalchemy import ColumnElement, Connection, Row, RowMapping, and_, insert, or_, select

from laydown.ledger.clerk.witnesses import alike
from laydown.ledger.store import rows
from laydown.ledger.store.shelf import BETWEEN, Block, Hours, asked, batches
from laydown.ledger.store.tables import claims, groupings, passages, reports, rulings, sightings
from laydown.ledger.store.trouble import trouble
from laydown.model import VERDICTS, Grouping, Kin, Report, Ruling, Seen
from laydown.model.identity import is_address, utc
from laydown.model.kin import Pair, last_words, pair

Kinship: TypeAlias = Callable[[Report, Report], Grouping | None]
"""How two reports stand to each other by their words; None where each was written for itself."""

WITHIN: Final = timedelta(days=7)
"""How long after a text was told its copies are looked for; what is reprinted later is told anew."""


_TOLD: Final = select(claims.c.report, claims.c.force, claims.c.asset, passages.c.words).join(
    passages, passages.c.id == claims.c.passage
)
_COPIES: Final = select(groupings.c.report, groupings.c.of, groupings.c.likeness)
_SEEN: Final = (
    select(sightings)
    .join(
        reports,
        and_(
            reports.c.id == sightings.c.report,
            or_(reports.c.source.is_(None), reports.c.source != sightings.c.source),
        ),
    )
    .order_by(sightings.c.number)
)
_RULED: Final = select(rulings).order_by(rulings.c.number)

# Statements are made once: to put one together takes longer than most of them run.
_REPORTS: Final = tuple(select(claims.c.report).where(those) for those in BETWEEN)
_TOLD_BETWEEN: Final = tuple(map(_TOLD.where, BETWEEN))
_COPIES_BETWEEN: Final = tuple(_COPIES.where(groupings.c.report.in_(told)) for told in _REPORTS)
_SEEN_BETWEEN: Final = tuple(_SEEN.where(sightings.c.report.in_(told)) for told in _REPORTS)


def find(connection: Connection, kinship: Kinship, report: Report, said: str | None, recorded: str) -> None:
    """Append of which held reports REPORT, just added, is a copy, or they of it.

    It is asked of all pairs alike whichever came first: both must tell something of one block within a week, in
    sentences that share most of their words. Near-same texts of one outlet are no copies: a house that writes a
    bulletin every day in the same words tells something new in each.
    """
    ours = list(connection.execute(_TOLD.where(claims.c.report == report.id)).mappings())
    names = sorted(set(_retold(connection, ours, report.id, said)))
    held = (rows.report_of(row) for some in batches(names) for row in _reports(connection, some))
    made = [
        _row(grouping, report.id, other.id, recorded)
        for other in held
        if (grouping := kinship(report, other)) is not None and grouping.kind == "copy"
    ]
    if made:
        connection.execute(insert(groupings), sorted(made, key=lambda row: (row["report"], row["of"])))


def _retold(connection: Connection, ours: Sequence[RowMapping], report: str, said: str | None) -> Iterator[str]:
    """The reports that tell something of one block in nearly the words of OURS."""
    blocks: dict[Block, list[frozenset[str]]] = {}
    for row in ours:
        blocks.setdefault((row["force"], row["asset"]), []).append(frozenset(row["words"].split()))
    for here, told in blocks.items():
        near = connection.execute(_TOLD_BETWEEN[said is not None], asked(here, _week(said)))
        for row in near.mappings():
            words = frozenset(row["words"].split())
            if row["report"] != report and any(alike(words, one) for one in told):
                yield row["report"]


def _week(said: str | None) -> Hours:
    """The hours between which copies of what was SAID are looked for."""
    if said is None:
        return None, None
    moment = datetime.fromisoformat(said)
    return utc((moment - WITHIN).isoformat()), utc((moment + WITHIN).isoformat())


def _reports(connection: Connection, names: Sequence[str]) -> Iterable[RowMapping]:
    """The rows of some reports."""
    return connection.execute(select(reports).where(reports.c.id.in_(names))).mappings()


def _row(grouping: Grouping, one: str, other: str, recorded: str) -> rows.Row:
    """The row of a grouping of two reports; the later of them stands under the earlier."""
    later = one if grouping.of == other else other
    told = {name: getattr(grouping, name) for name in ("of", "kind", "reason", "likeness", "agency")}
    return {"report": later, **told, "recorded": recorded}


def admit(connection: Connection, ruling: Ruling, where: str) -> None:
    """Raise LedgerError unless RULING names two reports that are there, a verdict, and a reason."""
    if ruling.verdict not in VERDICTS:
        raise trouble(
            ruling.report, f"no report can be ruled {ruling.verdict!r}", "take one of: " + ", ".join(VERDICTS)
        )
    if not ruling.reason.strip():
        raise trouble(ruling.report, "a ruling needs a reason", "say in some words why")
    if ruling.report == ruling.other:
        raise trouble(ruling.report, "a report is one story with itself", "name another report")
    for name in ruling.pair:
        if connection.execute(select(reports.c.id).where(reports.c.id == name)).first() is None:
            raise trouble(name, f"there is no such report in {where}", "take the id of a report that is listed")


def append(connection: Connection, ruling: Ruling) -> None:
    """Append RULING."""
    one, other = ruling.pair
    told = {"verdict": ruling.verdict, "reason": ruling.reason, "recorded": ruling.recorded}
    connection.execute(insert(rulings), {"report": one, "other": other, **told})


def ruled(connection: Connection, recorded_by: str | None = None, after: int = 0) -> tuple[Ruling, ...]:
    """The rulings recorded by an hour, those AFTER a number of appending, in that order."""
    statement = _RULED.where(rulings.c.number > after)
    if recorded_by is not None:
        statement = statement.where(rulings.c.recorded <= recorded_by)
    return tuple(map(_ruling, connection.execute(statement).mappings()))


def kin(connection: Connection, recorded_by: str | None = None) -> Kin:
    """How all reports stand to each other, as was known by an hour."""
    limit = [groupings.c.recorded <= recorded_by] if recorded_by is not None else []
    return Kin(found=copies(connection, *limit), rulings=last_words(ruled(connection, recorded_by)))


def kin_between(connection: Connection, here: Block, hours: Hours) -> Kin:
    """How the reports stand to each other that tell something of a block between two hours, and where each was seen."""
    which, those = hours[0] is not None, asked(here, hours)
    return Kin(
        found=_pairs(connection.execute(_COPIES_BETWEEN[which], those)),
        rulings=last_words(map(_ruling, connection.execute(_RULED).mappings())),
        seen=_seen(connection.execute(_SEEN_BETWEEN[which], those).mappings()),
    )


def copies(connection: Connection, *limits: ColumnElement[bool]) -> dict[Pair, float]:
    """The pairs of copies, with how like they are."""
    return _pairs(connection.execute(_COPIES.where(*limits)))


def _pairs(found: Iterable[Row[tuple[str, str, float]]]) -> dict[Pair, float]:
    """The pairs of copies among rows."""
    return {pair(row.report, row.of): row.likeness for row in found}


def _ruling(row: RowMapping) -> Ruling:
    """The ruling that a row holds."""
    return Ruling(**{name: row[name] for name in ("report", "other", "verdict", "reason", "recorded")})


def _seen(found: Iterable[RowMapping]) -> dict[str, tuple[Seen, ...]]:
    """At which addresses beside their own the words of reports were seen."""
    seen: dict[str, dict[str, Seen]] = {}
    for row in found:
        if is_address(row["source"]):
            stated = row["updated"] or row["published"]
            one = Seen(report=row["report"], address=row["source"], said=_hour(stated))
            seen.setdefault(one.report, {}).setdefault(one.address, one)
    return {name: tuple(those.values()) for name, those in seen.items()}


def _hour(stated: str | None) -> str | None:
    """An hour that a page states, in UTC; None where it is none."""
    try:
        return utc(stated) if stated else None
    except ValueError:
        return None


def sighted(connection: Connection) -> Iterator[Report]:
    """Every held text that was seen again, as the page says of itself on which it was seen."""
    named = ("source", "publisher", "title", "published", "updated")
    statement = select(reports, *(sightings.c[name].label(f"seen_{name}") for name in named)).join(
        sightings, sightings.c.report == reports.c.id
    )
    for row in connection.execute(statement.order_by(sightings.c.number)).mappings():
        yield replace(rows.report_of(row), url=None, **{name: row[f"seen_{name}"] for name in named})
