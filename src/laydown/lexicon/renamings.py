"""Names that places bore for a time: Fort Liberty, Khankendi, Artemivsk."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from laydown.lexicon.scan import fold
from laydown.lexicon.tables import day, table


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """One spell of one name of a place, from its first to its last day, an open end None."""

    name: str
    start: date | None
    end: date | None
    source: str


def namings(place: str, country: str | None) -> tuple[Naming, ...]:
    """Every spell of every name that the place called PLACE in COUNTRY has borne, in time; none if never renamed.

    >>> [naming.name for naming in namings("Fort Bragg", "US")]
    ['Fort Bragg', 'Fort Liberty', 'Fort Bragg']
    """
    return _namings().get((fold(place), country), ())


@cache
def _namings() -> Mapping[tuple[str, str | None], tuple[Naming, ...]]:
    """The spells by place and country."""
    found: dict[tuple[str, str | None], list[Naming]] = {}
    for row in table("renamings"):
        naming = Naming(name=row["name"], start=day(row, "from"), end=day(row, "to"), source=row["source"])
        found.setdefault((fold(row["place"]), row["country"] or None), []).append(naming)
    return {key: tuple(sorted(spells, key=lambda s: s.start or date.min)) for key, spells in found.items()}
