"""Stretches that a text names: months, seasons, quarters, years and relative weeks, whole or in part."""

import re
from collections.abc import Callable
from typing import Final

from laydown.reading.times.calendar import (
    OPEN,
    Closed,
    Setting,
    Span,
    from_month,
    nearest,
    of_year,
    period,
    portion,
)
from laydown.reading.times.dates import YEAR_TAIL, year_of
from laydown.reading.times.found import Family, Found, named
from laydown.reading.times.words import (
    DAY,
    FISCAL_HEADS,
    MONTH_HEADS,
    MONTH_NAME,
    MONTH_NEEDS,
    MONTHS,
    NO_COUNT,
    PERIOD,
    PERIOD_HEADS,
    PORTIONS,
    QUARTERS,
    RELATIVE,
    RELATIVES,
    SEASON_HEADS,
    SEASON_NEEDS,
    SEASONS,
    YEAR,
    YEAR_HEADS,
    S,
    fragment,
    key,
    words,
)

_SEP: Final = r"(?:-|\s(?:(?:in|of|on)\s)?)"
_HALF_JOIN: Final = r"(?:-?\s?(?:to|and|or|through)\s)"
PART: Final = (
    rf"(?:(?:[Tt]he\s)?(?:(?P<part>{words('portion')})(?:{_HALF_JOIN}(?P<part2>{words('portion')}))?{_SEP}"
    rf"|(?P<noun>{words('portion_of')})\sof\s))"
)
"""A portion before a stretch: "late ", "mid-", "early- to mid-", "the first half of "."""


def _parts(match: re.Match[str]) -> list[str]:
    found = (match["part"], match["part2"], match["noun"])
    return [PORTIONS[key(part)] for part in found if part]


def _cut(match: re.Match[str], span: Span, setting: Setting) -> Span:
    """The hull of the portions that a match names of a span, or the whole span where it names none."""
    first, last = span
    if first is None or last is None or not (names := _parts(match)):
        return span
    pieces = [portion(name, (first, last), setting) for name in names]
    return pieces[0][0], pieces[-1][1]


def _recurring(match: re.Match[str], begin: Callable[[int], Closed], relative: int | None) -> Callable[[Setting], Span]:
    """A reader of what comes yearly: "last December" is over, "next March" not yet begun, "this May" of this year."""

    def whole(setting: Setting) -> Span:
        if (year := year_of(match, setting)) is not None:
            return begin(year)
        if (anchor := setting.anchor) is None:
            return OPEN
        spans = [begin(anchor.year + reach) for reach in (-2, -1, 0, 1, 2)]
        if relative == 0:
            return next((span for span in spans if span[0] <= anchor <= span[1]), begin(anchor.year))
        if relative == -1:
            return max(span for span in spans if span[1] < anchor)
        if relative == 1:
            return min(span for span in spans if span[0] > anchor)
        return nearest(spans, setting)

    return lambda setting: _cut(match, whole(setting), setting)


def read_month(match: re.Match[str]) -> Found:
    """Catches "late December 2024", "last December", "in May"; not "Theresa May", not "the march", not "March ARB"."""
    name = key(match["month"])
    relative = RELATIVES[key(match["relative"])] if match["relative"] else None
    dated = bool(match["year"] or match["tail"])
    bound = dated or relative is not None
    when = _recurring(match, lambda year: from_month(year, MONTHS[name]), relative)
    return named(match, when, floating=not bound, needs="" if bound or _parts(match) else MONTH_NEEDS[name])


def read_season(match: re.Match[str]) -> Found | None:
    """Catches "in the summer of 2017", "next summer", "this fall"; not "troops fall back", "in the fall of Kabul"."""
    name = key(match["season"])
    relative = RELATIVES[key(match["relative"])] if match["relative"] else None
    bound = bool(match["year"] or match["tail"]) or relative is not None
    when = _recurring(match, lambda year: from_month(year, SEASONS[name], 3), relative)
    return named(match, when, floating=not bound, needs="" if bound or _parts(match) else SEASON_NEEDS[name])


def read_quarter(match: re.Match[str]) -> Found | None:
    """Catches "the first quarter of 2024", "Q3 2023"; not "a quarter of the troops"."""
    month = QUARTERS[key(match["quarter"])]
    bound = bool(match["year"] or match["tail"])
    return named(match, _recurring(match, lambda year: from_month(year, month, 3), None), floating=not bound)


def read_relative(match: re.Match[str]) -> Found | None:
    """Catches "last week", "early next year", "later this month", "the end of the year"; not "the year" alone."""
    if not match["relative"] and not _parts(match):
        return None
    offset = RELATIVES[key(match["relative"])] if match["relative"] else 0
    unit = key(match["period"])

    def when(setting: Setting) -> Span:
        if setting.anchor is None:
            return OPEN
        return _cut(match, period(unit, setting.anchor, offset), setting)

    return named(match, when)


