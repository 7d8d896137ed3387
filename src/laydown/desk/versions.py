"""Versions: the stories of a ledger, and what changed in their claims, out of what it holds: nothing is read anew."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from laydown.desk import stories as asking
from laydown.desk.held import Held, uncollected
from laydown.model import Changes, Dropped, Grouping, Report, Ruling, Story, Version

_STORIES = "stories"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What changed from one report of a story to another, both at hand; `same` is how many claims they have alike."""

    old: Report
    new: Report
    changes: Changes
    same: int


def stories(held: Held) -> tuple[Story, ...]:
    """All stories, the one that was told last first; worked out once until the ledger changes."""
    return held.kept(_STORIES, lambda: _ordered(held))


def stories_soon(held: Held, patience: float) -> bool:
    """Whether the stories are worked out within so many seconds; else they will be, some time later.

    Every report is held against others, which takes half a minute where there are ten thousand.
    """
    return held.soon(_STORIES, lambda: _ordered(held), patience) is not None


def _ordered(held: Held) -> tuple[Story, ...]:
    """The stories, the one that was told last first."""
    with uncollected():
        return tuple(sorted(asking.stories(held.ledger), key=_last_told, reverse=True))


def _last_told(story: Story) -> tuple[str, str]:
    """When the last version of STORY came; what came at no known hour is the oldest."""
    return max(version.at or "" for version in story.versions), story.id


def story_named(held: Held, name: str) -> Story | None:
    """The story whose id or one of whose reports' ids begins with NAME; raises ValueError where several do."""
    return asking.story_named(stories(held), name)


def counted_still(held: Held, story: Story) -> tuple[Dropped, ...]:
    """What the pages of STORY tell no more and the books count all the same."""
    return held.kept(("dropped", story.id), lambda: asking.counted_still(held.ledger, story))


def ruled(held: Held, story: Story) -> tuple[Ruling, ...]:
    """What persons said of the reports of STORY, in that order."""
    names = {version.report for version in story.versions}
    return tuple(one for one in held.kept("story rulings", held.ledger.rulings) if names & {one.report, one.other})


def kinds(story: Story) -> tuple[int, int]:
    """How many versions and how many copies a story has, its first report among the versions."""
    copies = sum(version.grouping is not None and version.grouping.kind == "copy" for version in story.versions)
    return len(story.versions) - copies, copies


def followers(held: Held, story: Story) -> Sequence[tuple[Story, Grouping]]:
    """The stories that follow STORY up, with the reason for each."""
    return [(one, link) for one in stories(held) for link in one.follows if link.of == story.id]


def step(held: Held, old: str, new: str) -> Step | None:
    """What changed from the report OLD to the report NEW, by their ids; None where one of them is not held."""
    before, after = held.ledger.reading(old), held.ledger.reading(new)
    if before is None or after is None:
        return None
    changes = asking.diff(before, after)
    same = len(after.claims) - len(changes.added) - len(changes.changed)
    return Step(old=before.report, new=after.report, changes=changes, same=max(0, same))


def steps(held: Held, story: Story, most: int | None = None) -> Iterator[tuple[Version, Step | None]]:
    """Each version of STORY with what it changed against the one before it of its page, each copy against its model.

    With MOST, the last so many of them.
    """
    for version in story.versions if most is None else story.versions[-most:]:
        yield version, step(held, version.grouping.of, version.report) if version.grouping else None
