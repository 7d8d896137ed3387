"""Time the balances: `python -m benchmarks.balance`.

Made-up worlds of one force and asset, so that all claims lie in one block, which is the worst case. Each balance is of
one country on one day, with both certificates, asked for the first time; the sheet, which depends on the books alone,
is made before and timed apart. CPU time, for other work may share the machine.
"""

import sys
import time
from collections.abc import Callable
from datetime import timedelta
from statistics import median
from typing import Final

from evals.made import DESTINATIONS, START, Shape, World, world
from laydown.balance import balances, conflicts, sheet
from laydown.lexicon.gazetteer import country

SIZES: Final = (100, 1_000, 5_000, 20_000, 100_000)
LIMIT_MS: Final = 50.0
"""What issue 5 asks for: a balance with its certificates, typically, in the biggest block."""


def of_size(claims: int, wrong: float = 0.01) -> World:
    """A world of about so many claims; it lasts longer the more there are, as a crisis does."""
    movements = max(10, claims * 10 // 46)
    return world(1, Shape(movements=movements, wrong=wrong, stocks=0.02, days=max(60, movements // 8)))


def took(work: Callable[[], object]) -> float:
    """Milliseconds of CPU that WORK takes."""
    start = time.process_time_ns()
    work()
    return (time.process_time_ns() - start) / 1e6


def each(one: World) -> list[float]:
    """Milliseconds that each of some balances takes, the least first."""
    last = max(truth.ordered for truth in one.truths)
    days = [START + timedelta(days=int((last - START).days * share)) for share in (0.2, 0.5, 0.8, 1.0)]
    asked = [(found, day) for code in DESTINATIONS for day in days if (found := country(code))]
    return sorted(took(lambda p=p, d=d: balances(one.books, as_of=d, places=[p])) for p, d in asked)  # type: ignore[misc]


def main() -> None:
    """Print the curve."""
    ends = [found for code in DESTINATIONS if (found := country(code))]
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    heads = ("claims", "sheet", "solve", "median", "90 %", "worst", "lines", "conflicts")
    print("CPU milliseconds\n\n" + " ".join(f"{head:>9}" for head in heads))
    for size in sizes:
        one = of_size(size)
        made = took(lambda one=one: [page.block for page in sheet(one.books).pages.values()])  # type: ignore[misc]
        page = next(iter(sheet(one.books).pages.values()))
        split = took(lambda page=page: (page.solver, page.ends, page.asserted, page.told, page.located))  # type: ignore[misc]
        runs = each(one)
        lines = [
            len(proof.lines)
            for balance in balances(one.books, places=ends)
            for proof in (balance.net_change.proof_of_low, balance.net_change.proof_of_high)
            if proof
        ]
        quarrels = took(lambda one=one: conflicts(one.books))  # type: ignore[misc]
        times = (made, split, median(runs), runs[int(len(runs) * 0.9)], runs[-1], median(lines), quarrels)
        print(f"{len(one.books.entries):9}", *(f"{n:9.1f}" for n in times))


if __name__ == "__main__":
    main()
