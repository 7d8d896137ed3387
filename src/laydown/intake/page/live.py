"""Live blogs: each entry of a running page is a report of its own, with its own times.

All of them stand at one address, and none is a later version of another: `source` is what tells an entry from the rest
behind the page's address, "#" and its anchor, else its hour, else a hash of its words.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from laydown.intake.moments import moment
from laydown.intake.page.running import Running
from laydown.intake.page.statements import Statements, names
from laydown.intake.page.words import words_of
from laydown.model import Report

ENTRIES: Final = 1000
"""Entries of one page that are read; the longest live blogs of a day have some hundreds."""
_DAY: Final = 10


def live_entries(stated: Statements, page: Report) -> Iterator[Report]:
    """The entries of the live blog that STATED describes, oldest and newest as the page has them, each as of PAGE."""
    told = (node.get("liveBlogUpdate") for node in stated.nodes)
    entries = next((one for one in told if isinstance(one, list) and one), [])
    for entry in entries[:ENTRIES]:
        if isinstance(entry, dict) and (report := _entry(entry, page)):
            yield report


def shown_entries(shown: Sequence[Running], page: Report) -> Iterator[Report]:
    """The entries that a page SHOWS, each as of PAGE; an hour alone is of the page's day, where it has but one."""
    day = page.published and page.published[:_DAY]
    only = day if day and (page.updated or day)[:_DAY] == day else None
    for entry in shown[:ENTRIES]:
        published, updated = (moment(one, day=only) if one else None for one in (entry.published, entry.updated))
        times = {"published": published, "updated": updated if updated != published else None}
        where = {name: "words of the entry" for name, time in times.items() if time}
        yield replace(
            page,
            text=entry.text,
            title=entry.title or page.title,
            published=published or page.published,
            updated=times["updated"] if published else page.updated,
            source=_anchor(entry.anchor or published, entry.text),
            sections=(),
            found={**page.found, **where},
        )


def _anchor(mark: str | None, text: str) -> str:
    """What tells an entry from the others of its page."""
    return "#" + (mark or hashlib.sha256(text.encode()).hexdigest()[:16])


def _entry(entry: Mapping[str, Any], page: Report) -> Report | None:
    """The report of one ENTRY; None where it has no words, as a film or a picture has none."""
    body = entry.get("articleBody") or entry.get("text") or ""
    text = words_of(body) if isinstance(body, str) else ""
    if not text:
        return None
    times = {name: _time(entry.get(key)) for name, key in (("published", "datePublished"), ("updated", "dateModified"))}
    if times["updated"] == times["published"]:
        times["updated"] = None
    address = entry.get("url")
    where = {name: "json-ld liveBlogUpdate" for name, time in times.items() if time}
    fragment = address.partition("#")[2] if isinstance(address, str) else ""
    return Report(
        text=text,
        source=_anchor(fragment or times["published"], text),
        title=next(names(entry.get("headline")), None) or page.title,
        publisher=page.publisher,
        authors=tuple(names(entry.get("author"))) or page.authors,
        language=page.language,
        published=times["published"] or page.published,
        updated=times["updated"],
        url=address if isinstance(address, str) else page.url,
        found={**page.found, **where},
    )


def _time(value: object) -> str | None:
    """The time that a VALUE of JSON-LD states."""
    return moment(value) if isinstance(value, str) else None
