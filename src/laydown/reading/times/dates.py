"""Days that a text names: dates in both orders, weekdays, feasts and words such as "yesterday"."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from laydown.reading.times.calendar import OPEN, Closed, Setting, Span, days, nearest, period
from laydown.reading.times.found import Family, Found, named
from laydown.reading.times.words import (
    DAY,
    DEICTIC_HEADS,
    DEICTICS,
    FEAST_HEADS,
    FEASTS,
    MONTH_HEADS,
    MONTH_NAME,
    MONTHS,
    RELATIVE,
    RELATIVES,
    TO,
    WEEKDAY,
    WEEKDAY_HEADS,
    WEEKDAYS,
    YEAR,
    S,
    capitals,
    key,
    listed,
    words,
)

_LEAP_REACH: Final = 8
"""Leap years are at most this far apart, so a yearless 29 February always has a candidate."""

YEAR_TAIL: Final = rf"(?:(?:,\s?|{S})(?:of\s)?(?:(?P<year>{YEAR})|(?P<tail>{RELATIVE})\syear\b))"
_DAY_PREFIX: Final = rf"(?:{WEEKDAY},?\s(?:the\s)?)?"
_WEEK: Final = r"(?:[Tt]he\sweek\s(?P<week>of|beginning|starting|ending)\s)?"
_DAY_PART: Final = rf"(?:\s(?:{words('day_part')})\b)?"


def _iso(match: re.Match[str]) -> Span:
    """A date as ISO 8601 writes it; 2024-13-45 is no day and stays unknown."""
    try:
        day = date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        return OPEN
    return day, day


def read_iso(match: re.Match[str]) -> Found:
    """Catches "2024-02-26"; not "part 12024-02-266"."""
    span = _iso(match)
    return named(match, lambda _: span)


def read_month_day(match: re.Match[str]) -> Found:
    """Catches "Feb. 26, 2024", "July 15-20", "the week of March 6"; not "March 3,000 troops"."""
    month = MONTHS[key(match["month"])]
    first = _number(match["first"])
    last = _number(match["last"] or match["first"])

    def in_year(year: int) -> Closed | None:
        try:
            begin, end = date(year, month, first), date(year, month, last)
        except ValueError:
            return None
        return (begin, end) if begin <= end else None

    def when(setting: Setting) -> Span:
        if (year := year_of(match, setting)) is not None:
            return _week(match["week"], in_year(year) or OPEN)
        return _week(match["week"], nearest(_years(in_year, setting.anchor), setting))

    return named(match, when, floating=not (match["year"] or match["tail"]), both=bool(match["last"]))


def _week(kind: str | None, span: Span) -> Span:
    """The week that a day stands for: "the week of March 6", "the week beginning March 6"."""
    first, _ = span
    if kind is None or first is None:
        return span
    begin = {"of": -first.weekday(), "ending": -6}.get(kind, 0)
    return days(first, begin), days(first, begin + 6)


def _number(text: str) -> int:
    return int(text.rstrip("stndrh"))


def year_of(match: re.Match[str], setting: Setting) -> int | None:
    """The year that a phrase carries, itself or as "last year"; None where it carries none or the anchor is unknown."""
    if match["year"]:
        return int(match["year"][:4])
    if match["tail"] and setting.anchor:
        return setting.anchor.year + RELATIVES[key(match["tail"])]
    return None


def _years(in_year: Callable[[int], Closed | None], anchor: date | None) -> Iterator[Closed]:
    """What a yearless date is in each of the years around the anchor, leaving out those that lack the day."""
    if anchor is None:
        return
    for reach in range(-_LEAP_REACH, _LEAP_REACH + 1):
        if 1 <= anchor.year + reach <= date.max.year and (span := in_year(anchor.year + reach)):
            yield span


def read_feast(match: re.Match[str]) -> Found:
    """Catches "by Christmas"; not "Christmas Island"."""
    month, day = map(int, FEASTS[key(match["feast"])].split("-"))

    def when(setting: Setting) -> Span:
        around = setting.anchor.year if setting.anchor else 2
        return nearest(((date(y, month, day),) * 2 for y in range(around - 1, around + 2)), setting)

    return named(match, when, floating=True)


def read_weekday(match: re.Match[str]) -> Found:
    """Catches "late Wednesday night", "last Friday", "Monday of next week"; not "Fridays", not "the Sunday Times"."""
    weekday = WEEKDAYS[key(match["weekday"])]
    relative = RELATIVES[key(match["relative"])] if match["relative"] else None

    def when(setting: Setting) -> Span:
        if (anchor := setting.anchor) is None:
            return OPEN
        if match["week"]:
            day = days(period("week", anchor, RELATIVES[key(match["week"])])[0], weekday)
        elif relative == 1:
            day = days(period("week", anchor, 1)[0], weekday)
        elif relative == -1:
            day = days(anchor, -((anchor.weekday() - weekday - 1) % 7) - 1)
        elif setting.direction == "future" or (relative == 0 and setting.direction == "none"):
            day = days(anchor, (weekday - anchor.weekday()) % 7)
        else:
            day = days(anchor, -((anchor.weekday() - weekday) % 7))
        return day, day

    return named(match, when, floating=relative is None and not match["week"])


def read_deictic(match: re.Match[str]) -> Found | None:
    """Catches "overnight", "right now", "until further notice"; not "knows", nor the table's decoys ("as soon as")."""
    first, dots, last = DEICTICS[key(match["deictic"])].partition("..")
    if not dots:
        return None

    def when(setting: Setting) -> Span:
        if (anchor := setting.anchor) is None:
            return OPEN
        return days(anchor, int(first)) if first else None, days(anchor, int(last)) if last else None

    return named(match, when)


