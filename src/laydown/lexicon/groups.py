"""Groups of states and missions that news names as places or actors: who belonged, or where they worked, on a day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from laydown.lexicon.gazetteer import country, slug
from laydown.lexicon.scan import fold, known_as
from laydown.lexicon.tables import cell, day, table
from laydown.model import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """One spell of one state in a group, or of a mission in it, from its first to its last day, an open end None."""

    country: str
    start: date | None = None
    end: date | None = None

    def holds(self, on: date) -> bool:
        """Whether the state belonged on a day."""
        return (self.start is None or self.start <= on) and (self.end is None or on <= self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group as a soft area around a label point, with every spell of membership that the table knows."""

    place: Place
    kind: str
    memberships: tuple[Membership, ...]
    source: str

    def members(self, on: date | None = None) -> tuple[str, ...]:
        """The states that belong on a day, those that belong now without one; by country code.

        >>> nato = group("NATO")
        >>> nato is not None and "FI" in nato.members(date(2022, 2, 2))
        False
        """
        spells = self.memberships
        return tuple(sorted({s.country for s in spells if (s.holds(on) if on else s.end is None)}))


def group(name: str) -> Group | None:
    """The group that goes by a name, in any of its listed forms, "the" aside; None if there is none."""
    return known_as(_groups(), name)


@cache
def _groups() -> Mapping[str, Group]:
    """The groups and missions by folded form; a group goes before a mission of the same name."""
    found: dict[str, Group] = {}
    for forms, one in (*_missions(), *_listed()):
        found.update({fold(form): one for form in forms})
    return found


def _listed() -> Iterator[tuple[tuple[str, ...], Group]]:
    """The groups of states with their forms."""
    spells: dict[str, list[Membership]] = {}
    for row in table("memberships"):
        membership = Membership(country=row["country"], start=day(row, "from"), end=day(row, "to"))
        spells.setdefault(row["group"], []).append(membership)
    for row in table("groups"):
        place = Place(
            name=row["name"],
            type="region",
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            radius_km=int(row["radius_km"]),
            id=f"region:{slug(row['name'])}",
        )
        known = tuple(spells[row["name"]])
        forms = (row["name"], *cell(row, "aliases"))
        yield forms, Group(place=place, kind=row["kind"], memberships=known, source=row["source"])


def _missions() -> Iterator[tuple[tuple[str, ...], Group]]:
    """The missions that work in definite countries, with their forms: each is where its hosts are."""
    spells: dict[str, list[Membership]] = {}
    sources: dict[str, str] = {}
    for row in table("mandates"):
        sources.setdefault(row["organization"], row["source"])
        spells.setdefault(row["organization"], []).extend(
            Membership(country=code, start=day(row, "from"), end=day(row, "to")) for code in cell(row, "countries")
        )
    for row in table("organizations"):
        known = spells.get(row["name"])
        if known:
            place = _area(row["name"], {spell.country for spell in known})
            forms = (row["name"], *cell(row, "aliases"))
            yield forms, Group(place=place, kind="mission", memberships=tuple(known), source=sources[row["name"]])


def _area(name: str, hosts: set[str]) -> Place:
    """Where a mission works: its host's place where it has had but one, else a region without a point."""
    only = country(next(iter(hosts))) if len(hosts) == 1 else None
    return Place(
        name=name,
        type="region",
        country=only.country if only else None,
        lat=only.lat if only else None,
        lon=only.lon if only else None,
        radius_km=only.radius_km if only else None,
        id=f"mission:{slug(name)}",
    )
