"""Balances: what the books know of each force at each place: stated, changed since, the two together, unexplained."""

from collections.abc import Iterable, Sequence
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
    return [place for place, _ in gauged_places(page)]


def gauged_places(page: Page) -> list[tuple[Place, int]]:
    """The same places, each with how much is told to have come there or to stand there, roughly: no bound."""
    if not page.gauged:
        page.gauged[:] = _gauged(page)
    return page.gauged


def _gauged(page: Page) -> list[tuple[Place, int]]:
    """The places of a page, found anew."""
    reached = dict.fromkeys(page.ends, 0)
    for number, leg in enumerate(page.block.legs):
        if leg.destination:
            reached[leg.destination] += page.gauges.get(number, 0)
    sums: dict[Place, int] = {}
    for atom in page.ends:
        for place in _all_named(atom.places):
            sums[place] = sums.get(place, 0) + reached[atom]
    for stock in page.block.stocks:
        for place in _all_named(stock.places):
            sums[place] = max(sums.get(place, 0), stock.size.bounds.high or stock.size.bounds.low)
    found: dict[Place, int] = {}
    for place, size in sums.items():
        same = next((other for other in found if relation(place, other) == "same"), place)
        found[same] = found.get(same, 0) + size
    return sorted(found.items(), key=lambda pair: (_ORDER.index(pair[0].type), pair[0].name))


def _all_named(places: Iterable[Place]) -> Iterable[Place]:
    """As which PLACES are balanced, each once."""
    return filter(None, dict.fromkeys(map(_named, places)))


def _named(place: Place) -> Place | None:
    """The country or region as which PLACE is balanced where nobody asks for itself."""
    return place if place.type in _NAMED else country(place.country or "")
