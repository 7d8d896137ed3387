"""Updates: how large a movement was before a page told it otherwise, and since when it is what it is now.

A correction says that a number was wrong all along. An update says that it is another by now: the old number holds
until the day of the update and the new one from then on. So a movement whose size was updated is several flows, one
after the other, of which the last has its id.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import pairwise

from laydown.balance.flows import EARLIER, Flow, Posted
from laydown.balance.timing import DONE, begins, ends, said_on
from laydown.model import Claim, Entry, Quantity


def by_size(held: Posted, updates: Mapping[str, Entry]) -> Iterator[tuple[str, Flow]]:
    """The flows of HELD by their ids, each as often as its size was another; UPDATES are claims by what they update.

    A movement that is a whole, a part, or in a total keeps its present size for all days: what its parts were at the
    time of the earlier one is not told apart.
    """
    summed = {id_ for _, targets in held.totals for id_ in targets}
    for id_, flow in held.flows.items():
        old = {entry.id: updates[entry.id] for entry in flow.told if entry.id in updates}
        if not old:
            yield id_, flow
            continue
        alone = not (flow.wholes or flow.parts or id_ in summed)
        for one in _sizes(flow, _Course(flow, old, dated=alone)):
            yield one.id, one


@dataclass(frozen=True)
class _Course:
    """What is told of a FLOW, and what took the place of what, by the OLD claims' ids.

    Without DATED an update counts as if it had always been so.
    """

    flow: Flow
    old: Mapping[str, Entry]
    dated: bool

    @cached_property
    def cuts(self) -> tuple[date, ...]:
        """The days on which the size came to be another, in order."""
        found = {self.leaves(entry) for entry in self.flow.told}
        return tuple(sorted(day for day in found if date.min < day < date.max))

    def leaves(self, entry: Entry) -> date:
        """The day from which a claim says nothing of the size any more; the first of all where it never did."""
        new = self.old.get(entry.id)
        if new is None:
            return date.max
        if _alike(entry, new):
            return date.min  # the later wording says it for all the days on which this one would
        day = ends(new) if new.claim.status in DONE else begins(new)
        return day if self.dated and day > begins(entry) else date.min

    def enters(self, entry: Entry) -> date:
        """The day from which a claim says how large the movement is: the last change of size by when it was told."""
        before = next((one for one in self.flow.told if self.old.get(one.id) is entry), None)
        if before is not None:
            return self.enters(before) if _alike(before, entry) else self.leaves(before)
        return max((day for day in self.cuts if day <= said_on(entry)), default=date.min)


def _sizes(flow: Flow, course: _Course) -> Iterator[Flow]:
    """FLOW as it was between each two changes of its size; the last of them has its id."""
    for since, until in pairwise((date.min, *course.cuts, date.max)):
        told = [one for one in flow.told if course.enters(one) <= since and until <= course.leaves(one)]
        if told:
            ids = {one.id for one in told}
            gone = [one for one in flow.told if one.id in course.old and one.id not in ids and begins(one) < until]
            yield replace(
                flow,
                id=flow.id if until == date.max else f"{flow.id}{EARLIER}{until}",
                told=told,
                earlier=gone,
                since=None if since == date.min else since,
                until=None if until == date.max else until,
            )


def _alike(one: Entry, other: Entry) -> bool:
    """Whether two claims say the same of how many go which way; who leaves an end out denies nothing."""
    ours, theirs = one.claim, other.claim
    ends_ = ((ours.origin, theirs.origin), (ours.destination, theirs.destination))
    return _number(ours) == _number(theirs) and all(not a or not b or a == b for a, b in ends_)


def _number(claim: Claim) -> Quantity | None:
    """The number of a claim, in whatever words."""
    return claim.quantity and replace(claim.quantity, text="")
