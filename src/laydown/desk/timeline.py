"""The timeline: how movements and balances live over days, which is what the time bar of the map drags through."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from laydown import balance
from laydown.balance.balances import gauged_places
from laydown.balance.course import course
from laydown.balance.flows import Key
from laydown.balance.rows import heads_of
from laydown.balance.sheet import Page
from laydown.balance.stages import Stage, stages
from laydown.balance.timing import begins, ends
from laydown.model import Balance, Basis, Books, Head, Movement, Place, Status
from laydown.places.nesting import relation

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Life:
    """A movement and the stages that it goes through, in order."""

    movement: Movement
    stages: tuple[Stage, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """A balance, without its proofs, that is the same from one stop to another; until None: to the last."""

    balance: Balance
    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """Movements and balances over the stops of a time bar.

    `left_out` movements are not among the lives, and the balances of `unshown` places not among the standings, because
    there are larger ones: what is drawn is not all that there is, and has to say so. `pending` says that the standings
    are still being worked out, and none of them is here yet; `waiting` are the forces and assets of which the movements
    are neither.
    """

    stops: tuple[date, ...]
    lives: tuple[Life, ...]
    standings: tuple[Standing, ...]
    left_out: int = 0
    unshown: int = 0
    pending: bool = False
    waiting: tuple[Key, ...] = ()


def timeline(  # noqa: PLR0913 - the filters of a page, each by its name
    books: Books,
    *,
    force: str | None = None,
    asset: str | None = None,
    places: Sequence[Place] = (),
    basis: Basis = "ordered",
    statuses: Sequence[Status] | None = None,
    most_flows: int = 250,
    most_standings: int = 60,
    most_stops: int = 180,
    at_hand: bool = False,
) -> Timeline:
    """The timeline of BOOKS, or of what they tell of a FORCE, an ASSET, some PLACES, movements of some STATUSES.

    A movement is drawn from its first day until 60 days after it was last told of, or until it is called off. Its
    stages go forward alone: who repeats an announcement after an arrival undoes no arrival. One that is called off has
    a last stage that says so, which a map leaves out and a lifeline shows. With STATUSES there are only the stages
    that have one of them.

    Of movements the MOST_FLOWS largest are given, and the balances of the MOST_STANDINGS places where most is told to
    have come or to stand, as many of each asset as of the others, for soldiers would crowd out ships. The stops are the
    days on which anything changes, MOST_STOPS of them at the most, evenly thinned, with the first and the last.

    AT_HAND asks for what needs no work, which is for whoever cannot wait: no standings, and only movements of blocks
    that were looked at since they changed.
    """
    asked = [
        page
        for (whose, what), page in balance.sheet(books).pages.items()
        if force in {None, whose} and asset in {None, what}
    ]
    pages = [page for page in asked if page.at_hand] if at_hand else asked
    flows = [(page, _heads(page, places, statuses)) for page in pages]
    shown = _largest([(one.told, one, page) for page, found in flows for one in found[:most_flows]], most_flows)
    standing = [(size, place, page) for page in ([] if at_hand else pages) for place, size in _places(page, places)]
    largest = _largest(standing, most_standings)
    stops = thinned((day for page in pages for day in _days(page, places)), most_stops)
    movements = balance.sized(books, [one for _, one, _ in shown])
    return Timeline(
        stops=stops,
        lives=tuple(
            Life(movement, _with(stages(page.block.flows[movement.id].history), statuses))
            for movement, (_, _, page) in zip(movements, shown, strict=True)
        ),
        standings=tuple(one for _, place, page in largest for one in standings(page, place, stops, basis)),
        left_out=sum(len(found) for _, found in flows) - len(shown),
        unshown=len(standing) - len(largest),
        pending=at_hand,
        waiting=tuple(page.key for page in asked if page not in pages) if at_hand else (),
    )


def as_it_was(books: Books, heads: Iterable[Head], day: date) -> Iterator[Head]:
    """Those of HEADS that were told of by a DAY, each with the status that it had on it."""
    for one in heads:
        if one.first is None or one.first <= day:
            gone = [stage for stage in stages([books.entries[name] for name in one.claims]) if stage.since <= day]
            yield replace(one, status=gone[-1].status) if gone else one


def standings(page: Page, place: Place, stops: tuple[date, ...], basis: Basis) -> Iterator[Standing]:
    """The balances of PLACE on STOPS, those that are the same taken together."""
    for held, since, until in course(page, place, stops, basis):
        yield Standing(held, stops[since], stops[until] if until < len(stops) else None)


def thinned(days: Iterable[date], most: int) -> tuple[date, ...]:
    """DAYS in order, evenly thinned to MOST at the most, the first and the last among them."""
    found = sorted(set(days))
    if len(found) <= most:
        return tuple(found)
    step = (len(found) - 1) / max(most - 1, 1)
    return tuple(found[round(number * step)] for number in range(most))


def _with(found: tuple[Stage, ...], statuses: Sequence[Status] | None) -> tuple[Stage, ...]:
    """Those stages that have one of STATUSES."""
    return found if statuses is None else tuple(one for one in found if one.status in statuses)


def _heads(page: Page, places: Sequence[Place], statuses: Sequence[Status] | None) -> Sequence[Head]:
    """The movements of a page that touch one of PLACES and have at some time one of STATUSES, the largest first."""
    found = heads_of(page)
    if places:
        near = {one.leg.flow for place in places for one in page.touching(place, None)}
        found = tuple(one for one in found if one.id in near)
    if statuses is not None:
        found = tuple(one for one in found if _with(stages(page.block.flows[one.id].history), statuses))
    return found


def _places(page: Page, places: Sequence[Place]) -> Sequence[tuple[Place, int]]:
    """The places of a page of which balances are wanted, with how much is told of them."""
    if not places:
        return gauged_places(page)
    told = dict.fromkeys(page.places())
    near = [place for place in places if any(relation(other, place) != "apart" for other in told)]
    return [(place, sum(page.gauges.get(one.number, 0) for one in page.touching(place, None))) for place in near]


def _days(page: Page, places: Sequence[Place]) -> Iterable[date]:
    """The days on which anything changes on a page, or at PLACES."""
    if not places:
        return page.days
    legs = {one.leg.flow for place in places for one in page.touching(place, None)}
    stocks = {
        stock.day
        for stock in page.block.stocks
        if any(relation(one, place) != "apart" for one in stock.places for place in places)
    }
    told = [entry for flow in legs for entry in page.block.flows[flow].history]
    told += [entry for entry, targets in page.held.totals if not legs.isdisjoint(targets)]
    return {day for entry in told for day in (begins(entry), ends(entry))}.union(stocks) - {date.min}


def _largest(found: Sequence[tuple[int, Item, Page]], most: int) -> list[tuple[int, Item, Page]]:
    """The MOST largest, the largest of each asset first, then the second of each."""
    ranks: dict[str, int] = {}
    ranked = []
    for one in sorted(found, key=lambda one: -one[0]):
        counted = one[2].key[1]
        ranks[counted] = ranks.get(counted, -1) + 1
        ranked.append((ranks[counted], one))
    return [one for _, one in sorted(ranked, key=lambda pair: pair[0])[:most]]
