"""Weighing: a claim may open a movement, tell of an open one, or tell of a part of it."""

from collections.abc import Iterator
from typing import Final

from laydown.ledger.clerk.facts import Facts
from laydown.ledger.clerk.scores import HORIZON_DAYS, NEW, NUMBER, numbers, score
from laydown.ledger.clerk.state import State, Told
from laydown.model import Option
from laydown.places import relation

FOLLOWS: Final = -1.0
"""An arrival that nobody announced is rarer than one that somebody did."""
ON_TOP: Final = 1.5
"""Said to come on top of others."""
KNOWN: Final = -3.0
"""Spoken of as known, as nobody opens a story."""
PART: Final = 1.0
"""Fewer have arrived than were announced: the usual way that news goes."""


def weigh(facts: Facts, state: State) -> Iterator[Option]:
    """The ways to post FACTS as a movement of their own or as one of those that are open."""
    if _may_open(facts):
        yield Option(role="opens", score=_alone(facts))
    fits = {m.id: s for m in state.recent(facts.said, HORIZON_DAYS) if (s := score(facts, m, state.kin)) is not None}
    for name, points in fits.items():
        movement = state.movements[name]
        if any(fits.get(part.id, points - 1) >= points for part in state.parts.get(name, ())):
            continue  # what fits a part as well as the whole is told of the part
        yield Option(role="same", targets=(name,), score=points)
        if _is_part(facts, movement, state):
            yield Option(role="part-of", targets=(name,), score=points - _apart(facts, movement) + PART)


def _may_open(facts: Facts) -> bool:
    """Whether a claim may open a movement: decided on, with a number that sums up nobody else's, somewhere to go."""
    return (
        facts.claim.status != "cancelled"
        and facts.number is not None
        and not facts.vague
        and not facts.claim.total_of
        and "total" not in facts.cues
        and "after" not in facts.cues
        and bool(facts.ends)
    )


def _alone(facts: Facts) -> float:
    """How likely a claim is to open a movement."""
    points = NEW
    if facts.claim.additional:
        points += ON_TOP
    if facts.claim.status != "announced":
        points += FOLLOWS
    if facts.given:
        points += KNOWN
    return points


def _is_part(facts: Facts, movement: Told, state: State) -> bool:
    """Whether a claim tells of fewer than the movement has: the first to arrive, or those for one of its places."""
    whole, part = movement.opening.number, facts.number
    if part is None or whole is None or part.high is None or part.high >= whole.low or facts.claim.additional:
        return False
    told = [one.opening.number for one in state.parts.get(movement.id, ())]
    if whole.high is not None and part.low + sum(n.low for n in told if n) > whole.high:
        return False
    return facts.claim.status in {"underway", "completed"} or _narrower(facts, movement)


def _narrower(facts: Facts, movement: Told) -> bool:
    """Whether a claim goes to some of a movement's destinations and not to others."""
    ours, theirs = facts.claim.destination, movement.destination
    left = [one for one in theirs if all(relation(one, other, facts.day) == "apart" for other in ours)]
    return bool(ours) and 0 < len(left) < len(theirs)


def _apart(facts: Facts, movement: Told) -> float:
    """What the score took off for numbers that lie apart, which in a part they must."""
    return NUMBER["apart"] if numbers(facts, movement) == "apart" else 0.0
