"""Amounts: between which whole numbers the words of a report lie, and which of the two bounds we assume.

What a report says bounds a number by itself ("up to 800"); what we add so that it is bounded on both sides ("more than
90,000" is at most a quarter more) is an assumption, carries its words, and can be switched off.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from math import ceil, floor

from laydown.lexicon.tables import cell, table
from laydown.model import Quantity
from laydown.model.claim import Number

BY_PERSON = "persons"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """The least and the greatest whole number meant, None where nothing bounds it from above.

    `assumed_low` and `assumed_high` are the words of the assumption that gives that bound, None where the report does.
    """

    low: int
    high: int | None
    assumed_low: str | None = None
    assumed_high: str | None = None


UNSAID = Interval(low=0, high=None)
"""What nothing is said about."""


@dataclass(frozen=True, slots=True)
class _Width:
    """How far a hedge reaches: in the reporter's steps, and in shares of the number that it never goes beyond."""

    steps: Fraction | None
    low: Fraction
    high: Fraction
    assumed_high: str

    def around(self, low: Number, high: Number) -> tuple[int, int]:
        """The whole numbers that LOW and HIGH reach to, rounded outward."""
        least, most = _down(low, self.low), _up(high, self.high)
        if self.steps is None:
            return least, most
        under, over = _down(precision(low), self.steps), _down(precision(high), self.steps)
        return max(least, floor(low) - under), min(most, ceil(high) + over)


