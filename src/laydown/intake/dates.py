"""Dates as reports state them: ISO 8601 in its extended form, or not a date."""

import re
from datetime import datetime
from typing import Final

_EXTENDED: Final = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}\S*)?", re.ASCII)


def is_date(text: str) -> bool:
    """Whether TEXT is a date or date-time of which the first ten characters are its day.

    The other forms of ISO 8601 (20220202, 2022-W05-3) are refused, so that nothing further on need know them.

    >>> is_date("2022-02-02"), is_date("2022-02-02T17:30:00Z"), is_date("2022-13-40"), is_date("2 Feb 2022")
    (True, True, False, False)
    """
    if not _EXTENDED.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
