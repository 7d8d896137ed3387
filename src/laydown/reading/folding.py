"""One claim for one movement: repeated mentions folded together, each keeping its words."""

from dataclasses import replace
from typing import Final

from laydown.lexicon.gazetteer import country
from laydown.model import Place, Quantity
from laydown.reading.drafting.drafts import Draft
from laydown.reading.drafting.timing import far_apart
from laydown.reading.text.trace import is_asked

LISTS: Final = ("origin", "destination", "location")
DENIED: Final = frozenset({"ruled_out", "cancelled", "denied", "not_activated", "stood_down"})
GENERIC: Final = frozenset(
    {"USS", "HMS", "FS", "Carrier", "Strike", "Group", "Squadron", "Destroyer", "Wing", "Air", "Amphibious", "Ready",
     "Task", "Force"}
)  # fmt: skip
"""Words in the names of ships and formations that are no names."""
SINGLE: Final = frozenset({"status", "action", "when", "duration", "authority", "attribution"})
"""The fields of one value: another value's words do not support it."""
NEAR: Final = 900
"""Characters within which "the troops" points back to a force."""


def fold(drafts: list[Draft]) -> list[Draft]:
    """DRAFTS with repeated tellings folded into the first, which takes the most specific fields of them all."""
    kept: list[Draft] = []
    ways = _one_way(drafts)
    for draft in ways:
        first = next((d for d in reversed(kept) if _same(d, draft)), None)
        if first is None:
            if _says_something(draft, kept):
                kept.append(draft)
        else:
            _absorb(first, draft, _elsewhere(ways, first, draft))
    return kept


def _elsewhere(drafts: list[Draft], first: Draft, later: Draft) -> dict[str, set[str]]:
    """By end, where a nation's other numbered forces move, if one of FIRST and LATER tells no number.

    A headline may cover several movements ("troops to Germany, Poland and Romania"); each is where its own telling
    has it.
    """
    numbers = [d.quantity for d in (first, later) if d.quantity is not None]
    if first.kind != "movement" or len(numbers) != 1:
        return {}
    nations = {None, first.nation or later.nation}
    told = (d for d in drafts if d.kind == "movement" and d.quantity and d.nation in nations)
    others = [d for d in told if not _agree(d.quantity, numbers[0])]
    return {name: {_key(place) for d in others for place in getattr(d, name)} for name in LISTS}


def _narrow(first: Draft, later: Draft) -> None:
    """Leave to FIRST, which has no number, of its many places those that LATER, which has one, tells of its force."""
    for name in LISTS:
        ours, theirs = getattr(first, name), getattr(later, name)
        kept = tuple(place for place in ours if _overlap((place,), theirs))
        if theirs and kept and len(kept) < len(ours):
            setattr(first, name, theirs if len(theirs) >= len(kept) else kept)
            first.spans[name] = list(later.spans.get(name, ()))


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
        half.note("status", f"the half that goes somewhere decides: {goes.status}", by=_one_way)
        half.origin, half.destination = half.origin or draft.origin, half.destination or draft.destination
        if is_asked():
            half.retold.append(((draft.start, draft.end), "the other half of the same way: one tells where from"))
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


def _says_something(draft: Draft, kept: list[Draft]) -> bool:
    """Whether a draft asserts more than that some force moves: a number, a place, a unit, a nation.

    "Chile will withdraw its troops" does where no force of Chile's was told before. Aid needs both its parties
    (annotation rule 10): the sums of firms, buyers and donors have one, or the same twice.
    """
    if draft.kind == "assistance":
        return bool(draft.donor and draft.recipient) and draft.donor != draft.recipient
    if draft.kind in {"statement", "command", "readiness"}:
        return True
    placed = bool(draft.origin or draft.destination or draft.location)
    if draft.kind == "presence":
        return placed
    if draft.anaphoric:
        named = len(draft.spans.get("force", ())) > 1  # the force and whose it is
        return placed or (named and all(d.nation != draft.nation for d in kept))
    return placed or draft.quantity is not None or bool(draft.units) or draft.nation is not None


def _same(first: Draft, later: Draft) -> bool:
    """Whether LATER tells FIRST again: nothing in them differs, and something that they share says so."""
    if later.done and (first.action != later.action or first.kind != "movement"):
        return False
    return not _differ(first, later) and _share(first, later)


