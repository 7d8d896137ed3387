"""What a report says about where it is set: the countries and provinces it names, its home, the places found so far."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from laydown.lexicon.gazetteer import Entry, Match, country, find, meanings, postal
from laydown.lexicon.organizations import find_organizations
from laydown.lexicon.scan import fold
from laydown.model import Place, Resolution
from laydown.places.senses import senses

EARTH_KM: Final = 6371.0
_LINK: Final = re.compile(r"(?:,| \(| in| of)\s?(?:the\s)?(?:(?:north|south|east|west|central)\w*\s)?(?=[A-Z])")
_CODE: Final = re.compile(r"[A-Z]{2}\b")
_NAMED: Final = re.compile(r"((?:[A-Z][\w.'’-]*)(?: [A-Z][\w.'’-]*){0,3}),\s$")
PLACED: Final = frozenset({"town", "district", "base", "feature"})
"""The kinds that lie at a spot, so that another place can lie near them."""


@dataclass(frozen=True, slots=True)
class Home:
    """Where a report comes from: the town of its dateline, or that of an outlet which writes for its own parts."""

    name: str
    country: str
    admin: str | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """Evidence from around a name, all of it optional.

    COUNTRIES and ADMINS count how often each is named, ADMINS by country and first-order code, and TIMES how often by
    each folded name, for a name is no evidence for itself. QUALIFIED has, folded,
    the names that the report once says where they lie ("Paris, Texas"), and HOLDING those that it says what lies in
    them ("Savannah, Georgia"); WITHIN is the former for the name in hand. AROUND are places already resolved, ACTS says
    by what grammar the name acts ("subject of 'agreed'"), ON is the report's day.
    """

    countries: Mapping[str, float] = field(default_factory=dict)
    admins: Mapping[tuple[str, str], float] = field(default_factory=dict)
    times: Mapping[str, float] = field(default_factory=dict)
    qualified: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    holding: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    within: tuple[Entry, ...] = ()
    home: Home | None = None
    around: tuple[Place, ...] = ()
    acts: str | None = None
    on: date | None = None


def survey(text: str, *, home: Home | None = None, on: date | None = None) -> Context:
    """The context that a text gives to every name in it.

    Only names count that mean one country whatever else they mean: "Georgia" and "Congolese" tell nothing.

    >>> survey("Troops from Georgia and Poland, Polish officials said.").countries
    {'PL': 2.0}
    """
    countries: defaultdict[str, float] = defaultdict(float)
    admins: defaultdict[tuple[str, str], float] = defaultdict(float)
    times: defaultdict[str, float] = defaultdict(float)
    qualified: dict[str, tuple[Entry, ...]] = {}
    holding: dict[str, tuple[Entry, ...]] = {}
    for match in find(text):
        entry = match.entries[0]
        if inner := _qualified(text, match):
            qualified.setdefault(inner, match.entries)
            outer = fold(text[match.start : match.end])
            holding[outer] = (*holding.get(outer, ()), *(sense.entry for sense in senses(inner)))
        code = entry.place.country
        if code is None or entry.kind == "town" or _shared(match):
            continue
        countries[code] += 1.0
        times[fold(text[match.start : match.end])] += 1.0
        if entry.admin:
            admins[code, entry.admin] += 1.0
    return Context(
        countries=dict(countries),
        admins=dict(admins),
        times=dict(times),
        qualified=qualified,
        holding=holding,
        home=home,
        on=on,
    )


def within(text: str, end: int) -> tuple[Entry, ...]:
    """The meanings of what the name that ends at END is said to lie in: "Paris, Texas", "Aba in southern Nigeria"."""
    link = _LINK.match(text, end)
    if link is None:
        return ()
    follows = next(iter(find(text[link.end() : link.end() + 40])), None)
    if follows is not None and follows.start == 0:
        return follows.entries
    code = _CODE.match(text, link.end())
    return postal(code[0]) if code else ()


def named(text: str) -> tuple[Entry, ...]:
    """The meanings of the places that a text names, as those in which another may lie: "Texas", "Mali or Niger"."""
    return tuple(entry for match in find(text) for entry in match.entries)


def narrowed(context: Context, text: str, start: int, end: int) -> Context:
    """CONTEXT for the name at [START, END): with what the text, here or elsewhere, says that it lies in."""
    inside = within(text, end) or _owned(text, start, end) or context.qualified.get(fold(text[start:end]), ())
    return replace(context, within=inside) if inside or context.within else context


def _owned(text: str, start: int, end: int) -> tuple[Entry, ...]:
    """The country whose service or unit bears the name of one of its parts: "the Georgia Army National Guard"."""
    if not _doubtful(meanings(text[start:end])) or text[end : end + 1] != " ":
        return ()
    follows = next(iter(find_organizations(text[end + 1 : end + 60])), None)
    if follows is None or follows.start > 0 or (own := country(follows.organization.nation)) is None:
        return ()
    return (Entry(place=own, kind="country", source=""),)


def _doubtful(entries: Iterable[Entry]) -> bool:
    """Whether a name means a country and a part of another: Georgia."""
    return {entry.kind for entry in entries} >= {"country", "province"}


def _qualified(text: str, outer: Match) -> str | None:
    """The folded name that OUTER says where it lies, where one stands before it: Paris in "Paris, Texas"."""
    if outer.entries[0].kind not in {"country", "province"} or outer.entries[0].sense != "name":
        return None
    before = _NAMED.search(text, max(0, outer.start - 50), outer.start)
    return fold(before[1]) if before else None


def _shared(match: Match) -> bool:
    """Whether a name means something in more than one country, towns aside: Georgia, Congolese."""
    return len({entry.place.country for entry in match.entries if entry.kind != "town"}) > 1


def joined(context: Context, found: Iterable[Resolution]) -> Context:
    """CONTEXT with places already resolved: they speak for their provinces, and others may lie near them."""
    countries = defaultdict(float, context.countries)
    admins = defaultdict(float, context.admins)
    around = list(context.around)
    for one in found:
        if one.place is None or one.kind not in PLACED:
            continue
        around.append(one.place)
        if code := one.place.country:
            countries[code] += 0.5
            if one.admin:
                admins[code, one.admin] += 0.5
    return replace(context, admins=dict(admins), countries=dict(countries), around=tuple(around))


def apart(one: Place, other: Place | Home) -> float:
    """Great-circle distance in km; infinite where either has no position."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return math.inf
    north, south = math.radians(one.lat), math.radians(other.lat)
    wide = math.radians(other.lon - one.lon)
    chord = math.sin((south - north) / 2) ** 2 + math.cos(north) * math.cos(south) * math.sin(wide / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, chord)))
