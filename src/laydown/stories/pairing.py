"""Pairing: which claim of one version is which of the other, the best fit first."""

from collections.abc import Iterator, Sequence
from functools import partial

from laydown.model import Claim, Place, Telling
from laydown.stories.fields import PLACES, identity
from laydown.stories.words import words

ENOUGH = 3.0
"""The fit below which two claims are two; the same sentence with another number has about 7."""

WORDS, KIND, FORCE, PLACE, NUMBER, STATUS = 4.0, 1.5, 1.0, 1.0, 1.0, 0.5


def pairs(old: Sequence[Telling], new: Sequence[Telling]) -> list[tuple[int, int]]:
    """Which of OLD is which of NEW, by index; each at most once, the best fits first, ties in the order of the text."""
    fits = sorted(
        ((-fit(one, other), abs(i - j), i, j) for i, one in enumerate(old) for j, other in enumerate(new)),
    )
    left, right, found = set(range(len(old))), set(range(len(new))), []
    for score, _, i, j in fits:
        if -score >= ENOUGH and i in left and j in right:
            left.remove(i)
            right.remove(j)
            found.append((i, j))
    return sorted(found)


def fit(old: Telling, new: Telling) -> float:
    """How well two tellings fit: by their words, kinds, forces, places and numbers; below zero where they cannot."""
    one, other = old.claim, new.claim
    score = WORDS * likeness(old.words, new.words)
    score += KIND if one.kind == other.kind else -KIND
    score += FORCE * _agreement(_nation(one), _nation(other))
    score += PLACE * _nearness(one, other)
    score += NUMBER * _agreement(_number(one), _number(other))
    return score + STATUS * (one.status == other.status)


def likeness(one: str, other: str) -> float:
    """The share of words that two sentences have in common, 0 to 1.

    >>> likeness("2,000 troops go", "3,000 troops go")
    0.6666666666666666
    """
    first, second = set(words(one)), set(words(other))
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0


def _agreement(one: object, other: object) -> float:
    """1 for equal values, -1 for others, 0 where either is unknown."""
    if one is None or other is None:
        return 0.0
    return 1.0 if one == other else -1.0


def _nation(claim: Claim) -> str | None:
    """Whose force it is, or whose gift."""
    return claim.donor or (claim.force.nation if claim.force else None)


def _number(claim: Claim) -> object:
    """How many of what."""
    found = claim.quantity
    return found and (found.value, found.low, found.high, found.unit)


def _nearness(one: Claim, other: Claim) -> float:
    """1 where the claims share a place, half where they share but its country, -1 for places elsewhere."""
    first, second = list(_all_places(one)), list(_all_places(other))
    if not first or not second:
        return 0.0
    if set(map(identity, first)) & set(map(identity, second)):
        return 1.0
    countries = {place.country for place in first if place.country}
    return 0.5 if countries & {place.country for place in second} else -1.0


def _all_places(claim: Claim) -> Iterator[Place]:
    """The places of CLAIM in all its fields."""
    for places in map(partial(getattr, claim), PLACES):
        yield from places
