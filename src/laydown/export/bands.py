"""Bands: the bounds of one place over the days, small enough for a cell of a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final
from xml.sax.saxutils import quoteattr

from laydown.export.strips import Day

WIDE: Final = 220
"""Units of the days; a page scales them."""
HIGH: Final = 28
EDGE: Final = 2
THINNEST: Final = 1.5
"""How thick a band of one number is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The days and numbers that fit into a band, the same for all that are to be compared."""

    first: date
    until: date
    least: int
    most: int

    def x(self, on: date) -> float:
        """Where a day begins; the last one has a day's width of its own."""
        days = (self.until - self.first).days + 1
        return round(WIDE * min(max((on - self.first).days, 0), days) / days, 1)

    def y(self, number: int) -> float:
        """Where a number stands, the greatest on top."""
        least, most = min(self.least, 0), max(self.most, 1)
        share = (min(max(number, least), most) - least) / (most - least)
        return round(HIGH - EDGE - (HIGH - 2 * EDGE) * share, 1)


def band(days: Sequence[Day], frame: Frame, words: str) -> str:
    """The bounds on DAYS, each holding until the next and the last to the end of FRAME, as an SVG; WORDS tell it.

    Up to the least number the ground is filled; a loss hangs below the line of nobody. Where nothing bounds a band it
    goes on to the edge, paler; a contested day has a class of its own.

    >>> frame = Frame(first=date(2022, 2, 2), until=date(2022, 2, 11), least=0, most=900)
    >>> band([Day(on=date(2022, 2, 2), low=0, high=900)], frame, "0–900").partition("<rect")[2]
    ' class="band-step" x="0.0" y="2.0" width="220.0" height="24.0"/></svg>'
    """
    ends = [*(day.on for day in days), frame.until + timedelta(days=1)]
    steps = "".join(_step(day, end, frame) for day, (_, end) in zip(days, pairwise(ends), strict=True))
    look = f'class="band" viewBox="0 0 {WIDE} {HIGH}" preserveAspectRatio="none" role="img"'
    base = f'<path class="band-base" d="M0 {frame.y(0):g}H{WIDE}"/>'
    return f"<svg {look} aria-label={quoteattr(words)}>{base}{steps}</svg>"


def _step(day: Day, end: date, frame: Frame) -> str:
    """One step of a band, from its least to its greatest number."""
    top = frame.y(frame.most if day.high is None else day.high)
    foot = frame.y(frame.least if day.low is None else day.low)
    tall = max(round(foot - top, 1), THINNEST)
    sure = min(max(day.low or 0, 0), frame.most)
    x, wide = frame.x(day.on), round(frame.x(end) - frame.x(day.on), 1)
    deep = round(frame.y(0) - frame.y(sure), 1)
    ground = f'<rect class="band-sure" x="{x}" y="{frame.y(sure)}" width="{wide}" height="{deep}"/>'
    looks = ["band-step"] + ["band-contested"] * day.contested + ["band-open"] * (None in {day.low, day.high})
    step = f'<rect class="{" ".join(looks)}" x="{x}" y="{top}" width="{wide}" height="{tall}"/>'
    return (ground if sure else "") + step
