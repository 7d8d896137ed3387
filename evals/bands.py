"""The reliability diagram: a dot a band of confidence, what was said across, what was right upwards."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

SIDE: Final = 360
EDGE: Final = 48
TICKS: Final = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
Z: Final = 1.96
"""Standard deviations of a 95 % interval."""


@dataclass(frozen=True, slots=True)
class Band:
    """Claims of about the same confidence: how many, how sure on average, what share was right."""

    low: float
    high: float
    claims: int
    said: float
    right: float


def interval(share: float, claims: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share: between which shares the truth may lie after so few claims.

    >>> [round(end, 2) for end in interval(0.9, 10)]
    [0.6, 0.98]
    """
    wide = Z * Z / claims
    middle = (share + wide / 2) / (1 + wide)
    half = Z / (1 + wide) * sqrt(share * (1 - share) / claims + wide / claims / 4)
    return middle - half, middle + half


def diagram(bands: Sequence[Band]) -> str:
    """The diagram as SVG: on the dashed line what is said is what is right; bars are 95 % intervals."""
    whole = SIDE + 2 * EDGE
    look = 'font-family="system-ui, sans-serif" font-size="12" fill="#444" role="img"'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" width="{whole}" {look}>',
            "<title>Reliability of confidence</title>",
            f'<rect width="{whole}" height="{whole}" fill="#fff"/>',
            *_axes(),
            *(line for band in bands for line in _dot(band)),
            "</svg>",
            "",
        ]
    )


def _axes() -> Iterator[str]:
    """The grid with its numbers, the dashed line of what should be, and the words along the sides."""
    for tick in TICKS:
        x, y = _at(tick, tick)
        yield f'<path d="M{x} {EDGE}V{EDGE + SIDE}M{EDGE} {y}H{EDGE + SIDE}" stroke="#e3e3e3"/>'
        yield f'<text x="{x}" y="{EDGE + SIDE + 18}" text-anchor="middle">{tick:.1f}</text>'
        yield f'<text x="{EDGE - 8}" y="{y + 4}" text-anchor="end">{tick:.1f}</text>'
    yield f'<path d="M{EDGE} {EDGE + SIDE}L{EDGE + SIDE} {EDGE}" stroke="#888" stroke-dasharray="5 4"/>'
    middle = EDGE + SIDE // 2
    yield f'<text x="{middle}" y="{EDGE + SIDE + 38}" text-anchor="middle">confidence said</text>'
    yield f'<text transform="translate(14 {middle}) rotate(-90)" text-anchor="middle">share right</text>'


def _dot(band: Band) -> Iterator[str]:
    """One band: its interval, a dot as large as it has claims, and their number."""
    x, y = _at(band.said, band.right)
    low, high = (_at(band.said, end)[1] for end in interval(band.right, band.claims))
    yield f'<path d="M{x} {low}V{high}" stroke="#2b6cb0" stroke-width="2" opacity=".45"/>'
    yield f'<circle cx="{x}" cy="{y}" r="{3 + sqrt(band.claims):.1f}" fill="#2b6cb0"/>'
    yield f'<text x="{x + 14}" y="{y + 22}">{band.claims}</text>'


def _at(said: float, right: float) -> tuple[float, float]:
    """Where a pair of shares stands on the sheet."""
    return round(EDGE + said * SIDE, 1), round(EDGE + (1 - right) * SIDE, 1)