def _differ(first: Draft, later: Draft) -> bool:
    """Whether two drafts cannot be one: another kind, nation, sort, outcome, number, unit or place."""
    if first.kind != later.kind or first.kind in {"statement", "command"}:
        return True
    if any(_contradict(first, later, name) for name in ("nation", "donor", "recipient")):
        return True
    if first.category != later.category and not later.anaphoric:
        return True
    if first.kind == "movement" and not later.anaphoric and far_apart(first.when, later.when):
        return True
    return _differ_in_status(first, later) or _differ_in_force(first, later) or _differ_in_place(first, later)


def _contradict(first: Draft, later: Draft, name: str) -> bool:
    """Whether both drafts fill the field NAME, each otherwise."""
    ours, theirs = getattr(first, name), getattr(later, name)
    return bool(ours and theirs and ours != theirs)


def _differ_in_status(first: Draft, later: Draft) -> bool:
    if (first.status in DENIED) != (later.status in DENIED):
        return True
    if later.status == "considered" and first.status in {"completed", "underway"}:
        return True  # "these soldiers could go on to Goma": who has come may go once more
    return first.status != later.status and not (later.anaphoric or later.quantity == first.quantity)


def _differ_in_force(first: Draft, later: Draft) -> bool:
    if first.rest != later.rest:
        return True
    if not _agree(first.quantity, later.quantity):
        return True
    if first.units and later.units and not _kin(first, later):
        return True
    more = later.additional and not first.additional
    others = first.additional and not later.additional and abs(first.start - later.start) < NEAR // 3
    return (more or (others and first.quantity is not None)) and later.quantity is not None


def _differ_in_place(first: Draft, later: Draft) -> bool:
    ends = ((getattr(first, name), getattr(later, name)) for name in LISTS)
    return any(ours and theirs and not _overlap(ours, theirs) for ours, theirs in ends)


def _share(first: Draft, later: Draft) -> bool:
    """Whether two drafts share a place, a number or a unit, or the later one points back to what stands near."""
    if any(_overlap(getattr(first, name), getattr(later, name)) for name in LISTS):
        return True
    if first.quantity is not None and later.quantity is not None:
        return True
    same = first.nation is not None and (first.nation, first.status) == (later.nation, later.status)
    if first.kind == "readiness" and same:
        return True  # an army on alert is told as one, in the title and below it
    ships = bool(first.units and later.units) and _kin(first, later)
    return (later.anaphoric and later.start - first.end < NEAR) or ships or bool({*first.units} & {*later.units})


def _kin(first: Draft, later: Draft) -> bool:
    """Whether two lists of units share one, or a ship and its strike group share a name ("Nimitz")."""
    if set(first.units) & set(later.units):
        return True
    if "ship" not in {first.category, later.category}:
        return False
    ours, theirs = (_names(d) for d in (first, later))
    return bool(ours & theirs)


def _names(draft: Draft) -> set[str]:
    """The words of a draft's units that are names and not echelons: "Nimitz"."""
    return {w for unit in draft.units for w in unit.split() if w not in GENERIC and not w.isdigit()}


def _agree(first: Quantity | None, later: Quantity | None) -> bool:
    """Whether two numbers may be one; an unstated one may be any."""
    if first is None or later is None or first == later:
        return True
    if "vague" in {first.hedge, later.hedge}:
        return first.hedge == later.hedge and (first.low, first.high) == (later.low, later.high)
    numbers = [(q.value if q.value is not None else q.low if q.low is not None else q.high) for q in (first, later)]
    return numbers[0] == numbers[1]


def _overlap(ours: tuple[Place, ...], theirs: tuple[Place, ...]) -> bool:
    return any(_key(a) == _key(b) for a in ours for b in theirs)


def _meet(ours: tuple[Place, ...], theirs: tuple[Place, ...]) -> bool:
    """Whether two ends are one place: two towns of a country are not, a town and its country may be."""
    whole = any(p.type not in {"city", "base"} for p in (*ours, *theirs))
    return _overlap(ours, theirs) if whole else bool({p.name for p in ours} & {p.name for p in theirs})


def _finer(theirs: tuple[Place, ...], ours: tuple[Place, ...]) -> bool:
    """Whether one place is a town or a province where the other is only its country, or a town in a province."""
    if len(ours) != 1 or len(theirs) != 1 or not _overlap(ours, theirs):
        return False
    ranks = {"country": 0, "admin": 1, "region": 1, "city": 2, "base": 2}
    mine, later = (ranks.get(place.type) for place in (*ours, *theirs))
    return mine is not None and later is not None and later > mine


def _key(place: Place) -> str:
    return "+".join(place.members) or place.country or place.name.lower()


