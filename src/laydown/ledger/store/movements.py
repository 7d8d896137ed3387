"""Movements as rows: which claims ever told of each, and the places it leaves and enters, so that it can be found."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import product

from sqlalchemy import Column, Connection, insert, or_, select

from laydown.ledger.store.rows import Row
from laydown.ledger.store.shelf import OPENING, batches
from laydown.ledger.store.tables import legs, movements, nodes
from laydown.model import Claim, Link, Place
from laydown.model.identity import movement_id


def note_movements(connection: Connection, new: Sequence[Link], told: Mapping[str, Claim]) -> None:
    """Note what NEW links open and tell of, once for all: a row says that it was told, the link whether it holds.

    TOLD are the claims of the links, by their ids in the books.
    """
    opened = {movement_id(link.claim): link for link in new if link.role in OPENING}
    had = _had(connection, movements.c.id, list(opened))
    fresh = [
        {"id": name, "opened_by": link.claim, "recorded": link.recorded}
        for name, link in opened.items()
        if name not in had
    ]
    if fresh:
        connection.execute(insert(movements), fresh)
    _note_legs(connection, {link.claim: _told(link) for link in new if _told(link)}, told)


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


def _note_legs(connection: Connection, tells: Mapping[str, Sequence[str]], told: Mapping[str, Claim]) -> None:
    """Note of which movements claims tell, and between which places."""
    had: set[tuple[str, str]] = set()
    for some in batches(list(tells)):
        rows = connection.execute(select(legs.c.claim, legs.c.movement).where(legs.c.claim.in_(some)))
        had.update((row.claim, row.movement) for row in rows)
    pairs = [(name, movement) for name, those in tells.items() for movement in those if (name, movement) not in had]
    if pairs:
        _note_nodes(connection, [told[name] for name, _ in pairs])
        connection.execute(insert(legs), [leg for name, movement in pairs for leg in _legs(movement, name, told[name])])


def _legs(movement: str, name: str, claim: Claim) -> Iterator[Row]:
    """The rows of what a claim, known by NAME, tells of a movement: from each of its origins to each destination."""
    for origin, destination in product(claim.origin or (None,), claim.destination or (None,)):
        yield {
            "movement": movement,
            "claim": name,
            "origin": origin and _node_id(origin),
            "destination": destination and _node_id(destination),
        }


def _note_nodes(connection: Connection, told: Sequence[Claim]) -> None:
    """Note the places that claims name and that are new."""
    places = {_node_id(place): place for claim in told for place in (*claim.origin, *claim.destination)}
    had = _had(connection, nodes.c.id, list(places))
    rows = [
        {"id": name, "name": place.name, "type": place.type, "country": place.country}
        for name, place in places.items()
        if name not in had
    ]
    if rows:
        connection.execute(insert(nodes), rows)


def _had(connection: Connection, column: Column[str], names: Sequence[str]) -> Collection[str]:
    """Which of NAMES a column holds."""
    return {
        name for some in batches(names) for name in connection.execute(select(column).where(column.in_(some))).scalars()
    }


def _node_id(place: Place) -> str:
    """The id of a place: its own, or what tells it from others of its name."""
    return place.id or "/".join((place.type, place.country or "", place.name))
