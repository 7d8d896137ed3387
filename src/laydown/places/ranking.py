"""Which meaning of a name is likeliest: how prominent it is, turned by what the report says around it.

Scores are powers of ten of people: a town of a million stands two above one of ten thousand, and a country above both.
The weights were set by hand and then by search on half of three public corpora (see `evals/geography.py`, which scores
the other half too).
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from laydown.lexicon.gazetteer import Entry, is_common
from laydown.lexicon.scan import fold
from laydown.places.context import Context, apart
from laydown.places.senses import Sense, senses

Evidence = Literal[
    "kind", "people", "seat", "country", "admin", "home country", "home admin", "home near", "near", "within",
    "holds", "common", "rank", "division", "spelling",
]  # fmt: skip

PRIOR: Final = {
    "country": 9.0, "group": 9.0, "base": 7.0, "region": 7.5, "sea": 7.5, "government": 7.0,
    "province": 5.0, "district": -1.0, "town": 0.0, "feature": 3.5,
}  # fmt: skip
"""How well known a kind of place is to whoever writes its bare name."""
LISTED: Final = 3.0
"""What a division of the long table lacks in prominence against one of the reviewed tables."""
FEWEST: Final = 300
"""People reckoned where GeoNames states fewer, or none."""
RANK: Final = {"PPLA": 0.5, "PPLA2": 0.2, "PPLX": -0.7}
"""What the seat of a province, that of a district, and a part of another town gain or lose against their people."""
FAMOUS: Final = 300_000
"""From this size on a town is meant by its name, though the name is a word or a surname too."""
NEAR_KM: Final = 150.0
BESIDE_KM: Final = 30.0


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each sort of evidence counts."""

    seat: float = 1.0
    country: float = 1.8
    admin: float = 1.2
    within: float = 10.0
    home_country: float = 0.7
    home_admin: float = 1.5
    home_near: float = 1.5
    near: float = 2.0
    spelling: float = -1.0
    common: float = -2.0
    division: float = 3.0
    province: float = 0.4


WEIGHTS: Final = Weights()


@dataclass(frozen=True, slots=True)
class Point:
    """One reason for a meaning, or against it where VALUE is negative."""

    evidence: Evidence
    value: float


def ranked(name: str, context: Context) -> tuple[Entry, ...]:
    """The places that NAME may mean, the likeliest in CONTEXT first; none if no table has it."""
    return tuple(sense.entry for _, sense in ranked_senses(name, context))


def ranked_senses(name: str, context: Context) -> list[tuple[float, Sense]]:
    """The meanings of NAME with their scores, the highest first; ties in the order of the tables: KR before KP."""
    scored = [(score(sense, context), sense) for sense in senses(name)]
    return sorted(scored, key=lambda pair: -pair[0])


def score(sense: Sense, context: Context, weights: Weights = WEIGHTS) -> float:
    """The score of one meaning; only differences matter."""
    return sum(point.value for point in points(sense, context, weights))


def points(sense: Sense, context: Context, weights: Weights = WEIGHTS) -> Iterator[Point]:
    """The reasons for one meaning of a name, those it has in itself and those that the context gives."""
    inside = any(lies_in(sense.entry, outer) for outer in context.within)
    if inside:
        yield Point("within", weights.within)
    elif _obscure(sense.entry) and is_common(sense.form):
        yield Point("common", weights.common)
    yield from _known(sense, weights)
    yield from _told(sense, context, weights)
    yield from _at_home(sense.entry, context, weights)
    held = context.holding.get(fold(sense.form), ())
    if sense.entry.kind in {"country", "province"} and any(lies_in(inner, sense.entry) for inner in held):
        yield Point("holds", weights.within)


def _obscure(entry: Entry) -> bool:
    """Whether a place is too little known to be meant by a name that is a word or a surname as well."""
    return entry.kind in {"town", "district"} and not entry.seat and entry.population < FAMOUS


def _known(sense: Sense, weights: Weights) -> Iterator[Point]:
    """How prominent the place is, and how well the words fit it."""
    entry = sense.entry
    listed = entry.kind == "province" and (entry.place.id or "").startswith("admin:")
    yield Point("kind", PRIOR[entry.kind] - (LISTED if listed else 0.0))
    people = math.log10(max(entry.population, FEWEST))
    if entry.kind in {"town", "district"}:
        yield Point("people", people)
    elif entry.kind == "province":
        yield Point("people", weights.province * people)
    if entry.seat:
        yield Point("seat", weights.seat)
    if entry.feature in RANK:
        yield Point("rank", RANK[entry.feature])
    if sense.way == "division" and entry.kind in {"province", "district"}:
        yield Point("division", weights.division)
    if entry.kind in {"town", "district"} and fold(sense.form).lower() != fold(entry.place.name).lower():
        yield Point("spelling", weights.spelling)


def _told(sense: Sense, context: Context, weights: Weights) -> Iterator[Point]:
    """What the rest of the report says for it; the name's own mentions say nothing."""
    entry = sense.entry
    code = entry.place.country
    if code is None:
        return
    itself = context.times.get(fold(sense.form), 0.0)
    if (named := context.countries.get(code, 0.0) - itself) > 0:
        yield Point("country", weights.country * min(2.0, math.log2(1 + named)))
    if entry.admin and (named := context.admins.get((code, entry.admin), 0.0) - itself) > 0:
        yield Point("admin", weights.admin * min(2.0, math.log2(1 + named)))
    if context.around:
        nearest = min(apart(entry.place, other) for other in context.around)
        yield Point("near", weights.near * math.exp(-nearest / NEAR_KM))


def _at_home(entry: Entry, context: Context, weights: Weights) -> Iterator[Point]:
    """What the home of the report says for it."""
    home = context.home
    if home is None or entry.place.country != home.country:
        return
    yield Point("home country", weights.home_country)
    if home.admin and entry.admin == home.admin:
        yield Point("home admin", weights.home_admin)
    yield Point("home near", weights.home_near * math.exp(-apart(entry.place, home) / NEAR_KM))


def lies_in(entry: Entry, outer: Entry) -> bool:
    """Whether a place lies in another: by country, by province, else by distance."""
    if outer.place.country is not None and outer.place.country != entry.place.country:
        return False
    if outer.kind == "country":
        return entry.kind != "country"
    if outer.kind == "province" and outer.admin and entry.admin:
        return entry.admin == outer.admin
    if entry.place.country in outer.place.members:
        return True
    return apart(entry.place, outer.place) <= (outer.place.radius_km or 0) + BESIDE_KM
