"""The worked example: the eastern flank in the first half of 2022, from real reports, with its balance sheet drawn.

    python -m tools.worked_example ../shared/corpus

It reads what the shared corpus has of that half year (items of Wikipedia's current events under CC BY-SA, briefings of
the White House in the public domain) into a ledger of its own, and writes into `examples/eastern-flank/` the balance
sheet as text and as a drawing, and the list of its sources. The reports themselves stay where they are.
"""

import json
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Final

from rich.console import Console

from laydown.cli.sheets import print_balances
from laydown.desk import books
from laydown.desk.books import Clocks, Ledger, open_ledger
from laydown.export import Day, Strip, drawn
from laydown.export.notation import span
from laydown.model import Balance, Basis, Problem

SHEET: Final = Path(__file__).parents[1] / "examples" / "eastern-flank"
FIRST: Final = date(2022, 1, 1)
LAST: Final = date(2022, 6, 30)
PLACES: Final = ("Germany", "Poland", "Romania", "Baltic states", "Europe")
FORCE: Final = "US"
RECORDED: Final = "2026-11-22T00:00:00Z"
"""The day on which the example was made: a fixed one, so that making it again changes nothing."""


def reports(corpus: Path) -> Iterator[dict[str, str]]:
    """The reports of the half year that the corpus has, a row each, as `laydown add` reads them."""
    for name, licence in (
        ("current-events/items.jsonl", "CC BY-SA, Wikipedia contributors"),
        ("public-domain/documents-wh-briefings.jsonl", "US government work"),
    ):
        for line in (corpus / name).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["date"] and FIRST.isoformat() <= row["date"] <= LAST.isoformat() and row.get("broad", True):
                yield {
                    "published": row["date"],
                    "publisher": row.get("publisher") or row["outlet"],
                    "source": row["url"],
                    "title": row.get("title") or "",
                    "text": row["text"],
                    "licence": licence,
                }


def strip(ledger: Ledger, place: str) -> Strip:
    """A place over the days, on both bases, and its last bounds in words."""
    last = _days(ledger, place, "ordered")[-1][1]
    known = last.known
    words = span(known) if last.level else span(known, signed=True)
    both = {basis: tuple(_day(day, one) for day, one in _days(ledger, place, basis)) for basis in BASES}
    return Strip(name=place, words=words, ordered=both["ordered"], in_place=both["in_place"])


BASES: Final[tuple[Basis, ...]] = ("ordered", "in_place")


def _days(ledger: Ledger, place: str, basis: Basis) -> list[tuple[date, Balance]]:
    """The balances of a place, day by day."""
    days = books.history(ledger, force=FORCE, places=[place], basis=basis, clocks=Clocks(as_of=LAST))
    return [(day, found[0]) for day, found in days if found and day >= FIRST]


def _day(day: date, balance: Balance) -> Day:
    """What is drawn of a day: the level where a stock is stated, else what is reported to have come."""
    known = balance.known
    return Day(on=day, low=known.low, high=known.high, contested=balance.contested)


def main() -> None:
    """Make the example anew."""
    rows = list(reports(Path(sys.argv[1])))
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "reports.jsonl"
        source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        with open_ledger(str(Path(folder) / "flank.db")) as ledger:
            for added in books.add_sources(ledger, [str(source)], recorded=RECORDED):
                if isinstance(added, Problem):
                    sys.stderr.write(f"{added}\n")
            screen = Console(file=StringIO(), width=100, highlight=False, markup=False)
            for basis in BASES:
                found = books.balances(ledger, places=PLACES, force=FORCE, basis=basis, clocks=Clocks(as_of=LAST))
                print_balances(screen, [one for one in found if one.asset == "persons"], why=basis == "ordered")
            sheet = screen.file.getvalue() if isinstance(screen.file, StringIO) else ""
            strips = [strip(ledger, place) for place in PLACES]
    title = f"{FORCE} persons, first half of 2022, as told in {len(rows)} reports"
    (SHEET / "balance.txt").write_text("\n".join(line.rstrip() for line in sheet.splitlines()) + "\n", encoding="utf-8")
    (SHEET / "balance.svg").write_text(drawn(title, strips, LAST), encoding="utf-8")
    keys = ("published", "publisher", "source", "licence")
    table = ["\t".join(keys), *("\t".join(row[key] for key in keys) for row in rows)]
    (SHEET / "sources.tsv").write_text("\n".join(table) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
