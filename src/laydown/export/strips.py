"""Strips: a balance sheet drawn, a strip a place, its bounds as a band over the days."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from xml.sax.saxutils import escape

WIDE: Final = 560
"""Pixels of the days; the names stand left of them, the last bounds right."""
LEFT: Final = 170
RIGHT: Final = 150
HIGH: Final = 56
GAP: Final = 22
TOP: Final = 64
FOOT: Final = 40
ROOM: Final = 1.12
"""How much higher than its greatest bound a strip is, so that no band touches the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """The bounds of a day, holding until the next; an unbounded side is None and drawn to the edge, paler."""

    on: date
    low: int | None
    high: int | None
    contested: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """One place over the days: what is ordered and what is in place; `words` give the last bounds."""

    name: str
    words: str
    ordered: tuple[Day, ...]
    in_place: tuple[Day, ...]


def drawn(title: str, strips: Sequence[Strip], until: date) -> str:
    """The STRIPS as an SVG, days from the first of any of them UNTIL one.

    Ordered is an outline, in place is filled, so that the two can be told apart without colour; a contested day is
    hatched. The drawing holds its own words for whoever cannot see it.
    """
    first = min((day.on for strip in strips for day in (*strip.ordered, *strip.in_place)), default=until)
    frame = _Frame(first, until)
    wide, high = LEFT + WIDE + RIGHT, TOP + len(strips) * (HIGH + GAP) + FOOT
    told = "; ".join(f"{strip.name}: {strip.words}" for strip in strips)
    look = 'font-family="system-ui, sans-serif" font-size="13" fill="#333" role="img"'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}" {look}>',
            f"<title>{escape(title)}</title>",
            f"<desc>{escape(told)}</desc>",
            _HATCH,
            f'<rect width="{wide}" height="{high}" fill="#fff"/>',
            f'<text x="16" y="28" font-size="16" font-weight="600">{escape(title)}</text>',
            *_legend(),
            *_months(frame, high),
            *(line for n, strip in enumerate(strips) for line in _strip(strip, frame, TOP + n * (HIGH + GAP))),
            "</svg>",
            "",
        ]
    )


_HATCH: Final = (
    '<defs><pattern id="contested" width="6" height="6" patternTransform="rotate(45)" patternUnits="userSpaceOnUse">'
    '<rect width="6" height="6" fill="#fff"/><path d="M0 0V6" stroke="#b7410e" stroke-width="3"/></pattern></defs>'
)


@dataclass(frozen=True, slots=True)
class _Frame:
    """The days that are drawn."""

    first: date
    until: date

    def x(self, on: date) -> float:
        """Where a day stands; the last one has a day's width of its own."""
        days = (self.until - self.first).days + 1
        return round(LEFT + WIDE * min(max((on - self.first).days, 0), days) / days, 1)

    @property
    def end(self) -> float:
        """Where the last day ends."""
        return float(LEFT + WIDE)


def _legend() -> Iterator[str]:
    """What the two bands are."""
    x = LEFT + WIDE - 160
    yield f'<rect x="{x}" y="18" width="22" height="12" fill="none" stroke="#1f5a91" stroke-width="1.5"/>'
    yield f'<text x="{x + 28}" y="28" font-size="12">as ordered</text>'
    yield f'<rect x="{x + 104}" y="18" width="22" height="12" fill="#7fb2dd"/>'
    yield f'<text x="{x + 132}" y="28" font-size="12">in place</text>'


def _months(frame: _Frame, high: int) -> Iterator[str]:
    """A line and a name for the first day and each first of a month."""
    day, ticks = frame.first, [frame.first]
    while (day := _next_month(day)) <= frame.until:
        ticks.append(day)
    for tick in ticks:
        x = frame.x(tick)
        yield f'<path d="M{x} {TOP - 14}V{high - FOOT}" stroke="#e3e3e3"/>'
        yield f'<text x="{x}" y="{high - FOOT + 18}" font-size="12" fill="#666">{tick.day} {tick:%b %Y}</text>'


def _next_month(day: date) -> date:
    """The first of the month after a day."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _strip(strip: Strip, frame: _Frame, top: int) -> Iterator[str]:
    """One place: its name, its two bands, and the last bounds in words."""
    most = max((n for day in (*strip.ordered, *strip.in_place) for n in (day.low, day.high) if n), default=1) * ROOM
    base = top + HIGH
    yield f'<text x="{LEFT - 12}" y="{base - 6}" text-anchor="end" font-weight="600">{escape(strip.name)}</text>'
    yield f'<path d="M{LEFT} {base}H{LEFT + WIDE}" stroke="#999"/>'
    for day, end in _until_next(strip.in_place, frame):
        yield _band(day, frame.x(day.on), end, base, most, 'fill="#7fb2dd"')
    for day, end in _until_next(strip.ordered, frame):
        yield _band(day, frame.x(day.on), end, base, most, 'fill="none" stroke="#1f5a91" stroke-width="1.5"')
    yield f'<text x="{LEFT + WIDE + 10}" y="{base - 6}" font-size="12">{escape(strip.words)}</text>'


def _until_next(days: Sequence[Day], frame: _Frame) -> Iterator[tuple[Day, float]]:
    """Each of DAYS that differs from the one before, with where it ends: at the next of these."""
    turns = [day for before, day in zip((None, *days), days, strict=False) if before is None or _differ(before, day)]
    ends = [*(frame.x(after.on) for after in turns[1:]), frame.end]
    yield from zip(turns, ends, strict=False)  # no days have no ends


def _differ(one: Day, other: Day) -> bool:
    """Whether two days have different numbers."""
    return (one.low, one.high, one.contested) != (other.low, other.high, other.contested)


def _band(day: Day, start: float, end: float, base: int, most: float, look: str) -> str:
    """The band of one day, from its least to its greatest number; a single number is a line's width."""
    low, high = max(day.low or 0, 0), most if day.high is None else max(day.high, 0)
    y, foot = base - HIGH * high / most, base - HIGH * low / most
    tall = max(round(foot - y, 1), 2.0)
    look = 'fill="url(#contested)" stroke="#b7410e"' if day.contested else look
    return f'<rect x="{start}" y="{round(y, 1)}" width="{round(end - start, 1)}" height="{tall}" {look}/>'
