"""A query: one force and asset at one place on one day, and the balance that answers it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from laydown.balance.marks import Day, changes, hour
from laydown.balance.sheet import Page, Touch
from laydown.balance.stated import Holding, holding
from laydown.balance.sums import added, headcount
from laydown.balance.system import Coefficients
from laydown.model import Balance, Basis, Bounds, Place
from laydown.places.nesting import relation


@dataclass(frozen=True, slots=True)
class Query:
    """One place on one page, on one day (None: at the end of the books) and basis."""

    page: Page
    place: Place
    as_of: date | None
    basis: Basis

    def answer(self, *, always: bool) -> Balance | None:
        """The balance; None where the books tell nothing of the place, or, unless ALWAYS, nothing up to the day."""
        touching = self.page.touching(self.place, self.as_of)
        held = holding(self.page, self.place, self._until.day, self.as_of, self.basis)
        low, high = self.change(touching, held)
        legs = [number for number in low if low[number] or high[number]]
        if not legs and held is None and not (always and self._told()):
            return None
        net = self.page.solver.bounds(counted(low), counted(high))
        return self._balance(net, held, legs, self.unexplained(touching, held))

    def _told(self) -> bool:
        """Whether the page tells of anything that may lie in the place, on whatever day."""
        return any(relation(place, self.place, self.as_of) != "apart" for place in self.page.places())

    def _balance(self, net: Bounds, held: Holding | None, legs: Sequence[int], unexplained: Bounds | None) -> Balance:
        """The balance with all that stands behind its numbers."""
        stated = held.stated if held else None
        told = sorted(self._telling(legs).union(stated.claims if stated else ()))
        entries = [self.page.entries[id_] for id_ in told]
        force, asset = self.page.key
        return Balance(
            force=force,
            asset=asset,
            place=self.place,
            as_of=self.as_of,
            basis=self.basis,
            stated=stated,
            net_change=net,
            level=headcount(added([(stated.bounds, 1), (net, 1)])) if stated else None,
            unexplained=unexplained,
            contested=self.page.solver.contested(dict.fromkeys(legs, 1)) or (held is not None and held.contested),
            sources=tuple(sorted({entry.outlet for entry in entries if entry.outlet})),
            witnesses=len({entry.witness for entry in entries}),
        )

    @property
    def _until(self) -> Day:
        """The end of the day that is asked for."""
        return Day(self.as_of or date.max, self.basis)

    def change(self, touching: Sequence[Touch], held: Holding | None) -> tuple[dict[int, int], dict[int, int]]:
        """How often each leg counts in the change since the stock, or since the first report."""
        if held is not None and held.members:
            return self._by_members(touching, held)
        return changes(touching, hour(held.stocks, self.page) if held else None, self._until)

    def _by_members(self, touching: Sequence[Touch], held: Holding) -> tuple[dict[int, int], dict[int, int]]:
        """The same where the stock is that of all members of a region, each stated on a day of its own.

        A leg that all members' stocks see alike is counted for the region; of any other each member's share is taken.
        """
        hours = [(place, hour(stocks, self.page)) for place, stocks in held.members]
        low, high = changes(touching, hours[0][1], self._until)
        mixed = {one.number for one in touching if len({when.share(one.number, one.leg) for _, when in hours}) > 1}
        for number in mixed:
            low[number] = high[number] = 0
        for place, when in hours:
            near = [one for one in self.page.touching(place, self.as_of) if one.number in mixed]
            for side, part in zip((low, high), changes(near, when, self._until), strict=True):
                for number, times in part.items():
                    side[number] = side.get(number, 0) + times
        return low, high

    def unexplained(self, touching: Sequence[Touch], held: Holding | None) -> Bounds | None:
        """What the last stock differs by from the one before and the changes reported between them."""
        if held is None or held.before is None:
            return None
        low, high = changes(touching, hour(held.before.stocks, self.page), hour(held.stocks, self.page))
        net = self.page.solver.bounds(counted(low), counted(high))
        return added([(held.stated.bounds, 1), (held.before.stated.bounds, -1), (net, -1)])

    def _telling(self, legs: Iterable[int]) -> set[str]:
        """The claims that speak of any of LEGS."""
        numbers = {number for leg in legs for number in self.page.asserted.get(leg, ())}
        return {entry for number in numbers for entry in self.page.block.assertions[number].entries}


def counted(sums: Coefficients) -> Coefficients:
    """SUMS without the legs that do not count."""
    return {leg: times for leg, times in sums.items() if times}
