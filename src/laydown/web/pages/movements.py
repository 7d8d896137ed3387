"""Movements: a row each, with the bounds of its size, where from and to, and how far along it is."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Final

from fastapi import APIRouter
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from laydown.balance.stages import Stage, stages
from laydown.codec import movement_to_json
from laydown.export import Cell, lifeline
from laydown.model import Head, Movement
from laydown.web.asked import Asked, Form, Question
from laydown.web.held import Held, Kept, cite, offered
from laydown.web.render import drawing, page
from laydown.web.twins import twin
from laydown.web.view import View, names

router = APIRouter()

COLUMNS: Final = {
    "id": "the movement's id: m- and the claim that opened it",
    "force": "whose it is: a country's code, a bloc or a name",
    "asset": "what is counted",
    "low": "the least number that all its claims allow",
    "high": "the greatest number; empty where nothing bounds it",
    "contested": "whether claims of its size cannot all be true",
    "origin": "where from, as told",
    "destination": "where to, as told",
    "status": "how far along it is; who repeats an announcement after an arrival undoes none",
    "first": "the day from which the first claim holds",
    "last": "the day from which the last claim holds",
    "claims": "the ids of the claims that tell of it",
}
SHOWN: Final = 200
"""Rows of a page; its twins have all."""


def view(held: Held, asked: Asked, most: int | None = None) -> View[Movement]:
    """The movements that ASKED wants, the last told of first; only MOST of them, which costs the less."""
    found = sorted(filter(partial(_wanted, asked), held.heads(asked.clocks)), key=_last_told, reverse=True)
    return View(
        name="movements",
        title="Movements",
        columns=COLUMNS,
        rows=held.sized(found[:most], asked.clocks),
        among=len(found),
        cells=_cells,
        value=movement_to_json,
        places=lambda one: (*one.origin[:1], *one.destination[:1]),
    )


def _last_told(one: Head) -> date:
    """When a movement was last told of."""
    return one.last or date.min


def _wanted(asked: Asked, one: Head) -> bool:
    """Whether the filters keep a movement."""
    told = {place.name.casefold() for place in (*one.origin, *one.destination)}
    return (
        asked.force in {None, one.force}
        and asked.asset in {None, one.asset}
        and (not asked.status or one.status in asked.status)
        and (not asked.place or any(name.casefold() in told for name in asked.place))
    )


def _cells(one: Movement) -> dict[str, Cell]:
    """A movement in a spreadsheet."""
    return {
        "id": one.id,
        "force": one.force,
        "asset": one.asset,
        "low": one.quantity.low,
        "high": one.quantity.high,
        "contested": one.contested,
        "origin": names(one.origin),
        "destination": names(one.destination),
        "status": one.status,
        "first": one.first.isoformat() if one.first else None,
        "last": one.last.isoformat() if one.last else None,
        "claims": " ".join(one.claims),
    }


def lifelines(held: Held, asked: Asked, found: Sequence[Movement]) -> dict[str, Markup]:
    """The stages of each movement up to the day that is asked, drawn over the days of all of them."""
    books = held.books(asked.clocks)
    courses = {one.id: _up_to(asked.as_of, stages([books.entries[name] for name in one.claims])) for one in found}
    days = [stage.since for course in courses.values() for stage in course if stage.since > date.min]
    if not days:
        return {}
    first, last = min(days), max(*days, *filter(None, (one.last for one in found)))
    return {name: drawing(lifeline(course, first, last)) for name, course in courses.items()}


def _up_to(day: date | None, course: tuple[Stage, ...]) -> tuple[Stage, ...]:
    """The stages that had begun by a day."""
    return tuple(stage for stage in course if day is None or stage.since <= day)


@router.get("/movements", include_in_schema=False)
def movements_page(request: Request, asked: Question, held: Kept) -> Response:
    """The page of the movements."""
    found = view(held, asked, asked.rows or SHOWN)
    return page(
        request,
        "movements.html",
        asked,
        view=found,
        lifelines=lifelines(held, asked, found.rows),
        cite=cite(request, found.title, asked),
        **offered(held),
    )


@router.get("/movements.{form}")
def movements_twin(request: Request, asked: Question, held: Kept, form: Form) -> Response:
    """The movements as JSON, CSV or GeoJSON."""
    found = view(held, asked)
    return twin(found, asked, form, cite(request, found.title, asked))
