"""Drawing: the map as an SVG whose marks carry the stops at which they hold, and are links to their proofs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from laydown.export.map.arcs import arc, fading, heading, path
from laydown.export.map.layout import (
    LETTER,
    LINE,
    Spot,
    Window,
    centre,
    greatest,
    is_area,
    middle,
    radius,
    spots,
    window,
)
from laydown.export.map.marks import Flow, Ring
from laydown.export.map.projection import Point, reach
from laydown.export.plain import plain

THIN: Final = 1.2
THICK: Final = 2.6
"""Pixels that the flow of the greatest number has more than the thinnest."""
BOW: Final = 14.0
LANE: Final = 9.0
"""Pixels by which ways between the same two places are bent, the first and each further one."""
SIGNS: Final = "/static/symbols.svg"
SIGN: Final = 15.0
GAP: Final = 4.0
"""Pixels of a sign, and between it and its label."""
ARROW: Final = 0.62
"""Where on its way the arrow of a flow stands: past the middle, clear of the rings at both ends."""
SOFT: Final = (
    '<filter id="soft" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="{:g}"/></filter>'
)
"""A region has no edge."""
HATCH: Final = (
    '<pattern id="{}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45) scale({:g})">'
    '<path class="hatch" d="M0 2.5H5"/></pattern>'
)
"""What is contested is hatched, for eyes that see no colour."""
_HATCHED: Final = 'fill="url(#hatch-ground)"'
INNER: Final = 0.85
"""How far the hatching of a soft disc reaches: within its edge, for blurred it could not be seen."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What all marks are drawn by: the window, the stop that is shown, the greatest number, the borders' address."""

    seen: Window
    shown: int
    most: int
    world: str


def drawn(
    flows: Sequence[Flow], rings: Sequence[Ring], *, shown: int, title: str, world: str = "/static/world.svg"
) -> str:
    """FLOWS and RINGS as an SVG; those that do not hold at the stop SHOWN are there too, with the class `off`.

    Lengths are those of the projection; signs and letters stand in groups that are scaled to the screen, so that they
    keep their size while the ground is zoomed. A mark whose place nobody can locate is not drawn.
    """
    flows = [flow for flow in flows if middle(flow.origin) and middle(flow.destination)]
    rings = [ring for ring in rings if middle(ring.place)]
    seen = window(flows, rings)
    sheet = _Sheet(seen, shown, greatest(rings), world)
    box = f"{seen.x:g} {seen.y:g} {seen.wide:g} {seen.high:g}"
    where = spots([ring for ring in rings if not is_area(ring.place)], seen)
    look = f'class="map" viewBox="{box}" data-unit="{seen.unit:.4f}" role="group" aria-label={quoteattr(plain(title))}'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {look}>',
        f"<defs>{SOFT.format(round(6 * seen.unit, 2))}{HATCH.format('hatch', 1)}",
        f"{HATCH.format('hatch-ground', round(seen.unit, 4))}</defs>",
        '<g class="seen">',
        f'<use class="sphere" href="{world}#sphere"/><use class="land" href="{world}#land"/>',
        f'<use class="borders" href="{world}#borders"/>',
        *(_area(ring, sheet) for ring in rings if is_area(ring.place)),
        *_flows(flows, sheet),
        *(_ring(ring, where[ring.id], sheet) for ring in sorted(rings, key=_size) if ring.id in where),
        *_names([ring for ring in rings if is_area(ring.place)], sheet),
        "</g>",
        "</svg>",
    ]
    return "\n".join(parts)


def _size(ring: Ring) -> int:
    """Larger rings are drawn first, so that they hide none."""
    return -(ring.high or ring.low)


def _mark(one: Flow | Ring, kind: str, sheet: _Sheet, inside: str) -> str:
    """A mark with its link, its words and the stops between which it holds."""
    off = "" if one.since <= sheet.shown < one.until else " off"
    looks = f"mark {kind} hue-{one.hue}{' contested-mark' if one.contested else ''}{off}"
    told = f"<title>{escape(plain(one.words))}</title>"
    stops = f'data-since="{one.since}" data-until="{one.until}"'
    return f'<a class="{looks}" href={quoteattr(plain(one.href))} {stops}>{told}{inside}</a>'


def _still(at: Point, sheet: _Sheet, inside: str) -> str:
    """What keeps its size: drawn in pixels around a point."""
    x, y = f"{at[0]:.2f}", f"{at[1]:.2f}"
    return f'<g data-at="{x},{y}" transform="translate({x},{y}) scale({sheet.seen.unit:.4f})">{inside}</g>'


def _flows(flows: Sequence[Flow], sheet: _Sheet) -> Iterator[str]:
    """The flows, those between the same two places in lanes beside each other: one lane a movement."""
    lanes: dict[tuple[str, str], dict[str, int]] = {}
    most = max((flow.high or flow.low or 0 for flow in flows), default=1)
    for flow in flows:
        lane = lanes.setdefault((flow.origin.name, flow.destination.name), {})
        lane.setdefault(flow.id, len(lane))
        yield _flow(flow, lane[flow.id], most, sheet)


