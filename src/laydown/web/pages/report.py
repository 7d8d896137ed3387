"""Report: an article with the words of each of its claims marked, and beside it what each claim does in the books."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Final

import msgspec
from fastapi import APIRouter, HTTPException, Query
from starlette.requests import Request
from starlette.responses import Response

from laydown.desk.posted import Posted, posted
from laydown.desk.stories import report_named
from laydown.export.plain import clipped
from laydown.model import ROLES, Report
from laydown.model.identity import is_address, said, short
from laydown.web.article import article, drawn, rules
from laydown.web.asked import Asked, Form, Question
from laydown.web.claims import COLUMNS, cells, places, value
from laydown.web.held import Held, Kept, cite, hues
from laydown.web.render import page
from laydown.web.twins import twin
from laydown.web.view import View

router = APIRouter()

SHOWN: Final = 60_000
"""Characters of a text that are shown whole; of what comes behind, the paragraphs that carry a claim."""
LIT: Final = 300
"""Claims that light up together with their words; further ones are linked only."""
STEP: Final = 20

FIELDS: Final[Mapping[str, str]] = {
    "force": "who",
    "quantity": "how many",
    "additional": "more of them",
    "origin": "from",
    "destination": "to",
    "location": "where",
    "when": "when",
    "attribution": "on whose word",
    "status": "how far along",
    "action": "what they do",
    "authority": "by whose order",
    "duration": "for how long",
    "donor": "who gives",
    "recipient": "who gets",
    "under": "under whom",
    "not_under": "not under whom",
    "act": "what is said",
    "quote": "in which words",
}
"""The fields as a person asks for them."""

Whole = Annotated[bool, Query(description="The whole of a long text.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One of the reports that were seen at an address."""

    report: str
    title: str | None
    at: str | None


def asked_for(held: Held, name: str) -> Report:
    """The report of NAME, its sixteen digits or its whole id; raises HTTPException 404 where there is none."""
    found = report_named(held.ledger, name)
    if found is None:
        raise HTTPException(404, f"this ledger has no report {clipped(name, 80)}")
    return found


def view(held: Held, asked: Asked, report: Report) -> View[Posted]:
    """The claims of REPORT."""
    return View(
        name=f"report-{short(report.id)}",
        title=clipped(report.title or f"Report {short(report.id)}"),
        columns=COLUMNS,
        rows=list(posted(held.books(asked.clocks), held.told_by(report.id))),
        cells=cells,
        value=value,
        places=places,
        about={"report": msgspec.to_builtins(report)},
    )


def _versions(held: Held, report: Report) -> Sequence[Version]:
    """The reports that were seen where REPORT was, where that is a page of the web, in the order of time."""
    if report.source is None or not is_address(report.source):
        return ()
    found = filter(None, map(held.ledger.report, held.ledger.versions_at(report.source)))
    ordered = sorted(found, key=lambda one: said(one) or "")
    return [Version(report=one.id, title=one.title, at=one.updated or one.published) for one in ordered]


@router.get("/report/{name}.{form}")
def report_twin(request: Request, asked: Question, held: Kept, name: str, form: Form) -> Response:
    """The claims of a report as JSON, CSV or GeoJSON; the JSON has the report itself too."""
    found = view(held, asked, asked_for(held, name))
    return twin(found, asked, form, cite(request, found.title, asked))


@router.get("/report/{name}", include_in_schema=False)
def report_page(request: Request, asked: Question, held: Kept, name: str, *, whole: Whole = False) -> Response:
    """The page of a report."""
    report = asked_for(held, name)
    found = view(held, asked, report)
    claims = [one.entry.claim for one in found.rows]
    address = next((one for one in (report.url, report.source) if is_address(one)), None)
    return page(
        request,
        "report.html",
        asked,
        view=found,
        report=report,
        name=short(report.id),
        address=address,
        paragraphs=article(report.text, claims, len(report.text) if whole else SHOWN),
        ids=[claim.id for claim in claims],
        drawn=drawn,
        lit=min(-(-len(claims) // STEP) * STEP, LIT),
        fields=FIELDS,
        roles=ROLES,
        versions=_versions(held, report),
        hues=hues(held.contents().forces),
        cite=cite(request, found.title, asked),
    )


@router.get("/marks/{count}.css", include_in_schema=False)
def marks(count: int) -> Response:
    """The rules by which so many claims light up together with their words, without script."""
    kept = {"cache-control": "public, max-age=31536000, immutable"}
    return Response("\n".join(rules(min(count, LIT))), media_type="text/css", headers=kept)
