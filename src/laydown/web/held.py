"""The books that a request is answered from, and the line by which an answer is cited."""

from collections.abc import Mapping
from typing import Annotated, Any, Final, TypeAlias

from fastapi import Depends
from starlette.requests import Request

from laydown import __version__
from laydown.desk.held import Held
from laydown.model.identity import NOBODY
from laydown.web.asked import Asked
from laydown.web.render import day


def _held(request: Request) -> Held:
    """The books of the desk that was asked."""
    found: Held = request.app.state.held
    return found


HUES: Final = 7
"""Colours that all eyes tell apart; a further nation has the colour of everybody else."""

OFFERED: Final = 200
"""Forces and places that a filter offers, the most told; any other name can be typed."""

__all__ = ["Held", "Kept", "cite", "offered"]

Kept: TypeAlias = Annotated[Held, Depends(_held)]


def offered(held: Held) -> dict[str, Any]:
    """What every page with filters offers: the forces and places of the whole ledger, and the colour of each force."""
    found = held.contents()
    return {"forces": list(found.forces)[:OFFERED], "places": list(found.places)[:OFFERED], "hues": hues(found.forces)}


def hues(forces: Mapping[str, int]) -> dict[str, int]:
    """A colour for each of the forces told of most, the same on all pages and under all filters.

    >>> hues({"US": 40, "?": 9, "GB": 3})
    {'US': 1, 'GB': 2}
    """
    named = [force for force in forces if force != NOBODY]
    return {force: n for n, force in enumerate(named[:HUES], start=1)}


def cite(request: Request, title: str, asked: Asked) -> str:
    """One line under which a view is found again: what, as of when on each clock, which state of which ledger."""
    clocks = [
        f"as of {day(asked.as_of)}" if asked.as_of else "as of the last report",
        f"as said by {day(asked.said_by)}" if asked.said_by else "",
        f"as recorded by {day(asked.recorded_by)}" if asked.recorded_by else "",
    ]
    turn = ".".join(map(str, request.app.state.held.ledger.turn()))
    parts = [title, ", ".join(filter(None, clocks)), f"ledger {request.app.state.name} at {turn}", str(request.url)]
    return f"Laydown {__version__}: " + "; ".join(parts)
