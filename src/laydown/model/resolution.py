"""A resolution: where a name is, what it beat, and the reason in words."""

from dataclasses import dataclass
from typing import Literal

from laydown.model.claim import Place

PlaceKind = Literal[
    "country", "group", "base", "region", "sea", "province", "district", "town", "feature", "government"
]
"""What a place is, finer than the type that a claim gives it: a capital that decides is a government."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that a name may mean, with its score: a power of ten of people, of which only differences matter."""

    place: Place
    kind: PlaceKind
    source: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """Where a name is. PLACE is None where the tables have no answer, for that is an answer too.

    ADMIN is the code of the first-order division that the place lies in, SOURCE the row that it comes from.
    CANDIDATES are those it beat, the strongest first, at most ten of them; OTHERS counts the rest.
    """

    name: str
    place: Place | None = None
    kind: PlaceKind | None = None
    admin: str | None = None
    source: str | None = None
    candidates: tuple[Candidate, ...] = ()
    others: int = 0
    reason: str = ""
