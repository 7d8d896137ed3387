"""Settling: who stands against whom in a conflict, and the rulings by which a person carries out one of its repairs."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from laydown.desk.dossiers import corrected
from laydown.desk.reviewing import OPENING
from laydown.model import Books, Conflict, Entry, Link, Repair
from laydown.model.identity import movement_id

How: TypeAlias = Literal["memo", "supersedes"]


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


def stands(books: Books, conflict: Conflict) -> tuple[Stand, ...]:
    """Each claim of a CONFLICT, with who says the same."""
    gone = corrected(books)
    return tuple(_stand(books, books.entries[name], gone) for name in conflict.claims if name in books.entries)


def _stand(books: Books, entry: Entry, gone: Mapping[str, Entry]) -> Stand:
    """A claim with those that say the same number of the same movements, or of the same place."""
    link = books.links.get(entry.id)
    about = _about(entry, link)
    backing = [
        other
        for name, other in books.entries.items()
        if name == entry.id
        or (_number(other) == _number(entry) and _about(other, books.links.get(name)) == about and name not in gone)
    ]
    return Stand(
        entry=entry,
        link=link,
        backing=tuple(backing),
        witnesses=len({one.witness for one in backing}),
        outlets=tuple(dict.fromkeys(one.outlet or "no outlet" for one in backing)),
    )


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
