"""Who a name may be: armed services, institutions, missions, alliances, armed groups, and who led them when."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Final, Literal, cast

from laydown.lexicon.scan import Names, fold, names, scan, spellings
from laydown.lexicon.tables import cell, table

OrganizationKind = Literal["service", "institution", "mission", "alliance", "nonstate", "unit_family"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """An organisation: whose forces or voice it is (`nation`), and for a mission the country it works in."""

    name: str
    kind: OrganizationKind
    nation: str
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrgMatch:
    """The name of an organisation in a text."""

    start: int
    end: int
    organization: Organization


@dataclass(frozen=True, slots=True, kw_only=True)
class Leader:
    """One term of one office; `start` and `end` are its first and last day, None where open."""

    name: str
    surname: str
    office: str
    organization: str
    country: str
    start: date | None = None
    end: date | None = None

    def held(self, on: date) -> bool:
        """Whether the office was held on a day."""
        return (self.start is None or self.start <= on) and (self.end is None or on <= self.end)


def find_organizations(text: str) -> list[OrgMatch]:
    """Every organisation named in the text: longest, left-most, without overlap.

    >>> [match.organization.nation for match in find_organizations("Hezbollah and the Royal Navy")]
    ['Hezbollah', 'GB']
    """
    known = _organizations()
    return [OrgMatch(start=start, end=end, organization=known[name]) for start, end, name in scan(text, _index())]


def organization(name: str) -> Organization | None:
    """The organisation that goes by a name, in any of its listed forms."""
    return _organizations().get(fold(name))


ANY: Final = "*"
"""In the table of namesakes: every state has an organisation of this name."""


def localised(match: OrgMatch, named: Collection[str], home: str | None = None) -> OrgMatch:
    """MATCH, given to the first of the countries NAMED with an organisation of this name, unless its owner is named.

    One that every state has is that of the HOME of the report; nobody knows whose it is where only others are named,
    and its nation is empty.
    """
    own = match.organization
    sharing = _namesakes().get(own.name)
    if sharing is None or own.nation in named:
        return match
    if ANY in sharing:
        nation = home or ("" if named else own.nation)
    else:
        nation = next((code for code in named if code in sharing), own.nation)
    return replace(match, organization=replace(own, nation=nation))


@cache
def _namesakes() -> Mapping[str, frozenset[str]]:
    """The services whose name several states use, with the other states."""
    return {row["name"]: frozenset(cell(row, "nations")) for row in table("namesakes")}


@cache
def leaders() -> tuple[Leader, ...]:
    """Every term of office in the table, in file order."""
    return tuple(
        Leader(
            name=row["name"],
            surname=row["surname"],
            office=row["office"],
            organization=row["organization"],
            country=row["country"],
            start=_day(row["from"], first=True),
            end=_day(row["to"], first=False),
        )
        for row in table("leaders")
    )


def leader(name: str, on: date | None) -> Leader | None:
    """Who a surname or full name meant on a day; without a day, or between terms, only if one person bears it.

    The latest term wins where one person holds two. Two people in office by one name are nobody: None.
    """
    terms = _terms().get(fold(name), ())
    held = [term for term in terms if on is not None and term.held(on)] or list(terms)
    if len({term.name for term in held}) != 1:
        return None
    return max(held, key=lambda term: term.start or date.min)


@cache
def _terms() -> Mapping[str, tuple[Leader, ...]]:
    """Terms of office by folded surname and full name."""
    found: dict[str, tuple[Leader, ...]] = {}
    for term in leaders():
        for form in spellings((term.surname, term.name)):
            found[form] = (*found.get(form, ()), term)
    return found


def _day(text: str, *, first: bool) -> date | None:
    """A full or partial ISO date: 2021 is its first day or its last, as the end of the term asks."""
    if not text:
        return None
    year, month, day = (*(int(part) for part in text.split("-")), 0, 0)[:3]
    if first or day:
        return date(year, month or 1, day or 1)
    month = month or 12
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


@cache
def _index() -> Names:
    """All names of organisations, folded, ready to scan for."""
    return names(_organizations())


@cache
def _organizations() -> Mapping[str, Organization]:
    """Organisations by each folded form of their names."""
    found: dict[str, Organization] = {}
    for row in table("organizations"):
        entry = Organization(
            name=row["name"],
            kind=cast("OrganizationKind", row["kind"]),
            nation=row["nation"],
            place=row["place"] or None,
        )
        for form in spellings((row["name"], *cell(row, "aliases"))):
            found.setdefault(form, entry)
    return found
