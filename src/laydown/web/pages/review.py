"""Review: claims in suspense and unsure ones, one at a time, a key a verdict, every ruling appended."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Annotated, Any, Final, TypeAlias

from fastapi import APIRouter, Depends, Query
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from laydown.codec import entry_to_json, link_to_json
from laydown.desk import reviewing
from laydown.desk.books import LedgerError, OvertakenError, rule_all
from laydown.desk.passages import marked, passage
from laydown.desk.reviewing import BELOW, Ruling, Show
from laydown.export import Cell, notation
from laydown.model import ROLES, Entry, Link, Problem
from laydown.model.identity import block
from laydown.web.asked import LONGEST, Asked, Form, Question
from laydown.web.forms import Sent, now
from laydown.web.held import Held, Kept, cite, offered
from laydown.web.render import page
from laydown.web.twins import twin
from laydown.web.view import Json, View

router = APIRouter()

COLUMNS: Final = {
    "id": "the claim that waits",
    "waits": "suspense: posted nowhere; unsure: posted, but read with little confidence",
    "confidence": "how often a claim like this one is read rightly",
    "force": "whose it is",
    "asset": "what is counted",
    "status": "what the claim says is so",
    "low": "its number at the least",
    "high": "and at the most",
    "route": "where from and where to, or where",
    "outlet": "who published it",
    "said": "when the public could know",
    "role": "what it does in the books now",
    "reason": "why it waits, or why it is posted as it is",
    "ways": "the ways to post it that were weighed, with their points",
    "words": "the words that carry it",
}
Waiting: TypeAlias = tuple[Entry, Link]
ELSE: Final = "else"
"""The verdict of the form that names a role and its movements."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """Where a person is in the queue: which claims are shown, after which one, and since when they rule."""

    show: Show = "all"
    below: float = BELOW
    after: str = ""
    claim: str = ""
    since: str = ""

    def at(self, asked: Asked, path: str = "/review", **changes: Any) -> str:  # noqa: ANN401 - what a template has
        """The address of another place in the same sitting.

        >>> Sitting(since="2022-03-02T12:00:00Z").at(Asked(force="US"), after="a.c1")
        '/review?force=US&after=a.c1&since=2022-03-02T12%3A00%3A00Z'
        """
        there = replace(self, **changes)
        own = [(one.name, str(value)) for one in fields(there) if (value := getattr(there, one.name)) != one.default]
        pairs = [*asked.pairs(), *own]
        return f"{path}?{QueryParams(pairs)}" if pairs else path


def sitting(
    request: Request,
    *,
    show: Annotated[Show, Query(description="Claims in suspense, unsure ones, or all.")] = "all",
    below: Annotated[float, Query(ge=0, le=1, description="Claims less sure than this are unsure.")] = BELOW,
    after: Annotated[str, Query(max_length=LONGEST, description="The first claim after this one.")] = "",
    claim: Annotated[str, Query(max_length=LONGEST, description="This claim.")] = "",
    since: Annotated[str, Query(max_length=LONGEST, description="The hour at which the sitting began.")] = "",
) -> Sitting:
    """Where the address says that a person is; who says nothing begins a sitting."""
    return Sitting(show=show, below=below, after=after, claim=claim, since=since or now(request))


Place: TypeAlias = Annotated[Sitting, Depends(sitting)]


def _waiting(held: Held, asked: Asked, where: Sitting) -> tuple[str, ...]:
    """The claims that wait under the filters."""

    def work() -> tuple[str, ...]:
        return reviewing.waiting(
            held.books(asked.clocks),
            below=where.below,
            show=where.show,
            force=asked.force,
            asset=asked.asset,
            places=asked.place,
        )

    return held.kept(("waiting", asked.clocks, where.below, where.show, asked.force, asked.asset, asked.place), work)


@router.get("/review", include_in_schema=False)
def review_page(request: Request, asked: Question, held: Kept, where: Place) -> Response:
    """The page on which one claim waits for a verdict."""
    return _shown(request, asked, held, where)


def _shown(request: Request, asked: Asked, held: Held, where: Sitting, trouble: str = "", code: int = 200) -> Response:
    """The page at a place in the queue, with what went wrong where something did."""
    ruled = reviewing.sitting(held, where.since)
    done = sum(not one.taken_back for one in ruled)
    found = reviewing.queue(
        held, _waiting(held, asked, where), done, after=where.after, claim=where.claim, clocks=asked.clocks
    )
    report = held.ledger.report(found.item.entry.report) if found.item else None
    answer = page(
        request,
        "review.html",
        asked,
        code=code,
        where=where,
        found=found,
        item=found.item,
        passage=passage(report, found.item.entry) if report and found.item else None,
        report=report,
        ruled=ruled,
        done=done,
        open=asked.recorded_by is None,
        now=where.at(replace(asked, recorded_by=None)),
        roles=ROLES,
        trouble=trouble,
        marked=marked,
        csrf=request.app.state.csrf,
        cite=cite(request, "Review", asked),
        **offered(held),
    )
    if "hx-request" in request.headers and request.method == "GET":
        answer.headers["hx-push-url"] = where.at(asked)
    return answer


@router.post("/review", include_in_schema=False)
def review_rule(request: Request, asked: Question, held: Kept, where: Place, form: Sent) -> Response:
    """Rule on the claim that was shown, or take a ruling back; then on to the next."""
    try:
        if form.get("verdict") == "undo":
            claim = _undo(held, where, form.get("claim", ""), now(request))
            return RedirectResponse(where.at(asked, claim=claim), 303)
        claim = _rule(held, form, now(request))
    except OvertakenError as error:
        return _shown(request, asked, held, replace(where, claim=form.get("claim", "")), str(error), 409)
    except (LedgerError, ValueError) as error:
        return _shown(request, asked, held, replace(where, claim=form.get("claim", where.claim)), str(error), 400)
    return RedirectResponse(where.at(asked, claim="", after=claim), 303)


def _undo(held: Held, where: Sitting, claim: str, recorded: str) -> str:
    """Take back the last ruling of the sitting, or the last on a claim; the claim that waits again."""
    taken = reviewing.undo(held, where.since, recorded, claim)
    rule_all(held.ledger, [taken], seen={taken.claim: reviewing.seen(held, taken.claim)})
    return taken.claim


def _rule(held: Held, form: Mapping[str, str], recorded: str) -> str:
    """Rule as the form says, on the claim as the person saw it."""
    name = form.get("claim", "")
    count = form.get("seen", "")
    item = reviewing.item(held, name, held.books())
    if item is None or not count.isdecimal():
        msg = f"there is no claim {name!r} to rule on"
        raise ValueError(msg)
    if int(count) < item.seen:
        what, hint = "was decided anew since you looked", "see what holds now; nothing of yours was kept"
        raise OvertakenError(Problem(where=name, what=what, hint=hint))
    if form.get("verdict") == ELSE:
        ruling = reviewing.other(
            item, form.get("role", ""), form.get("targets", "").split(), form.get("note", ""), recorded
        )
    else:
        ruling = reviewing.verdict(item, form.get("verdict", ""), form.get("note", ""), recorded)
    rule_all(held.ledger, [ruling], seen={name: int(count)})
    return name


def view(held: Held, asked: Asked, where: Sitting) -> View[Waiting]:
    """All that waits under the filters."""
    books = held.books(asked.clocks)
    return View(
        name="review",
        title="Review",
        columns=COLUMNS,
        rows=[(books.entries[name], books.links[name]) for name in _waiting(held, asked, where)],
        cells=_cells,
        value=lambda one: {"waits": _why(one), "entry": entry_to_json(one[0]), "link": link_to_json(one[1])},
    )


def _why(one: Waiting) -> str:
    """Why a claim waits."""
    return "suspense" if one[1].role == "suspense" else "unsure"


def _cells(one: Waiting) -> dict[str, Cell]:
    """A claim that waits in a spreadsheet."""
    entry, link = one
    claim = entry.claim
    force, asset = block(claim)
    return {
        "id": entry.id,
        "waits": _why(one),
        "confidence": claim.confidence,
        "force": force,
        "asset": asset,
        "status": claim.status,
        "low": claim.quantity.low if claim.quantity else None,
        "high": claim.quantity.high if claim.quantity else None,
        "route": notation.route(claim),
        "outlet": entry.outlet,
        "said": entry.said,
        "role": link.role,
        "reason": link.reason,
        "ways": "; ".join(" ".join((way.role, *way.targets, f"({way.score:.1f})")) for way in link.options),
        "words": entry.words,
    }


def _ruling(one: Ruling) -> Json:
    """A ruling for a program."""
    return {
        "taken_back": one.taken_back,
        "ruling": link_to_json(one.link),
        "before": link_to_json(one.before) if one.before else None,
    }


@router.get("/review.{form}")
def review_twin(request: Request, asked: Question, held: Kept, where: Place, form: Form) -> Response:
    """What waits for a person as JSON or CSV; the JSON holds the rulings of the sitting too."""
    found = view(held, asked, where)
    ruled = [_ruling(one) for one in reviewing.sitting(held, where.since)]
    return twin(found, asked, form, cite(request, found.title, asked), sitting=ruled)
