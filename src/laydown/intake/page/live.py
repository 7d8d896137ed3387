"""Live blogs: each entry of a running page is a report of its own, with its own times."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from laydown.intake.moments import moment
from laydown.intake.page.statements import Statements, names
from laydown.intake.page.words import words_of
from laydown.model import Report

ENTRIES: Final = 1000
"""Entries of one page that are read; the longest live blogs of a day have some hundreds."""


def live_entries(stated: Statements, page: Report) -> Iterator[Report]:
    """The entries of the live blog that STATED describes, oldest and newest as the page has them, each as of PAGE."""
    told = (node.get("liveBlogUpdate") for node in stated.nodes)
    entries = next((one for one in told if isinstance(one, list) and one), [])
    for entry in entries[:ENTRIES]:
        if isinstance(entry, dict) and (report := _entry(entry, page)):
            yield report


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
    return Report(
        text=text,
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
