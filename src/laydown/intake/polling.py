"""Polling: feeds and pages looked at again and again, each by its own rhythm, and what they hold that is new."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Final

from laydown.intake.feed import looks_like_feed
from laydown.intake.fetching import Fetched, Fetcher, Unchanged
from laydown.intake.forms import fetched, form_of, read_bytes, suffix_of
from laydown.intake.sources import checked
from laydown.intake.trouble import Trouble
from laydown.model import Problem, Report

FIRST: Final = 300
"""Seconds until a source is looked at again for the first time."""
SHORTEST: Final = 60
LONGEST: Final = 3600
DEAD: Final = 6 * 3600
"""The longest wait for a source that does not answer: it is never given up."""
FRESH: Final = timedelta(days=1)
"""How long a page that a feed named is looked at again: breaking stories change within the day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """One source that is watched: when it is due, in UTC, by which rhythm, and what it was when last looked at.

    `feed` is the feed that named it, `until` when it is let go of; both None for what a person asked for. `named` holds
    for a feed the links that it named, each with the time of its last change.
    """

    address: str
    due: str
    wait: int = FIRST
    etag: str | None = None
    last_modified: str | None = None
    failures: int = 0
    feed: str | None = None
    until: str | None = None
    named: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What one look at a source gave: reports or what went wrong, pages to look at, and the source from now on."""

    next: Watched
    found: tuple[Report | Problem, ...] = ()
    pages: tuple[Watched, ...] = ()


def look(fetcher: Fetcher, source: Watched, now: str) -> Look:
    """Look at SOURCE at the hour NOW. Nothing raises: a source that is dead or broken is a problem and waits longer."""
    page = fetcher.fetch(source.address, etag=source.etag, last_modified=source.last_modified)
    if isinstance(page, Trouble):
        wait = min(DEAD, max(source.wait, FIRST) * 2)
        failed = replace(source, failures=source.failures + 1, wait=wait, due=later(now, wait))
        return Look(next=failed, found=(page.at(source.address),))
    if isinstance(page, Unchanged):
        return Look(next=_quiet(source, now))
    known = replace(source, etag=page.etag, last_modified=page.last_modified)
    return _of_feed(known, page, now) if looks_like_feed(page.data) else _of_page(known, page, now)


def _of_page(source: Watched, page: Fetched, now: str) -> Look:
    """What a page holds; whether it is new is for the ledger to say."""
    suffix, encoding = form_of(page.kind)
    read = read_bytes(page.data, source.address, suffix or suffix_of(source.address.partition("?")[0]), encoding)
    found = (_sited(fetched(one, page.url, page.retrieved), source) for one in read)
    return Look(next=_quiet(source, now), found=tuple(found))


def _sited(found: Report | Problem, source: Watched) -> Report | Problem:
    """FOUND under the address that is watched, whatever it calls itself, so that its versions stand together.

    The entries of a live blog stand behind it, each by its anchor: none is a version of another.
    """
    if isinstance(found, Report) and not (found.source or "").startswith(source.address + "#"):
        found = replace(found, source=source.address)
    return checked(found, None)


def _of_feed(source: Watched, page: Fetched, now: str) -> Look:
    """The pages that a feed names anew or says have changed, and its entries that have no page."""
    entries = list(read_bytes(page.data, source.address, ".rss"))
    told = [one for one in entries if isinstance(one, Problem) or one.url is None]
    named = {one.url: one.updated or one.published or "" for one in entries if isinstance(one, Report) and one.url}
    fresh = [link for link, stamp in named.items() if source.named.get(link) != stamp]
    until = later(now, int(FRESH.total_seconds()))
    pages = tuple(Watched(address=link, due=now, feed=source.address, until=until) for link in fresh)
    after = replace(source, named=named, failures=0)
    return Look(next=busy(after, now) if fresh else _quiet(after, now), found=tuple(told), pages=pages)


def busy(source: Watched, now: str) -> Watched:
    """SOURCE where something was new: it is looked at sooner."""
    wait = max(SHORTEST, source.wait // 2)
    return replace(source, wait=wait, due=later(now, wait), failures=0)


def _quiet(source: Watched, now: str) -> Watched:
    """SOURCE where nothing was new: it is left alone for longer."""
    wait = min(LONGEST, source.wait * 3 // 2) if not source.failures else FIRST
    return replace(source, wait=wait, due=later(now, wait), failures=0)


def later(now: str, seconds: int) -> str:
    """The hour that is SECONDS after NOW, both in UTC.

    >>> later("2022-02-02T23:59:30Z", 60)
    '2022-02-03T00:00:30Z'
    """
    return (datetime.fromisoformat(now) + timedelta(seconds=seconds)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def due(sources: dict[str, Watched], now: str) -> Iterator[Watched]:
    """Those of SOURCES that are due, the longest overdue first; pages past their time are let go of."""
    for name in [name for name, one in sources.items() if one.until is not None and one.until < now]:
        del sources[name]
    yield from sorted((one for one in sources.values() if one.due <= now), key=lambda one: (one.due, one.address))
