"""The shelf: entries and links of one block, fetched by when they were said and by what they tell of."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sqlalchemy import ColumnElement, Connection, and_, select

from laydown.ledger.store.identity import movement_id
from laydown.ledger.store.rows import ENTRY, IN_SAID_ORDER, entry_of, link_of
from laydown.ledger.store.tables import claims, legs, links
from laydown.model import Entry, Link

MANY: Final = 500
"""Names that are asked for in one question; SQLite takes 32,766 at most."""

OPENING: Final = frozenset({"opens", "part-of"})
"""The roles by which a claim opens a movement."""

Block = tuple[str, str]


def within(block: Block, since: str | None, until: str | None) -> ColumnElement[bool]:
    """What holds of the claims of BLOCK that were said between two hours.

    Those said at no known hour stand in no order to the others and are booked by themselves: None asks for them.
    """
    force, asset = block
    here = and_(claims.c.force == force, claims.c.asset == asset)
    if since is None:
        return and_(here, claims.c.said.is_(None))
    here = and_(here, claims.c.said >= since)
    return here if until is None else and_(here, claims.c.said <= until)


def between(connection: Connection, block: Block, since: str | None, until: str | None) -> list[Entry]:
    """The entries of BLOCK that were said between two hours, in said order."""
    statement = ENTRY.where(within(block, since, until)).order_by(*IN_SAID_ORDER)
    return [entry_of(row) for row in connection.execute(statement).mappings()]


def links_between(connection: Connection, block: Block, since: str | None, until: str | None) -> list[Link]:
    """Every link of those entries, in the order of appending."""
    statement = select(links).join(claims, claims.c.id == links.c.claim).where(within(block, since, until))
    return [link_of(row) for row in connection.execute(statement.order_by(links.c.number)).mappings()]


def any_after(connection: Connection, block: Block, hour: str) -> bool:
    """Whether anything of BLOCK was said after an hour."""
    force, asset = block
    here = and_(claims.c.force == force, claims.c.asset == asset, claims.c.said > hour)
    return connection.execute(select(claims.c.id).where(here).limit(1)).first() is not None


def links_of(connection: Connection, names: Sequence[str]) -> list[Link]:
    """Every link of some entries, those of each in the order of appending."""
    found = []
    for some in _batches(names):
        statement = select(links).where(links.c.claim.in_(some)).order_by(links.c.number)
        found += [link_of(row) for row in connection.execute(statement).mappings()]
    return found


def tellings(connection: Connection, block: Block, told: Iterable[Link], before: str | None) -> list[Entry]:
    """The entries of BLOCK that told, BEFORE an hour, of the movements that the links TOLD concern, in said order."""
    names: set[str] = set()
    asked: set[str] = set()
    wanted = _movements(told)
    while before is not None and (new := wanted - asked):
        asked |= new
        fresh = _tellers(connection, block, sorted(new), before) - names
        names |= fresh
        wanted |= _movements(links_of(connection, sorted(fresh)))
    found = [
        ((row["said"], row["report"], row["position"]), entry_of(row))
        for some in _batches(sorted(names))
        for row in connection.execute(ENTRY.where(claims.c.id.in_(some))).mappings()
    ]
    return [entry for _, entry in sorted(found, key=lambda ranked: ranked[0])]


def _tellers(connection: Connection, block: Block, movements: Sequence[str], before: str) -> set[str]:
    """The ids of entries in BLOCK that ever told of MOVEMENTS, BEFORE an hour."""
    force, asset = block
    found: set[str] = set()
    for some in _batches(movements):
        statement = select(legs.c.claim).join(claims, claims.c.id == legs.c.claim)
        here = and_(legs.c.movement.in_(some), claims.c.force == force, claims.c.asset == asset)
        found.update(connection.execute(statement.where(here, claims.c.said < before)).scalars())
    return found


def _movements(told: Iterable[Link]) -> set[str]:
    """The movements that links concern: those that they open, and those that they point to."""
    found: set[str] = set()
    for link in told:
        if link.role in OPENING:
            found.add(movement_id(link.claim))
        if link.role != "supersedes":
            found.update(link.targets)
    return found


def _batches(names: Sequence[str]) -> Iterator[Sequence[str]]:
    """NAMES, so many at a time as can be asked for."""
    return (names[start : start + MANY] for start in range(0, len(names), MANY))
