"""Scores: how well a claim fits a movement that is open already; what cannot be one is vetoed outright.

The points were set by hand on the order of what they weigh: a number told twice is nearly a name, a shared route is
strong, nearness in time helps, and "another" speaks against. `python -m evals.world` measures them on a world of known
truth; none is fitted to an example.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final

from laydown.ledger.clerk.facts import Facts
from laydown.ledger.clerk.state import Told
from laydown.ledger.clerk.witnesses import copied
from laydown.lexicon.amounts import Interval
from laydown.lexicon.formations import standing
from laydown.model import Kin, Place
from laydown.places import relation

HORIZON_DAYS: Final = 60
"""How long after its opening a movement is still looked for: ships and brigades take weeks, not seasons."""

NEW: Final = 2.5
"""What a claim must score with a movement to be as likely its retelling as one of its own."""
COPY: Final = 10.0
"""Two tellings in the same words, or nearly so in copies of one text."""
NUMBER: Final = {"same": 3.0, "meets": 1.5, "apart": -2.5}
WHERE: Final = {"same": 2.0, "inside": 1.5, "contains": 1.5, "overlaps": 0.5}
FROM: Final = {"same": 1.5, "inside": 1.0, "contains": 1.0, "overlaps": 0.5}
UNITS: Final = {"same": 2.0, "inside": 1.5, "contains": 1.5, "unknown": -0.5}
ROUTE: Final = 0.5
"""Both ends are the same."""
SPLIT: Final = -0.5
"""The movement goes to other places as well."""
NEAR: Final = 1.5
"""Told on the same day; falls to nothing at the horizon."""
SAME_DAY: Final = 1.0
"""The words of both give the same day of moving."""
ONE_DAY: Final = 1.0
"""Spoken on the same day: two orders for one place on one day are rarer than two numbers for one order."""
SAME_SPEAKER: Final = 1.0
"""And on the same word."""
ON_TOP: Final = -3.5
"""Said to come on top, of a movement that was not."""
CORRECTS: Final = 3.0
"""An outlet that takes back what it said of something like this."""
GIVEN: Final = 1.0
"""Spoken of as known already."""


def score(facts: Facts, movement: Told, kin: Kin) -> float | None:
    """How well FACTS fit MOVEMENT; None where they cannot be of one movement. KIN are the reports of one text."""
    where = _best(facts.claim.destination, movement.destination, WHERE, facts.day)
    if where is None or _elsewhere(facts, movement):
        return None
    origin = _best(facts.claim.origin, movement.origin, FROM, facts.day)
    units = _units(facts, movement)
    if origin is None or units is None:
        return None
    number = numbers(facts, movement)
    if any(t.entry.report == facts.entry.report for t in movement.tellings) and number != "same":
        return None  # a report that tells two numbers of one route tells two movements
    points = (
        where
        + origin
        + units
        + _route(facts, movement, where, origin)
        + NUMBER.get(number or "", 0.0)
        + _time(facts, movement)
        + _voice(facts, movement)
    )
    if facts.claim.additional and not any(t.claim.additional for t in movement.tellings):
        points += ON_TOP
    if facts.given:
        points += GIVEN
    if "correction" in facts.cues and any(t.entry.outlet == facts.entry.outlet for t in movement.tellings):
        points += CORRECTS
    return points + (COPY if any(copied(facts.entry, t.entry, kin) for t in movement.tellings) else 0.0)


def _route(facts: Facts, movement: Told, where: float, origin: float) -> float:
    """What both ends say together: one route from end to end, or a movement that goes elsewhere too."""
    points = ROUTE if where == WHERE["same"] and origin == FROM["same"] else 0.0
    ours = facts.claim.destination
    elsewhere = [p for p in movement.destination if all(relation(p, o, facts.day) == "apart" for o in ours)]
    return points + (SPLIT if ours and elsewhere else 0.0)


def numbers(facts: Facts, movement: Told) -> str | None:
    """How the number told lies to those told of MOVEMENT: the same, meeting, apart; None where one is missing."""
    told = [t for t in movement.tellings if t.number is not None]
    if facts.number is None or not told:
        return None
    if facts.exact is not None and any(t.exact == facts.exact for t in told):
        return "same"
    return "meets" if any(meet(facts.number, t.number) for t in told if t.number) else "apart"


def meet(one: Interval, other: Interval) -> bool:
    """Whether two numbers can be one."""
    return (other.high is None or one.low <= other.high) and (one.high is None or other.low <= one.high)


def _best(ours: Sequence[Place], theirs: Sequence[Place], points: dict[str, float], on: date | None) -> float | None:
    """The points of the ends that fit best; nothing where either side is silent, None where all are apart."""
    if not ours or not theirs:
        return 0.0
    found = [points[lies] for one in ours for other in theirs if (lies := relation(one, other, on)) in points]
    return max(found) if found else None


def _elsewhere(facts: Facts, movement: Told) -> bool:
    """Whether one goes to where the other leaves: sent to Mali and withdrawn from Mali are two movements."""
    return facts.leaves != movement.opening.leaves and not (facts.claim.origin and facts.claim.destination)


def _units(facts: Facts, movement: Told) -> float | None:
    """The points of the units named; None where they are two of one kind."""
    theirs = tuple(unit for t in movement.tellings for unit in t.units)
    if not facts.units or not theirs:
        return 0.0
    stand = [standing(one, other, facts.day) for one in facts.units for other in theirs]
    found = [UNITS[one] for one in stand if one in UNITS]
    return max(found) if found else None


def _time(facts: Facts, movement: Told) -> float:
    """The points of nearness in time."""
    points = 0.0
    if facts.said and movement.last:
        points += NEAR * max(0.0, 1 - (facts.said - movement.last).days / HORIZON_DAYS)
    if facts.stated_day and any(t.stated_day == facts.stated_day for t in movement.tellings):
        points += SAME_DAY
    return points


def _voice(facts: Facts, movement: Told) -> float:
    """The points of words spoken on one day, and of one voice speaking them."""
    today = [t for t in movement.tellings if _spoken(t) == _spoken(facts)]
    heard = any(_speakers(facts) & _speakers(t) for t in today)
    return (ONE_DAY if today else 0.0) + (SAME_SPEAKER if heard else 0.0)


def _spoken(facts: Facts) -> date | None:
    """The day on which the speaker spoke, else the one on which it was told."""
    told = facts.claim.attribution
    return (told and told.said) or facts.said


def _speakers(facts: Facts) -> frozenset[str]:
    """On whose word: the speaker, the organisation and who decided."""
    claim = facts.claim
    told = (claim.attribution.speaker, claim.attribution.organization) if claim.attribution else ()
    return frozenset(filter(None, (*told, claim.authority)))
