"""Sites that no table has: streets, bridges, hospitals and camps lie where the report is set."""

import math
from collections.abc import Sequence
from typing import Final

from laydown.lexicon.gazetteer import Entry
from laydown.model import Place, Resolution
from laydown.places.context import PLACED, Context, apart
from laydown.places.senses import is_site

HERE_KM: Final = 50
"""How far from the middle of the report's places such a site may lie."""
SETTING: Final = 20
"""Places of a report from which that middle is taken."""
ABROAD_KM: Final = 300
"""Beyond this from every other place of the report, a site has only borrowed its name."""


def beside(name: str, context: Context) -> Resolution:
    """A name that no table has: a site lies where the report is set, anything else is unresolved."""
    if not is_site(name) or not context.around:
        return Resolution(name=name, reason="no table has this name")
    middle = _middle(context.around[:SETTING])
    place = Place(
        name=name, type="city", country=middle.country, lat=middle.lat, lon=middle.lon,
        radius_km=max(HERE_KM, middle.radius_km or 0),
    )  # fmt: skip
    return Resolution(
        name=name,
        place=place,
        kind="feature",
        source="the report",
        reason=f"no table has this site; put near {middle.name}, in the midst of the report's other places",
    )


def borrowed(entry: Entry, context: Context) -> bool:
    """Whether a site's namesake lies far from all else in the report, so that only the name is borrowed from there."""
    if entry.kind not in PLACED or not context.around:
        return False
    return min(apart(entry.place, other) for other in context.around) > ABROAD_KM


def _middle(places: Sequence[Place]) -> Place:
    """The place with the most of the others near it."""
    return max(places, key=lambda one: sum(math.exp(-apart(one, other) / HERE_KM) for other in places))
