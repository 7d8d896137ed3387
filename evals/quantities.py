"""Score how numbers are read, against NewsQuant, beside the published figures of other readers.

    python -m evals.quantities FOLDER [--show]

FOLDER holds, under their own names, NewsQuant.json, NewsQuant.csv and predictions_NewsQuant.json (Almasian et al. 2023,
"CQE", on GitHub as satya77/CQE_Evaluation; without a licence: we evaluate on them, and keep none of them here). Exits 3
where one is missing.

Their rules: a number is right where its value, or both ends of its range, agree; "change" asks that the sign before it
agree too (= ~ > <, and up or down, of which we read none). Each gold number is met once, one that agrees in sign first.
GPT-3's answers are in the file: scored by us they must come out as published, and the script says by how much they do
not. We give every number, also lengths, sums, ages and percentages, which a reading of claims leaves aside; years and
days are dates to us, as to them. "people, forces" is the part of it that reports of forces are made of: gold whose unit
has a word that our lexicon knows as persons, forces, ships, aircraft, vehicles or weapons, and what we give of it.
"""

import argparse
import csv
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import isclose
from pathlib import Path
from typing import Any, Final

from evals.absent import MISSING, absent
from evals.scoring import Rate
from laydown.lexicon.forces import force_words
from laydown.model import Quantity
from laydown.reading.mentions.quantities import find_counts
from laydown.reading.times import find_times
from laydown.reading.times.words import UNIT, words

GOLD: Final = "NewsQuant.json"
PUBLISHED: Final = "NewsQuant.csv"
ANSWERS: Final = "predictions_NewsQuant.json"
NEAR: Final = 1e-5
SIGNS: Final = {"exact": "=", "between": "=", "vague": "=", "about": "~", "at_least": ">", "at_most": "<"}
TRENDS: Final = frozenset({"up", "down"})
LENGTH: Final = re.compile(rf"(?:\d|(?!a\b){words('count')})[ -]{UNIT}\b")
"""A length within a time: "the past two years" counts years, to them."""
NEARLY: Final = ("nearly", "almost")
"""To them about as much; to us, by the rules of our gold, at most."""
SORTS: Final = frozenset({"people", "ship", "aircraft", "vehicle", "weapon"})
PERSONS: Final = frozenset({"people", "person", "child", "student", "resident", "man", "woman", "worker", "member"})
"""Persons at large, beside the words for forces of our lexicon."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as the corpus writes it: one value, or both ends of a range, and the sign before it."""

    value: tuple[float, ...]
    change: str
    unit: str = ""

    def agrees(self, other: "Number") -> bool:
        """Whether the values are the same."""
        return len(self.value) == len(other.value) and all(
            isclose(mine, its, rel_tol=NEAR, abs_tol=1e-8) for mine, its in zip(self.value, other.value, strict=True)
        )


@dataclass(slots=True)
class Tally:
    """What came out: by value, by value and sign, and the same of numbers without a trend and of people and forces."""

    value: Rate = field(default_factory=Rate)
    change: Rate = field(default_factory=Rate)
    plain: Rate = field(default_factory=Rate)
    forces: Rate = field(default_factory=Rate)
    signed: Rate = field(default_factory=Rate)

    def line(self, who: str) -> str:
        """The figures in a row."""
        rates = (self.value, self.change, self.plain, self.forces, self.signed)
        return f"{who:16}" + "".join(f" {100 * rate.f1:8.1f}" for rate in rates)


def number(cell: str) -> tuple[float, ...] | None:
    """The value that a cell of the corpus says, None for words.

    >>> number("252.0-287.0"), number("-5"), number("1.99E-29"), number("pennies")
    ((252.0, 287.0), (-5.0,), (1.99e-29,), None)
    """
    cell = cell.strip()
    parts = cell.split("-") if "-" in cell[1:] and "E" not in cell else [cell]
    try:
        return tuple(float(part) for part in parts)
    except ValueError:
        return None


def gold_of(entry: dict[str, Any]) -> list[Number]:
    """The gold numbers of a sentence."""
    return [
        Number(value, q["change"], q["unit"].lower())
        for q in entry["quantities"]
        if (value := number(q["value"])) is not None
    ]


def stored(entry: dict[str, Any]) -> list[Number]:
    """The numbers of a stored answer: cells of sign, value, unit, unit, concepts."""
    return [
        Number(number(cells[1]) or (), "up" if cells[0].strip() == "+" else cells[0].strip(), cells[2].strip().lower())
        for cells in entry["quantities"]
        if cells
    ]


def ours(text: str) -> list[Number]:
    """The numbers that we read in a sentence; days and years are dates and no numbers."""
    dates = [
        (t.start, t.end) for t in find_times(text, None) if not t.duration and not LENGTH.search(text[t.start : t.end])
    ]
    return [_written(count.quantity, text[count.end :]) for count in find_counts(text, dates, measures=True)]


