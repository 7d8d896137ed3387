"""Credits: the news agency whose words a report says that it prints."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from laydown.lexicon.outlets import agency_names
from laydown.model import Report

HEAD: Final = 250
"""Characters at the beginning and at the end of a text within which agencies are credited."""


def agency(report: Report) -> str | None:
    """The agency that REPORT credits, or that publishes it; None where it names none.

    >>> agency(Report(text="WARSAW (Reuters) - Poland will take 300 soldiers."))
    'Reuters'
    >>> agency(Report(text="By The Associated Press. Troops will move."))
    'Associated Press'
    """
    for name in (report.publisher or "", *report.authors):
        if found := _named(name):
            return found
    text = report.text
    for part in (text[:HEAD], text[max(HEAD, len(text) - HEAD) :]):
        if credited := _frame().search(part):
            return _names()[credited.group("paren") or credited.group("line")]
    return None


def _named(name: str) -> str | None:
    """The agency in a publisher's or an author's name, which may be "Anna Bell, Reuters"."""
    return next((found for part in re.split(r"[,/]| and ", name) if (found := _names().get(_bare(part)))), None)


def _bare(name: str) -> str:
    """NAME without its article."""
    return re.sub(r"^(?:by )?(?:the )?", "", name.strip(), flags=re.IGNORECASE)


@cache
def _names() -> Mapping[str, str]:
    """The agencies by every name that they go by, without articles."""
    return {_bare(form): name for form, name in agency_names().items()}


@cache
def _frame() -> re.Pattern[str]:
    """A credit: in brackets, or behind "By" or "Source:" or a dash."""
    names = "|".join(re.escape(name) for name in sorted(_names(), key=len, reverse=True))
    return re.compile(rf"\((?:The )?(?P<paren>{names})\)|(?:\bBy|Source:|[—–]) (?:[tT]he )?(?P<line>{names})\b")
