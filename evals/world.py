"""How balances, and the clerk's links, do in made-up worlds with known truth: `python -m evals.world`.

With the true links it is seen whether truth lies inside bounds, which the unreported account makes certain, how wide
these are, and whether planted lies are found. With the clerk's own links it is seen how well movements are told apart.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations
from statistics import median

from evals.made import START, Shape, World, world
from laydown.balance import balances, conflicts, movements
from laydown.ledger.clerk import decide
from laydown.model import Balance, Books, Bounds, Link

SEEDS = range(5)


def pair_f1(true: Mapping[str, Link], found: Mapping[str, Link]) -> float:
    """How well FOUND links group claims into movements: F1 over pairs of claims, of those that are posted at all."""
    ours, theirs = _pairs(found, set(found)), _pairs(true, _posted(found))
    both = len(ours & theirs)
    return 2 * both / (len(ours) + len(theirs)) if ours or theirs else 1.0


def _posted(links: Mapping[str, Link]) -> set[str]:
    """The claims that links post to one movement."""
    return {id_ for id_, link in links.items() if link.role in {"opens", "same"}}


def _pairs(links: Mapping[str, Link], among: set[str]) -> set[tuple[str, str]]:
    """The pairs of claims that tell of one movement."""
    told: dict[str, list[str]] = {}
    for id_ in sorted(_posted(links) & among):
        told.setdefault(links[id_].targets[0] if links[id_].targets else f"m-{id_}", []).append(id_)
    return {pair for ids in told.values() for pair in combinations(ids, 2)}


@dataclass(frozen=True)
class Score:
    """What was measured in some worlds: shares of truths inside bounds, widths relative to the truth, conflicts."""

    net: float
    unexplained: float
    sizes: float
    width: float
    planted: int
    found: int
    blamed: int
    removed: int


def score(worlds: Iterable[World], days: Sequence[int] = (15, 30, 59)) -> Score:
    """How balances, movements and conflicts do in WORLDS."""
    worlds = list(worlds)
    net: list[bool] = []
    gaps: list[bool] = []
    sizes: list[bool] = []
    widths: list[float] = []
    for one in worlds:
        for on in (START + timedelta(days=day) for day in days):
            for balance in balances(one.books, as_of=on):
                if balance.place.type == "country":
                    net.append(_net_holds(one, balance, on))
                    gaps.extend(_gap_holds(one, balance))
                    widths.extend(_width(balance.net_change, one.ordered_net(balance.place.country or "", on)))
        amounts = {truth.id: truth.amount for truth in one.truths}
        sizes.extend(_inside(m.quantity, amounts[m.id]) for m in movements(one.books) if m.id in amounts)
    found = [_conflicts(one) for one in worlds]
    return Score(
        net=_share(net),
        unexplained=_share(gaps),
        sizes=_share(sizes),
        width=median(widths or [0.0]),
        planted=sum(len(one.planted) for one in worlds),
        found=sum(len(named & one.planted) for one, (named, _) in zip(worlds, found, strict=True)),
        removed=sum(len(out & one.planted) for one, (_, out) in zip(worlds, found, strict=True)),
        blamed=sum(len(out) for _, out in found),
    )


def _share(held: Sequence[bool]) -> float:
    """The share of what holds, all of it where nothing was asked."""
    return sum(held) / len(held) if held else 1.0


def _net_holds(one: World, balance: Balance, on: date) -> bool:
    """Whether what was truly ordered, and told, is inside the net change since the stock, as far as that is fixed."""
    code = balance.place.country or ""
    if balance.stated is None:
        return _inside(balance.net_change, one.ordered_net(code, on))
    since = balance.stated.on
    in_it = one.arrived_net(code, date.min, since)
    return _inside(balance.net_change, one.ordered_net(code, on) - in_it)


def _gap_holds(one: World, balance: Balance) -> Iterator[bool]:
    """Whether what truly went unreported between the last two stocks is inside the unexplained difference."""
    code = balance.place.country or ""
    days = sorted(
        {
            date.fromisoformat((entry.said or "")[:10])
            for entry in one.books.entries.values()
            if entry.claim.location and entry.claim.location[0].country == code
        }
    )
    if balance.unexplained is not None and balance.stated is not None:
        until = balance.stated.on
        since = max(day for day in days if day < until)
        real = one.in_place(code, until) - one.in_place(code, since)
        yield _inside(balance.unexplained, real - one.arrived_net(code, since, until))


def _inside(bounds: Bounds, truth: int) -> bool:
    """Whether a true number lies inside bounds."""
    return (bounds.low is None or bounds.low <= truth) and (bounds.high is None or truth <= bounds.high)


def _width(bounds: Bounds, truth: int) -> Iterator[float]:
    """The width of bounds in shares of the truth, where both are there."""
    if bounds.low is not None and bounds.high is not None and truth:
        yield (bounds.high - bounds.low) / abs(truth)


def _conflicts(one: World) -> tuple[set[str], set[str]]:
    """The claims that conflicts name, and those that every repair of theirs leaves out."""
    found = conflicts(one.books)
    named = {claim for conflict in found for claim in conflict.claims}
    out = {
        claim for conflict in found for claim in set.intersection(*(set(repair.removed) for repair in conflict.repairs))
    }
    return named, out


@dataclass(frozen=True)
class Identity:
    """How the clerk groups claims: F1 over pairs that are posted, shares in suspense and memo, strength over truth.

    `strength` is what all its movements together come to, at the middle of their bounds, over what they truly are.
    """

    f1: float
    suspense: float
    memo: float
    strength: float


def relinked(one: World) -> World:
    """The same world with the links that the clerk makes, in the order in which the claims were said."""
    entries = sorted(one.books.entries.values(), key=lambda entry: (entry.said or "", entry.report))
    links = decide(entries, {}, {})
    posted = {link.claim: link for link in links if link.role != "supersedes"}
    replacing = {link.claim: link for link in links if link.role == "supersedes"}
    return replace(one, books=Books(entries={e.id: e for e in entries}, links=posted, replacing=replacing))


def identity(worlds: Iterable[World]) -> Identity:
    """How the clerk does in WORLDS, on average."""
    worlds = list(worlds)
    found = [relinked(one) for one in worlds]
    told = [
        [clerk.books.links[id_].role for id_, link in one.books.links.items() if link.role != "states"]
        for one, clerk in zip(worlds, found, strict=True)
    ]
    roles = [role for one in told for role in one]
    true = sum(truth.amount for one in worlds for truth in one.truths if not truth.hidden)
    return Identity(
        f1=sum(pair_f1(a.books.links, b.books.links) for a, b in zip(worlds, found, strict=True)) / len(worlds),
        suspense=roles.count("suspense") / len(roles),
        memo=roles.count("memo") / len(roles),
        strength=sum(_strength(one.books) for one in found) / true,
    )


def _strength(books: Books) -> float:
    """How many people all movements of BOOKS move, parts within their wholes, at the middle of their bounds."""
    parts = {f"m-{id_}" for id_, link in books.links.items() if link.role == "part-of"}
    sizes = [m.quantity for m in movements(books) if m.id not in parts]
    return sum(((one.low or 0) + (one.high if one.high is not None else one.low or 0)) / 2 for one in sizes)


def main() -> None:
    """Print the figures."""
    print("with the true links: share of truths inside bounds, 5 worlds each\n")
    heads = ("hidden", "wrong", "net", "gap", "size", "width", "planted", "named", "out", "right")
    print(" ".join(f"{head:>7}" for head in heads))
    for hidden, wrong in ((0.0, 0.0), (0.1, 0.0), (0.2, 0.0), (0.1, 0.05), (0.1, 0.1)):
        found = score(world(seed, Shape(hidden=hidden, wrong=wrong)) for seed in SEEDS)
        shares = (found.net, found.unexplained, found.sizes, found.width)
        counts = (found.planted, found.found, found.blamed, found.removed)
        print(f"{hidden:7.0%} {wrong:7.0%}", *(f"{n:7.3f}" for n in shares), *(f"{n:7}" for n in counts))

    print("\nwith the clerk's links: pairs, suspense, memo, strength over truth\n")
    for wrong in (0.0, 0.1):
        clerk = identity(world(seed, Shape(wrong=wrong)) for seed in SEEDS)
        print(f"wrong {wrong:4.0%}  F1 {clerk.f1:.2f}  {clerk.suspense:.2f}  {clerk.memo:.2f}  {clerk.strength:.2f}")


if __name__ == "__main__":
    main()
