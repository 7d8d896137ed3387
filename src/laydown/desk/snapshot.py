"""Snapshots: all that a ledger held at one turn, what it has taken since, and its books by other hours."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from laydown import balance
from laydown.desk.kept import Kept
from laydown.ledger.clerk.witnesses import told_once
from laydown.ledger.store import NEW, Ledger, Turn, in_force
from laydown.model import Books, Entry, Kin, Link, Ruling
from laydown.model.identity import block
from laydown.model.kin import Pair, last_words

BOOKS: Final = 6
"""How many books of other hours, or of one force, are kept beside those of now."""
ANSWERS: Final = 64
"""How many answers are kept of the books as they are."""
_NEVER: Final = "~"
"""Later than every hour."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All that a ledger holds at one turn: every link ever, those in force, the books, the claims of each report.

    `entries` are as they were read; in `books` the copies of a telling have one witness, by `copies` and `rulings`.
    `before` are the last books whose pages were opened, kept so that those on which nothing changed can be taken over;
    `other` are books of other hours or of one force, `answers` what was asked of any of them.
    """

    turn: Turn = NEW
    entries: Mapping[str, Entry] = field(default_factory=dict)
    copies: Mapping[Pair, float] = field(default_factory=dict)
    rulings: Sequence[Ruling] = ()
    links: Sequence[Link] = ()
    posted: Mapping[str, Link] = field(default_factory=dict)
    replacing: Mapping[str, Link] = field(default_factory=dict)
    books: Books = field(default_factory=Books)
    reports: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    before: Books | None = None
    other: Kept = field(default_factory=lambda: Kept(BOOKS))
    answers: Kept = field(default_factory=lambda: Kept(ANSWERS))


def filled(had: Snapshot, ledger: Ledger) -> Snapshot:
    """What LEDGER HAD, with what it has taken since."""
    new = ledger.since(had.turn)
    posted, replacing = in_force(new.links, had.posted, had.replacing)
    entries = _inserted(had.entries, new.entries)
    copies, rulings = {**had.copies, **new.copies}, (*had.rulings, *new.rulings)
    told = told_once(entries, Kin(found=copies, rulings=last_words(rulings)))
    return Snapshot(
        turn=new.turn,
        entries=entries,
        copies=copies,
        rulings=rulings,
        links=(*had.links, *new.links),
        posted=posted,
        replacing=replacing,
        books=_as_books(told, posted, replacing),
        reports={**had.reports, **_by_report(new.entries)},
        before=had.books if balance.opened(had.books) else had.before,
    )


def _as_books(entries: Mapping[str, Entry], posted: Mapping[str, Link], replacing: Mapping[str, Link]) -> Books:
    """Books of ENTRIES and their links; a correction that was taken back is none."""
    return Books(
        entries=entries, links=posted, replacing={name: link for name, link in replacing.items() if link.targets}
    )


def _inserted(held: Mapping[str, Entry], new: Sequence[Entry]) -> Mapping[str, Entry]:
    """Entries HELD with those that are NEW, in said order; a report comes as a whole, its claims in order."""
    if not held or not new:
        return held or {entry.id: entry for entry in new}
    found = list(held.values())
    for entry in new:
        found.insert(bisect_right(found, _rank(entry), key=_rank), entry)
    return {entry.id: entry for entry in found}


def _rank(entry: Entry) -> tuple[bool, str, str]:
    """Where an entry stands in said order; what was said at no known hour comes last."""
    return entry.said is None, entry.said or "", entry.report


def until(now: Snapshot, said: str | None, recorded: str | None) -> Books:
    """The books as far as they were SAID and RECORDED by two hours.

    It is what the ledger would answer: it too leaves out what was said later, and lets the links hold that it had by
    then. The clerk decides by what was said before alone, so that nothing left out has a part in what is kept.
    """
    entries = {
        name: entry
        for name, entry in now.entries.items()
        if (said is None or (entry.said or _NEVER) <= said) and (recorded is None or entry.recorded <= recorded)
    }
    rulings = [one for one in now.rulings if recorded is None or one.recorded <= recorded]
    told = told_once(entries, Kin(found=now.copies, rulings=last_words(rulings)))
    if recorded is None or not now.links or now.links[-1].recorded <= recorded:
        if len(told) == len(now.entries) and len(rulings) == len(now.rulings):
            return now.books
        posted = {name: link for name, link in now.posted.items() if name in told}
        return _as_books(told, posted, {name: link for name, link in now.replacing.items() if name in told})
    links = (link for link in now.links if link.recorded <= recorded and link.claim in told)
    return _as_books(told, *in_force(links))


def of_block(held: Books, force: str | None, asset: str | None) -> Books:
    """The books of a FORCE and an ASSET."""
    found = {name: block(entry.claim) for name, entry in held.entries.items()}
    names = {name for name, (whose, what) in found.items() if force in {None, whose} and asset in {None, what}}
    return Books(
        entries={name: entry for name, entry in held.entries.items() if name in names},
        links={name: link for name, link in held.links.items() if name in names},
        replacing={name: link for name, link in held.replacing.items() if name in names},
    )


def _by_report(entries: Iterable[Entry]) -> Mapping[str, tuple[Entry, ...]]:
    """The claims of each report, which come all at once."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.report, []).append(entry)
    return {report: tuple(told) for report, told in found.items()}
