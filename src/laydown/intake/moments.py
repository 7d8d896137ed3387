"""Moments: the day or the hour that words state, as ISO 8601, or none; what they leave open stays open."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from laydown.intake.days import plain, printed_day, yearless_day
from laydown.lexicon.tables import table

LONGEST: Final = 200
"""Characters of a statement of time; what is longer is prose."""
_ISO: Final = re.compile(
    r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})"
    r"(?:[T ]\s?(\d{1,2}:\d{2})(:\d{2})?(?:[.,]\d{1,9})?\s?(Z|UTC|[+-]\d{2}:?\d{2})?)?(?!\d)"
)
_COMPACT: Final = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2}):?(\d{2}):?(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?", re.ASCII)
_MACHINE: Final = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}\S*)?")
_EPOCH: Final = re.compile(r"1\d{9}(?:\d{3})?", re.ASCII)
_NOON: Final = 12
_OFFSET: Final = re.compile(r"(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?")


@dataclass(frozen=True, slots=True)
class _Hour:
    """An hour of the day as printed, with its zone where one stands behind it."""

    hour: int
    minute: int
    second: int
    zone: str | None


def moment(words: str, *, day: str | None = None, language: str | None = None) -> str | None:
    """The first day or time that WORDS state in ISO 8601; an hour alone is of DAY, and none without it.

    Days stand by numbers or with the month by its name in any language. LANGUAGE, as the page declares it, decides what
    "04/03/2024" means; without it, and in English of no country, such a day is unknown.

    >>> moment("2024-03-06T09:00:00.000+0000"), moment("6 March 2024"), moment("Wed, 06 Mar 2024 09:00:00 GMT")
    ('2024-03-06T09:00:00+00:00', '2024-03-06', '2024-03-06T09:00:00+00:00')
    >>> moment("Updated 3:14 p.m. ET, March 6, 2024"), moment("Updated 3:14 p.m.", day="2024-03-06")
    ('2024-03-06T15:14:00-05:00', '2024-03-06T15:14:00')
    >>> moment("4 de mayo de 2022"), moment("16.08.2019, 14.05 Uhr"), moment("2020年3月4日 09:30")
    ('2022-05-04', '2019-08-16T14:05:00', '2020-03-04T09:30:00')
    >>> moment("04/03/2024", language="fr"), moment("04/03/2024", language="en-US"), moment("04/03/2024")
    ('2024-03-04', None, None)
    >>> moment("2,000 troops in 2024")
    """
    words = plain(" ".join(words[:LONGEST].split()))
    try:
        return _by_number(words) or _as_printed(words, day, language)
    except (ValueError, OverflowError):
        return None


def machine_day(words: str) -> tuple[date, int, int] | None:
    """The day in WORDS that a machine wrote, and where it stands."""
    found = _MACHINE.search(words)
    time = moment(found[0]) if found else None
    return (date.fromisoformat(time[:10]), found.start(), found.end()) if found and time else None


def opening_hour(line: str) -> tuple[str, str] | None:
    """The hour with which a LINE begins, and what follows it; None where it begins with something else.

    >>> opening_hour("14:05 GMT - Ships sail"), opening_hour("9.30am"), opening_hour("2,000 troops at 14:05")
    (('14:05 GMT', 'Ships sail'), ('9.30am', ''), None)
    """
    words = " ".join(line[:LONGEST].split()).lstrip("[(")
    found = _clock().match(words)
    if found is None or not (found["half"] or ":" in found[0] or found["zone"]):
        return None
    return found[0].strip(), words[found.end() :].strip(" )]:|.,-–—")


def instant(time: str) -> datetime:
    """The instant at which TIME, as `moment` gives it, begins; without a zone it is taken as UTC."""
    found = datetime.fromisoformat(time)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _by_number(words: str) -> str | None:
    """The time that WORDS state in one of the forms of ISO 8601, or as seconds since 1970 where they hold no more."""
    if found := _ISO.search(words):
        year, month, number, clock, seconds, zone = found.groups()
        on = date(int(year), int(month), int(number))
        if clock is None:
            return on.isoformat()
        hour, minute = map(int, clock.split(":"))
        return _written(on, _Hour(hour, minute, int((seconds or ":0")[1:]), zone))
    if found := _COMPACT.fullmatch(words):
        year, month, number, hours, minutes, secs, zone = found.groups()
        on = date(int(year), int(month), int(number))
        return on.isoformat() if hours is None else _written(on, _Hour(int(hours), int(minutes), int(secs or 0), zone))
    if _EPOCH.fullmatch(words):
        return datetime.fromtimestamp(int(words[:10]), UTC).isoformat()
    return None


def _as_printed(words: str, day: str | None, language: str | None) -> str | None:
    """The time that WORDS print for a reader, or an hour of DAY."""
    found = printed_day(words, language) or (yearless_day(words, day) if day else None)
    hour = _hour(words if found is None else _beside(words, *found[1:]))
    if found is None and (day is None or hour is None):
        return None
    on = found[0] if found else date.fromisoformat((day or "")[:10])
    return on.isoformat() if hour is None else _written(on, hour)


def _beside(words: str, start: int, end: int) -> str:
    """WORDS without the day from START to END, whose figures are no hour; with it where an hour stands within it."""
    return words if ":" in words[start:end] else f"{words[:start]}   {words[end:]}"


def _hour(words: str) -> _Hour | None:
    """The first hour of the day in WORDS."""
    found = _clock().search(words)
    if found is None:
        return None
    hour, half = int(found["hour"]), (found["half"] or "")[:1].lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    elif (found["late"] or found["evening"]) and hour < _NOON:
        hour += _NOON
    return _Hour(hour, int(found["minute"] or 0), int(found["second"] or 0), found["zone"])


def _written(on: date, hour: _Hour) -> str:
    """The time HOUR of a day in ISO 8601, with the offset of its zone where that is known."""
    local = datetime(on.year, on.month, on.day, hour.hour, hour.minute, hour.second)  # noqa: DTZ001 - zone follows
    zone = _zone(hour.zone) if hour.zone else None
    return local.replace(tzinfo=zone).isoformat()


def _zone(name: str) -> tzinfo | None:
    """The zone of a NAME or an offset; None for letters that mean several, and for offsets that no zone has."""
    if row := _zones().get(name.upper()):
        if row["hours"]:
            return timezone(timedelta(hours=int(row["hours"])))
        try:
            return ZoneInfo(row["zone"])
        except ZoneInfoNotFoundError:  # the system has no table of zones: the hour stands, its offset is unknown
            return None
    found = _OFFSET.fullmatch(name)
    if found is None:
        return None
    offset = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    return timezone(-offset if found[1] == "-" else offset)


@cache
def _zones() -> Mapping[str, Mapping[str, str]]:
    """The rows of the zones by their names."""
    return {row["name"]: row for row in table("time_zones")}


@cache
def _clock() -> re.Pattern[str]:
    """An hour of the day: "3:14 p.m. ET", "15:14 GMT+2", "3 pm"."""
    zones = "|".join(sorted(_zones(), key=len, reverse=True))
    half = r"(?P<half>[ap]\.?m\b\.?)"
    late = "|".join(re.escape(row["mark"]) for row in table("page_marks") if row["field"] == "afternoon")
    return re.compile(
        rf"(?:(?P<late>{late})\s?)?(?<![\d:.])(?P<hour>\d{{1,2}})(?=(?:[:.]| ?h ?|時)\d{{2}}(?!\d)|\s?[ap]\.?m\b)"
        rf"(?:(?:[:.]| ?h ?|時)(?P<minute>\d{{2}})(?::(?P<second>\d{{2}}))?)?\s?(?:{half}|(?P<evening>{late}))?"
        rf"\s?\(?(?P<zone>(?:GMT|UTC)?[+-]\d{{1,2}}:?(?:\d{{2}})?|(?:{zones})\b)?",
        re.IGNORECASE,
    )
