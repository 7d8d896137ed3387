"""Map: flows and standings on a day, drawn for all days at once, so that the time bar follows the hand."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from fastapi import APIRouter
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from laydown.balance.stages import OFF, Stage
from laydown.codec import balance_to_json, movement_to_json
from laydown.desk.timeline import Life, Standing, Timeline
from laydown.export import Cell, ticks
from laydown.export.map import Flow, Look, Ring, drawn
from laydown.export.notation import place, span
from laydown.model import ASSETS, STATUSES, Bounds, Place, Status
from laydown.places.nesting import relation
from laydown.web.asked import Asked, Form, Question
from laydown.web.held import Held, Kept, cite, offered
from laydown.web.render import drawing, page
from laydown.web.twins import twin
from laydown.web.view import Json, View, names

router = APIRouter()

COLUMNS: Final = {
    "id": "the movement's id, or the force, asset and place of a balance",
    "kind": "movement or balance",
    "force": "whose: a country's code, a bloc or a name",
    "asset": "what is counted",
    "status": "how far along a movement is; of a balance: ordered or in_place",
    "low": "the least number; of a balance its level, or its net change where nobody states a stock",
    "high": "the greatest number; empty where nothing bounds it",
    "level": "whether the numbers of a balance are a level and no change",
    "contested": "whether claims behind the numbers cannot all be true",
    "origin": "where a movement comes from",
    "place": "where it goes, or where a balance is of",
    "since": "the day from which it is so",
    "until": "the day from which it is so no more; empty to the end",
}
LOOKS: Final[Mapping[Status, Look]] = {"underway": "underway", "completed": "arrived", "present": "arrived"}
"""How a movement is drawn; what is announced, asked for or considered is planned."""
SYMBOLS: Final = {asset: category for category, asset in reversed(list(ASSETS.items()))}
"""The sign of what is counted."""


PATIENCE: Final = 0.2
"""Seconds that a page waits for balances that are being worked out; then it is shown without, and says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A movement at one stage, or a balance, with the stops between which it is so."""

    what: Life | Standing
    stage: Stage | None
    since: int
    until: int

    @property
    def bounds(self) -> Bounds:
        """The numbers."""
        if isinstance(self.what, Life):
            return self.what.movement.quantity
        return self.what.balance.known


def marks(line: Timeline) -> list[Mark]:
    """All that is ever drawn of a timeline: each stage of each movement, each balance as long as it is the same."""
    return [*_staged(line), *(_standing(one, line.stops) for one in line.standings if _some(one))]


def _staged(line: Timeline) -> Iterator[Mark]:
    """The stages of the movements, but that of being called off."""
    for life in line.lives:
        for stage in life.stages:
            if stage.status not in OFF:
                since, until = _stop(stage.since, line.stops), _stop(stage.until, line.stops)
                if since < until:
                    yield Mark(what=life, stage=stage, since=since, until=until)


def _standing(one: Standing, stops: tuple[date, ...]) -> Mark:
    """A balance."""
    return Mark(what=one, stage=None, since=_stop(one.since, stops), until=_stop(one.until, stops))


def _some(one: Standing) -> bool:
    """Whether anybody may be there."""
    known = one.balance.known
    return known.high is None or known.high > 0


def _stop(on: date | None, stops: tuple[date, ...]) -> int:
    """The number of the first stop that is not before a day; that after the last, where there is no day."""
    return len(stops) if on is None else bisect_right(stops, on.toordinal() - 1, key=date.toordinal)


def shown_stop(as_of: date | None, stops: tuple[date, ...]) -> int:
    """The number of the stop that a day shows: the last that is not after it; -1 before the first."""
    return len(stops) - 1 if as_of is None else bisect_right(stops, as_of) - 1


def news(found: Iterable[Mark], line: Timeline) -> list[int]:
    """How much begins at each stop."""
    begun = Counter(mark.since for mark in found)
    return [begun[stop] for stop in range(len(line.stops))]


def view(line: Timeline, asked: Asked) -> View[Mark]:
    """What the map shows on the day that is asked."""
    stop = shown_stop(asked.as_of, line.stops)
    return View(
        name="map",
        title="Map",
        columns=COLUMNS,
        rows=[mark for mark in marks(line) if mark.since <= stop < mark.until],
        cells=lambda mark: _cells(mark, line),
        value=lambda mark: _value(mark, line),
        places=_places,
    )


def _places(mark: Mark) -> tuple[Place, ...]:
    """Where a mark lies."""
    if isinstance(mark.what, Standing):
        return (mark.what.balance.place,)
    return (*mark.what.movement.origin[:1], *mark.what.movement.destination[:1])


def _cells(mark: Mark, line: Timeline) -> dict[str, Cell]:
    """A mark in a spreadsheet."""
    about: dict[str, Cell]
    if isinstance(mark.what, Life):
        one = mark.what.movement
        about = {
            "id": one.id,
            "kind": "movement",
            "status": mark.stage.status if mark.stage else one.status,
            "origin": names(one.origin),
            "place": names(one.destination),
        }
        force, asset, contested = one.force, one.asset, one.contested
    else:
        held = mark.what.balance
        force, asset, contested = held.force, held.asset, held.contested
        about = {
            "id": f"{force}/{asset}/{held.place.name}",
            "kind": "balance",
            "status": held.basis,
            "level": held.level is not None,
            "place": held.place.name,
        }
    return {
        **about,
        "force": force,
        "asset": asset,
        "low": mark.bounds.low,
        "high": mark.bounds.high,
        "contested": contested,
        **_days(mark, line),
    }


def _days(mark: Mark, line: Timeline) -> dict[str, str | None]:
    """The days of a mark."""
    until = line.stops[mark.until].isoformat() if mark.until < len(line.stops) else None
    return {"since": line.stops[mark.since].isoformat(), "until": until}


def _value(mark: Mark, line: Timeline) -> Json:
    """The whole of a mark."""
    if isinstance(mark.what, Life):
        whole = {"kind": "movement", **movement_to_json(mark.what.movement)}
        return {**whole, "status": mark.stage.status if mark.stage else None, **_days(mark, line)}
    return {"kind": "balance", **balance_to_json(mark.what.balance), **_days(mark, line)}


def plate(line: Timeline, asked: Asked, hues: Mapping[str, int]) -> Markup:
    """The map of a timeline, as it is on the day that is asked."""
    found = marks(line)
    flows = [flow for mark in found if isinstance(mark.what, Life) for flow in _flows(mark, mark.what, asked, hues)]
    rings = [_ring(mark, mark.what, asked, hues) for mark in found if isinstance(mark.what, Standing)]
    title = "Movements and balances of forces, as reported"
    return drawing(drawn(flows, rings, shown=shown_stop(asked.as_of, line.stops), title=title))


def _flows(mark: Mark, life: Life, asked: Asked, hues: Mapping[str, int]) -> Iterator[Flow]:
    """A movement at one stage: an arc for each pair of its ends."""
    one = life.movement
    status = mark.stage.status if mark.stage else one.status
    for origin in ends(one.origin):
        for destination in ends(one.destination):
            yield Flow(
                id=one.id,
                origin=origin,
                destination=destination,
                hue=hues.get(one.force, 0),
                look=LOOKS.get(status, "planned"),
                low=one.quantity.low,
                high=one.quantity.high,
                since=mark.since,
                until=mark.until,
                words=told(mark),
                href=asked.at(f"/why/movement/{one.id}"),
                contested=one.contested,
            )


def ends(told: tuple[Place, ...]) -> list[Place]:
    """The places between which a movement is drawn: a town that is told beside its country is the same end of it."""
    return [one for one in told if not any(relation(one, other) == "inside" for other in told)]


def _ring(mark: Mark, standing: Standing, asked: Asked, hues: Mapping[str, int]) -> Ring:
    """A balance."""
    one = standing.balance
    where = asked.at("/why/balance", force=one.force, asset=one.asset, place=(one.place.name,))
    return Ring(
        id=f"{one.force}/{one.asset}/{one.place.name}",
        place=one.place,
        hue=hues.get(one.force, 0),
        symbol=SYMBOLS.get(one.asset, "personnel"),
        low=max(mark.bounds.low or 0, 0),
        high=mark.bounds.high,
        since=mark.since,
        until=mark.until,
        label=f"{one.force} {span(mark.bounds, signed=one.level is None)}",
        words=told(mark),
        href=where,
        contested=one.contested,
    )


def told(mark: Mark) -> str:
    """A mark in words, for whoever cannot see the map."""
    if isinstance(mark.what, Life):
        one = mark.what.movement
        route = f"{', '.join(map(place, one.origin)) or '…'} to {', '.join(map(place, one.destination)) or '…'}"
        status = (mark.stage.status if mark.stage else one.status).replace("_", " ")
        return f"{span(one.quantity)} {one.force} {one.asset}, {route}, {status}"
    held = mark.what.balance
    number = span(held.level) if held.level else f"{span(held.net_change, signed=True)} since the first report"
    return f"{held.force} {held.asset} in {place(held.place)}: {number}"


@router.get("/", include_in_schema=False)
@router.get("/map", include_in_schema=False)
def map_page(request: Request, asked: Question, held: Kept) -> Response:
    """The map."""
    line = _line(held, asked)
    offers = offered(held)
    found = marks(line)
    return page(
        request,
        "map.html",
        asked,
        drawing=plate(line, asked, offers["hues"]),
        flows=[mark for mark in found if isinstance(mark.what, Life)],
        rings=[mark for mark in found if isinstance(mark.what, Standing)],
        line=line,
        stop=shown_stop(asked.as_of, line.stops),
        day=asked.as_of or (line.stops[-1] if line.stops else None),
        ticks=drawing(ticks(news(found, line))),
        cite=cite(request, "Map", asked),
        **offers,
    )


@router.get("/map.{form}")
def map_twin(request: Request, asked: Question, held: Kept, form: Form) -> Response:
    """What the map shows, as JSON, CSV or GeoJSON."""
    return twin(view(_line(held, asked), asked), asked, form, cite(request, "Map", asked))


def _line(held: Held, asked: Asked) -> Timeline:
    """The timeline under the filters."""
    statuses = tuple(status for status in STATUSES["movement"] if status in asked.status)
    return held.timeline(
        asked.clocks,
        patience=PATIENCE,
        force=asked.force,
        asset=asked.asset,
        places=asked.place,
        basis=asked.basis,
        statuses=statuses or None,
    )
