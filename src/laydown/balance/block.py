"""Blocks: the books of one force and asset as legs between atoms, with the assertions that claims make of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from laydown.balance.atoms import ALL, NONE, Atom, atoms, meant
from laydown.balance.flows import Flow, Key, Posted, destinations, goes_to, lineage, origins
from laydown.balance.sizes import size_of
from laydown.balance.stocks import Stock, stock_of
from laydown.balance.system import Assertion
from laydown.balance.timing import Timing, timing
from laydown.model import Entry


@dataclass(frozen=True, slots=True)
class Leg:
    """A part of a movement between two atoms (None: nobody states that end), with its days.

    `turnover` says that it relieves others whose leaving nobody states: it adds nothing for sure. `moves` is false
    for one that only stays longer where it is.
    """

    flow: str
    origin: Atom | None
    destination: Atom | None
    timing: Timing
    turnover: bool = False
    moves: bool = True


@dataclass(frozen=True, slots=True)
class Block:
    """The movements of one force and asset: flows, their legs by number, assertions, and the stated stocks.

    `owned` gives the legs of each flow itself, `spread` those of the flow and all its parts.
    """

    key: Key
    flows: Mapping[str, Flow]
    legs: tuple[Leg, ...]
    owned: Mapping[str, tuple[int, ...]]
    spread: Mapping[str, tuple[int, ...]]
    assertions: tuple[Assertion, ...]
    stocks: tuple[Stock, ...]


def block(key: Key, posted: Posted, *, assume: bool) -> Block:
    """The block of what is POSTED under KEY; without ASSUME only what reports say themselves bounds a number."""
    flows = posted.flows
    totals: dict[str, list[Entry]] = {}
    for entry, targets in posted.totals:
        for target in targets:
            totals.setdefault(target, []).append(entry)
    legs: list[Leg] = []
    owned: dict[str, tuple[int, ...]] = {}
    for flow in flows.values():
        first = len(legs)
        legs.extend(_legs(flow, flows, totals))
        owned[flow.id] = tuple(range(first, len(legs)))
    spread = {
        flow.id: tuple(sorted(leg for one in lineage(flow, flows, up=False) for leg in owned[one.id]))
        for flow in flows.values()
    }
    return Block(
        key=key,
        flows=flows,
        legs=tuple(legs),
        owned=owned,
        spread=spread,
        assertions=tuple(_merged(_assertions(key, posted, legs, spread, assume=assume))),
        stocks=tuple(_stocks(key, posted, assume=assume)),
    )


def _stocks(key: Key, posted: Posted, *, assume: bool) -> Iterable[Stock]:
    """The stocks that are stated; one that corrects another is of that one's day, unless it names its own."""
    for entry, link in posted.stocks:
        found = stock_of(entry, link, key[1], assume=assume)
        if found is not None:
            yield replace(found, day=posted.dated.get(entry.id, found.day))


def _legs(flow: Flow, flows: Mapping[str, Flow], totals: Mapping[str, Sequence[Entry]]) -> Iterable[Leg]:
    """The legs of FLOW between all its origins and destinations; a part that names none has those of its whole."""
    above = lineage(flow, flows, up=True)
    left = next((found for one in above if (found := atoms(origins(one)))), ())
    reached = next((found for one in above if (found := atoms(destinations(one)))), ())
    told = [one.history for one in above]
    done = [entry for one in above for entry in (*one.history, *totals.get(one.id, ()))]
    actions = {entry.claim.action for entry in flow.told} - {None}
    for origin, end in product(left or (None,), reached or (None,)):
        of_leg = [entry for entry in done if _share(entry, origin, end) == ALL]
        days = timing(told, of_leg, flow.corrected, (flow.since, flow.until))
        yield Leg(flow.id, origin, end, days, turnover="rotate" in actions, moves=actions != {"extend"})


def _share(entry: Entry, origin: Atom | None, end: Atom | None) -> tuple[int, int]:
    """How much of a leg between two atoms a claim means."""
    left, right = meant(origin, entry.claim.origin), meant(end, goes_to(entry))
    return left[0] * right[0], left[1] * right[1]


def _assertions(
    key: Key, posted: Posted, legs: Sequence[Leg], spread: Mapping[str, tuple[int, ...]], *, assume: bool
) -> Iterable[Assertion]:
    """What the claims of a block assert, one by one."""
    for flow in posted.flows.values():
        for entry in flow.told:
            found = _assertion(key, entry, spread[flow.id], legs, assume=assume)
            if found:
                yield found
    for entry, targets in posted.totals:
        over = sorted({leg for target in targets for leg in spread.get(target, ())})
        found = _assertion(key, entry, over, legs, assume=assume)
        if found:
            yield found


def _assertion(key: Key, entry: Entry, over: Sequence[int], legs: Sequence[Leg], *, assume: bool) -> Assertion | None:
    """What one claim asserts of the legs OVER which it speaks: those within its own places; None where nothing."""
    size = size_of(entry, key[1], assume=assume)
    bounds = size.bounds
    if bounds.low <= 0 and bounds.high is None:
        return None
    shares = {number: _share(entry, legs[number].origin, legs[number].destination) for number in over}
    sure = tuple(number for number, part in shares.items() if part == ALL)
    perhaps = tuple(number for number, part in shares.items() if part not in {ALL, NONE})
    if not sure and not perhaps:
        return None
    return Assertion(
        entries=(entry.id,),
        witnesses=frozenset({entry.witness}),
        legs=sure,
        perhaps=perhaps,
        low=bounds.low,
        high=bounds.high,
        assumed_low=bounds.assumed_low,
        assumed_high=bounds.assumed_high,
        loose=size.loose,
    )


def _merged(assertions: Iterable[Assertion]) -> Iterable[Assertion]:
    """ASSERTIONS with those that assert the same as one, on the word of all their entries."""
    merged: dict[tuple[object, ...], Assertion] = {}
    for one in assertions:
        alike = (one.legs, one.perhaps, one.low, one.high, one.assumed_low, one.assumed_high, one.loose)
        first = merged.get(alike)
        if first is None:
            merged[alike] = one
        else:
            entries = (*first.entries, *one.entries)
            merged[alike] = replace(first, entries=entries, witnesses=first.witnesses | one.witnesses)
    return merged.values()