_NO_NEWSPAPER: Final = rf"(?!\s{words('no_weekday_before')}\b)"
_NO_EVENT: Final = "".join(rf"(?<!{re.escape(word)}\s)" for word in listed("no_weekday_after"))
_PORTION: Final = rf"(?:{words('portion')}\s(?:on\s)?)?"

FAMILIES: Final = (
    Family(re.compile(r"(?<![\d-])(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])"), read_iso),
    Family(
        re.compile(
            rf"\b{_WEEK}{_DAY_PREFIX}(?P<month>{MONTH_NAME})\s?(?:the\s)?(?P<first>{DAY})"
            rf"(?:{TO}(?P<last>{DAY})(?!\s?(?:of\s)?{MONTH_NAME}))?{YEAR_TAIL}?"
        ),
        read_month_day,
        MONTH_HEADS,
    ),
    Family(
        re.compile(
            rf"(?<![\d.,$£€/-])\b{_WEEK}{_DAY_PREFIX}(?:[Tt]he\s)?(?P<first>{DAY})(?:{TO}(?P<last>{DAY}))?"
            rf"\s(?:of\s)?(?P<month>{MONTH_NAME})(?!\s{words('no_month_before')}\b){YEAR_TAIL}?"
        ),
        read_month_day,
        MONTH_HEADS,
    ),
    Family(re.compile(rf"\b(?P<feast>{capitals(FEASTS)})(?!\s[A-Z])"), read_feast, FEAST_HEADS),
    Family(
        re.compile(
            rf"\b{_PORTION}(?:(?P<relative>{RELATIVE})\s)?{_NO_EVENT}"
            rf"(?P<weekday>{WEEKDAY}){_NO_NEWSPAPER}{_DAY_PART}(?:\s(?:of\s)?(?P<week>{RELATIVE})\sweek\b)?"
        ),
        read_weekday,
        WEEKDAY_HEADS,
    ),
    Family(re.compile(rf"\b{_PORTION}(?P<deictic>{words('deictic')})\b{_DAY_PART}"), read_deictic, DEICTIC_HEADS),
)
"""Patterns of days, each with its reader; a range over a month's end is joined by `frames`."""
