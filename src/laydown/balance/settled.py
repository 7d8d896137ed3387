"""Settled: the balances that a repair leaves, so that whoever rules sees what each way of it would say."""

from dataclasses import replace
from datetime import date

from laydown.balance.balances import balances
from laydown.balance.rows import movements
from laydown.model import Balance, Basis, Books, Conflict, Link, Place, Repair

NOTHING = "left out by a repair"


def settled(
    books: Books, conflict: Conflict, repair: Repair, *, as_of: date | None = None, basis: Basis = "ordered"
) -> tuple[Balance, ...]:
    """The balances of the places that CONFLICT is about, if what REPAIR removes had never been posted."""
    without = dict(books.links)
    for name in repair.removed:
        without[name] = Link(claim=name, role="memo", reason=NOTHING)
    places = _places(books, conflict)
    left = replace(books, links=without)
    found = balances(left, as_of=as_of, places=places, force=conflict.force, asset=conflict.asset, basis=basis)
    return found if places else ()


def _places(books: Books, conflict: Conflict) -> tuple[Place, ...]:
    """Where the movements and stocks go that the claims of a conflict tell of, each place once."""
    told = [m.destination or m.origin for m in movements(books) if set(m.claims) & set(conflict.claims)]
    told += [books.entries[name].claim.location for name in conflict.claims]
    return tuple(dict.fromkeys(place for places in told for place in places))
