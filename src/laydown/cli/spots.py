"""Spots: where a name is, as a person wants to see it."""

from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from laydown.model import Candidate, Place, Resolution

SHOWN: Final = 4
"""Beaten candidates named on a card; the JSON has ten."""


def print_resolution(screen: Console, found: Resolution) -> None:
    """Print where a name is on SCREEN, why, and what it beat."""
    place = found.place
    if place is None:
        screen.print(Text.assemble(("✕ ", "red"), (found.name, "bold"), "  unresolved"))
        _print_lines(screen, [("why", found.reason)])
        return
    known = [] if found.name == place.name else [("  =  ", "bright_black"), (place.name, "bold")]
    owner = f", {place.country}" if place.country and found.kind != "country" else ""
    screen.print(Text.assemble(("◎ ", "green"), (found.name, "bold"), *known, f"{owner}  ", (found.kind or "", "cyan")))
    lines = [("at", position(place)), ("why", found.reason)]
    if place.members:
        lines.insert(1, ("members", " ".join(place.members)))
    if found.candidates:
        more = len(found.candidates) - SHOWN + found.others
        beaten = [candidate(one) for one in found.candidates[:SHOWN]]
        lines.append(("beat", " · ".join([*beaten, *([f"{more} more"] if more > 0 else [])])))
    lines.append(("source", found.source or "-"))
    _print_lines(screen, lines)


def position(place: Place) -> str:
    """Where PLACE is and how far the name reaches, with its id.

    >>> position(Place(name="Vilseck", type="base", lat=49.63, lon=11.77, radius_km=5, id="base:vilseck"))
    '49.63 N 11.77 E  ± 5 km   base:vilseck'
    """
    if place.lat is None or place.lon is None:
        return place.id or "no position"
    north = f"{abs(place.lat):.2f} {'N' if place.lat >= 0 else 'S'}"
    east = f"{abs(place.lon):.2f} {'E' if place.lon >= 0 else 'W'}"
    reach = f"  ± {place.radius_km:,} km" if place.radius_km else ""
    return f"{north} {east}{reach}" + (f"   {place.id}" if place.id else "")


def candidate(one: Candidate) -> str:
    """A beaten candidate in a few words.

    >>> candidate(Candidate(place=Place(name="Paris", type="city", country="US"), kind="town", source="", score=4.4))
    'Paris (town, US)'
    """
    owner = f", {one.place.country}" if one.place.country else ""
    return f"{one.place.name} ({one.kind}{owner})"


def _print_lines(screen: Console, lines: list[tuple[str, str]]) -> None:
    """Print labelled lines, wrapped beside their labels."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bright_black", justify="right", min_width=9)
    grid.add_column()
    for label, words in lines:
        grid.add_row(label, words)
    screen.print(grid)
    screen.print()
