"""Changes: what the ledger took last, claims, rulings and versions of pages, as a page and as a feed to follow."""

from typing import Any, Final

import msgspec
from fastapi import APIRouter
from jinja2.utils import url_quote
from starlette.requests import Request
from starlette.responses import Response

from laydown.codec import entry_to_json
from laydown.desk.latest import Latest, latest
from laydown.export import Cell, notation
from laydown.export.atom import Item, feed
from laydown.export.plain import clipped
from laydown.model import ROLES, Claim
from laydown.model.identity import block, short
from laydown.web.asked import Asked, Form, Question
from laydown.web.held import Held, Kept, cite, hues
from laydown.web.render import page
from laydown.web.twins import twin
from laydown.web.view import View

router = APIRouter()

MOST: Final = 50
"""Changes of a page, a feed and a twin, unless more rows are asked for."""
TAG: Final = "tag:laydown,2026:"
"""What the ids of entries begin with (RFC 4151): they name content, and are the same on every machine."""

COLUMNS: Final = {
    "id": "what changed, under an id that never changes",
    "recorded": "when this ledger knew, in UTC",
    "what": "a claim, a ruling, or a version of a page",
    "claim": "the claim's id",
    "report": "the report's id",
    "outlet": "whose report it is",
    "force": "whose force: a country's code, a bloc or a name",
    "status": "how far along, as the claim says",
    "told": "the claim in short, or the report's title",
    "role": "what the claim does in the books",
    "reason": "why, as the clerk or a person says",
    "words": "the sentence that carries the claim",
    "version": "which version of its page the report is",
    "before": "the version before it",
}


def view(held: Held, asked: Asked) -> View[Latest]:
    """The last changes."""
    return View(
        name="changes",
        title="Changes",
        columns=COLUMNS,
        rows=latest(held, asked.rows or MOST, asked.clocks, asked.force),
        cells=_cells,
        value=_value,
    )


def _cells(one: Latest) -> dict[str, Cell]:
    """A change in a spreadsheet."""
    entry, link, heading = one.entry, one.link, one.heading
    report = entry.report if entry else heading.report if heading else ""
    return {
        "id": _id(one),
        "recorded": one.recorded,
        "what": one.what,
        "claim": entry.id if entry else None,
        "report": short(report),
        "outlet": entry.outlet if entry else heading.publisher if heading else None,
        "force": block(entry.claim)[0] if entry else None,
        "status": entry.claim.status if entry else None,
        "told": told(entry.claim) if entry else heading.title if heading else None,
        "role": link.role if link else None,
        "reason": link.reason if link else None,
        "words": entry.words if entry else None,
        "version": one.version or None,
        "before": short(one.before) if one.before else None,
    }


def _value(one: Latest) -> dict[str, Any]:
    """A change for a program."""
    entry = entry_to_json(one.entry) if one.entry else None
    link = msgspec.to_builtins(one.link) if one.link else None
    return _cells(one) | {"entry": entry, "link": link}


def told(claim: Claim) -> str:
    """CLAIM in one line."""
    parts = (notation.force(claim.force, claim.quantity) or claim.kind, notation.route(claim))
    return " ".join(filter(None, parts))


def _id(one: Latest) -> str:
    """The id of a change: of what it is about, and for a ruling when it was made and how."""
    if one.what == "ruling" and one.link:
        targets = ",".join(one.link.targets)
        return TAG + url_quote(f"ruling/{one.link.claim}/{one.recorded}/{one.link.role}/{targets}")
    name = one.entry.id if one.entry else f"{short(one.heading.report)}/{one.version}" if one.heading else ""
    return TAG + url_quote(f"{one.what}/{name}")


def address(one: Latest) -> str:
    """Where a change is read: at the claim's words in its report, or at the report."""
    if one.entry:
        return f"/report/{short(one.entry.report)}#{url_quote(one.entry.claim.id)}"
    return f"/report/{short(one.heading.report)}" if one.heading else "/changes"


def _item(one: Latest, base: str) -> Item:
    """A change as an entry of a feed."""
    cells = _cells(one)
    name, status = clipped(str(cells["told"] or "without a title")), str(cells["status"]).replace("_", " ")
    title = {
        "claim": f"{name} ({status})",
        "ruling": f"Ruled {cells['role']}: {name}",
        "version": f"Version {one.version}: {name}",
    }[one.what]
    summary = {
        "claim": f"“{cells['words']}”",
        "ruling": f"{cells['reason']} — “{cells['words']}”",
        "version": f"A new version of the page that held report {cells['before']}.",
    }[one.what]
    return Item(
        id=str(cells["id"]),
        title=title,
        updated=one.recorded,
        link=base + address(one),
        summary=summary,
        author=str(cells["outlet"] or "") or None,
        category=one.what,
    )


@router.get("/changes.atom", include_in_schema=False)
def changes_feed(request: Request, asked: Question, held: Kept) -> Response:
    """The last changes as an Atom feed."""
    base = str(request.base_url).rstrip("/")
    found = view(held, asked)
    name = request.app.state.name
    text = feed(
        id=TAG + url_quote(f"changes/{name}/{request.url.query}"),
        title=f"Laydown: changes of {name}",
        here=str(request.url),
        page=base + asked.at("/changes"),
        items=[_item(one, base) for one in found.rows],
    )
    return Response(text, media_type="application/atom+xml")


@router.get("/changes.{form}")
def changes_twin(request: Request, asked: Question, held: Kept, form: Form) -> Response:
    """The last changes as JSON or CSV."""
    found = view(held, asked)
    return twin(found, asked, form, cite(request, found.title, asked))


@router.get("/changes", include_in_schema=False)
def changes_page(request: Request, asked: Question, held: Kept) -> Response:
    """The page of the last changes."""
    found = view(held, asked)
    return page(
        request,
        "changes.html",
        asked,
        view=found,
        address=address,
        roles=ROLES,
        hues=hues(held.contents().forces),
        cite=cite(request, found.title, asked),
    )
