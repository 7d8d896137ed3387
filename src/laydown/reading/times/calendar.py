"""Spans of days: months, weeks, seasons and their portions, with both ends included and an open end as None."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

Direction = Literal["past", "future", "none"]
Span = tuple[date | None, date | None]
Closed = tuple[date, date]

OPEN: Final[Span] = (None, None)
"""What is said of a time that nothing is known about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """From which day, which way, and whether as a deadline, a phrase is to be understood."""

    anchor: date | None
    direction: Direction = "none"
    deadline: bool = False


def days(day: date, count: int) -> date:
    """The day that lies `count` days later."""
    return day + timedelta(days=count)


def months(day: date, count: int) -> date:
    """The same day of the month `count` months later, or that month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def from_month(year: int, month: int, count: int = 1) -> Closed:
    """The `count` whole months that begin with this one; a winter begins in December and ends in the next year."""
    first = date(year, month, 1)
    return first, days(months(first, count), -1)


def of_year(year: int) -> Closed:
    """The whole year."""
    return date(year, 1, 1), date(year, 12, 31)


def period(unit: str, day: date, offset: int) -> Closed:
    """The calendar week, weekend, month, quarter, year or decade that lies `offset` away from the one around `day`."""
    if unit in {"week", "weekend"}:
        monday = days(day, 7 * offset - day.weekday())
        return (days(monday, 5) if unit == "weekend" else monday), days(monday, 6)
    size = {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit]
    index = day.year * 12 + day.month - 1
    year, month = divmod(index - index % size + offset * size, 12)
    return from_month(year, month + 1, size)


def portion(name: str, span: Closed, setting: Setting) -> Span:
    """The named part of a span: thirds for early, mid and late, first and last day for start and end.

    A deadline in the middle is the middle day: "by mid-January" is by the 15th, though mid-January runs to the 20th.
    "Earlier" and "later" cut the span at the anchor where that lies inside it.
    """
    first, last = span
    if name in {"earlier", "later"}:
        return _around_anchor(name, span, setting.anchor)
    if name == "mid" and setting.deadline:
        return first, _middle(span)
    ends: dict[str, Closed] = {
        "start": (first, first),
        "end": (last, last),
        "half1": (first, _middle(span)),
        "half2": (days(_middle(span), 1), last),
        "week1": (first, min(days(first, 6), last)),
        "weekn": (max(days(last, -6), first), last),
    }
    return ends[name] if name in ends else _third(name, span)


def _around_anchor(name: str, span: Closed, anchor: date | None) -> Span:
    first, last = span
    if anchor is None or not first <= anchor <= last:
        return span
    return (first, anchor) if name == "earlier" else (anchor, last)


def _whole_months(span: Closed) -> int:
    first, last = span
    after = days(last, 1)
    return (after.year - first.year) * 12 + after.month - first.month if first.day == after.day == 1 else 0


def _middle(span: Closed) -> date:
    """The 15th of the middle month, or the last day of the earlier half: 15 January, 30 June, 15 July for a summer."""
    first, last = span
    count = _whole_months(span)
    if not count:
        return days(first, (last - first).days // 2)
    half = months(first, count // 2)
    return days(half, 14) if count % 2 else days(half, -1)


def _third(name: str, span: Closed) -> Closed:
    """Early, mid or late: days 1-10, 11-20, 20 on of a month, 1-3, 3-5, 5-7 of a week, else a third in whole months."""
    first, last = span
    count = _whole_months(span)
    index = ("early", "mid", "late").index(name)
    if count == 1:
        return ((first, days(first, 9)), (days(first, 10), days(first, 19)), (days(first, 19), last))[index]
    if count:
        size = count // 3
        begin = months(first, size * index)
        return begin, days(months(begin, size), -1)
    step = ((last - first).days + 1) // 3
    begin = days(first, step * index)
    return begin, last if name == "late" else min(days(begin, step), last)


def nearest(spans: Iterable[Closed], setting: Setting) -> Span:
    """Of the years a yearless date may belong to, the one that the direction asks for, else the one nearest the anchor.

    Past takes the latest that has begun by the anchor, future the first not yet over, and a draw goes to the past.
    """
    if (anchor := setting.anchor) is None:
        return OPEN
    choices = sorted(spans)
    if setting.direction == "past":
        return next((span for span in reversed(choices) if span[0] <= anchor), OPEN)
    if setting.direction == "future":
        return next((span for span in choices if span[1] >= anchor), OPEN)
    return min(choices, key=lambda span: _distance(span, anchor), default=OPEN)


def _distance(span: Closed, day: date) -> int:
    return max((span[0] - day).days, (day - span[1]).days, 0)
