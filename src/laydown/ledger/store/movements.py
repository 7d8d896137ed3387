"""Movements as rows: which claims ever told of each, and the places it leaves and enters, so that it can be found."""

from collections.abc import Sequence
from itertools import product

from sqlalchemy import Connection, insert, or_, select

from laydown.ledger.store.identity import movement_id
from laydown.ledger.store.rows import ENTRY, Row, entry_of
from laydown.ledger.store.shelf import OPENING
from laydown.ledger.store.tables import claims, legs, movements, nodes
from laydown.model import Claim, Link, Place


def note_movements(connection: Connection, new: Sequence[Link]) -> None:
    """Note what NEW links open and tell of, once for all: a row says that it was told, the link whether it holds."""
    for link in new:
        name = movement_id(link.claim)
        if link.role in OPENING and not _has(connection, name):
            row = {"id": name, "opened_by": link.claim, "recorded": link.recorded}
            connection.execute(insert(movements), row)
    for link in new:
        if told := _told(link):
            _note_legs(connection, link.claim, told)


def movements_at(connection: Connection, place: str) -> tuple[str, ...]:
    """The movements that were ever told to leave or enter a place, or a place in a country, in the order of telling."""
    here = select(nodes.c.id).where(or_(nodes.c.name == place, nodes.c.country == place, nodes.c.id == place))
    wanted = or_(legs.c.origin.in_(here), legs.c.destination.in_(here))
    found = connection.execute(select(legs.c.movement).where(wanted).order_by(legs.c.number)).scalars()
    return tuple(dict.fromkeys(found))


def _told(link: Link) -> tuple[str, ...]:
    """The movements that LINK makes its claim a telling of."""
    if link.role in OPENING:
        return (movement_id(link.claim),)
    return link.targets if link.role == "same" else ()


def _has(connection: Connection, movement: str) -> bool:
    """Whether a movement was ever opened."""
    return connection.execute(select(movements.c.id).where(movements.c.id == movement)).first() is not None


def _note_legs(connection: Connection, name: str, told: Sequence[str]) -> None:
    """Note that the claim NAME tells of movements, and between which places."""
    had = set(connection.execute(select(legs.c.movement).where(legs.c.claim == name)).scalars())
    if not set(told) - had:
        return
    claim = entry_of(connection.execute(ENTRY.where(claims.c.id == name)).mappings().one()).claim
    _note_nodes(connection, claim)
    pairs = list(product(claim.origin or (None,), claim.destination or (None,)))
    rows = [_leg(movement, name, *pair) for movement in told if movement not in had for pair in pairs]
    connection.execute(insert(legs), rows)


def _leg(movement: str, claim: str, origin: Place | None, destination: Place | None) -> Row:
    """The row of one leg."""
    return {
        "movement": movement,
        "claim": claim,
        "origin": origin and _node_id(origin),
        "destination": destination and _node_id(destination),
    }


def _note_nodes(connection: Connection, claim: Claim) -> None:
    """Note the places of CLAIM that are new."""
    places = {_node_id(place): place for place in (*claim.origin, *claim.destination)}
    had = set(connection.execute(select(nodes.c.id).where(nodes.c.id.in_(places))).scalars())
    rows = [
        {"id": name, "name": place.name, "type": place.type, "country": place.country}
        for name, place in places.items()
        if name not in had
    ]
    if rows:
        connection.execute(insert(nodes), rows)


def _node_id(place: Place) -> str:
    """The id of a place: its own, or what tells it from others of its name."""
    return place.id or "/".join((place.type, place.country or "", place.name))
