"""Feeds: the entries of RSS and Atom by feedparser, each a report with its own times and its link."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from typing import Any, Final

from laydown.intake.canon import one_line
from laydown.intake.moments import instant, moment
from laydown.intake.page.words import words_of
from laydown.intake.trouble import Trouble
from laydown.model import Report

ENTRIES: Final = 2000
_HEAD: Final = 4096
_FEED: Final = re.compile(rb"<(?:rss|feed|(?:\w+:)?RDF)[\s>]")


def looks_like_feed(data: bytes) -> bool:
    """Whether DATA begins as a feed does.

    >>> looks_like_feed(b'<?xml version="1.0"?><rss version="2.0">'), looks_like_feed(b"<html><body>")
    (True, False)
    """
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"<") and _FEED.search(head) is not None and b"<html" not in head.lower()


def read_feed(data: bytes) -> Iterator[Report | Trouble]:
    """The entries of the feed in DATA, in its order; one without words is passed over."""
    import feedparser

    try:
        # A stream, for words alone could be an address or a path, and feedparser would open it.
        parsed: Any = feedparser.parse(BytesIO(data))
        head = _head(parsed.feed)
        reports = [report for entry in parsed.entries[:ENTRIES] if (report := _entry(entry, head))]
    except Exception as error:  # noqa: BLE001 - feedparser raises whatever a broken feed makes it stumble over
        yield Trouble(f"is a feed that cannot be read: {type(error).__name__}", "save it again")
        return
    yield from reports
    if not reports:
        yield Trouble("is a feed without entries", "check that it was saved in full")


def _head(feed: Mapping[str, Any]) -> Report:
    """What the FEED states for all its entries."""
    language = one_line(str(feed.get("language") or "")).split("-")[0].lower()
    title = words_of(str(feed.get("title") or ""))
    return Report(text="", publisher=one_line(title) or None, language=language or None)


def _entry(entry: Mapping[str, Any], head: Report) -> Report | None:
    """The report of one ENTRY: its whole text where it has it, else its summary, else its title."""
    bodies = [str(part.get("value") or "") for part in entry.get("content") or ()]
    title = one_line(words_of(str(entry.get("title") or "")))
    told = (words_of(body) for body in (*bodies, str(entry.get("summary") or ""), title))
    text = max(told, key=len)
    if not text:
        return None
    # By the plain dictionary, for feedparser's own gives one time in the other's place, and warns of it.
    times = {name: moment(str(dict(entry.items()).get(name) or "")) for name in ("published", "updated")}
    names = (one_line(str(author.get("name") or "")) for author in entry.get("authors") or ())
    link = one_line(str(entry.get("link") or "")) or None
    return replace(
        head,
        text=text,
        title=title or None,
        authors=tuple(filter(None, names)),
        published=times["published"] or times["updated"],
        updated=times["updated"] if _after(times["updated"], times["published"]) else None,
        source=link,
        url=link,
        found={name: f"feed {name}" for name, time in times.items() if time} | {"publisher": "feed title"},
    )


def _after(updated: str | None, published: str | None) -> bool:
    """Whether both times are known, and the change is after the publication."""
    return updated is not None and published is not None and instant(updated) > instant(published)
