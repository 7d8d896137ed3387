"""Times by length: so long ago, within so long, over the past or the coming so long, and lengths that are no date."""

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from laydown.reading.times.calendar import OPEN, Setting, Span, days, months, period
from laydown.reading.times.found import Family, Found, named
from laydown.reading.times.words import COUNT, COUNTS, UNIT, UNIT_HEADS, UNITS, key, words

_HOURS_A_DAY: Final = 24


def _count(text: str | None) -> int | None:
    """A number word's value, 1 for none at all; None for "a few" and its like."""
    if text is None:
        return 1
    if text.strip().isdecimal():
        return int(text)
    value = COUNTS[key(text)]
    return int(value) if value else None


def _shift(day: date, count: int, unit: str) -> date:
    """The day that lies `count` units away; begun days count whole, so 36 hours are two days."""
    if UNITS[unit] == "hour":
        whole = -(-abs(count) // _HOURS_A_DAY)
        return days(day, whole if count > 0 else -whole)
    size, kind = UNITS[unit].split()
    return (months if kind == "month" else days)(day, count * int(size))


def _around(day: date, unit: str) -> Span:
    """The calendar unit around a day: "two weeks ago" names a week, "three days ago" a day."""
    names = {"7 day": "week", "1 month": "month", "12 month": "year", "3 month": "quarter", "120 month": "decade"}
    name = names.get(UNITS[unit])
    return period(name, day, 0) if name else (day, day)


def _measured(match: re.Match[str], exact: Callable[[date, int, str], Span], vague: Callable[[date], Span]) -> Found:
    """A phrase of a count and a unit: `exact` where the count is known and the unit has one name, else `vague`."""
    unit = key(match["unit"])
    plural_alone = match["count"] is None and unit.endswith("s")

    def when(setting: Setting) -> Span:
        if setting.anchor is None:
            return OPEN
        count = _count(match["count"])
        if count is None or plural_alone:
            return vague(setting.anchor)
        return exact(setting.anchor, count, unit)

    return named(match, when)


def _before(anchor: date) -> Span:
    return None, anchor


def _from_on(anchor: date) -> Span:
    return anchor, None


def read_ago(match: re.Match[str]) -> Found:
    """Catches "two weeks ago", "a day earlier", "a few days ago"; not "two weeks after the vote"."""
    return _measured(match, lambda day, count, unit: _around(_shift(day, -count, unit), unit), _before)


def read_hence(match: re.Match[str]) -> Found:
    """Catches "two weeks from now"; not "two miles from now-quiet towns"."""
    return _measured(match, lambda day, count, unit: _around(_shift(day, count, unit), unit), _from_on)


def read_trailing(match: re.Match[str]) -> Found:
    """Catches "the past year", "the last 48 hours", "recent weeks"; not "the last man"."""
    return _measured(match, lambda day, count, unit: (_shift(day, -count, unit), day), _before)


def read_coming(match: re.Match[str]) -> Found:
    """Catches "the next two weeks", "the coming days and months"; not "the next day", which counts from another day."""
    return _measured(match, lambda day, count, unit: (day, _shift(day, count, unit)), _from_on)


def read_within(match: re.Match[str]) -> Found:
    """Catches "within three weeks", "within days"; not "within hours of the attack".

    Said of the past it counts from a day that the phrase does not name, and stays unknown.
    """
    ahead = read_coming(match)

    def when(setting: Setting) -> Span:
        return OPEN if setting.direction == "past" else ahead.when(setting)

    return named(match, when)


def read_in(match: re.Match[str]) -> Found:
    """Catches "will leave in two weeks"; not "in two weeks of fighting", and stays unknown unless of the future."""
    hence = read_hence(match)

    def when(setting: Setting) -> Span:
        return hence.when(setting) if setting.direction == "future" else OPEN

    return named(match, when)


def read_duration(match: re.Match[str]) -> Found:
    """Catches "for six months", "nine-month", "three additional months", "yearlong"; not "10-year-old"."""
    return Found(start=match.start(), end=match.end(), when=lambda _: OPEN, duration=True)


_UNIT: Final = rf"(?P<unit>{UNIT})\b"
_UNITS: Final = rf"(?!(?i:day)\b){_UNIT}(?:\s(?:and|or)\s(?:{UNIT})\b)?"
"""A unit, or two in "days and weeks"; "the next day" and "the past day" hang on another day and are left out."""
_MORE: Final = rf"(?:\s{words('more')})?[\s-]"
_COUNTED: Final = rf"(?:(?P<count>{COUNT}){_MORE})"
_THE: Final = r"[Tt]h(?:e|is|ese)\s"
_ABOUT: Final = r"(?:(?:the|about|around)\s)?"


def _family(pattern: str, read: Callable[[re.Match[str]], Found]) -> Family:
    return Family(re.compile(rf"\b{pattern}"), read, UNIT_HEADS)


FAMILIES: Final = (
    _family(rf"(?:(?P<count>{COUNT})\s)?{_UNIT}\s{words('ago')}\b(?:\s(?:today|tonight|this\s\w+)\b)?", read_ago),
    _family(rf"(?P<count>{COUNT})\s{_UNIT}\s{words('hence')}\b(?!-)", read_hence),
    _family(rf"{_THE}{words('trailing')}\s{_COUNTED}?{_UNITS}", read_trailing),
    _family(rf"(?:{_THE})?{words('vague_trailing')}\s{_COUNTED}?{_UNITS}", read_trailing),
    _family(rf"[Tt]he\s{words('coming')}\s{_COUNTED}?{_UNITS}", read_coming),
    _family(rf"(?:{_THE})?{words('vague_coming')}\s{_COUNTED}?{_UNITS}", read_coming),
    _family(rf"(?:[Tt]he\s)?(?P<count>{COUNT}\s)?{_UNITS}\s{words('vague_behind')}\b", read_coming),
    _family(
        rf"{words('within')}\s{_ABOUT}(?:{words('coming')}\s)?{_COUNTED}?{_UNIT}(?:\s(?:and|or)\s{UNIT}\b)?(?!\sof\b)",
        read_within,
    ),
    _family(rf"[Ii]n\s{_ABOUT}{_COUNTED}{_UNIT}(?!\sof\b|['\u2019-])", read_in),
    _family(
        rf"(?:{words('duration')}\s(?:{COUNT}{_MORE})?{UNIT}\b"
        rf"|{COUNT}(?:-|\s{words('more')}\s){UNIT}\b(?!-old)|{UNIT}-?{words('long')}\b)",
        read_duration,
    ),
)
