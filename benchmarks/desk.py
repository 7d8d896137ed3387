"""Time what the desk asks of its books: `python -m benchmarks.desk [FILE] [--claims N]`.

FILE is a ledger made by `python -m benchmarks.crises`, which is made where it is not there; it is copied, for rulings
are made in it. Milliseconds of the clock, which is what a page waits, and of the processor, for other work may share
the machine; the ratio is to reading the books from the file, which is what each question costs whoever holds nothing.
"""

import time
from collections.abc import Callable
from datetime import date
from statistics import median
from typing import Final

from benchmarks.crises import copied, readings
from laydown.desk import books as asking
from laydown.desk.held import Held
from laydown.ledger.store import Ledger, open_ledger

BIGGEST: Final = "US"
MIDDLE: Final = "FR"
SHOWN: Final = 200
PATIENCE: Final = 0.1
LIMITS: Final = {"map, no filters": 300.0, "one report's claims": 100.0}
"""Milliseconds that issue 7 asks for, page and all."""


class Table:
    """The lines printed. A class, for each is set against the first of them."""

    def __init__(self) -> None:
        """Begin with nothing to compare."""
        self.whole = 0.0

    def line(self, what: str, work: Callable[[], object], *, again: int = 0) -> None:
        """Print how long WORK takes, and at the median of some times more."""
        clock, processor, found = took(work)
        self.whole = self.whole or clock
        later = f"{median(took(work)[0] for _ in range(again)):9.1f}" if again else " " * 9
        note = f"  {found}" if isinstance(found, str) else ""
        limit = (
            "" if what not in LIMITS else f"  limit {LIMITS[what]:.0f}: {'held' if clock < LIMITS[what] else 'MISSED'}"
        )
        print(f"{what:44} {clock:9.1f} {processor:9.1f} {later} {clock / self.whole:9.4f}{note}{limit}")


def took(work: Callable[[], object]) -> tuple[float, float, object]:
    """Milliseconds of the clock and of the processor that WORK takes, and what it gives."""
    clock, processor = time.perf_counter(), time.process_time()
    found = work()
    return (time.perf_counter() - clock) * 1000, (time.process_time() - processor) * 1000, found


def map_of(held: Held, force: str | None = None) -> str:
    """What a map draws, in words."""
    found = held.timeline(force=force, patience=PATIENCE)
    return f"{len(found.lives)} lives, " + ("pending" if found.pending else f"{len(found.standings)} standings")


def listed(held: Held) -> None:
    """The first rows of the list of movements, the last told first."""
    found = sorted(held.heads(), key=lambda one: one.last or date.min, reverse=True)
    held.sized(found[:SHOWN])


def report_page(held: Held, name: str) -> None:
    """The claims of a report, with what they do in the books."""
    kept = held.books()
    for entry in held.told_by(name):
        kept.links.get(entry.id)


def questions(table: Table, held: Held, report: str) -> None:
    """What pages ask."""
    table.line("map, no filters", lambda: map_of(held), again=5)
    for force in (MIDDLE, BIGGEST):
        table.line(f"map of {force}", lambda force=force: map_of(held, force), again=5)  # type: ignore[misc]
        held.timeline(force=force)
    table.line("one report's claims", lambda: report_page(held, report), again=5)
    table.line(f"list of movements, {SHOWN} sized", lambda: listed(held), again=5)
    table.line("list of conflicts", held.conflicts, again=5)
    table.line("claims in doubt", held.doubts, again=5)
    for force in (MIDDLE, BIGGEST):
        table.line(f"balances of {force}", lambda force=force: held.balances(force=force), again=5)  # type: ignore[misc]


def after(title: str, table: Table, held: Held, report: str) -> None:
    """What the same pages cost after a change."""
    print(f"\n{title}")
    table.line("books", held.books)
    questions(table, held, report)


def last_of(held: Held, force: str) -> str:
    """The last claim of a force that tells of a movement which another opened."""
    kept = held.books(force=force)
    return next(name for name in reversed(list(kept.entries)) if kept.links[name].role == "same")


def measure(ledger: Ledger) -> None:
    """Print the figures of a LEDGER."""
    print(f"{'milliseconds':44} {'clock':>9} {'processor':>9} {'again':>9} {'ratio':>9}")
    table, held = Table(), Held(ledger)
    table.line("the books, from the file", held.books, again=5)
    table.line("warming up", held.warm)
    name = list(held.books().entries)[-1]
    report = held.books().entries[name].report
    questions(table, held, report)
    found = held.conflicts(force=MIDDLE)
    if found:
        table.line("what repairs of one conflict leave", lambda: held.settled(found[0]))
    for force in (MIDDLE, BIGGEST):
        asking.rule(ledger, last_of(held, force), "memo", reason="seen", recorded="2025-01-01")
        after(f"after a ruling on {force}", table, held, report)
    *_, told = readings(1010)
    ledger.add(told, recorded="2025-01-02")
    after("after one more report of ten claims", table, held, report)


def main() -> None:
    """Make or take the ledger, and measure."""
    with copied() as copy, open_ledger(str(copy)) as ledger:
        measure(ledger)


if __name__ == "__main__":
    main()
