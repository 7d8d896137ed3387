"""Dropped at the desk: the claims that still count in the books though their pages tell them no more."""

from collections.abc import Collection, Iterator

from laydown.desk.books import Clocks
from laydown.ledger.store import Ledger
from laydown.model import Books, Dropped
from laydown.model.identity import said, short
from laydown.model.kin import last_words, pair


def dropped(ledger: Ledger, clocks: Clocks | None = None, of: Collection[str] | None = None) -> tuple[Dropped, ...]:
    """What pages told and tell no more, as the public and LEDGER knew by the days of CLOCKS, by address.

    With OF, reports by the sixteen digits of their ids, only what those told. Versions that a person ruled apart are
    none of each other's.
    """
    clocks = clocks or Clocks()
    ruled = last_words(ledger.rulings(clocks.recorded_by))
    apart = {both for both, ruling in ruled.items() if ruling.verdict == "apart"}
    found: dict[str, Dropped] = {}
    for address, names in ledger.pages(clocks.said_by, clocks.recorded_by).items():
        if of is None or not set(of).isdisjoint(map(short, names)):
            for one in _of_page(ledger, address, names, apart):
                found.setdefault(one.claim, one)
    return tuple(one for one in found.values() if of is None or one.claim.partition(".")[0] in of)


def counted(books: Books, gone: Collection[Dropped]) -> tuple[Dropped, ...]:
    """Those of GONE that BOOKS count still: posted, and no other in their place."""
    replaced = books.corrected | books.updated.keys()
    idle = {"memo", "suspense"}
    return tuple(
        one
        for one in gone
        if one.claim in books.links and one.claim not in replaced and books.links[one.claim].role not in idle
    )


def _of_page(
    ledger: Ledger, address: str, names: Collection[str], apart: Collection[tuple[str, str]]
) -> Iterator[Dropped]:
    """What the last version of a page tells no more."""
    from laydown.stories import dropped as gone_from

    *_, last = names
    ours = [name for name in names if name == last or pair(name, last) not in apart]
    versions = [reading for name in ours if (reading := ledger.reading(name)) is not None]
    for old, by, telling, notice in gone_from(versions):
        name = f"{short(old.id)}.{telling.claim.id}"
        yield Dropped(claim=name, words=telling.words, address=address, by=by.id, said=said(by), notice=notice)
