"""Lifelines: the statuses of a movement drawn as a small line over the days, a shape of its own for each."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final, Protocol
from xml.sax.saxutils import escape

WIDE: Final = 160
HIGH: Final = 18
EDGE: Final = 9
"""Half of a mark and some air, so that the first and the last are whole."""
MIDDLE: Final = HIGH // 2
RADIUS: Final = 5
OVER: Final = frozenset({"cancelled", "ruled_out"})
"""Statuses after which there is no line."""


class Stage(Protocol):
    """A status that a movement has from one day to another, on which it has it no more; until None: to the end."""

    @property
    def status(self) -> str:
        """What became of it."""

    @property
    def since(self) -> date:
        """The day from which that is so."""

    @property
    def until(self) -> date | None:
        """The day from which it is not."""


def lifeline(stages: Sequence[Stage], first: date, last: date) -> str:
    """STAGES as an SVG over the days from FIRST to LAST: a mark where each begins, and a line as long as it lasts.

    Its look is in classes, `life-line` and `life-mark` with `life-STATUS`; a ring fills up from announced to
    completed, a cross ends it, and what is only planned is dashed. It holds its own words for whoever cannot see it.
    """
    if not stages:
        return ""
    axis = _Axis(first, last)
    told = "; ".join(f"{one.status.replace('_', ' ')} {_said(one.since)}" for one in stages)
    return "".join(
        [
            f'<svg class="life" viewBox="0 0 {WIDE} {HIGH}" width="{WIDE}" height="{HIGH}" role="img">',
            f"<title>{escape(told)}</title>",
            *_lines(stages, axis),
            *(_mark(stage, x) for stage, x in zip(stages, _apart(stages, axis), strict=True)),
            "</svg>",
        ]
    )


class _Axis:
    """The days that are drawn. A class, for two ends always go together."""

    def __init__(self, first: date, last: date) -> None:
        """Draw from FIRST to LAST, a day at the least."""
        self._first = first
        self._days = max((last - first).days, 1)

    def x(self, on: date) -> float:
        """Where a day stands; what is outside stands at the edge."""
        days = min(max((on - self._first).days, 0), self._days)
        return round(EDGE + (WIDE - 2 * EDGE) * days / self._days, 1)


def _said(day: date) -> str:
    """A day in words; the first of all days is none."""
    return "day unknown" if day == date.min else f"{day.day} {day:%b %Y}"


def _apart(stages: Sequence[Stage], axis: _Axis) -> list[float]:
    """Where the marks stand: each at its day, moved so far that it does not cover the one before."""
    found: list[float] = []
    for stage in stages:
        at = axis.x(stage.since)
        found.append(max(at, found[-1] + 2 * RADIUS + 1) if found else at)
    over = max(found[-1] - (WIDE - EDGE), 0)
    return [round(x - over, 1) for x in found]


def _lines(stages: Sequence[Stage], axis: _Axis) -> Iterator[str]:
    """A line from each mark to the next, and from the last as long as it holds."""
    marks = _apart(stages, axis)
    end = stages[-1].until
    ends = [*marks[1:], max(marks[-1], axis.x(end) if end else WIDE - EDGE)]
    for stage, (start, stop) in zip(stages, zip(marks, ends, strict=True), strict=True):
        if stage.status not in OVER and stop - start > RADIUS:
            yield f'<path class="life-line life-{escape(stage.status)}" d="M{start} {MIDDLE}H{stop}"/>'


def _mark(stage: Stage, x: float) -> str:
    """The sign of a status."""
    draw = _SIGNS.get(stage.status, _ring)
    return f'<g class="life-mark life-{escape(stage.status)}">{draw(x)}</g>'


def _ring(x: float) -> str:
    """An empty ring: it is only spoken of."""
    return f'<circle class="life-ring" cx="{x}" cy="{MIDDLE}" r="{RADIUS}"/>'


def _dashed(x: float) -> str:
    """A broken ring: somebody asks for it."""
    return f'<circle class="life-ring" cx="{x}" cy="{MIDDLE}" r="{RADIUS}" stroke-dasharray="2 2"/>'


def _quarter(x: float) -> str:
    """A ring, a quarter full."""
    arc = f"A{RADIUS} {RADIUS} 0 0 1 {x + RADIUS} {MIDDLE}"
    return f'{_ring(x)}<path class="life-fill" d="M{x} {MIDDLE}V{MIDDLE - RADIUS}{arc}Z"/>'


def _half(x: float) -> str:
    """A ring, half full."""
    return (
        f'{_ring(x)}<path class="life-fill" d="M{x} {MIDDLE - RADIUS}A{RADIUS} {RADIUS} 0 0 1 {x} {MIDDLE + RADIUS}Z"/>'
    )


def _full(x: float) -> str:
    """A full ring."""
    return f'{_ring(x)}<circle class="life-fill" cx="{x}" cy="{MIDDLE}" r="{RADIUS}"/>'


def _square(x: float) -> str:
    """A square: it is there."""
    side = 2 * RADIUS - 1
    return f'<rect class="life-fill" x="{x - side / 2}" y="{MIDDLE - side / 2}" width="{side}" height="{side}"/>'


def _struck(x: float) -> str:
    """A ring that is struck through: it was called off."""
    return f'{_ring(x)}<path class="life-stroke" d="M{x - 3.5} {MIDDLE + 3.5}L{x + 3.5} {MIDDLE - 3.5}"/>'


def _cross(x: float) -> str:
    """A cross: it will not be."""
    top, foot = MIDDLE - 4, MIDDLE + 4
    return f'<path class="life-stroke" d="M{x - 4} {top}L{x + 4} {foot}M{x - 4} {foot}L{x + 4} {top}"/>'


_SIGNS: Final[Mapping[str, Callable[[float], str]]] = {
    "requested": _dashed,
    "considered": _ring,
    "announced": _quarter,
    "underway": _half,
    "completed": _full,
    "present": _square,
    "cancelled": _struck,
    "ruled_out": _cross,
}
"""The same signs as in the words of the pages, drawn."""
