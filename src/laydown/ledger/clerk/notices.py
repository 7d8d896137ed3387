"""Notices: what a page says of itself was wrong, as far as its earlier version told it."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from laydown.ledger.clerk.facts import POSTED, Facts
from laydown.lexicon.scan import fold

_WORD: Final = re.compile(r"\w+")


def owns_up(new: Facts, old: Facts) -> bool:
    """Whether the report of NEW has a notice of correction that its page had not when it told OLD, and that names it.

    A notice that stays at the foot of the page is of what it was first put there for.
    """
    notice = new.entry.notice
    return notice is not None and notice != old.entry.notice and _names(notice, old)


def taken_back(told: Sequence[Facts], before: Sequence[Facts], replaced: Collection[str]) -> Iterator[Facts]:
    """What the notice of a report takes back of what its page told BEFORE, and TOLD puts nothing in the place of.

    REPLACED are the entries that have a successor. A number that the report still tells is not taken back.
    """
    for old in before:
        if old.entry.id not in replaced and _counts(old) and owns_up(told[0], old):
            again = any((new.claim.kind, new.exact) == (old.claim.kind, old.exact) for new in told)
            if not again:
                yield old


def _counts(facts: Facts) -> bool:
    """Whether a claim posts a number: of a movement that is decided on, or of a stock."""
    claim = facts.claim
    stock = claim.kind == "presence" and claim.status == "present"
    return facts.exact is not None and (stock or (claim.kind == "movement" and claim.status in POSTED))


def _names(notice: str, facts: Facts) -> bool:
    """Whether a NOTICE names what a claim told: how many, or where it gives no number where."""
    said, claim = set(_words(notice)), facts.claim
    if facts.exact is not None and claim.quantity is not None:
        return str(facts.exact) in said or set(_words(claim.quantity.text)) <= said
    return any(set(_words(place.name)) <= said for place in claim.places)


def _words(text: str) -> list[str]:
    """The words of TEXT; a number with its thousands apart is one word, as it is without."""
    return _WORD.findall(re.sub(r"(?<=\d),(?=\d{3})", "", fold(text).casefold()))
