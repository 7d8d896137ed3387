"""Why: the certificate of a bound as sums that a person can check, and all that the books hold of one movement."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from fastapi import APIRouter, HTTPException
from starlette.requests import Request
from starlette.responses import Response

from laydown.codec import balance_to_json, entry_to_json, link_to_json, movement_to_json
from laydown.desk.dossiers import Dossier, Told, dossier
from laydown.desk.passages import marked
from laydown.desk.proofs import Sum, Summand, sums
from laydown.export import Cell, lifeline
from laydown.model import Balance, Bounds
from laydown.model.identity import movement_id
from laydown.web.asked import Asked, Form, Question
from laydown.web.held import Held, Kept, cite, offered
from laydown.web.render import drawing, page
from laydown.web.twins import twin
from laydown.web.view import Json, View

router = APIRouter()

LINES: Final = {
    "id": "force, asset, place, number, side and line, or movement, side and line",
    "number": "which number is proved: level, change, stated, unexplained or size",
    "side": "low proves that it is at least the bound, high that it is at most the bound",
    "bound": "the number that all lines of the side come to, divided and rounded outward",
    "divisor": "by what the sum of the lines is divided",
    "claim": "the claim that is added; empty for an assumption of ours",
    "times": "how often it is taken, negative where it is taken away",
    "takes": "which of the claim's own two bounds is taken, at least (low) or at most (high)",
    "number_of_claim": "that bound",
    "adds": "what the line adds",
    "running": "what all lines so far come to",
    "outlet": "who published the claim",
    "said": "when the public could know",
    "words": "the words of the claim, or the assumption",
}
TELLINGS: Final = {
    "id": "the claim",
    "role": "what it does to the movement",
    "movements": "the movements that its link names",
    "status": "what it says became of the movement",
    "low": "its number at the least; empty where it gives none",
    "high": "and at the most",
    "outlet": "who published it",
    "said": "when the public could know",
    "decided_by": "who linked it: the clerk, or a person",
    "reason": "and why",
    "corrected_by": "the claim for which it counts no more, if there is one",
    "updated_by": "the claim until which it counts, if there is one",
    "words": "the words that carry it",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Proved:
    """A number of a balance or a movement, by name, with the sums that prove its two sides."""

    of: str
    name: str
    title: str
    bounds: Bounds
    sums: tuple[Sum, Sum]
    signed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of a sum in a table of many."""

    proved: Proved
    side: Sum
    number: int
    summand: Summand


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """A balance and the numbers of it that are proved, the one that is asked for first."""

    balance: Balance
    numbers: tuple[Proved, ...]


def whys(held: Held, asked: Asked) -> list[Why]:
    """The balances that ASKED names, proved; raises HTTPException 404 where the books know of none."""
    if not asked.place:
        raise HTTPException(404, "say of which place: /why/balance?place=Poland&force=US")
    try:
        found = held.balances(
            asked.clocks, force=asked.force, asset=asked.asset, places=asked.place, unit=asked.unit, basis=asked.basis
        )
    except ValueError as error:
        raise HTTPException(404, f"there is nothing to prove: {error}") from error
    if not found:
        who = " ".join(filter(None, (asked.force, asked.asset))) or "anybody"
        raise HTTPException(404, f"the books tell nothing of {who} in {', '.join(asked.place)}")
    entries = held.books(asked.clocks).entries

    def proved(one: Balance, name: str, title: str, bounds: Bounds | None, *, signed: bool = False) -> Iterator[Proved]:
        if bounds is not None:
            of = f"{one.force}/{one.asset}/{one.place.name}"
            yield Proved(of=of, name=name, title=title, bounds=bounds, sums=sums(bounds, entries), signed=signed)

    return [
        Why(
            balance=one,
            numbers=(
                *proved(one, "level", "Level", one.level),
                *proved(one, "change", "Change since", one.net_change, signed=True),
                *proved(one, "stated", "Stated", one.stated.bounds if one.stated else None),
                *proved(one, "unexplained", "Unexplained", one.unexplained, signed=True),
            ),
        )
        for one in found
    ]


def lines(numbers: Sequence[Proved]) -> list[Row]:
    """All lines of all sums."""
    return [
        Row(proved=one, side=side, number=number, summand=summand)
        for one in numbers
        for side in one.sums
        for number, summand in enumerate(side.summands, start=1)
    ]


def view(name: str, title: str, numbers: Sequence[Proved]) -> View[Row]:
    """The lines of NUMBERS as a table."""
    return View(name=name, title=title, columns=LINES, rows=lines(numbers), cells=_cells, value=_value)


