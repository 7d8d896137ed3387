"""Balance: a sheet a force and asset, each place with the bounds on who is there and how they came to be."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import Final, TypeAlias

from fastapi import APIRouter
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from laydown.codec import balance_to_json
from laydown.desk.together import together
from laydown.export import Cell, Day, Frame, band
from laydown.export.notation import span
from laydown.model import Balance, Bounds
from laydown.web.asked import Asked, Form, Question
from laydown.web.held import Held, Kept, cite, offered
from laydown.web.render import day, drawing, page
from laydown.web.twins import twin
from laydown.web.view import View

router = APIRouter()

Block: TypeAlias = tuple[str, str]

ENOUGH: Final = 5_000
"""Claims of which the balances are shown at once; of more a page is too long to be read, and slow to be made."""

COLUMNS: Final = {
    "id": "force, asset and place",
    "force": "whose: a country's code, a bloc or a name",
    "asset": "what is counted",
    "place": "where",
    "as_of": "the day of the answer; empty for the end of the books",
    "basis": "ordered counts what is announced, in_place only what arrived",
    "stated_low": "the last stock that sources state, at the least",
    "stated_high": "and at the most",
    "stated_on": "the day of which it is stated",
    "change_low": "what is reported to have come since, less what left, at the least",
    "change_high": "and at the most; empty where nothing bounds it",
    "level_low": "the two together, if nothing went unreported, at the least",
    "level_high": "and at the most",
    "contested": "whether claims behind these numbers cannot all be true",
    "outlets": "the outlets behind the numbers",
    "witnesses": "how many tellings among them are no copies",
}


def view(held: Held, asked: Asked) -> View[Balance]:
    """The balances that ASKED wants, of as many forces and assets as fit on a page."""
    found = (_of_block(held, asked, force, asset) for force, asset in _chosen(held, asked)[0])
    return View(
        name="balance",
        title="Balance",
        columns=COLUMNS,
        rows=[one for several in found for one in several],
        cells=_cells,
        value=balance_to_json,
        places=lambda one: (one.place,),
    )


def _of_block(held: Held, asked: Asked, force: str, asset: str) -> Sequence[Balance]:
    """The balances of one force and asset."""
    return held.balances(asked.clocks, force=force, asset=asset, places=asked.place, unit=asked.unit, basis=asked.basis)


def _chosen(held: Held, asked: Asked) -> tuple[list[Block], list[Block]]:
    """The forces and assets that are shown, the most told first, and those that are left to be asked for."""
    told = held.contents(asked.clocks).blocks
    wanted = {
        key: claims for key, claims in told.items() if asked.force in {None, key[0]} and asked.asset in {None, key[1]}
    }
    before = accumulate(wanted.values(), initial=0)
    fits = [key for key, claims in zip(wanted, before, strict=False) if claims < ENOUGH]
    return fits, [key for key in wanted if key not in fits]


def _cells(one: Balance) -> dict[str, Cell]:
    """A balance in a spreadsheet."""
    stated, level = one.stated, one.level or Bounds()
    return {
        "id": f"{one.force}/{one.asset}/{one.place.name}",
        "force": one.force,
        "asset": one.asset,
        "place": one.place.name,
        "as_of": one.as_of.isoformat() if one.as_of else None,
        "basis": one.basis,
        "stated_low": stated.bounds.low if stated else None,
        "stated_high": stated.bounds.high if stated else None,
        "stated_on": stated.on.isoformat() if stated else None,
        "change_low": one.net_change.low,
        "change_high": one.net_change.high,
        "level_low": level.low,
        "level_high": level.high,
        "contested": one.contested,
        "outlets": "; ".join(one.sources),
        "witnesses": one.witnesses,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The balances of one force and asset, what they come to together, and the greatest bound, for the bars' scale."""

    force: str
    asset: str
    rows: tuple[Balance, ...]
    together: Balance | None
    most: int


def sheets(held: Held, asked: Asked, found: Sequence[Balance]) -> list[Sheet]:
    """The balances by force and asset, in the order in which they come."""
    books = held.books(asked.clocks)
    return [
        Sheet(force=force, asset=asset, rows=rows, together=together(books, rows), most=_most(rows))
        for (force, asset), group in groupby(found, lambda one: (one.force, one.asset))
        if (rows := tuple(group))
    ]


def bands(held: Held, asked: Asked, found: Sequence[Balance]) -> dict[tuple[str, str, str], Markup]:
    """The course of each balance over the days, drawn; those of one force and asset can be compared."""
    drawn: dict[tuple[str, str, str], Markup] = {}
    for force, asset in dict.fromkeys((one.force, one.asset) for one in found):
        line = held.timeline(
            asked.clocks, force=force, asset=asset, places=asked.place, basis=asked.basis, most_flows=0
        )
        days: dict[str, list[Day]] = {}
        for one in line.standings:
            if asked.as_of is None or one.since <= asked.as_of:
                known = one.balance.known
                day = Day(on=one.since, low=known.low, high=known.high, contested=one.balance.contested)
                days.setdefault(one.balance.place.name, []).append(day)
        numbers = [n for steps in days.values() for step in steps for n in (step.low, step.high) if n is not None]
        if numbers:
            until = min(asked.as_of or line.stops[-1], line.stops[-1])
            frame = Frame(first=line.stops[0], until=until, least=min(numbers), most=max(numbers))
            for name, steps in days.items():
                drawn[force, asset, name] = drawing(band(steps, frame, _told(steps)))
    return drawn


def _told(steps: Sequence[Day]) -> str:
    """The course of a balance in words."""
    return "; ".join(f"{day(one.on)}: {span(Bounds(low=one.low, high=one.high))}" for one in steps)


def _most(rows: Sequence[Balance]) -> int:
    """The greatest number in a sheet."""
    known = [one.known for one in rows]
    return max((number for one in known for number in (one.low, one.high) if number), default=0)


@router.get("/balance", include_in_schema=False)
def balance_page(request: Request, asked: Question, held: Kept) -> Response:
    """The page of the balances."""
    found = view(held, asked)
    return page(
        request,
        "balance.html",
        asked,
        view=found,
        sheets=sheets(held, asked, found.rows),
        bands=bands(held, asked, found.rows),
        others=_chosen(held, asked)[1],
        cite=cite(request, found.title, asked),
        **offered(held),
    )


@router.get("/balance.{form}")
def balance_twin(request: Request, asked: Question, held: Kept, form: Form) -> Response:
    """The balances as JSON, CSV or GeoJSON."""
    found = view(held, asked)
    return twin(found, asked, form, cite(request, found.title, asked))
