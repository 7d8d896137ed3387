"""Stories at the desk: what changed between two versions, and the versions and copies that a ledger holds."""

from collections.abc import Iterator
from itertools import pairwise

from laydown.ledger.store import Ledger
from laydown.model import Changes, Problem, Reading, Report, Story

SHORTEST = 4
"""Hex digits that name a report, at the least."""


def diff(old: Reading, new: Reading) -> Changes:
    """What changed in the claims from OLD to NEW."""
    from laydown.stories import changes

    return changes(old, new)


def report_named(ledger: Ledger, name: str) -> Report | None:
    """The report of LEDGER whose id is or begins with NAME, "sha256:" aside; None where there is none.

    Raises ValueError where several begin so.
    """
    digits = name.removeprefix("sha256:").lower()
    if len(digits) < SHORTEST or set(digits) - set("0123456789abcdef"):
        return None
    found = ledger.reports_named("sha256:" + digits)
    if len(found) > 1:
        msg = f"{name}: {len(found)} reports begin so; give more digits"
        raise ValueError(msg)
    return ledger.report(found[0]) if found else None


def read_version(name: str, ledger: Ledger | None, *, published: str | None = None) -> Reading | Problem:
    """The reading of NAME: a report of LEDGER by its id or the beginning of it, or else a source that holds one.

    Raises ValueError where several reports of LEDGER begin so.
    """
    from laydown.crew import read_one
    from laydown.desk.reading import read_sources

    held = report_named(ledger, name) if ledger is not None else None
    if held is not None:
        return read_one(held)
    found = list(read_sources([name], published=published))
    if len(found) == 1:
        return found[0]
    hint = "name one that holds one report, or the id of a report of the ledger"
    return Problem(where=name, what=f"{len(found)} reports and not one", hint=hint)


def stories(ledger: Ledger) -> tuple[Story, ...]:
    """All stories of LEDGER, the one that began last first."""
    from laydown import stories as room

    return room.stories(ledger.reports())


def story_named(found: tuple[Story, ...], name: str) -> Story | None:
    """The story among FOUND whose id, or one of whose reports' ids, begins with NAME; None where there is none.

    Raises ValueError where several do.
    """
    digits = name.removeprefix("s-").removeprefix("sha256:").lower()
    named = [one for one in found if any(v.report.removeprefix("sha256:").startswith(digits) for v in one.versions)]
    if len(named) > 1:
        msg = f"{name}: {len(named)} stories begin so; give more digits"
        raise ValueError(msg)
    return named[0] if named and digits else None


def steps(ledger: Ledger, story: Story) -> Iterator[Changes]:
    """What changed in claims from each version of STORY to the next, in the order of time."""
    from laydown.crew import read_one

    reports = (ledger.report(version.report) for version in story.versions)
    readings = [read_one(report) for report in reports if report is not None]
    for old, new in pairwise(reading for reading in readings if isinstance(reading, Reading)):
        yield diff(old, new)
