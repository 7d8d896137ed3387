"""What is stated: the last stock of a place, from its own claims or from those of all its members."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from laydown.balance.bounds import Solver
from laydown.balance.components import Component, component
from laydown.balance.sheet import Page
from laydown.balance.stocks import Stock
from laydown.balance.sums import added
from laydown.balance.system import Assertion
from laydown.lexicon.gazetteer import country
from laydown.model import Basis, Place, Stated
from laydown.places.nesting import countries_of


@dataclass(frozen=True, slots=True)
class Holding:
    """The last stock stated of a place: its claims, all of one day, or those of each member of a region.

    `before` is the stock of the same place that was stated before it.
    """

    stated: Stated
    contested: bool
    stocks: tuple[Stock, ...] = ()
    members: tuple[tuple[Place, tuple[Stock, ...]], ...] = ()
    before: "Holding | None" = None


def holding(page: Page, place: Place, until: date, on: date | None, basis: Basis) -> Holding | None:
    """The last stock stated of PLACE up to a day; None where nobody states one.

    A region's own stock goes before that of its members, unless every one of them is stated anew after it.
    """
    own = _days(page, place, until, on, basis)
    members = _members(page, place, until, on, basis)
    if members and (not own or min(stocks[0].day for _, stocks in members) > own[0][0].day):
        return _of_members(page, members)
    if not own:
        return None
    earlier = _of_one(page, own[1]) if len(own) > 1 else None
    return _of_one(page, own[0], earlier)


def weighed(page: Page, stocks: Sequence[Stock]) -> Component:
    """STOCKS of one place and day weighed against each other, as claims about the same leg."""
    key = tuple(stock.entry.id for stock in stocks)
    if key not in page.sums:
        page.sums[key] = component(tuple(_assertion(stock) for stock in stocks))
    return page.sums[key]


def last_days(stocks: Sequence[Stock], until: date = date.max) -> list[tuple[Stock, ...]]:
    """STOCKS up to a day, by their days, the latest first."""
    days: dict[date, list[Stock]] = {}
    for stock in stocks:
        if stock.day <= until:
            days.setdefault(stock.day, []).append(stock)
    return [tuple(days[day]) for day in sorted(days, reverse=True)]


def _days(page: Page, place: Place, until: date, on: date | None, basis: Basis) -> list[tuple[Stock, ...]]:
    """The stocks of PLACE by day; who is only ordered is not in place, so that stocks which count them drop out."""
    stocks = [stock for stock in page.stocks_at(place, on) if basis == "ordered" or not stock.after]
    return last_days(stocks, until)


def _members(
    page: Page, place: Place, until: date, on: date | None, basis: Basis
) -> tuple[tuple[Place, tuple[Stock, ...]], ...]:
    """The members of a region with their last stocks; none unless there is one of every member."""
    codes = sorted(countries_of(place, on))
    found = []
    for code in codes if len(codes) > 1 else ():
        member = country(code)
        days = _days(page, member, until, on, basis) if member else []
        if member is None or not days:
            return ()
        found.append((member, days[0]))
    return tuple(found)


def _of_one(page: Page, stocks: tuple[Stock, ...], before: Holding | None = None) -> Holding:
    """The holding that STOCKS of one place and day make."""
    found = weighed(page, stocks)
    bounds = Solver((found,), {0: 0}, page.entries).bounds({0: 1}, {0: 1})
    stated = Stated(
        bounds=bounds,
        on=stocks[0].day,
        claims=tuple(stock.entry.id for stock in stocks),
        outlets=tuple(sorted({stock.entry.outlet for stock in stocks if stock.entry.outlet})),
    )
    return Holding(stated, found.contested, stocks, before=before)


def _of_members(page: Page, members: tuple[tuple[Place, tuple[Stock, ...]], ...]) -> Holding:
    """The holding of a region, added up from those of its members."""
    parts = [_of_one(page, stocks) for _, stocks in members]
    stated = Stated(
        bounds=added([(part.stated.bounds, 1) for part in parts]),
        on=max(part.stated.on for part in parts),
        claims=tuple(claim for part in parts for claim in part.stated.claims),
        outlets=tuple(sorted({outlet for part in parts for outlet in part.stated.outlets})),
    )
    return Holding(stated, any(part.contested for part in parts), members=members)


def _assertion(stock: Stock) -> Assertion:
    """What a stock asserts of the one sum that it is about."""
    bounds = stock.size.bounds
    return Assertion(
        entries=(stock.entry.id,),
        witnesses=frozenset({stock.entry.witness}),
        legs=(0,),
        perhaps=(),
        low=bounds.low,
        high=bounds.high,
        assumed_low=bounds.assumed_low,
        assumed_high=bounds.assumed_high,
        loose=stock.size.loose,
    )