def _flow(flow: Flow, lane: int, most: int, sheet: _Sheet) -> str:
    """A flow: its way, an arrow on it, and a dot where it has arrived."""
    start, end = centre(flow.origin), centre(flow.destination)
    if start is None or end is None:
        return ""
    way = arc(start, end, (BOW + LANE * lane) * sheet.seen.unit)
    wide = round(THIN + THICK * sqrt((flow.high or flow.low or 0) / max(most, 1)), 1)
    line = f'<path class="hit" d="{path(way)}"/>{_way(flow, way, wide)}'
    if start == end:
        return _mark(flow, f"flow {flow.look}", sheet, line)
    point, turned = heading(way, ARROW)
    size = round(3.5 + wide, 1)
    shape = f"M{size} 0L-{size} -{size}L-{size / 2:g} 0L-{size} {size}z"
    arrow = f'<path class="arrow" transform="rotate({turned:.0f})" d="{shape}"/>'
    dot = _still(way[-1], sheet, f'<circle class="dot" r="{2 + wide:g}"/>') if _lands(flow) else ""
    return _mark(flow, f"flow {flow.look}", sheet, line + _still(point, sheet, arrow) + dot)


def _lands(flow: Flow) -> bool:
    """Whether a flow ends in a dot: one into a region does not, for the dot would be a pin."""
    return flow.look == "arrived" and not is_area(flow.destination)


def _way(flow: Flow, way: Sequence[Point], wide: float) -> str:
    """The line of a flow, soft where it begins or ends in a region; a contested one is hollow."""
    pieces = fading(way, start=is_area(flow.origin), end=is_area(flow.destination))
    soft = (f' stroke-opacity="{strength}"' if strength < 1 else "" for _, strength in pieces)
    ways = (f'<path class="way" d="{path(piece)}" stroke-width="{wide}"' for piece, _ in pieces)
    lines = "".join(f"{one}{strength}/>" for one, strength in zip(ways, soft, strict=True))
    hollow = f'<path class="core" d="{path(way)}" stroke-width="{wide / 2:g}"/>' if flow.contested else ""
    return lines + hollow


def _ring(ring: Ring, spot: Spot, sheet: _Sheet) -> str:
    """A balance at a place: a disc for the least number, a ring for the greatest, its label where there is room."""
    low = radius(ring.low, sheet.most)
    high = low + 6.0 if ring.high is None else radius(ring.high, sheet.most)
    open_ = " unbounded" if ring.high is None else ""
    discs = f'<circle class="high{open_}" r="{high:g}"/>' + (f'<circle class="low" r="{low:g}"/>' if low else "")
    if ring.contested:
        discs += f'<circle class="hatched" r="{high:g}" fill="url(#hatch)"/>'
    moved = f'<g transform="translate({spot.aside:g},0)">{discs}{_label(ring, spot)}</g>'
    return _mark(ring, "ring", sheet, _still(spot.at, sheet, moved))


def _label(ring: Ring, spot: Spot) -> str:
    """The label of a ring, where it has room."""
    return "" if spot.label is None else _told(ring, *spot.label)


def _told(ring: Ring, x: float, y: float, anchor: str) -> str:
    """A label with the sign of what is counted: before it, or after it where it ends at X."""
    words = plain(ring.label)
    after = SIGN + GAP
    if anchor == "middle":  # from the sign on, for a wide font would run over it
        x, anchor = x - (len(words) * LETTER + after) / 2, "start"
    sign_x, text_x = (x - SIGN, x - after) if anchor == "end" else (x, x + after)
    place = f'x="{sign_x:g}" y="{y - SIGN + 3:g}" width="{SIGN:g}" height="{SIGN:g}"'
    text = f'<text class="label" x="{text_x:g}" y="{y:g}" text-anchor="{anchor}">{escape(words)}</text>'
    return f'<use class="sign" href="{SIGNS}#{ring.symbol}" {place}/>{text}'


def _area(ring: Ring, sheet: _Sheet) -> str:
    """A balance of a region: its members softly tinted, or a soft disc as far as its name reaches."""
    point = middle(ring.place)
    if ring.place.members:
        inside = "".join(f'<use href="{sheet.world}#c-{escape(code)}"/>' for code in ring.place.members)
        if ring.contested:
            inside += inside.replace("<use ", '<use class="hatched" fill="url(#hatch-ground)" ')
    elif point is not None:
        far = min(max(reach(ring.place), 8 * sheet.seen.unit), sheet.seen.high / 2)
        inside = f'<circle cx="{point[0]:.2f}" cy="{point[1]:.2f}" r="{far:.2f}" filter="url(#soft)"/>'
        if ring.contested:
            inside += (
                f'<circle class="hatched" cx="{point[0]:.2f}" cy="{point[1]:.2f}" r="{far * INNER:.2f}" {_HATCHED}/>'
            )
    else:
        inside = ""
    return _mark(ring, "area", sheet, inside)


def _names(rings: Sequence[Ring], sheet: _Sheet) -> Iterator[str]:
    """The labels of regions, in the middle of each, what is counted of one region line by line."""
    lines: dict[Point, dict[str, int]] = {}
    for ring in rings:
        point = middle(ring.place)
        if point is not None:
            line = lines.setdefault(point, {})
            yield _name(ring, point, line.setdefault(ring.id, len(line)), sheet)


def _name(ring: Ring, point: Point, line: int, sheet: _Sheet) -> str:
    """The label of a region; the area itself is the link that keys reach."""
    text = _told(ring, 0.0, line * LINE, "middle")
    off = "" if ring.since <= sheet.shown < ring.until else " off"
    stops = f'data-since="{ring.since}" data-until="{ring.until}"'
    return f'<g class="hue-{ring.hue}{off}" {stops} aria-hidden="true">{_still(point, sheet, text)}</g>'
