"""Made-up worlds with known truth: movements, and what outlets tell of them.

Movements go from place to place, some told of and some hidden; outlets tell of them with hedges, without origins, as
regions, as parts, as totals, as stocks; some tellings are planted wrong. Everything follows from a seed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from random import Random
from typing import Final

from laydown.lexicon.amounts import interval
from laydown.lexicon.gazetteer import country
from laydown.lexicon.groups import group
from laydown.model import Books, Claim, Entry, Evidence, Force, Link, Place, Quantity, Role, Status

START: Final = date(2022, 1, 1)
ORIGINS: Final = ("US", "GB", "FR", "CA", "ES", "NL", "IT", "DE")
DESTINATIONS: Final = ("PL", "RO", "EE", "LV", "LT", "HU", "SK", "BG", "GR", "NO", "TR", "FI")
OUTLETS: Final = ("AP", "Reuters", "NPR", "AFP", "BBC", "dpa")
BALTICS: Final = ("EE", "LV", "LT")


@dataclass(frozen=True, kw_only=True)
class Shape:
    """How large a world is, and how much of it is hidden, planted wrong, or told without an origin."""

    movements: int = 40
    tellings: float = 3.4
    hidden: float = 0.1
    wrong: float = 0.0
    originless: float = 0.4
    totals: float = 0.15
    stocks: float = 0.1
    days: int = 60


@dataclass(frozen=True, kw_only=True)
class Truth:
    """A movement as it was; `told_from` and `hidden` say what of it the outlets tell."""

    id: str
    ordered: date
    arrived: date
    origin: str
    destination: str
    amount: int
    hidden: bool


@dataclass(frozen=True)
class World:
    """The truth, the books with the links that are true, and which claims are planted wrong."""

    truths: tuple[Truth, ...]
    books: Books
    planted: frozenset[str]
    began: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def origins_told(self) -> frozenset[str]:
        """The movements of which some report tells the origin."""
        pairs = ((self.books.entries[id_], link) for id_, link in self.books.links.items())
        return frozenset(t for entry, link in pairs if entry.claim.origin for t in _movements(entry.id, link))

    def ordered_net(self, code: str, on: date) -> int:
        """What is truly ordered to a country less what is ordered away from it, of all that is told."""
        return sum(self._sign(one, code) * one.amount for one in self.truths if not one.hidden and one.ordered <= on)

    def arrived_net(self, code: str, since: date, until: date) -> int:
        """What truly arrived less what left between two days, of all that is told."""
        return sum(
            self._sign(one, code) * one.amount for one in self.truths if not one.hidden and since < one.arrived <= until
        )

    def in_place(self, code: str, on: date) -> int:
        """How many truly are in a country."""
        moved = sum(
            ((one.destination == code) - (one.origin == code)) * one.amount for one in self.truths if one.arrived <= on
        )
        return self.began[code] + moved

    def _sign(self, one: Truth, code: str) -> int:
        """What a told movement does to a country: an origin that nobody tells is left by nobody."""
        return (one.destination == code) - (one.origin == code and one.id in self.origins_told)


def world(seed: int, shape: Shape | None = None) -> World:
    """The world of a seed."""
    shape = shape or Shape()
    chance = Random(seed)  # noqa: S311 - a made-up world wants to be the same again, not to be unguessable
    truths = tuple(_truth(f"t{n}", chance, shape) for n in range(shape.movements))
    began = {
        code: chance.randrange(20, 80) * (100 if code in DESTINATIONS else 10_000) for code in (*ORIGINS, *DESTINATIONS)
    }
    writer = _Writer(chance, shape, began)
    for truth in sorted(truths, key=lambda one: one.ordered):
        if not truth.hidden:
            writer.tell(truth)
    writer.total(truths)
    bare = World(truths, Books(), frozenset(), began)
    writer.state(bare)
    told = sorted(writer.written, key=lambda pair: (pair[0].said or "", pair[0].id))
    books = Books(entries={e.id: e for e, _ in told}, links={e.id: link for e, link in told})
    return World(truths, books, frozenset(writer.planted), began)


def _truth(id_: str, chance: Random, shape: Shape) -> Truth:
    """One movement."""
    ordered = START + timedelta(days=chance.randrange(shape.days))
    return Truth(
        id=f"m-{id_}",
        ordered=ordered,
        arrived=ordered + timedelta(days=chance.randrange(2, 15)),
        origin=chance.choice(ORIGINS),
        destination=chance.choice(DESTINATIONS),
        amount=chance.choice((50, 100, 100, 100)) * chance.randrange(2, 50),
        hidden=chance.random() < shape.hidden,
    )


@dataclass
class _Writer:
    """The outlets: what they write, claim by claim, each with its true link."""

    chance: Random
    shape: Shape
    began: Mapping[str, int]
    written: list[tuple[Entry, Link]] = field(default_factory=list)
    planted: set[str] = field(default_factory=set)

    def tell(self, truth: Truth) -> None:
        """All tellings of one movement: the first opens it, one may be of a part, one may be planted wrong."""
        self._write(truth.id.removeprefix("m-"), truth.ordered, "opens", (truth.id,), self._claim(truth, truth.ordered))
        for n in range(min(40, int(self.chance.expovariate(1 / max(self.shape.tellings - 1, 0.01)) + 0.5))):
            day = truth.ordered + timedelta(days=self.chance.randrange(20))
            id_ = f"{truth.id[2:]}x{n}"
            self._write(id_, day, "same", (truth.id,), self._claim(truth, day))
            if self.chance.random() < self.shape.wrong:
                factor = self.chance.choice((2, 3))
                wrong = self._claim(
                    truth, day, Quantity(value=(n := truth.amount * factor), low=n, high=n, text=f"{n:,}")
                )
                self.planted.add(f"{id_}w")
                self._write(f"{id_}w", day, "same", (truth.id,), wrong)
        if self.chance.random() < 0.15:
            share = truth.amount * self.chance.randrange(1, 10) // 10
            part = _claim(self._hedged(share), destination=(_place(truth.destination),))
            self._write(f"{truth.id[2:]}p", truth.ordered, "part-of", (truth.id,), part)

    def total(self, truths: Sequence[Truth]) -> None:
        """Totals over the last few movements into a country."""
        by_end: dict[str, list[Truth]] = {}
        for truth in sorted((one for one in truths if not one.hidden), key=lambda one: one.ordered):
            so_far = by_end.setdefault(truth.destination, [])
            so_far.append(truth)
            if len(so_far) > 1 and self.chance.random() < self.shape.totals * self.shape.tellings:
                last = so_far[-self.chance.randrange(2, 5) :]
                amount = self._hedged(sum(one.amount for one in last))
                claim = _claim(amount, destination=(_place(truth.destination),))
                self._write(f"{truth.id[2:]}sum", truth.ordered, "covers", tuple(one.id for one in last), claim)

    def state(self, bare: World) -> None:
        """Stocks of countries, each true on its day."""
        for code in sorted(self.began):
            for n in range(int(self.shape.stocks * self.shape.movements / 4) + 2):
                day = START + timedelta(days=self.chance.randrange(self.shape.days))
                claim = _claim(self._hedged(bare.in_place(code, day)), location=(_place(code),), status="present")
                self._write(f"{code}s{n}", day, "states", (), claim)

    def _claim(self, truth: Truth, day: date, amount: Quantity | None = None, status: Status | None = None) -> Claim:
        """One telling of a movement on a day."""
        arrived = day >= truth.arrived
        told = status or ("completed" if arrived and self.chance.random() < 0.6 else "announced")
        silent = self.chance.random() < self.shape.originless
        region = truth.destination in BALTICS and self.chance.random() < 0.3
        known = group("Baltic states")
        end = known.place if region and known else _place(truth.destination)
        return _claim(
            amount or self._hedged(truth.amount),
            origin=() if silent else (_place(truth.origin),),
            destination=(end,),
            status=told,
        )

    def _hedged(self, amount: int) -> Quantity | None:
        """AMOUNT as a reporter may put it, always so that it is true."""
        rounded = round(amount, -3 if amount > 5000 else -2)
        options = (
            Quantity(value=amount, low=amount, high=amount, text=f"{amount:,}"),
            Quantity(value=rounded, hedge="about", text=f"about {rounded:,}"),
            Quantity(low=amount * 9 // 10, hedge="at_least", text=f"more than {amount * 9 // 10:,}"),
            Quantity(high=amount + amount // 20, hedge="at_most", text=f"nearly {amount + amount // 20:,}"),
            Quantity(
                low=2000 if amount >= 2000 else 200, hedge="vague", text="thousands" if amount >= 2000 else "hundreds"
            ),
        )
        chosen = self.chance.choices(options, weights=(5, 3, 1, 1, 1))[0]
        bounds = interval(chosen)
        return chosen if bounds.low <= amount <= (bounds.high or amount) else options[0]

    def _write(self, id_: str, day: date, role: Role, targets: tuple[str, ...], claim: Claim) -> None:
        """Enter one claim, in a report of its own."""
        outlet = self.chance.choice(OUTLETS)
        entry = Entry(
            id=id_,
            claim=claim,
            report=f"r-{id_}",
            outlet=outlet,
            witness=id_,
            words=f"{outlet}: {claim.quantity.text if claim.quantity else 'troops'}",
            said=f"{day.isoformat()}T23:59:59Z",
            recorded="2026-01-01T00:00:00Z",
        )
        self.written.append((entry, Link(claim=id_, role=role, targets=targets)))


def _claim(
    quantity: Quantity | None,
    *,
    origin: tuple[Place, ...] = (),
    destination: tuple[Place, ...] = (),
    location: tuple[Place, ...] = (),
    status: Status = "announced",
) -> Claim:
    """A claim of people."""
    return Claim(
        id="c",
        kind="presence" if location else "movement",
        status=status,
        evidence=Evidence(start=0, end=1),
        force=Force(nation="US"),
        quantity=quantity,
        origin=origin,
        destination=destination,
        location=location,
    )


def _place(code: str) -> Place:
    """The country of a code."""
    found = country(code)
    if found is None:
        msg = f"no country has the code {code}"
        raise LookupError(msg)
    return found


def _movements(id_: str, link: Link) -> tuple[str, ...]:
    """The movements whose identity a link tells: the part that it opens, else what it opens or tells of."""
    return (
        (f"m-{id_}", *link.targets)
        if link.role == "part-of"
        else link.targets
        if link.role in {"opens", "same"}
        else ()
    )
