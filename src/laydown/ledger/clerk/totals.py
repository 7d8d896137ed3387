"""Totals and parts: what a report says of its own claims, and numbers that sum up movements told before."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from laydown.ledger.clerk.facts import Facts
from laydown.ledger.clerk.scores import HORIZON_DAYS, meet, score
from laydown.ledger.clerk.state import State, Told
from laydown.lexicon.amounts import Interval
from laydown.model import Link, Option, Place
from laydown.places import relation

SUMMED: Final = 5
"""How many movements a total is taken to sum up at most; the notes found two to four in practice."""
EQUAL: Final = 3.5
"""The sum comes out to the last man."""
NEARLY: Final = 2.0
"""The sum comes out within a tenth: news rounds."""
MEETS: Final = 1.0
TOTAL: Final = 2.0
"""The words call it a total."""
THERE: Final = 1.0
"""All of them go just where the total is."""
EACH: Final = -0.25
"""For each movement more, so that the fewest are preferred where several sets come out."""


def inside_report(facts: Facts, state: State) -> Link | None:
    """What a claim's own report says it is a part of, or the total of, where the other claims are posted."""
    claim = facts.claim
    if claim.total_of:
        targets = _posted(facts, claim.total_of, state)
        if len(targets) > 1:
            return Link(claim="", role="covers", targets=targets, reason="its report gives it as their total")
    if claim.part_of:
        return _part(facts, _posted(facts, claim.part_of, state), state)
    return None


def _part(facts: Facts, wholes: Sequence[str], state: State) -> Link | None:
    """A part of a movement: one that is told already, or a new one under it."""
    if len(wholes) != 1 or facts.number is None or wholes[0] not in state.movements:
        return None
    whole = wholes[0]
    told = [m for m in state.parts.get(whole, ()) if (score(facts, m, state.kin) or 0.0) > 0 and _same_number(facts, m)]
    if told:
        return Link(claim="", role="same", targets=(told[0].id,), reason="tells of the same part of the movement")
    return Link(claim="", role="part-of", targets=(whole,), reason="its report gives it as a part of the whole")


def _same_number(facts: Facts, movement: Told) -> bool:
    """Whether the numbers of a part agree."""
    return any(t.number is not None and facts.number is not None and meet(facts.number, t.number)
               for t in movement.tellings)  # fmt: skip


def _posted(facts: Facts, claims: Sequence[str], state: State) -> tuple[str, ...]:
    """The movements to which claims of FACTS' report were posted, each once."""
    report = facts.entry.id.rpartition(".")[0]
    found = [name for claim in claims for name in state.posted.get(f"{report}.{claim}", ())]
    return tuple(dict.fromkeys(found))


def sums(facts: Facts, state: State) -> Iterator[Option]:
    """The sets of the last movements into a claim's places that its number may sum up, with their scores."""
    if facts.number is None or facts.claim.status == "cancelled" or facts.claim.additional:
        return
    inside = [m for m in state.recent(facts.said, HORIZON_DAYS) if _counts(facts, m)]
    known = {m.id for m in inside}
    inside = [m for m in inside if m.parent not in known]
    for size in range(2, min(SUMMED, len(inside)) + 1):
        last = inside[-size:]
        points = _fit(facts, last)
        if points is not None:
            yield Option(role="covers", targets=tuple(m.id for m in last), score=points + EACH * size)


def _counts(facts: Facts, movement: Told) -> bool:
    """Whether a movement goes the way of a claim and lies inside its places."""
    if facts.leaves != movement.opening.leaves or movement.opening.number is None:
        return False
    claim = facts.claim
    ours = claim.origin if facts.leaves else claim.destination
    theirs = movement.origin if facts.leaves else movement.destination
    if not ours:
        return "total" in facts.cues
    return bool(theirs) and all(any(_inside(one, other, facts.day) for other in ours) for one in theirs)


def _inside(one: Place, other: Place, on: date | None) -> bool:
    """Whether all of ONE lies in OTHER."""
    return one is other or relation(one, other, on) in {"same", "inside"}


def _fit(facts: Facts, movements: Sequence[Told]) -> float | None:
    """How well the sum of MOVEMENTS comes out; None where it does not."""
    told = [m.opening for m in movements]
    total = _sum([number for t in told if (number := t.number) is not None])
    if facts.number is None or not meet(facts.number, total):
        return None
    values = [t.exact for t in told]
    even = None not in values and sum(v for v in values if v is not None) == facts.exact
    points = EQUAL if even else NEARLY if _close(facts.number, total) else MEETS
    if "total" in facts.cues or "after" in facts.cues:
        points += TOTAL
    ours, theirs = facts.claim.destination, [place for m in movements for place in m.destination]
    if ours and theirs and all(any(relation(p, o, facts.day) == "same" for o in ours) for p in theirs):
        points += THERE
    return points


def _close(one: Interval, other: Interval) -> bool:
    """Whether the middles of two numbers lie within a tenth of each other."""
    if one.high is None or other.high is None:
        return False
    ours, theirs = one.low + one.high, other.low + other.high
    return 10 * abs(ours - theirs) <= max(ours, theirs)


def _sum(numbers: Sequence[Interval]) -> Interval:
    """The bounds of a sum."""
    highs = [number.high for number in numbers]
    high = None if None in highs else sum(h for h in highs if h is not None)
    return Interval(low=sum(number.low for number in numbers), high=high)
