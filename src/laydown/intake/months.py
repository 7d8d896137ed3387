"""Months: their names in the languages that news pages are written in, as Unicode's CLDR has them."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import Final

from laydown.lexicon.tables import cell, table

ALIF: Final = "\N{ARABIC LETTER ALEF}"
ALIFS: Final = re.compile("[أإآ]")
"""Forms of one letter that pages in Arabic write for each other."""


@cache
def english() -> Mapping[str, int]:
    """The number of each month by its English names."""
    rows = [row for row in table("calendar") if row["group"] == "month"]
    return {name.casefold(): int(row["value"]) for row in rows for name in (row["word"], *cell(row, "short"))}


@cache
def everywhere() -> Mapping[str, int]:
    """The number of each month by its names in all languages of the table, but for names of two months in two of them.

    >>> everywhere()["août"], everywhere()["märz"], everywhere()["мая"], everywhere().get("listopada")
    (8, 3, 5, None)
    """
    from babel.dates import get_month_names

    found: dict[str, set[int]] = defaultdict(set)
    for row in table("page_languages"):
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, locale=row["language"]).items():
                    found[ALIFS.sub(ALIF, name.casefold().strip("."))].add(number)
    for name, number in english().items():
        found[name].add(number)
    return {name: min(numbers) for name, numbers in found.items() if len(numbers) == 1 and not name.isdigit()}
