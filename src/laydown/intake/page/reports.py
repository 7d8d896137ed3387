"""Reports of a page: its main text by trafilatura, its times, names and address as it states them."""

import logging
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, Final

from laydown.intake.canon import canonical, one_line
from laydown.intake.moments import instant, moment
from laydown.intake.page.live import live_entries, shown_entries
from laydown.intake.page.running import running_entries
from laydown.intake.page.statements import Stated, Statements, statements
from laydown.intake.trouble import Trouble
from laydown.model import Report

_CHARSET: Final = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE)
_OPENING: Final = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEAD: Final = 4096
_DAY: Final = 10
_SECONDS: Final = 19
_FARTHEST: Final = timedelta(hours=14)
_QUARTER: Final = timedelta(minutes=15)
"""Zones are whole quarters of an hour apart, and none is farther from UTC."""
_FAR_FUTURE: Final = "2999-12-31"
"""htmldate refuses dates after today, and we ask no clock; a page may state what it likes."""


def looks_like_page(text: str) -> bool:
    """Whether TEXT begins as an HTML page does.

    >>> looks_like_page("<!DOCTYPE html><title>News</title>"), looks_like_page("<3 troops")
    (True, False)
    """
    return _OPENING.match(text[:_HEAD]) is not None


def declared_encoding(data: bytes) -> str | None:
    """The encoding that the page in DATA declares of itself."""
    found = _CHARSET.search(data[:_HEAD])
    return found[1].decode("ascii") if found else None


def read_reports(html: str) -> tuple[Report, ...] | Trouble:
    """The reports on the page HTML: the entries of a live blog where it says that it is one, else its article.

    What it says in JSON-LD goes before what it shows.
    """
    tree = _tree(html)
    if isinstance(tree, Trouble):
        return tree
    stated = statements(tree)
    shown = running_entries(tree, stated)
    page = _article(tree, stated)
    headed = page if isinstance(page, Report) else _headed(stated, "", None)
    entries = tuple(live_entries(stated, headed)) or tuple(shown_entries(shown, headed))
    return entries or (page if isinstance(page, Trouble) else (page,))


def read_page(html: str) -> Report | Trouble:
    """The article on the page HTML: its main text, and what the page states of it."""
    tree = _tree(html)
    return tree if isinstance(tree, Trouble) else _article(tree, statements(tree))


def _tree(html: str) -> Any | Trouble:  # noqa: ANN401 - lxml ships no types
    """HTML as lxml reads it."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    tree = trafilatura.load_html(html)
    return Trouble("is no HTML that can be read", "save the page again, or its text as .txt") if tree is None else tree


def _article(tree: Any, stated: Statements) -> Report | Trouble:  # noqa: ANN401 - lxml ships no types
    """The article on the page TREE. Trafilatura comes last, for it takes the tree apart."""
    import trafilatura

    language = tree.get("lang")
    published = _at_home(_first_time(stated), stated) or _guessed_day(tree, stated)
    found: Any = trafilatura.bare_extraction(
        tree, include_comments=False, with_metadata=True, date_extraction_params=_markup_only()
    )
    text = canonical(found.text or "") if found is not None else ""
    if not text:
        return Trouble("is HTML without text", "save the page after it has loaded, or copy its text into a .txt file")
    return _headed(stated, text, published, language=language and language.split("-")[0].lower(), guess=found)


def _headed(
    stated: Statements, text: str, published: Stated | None, *, language: str | None = None, guess: object = None
) -> Report:
    """The report of TEXT under what the page states, filled in by what trafilatura makes of the page."""
    updated = _later(stated, published)
    title = next(stated.of("title"), None) or _guessed(guess, "title")
    publisher = next(stated.of("publisher"), None) or _guessed(guess, "sitename") or _guessed(guess, "hostname")
    authors = _authors(stated) or _guessed(guess, "author")
    url = next((one for one in stated.of("url") if one.words.startswith(("https://", "http://"))), None)
    heads = {
        "title": title, "publisher": publisher, "authors": authors, "published": published, "updated": updated,
        "url": url or _guessed(guess, "url"),
    }  # fmt: skip
    return Report(
        text=text,
        title=_words(title),
        publisher=_words(publisher),
        authors=tuple(filter(None, (one_line(name) for name in authors.words.split(";")))) if authors else (),
        language=language or None,
        published=_words(published),
        updated=_words(updated),
        url=_words(heads["url"]),
        found={name: one.where for name, one in heads.items() if one is not None},
    )


def _words(stated: Stated | None) -> str | None:
    """The words of what is STATED, None where nothing is."""
    return None if stated is None else stated.words


def _guessed(guess: object, name: str) -> Stated | None:
    """What trafilatura found for a field, in elements that state nothing by name."""
    words = getattr(guess, name, None)
    return Stated(one_line(words), "page") if isinstance(words, str) and one_line(words) else None


def _authors(stated: Statements) -> Stated | None:
    """The authors of the first mark that names any; an address of one is no name."""
    named = [one for one in stated.of("authors") if "://" not in one.words]
    if not named:
        return None
    same = dict.fromkeys(one.words for one in named if one.where == named[0].where)
    return Stated(";".join(same), named[0].where)


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
    """Whether TIME, of the day before in UTC, is the hour at which DAY began east of it: the mark of a day without an hour."""
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


def _later(stated: Statements, published: Stated | None) -> Stated | None:
    """The first change that the page states after its publication; a mark that repeats its day of birth states none."""
    for one in stated.of("updated"):
        time = moment(one.words, day=_words(published), language=stated.language)
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
    home = next((at for one in _shown(stated, published) if one.tzinfo is None and (at := _offset(one, instant(published))) is not None), None)
    return updated if home is None else datetime.fromisoformat(updated).replace(tzinfo=timezone(home)).isoformat()


def _guessed_day(tree: Any, stated: Statements) -> Stated | None:  # noqa: ANN401 - lxml ships no types
    """The day that htmldate finds in markup that none of our marks names, unless the page calls it that of a change."""
    from copy import deepcopy

    import htmldate

    found = htmldate.find_date(deepcopy(tree), **_markup_only())
    changed = {(moment(one.words, language=stated.language) or "")[:_DAY] for one in stated.of("updated")}
    return Stated(found, "page") if found and found not in changed else None


def _markup_only() -> dict[str, Any]:
    """How htmldate is to look: for dates in the page's own markup, not for anything in its text that looks like one."""
    return {"original_date": True, "extensive_search": False, "max_date": _FAR_FUTURE}
