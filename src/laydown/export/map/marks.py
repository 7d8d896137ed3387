"""Marks: what a map is drawn from, each with the stops of the time bar between which it holds."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from laydown.model import Place

Look: TypeAlias = Literal["planned", "underway", "arrived"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """A movement at one stage, from one place to another.

    `hue` is the colour of its nation, 0 for everybody else; it holds from the stop `since` to before the stop `until`.
    `words` tell it for whoever cannot see it, and `href` proves it.
    """

    id: str
    origin: Place
    destination: Place
    hue: int
    look: Look
    low: int | None
    high: int | None
    since: int
    until: int
    words: str
    href: str
    contested: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ring:
    """A balance: a disc for the least number and a ring for the greatest; None is unbounded.

    One of a region is a soft area with its `label` in the middle, for a region is no point. `symbol` is the category of
    the contract whose sign stands beside the label.
    """

    id: str
    place: Place
    hue: int
    symbol: str
    low: int
    high: int | None
    since: int
    until: int
    label: str
    words: str
    href: str
    contested: bool = False
