"""A balance: bounds on how many are where, each with the claims whose plain addition proves it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from laydown.model.claim import Place, Status

Basis = Literal["ordered", "in_place"]
Side = Literal["low", "high"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a certificate: a claim's bound, taken so many times.

    `claim` is an entry of the books, or None for an assumption of ours, which `words` then names. `side` says which of
    the claim's two bounds `bound` is. `coefficient` is a whole number, negative where the claim is taken away.
    """

    claim: str | None
    coefficient: int
    bound: int
    side: Side
    words: str
    outlet: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """Why a bound holds: the sum of coefficient times bound over `lines`, divided by `divisor`, rounded outward.

    The divisor is 1 but where fractions of claims were needed.
    """

    lines: tuple[Line, ...] = ()
    divisor: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The least and the greatest number that the books allow, each with its proof; None is unbounded, unproved."""

    low: int | None = None
    high: int | None = None
    proof_of_low: Certificate | None = None
    proof_of_high: Certificate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A stock that sources state of one place: between which bounds, as of which day, on whose word."""

    bounds: Bounds
    on: date
    claims: tuple[str, ...]
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """What the books know of one force at one place on one day.

    `stated` is the last stock that a source states up to `as_of`; `net_change` what is reported to have come less what
    is reported to have gone since (since the first report, where nobody states a stock); `level` the two together,
    which holds *if nothing went unreported*. `unexplained` is the unreported account: what the last stated stock
    differs by from the one before and the changes reported between them, None where there is no earlier one.
    `contested` says that claims behind these numbers cannot all be true, and that the bounds are the hull of all
    minimal repairs. `sources` are the outlets behind the numbers, `witnesses` how many of their tellings are no copies.
    """

    force: str
    asset: str
    place: Place
    as_of: date | None
    basis: Basis
    stated: Stated | None
    net_change: Bounds
    level: Bounds | None
    unexplained: Bounds | None
    contested: bool
    sources: tuple[str, ...]
    witnesses: int

    @property
    def known(self) -> Bounds:
        """What is known of how many are there: the level, and the change where nobody states a stock."""
        return self.level or self.net_change


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """A smallest set of claims whose removal lets the others hold, and the numbers that are left without them.

    `leaves` gives, a line a movement concerned, its bounds once `removed` is out, and `balances` those of the places
    concerned; `witnesses` is how many independent tellings speak for what is removed.
    """

    removed: tuple[str, ...]
    witnesses: int
    leaves: tuple[tuple[str, Bounds], ...] = ()
    balances: tuple[Balance, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Claims that cannot all be true, none of which can be left out of the contradiction, and the ways to settle it."""

    force: str
    asset: str
    claims: tuple[str, ...]
    repairs: tuple[Repair, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What can be said of a movement at a glance: all but the bounds of its size, which have to be worked out.

    `told` is the largest number that a claim tells of it, roughly, to sort by; it is no bound.
    """

    id: str
    force: str
    asset: str
    told: int
    origin: tuple[Place, ...]
    destination: tuple[Place, ...]
    status: Status
    first: date | None
    last: date | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """One movement as all claims together tell of it: how many, from where, to where, and what became of it.

    `quantity` is contested, and the hull of all minimal repairs, where claims of its size cannot all be true. `status`
    is how far along it is: who repeats an announcement after an arrival undoes none. `first` and `last` are the days
    from which the first and the last of its claims hold, None where no report gives a day.
    """

    id: str
    force: str
    asset: str
    quantity: Bounds
    contested: bool
    origin: tuple[Place, ...]
    destination: tuple[Place, ...]
    status: Status
    first: date | None
    last: date | None
    claims: tuple[str, ...]
