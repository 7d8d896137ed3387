"""Stories: all reports put together by kinship, the same whatever the order in which they came."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from laydown.model import Grouping, Report, Ruling, Sighting, Story, Verdict, Version
from laydown.model.identity import story_id
from laydown.model.kin import Pair, families, last_words, pair
from laydown.stories.kinship import in_time, kinship, ruled_kin
from laydown.stories.sketch import Sketch, sketch

NEIGHBOURS: Final = 12
"""With how many of those behind it in time a report is compared under one key, so that a boilerplate stays cheap."""

Kin = Mapping[str, Sequence[Grouping]]


def stories(reports: Iterable[Report], rulings: Iterable[Ruling] = ()) -> tuple[Story, ...]:
    """The stories that REPORTS tell, each with its versions and copies in the order of time, the oldest story first.

    The same words are the same report, known by the page that had them first, and sighted on the others. Versions and
    copies make one story, follow-ups are links between stories. A report without kin is a story alone. What a person
    ruled of two reports, the last word in RULINGS on a pair, holds against whatever their words say.
    """
    seen: dict[str, list[Sketch]] = {}
    for one in sorted(map(sketch, reports), key=_first_seen):
        seen.setdefault(one.report.id, []).append(one)
    known = {name: _everywhere(those) for name, those in seen.items()}
    ruled = {p: one for p, one in last_words(rulings).items() if known.keys() >= set(p)}
    ordered = sorted(known.values(), key=in_time)
    kin = _kin(ordered, ruled)
    members: dict[str, list[Sketch]] = defaultdict(list)
    head = _heads(ordered, kin, ruled)
    for one in ordered:
        members[head[one.report.id]].append(one)
    names = {one.report.id: story_id(group[0].report.id) for group in members.values() for one in group}
    return tuple(_story(group, kin, names, ruled, seen) for group in members.values())


def _everywhere(those: Sequence[Sketch]) -> Sketch:
    """The first of THOSE sketches of the same words, known by the addresses of all."""
    return replace(those[0], addresses=frozenset().union(*(one.addresses for one in those)))


def _kin(ordered: Sequence[Sketch], ruled: Mapping[Pair, Ruling]) -> Kin:
    """For each report how it stands to earlier ones, among the pairs that meet under a key or were ruled on."""
    at = {one.report.id: place for place, one in enumerate(ordered)}
    later = _later(ordered)
    for one, other in ruled:
        later[min(at[one], at[other])].add(max(at[one], at[other]))
    found: dict[str, list[Grouping]] = {}
    for old in sorted(later):
        for new in sorted(later[old]):
            grouping = _grouping(ordered[old], ordered[new], ruled)
            if grouping is not None:
                found.setdefault(ordered[new].report.id, []).append(grouping)
    return found


def _grouping(old: Sketch, new: Sketch, ruled: Mapping[Pair, Ruling]) -> Grouping | None:
    """How NEW stands to OLD: as a person ruled, else by their words."""
    ruling = ruled.get(pair(old.report.id, new.report.id))
    if ruling is None:
        return kinship(old, new)
    return ruled_kin(old, new, ruling.reason) if ruling.verdict == "together" else None


def _later(ordered: Sequence[Sketch]) -> dict[int, set[int]]:
    """With which later ones to compare each of ORDERED, by index: neighbours in time under one key or one address.

    One set for each, for to sort millions of pairs at once stops all other threads for seconds.
    """
    shelves: dict[object, list[int]] = defaultdict(list)
    for at, one in enumerate(ordered):
        for key in (*one.keys, *one.addresses):
            shelves[key].append(at)
    found: dict[int, set[int]] = defaultdict(set)
    for shelf in shelves.values():
        for place, old in enumerate(shelf):
            found[old].update(shelf[place + 1 : place + 1 + NEIGHBOURS])
    return found


def _heads(ordered: Sequence[Sketch], kin: Kin, ruled: Mapping[Pair, Ruling]) -> Mapping[str, str]:
    """For each report the first of its story; of two that were ruled apart, each keeps what is nearer to it."""
    bonds = sorted(
        ((grouping, new) for new, groupings in kin.items() for grouping in groupings if grouping.kind != "follow-up"),
        key=lambda bond: (*_strength(bond[0]), bond[1]),
        reverse=True,
    )
    names = [one.report.id for one in ordered]
    return families(names, ((grouping.of, new) for grouping, new in bonds), _foes(ruled))


def _foes(ruled: Mapping[Pair, Ruling]) -> Mapping[str, frozenset[str]]:
    """Whom persons ruled apart from each report."""
    found: dict[str, set[str]] = defaultdict(set)
    for (one, other), ruling in ruled.items():
        if ruling.verdict == "apart":
            found[one].add(other)
            found[other].add(one)
    return {name: frozenset(those) for name, those in found.items()}


def _story(
    group: Sequence[Sketch],
    kin: Kin,
    names: Mapping[str, str],
    ruled: Mapping[Pair, Ruling],
    seen: Mapping[str, Sequence[Sketch]],
) -> Story:
    """The story of a group of reports in the order of time."""
    inside = {one.report.id: place for place, one in enumerate(group, 1)}
    follows: dict[str, Grouping] = {}
    for one in group:
        for grouping in kin.get(one.report.id, ()):
            name = names[grouping.of]
            if grouping.of not in inside and (name not in follows or _strength(grouping) > _strength(follows[name])):
                follows[name] = grouping
    return Story(
        id=story_id(group[0].report.id),
        versions=tuple(_version(seen[one.report.id], kin.get(one.report.id, ()), inside) for one in group),
        follows=tuple(replace(best, of=name, kind="follow-up") for name, best in sorted(follows.items())),
        rulings=tuple(ruling for both, ruling in sorted(ruled.items()) if inside.keys() & set(both)),
    )


def _version(those: Sequence[Sketch], groupings: Sequence[Grouping], place: Mapping[str, int]) -> Version:
    """A report in its story, with the best of its reasons; the first of its line has none.

    A version is one of the last before it, a copy that of the text which it is most like. PLACE has the order of time.
    """
    first, *again = those
    reasons = [grouping for grouping in groupings if grouping.kind != "follow-up" and grouping.of in place]
    return Version(
        report=first.report.id,
        outlet=first.report.publisher or first.house,
        title=first.report.title,
        at=first.hour,
        grouping=max(reasons, key=lambda one: (one.kind == "version" and place[one.of], _strength(one)), default=None),
        sightings=tuple(_sightings(first, again)),
    )


def _sightings(first: Sketch, again: Iterable[Sketch]) -> Iterator[Sighting]:
    """Where else the words of FIRST stood, each place and house once."""
    known = {(first.address or first.report.source, first.house)}
    for one in again:
        place = (one.address or one.report.source, one.house)
        if place not in known:
            known.add(place)
            outlet = one.report.publisher or one.house
            yield Sighting(source=one.report.source, outlet=outlet, title=one.report.title, at=one.hour)


def _strength(grouping: Grouping) -> tuple[bool, bool, float, str]:
    """What makes one reason stronger than another: a ruling, then an address more than words, ties by id."""
    return grouping.decided_by == "person", grouping.kind == "version", grouping.likeness, grouping.of


def _first_seen(one: Sketch) -> tuple[bool, str, str, str]:
    """The order in which pages of the same words are preferred: the earliest, then by what they say of themselves."""
    return *in_time(one), repr(one.report)


def pairs_to_rule(story: Story, report: str, verdict: Verdict) -> tuple[Pair, ...]:
    """The pairs to rule on so that REPORT is taken out of STORY, or put into it again, whatever was ruled before."""
    names = [version.report for version in story.versions if version.report != report]
    if verdict == "together":
        kept_away = {name for ruling in story.rulings if ruling.verdict == "apart" for name in ruling.pair}
        names = [name for name in names if name == names[0] or (name in kept_away and report in kept_away)]
    return tuple((name, report) for name in names)
