"""Held: a ledger whose books stay in memory between questions, until it changes."""

import gc
from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import Final

from laydown import balance
from laydown.desk import books as asking
from laydown.desk.books import Clocks
from laydown.desk.contents import Contents, contents
from laydown.desk.kept import Answer, Kept
from laydown.desk.timeline import Timeline, as_it_was, timeline
from laydown.ledger.store import NEW, Ledger, Turn, in_force
from laydown.model import Balance, Basis, Books, Conflict, Entry, Head, Link, Movement, Status
from laydown.model.identity import block, utc

BOOKS: Final = 6
"""How many books of other hours, or of one force, are kept beside those of now."""
ANSWERS: Final = 64
"""How many answers are kept of the books as they are."""

_TODAY: Final = Clocks()
_NEVER: Final = "~"
"""Later than every hour."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """All that a ledger holds at one turn: entries, every link ever, the books of now, and what was asked of them."""

    turn: Turn
    links: Sequence[Link]
    posted: Mapping[str, Link]
    corrections: Mapping[str, Link]
    books: Books
    other: Kept = field(default_factory=lambda: Kept(BOOKS))
    answers: Kept = field(default_factory=lambda: Kept(ANSWERS))


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
        self._shelf = Shelf(NEW, (), {}, {}, Books())

    def books(self, clocks: Clocks = _TODAY, force: str | None = None, asset: str | None = None) -> Books:
        """The books as far as they were said and recorded by the days of CLOCKS; the same object until they change."""
        return self._books(self._now(), clocks, force, asset)

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
        held = self._books(now, clocks)
        names = tuple(places)

        def work() -> tuple[Balance, ...]:
            return asking.balances_of(
                held, force=force, asset=asset, places=names, unit=unit, basis=basis, as_of=clocks.as_of, assume=assume
            )

        return now.answers.get(("balances", clocks, force, asset, names, unit, basis, assume), work)

    def movements(
        self, clocks: Clocks = _TODAY, *, force: str | None = None, asset: str | None = None
    ) -> tuple[Movement, ...]:
        """All movements with the bounds of their sizes."""
        now = self._now()
        held = self._books(now, clocks)
        found = now.answers.get(("movements", clocks.hours), lambda: balance.movements(held))
        return tuple(one for one in found if force in {None, one.force} and asset in {None, one.asset})

    def heads(self, clocks: Clocks = _TODAY, *, force: str | None = None, asset: str | None = None) -> tuple[Head, ...]:
        """All movements without the bounds of their sizes, for a list of which few rows are shown: see `sized`.

        As of a day there are those that were told of by then, each with the status that it had.
        """
        now = self._now()
        held = self._books(now, clocks)
        found = now.answers.get(("heads", clocks.hours), lambda: balance.heads(held))
        day = clocks.as_of
        if day is not None:
            found = now.answers.get(("heads", clocks), lambda: tuple(as_it_was(held, found, day)))
        return tuple(one for one in found if force in {None, one.force} and asset in {None, one.asset})

    def sized(self, heads: Iterable[Head], clocks: Clocks = _TODAY) -> tuple[Movement, ...]:
        """The movements of some HEADS, asked for with the same CLOCKS, with the bounds of their sizes."""
        asked = {one.id: one for one in heads}
        found = balance.sized(self._books(self._now(), clocks), asked.values())
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

        With PATIENCE, in seconds, it comes without its standings and is `pending` where these take longer; they are
        worked out meanwhile, for whoever asks again.
        """
        now = self._now()
        held = self._books(now, clocks)
        names, wanted = tuple(places), None if statuses is None else tuple(statuses)

        def work(**fewer: int) -> Timeline:
            found = asking.places_of(held, names, clocks.as_of)
            wishes = {**limits, **fewer}
            return timeline(held, force=force, asset=asset, places=found, basis=basis, statuses=wanted, **wishes)

        asked = ("timeline", clocks.hours, force, asset, names, names and clocks.as_of, basis, wanted, *limits.items())
        if patience is None:
            return now.answers.get(asked, work)
        found = now.answers.soon(asked, work, patience)
        return found or now.answers.get((*asked, "lives"), lambda: replace(work(most_standings=0), pending=True))

    def conflicts(
        self, clocks: Clocks = _TODAY, *, force: str | None = None, asset: str | None = None
    ) -> tuple[Conflict, ...]:
        """The sets of claims that cannot all be true, without the balances that their repairs leave: see `settled`."""
        now = self._now()
        held = self._books(now, clocks)
        found = now.answers.get(("conflicts", clocks.hours), lambda: balance.conflicts(held))
        return tuple(one for one in found if force in {None, one.force} and asset in {None, one.asset})

    def settled(self, conflict: Conflict, clocks: Clocks = _TODAY) -> Conflict:
        """CONFLICT with the balances that each of its repairs leaves, which are costly."""
        now = self._now()
        held = self._books(now, clocks, conflict.force, conflict.asset)

        def work() -> Conflict:
            ways = (
                replace(way, balances=balance.settled(held, conflict, way, as_of=clocks.as_of))
                for way in conflict.repairs
            )
            return replace(conflict, repairs=tuple(ways))

        return now.answers.get(("settled", clocks.hours, clocks.as_of, conflict.claims), work)

    def entry(self, name: str) -> Entry | None:
        """The claim of an id, as the books hold it now."""
        return self._now().books.entries.get(name)

    def doubts(self, clocks: Clocks = _TODAY) -> tuple[tuple[Entry, Link], ...]:
        """The claims in doubt, with the ways between which the clerk could not choose."""
        now = self._now()
        held = self._books(now, clocks)
        return now.answers.get(("doubts", clocks.hours), lambda: tuple(asking.doubts(held)))

    def told_by(self, report: str) -> tuple[Entry, ...]:
        """The claims of a report, in the order of its text."""
        now = self._now()
        return now.answers.get("reports", lambda: _by_report(now.books)).get(report, ())

    def contents(self, clocks: Clocks = _TODAY) -> Contents:
        """The forces, assets and places that the books are about."""
        now = self._now()
        held = self._books(now, clocks)
        return now.answers.get(("contents", clocks.hours), lambda: contents(held))

    def warm(self) -> None:
        """Work out what the first pages will ask for, so that they need not wait; in a thread of its own, say."""
        now = self._now()
        with _uncollected():
            for page in balance.sheet(now.books).pages.values():
                _ = page.solver
            self.heads()
            self.timeline()
            self.conflicts()
            self.doubts()
            self.told_by("")
            asking.places_of(now.books, ("Poland",))

    def ruled(self) -> tuple[Link, ...]:
        """Every link that a person decided, in the order of appending."""
        now = self._now()
        return now.answers.get("ruled", lambda: tuple(link for link in now.links if link.decided_by == "person"))

    def kept(self, asked: Hashable, work: Callable[[], Answer]) -> Answer:
        """What WORK answers to what is ASKED of the ledger as it is, worked out once until it changes."""
        return self._now().answers.get(asked, work)

    def _now(self) -> Shelf:
        """What the ledger holds at this moment."""
        turn = self.ledger.turn()
        shelf = self._shelf
        if shelf.turn == turn:
            return shelf
        with self._lock:
            if self._shelf.turn == NEW:
                with _uncollected():
                    self._shelf = _filled(self._shelf, self.ledger)
            elif self._shelf.turn != self.ledger.turn():
                self._shelf = _filled(self._shelf, self.ledger)
            return self._shelf

    def _books(self, now: Shelf, clocks: Clocks, force: str | None = None, asset: str | None = None) -> Books:
        """The books of a force, said and recorded by some days, out of those that are held."""
        said, recorded = (utc(day) if day else None for day in (clocks.said_by, clocks.recorded_by))
        held = now.books
        if said or recorded:
            held = now.other.get((said, recorded), lambda: _until(now, said, recorded))
        if force or asset:
            whole = held
            return now.other.get((said, recorded, force, asset), lambda: _of_block(whole, force, asset))
        return held


