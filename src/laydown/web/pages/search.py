"""Search: the claims in whose sentences some words stand, and places, forces, movements and reports of that name."""

from typing import Annotated, Final

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from laydown.desk.finding import Found, find, marked
from laydown.desk.posted import Posted, posted
from laydown.export.plain import clipped
from laydown.model import ROLES
from laydown.web.asked import Asked, Form, Question
from laydown.web.claims import COLUMNS, cells, places, value
from laydown.web.held import Held, Kept, cite, hues
from laydown.web.render import page
from laydown.web.twins import twin
from laydown.web.view import View

router = APIRouter()

MOST: Final = 1000
"""Claims that a search finds."""
SHOWN: Final = 40
"""Claims of a page; its twins have all that were found."""

Words = Annotated[str, Query(max_length=400, description="Words that all stand in one sentence, or a name or an id.")]


def view(held: Held, asked: Asked, words: str, found: Found) -> View[Posted]:
    """The claims that were found."""
    return View(
        name="search",
        title=f"Search for “{clipped(words, 80)}”" if words else "Search",
        columns=COLUMNS,
        rows=list(posted(held.books(asked.clocks), found.entries)),
        cells=cells,
        value=value,
        places=places,
        among=len(found.entries) + 1 if found.more else None,
        about={
            "words": words,
            "places": dict(found.places),
            "forces": dict(found.forces),
            "movement": found.movement,
            "report": found.report.id if found.report else None,
        },
    )


@router.get("/search.{form}")
def search_twin(request: Request, asked: Question, held: Kept, form: Form, q: Words = "") -> Response:
    """The claims in whose sentences all words stand, as JSON, CSV or GeoJSON."""
    found = view(held, asked, q, find(held, q, MOST, clocks=asked.clocks, force=asked.force))
    return twin(found, asked, form, cite(request, found.title, asked))


@router.get("/search", include_in_schema=False)
def search_page(request: Request, asked: Question, held: Kept, q: Words = "") -> Response:
    """The page of a search."""
    words = q.strip()
    found = find(held, words, MOST, clocks=asked.clocks, force=asked.force)
    seen = view(held, asked, words, found)
    return page(
        request,
        "search.html",
        asked,
        view=seen,
        words=words,
        found=found,
        shown=seen.rows[: asked.rows or SHOWN],
        marked=marked,
        roles=ROLES,
        hues=hues(held.contents().forces),
        cite=cite(request, seen.title, asked),
    )
