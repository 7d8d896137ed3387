"""Facts: what of an entry the clerk goes by, worked out once."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from laydown.lexicon.amounts import Interval, interval
from laydown.lexicon.cues import Cue, cues
from laydown.model import Claim, Entry, Place

GIVEN: Final = re.compile(r"(?:the|these|those|its|their|his|all)\b", re.IGNORECASE)
"""How a noun phrase begins that names a force which the reader is taken to know already."""
POSTED: Final = frozenset({"announced", "underway", "completed"})
"""The statuses of a movement that is decided on: the others are plans, requests and refusals, and move nothing."""
AWAY: Final = frozenset({"withdraw", "return"})


@dataclass(frozen=True)
class Facts:
    """An entry seen by the clerk; places are those of its claim, `day` when it was so, `said` when it was told."""

    entry: Entry

    @cached_property
    def claim(self) -> Claim:
        """The claim itself."""
        return self.entry.claim

    @cached_property
    def day(self) -> date | None:
        """The day that the claim is about: the one that its words give, else the one on which it was said."""
        when = self.claim.when
        return (when and (when.start or when.end)) or self.said

    @cached_property
    def said(self) -> date | None:
        """The day on which the public could know."""
        return date.fromisoformat(self.entry.said[:10]) if self.entry.said else None

    @cached_property
    def stated_day(self) -> date | None:
        """The one day that the claim's own words give."""
        when = self.claim.when
        return when.start if when and when.start == when.end else None

    @cached_property
    def number(self) -> Interval | None:
        """Between which bounds the number lies; None where there is neither a number nor a unit of known size."""
        claim = self.claim
        units = claim.force.units if claim.force else ()
        if claim.quantity is None and not units:
            return None
        found = interval(claim.quantity, units=units, text=claim.force.text if claim.force else None)
        return None if found.low == 0 and found.high is None else found

    @cached_property
    def vague(self) -> bool:
        """Whether the number is an open class such as "thousands": it may well sum up what others tell apart."""
        quantity = self.claim.quantity
        return quantity is not None and quantity.hedge == "vague" and quantity.high is None

    @cached_property
    def exact(self) -> int | None:
        """The one number that the claim tells, however hedged; None for ranges and bare bounds."""
        quantity = self.claim.quantity
        value = None if quantity is None else next(
            (n for n in (quantity.value, quantity.low, quantity.high) if n is not None), None
        )  # fmt: skip
        return None if value is None or self.vague else int(value)

    @cached_property
    def units(self) -> tuple[str, ...]:
        """The units that the claim names."""
        return self.claim.force.units if self.claim.force else ()

    @cached_property
    def cues(self) -> frozenset[Cue]:
        """What the words around the number say of it."""
        start, end = self._number_in_words
        return cues(self.entry.words, start, end)

    @cached_property
    def given(self) -> bool:
        """Whether the words speak of a force as known already: "the 1,700 paratroopers"."""
        force = self.claim.force
        return bool(force and force.text and GIVEN.match(force.text))

    @cached_property
    def leaves(self) -> bool:
        """Whether the force goes away from a place rather than to one."""
        claim = self.claim
        return claim.action in AWAY or bool(claim.origin and not claim.destination)

    @cached_property
    def ends(self) -> tuple[Place, ...]:
        """All the places that a movement names."""
        return (*self.claim.origin, *self.claim.destination)

    @property
    def _number_in_words(self) -> tuple[int, int]:
        """Where the number stands in the entry's words; their end where the claim has none."""
        spans = self.claim.spans.get("quantity", ())
        first = self.claim.evidence.start
        size = len(self.entry.words)
        start, end = (spans[0][0] - first, spans[0][1] - first) if spans else (size, size)
        return (start, end) if 0 <= start <= end <= size else (size, size)