@contextmanager
def _uncollected() -> Iterator[None]:
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


def _filled(shelf: Shelf, ledger: Ledger) -> Shelf:
    """SHELF with what LEDGER has taken since.

    Its pages are opened while the old ones are still there, so that those on which nothing has changed are taken over.
    """
    new = ledger.since(shelf.turn)
    posted, corrections = in_force(new.links, shelf.posted, shelf.corrections)
    entries = _inserted(shelf.books.entries, new.entries)
    found = Shelf(new.turn, (*shelf.links, *new.links), posted, corrections, _as_books(entries, posted, corrections))
    balance.sheet(found.books)
    return found


def _as_books(entries: Mapping[str, Entry], posted: Mapping[str, Link], corrections: Mapping[str, Link]) -> Books:
    """Books of ENTRIES and their links; a correction that was taken back is none."""
    return Books(
        entries=entries, links=posted, corrections={name: link for name, link in corrections.items() if link.targets}
    )


def _inserted(held: Mapping[str, Entry], new: Sequence[Entry]) -> Mapping[str, Entry]:
    """Entries HELD with those that are NEW, in said order; a report comes as a whole, its claims in order."""
    if not held or not new:
        return held or {entry.id: entry for entry in new}
    found = list(held.values())
    for entry in new:
        found.insert(bisect_right(found, _rank(entry), key=_rank), entry)
    return {entry.id: entry for entry in found}


def _rank(entry: Entry) -> tuple[bool, str, str]:
    """Where an entry stands in said order; what was said at no known hour comes last."""
    return entry.said is None, entry.said or "", entry.report


def _until(now: Shelf, said: str | None, recorded: str | None) -> Books:
    """The books as far as they were SAID and RECORDED by two hours.

    It is what the ledger would answer: it too leaves out what was said later, and lets the links hold that it had by
    then. The clerk decides by what was said before alone, so that nothing left out has a part in what is kept.
    """
    entries = {
        name: entry
        for name, entry in now.books.entries.items()
        if (said is None or (entry.said or _NEVER) <= said) and (recorded is None or entry.recorded <= recorded)
    }
    if recorded is None or not now.links or now.links[-1].recorded <= recorded:
        if len(entries) == len(now.books.entries):
            return now.books
        posted = {name: link for name, link in now.posted.items() if name in entries}
        return _as_books(entries, posted, {name: link for name, link in now.corrections.items() if name in entries})
    links = (link for link in now.links if link.recorded <= recorded and link.claim in entries)
    return _as_books(entries, *in_force(links))


def _of_block(held: Books, force: str | None, asset: str | None) -> Books:
    """The books of a FORCE and an ASSET."""
    found = {name: block(entry.claim) for name, entry in held.entries.items()}
    names = {name for name, (whose, what) in found.items() if force in {None, whose} and asset in {None, what}}
    return Books(
        entries={name: entry for name, entry in held.entries.items() if name in names},
        links={name: link for name, link in held.links.items() if name in names},
        corrections={name: link for name, link in held.corrections.items() if name in names},
    )


def _by_report(held: Books) -> Mapping[str, tuple[Entry, ...]]:
    """The claims of each report."""
    found: dict[str, list[Entry]] = {}
    for entry in held.entries.values():
        found.setdefault(entry.report, []).append(entry)
    return {report: tuple(entries) for report, entries in found.items()}
