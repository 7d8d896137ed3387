"""Books at the desk: reports into a ledger, and balances, movements, conflicts and doubts out of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from laydown.desk.opening import open_ledger
from laydown.ledger.store import Ledger, LedgerError, OvertakenError, RefusedError
from laydown.model import (
    ROLES,
    Balance,
    Basis,
    Books,
    Conflict,
    Entry,
    Link,
    Movement,
    Place,
    Problem,
    Reading,
    Report,
)
from laydown.model.identity import is_address, story_id

if TYPE_CHECKING:
    from laydown.intake import Web


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A report that a ledger took, or held already: how many claims it brought, and which version of its page it is.

    `story` is the id of the page's first version, `before` the report that was the version before this one; `laydown
    story` finds copies at other addresses too.
    """

    report: str
    new: bool
    claims: int
    story: str
    version: int
    before: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clocks:
    """As of which day on each of the three times: when it was so, when it was said, when this ledger knew."""

    as_of: date | None = None
    said_by: str | None = None
    recorded_by: str | None = None


def add_sources(
    ledger: Ledger,
    sources: Iterable[str],
    *,
    recorded: str,
    published: str | None = None,
    jsonl: bool = False,
    workers: int = 1,
    web: "Web | None" = None,
) -> Iterator[Taken | Problem]:
    """Read the reports in SOURCES into LEDGER, one transaction each; what it could not take is a problem in its place.

    A report that LEDGER holds is not read again, so that a run that was stopped goes on where it stopped. RECORDED is
    the hour at which the ledger knows, in UTC; WEB says how addresses are fetched. Raises LedgerError where the
    database itself fails.
    """
    from laydown.crew import read_one, read_together
    from laydown.intake import reports_of

    reports = (_unread(ledger, found) for found in reports_of(sources, published=published, jsonl=jsonl, web=web))
    for outcome in map(read_one, reports) if workers == 1 else read_together(reports, workers):
        yield outcome if isinstance(outcome, Problem) else take(ledger, outcome, recorded)


def _unread(ledger: Ledger, found: Report | Problem) -> Report | Reading | Problem:
    """FOUND, with a report that LEDGER holds as a reading that needs no reader."""
    held = isinstance(found, Report) and ledger.holds(found.id)
    return Reading(report=found) if held and isinstance(found, Report) else found


def take(ledger: Ledger, reading: Reading, recorded: str) -> Taken | Problem:
    """READING added, or why LEDGER refuses it: one report's fault is not the next one's."""
    report = reading.report
    earlier = ledger.versions_at(report.source) if report.source and is_address(report.source) else ()
    try:
        added = ledger.add(reading, recorded=recorded)
    except RefusedError as error:
        return error.problem
    versions = tuple(dict.fromkeys((*earlier, report.id)))
    place = versions.index(report.id)
    return Taken(
        report=report.id,
        new=added.new,
        claims=added.claims,
        story=story_id(versions[0]),
        version=place + 1,
        before=versions[place - 1] if place else None,
    )


def books(ledger: Ledger, force: str | None = None, clocks: Clocks | None = None) -> Books:
    """The books of a FORCE, or of all, as far as they were said and recorded by the days of CLOCKS."""
    clocks = clocks or Clocks()
    return ledger.books(force=force, said_by=clocks.said_by, recorded_by=clocks.recorded_by)


def balances(
    ledger: Ledger,
    *,
    force: str | None = None,
    places: Sequence[str] = (),
    unit: str | None = None,
    basis: Basis = "ordered",
    clocks: Clocks | None = None,
    assume: bool = True,
) -> tuple[Balance, ...]:
    """The balances of a FORCE at PLACES, by name; at all places that the books name, where none is given.

    With UNIT, of what reports tell of that unit and its parts by name. Raises ValueError, naming it, where a place is
    in no table.
    """
    clocks = clocks or Clocks()
    return balances_of(
        books(ledger, force, clocks),
        force=force,
        places=places,
        unit=unit,
        basis=basis,
        as_of=clocks.as_of,
        assume=assume,
    )


def balances_of(  # noqa: PLR0913 - the filters of a page, each by its name
    held: Books,
    *,
    force: str | None = None,
    asset: str | None = None,
    places: Sequence[str] = (),
    unit: str | None = None,
    basis: Basis = "ordered",
    as_of: date | None = None,
    assume: bool = True,
) -> tuple[Balance, ...]:
    """The same, of books that are held already."""
    from laydown import balance

    kept = balance.of_unit(held, unit, as_of) if unit else held
    return balance.balances(
        kept,
        as_of=as_of,
        places=places_of(held, places, as_of),
        force=force,
        asset=asset,
        basis=basis,
        assume=assume,
    )


def places_of(held: Books, names: Sequence[str], as_of: date | None = None) -> tuple[Place, ...]:
    """The places that NAMES mean on a day, or at the end of the books; raises ValueError where one is in no table."""
    on = (as_of or max(_days(held), default=None)) if names else as_of
    return tuple(_place(name, on) for name in names)


