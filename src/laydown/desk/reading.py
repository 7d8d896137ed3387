"""Reading at the desk: texts and sources into claims, names into places; nothing is kept."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from laydown.model import Explained, Problem, Reading, Resolution

if TYPE_CHECKING:
    from laydown.intake import Web


def read(
    text: str,
    *,
    published: str | None = None,
    source: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
) -> Reading:
    """The claims in TEXT, whose offsets point into the canonical text of the reading's report.

    PUBLISHED is the ISO 8601 date against which "Wednesday" is read; without it such days stay open.
    Raises ValueError where PUBLISHED is no date, for that is the caller's mistake and not the report's.
    """
    from laydown import reading
    from laydown.intake import canonical, is_date, one_line
    from laydown.model import Report

    if published is not None and not is_date(published):
        msg = f"published is no ISO 8601 date such as 2022-02-02: {published!r}"
        raise ValueError(msg)
    report = Report(
        text=canonical(text),
        source=source,
        title=title and one_line(title),
        publisher=publisher and one_line(publisher),
        published=published,
    )
    return reading.read(report)


def read_sources(
    sources: Iterable[str],
    *,
    published: str | None = None,
    jsonl: bool = False,
    workers: int = 1,
    web: "Web | None" = None,
) -> Iterator[Reading | Problem]:
    """The readings of all reports in SOURCES, lazily and in order; one that cannot be read is a problem in its place.

    PUBLISHED is the day of reports that state none; JSONL says that standard input (`-`) holds a report a line.
    WEB says how addresses are fetched; without it nothing is, and an address is a problem. WORKERS processes read
    side by side, to the same bytes; a script that asks for more than one needs the usual `if __name__ ==
    "__main__":`, for each of them imports it. Raises ValueError where there are none.
    """
    from laydown.crew import read_one, read_together
    from laydown.intake import reports_of

    if workers < 1:
        msg = f"workers is less than one: {workers}"
        raise ValueError(msg)
    reports = reports_of(sources, published=published, jsonl=jsonl, web=web)
    return map(read_one, reports) if workers == 1 else read_together(reports, workers)


def explain_sources(
    sources: Iterable[str], *, published: str | None = None, jsonl: bool = False, web: "Web | None" = None
) -> Iterator[Explained | Problem]:
    """The readings of all reports in SOURCES as `read_sources` gives them, each with the reasons for its claims."""
    from laydown.intake import reports_of
    from laydown.reading import explain

    for found in reports_of(sources, published=published, jsonl=jsonl, web=web):
        yield found if isinstance(found, Problem) else explain(found)


def place(name: str, *, context: str | None = None, as_of: str | None = None) -> Resolution:
    """Where NAME is, with the reason and what it beat.

    CONTEXT is the text that the name stands in; one in which it does not stand says where it lies ("Texas"). AS_OF is
    the ISO 8601 date on which groups have their members and places their names. Raises ValueError where it is no date.
    """
    from laydown.intake import canonical, is_date, one_line
    from laydown.places import Context, may_act, named, narrowed, resolve, survey

    if as_of is not None and not is_date(as_of):
        msg = f"as_of is no ISO 8601 date such as 2022-02-02: {as_of!r}"
        raise ValueError(msg)
    name = one_line(name)
    on = date.fromisoformat(as_of[:10]) if as_of else None
    text = canonical(context or "")
    here = survey(text, on=on) if text else Context(on=on)
    start = text.find(name)
    if start < 0:
        return resolve(name, replace(here, within=named(text)))
    end = start + len(name)
    found = resolve(name, narrowed(here, text, start, end))
    if not may_act(found):
        return found
    from laydown.reading import acting

    return resolve(name, replace(narrowed(here, text, start, end), acts=acting(text, start, end)))