def read_weekend(match: re.Match[str]) -> Found:
    """Catches "over the weekend"; not "weekend warriors"."""

    def when(setting: Setting) -> Span:
        if (anchor := setting.anchor) is None:
            return OPEN
        return nearest([period("weekend", anchor, offset) for offset in (-1, 0, 1)], _past_unless_future(setting))

    return named(match, when, needs="month")


def _past_unless_future(setting: Setting) -> Setting:
    return Setting(anchor=setting.anchor, direction="future" if setting.direction == "future" else "past")


def read_period_end(match: re.Match[str]) -> Found:
    """Catches "by year-end", "by the month's end"; not "weekend"."""

    def when(setting: Setting) -> Span:
        if setting.anchor is None:
            return OPEN
        last = period(key(match["period"]), setting.anchor, 0)[1]
        return last, last

    return named(match, when)


def read_year(match: re.Match[str]) -> Found:
    """Catches "since 1981", "mid-2024", "in 2014-16", "the 1990s"; not "2024 troops", not "Resolution 1973"."""
    first = int(match["first"])
    last = _last_year(match["first"], match["last"])
    size = 10 if match["decade"] else 1

    def when(setting: Setting) -> Span:
        if last < first:
            return OPEN
        return _cut(match, (of_year(first)[0], of_year(last + size - 1)[1]), setting)

    both = bool(match["last"])
    free = bool(_parts(match) or match["decade"]) or (both and len(match["last"]) == len(match["first"]))
    return named(match, when, both=both, needs="" if free else "year")


def _last_year(first: str, last: str | None) -> int:
    """The year that ends "2014-16", which borrows its century from the first."""
    return int(first[: 4 - len(last)] + last) if last else int(first)


def read_fiscal(match: re.Match[str]) -> Found:
    """Catches "fiscal year 2024", "FY24", and leaves them unresolved: whose fiscal year it is the words do not say."""
    return named(match, lambda _: OPEN)


_REL: Final = rf"(?:(?P<relative>{RELATIVE})\s)"
_MONTH_TAIL: Final = rf"(?:{YEAR_TAIL}|(?!\s?{DAY}|\s{words('no_month_before')}\b))"
_PERIOD_WORD: Final = rf"(?P<period>{PERIOD})\b"

FAMILIES: Final = (
    Family(
        re.compile(rf"\b{PART}?{_REL}?(?P<month>{MONTH_NAME})(?:['\u2019]s\b)?{_MONTH_TAIL}"), read_month, MONTH_HEADS
    ),
    Family(
        re.compile(
            rf"\b{PART}?(?:[Tt]he\s)?{_REL}?(?P<season>{fragment(SEASONS)})\b"
            rf"(?:{YEAR_TAIL}(?:[-\u2013/]\d\d(?:\d\d)?(?!\d))?|(?!\sof\b|-))"
        ),
        read_season,
        SEASON_HEADS,
    ),
    Family(
        re.compile(rf"\b{PART}?(?:[Tt]he\s)?(?P<quarter>{fragment(QUARTERS)})(?:(?<=[1-4])|\squarter)\b{YEAR_TAIL}?"),
        read_quarter,
        frozenset({"quarter", "q", "Q"}),
    ),
    Family(re.compile(rf"\b{PART}?(?:(?i:the)|(?P<relative>{RELATIVE}))\s{_PERIOD_WORD}"), read_relative, PERIOD_HEADS),
    Family(re.compile(r"\b(?P<weekend>[Tt]he\sweekend)\b"), read_weekend, frozenset({"weekend"})),
    Family(re.compile(rf"\b(?:the\s)?{_PERIOD_WORD}(?:['\u2019]s\s|-)end\b"), read_period_end, PERIOD_HEADS),
    Family(
        re.compile(
            rf"(?<![\d.,$£€/-])\b{PART}?(?:the\s(?:year\s)?)?(?:(?<!the\s)|(?=\d{{4}}s))(?P<first>(?:19|20)\d\d)"
            rf"(?:(?P<decade>s)\b|(?:[-\u2013](?P<last>(?:19|20)?\d\d)(?!\d))?{NO_COUNT})"
        ),
        read_year,
        YEAR_HEADS,
    ),
    Family(
        re.compile(rf"\b(?:FY\s?\d{{2,4}}|(?:{RELATIVE}\s)?(?i:fiscal)\s(?:year\b{S}?)?(?:{YEAR})?)"),
        read_fiscal,
        FISCAL_HEADS,
    ),
)
