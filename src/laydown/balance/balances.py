"""Balances: what the books know of each force at each place: stated, changed since, the two together, unexplained."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from laydown.balance.query import Query
from laydown.balance.sheet import Page, sheet
from laydown.lexicon.gazetteer import country
from laydown.model import Balance, Basis, Books, Place
from laydown.places.nesting import relation

_NAMED: Final = frozenset({"country", "region", "sea"})
_ORDER: Final = ("country", "region", "sea")


def balances(
    books: Books,
    *,
    as_of: date | None = None,
    places: Sequence[Place] = (),
    force: str | None = None,
    asset: str | None = None,
    basis: Basis = "ordered",
    assume: bool = True,
) -> tuple[Balance, ...]:
    """The balance of each force and asset of BOOKS at each of PLACES on a day; without a day, at the end of the books.

    Without PLACES, at every country and named region that the books tell of. FORCE and ASSET keep to one of them;
    ASSUME = False leaves out what we add to the reports' own words. A place that the books do not tell of has no
    balance.
    """
    pages = sheet(books, assume=assume).pages.items()
    asked = [page for (whose, what), page in pages if force in {None, whose} and asset in {None, what}]
    answers = (
        Query(page, place, as_of, basis).answer(always=bool(places))
        for page in asked
        for place in places or named_places(page)
    )
    return tuple(answer for answer in answers if answer is not None)


def named_places(page: Page) -> list[Place]:
    """The countries and named regions that a page tells of, those of bases and towns among them, each once."""
    found: list[Place] = []
    for place in dict.fromkeys(map(_named, page.places())):
        if place is not None and all(relation(place, other) != "same" for other in found):
            found.append(place)
    return sorted(found, key=lambda place: (_ORDER.index(place.type), place.name))


def gauged_places(page: Page) -> list[tuple[Place, int]]:
    """The same places, each with how much is told to have come there or to stand there, roughly: no bound."""
    sums: dict[Place, int] = {}
    for atom, legs in page.ends.items():
        reached = sum(page.gauges.get(leg, 0) for leg in legs if page.block.legs[leg].destination == atom)
        for place in {named for told in atom.places if (named := _named(told))}:
            sums[place] = sums.get(place, 0) + reached
    for stock in page.block.stocks:
        for place in {named for told in stock.places if (named := _named(told))}:
            sums[place] = max(sums.get(place, 0), stock.size.bounds.high or stock.size.bounds.low)
    return [
        (place, sum(size for other, size in sums.items() if relation(place, other) == "same"))
        for place in named_places(page)
    ]


def _named(place: Place) -> Place | None:
    """The country or region as which PLACE is balanced where nobody asks for itself."""
    return place if place.type in _NAMED else country(place.country or "")
