"""The shelf: entries and links of one block, fetched by when they were said and by what they tell of."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sqlalchemy import BindParameter, Connection, and_, bindparam, select

from laydown.ledger.store.rows import ENTRY, IN_SAID_ORDER, entry_of, link_of
from laydown.ledger.store.tables import claims, legs, links
from laydown.model import REPLACING, Entry, Link
from laydown.model.identity import block, movement_id

MANY: Final = 500
"""Names that are asked for in one question; SQLite takes 32,766 at most."""

OPENING: Final = frozenset({"opens", "part-of"})
"""The roles by which a claim opens a movement."""

FOREVER: Final = "9999-12-31T23:59:59Z"

Block = tuple[str, str]
Hours = tuple[str | None, str | None]
"""From and to when something was said, both included. Claims said at no known hour stand in no order to the others and
are booked by themselves: they are asked for by None as the first. None as the second is the end of time."""


_HERE: Final = and_(claims.c.force == bindparam("force"), claims.c.asset == bindparam("asset"))
_DATED: Final = and_(_HERE, claims.c.said >= bindparam("since"), claims.c.said <= bindparam("until"))
_UNDATED: Final = and_(_HERE, claims.c.said.is_(None))
BETWEEN: Final = (_UNDATED, _DATED)
"""What holds of the claims of a block that were said at no known hour, and between two hours; see `asked`."""
_LINKS: Final = select(links).join(claims, claims.c.id == links.c.claim).order_by(links.c.number)
_ENTRIES: Final = ENTRY.order_by(*IN_SAID_ORDER)

# Statements are made once: to put one together takes longer than most of them run.
_BETWEEN: Final = tuple(map(_ENTRIES.where, BETWEEN))
_LINKS_BETWEEN: Final = tuple(map(_LINKS.where, BETWEEN))
_AFTER: Final = select(claims.c.id).where(_HERE, claims.c.said > bindparam("hour")).limit(1)
_NAMES: Final[BindParameter[str]] = bindparam("names", expanding=True)
_LINKS_OF: Final = select(links).where(links.c.claim.in_(_NAMES)).order_by(links.c.number)
_ENTRIES_OF: Final = ENTRY.where(claims.c.id.in_(_NAMES))
_TELLERS: Final = select(legs.c.claim).where(legs.c.movement.in_(_NAMES))


def between(connection: Connection, here: Block, hours: Hours) -> list[Entry]:
    """The entries of a block that were said between two HOURS, in said order."""
    statement = _BETWEEN[hours[0] is not None]
    return [entry_of(row) for row in connection.execute(statement, asked(here, hours)).mappings()]


def links_between(connection: Connection, here: Block, hours: Hours) -> list[Link]:
    """Every link of those entries, in the order of appending."""
    statement = _LINKS_BETWEEN[hours[0] is not None]
    return [link_of(row) for row in connection.execute(statement, asked(here, hours)).mappings()]


def asked(here: Block, hours: Hours) -> dict[str, str | None]:
    """What is asked for of a block."""
    force, asset = here
    return {"force": force, "asset": asset, "since": hours[0], "until": hours[1] or FOREVER}


def any_after(connection: Connection, here: Block, hour: str) -> bool:
    """Whether anything of a block was said after an hour."""
    force, asset = here
    return connection.execute(_AFTER, {"force": force, "asset": asset, "hour": hour}).first() is not None


def links_of(connection: Connection, names: Sequence[str]) -> list[Link]:
    """Every link of some entries, those of each in the order of appending."""
    found = []
    for some in batches(names):
        found += [link_of(row) for row in connection.execute(_LINKS_OF, {"names": some}).mappings()]
    return found


def tellings(
    connection: Connection, here: Block, told: Iterable[Link], before: str | None, had: set[str]
) -> list[Entry]:
    """The entries of a block that told, BEFORE an hour, of the movements that the links TOLD concern, in said order.

    HAD are entries of that hour and later that need not be looked at.
    """
    names: set[str] = set()
    asked: set[str] = set()
    wanted = _movements(told)
    while before is not None and (new := wanted - asked):
        asked |= new
        fresh = _tellers(connection, sorted(new)) - names - had
        names |= fresh
        wanted |= _movements(links_of(connection, sorted(fresh)))
    found = [
        ((row["said"], row["report"], row["position"]), entry_of(row))
        for some in batches(sorted(names))
        for row in connection.execute(_ENTRIES_OF, {"names": some}).mappings()
        if row["said"] and before and row["said"] < before
    ]
    return [entry for _, entry in sorted(found, key=lambda ranked: ranked[0]) if block(entry.claim) == here]


def _tellers(connection: Connection, movements: Sequence[str]) -> set[str]:
    """The ids of the entries that ever told of MOVEMENTS.

    Nothing else is asked for: told of a block and an hour too, SQLite would go through all of the block instead.
    """
    found: set[str] = set()
    for some in batches(movements):
        found.update(connection.execute(_TELLERS, {"names": some}).scalars())
    return found


def _movements(told: Iterable[Link]) -> set[str]:
    """The movements that links concern: those that they open, and those that they point to."""
    found: set[str] = set()
    for link in told:
        if link.role in OPENING:
            found.add(movement_id(link.claim))
        if link.role not in REPLACING:
            found.update(link.targets)
    return found


def batches(names: Sequence[str]) -> Iterator[Sequence[str]]:
    """NAMES, so many at a time as can be asked for."""
    return (names[start : start + MANY] for start in range(0, len(names), MANY))
