"""Tables of vocabulary: tab-separated files with a header and a source column, read once each."""

import csv
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files


@cache
def table(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of `lexicon/data/NAME.tsv` in file order; lines that begin with # are remarks to the reader.

    A cell that lists several words separates them by `|`; `cell` splits it.
    """
    text = files("laydown.lexicon").joinpath("data", f"{name}.tsv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def cell(row: Mapping[str, str], column: str) -> tuple[str, ...]:
    """The words of a `|` separated cell, none for an empty one.

    >>> cell({"aliases": "Kyiv|Kiev"}, "aliases")
    ('Kyiv', 'Kiev')
    """
    return tuple(word.strip() for word in row[column].split("|") if word.strip())


@cache
def of_sort(name: str, *sorts: str) -> frozenset[str]:
    """The words of the rows of table NAME that are of any of SORTS; none for a sort that it lacks.

    >>> sorted(of_sort("place_words", "seat"))
    ['capital']
    """
    return frozenset(word for row in table(name) if row["sort"] in sorts for word in cell(row, "words"))


def day(row: Mapping[str, str], column: str) -> date | None:
    """The day in a cell, None for an empty one.

    >>> day({"from": "2023-04-04", "to": ""}, "from"), day({"from": "2023-04-04", "to": ""}, "to")
    (datetime.date(2023, 4, 4), None)
    """
    return date.fromisoformat(row[column]) if row[column] else None
