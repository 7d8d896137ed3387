"""Latest: what a ledger took last, by recorded time: claims, rulings, and new versions of pages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import nlargest
from typing import Final, Literal

from laydown.desk.books import Clocks
from laydown.desk.held import Held
from laydown.ledger.store import Heading
from laydown.model import Books, Entry, Link
from laydown.model.identity import is_address, utc

What = Literal["claim", "ruling", "version"]

_ORDER: Final[tuple[What, ...]] = ("claim", "ruling", "version")


@dataclass(frozen=True, slots=True, kw_only=True)
class Latest:
    """One thing that a ledger took: a claim, a person's ruling on one, or a version of a page with its number.

    `link` is what the claim does in the books now, or the ruling itself; `before` is the version before this one.
    """

    what: What
    recorded: str
    entry: Entry | None = None
    link: Link | None = None
    heading: Heading | None = None
    version: int = 0
    before: str | None = None


def latest(held: Held, most: int, clocks: Clocks | None = None, force: str | None = None) -> tuple[Latest, ...]:
    """The MOST last things that the ledger took by some CLOCKS, of a FORCE, the newest first."""
    clocks = clocks or Clocks()
    books = held.books(clocks, force)

    def work() -> tuple[Latest, ...]:
        until = utc(clocks.recorded_by) if clocks.recorded_by else "~"
        versions = (one for one in _versions(held.ledger.headings()) if one.recorded <= until)
        told = {entry.report for entry in books.entries.values()} if force else None
        ours = (one for one in versions if told is None or (one.heading and one.heading.report in told))
        return tuple(nlargest(most, [*_claims(books, most), *_rulings(books, held.ruled(), until), *ours], key=_rank))

    return held.kept(("latest", most, clocks, force), work)


def _rank(one: Latest) -> tuple[str, int, str, str]:
    """What makes one later than another: when it was recorded, a version before its claims, then when it was said."""
    if one.entry is not None:
        return one.recorded, _ORDER.index(one.what), one.entry.said or "", one.entry.id
    said = _said(one.heading) if one.heading else ""
    return one.recorded, _ORDER.index(one.what), said, one.heading.report if one.heading else ""


def _said(heading: Heading) -> str:
    """When the public could know what a report says, for those that were recorded together."""
    stated = heading.updated or heading.published
    return utc(stated) if stated else ""


def _claims(books: Books, most: int) -> Iterator[Latest]:
    """The MOST last claims."""
    found = nlargest(most, books.entries.values(), key=lambda one: (one.recorded, one.said or "", one.id))
    for entry in found:
        yield Latest(what="claim", recorded=entry.recorded, entry=entry, link=books.links.get(entry.id))


def _rulings(books: Books, ruled: Iterable[Link], until: str) -> Iterator[Latest]:
    """What persons RULED on the claims of BOOKS."""
    for link in ruled:
        entry = books.entries.get(link.claim)
        if entry is not None and link.recorded <= until:
            yield Latest(what="ruling", recorded=link.recorded, entry=entry, link=link)


def _versions(headings: Iterable[Heading]) -> Iterator[Latest]:
    """The reports that were seen where another had been seen before."""
    seen: dict[str, list[str]] = {}
    for heading in sorted(headings, key=lambda one: (one.recorded, _said(one), one.report)):
        if heading.source is None or not is_address(heading.source):
            continue
        known = seen.setdefault(heading.source, [])
        if known and heading.report not in known:
            number = len(known) + 1
            yield Latest(what="version", recorded=heading.recorded, heading=heading, version=number, before=known[-1])
        if heading.report not in known:
            known.append(heading.report)
