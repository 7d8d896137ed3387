"""A claim: the smallest sourced assertion about a force, with the words behind each of its fields."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

Kind = Literal["movement", "presence", "readiness", "assistance", "command", "statement"]
Status = Literal[
    "requested", "considered", "announced", "underway", "completed", "cancelled", "ruled_out",
    "present", "former", "denied",
    "on_alert", "activated", "not_activated", "stood_down",
    "stated",
]  # fmt: skip
Category = Literal["personnel", "aircraft", "ship", "vehicle", "air_defence", "artillery", "unit", "materiel"]
Hedge = Literal["exact", "about", "at_least", "at_most", "between", "vague"]
PlaceType = Literal["base", "city", "admin", "country", "region", "sea", "border"]
Action = Literal["deploy", "reposition", "reinforce", "withdraw", "rotate", "extend", "return"]
Duration = Literal["permanent", "temporary", "rotational"]
Act = Literal[
    "commits", "rules_out", "conditions", "changes_position", "declines_to_say", "signals",
    "justifies", "warns", "demands", "denies", "other",
]  # fmt: skip

Number = int | float
Offsets = tuple[int, int]

STATUSES: Final[Mapping[Kind, tuple[Status, ...]]] = {
    "movement": ("requested", "considered", "announced", "underway", "completed", "cancelled", "ruled_out"),
    "presence": ("present", "former", "denied"),
    "readiness": ("on_alert", "activated", "not_activated", "stood_down"),
    "assistance": ("requested", "considered", "announced", "underway", "completed", "ruled_out"),
    "command": ("stated",),
    "statement": ("stated",),
}
"""The statuses that a claim of each kind may have, in the order in which a movement usually lives through them."""

COMMON_FIELDS: Final = ("id", "kind", "status", "when", "attribution", "evidence", "spans", "confidence")
"""The fields that a claim of every kind has."""

FIELDS: Final[Mapping[Kind, tuple[str, ...]]] = {
    "movement": (
        "force", "quantity", "additional", "origin", "destination", "action", "part_of", "total_of", "authority",
        "duration",
    ),
    "presence": ("force", "quantity", "additional", "location", "part_of", "total_of"),
    "readiness": ("force", "quantity", "location", "authority"),
    "assistance": ("quantity", "additional", "donor", "recipient", "part_of", "total_of", "authority"),
    "command": ("force", "quantity", "under", "not_under"),
    "statement": ("act", "topic", "quote"),
}  # fmt: skip
"""The further fields that a claim of each kind has, in the order in which they are printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Force:
    """Who moves or stands: a nation (ISO 3166-1 alpha-2, a bloc or a non-state name), what sort, which units."""

    nation: str | None = None
    category: Category = "personnel"
    units: tuple[str, ...] = ()
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with its bounds and the words it came from; a None bound is unbounded, a None value unknown.

    Raises ValueError unless low <= value <= high wherever each is known.
    """

    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    hedge: Hedge = "exact"
    unit: str = "persons"
    text: str = ""

    def __post_init__(self) -> None:
        """Refuse bounds that contradict each other: a range that cannot hold must never reach the books."""
        known = [number for number in (self.low, self.value, self.high) if number is not None]
        if known != sorted(known):
            msg = f"bounds out of order: low {self.low}, value {self.value}, high {self.high} in {self.text!r}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A named place; `members` are the country codes that a region stands for, lat and lon WGS 84 degrees.

    `radius_km` says how far the name reaches from there: a few km for a base, hundreds for a country or a sea.
    """

    name: str
    type: PlaceType
    country: str | None = None
    members: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None
    radius_km: int | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days a claim is about, both ends included; an end that the words leave open is None."""

    start: date | None = None
    end: date | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says so: a named or unnamed speaker, the organisation spoken for, and the outlet it came through."""

    speaker: str | None = None
    role: str | None = None
    organization: str | None = None
    country: str | None = None
    anonymous: bool = False
    said: date | None = None
    via: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The sentence or clause that carries a claim, as code points into the report's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """The smallest sourced assertion about a force. `FIELDS` says which fields a claim of each kind has.

    `spans` maps a field's name to the exact words behind it, each a (start, end) of code points.
    """

    id: str
    kind: Kind
    status: Status
    evidence: Evidence
    spans: Mapping[str, tuple[Offsets, ...]] = field(default_factory=dict)
    confidence: float = 0.5
    when: Period | None = None
    attribution: Attribution | None = None
    force: Force | None = None
    quantity: Quantity | None = None
    additional: bool = False
    origin: tuple[Place, ...] = ()
    destination: tuple[Place, ...] = ()
    location: tuple[Place, ...] = ()
    action: Action | None = None
    part_of: tuple[str, ...] = ()
    total_of: tuple[str, ...] = ()
    authority: str | None = None
    duration: Duration | None = None
    donor: str | None = None
    recipient: str | None = None
    under: str | None = None
    not_under: str | None = None
    act: Act | None = None
    topic: str | None = None
    quote: str | None = None

    @property
    def places(self) -> tuple[Place, ...]:
        """All places that it names of its force: where from, where to, where they are."""
        return (*self.origin, *self.destination, *self.location)
