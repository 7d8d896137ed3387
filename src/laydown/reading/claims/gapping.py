"""Gapping: a number that shares the verb of the one before it, "1,700 will go to Poland and 300 to Germany"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from laydown.reading.mentions.mention import Mention
from laydown.reading.mentions.quantities import Count
from laydown.reading.mentions.scene import Scene
from laydown.reading.mentions.spots import Spot

JOINED: Final = re.compile(r"(?:,|;|\band|\bplus) $")
TOWARDS: Final = re.compile(r" (?:others |more )?(?:to|for) (?:the )?")


def fill_gaps(scene: Scene, forces: list[Mention], destination: list[Spot]) -> tuple[list[Mention], list[Spot]]:
    """FORCES and the places they go to, with the numbers after them that go elsewhere by the same verb."""
    if not forces or not destination or forces[-1].quantity is None:
        return forces, destination
    movers, places = list(forces), list(destination)
    for count in scene.counts:
        mover = _elided(scene, count, forces)
        spot = _led_to(scene, mover) if mover is not None else None
        if mover is not None and spot is not None:
            movers.append(mover)
            places.append(spot)
    return movers, sorted(set(places), key=lambda s: s.start)


def _elided(scene: Scene, count: Count, forces: Sequence[Mention]) -> Mention | None:
    """The force of a number that is joined to the last of FORCES: its own noun's, else more of the same."""
    last = forces[-1]
    if count.money or last.count is None or count.start < last.end or not JOINED.search(scene.text[: count.start]):
        return None
    own = next((m for m in scene.mentions if m.count is count and m.sort != "ellipsis"), None)
    if own is not None:
        return own if own.category == last.category and own not in forces else None
    return replace(
        last,
        start=count.start,
        end=count.end,
        quantity=replace(count.quantity, unit=last.unit),
        count=count,
        additional=count.additional,
    )


def _led_to(scene: Scene, mover: Mention) -> Spot | None:
    """Where "to" leads a force that has no verb of its own."""
    lead = TOWARDS.match(scene.text, mover.end)
    if lead is None:
        return None
    return next((s for s in scene.spots if s.start <= lead.end() < s.end and not s.nested), None)
