"""A reading: a report together with the claims that were read in it."""

from dataclasses import dataclass

from laydown.model.claim import Claim
from laydown.model.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What `laydown read` prints a line of: the report and its claims, in the order of their evidence."""

    report: Report
    claims: tuple[Claim, ...] = ()