def _absorb(first: Draft, later: Draft, elsewhere: dict[str, set[str]]) -> None:
    """Give FIRST what LATER adds: a number, units, a missing end, the finer place; never a different status.

    Of a force with a number a telling without one adds no place that is ELSEWHERE told of another number.
    """
    if is_asked():
        first.retold.append(((later.start, later.end), _retold(first, later)))
    if first.quantity is None and later.quantity is not None:
        _narrow(first, later)
        _leave(first, elsewhere, later)
        first.quantity = later.quantity
        first.start, first.end, first.order = (
            later.start,
            later.end,
            later.order,
        )  # the sentence with the number proves it
    elif later.quantity is None:
        _leave(later, elsewhere, first)
    if later.done and first.status in {"announced", "underway"}:
        first.status = later.status
        first.note("status", f"where it is told again it is said to be over: {later.status}", by=_absorb)
    first.units = tuple(dict.fromkeys((*first.units, *later.units)))
    first.additional = first.additional or later.additional
    for name in LISTS:
        ours, theirs = getattr(first, name), getattr(later, name)
        other = first.destination if name == "origin" else first.origin
        if (not ours and not _meet(other, theirs)) or _finer(theirs, ours):
            setattr(first, name, theirs)
            first.note(name, "a later telling names it, or names it more closely", by=_absorb)
    first.nation = first.nation or later.nation
    first.authority = first.authority or later.authority
    first.donor = first.donor or later.donor
    first.recipient = first.recipient or later.recipient
    if first.attribution is None and first.authority is None:
        first.attribution = later.attribution
    first.when = first.when or later.when
    first.duration = first.duration or later.duration
    for name, spans in later.spans.items():
        if _says_the_same(first, later, name):
            first.mark(name, *spans)


def _retold(first: Draft, later: Draft) -> str:
    """What the later telling shares with the first and what it adds to it, in words."""
    names = ("nation", "quantity", *LISTS)
    same = [name for name in names if getattr(first, name) and getattr(first, name) == getattr(later, name)]
    adds = [name for name in ("quantity", *LISTS, "when") if getattr(later, name) and not getattr(first, name)]
    parts = ("it points back" if later.anaphoric else "", f"same {', '.join(same)}" if same else "")
    why = ", ".join(part for part in parts if part) or "nothing in it differs"
    more = f"; adds {', '.join(adds)}" if adds else ""
    return f"told again as {later.status}: {why}{more}"


def _leave(vague: Draft, elsewhere: dict[str, set[str]], exact: Draft) -> None:
    """Take from a telling without a number the ends at which EXACT has no place and another number has that one."""
    for name, keys in elsewhere.items():
        ours = getattr(vague, name)
        if not getattr(exact, name) and any(_key(place) in keys for place in ours):
            setattr(vague, name, tuple(place for place in ours if _key(place) not in keys))
            vague.spans.pop(name, None)


def _says_the_same(first: Draft, later: Draft, name: str) -> bool:
    """Whether the words of LATER behind the field NAME support what FIRST says there."""
    if name in LISTS:
        return _overlap(getattr(first, name), getattr(later, name))
    return name not in SINGLE or getattr(first, name) == getattr(later, name)


def settle_places(drafts: list[Draft], countries: frozenset[str]) -> None:
    """Give a town that no table knows a country, where only one can be meant.

    That is the one beside it at the same end; for the place that a force of its own sets out from, its own country;
    else the one country of the report that is neither the force's nor the other end's, nor that of another force.
    """
    senders = {draft.nation for draft in drafts}
    for draft in drafts:
        named = {name: {p.country for p in getattr(draft, name) if p.country} for name in LISTS}
        for name in LISTS:
            elsewhere = {code for other in LISTS if other != name for code in named[other]}
            if not named[name] and name == "origin" and draft.action != "withdraw" and draft.nation not in elsewhere:
                code = draft.nation
            else:
                open_ = {*countries} - elsewhere - {draft.nation, ""}
                code = _only(named[name] or open_) or _only(open_ - senders)
            places = tuple(_settled(p, code) for p in getattr(draft, name))
            if places != getattr(draft, name):
                draft.note(name, f"no table knows it; only {code} can be meant", by=settle_places)
            setattr(draft, name, places)


def _only(codes: set[str]) -> str | None:
    return next(iter(codes)) if len(codes) == 1 else None


def _settled(place: Place, code: str | None) -> Place:
    unknown = place.type in {"city", "base"} and place.country is None
    return replace(place, country=code) if unknown and country(code or "") is not None else place
