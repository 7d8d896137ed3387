"""Turns: how far a ledger had come when it was last asked, and what it has taken since."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from sqlalchemy import Connection, func, select

from laydown.ledger.store import kinship, rows
from laydown.ledger.store.tables import assumptions, claims, groupings, links, passages, reports, rulings, sightings
from laydown.model import Entry, Link, Ruling
from laydown.model.kin import Pair

Turn: TypeAlias = tuple[int, ...]
"""The last numbers of passages, links, sightings, assumptions, groupings and rulings, and how many reports there are.

Rows are only ever appended, so that a ledger whose turn is the same holds the same.
"""

NEW: Final[Turn] = (0, 0, 0, 0, 0, 0, 0)
"""The turn of a ledger that holds nothing."""

_TURN: Final = select(
    *(
        select(func.coalesce(func.max(table.c.number), 0)).scalar_subquery()
        for table in (passages, links, sightings, assumptions, groupings, rulings)
    ),
    select(func.count(reports.c.id)).scalar_subquery(),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """What a ledger has taken since a turn: new entries in said order, new links in the order of their appending.

    `copies` are pairs of reports that were found to tell one text, and how like they are. `turn` is how far it has
    come with them.
    """

    turn: Turn
    entries: tuple[Entry, ...]
    links: tuple[Link, ...]
    copies: Mapping[Pair, float]
    rulings: tuple[Ruling, ...]


def turn(connection: Connection) -> Turn:
    """How far the ledger has come."""
    return tuple(connection.execute(_TURN).one())


def since(connection: Connection, before: Turn) -> Since:
    """What the ledger has taken since the turn BEFORE."""
    now = turn(connection)
    entries = rows.ENTRY.order_by(*rows.IN_SAID_ORDER)
    if before != NEW:
        entries = entries.where(claims.c.passage.in_(select(passages.c.id).where(passages.c.number > before[0])))
    appended = select(links).where(links.c.number > before[1]).order_by(links.c.number)
    return Since(
        turn=now,
        entries=tuple(map(rows.entry_of, connection.execute(entries).mappings())) if now[0] > before[0] else (),
        links=tuple(rows.link_of(row) for row in connection.execute(appended).mappings()),
        copies=kinship.copies(connection, groupings.c.number > before[4]),
        rulings=kinship.ruled(connection, after=before[5]),
    )