def _written(quantity: Quantity, after: str) -> Number:
    """A quantity as the corpus writes it: "thousands" are 1,000-10,000 there, a bound is its value with a sign."""
    unit = " ".join(after.split()[:4]).lower().rstrip(".")
    low, high = quantity.low, quantity.high
    if quantity.hedge == "between" and low is not None and high is not None:
        return Number((float(low), float(high)), "=", unit)
    if quantity.hedge == "vague" and low is not None:
        return Number((low / 2, low * 5.0), "=", unit)
    known = quantity.value if quantity.value is not None else low if low is not None else high
    sign = "~" if quantity.text.lower().startswith(NEARLY) else SIGNS[quantity.hedge]
    return Number((float(known or 0),), sign, unit)


def of_forces(found: Number) -> bool:
    """Whether a number counts people, forces or weapons, by the words of its unit."""
    nouns = {form for word in re.findall(r"[a-z]+", found.unit)[:4] for form in (word, word.removesuffix("s"))}
    return not nouns.isdisjoint(PERSONS) or not nouns.isdisjoint(_things())


@cache
def _things() -> frozenset[str]:
    """The single words of our lexicon for persons in arms, ships, aircraft, vehicles and weapons."""
    return frozenset(
        first for first, found in force_words().items() for w in found if w.sort in SORTS and len(w.words) == 1
    )


def pairs(gold: Sequence[Number], found: Sequence[Number]) -> Iterator[tuple[Number | None, Number | None]]:
    """Each gold number with the one that meets it, agreeing in sign before only in value; what is left over alone."""
    rest, open_gold = list(found), []
    tests: tuple[Callable[[Number, Number], bool], ...] = (
        lambda g, f: g.agrees(f) and g.change == f.change,
        lambda g, f: g.agrees(f),
    )
    waiting = list(gold)
    for test in tests:
        for wanted in waiting:
            met = next((f for f in rest if test(wanted, f)), None)
            if met is None:
                open_gold.append(wanted)
                continue
            rest.remove(met)
            yield wanted, met
        waiting, open_gold = open_gold, []
    yield from ((wanted, None) for wanted in waiting)
    yield from ((None, extra) for extra in rest)


def count(rate: Rate, wanted: Number | None, given: Number | None, *, right: bool) -> None:
    """Enter a pair: a pair that is not right is missed by the one side and too much on the other."""
    rate.hits += right
    rate.missed += wanted is not None and not right
    rate.extra += given is not None and not right


def tallied(sentences: Iterable[tuple[Sequence[Number], Sequence[Number]]]) -> Tally:
    """The figures of many sentences."""
    tally = Tally()
    for gold, found in sentences:
        for wanted, given in pairs(gold, found):
            met = wanted is not None and given is not None
            signed = wanted is not None and given is not None and wanted.change == given.change
            count(tally.value, wanted, given, right=met)
            count(tally.change, wanted, given, right=signed)
            if wanted is None or wanted.change not in TRENDS:
                count(tally.plain, wanted, given, right=signed)
            if of_forces(wanted or given or Number((), "")):
                count(tally.forces, wanted, given, right=met)
                count(tally.signed, wanted, given, right=signed)
    return tally


def show(entries: Sequence[dict[str, Any]]) -> None:
    """List the numbers on which we and the corpus differ."""
    for entry in entries:
        wrong = [
            (w, g) for w, g in pairs(gold_of(entry), ours(entry["text"])) if not (w and g and w.change == g.change)
        ]
        for wanted, given in wrong:
            said = " | ".join(f"{n.change} {n.value} {n.unit}" if n else "nothing" for n in (wanted, given))
            print(f"   {said}\n      {entry['text']}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print our figures, those of the stored answers, and the published ones."""
    parser = argparse.ArgumentParser(prog="python -m evals.quantities", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where the three files of NewsQuant lie")
    parser.add_argument("--show", action="store_true", help="list every number on which we differ")
    options = parser.parse_args(arguments)
    gone = [name for name in (GOLD, PUBLISHED, ANSWERS) if not (options.folder / name).is_file()]
    if absent("quantities", options.folder, gone):
        return MISSING
    entries = json.loads((options.folder / GOLD).read_text(encoding="utf-8"))
    answers = {e["text"]: e for e in reversed(json.loads((options.folder / ANSWERS).read_text(encoding="utf-8")))}
    if options.show:
        show(entries)
    peer = tallied((gold_of(e), stored(answers.get(e["text"], {"quantities": []}))) for e in entries)
    print(f"{'F1':16} {'value':>8} {'+change':>8} {'no trend':>8} {'forces':>8} {'+change':>8}")
    print(tallied((gold_of(e), ours(e["text"])) for e in entries).line("laydown"))
    print(peer.line("GPT-3, by us"))
    for line, figures in published(options.folder / PUBLISHED).items():
        print(f"{line:16} {figures.get('value', '-'):>8} {figures.get('value+change', '-'):>8}")
    return 0


def published(path: Path) -> dict[str, dict[str, str]]:
    """By reader and measure, the F1 that its authors give."""
    figures: dict[str, dict[str, str]] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            figures.setdefault(row["model"], {})[row["type"]] = row["F1"]
    return figures


if __name__ == "__main__":
    sys.exit(main())
