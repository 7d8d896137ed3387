"""Reviewing: what waits for a person, one claim after the other, what they may rule, and how a ruling is taken back.

The queue is in said order, for what is ruled of an early claim decides of later ones. Nothing is deleted: to take a
ruling back is a further ruling, which says again what held before.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile, takewhile
from typing import Final, Literal, TypeAlias

from laydown.desk.books import Clocks
from laydown.desk.held import Held
from laydown.ledger.store import in_force
from laydown.model import REPLACING, ROLES, Books, Entry, Link, Option, Role
from laydown.model.identity import block, movement_id, opener

BELOW: Final = 0.70
"""Claims that are less sure than this are shown: above it 88 in 100 are right (docs/calibration.md)."""
TAKEN_BACK: Final = "taken back: "
"""How the reason of a ruling begins that says again what held before another."""
POSTS: Final[frozenset[Role]] = frozenset({"opens", "same", "part-of", "covers", "states"})
"""The roles in which a claim counts, so that it matters whether it was read rightly."""
OPENING: Final[frozenset[Role]] = frozenset({"opens", "part-of"})
MOST_WAYS: Final = 9
"""A key each."""

Show: TypeAlias = Literal["all", "suspense", "unsure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A movement that a claim may be of: who opened it, and how many claims tell of it."""

    id: str
    entry: Entry | None
    tellings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way to post a claim, by the key that takes it; `held` says that the books have it so now."""

    key: str
    option: Option
    targets: tuple[Target, ...]
    held: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A claim to rule on: its link, the ways that there are, and how many links it had when it was looked at.

    A movement of its own is no way among the numbered ones: it has a key for itself, and `own` is what points the
    clerk gave to that, None where it did not weigh it.
    """

    entry: Entry
    link: Link
    ways: tuple[Way, ...]
    own: float | None
    seen: int

    @property
    def doubted(self) -> bool:
        """Whether it is in suspense; else it is posted, and its reading is unsure."""
        return self.link.role == "suspense"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A person's ruling, what held before it, and whether it was taken back since."""

    link: Link
    entry: Entry
    before: Link | None
    taken_back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """What waits, in said order, with the claim that is shown and how far a person has come.

    `skipped` are those before the one that is shown; with none shown they are all that is left.
    """

    waiting: tuple[str, ...]
    item: Item | None
    place: int
    total: int
    skipped: int


def waiting(
    books: Books,
    *,
    below: float = BELOW,
    show: Show = "all",
    force: str | None = None,
    asset: str | None = None,
    places: Sequence[str] = (),
) -> tuple[str, ...]:
    """The claims of BOOKS in suspense, and those BELOW a confidence that are posted and on which nobody ruled."""
    named = {name.casefold() for name in places}

    def wanted(entry: Entry, link: Link | None) -> bool:
        if link is None or not _waits(entry, link, below, show):
            return False
        whose, what = block(entry.claim)
        return force in {None, whose} and asset in {None, what} and (not named or not named.isdisjoint(_places(entry)))

    return tuple(name for name, entry in books.entries.items() if wanted(entry, books.links.get(name)))


def _waits(entry: Entry, link: Link, below: float, show: Show) -> bool:
    """Whether a claim waits for a person."""
    if link.role == "suspense":
        return show != "unsure"
    ruled = link.decided_by == "person" and not link.reason.startswith(TAKEN_BACK)
    return show != "suspense" and not ruled and link.role in POSTS and entry.claim.confidence < below


def _places(entry: Entry) -> Iterator[str]:
    """The places that a claim names."""
    return (place.name.casefold() for place in entry.claim.places)


def queue(
    held: Held, names: tuple[str, ...], ruled: int, *, after: str = "", claim: str = "", clocks: Clocks | None = None
) -> Queue:
    """The queue of NAMES at the claim that is asked for, or at the first AFTER one; RULED are done in this sitting."""
    books = held.books(clocks or Clocks())
    left = frozenset(names)
    if after in books.entries and claim not in books.entries:
        later = dropwhile(lambda name: name != after, books.entries)
        shown = next((name for name in later if name in left and name != after), "")
    else:
        shown = claim if claim in books.entries else next(iter(names), "")
    before = sum(name in left for name in takewhile(lambda name: name != shown, books.entries))
    return Queue(
        waiting=names,
        item=item(held, shown, books) if shown else None,
        place=ruled + before + 1,
        total=ruled + len(names),
        skipped=before,
    )


def item(held: Held, name: str, books: Books) -> Item | None:
    """A claim with the ways to post it; None where the books have none of that id."""
    entry, link = books.entries.get(name), books.links.get(name)
    if entry is None or link is None:
        return None
    history = [one for one in held.links() if one.claim == name]
    weighed = next((one.options for one in reversed(history) if one.options), ())
    now = (link.role, link.targets)
    options = [] if link.role == "suspense" else [Option(role=link.role, targets=link.targets, score=link.score or 0.0)]
    options += [one for one in weighed if one.role != "opens" and (one.role, one.targets) != now]
    ways = tuple(
        Way(
            key=str(number),
            option=one,
            targets=tuple(_target(books, target) for target in one.targets if opener(target) != name),
            held=(one.role, one.targets) == now,
        )
        for number, one in enumerate(options[:MOST_WAYS], start=1)
    )
    return Item(
        entry=entry,
        link=link,
        ways=ways,
        own=next((one.score for one in weighed if one.role == "opens"), None),
        seen=len(history),
    )


