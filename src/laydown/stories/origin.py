"""Origin: which house publishes a report, at which address, since which hour."""

import re
from datetime import datetime
from typing import Final

from laydown.lexicon.outlets import outlet
from laydown.model import Report
from laydown.model.identity import utc
from laydown.stories.words import words

_TRACKING: Final = re.compile(r"(?<=[?&])(?:utm_\w+|fbclid|gclid|ref|cmpid|smid)=[^&#]*&?")


def house(report: Report) -> str | None:
    """Whose report it is, by one name for each house; None where neither the page nor its address says so.

    >>> house(Report(text="", source="https://www.reuters.com/a")) == house(Report(text="", publisher="Reuters"))
    True
    """
    if report.publisher:
        known = outlet(report.publisher)
        return known.name if known else " ".join(words(report.publisher))
    found = address(report)
    if found is None:
        return None
    known = outlet(found)
    return known.name if known else re.split(r"[/?#:]", found, maxsplit=1)[0]


def address(report: Report) -> str | None:
    """The address of REPORT in one spelling, without what follows readers about; None where its source is a file.

    >>> address(Report(text="", source="http://www.Example.org/a/?utm_source=x"))
    'example.org/a'
    """
    scheme, mark, rest = (report.source or "").partition("://")
    if not mark or scheme.lower() not in {"http", "https"}:
        return None
    host, slash, path = rest.partition("/")
    path = _TRACKING.sub("", path).rstrip("?&")
    return (host.lower().removeprefix("www.") + slash + path).rstrip("/")


def hour(report: Report) -> str | None:
    """Since when REPORT stands as it is, in UTC; a day is said by its end, and None is unknown.

    >>> hour(Report(text="", published="2022-02-02")), hour(Report(text="", updated="2022-02-02T10:00:00+02:00"))
    ('2022-02-02T23:59:59Z', '2022-02-02T08:00:00Z')
    """
    return _utc(report.updated or report.published)


def day_zero(report: Report) -> str | None:
    """When REPORT was first published, in UTC; None where it does not say."""
    return _utc(report.published)


def days_between(one: str | None, other: str | None) -> float | None:
    """The days from one hour to another; None where either is unknown."""
    if one is None or other is None:
        return None
    return abs((datetime.fromisoformat(one) - datetime.fromisoformat(other)).total_seconds()) / 86_400


def _utc(stated: str | None) -> str | None:
    """A day or an hour as the page states it, in UTC; None where it is neither."""
    try:
        return utc(stated or "")
    except ValueError:
        return None
