"""One claim for one movement: repeated mentions folded together, each keeping its words."""

from dataclasses import replace

from laydown.model import Place, Quantity
from laydown.reading.drafting.drafts import Draft

LISTS = ("origin", "destination", "location")


def fold(drafts: list[Draft]) -> list[Draft]:
    """DRAFTS with repeated tellings folded into the first, which takes the most specific fields of them all."""
    kept: list[Draft] = []
    for draft in _one_way(drafts):
        first = next((d for d in reversed(kept) if _same(d, draft)), None)
        if first is None:
            if _says_something(draft):
                kept.append(draft)
        else:
            _absorb(first, draft)
    return kept


def _one_way(drafts: list[Draft]) -> list[Draft]:
    """DRAFTS with the two halves of one way joined: "troops withdrawing from Syria will go to Iraq" leave and go."""
    kept: list[Draft] = []
    for draft in drafts:
        half = next((d for d in kept if _halves(d, draft)), None)
        if half is None:
            kept.append(draft)
            continue
        goes = draft if draft.destination else half
        half.status, half.action = goes.status, half.action
        half.origin, half.destination = half.origin or draft.origin, half.destination or draft.destination
        for name, spans in draft.spans.items():
            half.mark(name, *spans)
    return kept


def _halves(first: Draft, later: Draft) -> bool:
    """Whether two movements of the same words tell one its origin and the other its destination."""
    same = first.kind == later.kind == "movement" and first.head == later.head and first.start == later.start
    if not same or first.head is None or first.nation != later.nation:
        return False
    ends = [(bool(d.origin), bool(d.destination)) for d in (first, later)]
    return sorted(ends) == [(False, True), (True, False)]


def _says_something(draft: Draft) -> bool:
    """Whether a draft asserts more than that some force moves: a number, a place or a unit (or a nation's plain refusal)."""
    if draft.kind in {"statement", "command", "assistance", "readiness"}:
        return True
    placed = bool(draft.origin or draft.destination or draft.location)
    if draft.kind == "presence":
        return placed
    if draft.anaphoric and not placed:
        return False
    return (
        placed or draft.quantity is not None or bool(draft.units) or (draft.nation is not None and not draft.anaphoric)
    )


def _same(first: Draft, later: Draft) -> bool:
    if first.kind != later.kind or first.kind in {"statement", "command"}:
        return False
    if first.nation and later.nation and first.nation != later.nation:
        return False
    if first.category != later.category and not later.anaphoric:
        return False
    if (first.status in DENIED) != (later.status in DENIED):
        return False
    if first.status != later.status and not (later.anaphoric or later.quantity == first.quantity):
        return False
    if not _agree(first.quantity, later.quantity, anaphoric=later.anaphoric):
        return False
    if first.units and later.units and not _kin(first, later):
        return False
    if later.additional and not first.additional and later.quantity is not None:
        return False
    overlap = 0
    for name in LISTS:
        ours, theirs = getattr(first, name), getattr(later, name)
        if ours and theirs:
            if not _overlap(ours, theirs):
                return False
            overlap += 1
    same_number = first.quantity is not None and later.quantity is not None
    return bool(
        overlap
        or same_number
        or (later.anaphoric and _follows(first, later))
        or (first.units and set(first.units) & set(later.units))
    )


def _kin(first: Draft, later: Draft) -> bool:
    """Whether two lists of units share one, or a ship and its strike group share a name ("Nimitz")."""
    if set(first.units) & set(later.units):
        return True
    if "ship" not in {first.category, later.category}:
        return False
    ours, theirs = (
        {w for u in d.units for w in u.split() if w not in GENERIC and not w.isdigit()} for d in (first, later)
    )
    return bool(ours & theirs)


GENERIC = {
    "USS",
    "HMS",
    "FS",
    "Carrier",
    "Strike",
    "Group",
    "Squadron",
    "Destroyer",
    "Wing",
    "Air",
    "Amphibious",
    "Ready",
    "Task",
    "Force",
}

DENIED = {"ruled_out", "cancelled", "denied", "not_activated", "stood_down"}


def _follows(first: Draft, later: Draft) -> bool:
    return later.start - first.end < 900


def _agree(first: Quantity | None, later: Quantity | None, *, anaphoric: bool) -> bool:
    if first is None or later is None:
        return (first is None and later is None) or anaphoric or later is None or first is None
    if first == later:
        return True
    if "vague" in {first.hedge, later.hedge}:
        return first.hedge == later.hedge and (first.low, first.high) == (later.low, later.high)
    numbers = [(q.value if q.value is not None else q.low if q.low is not None else q.high) for q in (first, later)]
    return numbers[0] == numbers[1]


def _overlap(ours: tuple[Place, ...], theirs: tuple[Place, ...]) -> bool:
    return any(_key(a) == _key(b) for a in ours for b in theirs)


def _key(place: Place) -> str:
    return "+".join(place.members) or place.country or place.name.lower()


def _absorb(first: Draft, later: Draft) -> None:
    """Give FIRST what LATER adds: a number, units, a missing end, the finer place; never a different status."""
    if first.quantity is None:
        first.quantity = later.quantity
    first.units = tuple(dict.fromkeys((*first.units, *later.units)))
    first.additional = first.additional or later.additional
    for name in LISTS:
        ours, theirs = getattr(first, name), getattr(later, name)
        other = first.destination if name == "origin" else first.origin
        if not ours and not _overlap(other, theirs):
            setattr(first, name, theirs)
    first.nation = first.nation or later.nation
    first.authority = first.authority or later.authority
    if first.attribution is None and first.authority is None:
        first.attribution = later.attribution
    first.when = first.when or later.when
    for name, spans in later.spans.items():
        first.mark(name, *spans)


def settle_places(drafts: list[Draft], countries: frozenset[str]) -> None:
    """Give a town that no table knows the one country that the report is set in, where there is only one."""
    for draft in drafts:
        others = {p.country for name in LISTS for p in getattr(draft, name) if p.country}
        around = others or countries - {draft.nation, ""}
        if len(around) != 1:
            continue
        code = next(iter(around))
        for name in LISTS:
            settled = tuple(
                replace(p, country=code) if p.type in {"city", "base"} and p.country is None else p
                for p in getattr(draft, name)
            )
            setattr(draft, name, settled)
