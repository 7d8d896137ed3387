"""The tables beside this module, and what the lexicon's own tables already name."""

import csv
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from laydown.lexicon import tables
from laydown.lexicon.scan import fold


@cache
def table(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of a table beside this module, in file order."""
    text = (Path(__file__).parent / f"{name}.tsv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def key(name: str) -> str:
    """What two spellings of a name have in common."""
    return fold(name).casefold()


@cache
def by_name(name: str) -> Mapping[str, Mapping[str, str]]:
    """The rows of a table by what stands in the first column."""
    return {next(iter(row.values())): row for row in table(name)}


@cache
def countries() -> Mapping[str, str]:
    """Codes of the countries by name."""
    return {name: row["code"] for row in reversed(tables.table("countries")) for name in _named([row])}


@cache
def curated() -> frozenset[str]:
    """Names of the countries, states and regions, which the reader knows better than the map does."""
    return frozenset(name for part in ("countries", "states", "regions") for name in _named(tables.table(part)))


@cache
def bare() -> Mapping[str, bool]:
    """Whether a feature may go by the name alone: no town, person or word, unless bare_names.tsv allows it."""
    taken = [*_named(tables.table("cities")), *(key(row["name"]) for row in tables.table("city_stopwords"))]
    return dict.fromkeys(taken, False) | {key(row["name"]): row["bare"] == "yes" for row in table("bare_names")}


def _named(rows: Iterable[Mapping[str, str]]) -> list[str]:
    return [key(name) for row in rows for name in (row["name"], *tables.cell(row, "aliases"))]
