"""Opening at the desk: a ledger whose clerk knows copies when it sees them."""

from functools import lru_cache
from typing import TYPE_CHECKING

from laydown.ledger.store import Ledger
from laydown.ledger.store import open_ledger as _open_ledger
from laydown.model import Grouping, Report

if TYPE_CHECKING:
    from laydown.stories.sketch import Sketch


def open_ledger(url: str, *, create: bool = True) -> Ledger:
    """The ledger at URL; a new one where there is nothing.

    Its clerk counts the copies of one text as one witness, and heeds notices of correction. Raises
    LedgerError, with one line for a person, where there is no ledger to be had.
    """
    return _open_ledger(url, create=create, kinship=kinship_of, notice=notice_in)


def kinship_of(one: Report, other: Report) -> Grouping | None:
    """How two reports stand to each other by their words."""
    from laydown.stories.kinship import kinship

    return kinship(_sketch(one), _sketch(other))


def notice_in(text: str) -> str | None:
    """The notice of correction in TEXT, in its own words."""
    from laydown.stories.notices import notice

    found = notice(text)
    return text[found.start : found.end].strip() if found else None


@lru_cache(maxsize=512)
def _sketch(report: Report) -> "Sketch":
    """The sketch of REPORT, which is compared with many."""
    from laydown.stories.sketch import sketch

    return sketch(report)
