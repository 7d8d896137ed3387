"""Kin: which reports tell one text, by their words or as a person ruled, and the families that they make."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, TypeVar

Verdict = Literal["apart", "together"]
Pair = tuple[str, str]
Member = TypeVar("Member", bound=Hashable)

VERDICTS: Final[Mapping[Verdict, str]] = {
    "apart": "the two are not the same story: neither is a version or a copy of the other",
    "together": "the two are the same story: versions of one outlet's, or copies where two have it",
}
"""What a person can say of two reports."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A person's word on whether two reports are one story; appended and never changed: the last on a pair holds."""

    report: str
    other: str
    verdict: Verdict
    reason: str
    recorded: str = ""

    @property
    def pair(self) -> Pair:
        """The two reports, whichever was named first."""
        return pair(self.report, self.other)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A text that is held, seen at another address, since an hour where the page there states one."""

    report: str
    address: str
    said: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """How reports stand to each other by their texts.

    `found` has how like the texts of two copies are, `rulings` the last word of a person on a pair, `seen`
    the addresses beside its own at which the words of a report stood.
    """

    found: Mapping[Pair, float] = field(default_factory=dict)
    rulings: Mapping[Pair, Ruling] = field(default_factory=dict)
    seen: Mapping[str, tuple[Seen, ...]] = field(default_factory=dict)

    def verdict(self, one: str, other: str) -> Verdict | None:
        """What a person ruled of two reports."""
        ruled = self.rulings.get(pair(one, other))
        return None if ruled is None else ruled.verdict

    def akin(self, one: str, other: str) -> bool | None:
        """Whether two reports tell one text; None where nothing is known of it."""
        ruled = self.verdict(one, other)
        if ruled is not None:
            return ruled == "together"
        return True if pair(one, other) in self.found else None


def pair(one: str, other: str) -> Pair:
    """Two reports in the order of their ids, so that a pair has one name.

    >>> pair("b", "a")
    ('a', 'b')
    """
    return (one, other) if one <= other else (other, one)


def last_words(rulings: Iterable[Ruling]) -> dict[Pair, Ruling]:
    """Of RULINGS in the order of their appending, the last of each pair."""
    return {ruling.pair: ruling for ruling in rulings}


def families(
    members: Sequence[Member], bonds: Iterable[tuple[Member, Member]], apart: Mapping[Member, frozenset[Member]]
) -> dict[Member, Member]:
    """For each of MEMBERS the first of its family: those that BONDS join, the strongest bond first.

    A bond that would bring two that are APART under one roof, be it by way of others, joins nobody.

    >>> families("abcd", [("a", "b"), ("b", "c")], {"a": frozenset("c"), "c": frozenset("a")})
    {'a': 'a', 'b': 'a', 'c': 'c', 'd': 'd'}
    """
    home: dict[Member, list[Member]] = {one: [one] for one in members}
    foes = {one: set(apart.get(one, ())) for one in members}
    for one, other in bonds:
        ours, theirs = home[one], home[other]
        if ours is theirs or not foes[ours[0]].isdisjoint(theirs):
            continue
        if len(ours) < len(theirs):
            ours, theirs = theirs, ours
        foes[ours[0]] |= foes[theirs[0]]
        ours += theirs
        for moved in theirs:
            home[moved] = ours
    rank = {one: at for at, one in enumerate(members)}
    first = {id(family): min(family, key=rank.__getitem__) for family in home.values()}
    return {one: first[id(home[one])] for one in members}
