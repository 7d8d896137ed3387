"""Posting: the clerk decides anew what follows from new claims or rulings, on as little of the books as that takes."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from sqlalchemy import Connection, RowMapping, insert, select

from laydown.ledger.store import shelf
from laydown.ledger.store.kinship import Kinship, kin_between
from laydown.ledger.store.movements import note_movements
from laydown.ledger.store.rows import IN_SAID_ORDER, in_force, link_row
from laydown.ledger.store.shelf import FOREVER, Block, Hours
from laydown.ledger.store.tables import claims, links
from laydown.model import REPLACING, Claim, Entry, Kin, Link
from laydown.model.identity import movement_id, utc

Decide = Callable[[Sequence[Entry], Mapping[str, Link], Mapping[str, Link], Kin], tuple[Link, ...]]
"""What a clerk does: links for those of a block's entries, in said order, that have none among the known."""

Notice = Callable[[str], str | None]
"""The notice of correction in the text of a report, in its own words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clerk:
    """Who decides, and how many days after a movement was last told nothing can be linked to it any more.

    `kinship` says whether two reports tell one text; without it only equal sentences are copies. `notice` gives the
    words of the notice of correction in a text; without it only a sentence that says so itself corrects.
    """

    decide: Decide
    horizon_days: int
    kinship: Kinship | None = None
    notice: Notice | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Entries of one block in said order, of which the clerk decides from `first` on, and what holds of them now."""

    entries: tuple[Entry, ...]
    first: int
    posted: Mapping[str, Link]
    replacing: Mapping[str, Link]
    kin: Kin
    all_of_it: bool = field(default=False)
    """Whether the block has no entry after these."""

    @property
    def known(self) -> dict[str, Link]:
        """What holds of the entries before the first."""
        before = (entry.id for entry in self.entries[: self.first])
        return {name: self.posted[name] for name in before if name in self.posted}

    @property
    def rulings(self) -> dict[str, Link]:
        """What persons ruled."""
        return {name: link for name, link in self.posted.items() if link.decided_by == "person"}


def post(
    connection: Connection,
    clerk: Clerk,
    block: Block,
    touched: Sequence[str],
    said: str | None,
    recorded: str,
) -> tuple[Link, ...]:
    """Decide anew what follows in BLOCK from the TOUCHED entries, said at one hour, and append what differs.

    What is said later is decided anew too, until nothing that has changed can be within reach any more.
    """
    until = _after(said, clerk.horizon_days)
    while True:
        window = _window(connection, block, touched, (_after(said, -clerk.horizon_days), until))
        changed = _changed(window, clerk.decide(window.entries, window.known, window.rulings, window.kin))
        reach = _after(_reach(window, changed), clerk.horizon_days)
        if window.all_of_it or until is None or reach is None or reach <= until:
            break
        until = reach
    told = {entry.id: entry.claim for entry in window.entries}
    return append(connection, [replace(link, decided_by="clerk", recorded=recorded) for link in changed], told)


def post_anew(connection: Connection, clerk: Clerk, names: Collection[str], recorded: str) -> tuple[Link, ...]:
    """Decide anew in each block of which the reports NAMES tell, from the first of them on, and append what differs."""
    touched: dict[tuple[str, str, bool], list[RowMapping]] = {}
    of_them = select(claims.c.id, claims.c.force, claims.c.asset, claims.c.said).where(claims.c.report.in_(names))
    for row in connection.execute(of_them.order_by(*IN_SAID_ORDER)).mappings():
        touched.setdefault((row["force"], row["asset"], row["said"] is None), []).append(row)
    done: list[Link] = []
    for (force, asset, _), told in touched.items():
        done += post(connection, clerk, (force, asset), [row["id"] for row in told], told[0]["said"], recorded)
    return tuple(done)


def append(connection: Connection, new: Sequence[Link], told: Mapping[str, Claim]) -> tuple[Link, ...]:
    """Append links of claims that were TOLD, by their ids, and note the movements that they open and tell of."""
    if new:
        connection.execute(insert(links), [link_row(link) for link in new])
        note_movements(connection, new, told)
    return tuple(new)


def _window(
    connection: Connection,
    block: Block,
    touched: Sequence[str],
    hours: Hours,
) -> Window:
    """The entries between two HOURS, with the older tellings of every movement that is told of in them.

    Without those the clerk would know less of a movement than it would have, had it read all in one go.
    """
    entries = shelf.between(connection, block, hours)
    rows = shelf.links_between(connection, block, hours)
    posted, replacing = in_force(rows)
    older = shelf.tellings(connection, block, posted.values(), hours[0], {entry.id for entry in entries})
    posted_before, replacing_before = in_force(shelf.links_of(connection, [entry.id for entry in older]))
    first = next(n for n, entry in enumerate(entries) if entry.id in touched)
    return Window(
        entries=(*older, *entries),
        first=len(older) + first,
        posted={**posted_before, **posted},
        replacing={**replacing_before, **replacing},
        kin=kin_between(connection, block, hours),
        all_of_it=hours[1] is None or not shelf.any_after(connection, block, hours[1]),
    )


def _changed(window: Window, decided: Sequence[Link]) -> list[Link]:
    """The links of DECIDED that differ from those in force; an update or a correction no longer made is taken back."""
    undecided = {entry.id for entry in window.entries[window.first :]}
    new = [link for link in decided if link.claim in undecided]
    made = {link.claim for link in new if link.role in REPLACING}
    new += [
        Link(claim=name, role=link.role, reason="no longer taken for a correction")
        for name, link in window.replacing.items()
        if name in undecided and name not in made and link.targets
    ]
    return [link for link in new if _differs(link, _held(window, link))]


def _held(window: Window, link: Link) -> Link | None:
    """The link in force in the place that LINK would take."""
    return (window.replacing if link.role in REPLACING else window.posted).get(link.claim)


def _differs(link: Link, held: Link | None) -> bool:
    """Whether LINK says anything that HELD does not; against a ruling the clerk has nothing to say."""
    if held is None:
        return True
    if held.decided_by == "person":
        return False
    return (link.role, link.targets, link.score, link.reason, link.options) != (
        held.role, held.targets, held.score, held.reason, held.options
    )  # fmt: skip


def _reach(window: Window, changed: Sequence[Link]) -> str | None:
    """The last hour at which anything was told that CHANGED touches: its entries, and the movements they concern."""
    new = {link.claim: link for link in changed if link.role not in REPLACING}
    moved = {movement_id(name) for name in new}
    for link in changed:
        moved.update(link.targets)
        if held := _held(window, link):
            moved.update(held.targets)
        for target in link.targets:
            moved.update(window.posted[target].targets if target in window.posted else ())
    names = {link.claim for link in changed}
    return max(
        (
            entry.said or ""
            for entry in window.entries
            if entry.id in names or moved.intersection(_told(window.posted, entry.id) + _told(new, entry.id))
        ),
        default=None,
    )


def _told(posted: Mapping[str, Link], entry: str) -> tuple[str, ...]:
    """The movements that an entry concerns."""
    link = posted.get(entry)
    return (movement_id(entry), *link.targets) if link else ()


def _after(said: str | None, days: int) -> str | None:
    """The hour that is DAYS after another; the ends of time are as far as one can go."""
    if not said:
        return None
    moment = datetime.fromisoformat(said)
    try:
        return utc((moment + timedelta(days=days)).isoformat())
    except OverflowError:
        return "0000" if days < 0 else FOREVER
