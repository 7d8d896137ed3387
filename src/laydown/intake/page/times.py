"""Times: when a page was published and last changed, by the clock of its home where it shows its hours by that."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, Final

from laydown.intake.days import printed_day
from laydown.intake.moments import LONGEST, instant, machine_day, moment
from laydown.intake.page.lines import lines_of
from laydown.intake.page.statements import Stated, Statements

_DAY: Final = 10
_SECONDS: Final = 19
_FARTHEST: Final = timedelta(hours=14)
_TOLD_IN: Final = ("datetime", "content", "title", "value")
"""Attributes that tell something; an address of a picture is none."""

_QUARTER: Final = timedelta(minutes=15)
"""Zones are whole quarters of an hour apart, and none is farther from UTC."""
_FAR_FUTURE: Final = "2999-12-31"
"""htmldate refuses dates after today, and we ask no clock; a page may state what it likes."""


def first_published(tree: Any, stated: Statements) -> Stated | None:  # noqa: ANN401 - lxml ships no types
    """When the page TREE was published, by what it has STATED, else by its markup."""
    return _at_home(_first_time(stated), stated) or _guessed_day(tree, stated)


def _first_time(stated: Statements) -> Stated | None:
    """The first time of publication that the page states."""
    told = stated.of("published")
    times = (Stated(time, one.where) for one in told if (time := moment(one.words, language=stated.language)))
    return next(times, None)


def _at_home(published: Stated | None, stated: Statements) -> Stated | None:
    """PUBLISHED by the clock of the page's home, where it is in UTC and the page also shows it by that clock.

    "2023-11-09T03:28:35Z" in its head and "November 8, 2023 10:28 p.m." by its headline are one moment five hours west,
    and its readers' day is the 8th.
    """
    if published is None or len(published.words) == _DAY:
        return published
    time = datetime.fromisoformat(published.words)
    if time.utcoffset() != timedelta(0):
        return published
    home = next(filter(None, (_offset(one, time) for one in _shown(stated, published.words))), None)
    if home:
        return Stated(time.astimezone(timezone(home)).isoformat(), published.where)
    day = next((one for one in _shown_days(stated) if _is_midnight(time, one)), None)
    return Stated(day, published.where) if day else published


def _shown_days(stated: Statements) -> Iterator[str]:
    """The days of publication that the page states without an hour."""
    told = (moment(one.words, language=stated.language) for one in stated.of("published"))
    return (one for one in told if one and len(one) == _DAY)


def _is_midnight(time: datetime, day: str) -> bool:
    """Whether TIME, of the day before in UTC, is the hour at which DAY began east of it: a day without an hour."""
    ahead = instant(day) - time
    return timedelta(0) < ahead <= _FARTHEST and ahead % _QUARTER == timedelta(0)


def _shown(stated: Statements, day: str) -> Iterator[datetime]:
    """The hours of publication that the page states, in any way; an hour alone is of DAY."""
    for one in stated.of("published"):
        shown = moment(one.words, day=day, language=stated.language)
        if shown and len(shown) > _DAY:
            yield datetime.fromisoformat(shown)


def _offset(shown: datetime, time: datetime) -> timedelta | None:
    """How far ahead of UTC the clock is by which TIME is what is SHOWN, to the minute; None where none is."""
    if shown.tzinfo:
        return shown.utcoffset() if abs(shown - time) < timedelta(minutes=1) else None
    ahead = shown.replace(second=0, tzinfo=UTC) - time.replace(second=0, microsecond=0)
    return ahead if abs(ahead) <= _FARTHEST and ahead % _QUARTER == timedelta(0) else None


def first_change(stated: Statements, published: Stated | None) -> Stated | None:
    """The first change that the page states after its publication; a mark that repeats its day of birth states none."""
    for one in stated.of("updated"):
        time = moment(one.words, day=published.words if published else None, language=stated.language)
        if time is None:
            continue
        if published is None:
            return Stated(time, one.where)
        time = _zoned(time, published.words, stated)
        if _after(time, published.words):
            return Stated(_by_clock_of(published, time, stated), one.where)
    return None


def _by_clock_of(published: Stated, updated: str, stated: Statements) -> str:
    """UPDATED, where it is in UTC, by the clock of the page's home, where that of the publication was found."""
    if _DAY in {len(published.words), len(updated)} or _first_time(stated) == published:
        return updated
    home, time = datetime.fromisoformat(published.words), datetime.fromisoformat(updated)
    return updated if time.utcoffset() != timedelta(0) else time.astimezone(home.tzinfo).isoformat()


def _after(time: str, other: str) -> bool:
    """Whether TIME is after OTHER, by the day where either is but a day; the same hour in two zones is a slip."""
    if _DAY in {len(time), len(other)}:
        return time[:_DAY] > other[:_DAY]
    return time[:_SECONDS] != other[:_SECONDS] and instant(time) > instant(other)


def _zoned(updated: str, published: str, stated: Statements) -> str:
    """UPDATED with the offset that the page lets us know: it states its publication both with a zone and without.

    "2023-11-08T21:56:18+00:00" in its head and "4:56:18 p.m." above its text are one moment five hours west.
    """
    if (
        _DAY in {len(updated), len(published)}
        or datetime.fromisoformat(updated).tzinfo
        or not datetime.fromisoformat(published).tzinfo
    ):
        return updated
    home = next(
        (
            at
            for one in _shown(stated, published)
            if one.tzinfo is None and (at := _offset(one, instant(published))) is not None
        ),
        None,
    )
    return updated if home is None else datetime.fromisoformat(updated).replace(tzinfo=timezone(home)).isoformat()


def _guessed_day(tree: Any, stated: Statements) -> Stated | None:  # noqa: ANN401 - lxml ships no types
    """The day that htmldate finds in markup that none of our marks names, unless the page calls it that of a change."""
    from copy import deepcopy

    import htmldate

    found = htmldate.find_date(deepcopy(tree), **markup_only())
    changed = {(moment(one.words, language=stated.language) or "")[:_DAY] for one in stated.of("updated")}
    return Stated(found, "page") if found and found not in changed and _is_told(found, tree, stated) else None


def _is_told(day: str, tree: Any, stated: Statements) -> bool:  # noqa: ANN401 - lxml ships no types
    """Whether a DAY that was guessed is told anywhere on the page TREE: on a line, in a mark, or as of its making."""
    if any(printed and printed[0].isoformat() == day for printed in _printed_days(tree, stated)):
        return True
    if any(day in (element.get(name) or "") for element in tree.iter() for name in _TOLD_IN):
        return True
    made = re.compile(rf"(?:publi|creat|post)[\w-]{{0,20}}\W{{1,8}}{day}", re.IGNORECASE)
    return any(made.search(script.text or "") for script in tree.iter("script"))


def _printed_days(tree: Any, stated: Statements) -> Iterator[tuple[date, int, int] | None]:  # noqa: ANN401 - as above
    """The days on the lines of the page TREE."""
    for line in lines_of(tree):
        words = line.words[:LONGEST]
        yield machine_day(words) or printed_day(words, stated.language)


def markup_only() -> dict[str, Any]:
    """How htmldate is to look: for dates in the page's own markup, not for anything in its text that looks like one."""
    return {"original_date": True, "extensive_search": False, "max_date": _FAR_FUTURE}
