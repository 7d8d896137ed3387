"""Settling: who stands against whom in a conflict, and the rulings by which a person carries out one of its repairs."""

import hashlib
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal, TypeAlias

from laydown.desk.dossiers import corrected, updated
from laydown.desk.reviewing import OPENING
from laydown.model import Books, Conflict, Entry, Link, Repair
from laydown.model.identity import movement_id

How: TypeAlias = Literal["memo", "supersedes"]
Key: TypeAlias = tuple[tuple[str, ...], tuple[object, object]]
"""What a claim tells of, and the bounds of its number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """A claim of a conflict with its link, and those that say the same number of the same: by whom it is backed.

    `witnesses` counts the tellings in words of their own, copies of one sentence once.
    """

    entry: Entry
    link: Link | None
    backing: tuple[Entry, ...]
    witnesses: int
    outlets: tuple[str, ...]

    @property
    def movement(self) -> str | None:
        """The movement that the claim opens, or the first that it tells of."""
        if self.link is None or self.link.role == "states":
            return None
        return movement_id(self.entry.id) if self.link.role in OPENING else next(iter(self.link.targets), None)


def name_of(conflict: Conflict) -> str:
    """The name of a conflict in an address: the same as long as the same claims are in it."""
    told = " ".join(sorted(conflict.claims))
    return "x-" + hashlib.sha256(told.encode()).hexdigest()[:12]


def stands(books: Books, conflicts: Sequence[Conflict]) -> list[tuple[Stand, ...]]:
    """The claims of each of CONFLICTS, with who says the same."""
    claims = {name for one in conflicts for name in one.claims if name in books.entries}
    same = _same(books, {_key(books.entries[name], books.links.get(name)) for name in claims})
    made = {name: _stand(books, name, same) for name in claims}
    return [tuple(made[name] for name in one.claims if name in made) for one in conflicts]


def _same(books: Books, wanted: AbstractSet[Key]) -> Mapping[Key, list[Entry]]:
    """The claims that tell each of the numbers WANTED, in said order; what another took the place of is none."""
    gone = corrected(books).keys() | updated(books).keys()
    found: dict[Key, list[Entry]] = {key: [] for key in wanted}
    for name, entry in books.entries.items():
        key = _key(entry, books.links.get(name))
        if key in found and name not in gone:
            found[key].append(entry)
    return found


def _stand(books: Books, name: str, same: Mapping[Key, list[Entry]]) -> Stand:
    """A claim with those that say the same number of the same movements, or of the same place."""
    entry, link = books.entries[name], books.links.get(name)
    backing = same[_key(entry, link)] or [entry]
    return Stand(
        entry=entry,
        link=link,
        backing=tuple(backing),
        witnesses=len({one.witness for one in backing}),
        outlets=tuple(dict.fromkeys(one.outlet or "no outlet" for one in backing)),
    )


def _key(entry: Entry, link: Link | None) -> Key:
    """What a claim tells of, and its number."""
    return _about(entry, link), _number(entry)


def _number(entry: Entry) -> tuple[object, object]:
    """The bounds that a claim gives."""
    quantity = entry.claim.quantity
    return (quantity.low, quantity.high) if quantity else (None, None)


def _about(entry: Entry, link: Link | None) -> tuple[str, ...]:
    """What a claim tells of: the movements of its link, or the place and day of its stock."""
    if link is None or link.role in {"memo", "suspense"}:
        return (entry.id,)
    if link.role in OPENING:
        return (movement_id(entry.id),)
    return link.targets or (entry.said or "", *(place.name for place in entry.claim.location))


def usual(books: Books, repair: Repair) -> How:
    """How a repair is best ruled: what opens a movement is superseded, so that its other claims keep that movement."""
    roles = (books.links[name].role for name in repair.removed if name in books.links)
    return "supersedes" if any(role in OPENING for role in roles) else "memo"


def rulings(
    conflict: Conflict, removed: Sequence[str], how: str, by: str, *, reason: str, recorded: str
) -> tuple[Link, ...]:
    """The rulings that leave out what is REMOVED: as memos, or superseded BY a claim of the conflict that stays.

    Raises ValueError where no repair of CONFLICT removes just that, or where the claim is none that stays.
    """
    if all(set(one.removed) != set(removed) for one in conflict.repairs):
        msg = "the conflict is another by now, and this is no repair of it: look at it again"
        raise ValueError(msg)
    if not reason.strip():
        msg = "a ruling needs a reason: say in some words why"
        raise ValueError(msg)
    if how == "memo":
        return tuple(
            Link(claim=name, role="memo", reason=reason.strip(), decided_by="person", recorded=recorded)
            for name in removed
        )
    if how != "supersedes" or by in removed or by not in conflict.claims:
        msg = "say which claim of the conflict stands in the place of what is left out"
        raise ValueError(msg)
    link = Link(
        claim=by,
        role="supersedes",
        targets=tuple(removed),
        reason=reason.strip(),
        decided_by="person",
        recorded=recorded,
    )
    return (link,)
