"""Where a report comes from: the town of its dateline, else the home of an outlet that writes for its own parts."""

import re
from dataclasses import replace
from typing import Final

from laydown.lexicon.gazetteer import country
from laydown.lexicon.outlets import domain_country, outlet
from laydown.places.context import Context, Home, apart, within
from laydown.places.ranking import ranked
from laydown.places.senses import senses

SAME_KM: Final = 25
"""Within this of an outlet's town, a place of its name is that town."""
_DATELINE: Final = re.compile(
    r"\s*([A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3})(?:, [A-Z][\w.]*(?: [A-Z][\w.]*){0,2})?"
    r"(?:, [A-Z][a-z]{2,8}\.? \d{1,2})? ?(?:\([A-Z][\w. /-]{1,30}\) ?)?[—–-]{1,2}\s"
)
"""The town in capitals with which a wire report opens: "BEIRUT (AP) -", "FORT BRAGG, N.C. -"."""


def home_of(publisher: str | None, source: str | None, text: str = "") -> Home | None:
    """The home of a report by its dateline, its outlet's name or its address; None where none of them tells.

    An outlet that writes for the whole world is at home nowhere, one that writes for a nation only in its country.

    >>> home_of("Fayetteville Observer", None).admin
    'NC'
    """
    known = outlet(publisher or "") or outlet(source or "")
    if known is not None and known.reach == "local":
        return _town(Home(known.home, known.country, None, known.lat, known.lon))
    if opened := _opened(text):
        return opened
    if known is not None:
        return Home(known.name, known.country) if known.reach == "national" else None
    place = country(domain_country(source or "") or "")
    return Home(f"an address in {place.name}", place.country) if place and place.country else None


def _opened(text: str) -> Home | None:
    """The town of a dateline."""
    line = _DATELINE.match(text)
    if line is None:
        return None
    name = line[1]
    entries = ranked(name, Context(within=within(text, line.end(1))))
    if not entries or entries[0].place.country is None or entries[0].kind not in {"town", "base"}:
        return None
    best = entries[0]
    return Home(best.place.name, best.place.country or "", best.admin, best.place.lat, best.place.lon)


def _town(home: Home) -> Home:
    """A home with the division that GeoNames files its town under, whatever the table of outlets calls it."""
    near = [s.entry for s in senses(home.name) if s.entry.admin and apart(s.entry.place, home) < SAME_KM]
    return replace(home, admin=near[0].admin) if near else home