def seen(held: Held, name: str) -> int:
    """How many links a claim has had so far."""
    return sum(link.claim == name for link in held.links())


def _target(books: Books, movement: str) -> Target:
    """What a movement is, by the claim that opened it."""
    first = opener(movement)
    telling = {name for name, link in books.links.items() if movement in link.targets and link.role != "part-of"}
    return Target(id=movement, entry=books.entries.get(first or ""), tellings=len(telling | {first}))


def verdict(it: Item, key: str, note: str, recorded: str) -> Link:
    """The ruling that KEY means for an item: a way by its number, `o` for a movement of its own, `m` for a memo."""
    way = next((one for one in it.ways if one.key == key), None)
    reason = note.strip()
    if way is not None:
        reason = reason or ("as the clerk has it" if way.held else "as the clerk weighed it")
        return _ruling(it, way.option.role, way.option.targets, reason, recorded)
    if key == "o":
        own = (movement_id(it.entry.id),)
        return _ruling(it, "opens", own, reason or "a movement of its own", recorded)
    if key == "m":
        return _ruling(it, "memo", (), reason or "enters no sum", recorded)
    msg = f"there is no verdict {key!r} on this claim"
    raise ValueError(msg)


def other(it: Item, role: str, targets: Sequence[str], note: str, recorded: str) -> Link:
    """A ruling by a ROLE and its TARGETS, for what no key stands for; raises ValueError where the role is none."""
    known = next((name for name in ROLES if name == role and name != "suspense"), None)
    if known is None:
        msg = f"no role {role!r}; take one that is offered"
        raise ValueError(msg)
    return _ruling(it, known, tuple(targets), note.strip() or "ruled by hand", recorded)


def _ruling(it: Item, role: Role, targets: tuple[str, ...], reason: str, recorded: str) -> Link:
    """A person's ruling."""
    return Link(claim=it.entry.id, role=role, targets=targets, reason=reason, decided_by="person", recorded=recorded)


def sitting(held: Held, since: str) -> tuple[Ruling, ...]:
    """The rulings of persons since an hour, the last one last, those that were taken back marked."""
    everything = held.links()
    late = [link for link in everything if link.recorded >= since and link.decided_by == "person"]
    names = {link.claim for link in late}
    history = [link for link in everything if link.claim in names]
    entries = held.books().entries
    open_: dict[tuple[str, bool], list[int]] = {}
    found: list[Ruling] = []
    for link in late:
        stack = open_.setdefault(_slot(link), [])
        if link.reason.startswith(TAKEN_BACK):
            if stack:
                last = stack.pop()
                found[last] = replace(found[last], taken_back=True)
            continue
        stack.append(len(found))
        found.append(Ruling(link=link, entry=entries[link.claim], before=_before(history, link)))
    return tuple(found)


def _slot(link: Link) -> tuple[str, bool]:
    """A claim has one link that posts it, and one by which it takes the place of others."""
    return link.claim, link.role in REPLACING


def _before(links: Sequence[Link], ruled: Link) -> Link | None:
    """What held of a claim before it was RULED."""
    earlier = takewhile(lambda one: one is not ruled, links)
    posted, replacing = in_force(one for one in earlier if one.claim == ruled.claim)
    return (replacing if ruled.role in REPLACING else posted).get(ruled.claim)


def undo(held: Held, since: str, recorded: str, claim: str = "") -> Link:
    """The ruling that takes back the last one of a sitting, or the last on a CLAIM; it says what held before.

    Raises ValueError where there is none, or where another ruling leans on what this one opened.
    """
    standing = [one for one in sitting(held, since) if not one.taken_back and claim in {"", one.link.claim}]
    if not standing:
        msg = "there is no ruling of this sitting to take back"
        raise ValueError(msg)
    last = standing[-1]
    before = last.before or Link(claim=last.link.claim, role=last.link.role)
    if last.link.role in OPENING and before.role not in OPENING:
        _not_leant_on(held.books().links.values(), movement_id(last.link.claim))
    reason = TAKEN_BACK + (before.reason.removeprefix(TAKEN_BACK) or "nothing was corrected")
    return replace(before, reason=reason, decided_by="person", recorded=recorded)


def _not_leant_on(links: Iterable[Link], movement: str) -> None:
    """Raise ValueError where a person ruled something to be of a MOVEMENT that is to be open no longer."""
    for link in links:
        if link.decided_by == "person" and movement in link.targets and movement_id(link.claim) != movement:
            msg = f"the ruling on {link.claim} leans on this one: take that back first"
            raise ValueError(msg)
