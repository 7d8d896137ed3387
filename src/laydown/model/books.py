"""The books: claims as a ledger holds them, and the links that say what each of them does to a movement."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from laydown.model.claim import Category, Claim

Role = Literal["opens", "same", "part-of", "covers", "states", "supersedes", "updates", "memo", "suspense"]
DecidedBy = Literal["clerk", "person"]

ROLES: Final[Mapping[Role, str]] = {
    "opens": "the claim opens a movement, which is known by it",
    "same": "the claim tells of a movement that is open already",
    "part-of": "the claim opens a movement that is a part of another",
    "covers": "the claim is a total over several movements: it asserts and moves nothing",
    "states": "the claim states a stock at a place",
    "supersedes": "the claim corrects an earlier one, which counts no more",
    "updates": "the claim tells what has become of an earlier one, which counts until then",
    "memo": "the claim enters no sum: an alert, a possibility, a refusal, a movement without a number",
    "suspense": "in doubt: visible, listed, posted nowhere until a person rules",
}
"""What a claim can do in the books, as a person would say it."""

REPLACING: Final[frozenset[Role]] = frozenset({"supersedes", "updates"})
"""The roles by which a claim takes the place of earlier ones; it may have such a link beside the one that posts it."""

ASSETS: Final[Mapping[Category, str]] = {
    "personnel": "persons",
    "unit": "persons",
    "aircraft": "aircraft",
    "ship": "ships",
    "vehicle": "vehicles",
    "air_defence": "batteries",
    "artillery": "guns",
    "materiel": "items",
}
"""What a force of each category is counted in where its claim counts nothing: a brigade is its people."""


def asset(claim: Claim) -> str:
    """What CLAIM counts, or would count: people and things are never added to each other.

    >>> from laydown.model.claim import Evidence, Force
    >>> asset(Claim(id="c1", kind="movement", status="announced", evidence=Evidence(start=0, end=1),
    ...             force=Force(nation="US", category="unit")))
    'persons'
    """
    if claim.quantity is not None:
        return claim.quantity.unit
    return ASSETS[claim.force.category] if claim.force else "items"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A claim as the ledger holds it: under an id of its own, with its words, its outlet and two of its three times.

    `id` is the report's hash, shortened, and the claim's own id. `witness` is the same for copies of one
    sentence, so that a wire story counts once. `address` is the page on the web on which it stood, so that its later
    versions are known. `said` is when the public could know and `recorded` when this ledger
    knew, both in UTC as `2022-02-02T23:59:59Z`; a report that gives a day is said by the end of it, one that gives
    none has None. `notice` is the notice of correction that the report carries.
    """

    id: str
    claim: Claim
    report: str
    outlet: str | None
    witness: str
    words: str
    said: str | None
    recorded: str
    address: str | None = None
    notice: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One way to post a claim that was weighed and not taken; higher scores are likelier."""

    role: Role
    targets: tuple[str, ...] = ()
    score: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What one claim does in the books, who decided so, and why; appended and never changed: the last one holds.

    `targets` are movements: the one that is opened or told of, the whole for a part, the movements that a total
    covers; for `supersedes` and `updates` they are claims. A link in suspense keeps the ways between which it could not
    choose.
    """

    claim: str
    role: Role
    targets: tuple[str, ...] = ()
    score: float | None = None
    reason: str = ""
    decided_by: DecidedBy = "clerk"
    recorded: str = ""
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, weakref_slot=True)
class Books:
    """The entries known by some hour, in the order in which they were said, and the link of each that then held.

    `replacing` holds the links by which claims take the place of earlier ones, by the later claim: it may both tell of
    a movement and correct, or update, an earlier telling of it.
    """

    entries: Mapping[str, Entry] = field(default_factory=dict)
    links: Mapping[str, Link] = field(default_factory=dict)
    replacing: Mapping[str, Link] = field(default_factory=dict)

    @property
    def corrected(self) -> frozenset[str]:
        """The claims that a correction takes back."""
        return frozenset(t for link in self.replacing.values() if link.role == "supersedes" for t in link.targets)

    @property
    def updated(self) -> Mapping[str, str]:
        """The claims that an update took the place of, each with the first that did; none is of what is told later."""
        links = [link for link in self.replacing.values() if link.role == "updates"]
        place = {name: number for number, name in enumerate(self.entries)} if links else {}
        found: dict[str, str] = {}
        for link in sorted(links, key=lambda one: place.get(one.claim, -1)):
            for target in link.targets:
                if place.get(target, len(place)) < place.get(link.claim, -1):
                    found.setdefault(target, link.claim)
        return found