def _down(number: Number, share: Fraction) -> int:
    """A share of a number, rounded down."""
    return int(number * share.numerator // share.denominator)


def _up(number: Number, share: Fraction) -> int:
    """A share of a number, rounded up."""
    return -int(-number * share.numerator // share.denominator)


def interval(
    quantity: Quantity | None,
    *,
    units: tuple[str, ...] = (),
    text: str | None = None,
    assume: bool = True,
    counts: str = BY_PERSON,
) -> Interval:
    """Between which numbers QUANTITY lies; without one, how many the UNITS that are named have.

    TEXT are the words of the force, in which "elements of" says that not all of it may be meant. Without ASSUME only
    what the report itself says bounds the number. COUNTS is what is counted: the units' sizes are in persons.

    >>> interval(Quantity(value=3000, hedge="about", text="about 3,000"))
    Interval(low=2400, high=3750, assumed_low=None, assumed_high=None)
    >>> interval(Quantity(high=800, hedge="at_most", text="nearly 800")).low
    720
    >>> interval(None, units=("173rd Airborne Brigade",)).high
    5000
    """
    if quantity is None:
        return _strength(units, text or "") if assume and counts == BY_PERSON else UNSAID
    value = quantity.value
    low = quantity.low if quantity.low is not None else value
    high = quantity.high if quantity.high is not None else value
    if quantity.hedge == "about" and value is not None and quantity.low is None and quantity.high is None:
        least, most = _widths()["about"].around(value, value)
        return Interval(low=max(least, 0), high=most)
    if quantity.hedge == "at_least":
        return _more(low, quantity.high, quantity.text, assume=assume)
    if quantity.hedge == "at_most":
        return _less(quantity.low, high, quantity.text)
    if quantity.hedge == "vague" and quantity.high is None:
        return _vague(quantity, assume=assume)
    return Interval(low=max(floor(low or 0), 0), high=None if high is None else ceil(high))


def loosened(quantity: Quantity) -> Interval:
    """What a bare number stands for if it is as exact as it is written: 4,700 is 4,650 to 4,750.

    Things are counted and not rounded, nor is a number with "exactly" before it; these stay what they are, and so does
    whatever has a hedge of its own.

    >>> loosened(Quantity(value=4700, low=4700, high=4700, text="4,700")).low
    4650
    """
    bare = quantity.hedge == "exact" and quantity.value is not None and quantity.unit == BY_PERSON
    if not bare or _reads(quantity.text, "exactly"):
        return interval(quantity)
    value = quantity.value or 0
    low, high = _widths()["bare"].around(value, value)
    return Interval(low=low, high=high)


def precision(number: Number) -> int:
    """The reporter's step: the largest 1, 5, 10, 50, 100 ... that divides NUMBER.

    >>> [precision(n) for n in (1700, 2500, 4700, 12, 8000)]
    [100, 500, 100, 1, 1000]
    """
    whole = abs(int(number))
    if not whole or whole != abs(number):
        return 1
    step = 1
    while whole % (step * 10) == 0:
        step *= 10
    return step * 5 if whole % (step * 5) == 0 else step


def _more(low: Number | None, high: Number | None, text: str, *, assume: bool) -> Interval:
    """At least LOW, and at most HIGH if the report says so, else what a reporter would still not round up."""
    least = floor(low or 0)
    if high is not None or not assume or not least:
        return Interval(low=least, high=None if high is None else ceil(high))
    width = _widths()["at_least"]
    return Interval(low=least, high=width.around(least, least)[1], assumed_high=width.assumed_high.format(text=text))


def _less(low: Number | None, high: Number | None, text: str) -> Interval:
    """At most HIGH, and almost that where the words say so."""
    if high is None:
        return Interval(low=floor(low or 0), high=None)
    near = _widths()["nearly"].around(high, high)[0] if low is None and _reads(text, "nearly") else floor(low or 0)
    return Interval(low=near, high=ceil(high))


def _vague(quantity: Quantity, *, assume: bool) -> Interval:
    """A plural without a number: at least what it begins with, at most what its class ends with."""
    low = floor(quantity.low or 0)
    cap = _cap(low, quantity.text)
    if not assume or cap is None:
        return Interval(low=low, high=None)
    return Interval(low=low, high=cap, assumed_high=f"“{quantity.text}” means at most {cap:,}")


def _cap(low: int, text: str) -> int | None:
    """The end of the widest class that TEXT names, or of the one that LOW lies in; None for what is in no class."""
    rows = table("vague_caps")
    named = [int(row["high"]) for row in rows if any(_holds(text, word) for word in cell(row, "words"))]
    within = [int(row["high"]) for row in rows if int(row["low"]) <= low <= int(row["high"])]
    return max((cap for cap in [*named, *within] if cap >= low), default=None)


def _strength(units: tuple[str, ...], text: str) -> Interval:
    """How many the named UNITS have together; of nested ones the largest is sure, of neighbours all may be meant."""
    sizes = [(unit, size) for unit in units if (size := echelon(unit))]
    if not sizes or len(sizes) < len(units):
        return UNSAID
    named = ", ".join(unit for unit, _ in sizes)
    low = 0 if _reads(text, "partial") else max(low for _, (low, _) in sizes)
    high = sum(high for _, (_, high) in sizes)
    return Interval(
        low=low,
        high=high,
        assumed_low=f"{named}: at least {low:,} people" if low else None,
        assumed_high=f"{named}: at most {high:,} people",
    )


def echelon(unit: str) -> tuple[int, int] | None:
    """How many people a unit of this name has, by the smallest echelon in it; None for a name without one.

    >>> echelon("1st Battalion, 68th Armor Regiment")
    (300, 1000)
    """
    words = set(re.findall(r"[a-z]+", unit.lower()))
    found = [size for word, size in _echelons().items() if words >= set(word.split())]
    return min(found, default=None)


def _reads(text: str, sort: str) -> bool:
    """Whether TEXT holds a word that reads as SORT."""
    return any(
        row["reads"] == sort and any(_holds(text, word) for word in cell(row, "words")) for row in table("amount_words")
    )


def _holds(text: str, words: str) -> bool:
    """Whether WORDS stand in TEXT as words."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE) is not None


@cache
def _echelons() -> Mapping[str, tuple[int, int]]:
    """By its words, the least and the greatest strength of an echelon."""
    return {word: (int(row["low"]), int(row["high"])) for row in table("echelons") for word in cell(row, "words")}


@cache
def _widths() -> Mapping[str, _Width]:
    """By hedge, how far it reaches."""
    return {
        row["hedge"]: _Width(
            Fraction(row["steps"]) if row["steps"] else None,
            Fraction(row["low"]),
            Fraction(row["high"]),
            row["assumed_high"],
        )
        for row in table("widths")
    }
