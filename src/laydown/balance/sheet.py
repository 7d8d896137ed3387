"""The sheet: what depends on the books alone, made once and asked many times."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from threading import RLock
from typing import Final, TypeAlias
from weakref import finalize, ref

from laydown.balance.afresh import Sorted, all_sorted, sorted_afresh
from laydown.balance.atoms import NONE, Atom, Share, share
from laydown.balance.block import Block, Leg, block
from laydown.balance.bounds import Solver
from laydown.balance.components import Component, components
from laydown.balance.flows import Key, Posted
from laydown.balance.stocks import Stock
from laydown.balance.timing import begins, ends
from laydown.model import Balance, Basis, Books, Conflict, Entry, Head, Movement, Place
from laydown.places.nesting import countries_of, relation

Spell: TypeAlias = tuple[Balance, int, int]
"""A balance with the numbers of the first day on which it is so, and of the first on which it is not."""


@dataclass(frozen=True, slots=True)
class Touch:
    """A leg that may begin or end in a place, with the shares of its two ends that lie there."""

    number: int
    leg: Leg
    left: Share
    reached: Share


@dataclass(frozen=True)
class Page:
    """One block with its components and its indexes, each made when it is first wanted.

    What is found out about the page is kept with it: `sums` of stocks weighed against each other, by their claims;
    movements, as `heads`, by size as `largest`, and as `rows` with bounds; its `conflicts`; its places, `gauged`; and
    `courses` of balances.
    """

    key: Key
    held: Posted
    assume: bool
    sums: dict[tuple[str, ...], Component] = field(default_factory=dict)
    heads: dict[str, Head] = field(default_factory=dict)
    largest: list[Head] = field(default_factory=list)
    rows: dict[str, Movement] = field(default_factory=dict)
    conflicts: list[tuple[Conflict, ...]] = field(default_factory=list)
    gauged: list[tuple[Place, int]] = field(default_factory=list)
    courses: dict[tuple[Place, tuple[date, ...], Basis], tuple[Spell, ...]] = field(default_factory=dict)

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """The claims that stand on the page, by their ids."""
        flows = (entry for flow in self.held.flows.values() for entry in flow.told)
        others = (entry for entry, _ in (*self.held.totals, *self.held.stocks))
        return {entry.id: entry for entry in (*flows, *others)}

    @cached_property
    def block(self) -> Block:
        """The legs of the movements, and what claims assert of them."""
        return block(self.key, self.held, assume=self.assume)

    @cached_property
    def solver(self) -> Solver:
        """What bounds sums of legs."""
        found = components(self.block)
        home = {leg: n for n, one in enumerate(found) for a in one.assertions for leg in (*a.legs, *a.perhaps)}
        return Solver(found, home, self.entries)

    @cached_property
    def ends(self) -> Mapping[Atom, tuple[int, ...]]:
        """The legs that begin or end in each atom."""
        found: dict[Atom, list[int]] = {}
        for number, leg in enumerate(self.block.legs):
            for atom in {leg.origin, leg.destination} - {None}:
                found.setdefault(atom, []).append(number)  # type: ignore[arg-type]
        return {atom: tuple(legs) for atom, legs in found.items()}

    @cached_property
    def asserted(self) -> Mapping[int, tuple[int, ...]]:
        """The assertions, by number, that speak of each leg."""
        found: dict[int, list[int]] = {}
        for number, one in enumerate(self.block.assertions):
            for leg in (*one.legs, *one.perhaps):
                found.setdefault(leg, []).append(number)
        return {leg: tuple(numbers) for leg, numbers in found.items()}

    @cached_property
    def tellers(self) -> Mapping[str, tuple[str, ...]]:
        """By claim, the movements that it tells of."""
        found: dict[str, list[str]] = {}
        for flow in self.block.flows.values():
            for entry in flow.told:
                found.setdefault(entry.id, []).append(flow.id)
        return {id_: tuple(flows) for id_, flows in found.items()}

    @cached_property
    def told(self) -> Mapping[str, tuple[tuple[str, Entry], ...]]:
        """By report, the movements that it tells of, each with the claim."""
        found: dict[str, list[tuple[str, Entry]]] = {}
        for flow in self.block.flows.values():
            for entry in flow.history:
                found.setdefault(entry.report, []).append((flow.id, entry))
        return {report: tuple(pairs) for report, pairs in found.items()}

    @cached_property
    def located(self) -> Mapping[tuple[Place, ...], tuple[Stock, ...]]:
        """The stocks stated of each place, or of several together."""
        found: dict[tuple[Place, ...], list[Stock]] = {}
        for stock in self.block.stocks:
            found.setdefault(stock.places, []).append(stock)
        return {places: tuple(stocks) for places, stocks in found.items()}

    @cached_property
    def days(self) -> frozenset[date]:
        """The days on which anything of the page begins to hold or is done, or a stock is stated."""
        told = (
            day
            for flow in self.block.flows.values()
            for entry in (*flow.history, *flow.corrected)
            for day in (begins(entry), ends(entry))
        )
        return frozenset((*told, *(stock.day for stock in self.block.stocks))) - {date.min}

    @cached_property
    def regions(self) -> tuple[Place, ...]:
        """The places of the page whose countries may be others on another day."""
        found = dict.fromkeys(self.places())
        return tuple(place for place in found if place.type == "region" and not place.members)

    @cached_property
    def gauges(self) -> Mapping[int, int]:
        """How large each leg may be at the most that is told of it, roughly: no bound, but quickly had."""
        found: dict[int, int] = {}
        for one in self.block.assertions:
            for leg in one.legs:
                found[leg] = max(found.get(leg, 0), one.low if one.high is None else one.high)
        return found

    @property
    def at_hand(self) -> bool:
        """Whether its movements can be listed without any work."""
        return "days" in vars(self) and len(self.largest) == sum(
            flow.until is None for flow in self.block.flows.values()
        )

    def touching(self, place: Place, on: date | None) -> list[Touch]:
        """The legs that may begin or end in PLACE."""
        shares = {atom: part for atom in self.ends if (part := share(atom, place, on)) != NONE}
        numbers = sorted({number for atom in shares for number in self.ends[atom]})
        legs = self.block.legs
        return [
            Touch(
                number,
                leg := legs[number],
                shares.get(leg.origin, NONE) if leg.origin else NONE,
                shares.get(leg.destination, NONE) if leg.destination else NONE,
            )
            for number in numbers
        ]

    def stocks_at(self, place: Place, on: date | None) -> list[Stock]:
        """The stocks stated of just PLACE, on whatever day."""
        whole = countries_of(place, on)
        return [
            stock
            for places, stocks in self.located.items()
            if (relation(places[0], place, on) == "same" if len(places) == 1 else _union(places, on) == whole != set())
            for stock in stocks
        ]

    def places(self) -> Iterable[Place]:
        """All places that movements and stocks of the block are told of."""
        for atom in self.ends:
            yield from atom.places
        for places in self.located:
            yield from places


@dataclass(frozen=True)
class Sheet:
    """The pages of some books, by force and asset, and how these were sorted; `books` is None once nobody has them."""

    pages: Mapping[Key, Page]
    sorted: Sorted
    books: Callable[[], Books | None]


def sheet(books: Books, *, assume: bool = True) -> Sheet:
    """The sheet of BOOKS, kept for as long as they are.

    Pages on which nothing differs are taken over from the sheets of other books that are still kept, with all that was
    found out about them: a ruling or a report touches one block or two, and the others need not be solved again.
    """
    key = (id(books), assume)
    with _ONE_BY_ONE:
        found = _KEPT.get(key)
        if found is None:
            found = _KEPT[key] = _sheet(books, assume=assume)
            finalize(books, _KEPT.pop, key, None)
    return found


def opened(books: Books) -> bool:
    """Whether the pages of BOOKS are kept."""
    return (id(books), True) in _KEPT


_KEPT: Final[dict[tuple[int, bool], Sheet]] = {}
"""The sheets of all books that are in use, by identity: they are too large to be compared, and do not change."""
_ONE_BY_ONE: Final = RLock()
"""So that threads which ask for the same sheet make it once."""


def _sheet(books: Books, *, assume: bool) -> Sheet:
    """A sheet made anew, but for the pages that others have."""
    others = list(_KEPT.items())[::-1]
    alike = [other for (_, assumed), other in others if assumed == assume]
    held = _sorted(books, [other for _, other in others])
    pages = {
        key: _taken_over(key, held.blocks[key], alike) or Page(key, held.blocks[key], assume)
        for key in sorted(held.blocks)
    }
    return Sheet(pages, held, ref(books))


def _sorted(books: Books, others: Iterable[Sheet]) -> Sorted:
    """BOOKS sorted, as far as can be as those of OTHERS that have nearly as many entries."""
    known = [(before, other.sorted) for other in others if (before := other.books()) is not None]
    if known:
        nearest = min(known, key=lambda pair: abs(len(pair[0].entries) - len(books.entries)))
        return sorted_afresh(books, *nearest) or all_sorted(books)
    return all_sorted(books)


def _taken_over(key: Key, held: Posted, others: Iterable[Sheet]) -> Page | None:
    """The page of one of OTHERS on which the very same stands."""
    pages = (other.pages.get(key) for other in others)
    return next((page for page in pages if page is not None and page.held == held), None)


def _union(places: Iterable[Place], on: date | None) -> frozenset[str]:
    """The countries that PLACES are together."""
    return frozenset[str]().union(*(countries_of(place, on) for place in places))