def history(
    ledger: Ledger,
    *,
    force: str,
    places: Sequence[str] = (),
    basis: Basis = "ordered",
    clocks: Clocks | None = None,
    asset: str = "persons",
) -> tuple[tuple[date, tuple[Balance, ...]], ...]:
    """The balances of a FORCE on each day on which anything of it was so or was said, up to the day of CLOCKS."""
    from laydown import balance

    clocks = clocks or Clocks()
    kept = ledger.books(force=force, asset=asset, said_by=clocks.said_by, recorded_by=clocks.recorded_by)
    found = tuple(_place(name, clocks.as_of) for name in places)
    days = [day for day in _days(kept) if clocks.as_of is None or day <= clocks.as_of]
    return tuple(
        (day, balance.balances(kept, as_of=day, places=found, force=force, asset=asset, basis=basis)) for day in days
    )


def _days(kept: Books) -> list[date]:
    """The days on which anything was said, or began or ended by its own words."""
    days: set[date] = set()
    for entry in kept.entries.values():
        when = entry.claim.when
        days.update(day for day in (when and when.start, when and when.end) if day)
        if entry.said:
            days.add(date.fromisoformat(entry.said[:10]))
    return sorted(days)


def movements(ledger: Ledger, *, force: str | None = None, clocks: Clocks | None = None) -> tuple[Movement, ...]:
    """The movements that the books know of, each with its bounds and the claims that tell of it."""
    from laydown import balance

    return balance.movements(books(ledger, force, clocks))


def conflicts(ledger: Ledger, *, force: str | None = None, clocks: Clocks | None = None) -> tuple[Conflict, ...]:
    """The sets of claims that cannot all be true, with the ways to settle each and the balances that each way gives."""
    return conflicts_of(books(ledger, force, clocks), clocks.as_of if clocks else None)


def conflicts_of(held: Books, as_of: date | None = None) -> tuple[Conflict, ...]:
    """The same, of books that are held already."""
    from laydown import balance

    return tuple(
        replace(
            one,
            repairs=tuple(replace(way, balances=balance.settled(held, one, way, as_of=as_of)) for way in one.repairs),
        )
        for one in balance.conflicts(held)
    )


def check(ledger: Ledger) -> Iterator[Problem]:
    """Everything in LEDGER that does not hold: its words, hashes, ids and links, and the proof of every balance."""
    from laydown import balance

    yield from ledger.check()
    for one in balance.balances(ledger.books()):
        for bounds in filter(None, (one.net_change, one.level)):
            if not balance.adds_up(bounds):
                where = f"{one.force} {one.asset} at {one.place.name}"
                yield Problem(where=where, what="the proof of a bound does not add up", hint="tell Laydown's authors")


def suspense(ledger: Ledger, *, force: str | None = None, clocks: Clocks | None = None) -> Iterator[tuple[Entry, Link]]:
    """The claims in doubt, with the ways between which the clerk could not choose."""
    return doubts(books(ledger, force, clocks))


def doubts(held: Books) -> Iterator[tuple[Entry, Link]]:
    """The same, of books that are held already."""
    for name, entry in held.entries.items():
        link = held.links.get(name)
        if link is not None and link.role == "suspense":
            yield entry, link


def rule(
    ledger: Ledger, claim: str, role: str, targets: Sequence[str] = (), *, reason: str, recorded: str
) -> tuple[Link, ...]:
    """Append a person's ruling on CLAIM, and what follows from it for later ones; all links that this made.

    Raises ValueError where ROLE is none, and LedgerError where the claim or a target is not in LEDGER.
    """
    known = next((name for name in ROLES if name == role and name != "suspense"), None)
    if known is None:
        msg = f"no role {role!r}; the roles are " + ", ".join(name for name in ROLES if name != "suspense")
        raise ValueError(msg)
    ruling = Link(
        claim=claim, role=known, targets=tuple(targets), reason=reason, decided_by="person", recorded=recorded
    )
    return ledger.rule(ruling)


def rule_all(ledger: Ledger, rulings: Sequence[Link], *, seen: Mapping[str, int]) -> tuple[Link, ...]:
    """Append persons' RULINGS, all or none; all links that this made.

    SEEN says how many links each claim had when the person looked. Raises OvertakenError where one has more by now,
    and LedgerError where a claim or a target is not in LEDGER.
    """
    return ledger.rule(*rulings, seen=seen)


def _place(name: str, as_of: date | None) -> Place:
    """The place that NAME means on a day."""
    from laydown.desk.reading import place

    found = place(name, as_of=as_of.isoformat() if as_of else None).place
    if found is None:
        msg = f"no table has a place {name!r}"
        raise ValueError(msg)
    return found


__all__ = [
    "Clocks",
    "Ledger",
    "LedgerError",
    "OvertakenError",
    "RefusedError",
    "Taken",
    "add_sources",
    "balances",
    "balances_of",
    "books",
    "check",
    "conflicts",
    "conflicts_of",
    "doubts",
    "history",
    "movements",
    "open_ledger",
    "places_of",
    "rule",
    "rule_all",
    "suspense",
    "take",
]
