"""Ticks: how much happens at each stop of a time bar, as bars over it."""

from collections.abc import Sequence
from typing import Final

HIGH: Final = 24


def ticks(counts: Sequence[int]) -> str:
    """COUNTS as an SVG of bars, the highest as high as it; nothing to read that the page does not say elsewhere.

    >>> ticks([1, 0]).partition('<rect ')[2]
    'x="0.1" y="2" width="0.8" height="22"/></svg>'
    """
    most = max(counts, default=0)
    bars = "".join(_bar(at, count, most) for at, count in enumerate(counts) if count)
    look = f'class="ticks" viewBox="0 0 {len(counts)} {HIGH}" preserveAspectRatio="none" aria-hidden="true"'
    return f"<svg {look}>{bars}</svg>"


def _bar(at: int, count: int, most: int) -> str:
    """One bar, seen however small."""
    tall = max(round((HIGH - 2) * count / most), 2)
    return f'<rect x="{at + 0.1:g}" y="{HIGH - tall}" width="0.8" height="{tall}"/>'
