"""Marks: how much of a movement counts at a day or at the hour of a stock, and how much between two such marks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from laydown.balance.atoms import ALL, NONE, PERHAPS, Share
from laydown.balance.block import Leg
from laydown.balance.sheet import Page, Touch
from laydown.balance.stocks import Stock
from laydown.balance.timing import said_on
from laydown.model import Basis


@dataclass(frozen=True, slots=True)
class Day:
    """The end of a day, on one of the two bases."""

    day: date
    basis: Basis

    def share(self, _number: int, leg: Leg) -> Share:
        """How much of a leg counts by then: once ordered all of it, or from none to all until it has arrived."""
        if not leg.timing.stands(self.day):
            return NONE
        by = leg.timing.sure if self.basis == "ordered" else leg.timing.arrived
        return ALL if by is not None and by <= self.day else PERHAPS


@dataclass(frozen=True, slots=True)
class Hour:
    """The hour of stocks stated of one place and day: who is in place then is in them.

    `known` are the legs of which a stock's own report tells whether it counts them.
    """

    day: date
    known: Mapping[int, Share]

    def share(self, number: int, leg: Leg) -> Share:
        """How much of a leg is in the stocks: all that had arrived, nothing that was ordered later, else who knows.

        Of what was of another size by then, who knows.
        """
        if number in self.known:
            return self.known[number]
        if leg.timing.ordered is None or leg.timing.ordered > self.day:
            return NONE
        arrived = leg.timing.arrived is not None and leg.timing.arrived <= self.day
        return ALL if arrived and leg.timing.sized(self.day) else PERHAPS


Mark: TypeAlias = Day | Hour


def hour(stocks: Sequence[Stock], page: Page) -> Hour:
    """The hour of STOCKS of one place and day, together: what one of them knows of a movement, all do."""
    known: dict[int, Share] = {}
    for stock in stocks:
        for number, part in _known(stock, page).items():
            known[number] = PERHAPS if known.get(number, part) != part else part
    return Hour(stocks[0].day, known)


def _known(stock: Stock, page: Page) -> dict[int, Share]:
    """What the report of STOCK tells of movements: it counts them ("bringing the total to"), or not yet ("joining").

    Those told of in the same sentence, and those that are ordered in the same report, come on top of the stock.
    """
    told = page.told.get(stock.entry.report, ())
    spread, legs = page.block.spread, page.block.legs
    if stock.after:
        ids = {*stock.counted, *(id_ for id_, _ in told)}
        return {number: ALL for id_ in ids for number in spread.get(id_, ())}
    same_day = stock.day == said_on(stock.entry)
    return {
        number: NONE
        for id_, entry in told
        for number in spread[id_]
        if stock.tells_with(entry) or (same_day and _ordered_now(legs[number], stock))
    }


def _ordered_now(leg: Leg, stock: Stock) -> bool:
    """Whether a leg is ordered on the day of STOCK, and has not arrived by then."""
    arrived = leg.timing.arrived
    return leg.timing.ordered == stock.day and (arrived is None or arrived > stock.day)


def changes(touching: Iterable[Touch], since: Mark | None, until: Mark) -> tuple[dict[int, int], dict[int, int]]:
    """How often each leg counts at least, and at most, in the net change at a place between two marks."""
    low: dict[int, int] = {}
    high: dict[int, int] = {}
    for one in touching:
        before = since.share(one.number, one.leg) if since else NONE
        moved = _between(before, until.share(one.number, one.leg))
        least, most = _net(one)
        low[one.number] = min(least * moved[0], least * moved[1])
        high[one.number] = max(most * moved[0], most * moved[1])
    return low, high


def _between(before: Share, after: Share) -> Share:
    """How much of a leg moves between two marks; what is there does not go back by the same movement."""
    return max(0, after[0] - before[1]), max(0, after[1] - before[0])


def _net(one: Touch) -> Share:
    """What a leg adds to a place, at least and at most, when all of it moves; who relieves others may add nothing."""
    if not one.leg.moves:
        return NONE
    least, most = one.reached[0] - one.left[1], one.reached[1] - one.left[0]
    return (min(0, least), max(0, most)) if one.leg.turnover else (least, most)
