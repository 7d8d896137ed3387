"""Stories: all reports put together by kinship, the same whatever the order in which they came."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from laydown.model import Grouping, Report, Story, Version
from laydown.model.identity import story_id
from laydown.stories.kinship import in_time, kinship
from laydown.stories.sketch import Sketch, sketch

NEIGHBOURS: Final = 12
"""With how many of those behind it in time a report is compared under one key, so that a boilerplate stays cheap."""

Kin = Mapping[str, Sequence[Grouping]]


def stories(reports: Iterable[Report]) -> tuple[Story, ...]:
    """The stories that REPORTS tell, each with its versions and copies in the order of time, the oldest story first.

    The same words are the same report, known by the page that had them first. Versions and copies make one story,
    follow-ups are links between stories. A report without kin is a story alone.
    """
    known: dict[str, Sketch] = {}
    for one in sorted(map(sketch, reports), key=_first_seen):
        known.setdefault(one.report.id, one)
    ordered = sorted(known.values(), key=in_time)
    kin = _kin(ordered)
    head = _heads(known, kin)
    members: dict[str, list[Sketch]] = defaultdict(list)
    for one in ordered:
        members[head[one.report.id]].append(one)
    names = {one.report.id: story_id(group[0].report.id) for group in members.values() for one in group}
    return tuple(_story(group, kin, names) for group in members.values())


def _kin(ordered: Sequence[Sketch]) -> Kin:
    """For each report how it stands to earlier ones, among the pairs that meet under a key."""
    found: dict[str, list[Grouping]] = {}
    for old, new in sorted(_pairs(ordered)):
        grouping = kinship(ordered[old], ordered[new])
        if grouping is not None:
            found.setdefault(ordered[new].report.id, []).append(grouping)
    return found


def _pairs(ordered: Sequence[Sketch]) -> set[tuple[int, int]]:
    """Which of ORDERED to compare, by index: neighbours in time under one key or one address."""
    shelves: dict[object, list[int]] = defaultdict(list)
    for at, one in enumerate(ordered):
        for key in (*one.keys, *([one.address] if one.address else [])):
            shelves[key].append(at)
    return {
        (old, new)
        for shelf in shelves.values()
        for place, old in enumerate(shelf)
        for new in shelf[place + 1 : place + 1 + NEIGHBOURS]
    }


def _heads(known: Iterable[str], kin: Kin) -> Mapping[str, str]:
    """For each report one that stands for all of its story."""
    head = {name: name for name in known}

    def find(name: str) -> str:
        while head[name] != name:
            head[name] = head[head[name]]
            name = head[name]
        return name

    for new, groupings in kin.items():
        for grouping in groupings:
            if grouping.kind != "follow-up":
                head[find(new)] = find(grouping.of)
    return {name: find(name) for name in head}


def _story(group: Sequence[Sketch], kin: Kin, names: Mapping[str, str]) -> Story:
    """The story of a group of reports in the order of time."""
    inside = {one.report.id for one in group}
    follows: dict[str, Grouping] = {}
    for one in group:
        for grouping in kin.get(one.report.id, ()):
            name = names[grouping.of]
            if grouping.of not in inside and (name not in follows or _strength(grouping) > _strength(follows[name])):
                follows[name] = grouping
    return Story(
        id=story_id(group[0].report.id),
        versions=tuple(_version(one, kin.get(one.report.id, ())) for one in group),
        follows=tuple(replace(best, of=name) for name, best in sorted(follows.items())),
    )


def _version(one: Sketch, groupings: Sequence[Grouping]) -> Version:
    """A report in its story, with the strongest of its reasons; the first of its line has none."""
    report = one.report
    reasons = [grouping for grouping in groupings if grouping.kind != "follow-up"]
    best = max(reasons, key=_strength, default=None)
    return Version(
        report=report.id, outlet=report.publisher or one.house, title=report.title, at=one.hour, grouping=best
    )


def _strength(grouping: Grouping) -> tuple[bool, float, str]:
    """What makes one reason stronger than another: an address more than words, ties by id."""
    return grouping.kind == "version", grouping.likeness, grouping.of


def _first_seen(one: Sketch) -> tuple[bool, str, str, str]:
    """The order in which pages of the same words are preferred: the earliest, then by what they say of themselves."""
    return *in_time(one), repr(one.report)