def _cells(row: Row) -> dict[str, Cell]:
    """A line in a spreadsheet."""
    line, entry = row.summand.line, row.summand.entry
    return {
        "id": f"{row.proved.of}/{row.proved.name}/{row.side.side}/{row.number}",
        "number": row.proved.name,
        "side": row.side.side,
        "bound": row.side.bound,
        "divisor": row.side.divisor,
        "claim": line.claim,
        "times": line.coefficient,
        "takes": line.side,
        "number_of_claim": line.bound,
        "adds": row.summand.amount,
        "running": row.summand.running,
        "outlet": line.outlet,
        "said": entry.said if entry else None,
        "words": line.words,
    }


def _value(row: Row) -> Json:
    """A line for a program."""
    return dict(_cells(row))


@router.get("/why/balance", include_in_schema=False)
def balance_page(request: Request, asked: Question, held: Kept) -> Response:
    """The page that proves balances."""
    found = whys(held, asked)
    return page(
        request,
        "why_balance.html",
        asked,
        found=found,
        marked=marked,
        cite=cite(request, "Why", asked),
        **offered(held),
    )


@router.get("/why/balance.{form}")
def balance_twin(request: Request, asked: Question, held: Kept, form: Form) -> Response:
    """The proofs of balances as JSON or CSV."""
    found = whys(held, asked)
    table = view("why-balance", "Why", [one for why in found for one in why.numbers])
    about = cite(request, table.title, asked)
    return twin(table, asked, form, about, balances=[balance_to_json(why.balance) for why in found])


def _found(held: Held, asked: Asked, name: str) -> Dossier:
    """The dossier of a movement; raises HTTPException 404 where there is none."""
    found = dossier(held, name, asked.clocks)
    if found is None:
        raise HTTPException(404, f"the books know of no movement {name!r}; it may have been ruled to be another's")
    return found


def _size(held: Held, asked: Asked, found: Dossier) -> Proved:
    """The proof of how many move."""
    bounds = found.movement.quantity
    proof = sums(bounds, held.books(asked.clocks).entries)
    return Proved(of=found.movement.id, name="size", title="How many", bounds=bounds, sums=proof)


def _telling(one: Told) -> dict[str, Cell]:
    """A claim of a movement in a spreadsheet."""
    quantity = one.entry.claim.quantity
    return {
        "id": one.entry.id,
        "role": one.link.role,
        "movements": " ".join(one.link.targets),
        "status": one.entry.claim.status,
        "low": quantity.low if quantity else None,
        "high": quantity.high if quantity else None,
        "outlet": one.entry.outlet,
        "said": one.entry.said,
        "decided_by": one.link.decided_by,
        "reason": one.link.reason,
        "corrected_by": one.corrected_by.id if one.corrected_by else None,
        "updated_by": one.updated_by.id if one.updated_by else None,
        "words": one.entry.words,
    }


def _movement_twin(request: Request, asked: Asked, held: Held, name: str, form: Form) -> Response:
    """The claims of a movement as JSON or CSV; the JSON holds the movement and the proof of its size too."""
    found = _found(held, asked, name)
    table = View(
        name="why-movement",
        title="Movement",
        columns=TELLINGS,
        rows=found.told,
        cells=_telling,
        value=lambda one: {**_telling(one), "entry": entry_to_json(one.entry), "link": link_to_json(one.link)},
    )
    return twin(
        table,
        asked,
        form,
        cite(request, f"Movement {name}", asked),
        movement=movement_to_json(found.movement),
        proof=list(map(_value, lines([_size(held, asked, found)]))),
        stages=[
            {
                "status": stage.status,
                "since": stage.since.isoformat(),
                "until": stage.until.isoformat() if stage.until else None,
            }
            for stage in found.stages
        ],
    )


@router.get("/why/movement/{name}.json")
def movement_json(request: Request, asked: Question, held: Kept, name: str) -> Response:
    """A movement with its claims, links and proof as JSON."""
    return _movement_twin(request, asked, held, name, "json")


@router.get("/why/movement/{name}.csv")
def movement_csv(request: Request, asked: Question, held: Kept, name: str) -> Response:
    """The claims of a movement as CSV."""
    return _movement_twin(request, asked, held, name, "csv")


@router.get("/why/movement/{name}", include_in_schema=False)
def movement_page(request: Request, asked: Question, held: Kept, name: str) -> Response:
    """The page of one movement."""
    found = _found(held, asked, name)
    known = [stage.since for stage in found.stages]
    first = found.movement.first or (known[0] if known else None)
    last = max([*known, *([found.movement.last] if found.movement.last else [])], default=None)
    return page(
        request,
        "why_movement.html",
        asked,
        found=found,
        size=_size(held, asked, found),
        life=drawing(lifeline(found.stages, first, last)) if first and last else "",
        entries=held.books(asked.clocks).entries,
        movement_id=movement_id,
        marked=marked,
        cite=cite(request, f"Movement {name}", asked),
        **offered(held),
    )
