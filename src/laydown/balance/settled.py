"""Settled: the balances that a repair leaves, so that whoever rules sees what each way of it would say."""

from dataclasses import replace
from datetime import date

from laydown.balance.balances import balances
from laydown.balance.flows import goes_to
from laydown.balance.rows import distinct
from laydown.balance.sheet import sheet
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
    page = sheet(books).pages[conflict.force, conflict.asset]
    claims = set(conflict.claims)
    about = [flow for flow in page.block.flows.values() if any(entry.id in claims for entry in flow.told)]
    told = [
        distinct(goes_to(entry) for entry in flow.heard) or distinct(entry.claim.origin for entry in flow.heard)
        for flow in about
    ]
    told += [books.entries[name].claim.location for name in conflict.claims]
    return tuple(dict.fromkeys(place for places in told for place in places))
