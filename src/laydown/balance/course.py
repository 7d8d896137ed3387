"""The course of a balance: what it is on each of many days, worked out in one sweep over them.

What a day changes is few legs out of thousands, so that only the components of those are solved anew. Proofs are left
out, for nobody reads hundreds of them; whoever opens a number asks for the balance of that day.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from math import ceil, floor
from typing import Final, TypeVar

from laydown.balance.bounds import SIDES
from laydown.balance.marks import Day, Mark, changes, hour
from laydown.balance.query import Query, counted
from laydown.balance.sheet import Page, Spell, Touch
from laydown.balance.stated import Holding, holding
from laydown.balance.sums import headcount
from laydown.lexicon.gazetteer import country
from laydown.model import Balance, Basis, Bounds, Place, Side
from laydown.places.nesting import countries_of

MOST: Final = 256
"""How many courses a page keeps."""

Named = TypeVar("Named", int, str, str | None)


def course(page: Page, place: Place, days: tuple[date, ...], basis: Basis = "ordered") -> tuple[Spell, ...]:
    """The balances of PLACE on DAYS, each with the numbers of the first day on which it is so and the first it is not.

    DAYS are in order. A balance is as of the first of its days. There is none for days before anything is told. The
    page keeps the last that were asked for, so that a ruling on another page leaves them as they are.
    """
    asked = (place, days, basis)
    if asked not in page.courses:
        if len(page.courses) >= MOST:
            page.courses.clear()
        page.courses[asked] = tuple(_course(page, place, days, basis))
    return page.courses[asked]


def _course(page: Page, place: Place, days: Sequence[date], basis: Basis) -> Iterator[Spell]:
    """The same, one by one."""
    sweep = _Sweep(page, place, basis)
    now: tuple[Balance, int] | None = None
    for number, day in enumerate(days):
        if not sweep.go_to(day):
            continue
        found = sweep.balance(day)
        if found is not None and now is not None and replace(found, as_of=now[0].as_of) == now[0]:
            continue
        if now is not None:
            yield (*now, number)
        now = None if found is None else (found, number)
    if now is not None:
        yield (*now, len(days))


def bare(bounds: Bounds) -> Bounds:
    """BOUNDS without their proofs."""
    return replace(bounds, proof_of_low=None, proof_of_high=None)


@dataclass(slots=True)
class _Voices:
    """The claims that speak of legs which count, by how many of their assertions do; and so outlets and witnesses."""

    page: Page
    assertions: Counter[int] = field(default_factory=Counter)
    claims: Counter[str] = field(default_factory=Counter)
    outlets: Counter[str | None] = field(default_factory=Counter)
    witnesses: Counter[str] = field(default_factory=Counter)

    def hear(self, leg: int, step: int) -> None:
        """Let what is asserted of a LEG count once more (STEP 1), or once less (-1)."""
        for number in self.page.asserted.get(leg, ()):
            if _turned(self.assertions, number, step):
                for name in self.page.block.assertions[number].entries:
                    if _turned(self.claims, name, step):
                        entry = self.page.entries[name]
                        _turned(self.outlets, entry.outlet, step)
                        _turned(self.witnesses, entry.witness, step)

    def clear(self) -> None:
        """Hear nobody."""
        for counter in (self.assertions, self.claims, self.outlets, self.witnesses):
            counter.clear()


def _turned(counter: Counter[Named], name: Named, step: int) -> bool:
    """Whether a step takes NAME in or out of COUNTER."""
    had = counter[name]
    if had + step:
        counter[name] = had + step
    else:
        del counter[name]
    return not had or not had + step


@dataclass(slots=True)
class _Sweep:
    """Where a sweep has come to. It changes as it goes on, for the point of it is to keep what a day leaves as it was.

    `counted` is how often each leg counts, at least and at most; `parts` the same by side and component; `values` what
    each component adds to a side, `sums` all of them together, `open` how many have no bound there; `contested` how
    many legs count whose claims cannot all be true.
    """

    page: Page
    place: Place
    basis: Basis
    era: object = None
    stocks: int = -1
    held: Holding | None = None
    since: Mark | None = None
    unexplained: Bounds | None = None
    stock_days: list[date] = field(default_factory=list)
    touching: dict[int, Touch] = field(default_factory=dict)
    events: list[tuple[date, int]] = field(default_factory=list)
    at: int = 0
    counted: dict[int, tuple[int, int]] = field(default_factory=dict)
    parts: dict[Side, dict[int, dict[int, int]]] = field(default_factory=dict)
    values: dict[Side, dict[int, Fraction | int | None]] = field(default_factory=dict)
    sums: dict[Side, Fraction | int] = field(default_factory=dict)
    open: dict[Side, int] = field(default_factory=dict)
    contested: int = 0
    voices: _Voices = field(init=False)

    def __post_init__(self) -> None:
        """Begin with nobody heard."""
        self.voices = _Voices(self.page)

    def go_to(self, day: date) -> bool:
        """Go on to DAY; whether anything may be otherwise than before."""
        fresh = self._look(day)
        if fresh or (self.held is not None and self.held.members):
            self._set(Query(self.page, self.place, day, self.basis).change(list(self.touching.values()), self.held))
            self.at = bisect_right(self.events, day, key=lambda event: event[0])
            return True
        last = bisect_right(self.events, day, lo=self.at, key=lambda event: event[0])
        due = {number for _, number in self.events[self.at : last]}
        self.at = last
        return self._update(changes([self.touching[n] for n in sorted(due)], self.since, Day(day, self.basis)))

    def balance(self, day: date) -> Balance | None:
        """The balance on DAY, to which the sweep has come."""
        if not self.counted and self.held is None:
            return None
        low, high = (None if self.open[side] else self.sums[side] for side in SIDES)
        net = Bounds(low=None if low is None else floor(low), high=None if high is None else ceil(high))
        stated = self.held.stated if self.held else None
        more = [self.page.entries[name] for name in stated.claims] if stated else []
        outlets = {*self.voices.outlets, *(entry.outlet for entry in more)}
        force, asset = self.page.key
        return Balance(
            force=force,
            asset=asset,
            place=self.place,
            as_of=day,
            basis=self.basis,
            stated=stated and replace(stated, bounds=bare(stated.bounds)),
            net_change=net,
            level=_level(stated.bounds, net) if stated else None,
            unexplained=self.unexplained,
            contested=self.contested > 0 or (self.held is not None and self.held.contested),
            sources=tuple(sorted(filter(None, outlets))),
            witnesses=len(self.voices.witnesses.keys() | {entry.witness for entry in more}),
        )

    def _look(self, day: date) -> bool:
        """Look which stock is the last by DAY and what lies in the place; whether any of that is new."""
        era = tuple(countries_of(place, day) for place in (self.place, *self.page.regions))
        if era == self.era and bisect_right(self.stock_days, day) == self.stocks:
            return False
        if era != self.era:
            self.touching = {one.number: one for one in self.page.touching(self.place, day)}
            self.events = sorted((when, one.number) for one in self.touching.values() for when in one.leg.timing.days)
            members = filter(None, map(country, countries_of(self.place, day)))
            found = (stock for place in (self.place, *members) for stock in self.page.stocks_at(place, day))
            self.stock_days = sorted({stock.day for stock in found})
        self.era, self.stocks = era, bisect_right(self.stock_days, day)
        self.held = holding(self.page, self.place, day, day, self.basis)
        self.since = hour(self.held.stocks, self.page) if self.held and self.held.stocks else None
        self.unexplained = self._unexplained()
        return True

    def _unexplained(self) -> Bounds | None:
        """What the last stock differs by from the one before and what is reported between them."""
        if self.held is None or self.held.before is None or self.since is None:
            return None
        low, high = changes(self.touching.values(), hour(self.held.before.stocks, self.page), self.since)
        net = self.page.solver.limits(counted(low), counted(high))
        now, before = self.held.stated.bounds, self.held.before.stated.bounds
        return Bounds(low=_less(now.low, before.high, net.high), high=_less(now.high, before.low, net.low))

    def _set(self, found: tuple[Mapping[int, int], Mapping[int, int]]) -> None:
        """Count the legs as FOUND, and no others."""
        self.counted.clear()
        self.voices.clear()
        self.contested = 0
        for side in SIDES:
            self.parts[side], self.values[side] = {}, {}
            self.sums[side], self.open[side] = 0, 0
        self._update(found)

    def _update(self, found: tuple[Mapping[int, int], Mapping[int, int]]) -> bool:
        """Count those legs that are FOUND to count otherwise; whether there are any."""
        low, high = found
        fresh = {n: (low[n], high[n]) for n in low if self.counted.get(n, (0, 0)) != (low[n], high[n])}
        for side, at in zip(SIDES, (0, 1), strict=True):
            touched = {self._count(side, number, times[at]) for number, times in fresh.items()} - {None}
            self._solve(side, touched)  # type: ignore[arg-type]
        for number, times in fresh.items():
            self._hear(number, times)
        return bool(fresh)

    def _count(self, side: Side, number: int, times: int) -> int | None:
        """Count a leg so many times on a SIDE; the component in which it is, None where it is in none."""
        home = self.page.solver.home.get(number)
        if home is None:
            had = self.counted.get(number, (0, 0))[SIDES.index(side)]
            self.open[side] += _opens(times, side) - _opens(had, side)
            return None
        part = self.parts[side].setdefault(home, {})
        part.pop(number, None)
        if times:
            part[number] = times
        return home

    def _solve(self, side: Side, touched: set[int]) -> None:
        """Find what the components TOUCHED add to a SIDE now."""
        parts = {home: part for home in sorted(touched) if (part := self.parts[side][home])}
        found = self.page.solver.outermost(parts, side)
        values = self.values[side]
        for home in touched:
            had = values.pop(home, 0)
            proof = found.get(home)
            value = 0 if home not in found else None if proof is None else proof.value
            self.open[side] += (value is None) - (had is None)
            self.sums[side] += (value or 0) - (had or 0)
            if home in found:
                values[home] = value

    def _hear(self, number: int, times: tuple[int, int]) -> None:
        """Note how often a leg counts, and let what is said of it have a voice if it does."""
        had = self.counted.pop(number, None) is not None
        if times != (0, 0):
            self.counted[number] = times
        if had != (times != (0, 0)):
            step = -1 if had else 1
            self.contested += step * self.page.solver.contested({number: 1})
            self.voices.hear(number, step)


def _opens(times: int, side: Side) -> bool:
    """Whether a leg of which nobody says how large it is leaves a SIDE open."""
    return times != 0 and (times < 0) == (side == "low")


def _less(number: int | None, *others: int | None) -> int | None:
    """NUMBER less OTHERS; None where one of them is unknown."""
    known = [other for other in others if other is not None]
    return None if number is None or len(known) < len(others) else number - sum(known)


def _level(stated: Bounds, net: Bounds) -> Bounds:
    """What is stated and its change together."""
    low = None if stated.low is None or net.low is None else stated.low + net.low
    high = None if stated.high is None or net.high is None else stated.high + net.high
    return bare(headcount(Bounds(low=low, high=high)))
