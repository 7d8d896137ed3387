"""Layout: which part of the world is seen, where rings stand beside each other, and which labels find room."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import sqrt
from typing import Final

from laydown.export.map.marks import Flow, Ring
from laydown.export.map.projection import HIGH, WIDE, Point, projected, reach
from laydown.lexicon.gazetteer import country
from laydown.model import Place

SHOWN_WIDE: Final = 1080.0
"""Pixels for which signs and letters are sized; a wider or narrower screen scales all of it."""
NARROWEST: Final = 62.0
"""Units that are seen at the least, some 20 degrees: closer, a name would look like a position."""
MARGIN: Final = 0.16
LARGEST: Final = 34.0
"""Pixels of the radius of the greatest number; areas are as the numbers are."""
SMALLEST: Final = 2.5
LETTER: Final = 6.7
"""Pixels of a letter of a label, roughly."""
LINE: Final = 15.0


@dataclass(frozen=True, slots=True)
class Window:
    """The part of the drawing that is seen; `unit` is a pixel in its units."""

    x: float
    y: float
    wide: float
    high: float

    @property
    def unit(self) -> float:
        """How many units a pixel is."""
        return self.wide / SHOWN_WIDE


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the ring of one force and asset at one place stands, in pixels off the place, and where its label does."""

    at: Point
    aside: float
    radius: float
    label: tuple[float, float, str] | None
    """Pixels off the middle of the ring, and the anchor of the text; None where there is no room for it."""


def centre(place: Place) -> Point | None:
    """Latitude and longitude of a place; a region that is not located lies amid its members, None is nowhere."""
    if place.lat is not None and place.lon is not None:
        return place.lat, place.lon
    members = [one for code in place.members if (one := country(code)) and one.lat is not None and one.lon is not None]
    if not members:
        return None
    return sum(one.lat or 0 for one in members) / len(members), sum(one.lon or 0 for one in members) / len(members)


def middle(place: Place) -> Point | None:
    """Where a place is drawn."""
    found = centre(place)
    return projected(*found) if found is not None else None


def is_area(place: Place) -> bool:
    """Whether a place is an area and no point: regions and seas."""
    return place.type in {"region", "sea", "border"} or bool(place.members)


def window(flows: Iterable[Flow], rings: Iterable[Ring]) -> Window:
    """The part of the world in which all marks lie, with room around, twice as wide as high."""
    points = [point for flow in flows for place in (flow.origin, flow.destination) if (point := middle(place))]
    for ring in rings:
        point, far = middle(ring.place), min(reach(ring.place), 60.0)
        points += [(point[0] + dx, point[1] + dy) for dx in (-far, far) for dy in (-far, far)] if point else []
    if not points:
        return Window(0.0, 0.0, WIDE, WIDE / 2)
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, foot = min(y for _, y in points), max(y for _, y in points)
    wide = max((right - left) * (1 + 2 * MARGIN), (foot - top) * 2 * (1 + 2 * MARGIN), NARROWEST)
    wide = min(wide, WIDE)
    x = min(max((left + right - wide) / 2, 0.0), WIDE - wide)
    y = min(max((top + foot - wide / 2) / 2, 0.0), max(HIGH - wide / 2, 0.0))
    return Window(round(x, 2), round(y, 2), round(wide, 2), round(wide / 2, 2))


def radius(number: int, most: int) -> float:
    """The radius of a number in pixels: the area is as the number is."""
    return 0.0 if number <= 0 else max(round(LARGEST * sqrt(number / max(most, 1)), 1), SMALLEST)


def greatest(rings: Iterable[Ring]) -> int:
    """The greatest number that is drawn."""
    return max((number for ring in rings for number in (ring.low, ring.high or 0)), default=1)


def spots(rings: Sequence[Ring], seen: Window) -> Mapping[str, Spot]:
    """The spot of each ring, by its id: the same at all stops, so that nothing jumps as the bar is dragged."""
    most = greatest(rings)
    sizes: dict[str, float] = {}
    for ring in rings:
        size = radius(max(ring.low, ring.high or 0), most) + (6.0 if ring.high is None else 0.0)
        sizes[ring.id] = max(sizes.get(ring.id, 0.0), size)
    firsts = {ring.id: ring for ring in reversed(rings)}
    placed = [(point, ring) for ring in firsts.values() if (point := middle(ring.place)) is not None]
    placed.sort(key=lambda pair: (pair[0], -sizes[pair[1].id], pair[1].id))
    found: dict[str, Spot] = {}
    for point, group in groupby(placed, key=lambda pair: pair[0]):
        members = [ring.id for _, ring in group]
        reached = -sum(sizes[name] for name in members)
        for name in members:
            found[name] = Spot(point, reached + sizes[name], sizes[name], None)
            reached += 2 * sizes[name] + 2
    return _labelled(found, {name: _longest(name, rings) for name in found}, seen)


def _longest(name: str, rings: Iterable[Ring]) -> int:
    """The letters of the longest label that a ring ever has."""
    return max(len(ring.label) for ring in rings if ring.id == name)


Box = tuple[float, float, float, float]


def _labelled(found: Mapping[str, Spot], letters: Mapping[str, int], seen: Window) -> Mapping[str, Spot]:
    """SPOTS with their labels, the largest first: right, left, above or below, wherever nothing else is."""
    discs = [_disc(spot, seen) for spot in found.values()]
    taken: list[Box] = []
    labelled: dict[str, Spot] = {}
    for name, spot in sorted(found.items(), key=lambda pair: (-pair[1].radius, pair[0])):
        label = None
        for one, box in _places(spot, letters[name] * LETTER + 20.0, seen):
            others = [disc for disc in discs if disc != _disc(spot, seen)]
            if not any(_overlap(box, other) for other in (*taken, *others)):
                taken.append(box)
                label = one
                break
        labelled[name] = Spot(spot.at, spot.aside, spot.radius, label)
    return labelled


def _disc(spot: Spot, seen: Window) -> Box:
    """The box of a ring, in pixels of the window."""
    x, y = (spot.at[0] - seen.x) / seen.unit + spot.aside, (spot.at[1] - seen.y) / seen.unit
    return x - spot.radius, y - spot.radius, x + spot.radius, y + spot.radius


def _places(spot: Spot, long: float, seen: Window) -> Iterator[tuple[tuple[float, float, str], Box]]:
    """Where a label may stand, the best first, and the box that it takes there."""
    x1, y1, x2, y2 = _disc(spot, seen)
    x, y, gap = (x1 + x2) / 2, (y1 + y2) / 2, 5.0
    yield (spot.radius + gap, 4.0, "start"), (x2 + gap, y - LINE / 2, x2 + gap + long, y + LINE / 2)
    yield (-spot.radius - gap, 4.0, "end"), (x1 - gap - long, y - LINE / 2, x1 - gap, y + LINE / 2)
    yield (0.0, -spot.radius - gap, "middle"), (x - long / 2, y1 - gap - LINE, x + long / 2, y1 - gap)
    yield (0.0, spot.radius + LINE, "middle"), (x - long / 2, y2 + 2.0, x + long / 2, y2 + 2.0 + LINE)


def _overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share room."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
