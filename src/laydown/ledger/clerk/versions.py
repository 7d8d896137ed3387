"""Versions: what a page says now in the place of what it said before."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from laydown.ledger.clerk.facts import POSTED, Facts
from laydown.ledger.clerk.scores import HORIZON_DAYS
from laydown.ledger.clerk.witnesses import alike, words_of
from laydown.model import Place
from laydown.places import relation

LATER: Final = "a later version of the same page"


def replaced(told: Sequence[Facts], before: Sequence[Facts]) -> dict[str, Facts]:
    """For each claim of a report, by its entry, the claim of the page's last version that it stands in the place of.

    BEFORE is what the page said last. Only movements are paired: a stock of another day is another stock. Equal
    numbers go together first, what is left by the places it tells of. Said at one hour, be it but a day, two reports at
    one address may be two items of a page as well: then only nearly the same sentence stands for another.
    """
    left = [one for one in before if _near(one, told[0])]
    moving = [one for one in told if _moves(one)]
    found: dict[str, Facts] = {}
    for matches in (_same_number, _same_way):
        for new in moving:
            mates = (
                old for old in left if matches(new, old) and (old.entry.said != new.entry.said or _reworded(new, old))
            )
            mate = next(mates, None) if new.entry.id not in found else None
            if mate is not None:
                found[new.entry.id] = mate
                left.remove(mate)
    return found


def _near(old: Facts, new: Facts) -> bool:
    """Whether an older claim is of the days in which the clerk looks, and one that another can stand for."""
    within = old.said is not None and new.said is not None and old.said > new.said - timedelta(days=HORIZON_DAYS)
    return within and _moves(old) and old.entry.report != new.entry.report


def _reworded(new: Facts, old: Facts) -> bool:
    """Whether two claims are told in nearly the same sentence."""
    return alike(words_of(new.entry.words), words_of(old.entry.words))


def _moves(facts: Facts) -> bool:
    """Whether a claim posts a movement."""
    return facts.claim.kind == "movement" and facts.claim.status in POSTED and facts.number is not None


def _same_number(new: Facts, old: Facts) -> bool:
    """Whether two claims tell one number of one way."""
    return new.exact == old.exact and _same_way(new, old)


def _same_way(new: Facts, old: Facts) -> bool:
    """Whether two claims go the same way, neither of them as a part, a sum or on top of others."""
    ours, theirs = new.claim, old.claim
    alike = (new.leaves, ours.additional, bool(ours.part_of), bool(ours.total_of)) == (
        old.leaves, theirs.additional, bool(theirs.part_of), bool(theirs.total_of),
    )  # fmt: skip
    return alike and _meet(ours.destination, theirs.destination, new) and _meet(ours.origin, theirs.origin, new)


def _meet(ours: Sequence[Place], theirs: Sequence[Place], facts: Facts) -> bool:
    """Whether two lists of places can be one; who names none says nothing against it."""
    return not ours or not theirs or any(relation(a, b, facts.day) != "apart" for a in ours for b in theirs)
