"""The reasons of an answer, in words that a person can check."""

from datetime import date
from typing import Final

from laydown.lexicon.gazetteer import Entry, country
from laydown.lexicon.groups import Group
from laydown.lexicon.renamings import namings
from laydown.places.context import Context, apart
from laydown.places.ranking import points
from laydown.places.senses import Sense

CLEAR: Final = 2.0
NARROW: Final = 0.5
"""By how much a meaning leads when it leads clearly, and when it leads at all."""
NEIGHBOUR_KM: Final = 150
"""Within this, a place named in the report is worth naming as a reason."""
EDGES: Final = {"fuzzy": ", without an agreed edge", "vast": ", too wide for a point"}
"""What is said of a region whose edge is not exact."""
KINDS: Final = {"province": "part of a country", "feature": "landmark"}
"""Kinds that go by plainer words in a reason."""


def title(entry: Entry, known: Group | None, on: date | None) -> str:
    """What the place is: "the country", "a town of 6,800 people in Germany", "a group of 30 states on 2022-02-02"."""
    owner = country(entry.place.country or "")
    where = f", {owner.name}" if owner else ""
    if known is not None:
        many = len(known.members(on))
        day = f"on {on}" if on else "now"
        what = "a mission with" if known.kind == "mission" else "a group of"
        noun = ("host" if known.kind == "mission" else "state") + ("" if many == 1 else "s")
        return f"{what} {many} {noun} {day}"
    if entry.kind == "country":
        return {"adjective": "the adjective of the country", "people": "the people of the country"}.get(
            entry.sense, "the country" if entry.place.type == "country" else "the territory"
        )
    if entry.seat:
        return f"the capital{where}"
    if entry.kind == "government":
        return f"the seat of an authority{where}" if entry.place.type == "city" else f"a body of state{where}"
    if entry.kind == "town" and entry.population:
        return f"a town of {_people(entry.population)} people{where}"
    edge = EDGES.get(entry.feature, "")
    return f"a {KINDS.get(entry.kind, entry.kind)}{where}{edge}"


def _people(number: int) -> str:
    """A head-count to two figures: 6,800."""
    size = max(1, 10 ** (len(str(number)) - 2))
    return f"{round(number / size) * size:,}"


def ways(name: str, sense: Sense) -> list[str]:
    """How the name led to the place, where it is not simply its name."""
    if sense.way == "inside":
        return [f"“{name}” is named for it"]
    if sense.way == "division":
        return [f"“{name}” names a division"]
    if sense.way == "trimmed":
        return [f"read as “{sense.form}”"]
    return []


def told(sense: Sense, context: Context) -> list[str]:
    """What the report says for it, in words."""
    entry = sense.entry
    said = {point.evidence for point in points(sense, context) if point.value > 0}
    words = []
    owner = country(entry.place.country or "")
    if "within" in said and context.within:
        words.append(f"the report puts it in {context.within[0].place.name}")
    if "holds" in said:
        words.append("the report names places in it")
    if "country" in said and owner and entry.kind != "country":
        parts = " and this part of it" if "admin" in said else ""
        words.append(f"the report names {owner.name}{parts}")
    if "near" in said:
        nearest = min(context.around, key=lambda place: apart(entry.place, place))
        if (far := apart(entry.place, nearest)) <= NEIGHBOUR_KM:
            words.append(f"{far:.0f} km from {nearest.name}, also in the report")
    if context.home is not None and "home country" in said:
        words.append(f"the report comes from {context.home.name}")
    return words


def joiners(known: Group | None, on: date | None) -> list[str]:
    """Which states joined a group after the day, each with its own."""
    late = sorted((m.start, m.country) for m in known.memberships if m.start and m.start > on) if known and on else []
    return [f"after that joined {', '.join(f'{code} on {day}' for day, code in late)}"] if late else []


def renamed(entry: Entry, on: date | None) -> list[str]:
    """The other names that the place has borne, with their days; the one of the report's day where that is known."""
    spells = namings(entry.place.name, entry.place.country)
    words = []
    for spell in spells:
        since, until = spell.start, spell.end
        span = f"from {since} to {until}" if since and until else f"until {until}" if until else f"from {since}"
        words.append(f"{spell.name} {span}")
    then = [s.name for s in spells if on and (s.start is None or s.start <= on) and (s.end is None or on <= s.end)]
    current = f"called {then[0]} on {on}" if then and on else "has borne several names"
    return [f"{current} ({', '.join(words)})"] if words else []


def margin(ahead: float) -> str:
    """How far ahead of the next meaning, in words."""
    return "well before" if ahead >= CLEAR else "before" if ahead >= NARROW else "narrowly before"


def short(entry: Entry) -> str:
    """A rival in a few words: "Paris, Texas"."""
    owner = country(entry.place.country or "")
    where = f", {entry.admin}" if entry.place.country == "US" and entry.admin else ""
    return f"{entry.place.name}{where}{', ' + owner.name if owner and owner.name != entry.place.name else ''}"
