"""Held: a ledger whose books stay in memory between questions, until it changes."""

import gc
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from threading import Lock
from typing import Final, TypeAlias

from laydown import balance
from laydown.desk import books as asking
from laydown.desk.books import Clocks
from laydown.desk.contents import Contents, contents
from laydown.desk.kept import Answer
from laydown.desk.snapshot import Snapshot, filled, of_block, until
from laydown.desk.timeline import Timeline, as_it_was, timeline
from laydown.ledger.store import NEW, Ledger
from laydown.model import Balance, Basis, Books, Conflict, Entry, Head, Link, Movement, Status
from laydown.model.identity import block, utc

FORCES: Final = 8
"""The forces, by how much is told of them, whose maps are drawn before anybody asks."""

Asked: TypeAlias = tuple[str | None, str | None, str | None, str | None]
"""Books by what was asked for: said by, recorded by, force, asset."""

_TODAY: Final = Clocks()


class Held:
    """A ledger that is asked often. A class, for it is a cache: the books of the last turn of the ledger, as objects.

    Every question first asks the ledger whether it has come further, which costs a fraction of a millisecond; what is
    new is added to what is held, and pages of the books on which nothing has changed stay as they are. Threads may
    share one. Raises what `Ledger` raises, and ValueError for a day or a place that is none.
    """

    def __init__(self, ledger: Ledger) -> None:
        """Hold the books of a LEDGER, which stays the caller's to close."""
        self.ledger = ledger
        self._lock = Lock()
        self._last = Snapshot()

    def books(self, clocks: Clocks = _TODAY, force: str | None = None, asset: str | None = None) -> Books:
        """The books as far as they were said and recorded by the days of CLOCKS; the same object until they change."""
        return _read(self._now(), clocks, force, asset)[1]

    def balances(
        self,
        clocks: Clocks = _TODAY,
        *,
        force: str | None = None,
        asset: str | None = None,
        places: Sequence[str] = (),
        unit: str | None = None,
        basis: Basis = "ordered",
        assume: bool = True,
    ) -> tuple[Balance, ...]:
        """The balances of a FORCE at PLACES, by name; at all places that the books name, where none is given."""
        now = self._now()
        pair, held = _read(now, clocks)
        names = tuple(places)

        def work() -> tuple[Balance, ...]:
            return asking.balances_of(
                held, force=force, asset=asset, places=names, unit=unit, basis=basis, as_of=clocks.as_of, assume=assume
            )

        return now.answers.get(("balances", pair, clocks, force, asset, names, unit, basis, assume), work)

    def movements(
        self, clocks: Clocks = _TODAY, *, force: str | None = None, asset: str | None = None
    ) -> tuple[Movement, ...]:
        """All movements with the bounds of their sizes."""
        now = self._now()
        pair, held = _read(now, clocks)
        found = now.answers.get(("movements", pair), lambda: balance.movements(held))
        return tuple(one for one in found if force in {None, one.force} and asset in {None, one.asset})

    def heads(self, clocks: Clocks = _TODAY, *, force: str | None = None, asset: str | None = None) -> tuple[Head, ...]:
        """All movements without the bounds of their sizes, for a list of which few rows are shown: see `sized`.

        As of a day there are those that were told of by then, each with the status that it had.
        """
        now = self._now()
        pair, held = _read(now, clocks)
        found = now.answers.get(("heads", pair), lambda: balance.heads(held))
        day = clocks.as_of
        if day is not None:
            found = now.answers.get(("heads", pair, day), lambda: tuple(as_it_was(held, found, day)))
        return tuple(one for one in found if force in {None, one.force} and asset in {None, one.asset})

    def sized(self, heads: Iterable[Head], clocks: Clocks = _TODAY) -> tuple[Movement, ...]:
        """The movements of some HEADS, asked for with the same CLOCKS, with the bounds of their sizes."""
        asked = {one.id: one for one in heads}
        found = balance.sized(_read(self._now(), clocks)[1], asked.values())
        return tuple(replace(one, status=asked[one.id].status) for one in found)

    def timeline(
        self,
        clocks: Clocks = _TODAY,
        *,
        force: str | None = None,
        asset: str | None = None,
        places: Sequence[str] = (),
        basis: Basis = "ordered",
        statuses: Sequence[Status] | None = None,
        patience: float | None = None,
        **limits: int,
    ) -> Timeline:
        """How movements and balances live over days; LIMITS are those of `timeline`.

        With PATIENCE, in seconds, where it takes longer it is `pending`: what is at hand comes at once, and the rest is
        worked out meanwhile, for whoever asks again.
        """
        now = self._now()
        pair, held = _read(now, clocks)
        names, wanted = tuple(places), None if statuses is None else tuple(statuses)

        def work(*, at_hand: bool = False) -> Timeline:
            found = asking.places_of(held, names, clocks.as_of)
            return timeline(
                held,
                force=force,
                asset=asset,
                places=found,
                basis=basis,
                statuses=wanted,
                at_hand=at_hand,
                **limits,
            )

        asked = ("timeline", pair, force, asset, names, names and clocks.as_of, basis, wanted, *limits.items())
        if patience is None:
            return now.answers.get(asked, work)
        return now.answers.soon(asked, work, patience) or work(at_hand=True)

    def conflicts(
        self, clocks: Clocks = _TODAY, *, force: str | None = None, asset: str | None = None
    ) -> tuple[Conflict, ...]:
        """The sets of claims that cannot all be true, without the balances that their repairs leave: see `settled`."""
        now = self._now()
        pair, held = _read(now, clocks)
        found = now.answers.get(("conflicts", pair), lambda: balance.conflicts(held))
        return tuple(one for one in found if force in {None, one.force} and asset in {None, one.asset})

    def settled(self, conflict: Conflict, clocks: Clocks = _TODAY) -> Conflict:
        """CONFLICT with the balances that each of its repairs leaves, which are costly."""
        now = self._now()
        pair, held = _read(now, clocks, conflict.force, conflict.asset)

        def work() -> Conflict:
            ways = (
                replace(way, balances=balance.settled(held, conflict, way, as_of=clocks.as_of))
                for way in conflict.repairs
            )
            return replace(conflict, repairs=tuple(ways))

        return now.answers.get(("settled", pair, clocks.as_of, conflict.claims), work)

    def entry(self, name: str) -> Entry | None:
        """The claim of an id, as the books hold it now."""
        return self._now().books.entries.get(name)

    def doubts(self, clocks: Clocks = _TODAY) -> tuple[tuple[Entry, Link], ...]:
        """The claims in doubt, with the ways between which the clerk could not choose."""
        now = self._now()
        pair, held = _read(now, clocks)
        return now.answers.get(("doubts", pair), lambda: tuple(asking.doubts(held)))

    def links(self) -> Sequence[Link]:
        """Every link ever, in the order of their appending."""
        return self._now().links

    def told_by(self, report: str) -> tuple[Entry, ...]:
        """The claims of a report, in the order of its text."""
        return self._now().reports.get(report, ())

    def contents(self, clocks: Clocks = _TODAY) -> Contents:
        """The forces, assets and places that the books are about."""
        now = self._now()
        pair, held = _read(now, clocks)
        return now.answers.get(("contents", pair), lambda: contents(held))

    def kept(self, asked: Hashable, work: Callable[[], Answer]) -> Answer:
        """What WORK answers to what is ASKED of the ledger as it is, worked out once until it changes."""
        return self._now().answers.get(asked, work)

    def soon(self, asked: Hashable, work: Callable[[], Answer], patience: float) -> Answer | None:
        """The same if it is there within so many seconds; else None, and it is worked out for whoever asks again."""
        return self._now().answers.soon(asked, work, patience)

    def warm(self) -> None:
        """Work out what the first pages will ask for, so that they need not wait; in a thread of its own, say."""
        now = self._now()
        with uncollected():
            for page in balance.sheet(now.books).pages.values():
                _ = page.solver
            self.heads()
            self.timeline()
            for force in _largest(now.books):
                self.timeline(force=force)
            self.conflicts()
            self.doubts()
            self.contents()
            asking.places_of(now.books, ("Poland",))

    def ruled(self) -> tuple[Link, ...]:
        """Every link that a person decided, in the order of appending."""
        now = self._now()
        return now.answers.get("ruled", lambda: tuple(link for link in now.links if link.decided_by == "person"))

    def _now(self) -> Snapshot:
        """What the ledger holds at this moment."""
        turn = self.ledger.turn()
        last = self._last
        if last.turn == turn:
            return last
        with self._lock:
            if self._last.turn == NEW:
                with uncollected():
                    self._last = filled(self._last, self.ledger)
            elif self._last.turn != self.ledger.turn():
                self._last = filled(self._last, self.ledger)
            return self._last


def _read(now: Snapshot, clocks: Clocks, force: str | None = None, asset: str | None = None) -> tuple[Asked, Books]:
    """What is asked for, said and recorded by some days, and the books of it, out of what is held."""
    said, recorded = (utc(day) if day else None for day in (clocks.said_by, clocks.recorded_by))
    held = now.books
    if said or recorded:
        held = now.other.get((said, recorded), lambda: until(now, said, recorded))
    asked = (said, recorded, force, asset)
    if force or asset:
        whole = held
        held = now.other.get(asked, lambda: of_block(whole, force, asset))
    return asked, held


def _largest(held: Books) -> list[str]:
    """The forces of which most is told."""
    told = Counter(block(entry.claim)[0] for entry in held.entries.values())
    return [force for force, _ in told.most_common(FORCES)]


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep Python's collector of garbage from what is made meanwhile: it stays, and there is very much of it.

    A collector that goes through a hundred thousand claims again and again takes longer than it takes to make them.
    """
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if on:
            gc.enable()
