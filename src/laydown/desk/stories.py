"""Stories at the desk: what changed between two versions, and the versions and copies that a ledger holds."""

from collections.abc import Iterator
from itertools import chain

from laydown.desk.books import Clocks
from laydown.desk.dropped import counted, dropped
from laydown.ledger.store import Ledger
from laydown.model import Changes, Dropped, Link, Problem, Reading, Report, Ruling, Story, Verdict
from laydown.model.identity import HASH, STORY, short

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
    digits = name.removeprefix(HASH).lower()
    if len(digits) < SHORTEST or set(digits) - set("0123456789abcdef"):
        return None
    found = ledger.reports_named(HASH + digits)
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


def stories(ledger: Ledger, *, recorded_by: str | None = None) -> tuple[Story, ...]:
    """All stories of LEDGER, the one that began last first, as persons had ruled on them by a day.

    A text that was seen at several addresses is told of once, with its sightings.
    """
    from laydown import stories as room

    return room.stories(chain(ledger.reports(), ledger.sighted()), ledger.rulings(recorded_by))


def rule(
    ledger: Ledger, name: str, other: str, verdict: Verdict, *, reason: str, recorded: str
) -> tuple[tuple[Ruling, ...], tuple[Link, ...]]:
    """Append a person's word that the report OTHER is of the story NAME or not; the rulings, and the links that follow.

    NAME is a story by its id, or a report: the word on a story sets the report apart from each of its reports, or puts
    it together with its first; the word on a report is on the two alone. Both go by their ids or the first digits of
    them. Raises ValueError where there is no such report, or several.
    """
    from laydown.stories import pairs_to_rule

    told = _known(ledger, other)
    story = story_named(stories(ledger), name) if name.startswith(STORY) else None
    pairs = pairs_to_rule(story, told, verdict) if story else ((_known(ledger, name), told),)
    made = tuple(Ruling(report=a, other=b, verdict=verdict, reason=reason, recorded=recorded) for a, b in pairs)
    return made, ledger.rule_stories(*made)


def _known(ledger: Ledger, name: str) -> str:
    """The id of the report of LEDGER that begins with NAME."""
    found = report_named(ledger, name)
    if found is None:
        msg = f"no report begins with {name!r}; `laydown story` lists them"
        raise ValueError(msg)
    return found.id


def story_named(found: tuple[Story, ...], name: str) -> Story | None:
    """The story among FOUND whose id, or one of whose reports' ids, begins with NAME; None where there is none.

    Raises ValueError where several do.
    """
    digits = name.removeprefix(STORY).removeprefix(HASH).lower()
    named = [one for one in found if any(v.report.removeprefix(HASH).startswith(digits) for v in one.versions)]
    if len(named) > 1:
        msg = f"{name}: {len(named)} stories begin so; give more digits"
        raise ValueError(msg)
    return named[0] if named and digits else None


def steps(ledger: Ledger, story: Story) -> Iterator[Changes]:
    """What changed in claims from each version of STORY to the next of its address, else from what it is a copy of."""
    for version in story.versions:
        before = version.grouping and ledger.reading(version.grouping.of)
        after = ledger.reading(version.report)
        if before and after:
            yield diff(before, after)


def counted_still(ledger: Ledger, story: Story, recorded_by: str | None = None) -> tuple[Dropped, ...]:
    """What the pages of STORY tell no more and the books count all the same."""
    clocks = Clocks(recorded_by=recorded_by)
    gone = dropped(ledger, clocks, {short(version.report) for version in story.versions})
    return counted(ledger.books(recorded_by=recorded_by), gone) if gone else ()
