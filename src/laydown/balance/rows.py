"""Movements and conflicts: the rows that a person reads, derived from the books."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from laydown.balance.bounds import Solver
from laydown.balance.components import Component
from laydown.balance.conflicts import Chosen
from laydown.balance.flows import Flow, destinations, origins
from laydown.balance.sheet import Page, sheet
from laydown.balance.stages import stages
from laydown.balance.stated import last_days, weighed
from laydown.balance.system import Assertion
from laydown.balance.timing import begins
from laydown.model import Books, Bounds, Conflict, Head, Movement, Place, Repair
from laydown.places.nesting import relation


def movements(books: Books, *, assume: bool = True) -> tuple[Movement, ...]:
    """The movements that BOOKS tell of, in the order in which they were opened, each with the bounds of its size."""
    return sized(books, heads(books, assume=assume), assume=assume)


def heads(books: Books, *, assume: bool = True) -> tuple[Head, ...]:
    """The same movements without their bounds, which are what takes time."""
    place = {id_: n for n, id_ in enumerate(books.entries)}
    found = [
        (place[flow.history[0].id], head(flow, page))
        for page in sheet(books, assume=assume).pages.values()
        for flow in page.block.flows.values()
        if flow.until is None
    ]
    return tuple(one for _, one in sorted(found, key=lambda pair: pair[0]))


def sized(books: Books, asked: Iterable[Head], *, assume: bool = True) -> tuple[Movement, ...]:
    """Those of the movements ASKED for that BOOKS tell of, with the bounds of their sizes."""
    pages = sheet(books, assume=assume).pages
    found = ((pages.get((one.force, one.asset)), one.id) for one in asked)
    return tuple(_movement(page, page.block.flows[id_]) for page, id_ in found if page and id_ in page.block.flows)


def conflicts(books: Books, *, assume: bool = True) -> tuple[Conflict, ...]:
    """The sets of claims in BOOKS that cannot all be true, each as small as can be, and the ways to settle them."""
    return tuple(conflict for page in sheet(books, assume=assume).pages.values() for conflict in _of_page(page))


def _of_page(page: Page) -> tuple[Conflict, ...]:
    """The conflicts on one page."""
    if not page.conflicts:
        page.conflicts.append((*_of_flows(page), *_of_stocks(page)))
    return page.conflicts[0]


def heads_of(page: Page) -> tuple[Head, ...]:
    """The movements of one page, the largest first."""
    if not page.largest:
        flows = (flow for flow in page.block.flows.values() if flow.until is None)
        page.largest[:] = sorted((head(flow, page) for flow in flows), key=lambda one: -one.told)
    return tuple(page.largest)


def head(flow: Flow, page: Page) -> Head:
    """What can be said of a movement at a glance."""
    if flow.id not in page.heads:
        page.heads[flow.id] = _head(flow, page)
    return page.heads[flow.id]


def _head(flow: Flow, page: Page) -> Head:
    """The same, for the first time."""
    days = list(map(begins, (*flow.history, *flow.corrected)))
    force, asset = page.key
    return Head(
        id=flow.id,
        force=force,
        asset=asset,
        told=max((page.gauges.get(leg, 0) for leg in page.block.spread[flow.id]), default=0),
        origin=distinct(origins(flow)),
        destination=distinct(destinations(flow)),
        status=stages(flow.history)[-1].status,
        first=_day(min(days)),
        last=_day(max(days)),
        claims=tuple(entry.id for entry in flow.history),
    )


def _movement(page: Page, flow: Flow) -> Movement:
    """The row of one movement."""
    if flow.id not in page.rows:
        one = head(flow, page)
        legs = dict.fromkeys(page.block.spread[flow.id], 1)
        page.rows[flow.id] = Movement(
            id=one.id,
            force=one.force,
            asset=one.asset,
            quantity=page.solver.bounds(legs, legs),
            contested=page.solver.contested(legs),
            origin=one.origin,
            destination=one.destination,
            status=one.status,
            first=one.first,
            last=one.last,
            claims=one.claims,
        )
    return page.rows[flow.id]


def _day(day: date) -> date | None:
    """DAY, or None where no report gave one."""
    return None if day == date.min else day


def distinct(told: Iterable[tuple[Place, ...]]) -> tuple[Place, ...]:
    """The places told, each once, in the order in which they were told."""
    found: list[Place] = []
    for place in dict.fromkeys(place for places in told for place in places):
        if all(relation(place, other) != "same" for other in found):
            found.append(place)
    return tuple(found)


def _of_flows(page: Page) -> Iterator[Conflict]:
    """The conflicts about how large movements are."""
    for number, part in enumerate(page.solver.components):
        if part.quarrel is not None:
            told = {id_ for chosen in part.quarrel.sets for n in chosen for id_ in part.assertions[n].entries}
            flows = sorted({flow for id_ in told for flow in page.tellers.get(id_, ())})
            leaves = [
                tuple((page.block.flows[flow].movement, _within(page, number, n, flow)) for flow in flows)
                for n in _branches(part)
            ]
            yield from _conflicts(page, part, leaves)


def _of_stocks(page: Page) -> Iterator[Conflict]:
    """The conflicts between stocks that are stated of the same place and day."""
    for places, stocks in page.located.items():
        name = ", ".join(place.name for place in places)
        for same_day in last_days(stocks):
            part = weighed(page, same_day)
            leaves = [((name, Solver((part,), {0: 0}, page.entries).within(0, n, {0: 1})),) for n in _branches(part)]
            yield from _conflicts(page, part, leaves)


def _branches(part: Component) -> range:
    """The branches of a component."""
    return range(len(part.branches))


def _within(page: Page, number: int, branch: int, flow: str) -> Bounds:
    """The bounds of a movement under one repair."""
    return page.solver.within(number, branch, dict.fromkeys(page.block.spread[flow], 1))


def _conflicts(page: Page, part: Component, leaves: Sequence[tuple[tuple[str, Bounds], ...]]) -> Iterator[Conflict]:
    """The conflicts of one component, a set each; all of them are settled by each of its repairs."""
    if part.quarrel is None:
        return
    force, asset = page.key
    repairs = tuple(
        Repair(
            removed=_entries(part.assertions, removed),
            witnesses=len(frozenset[str]().union(*(part.assertions[n].witnesses for n in removed))),
            leaves=left,
        )
        for removed, left in zip(part.quarrel.repairs, leaves, strict=True)
    )
    for chosen in part.quarrel.sets:
        yield Conflict(
            force=force,
            asset=asset,
            claims=tuple(part.assertions[n].entries[0] for n in sorted(chosen)),
            repairs=repairs,
        )


def _entries(assertions: Sequence[Assertion], chosen: Chosen) -> tuple[str, ...]:
    """All claims that assert what is CHOSEN."""
    return tuple(id_ for n in sorted(chosen) for id_ in assertions[n].entries)
