"""Conflicts: claims that cannot all be true, side by side, what each repair gives, and the ruling that settles it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import APIRouter, HTTPException, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from laydown.codec import conflict_to_json, dump, entry_to_json
from laydown.desk import reviewing, settling
from laydown.desk.books import LedgerError, rule_all
from laydown.desk.passages import marked
from laydown.desk.settling import How, Stand, name_of
from laydown.export import Cell
from laydown.model import Balance, Books, Conflict, Repair
from laydown.web.asked import LONGEST, Asked, Form, Question
from laydown.web.forms import Sent, now
from laydown.web.held import Held, Kept, cite, offered
from laydown.web.pages.review import Sitting
from laydown.web.render import page
from laydown.web.twins import twin
from laydown.web.view import Json, View

router = APIRouter()

COLUMNS: Final = {
    "id": "the conflict and the claim",
    "conflict": "the conflict's name, under /conflicts/",
    "claim": "a claim that cannot be true together with the others of its conflict",
    "force": "whose: a country's code, a bloc or a name",
    "asset": "what is counted",
    "role": "what the claim does in the books",
    "low": "its number at the least",
    "high": "and at the most",
    "outlet": "who published it",
    "said": "when the public could know",
    "witnesses": "how many tellings in words of their own say the same",
    "outlets": "the outlets of these",
    "left_out": "whether one of the smallest repairs leaves the claim out",
    "words": "the words that carry it",
}
SHOWN: Final = 25
"""Conflicts of a page; its twins have all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A repair, how it is best ruled, the claims that would stay, and how many links those ruled on have had."""

    repair: Repair
    usual: How
    stays: tuple[Stand, ...]
    seen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarrel:
    """A conflict as a page shows it; with `settled`, each repair has the balances that it leaves."""

    name: str
    conflict: Conflict
    stands: tuple[Stand, ...]
    ways: tuple[Way, ...]
    settled: bool = False

    @property
    def gives(self) -> list[tuple[str, list[Balance]]]:
        """The balances by place, one a repair."""
        places: dict[str, list[Balance]] = {}
        for way in self.ways:
            for one in way.repair.balances:
                places.setdefault(one.place.name, []).append(one)
        return list(places.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A claim of a conflict in a table of many."""

    quarrel: Quarrel
    stand: Stand


def quarrels(held: Held, asked: Asked, settled: Conflict | None = None) -> list[Quarrel]:
    """The conflicts that ASKED wants; or one alone, which has the balances that its repairs leave if any has."""
    found, told = (
        _told(held, asked) if settled is None else ((settled,), settling.stands(held.books(asked.clocks), [settled]))
    )
    books = held.books(asked.clocks)
    stands = dict(zip(map(name_of, found), told, strict=True))
    counts = Counter(link.claim for link in held.links())
    shown = [_quarrel(books, one, stands[name_of(one)], counts) for one in found]
    named = {name.casefold() for name in asked.place if not settled}
    return [one for one in shown if not named or not named.isdisjoint(_places(one))]


def _told(held: Held, asked: Asked) -> tuple[tuple[Conflict, ...], list[tuple[Stand, ...]]]:
    """The conflicts that ASKED wants and who stands for what in each, kept together, for each goes with the other."""

    def work() -> tuple[tuple[Conflict, ...], list[tuple[Stand, ...]]]:
        found = held.conflicts(asked.clocks, force=asked.force, asset=asked.asset)
        return found, settling.stands(held.books(asked.clocks), found)

    return held.kept(("stands", asked.clocks, asked.force, asked.asset), work)


def _places(one: Quarrel) -> list[str]:
    """The places that the claims of a conflict name."""
    claims = [stand.entry.claim for stand in one.stands]
    return [place.name.casefold() for claim in claims for place in claim.places]


def _quarrel(books: Books, one: Conflict, stands: tuple[Stand, ...], counts: Mapping[str, int]) -> Quarrel:
    """A conflict with who stands for what in it; COUNTS say how many links each claim has had."""
    return Quarrel(
        name=name_of(one),
        conflict=one,
        stands=stands,
        ways=tuple(
            Way(
                repair=repair,
                usual=settling.usual(books, repair),
                stays=tuple(stand for stand in stands if stand.entry.id not in repair.removed),
                seen=" ".join(f"{name}={counts[name]}" for name in sorted({*repair.removed, *one.claims})),
            )
            for repair in one.repairs
        ),
        settled=any(repair.balances for repair in one.repairs),
    )


def _named(held: Held, asked: Asked, name: str) -> Conflict:
    """The conflict of a name; raises HTTPException 404 where there is none."""
    found = next((one for one in held.conflicts(asked.clocks) if name_of(one) == name), None)
    if found is None:
        raise HTTPException(404, f"there is no conflict {name!r}: it was settled, or new claims have changed it")
    return found


def view(held: Held, asked: Asked) -> View[Row]:
    """The claims of all conflicts, a row each."""
    return View(
        name="conflicts",
        title="Conflicts",
        columns=COLUMNS,
        rows=[Row(quarrel=one, stand=stand) for one in quarrels(held, asked) for stand in one.stands],
        cells=_cells,
        value=_value,
    )


def _cells(row: Row) -> dict[str, Cell]:
    """A claim of a conflict in a spreadsheet."""
    entry, quantity, conflict = row.stand.entry, row.stand.entry.claim.quantity, row.quarrel.conflict
    return {
        "id": f"{row.quarrel.name}/{entry.id}",
        "conflict": row.quarrel.name,
        "claim": entry.id,
        "force": conflict.force,
        "asset": conflict.asset,
        "role": row.stand.link.role if row.stand.link else None,
        "low": quantity.low if quantity else None,
        "high": quantity.high if quantity else None,
        "outlet": entry.outlet,
        "said": entry.said,
        "witnesses": row.stand.witnesses,
        "outlets": "; ".join(row.stand.outlets),
        "left_out": any(entry.id in repair.removed for repair in conflict.repairs),
        "words": entry.words,
    }


def _value(row: Row) -> Json:
    """A claim of a conflict for a program."""
    return {**_cells(row), "entry": entry_to_json(row.stand.entry)}


@router.get("/conflicts", include_in_schema=False)
def conflicts_page(
    request: Request,
    asked: Question,
    held: Kept,
    since: Annotated[str, Query(max_length=LONGEST, description="The hour at which the sitting began.")] = "",
) -> Response:
    """The page of all conflicts."""
    return _shown(request, asked, held, quarrels(held, asked), since=since)


def _shown(
    request: Request,
    asked: Asked,
    held: Held,
    found: list[Quarrel],
    *,
    since: str = "",
    trouble: str = "",
    code: int = 200,
) -> Response:
    """The page of some conflicts."""
    ruled = reviewing.sitting(held, since) if since else ()
    return page(
        request,
        "conflicts.html",
        asked,
        code=code,
        found=found,
        shown=found[: asked.rows or SHOWN],
        trouble=trouble,
        since=since,
        ruled=ruled,
        review=Sitting(since=since),
        entries=held.books(asked.clocks).entries,
        open=asked.recorded_by is None and asked.said_by is None,
        marked=marked,
        csrf=request.app.state.csrf,
        cite=cite(request, "Conflicts", asked),
        **offered(held),
    )


@router.get("/conflicts.{form}")
def conflicts_twin(request: Request, asked: Question, held: Kept, form: Form) -> Response:
    """The conflicts as JSON or CSV, a row a claim; the JSON holds the repairs too, without the balances they leave."""
    found = view(held, asked)
    told = {row.quarrel.name: conflict_to_json(row.quarrel.conflict) for row in found.rows}
    return twin(found, asked, form, cite(request, found.title, asked), conflicts=told)


@router.get("/conflicts/{name}.json")
def conflict_json(asked: Question, held: Kept, name: str) -> Response:
    """A conflict with the balances that each of its repairs leaves, as JSON."""
    return Response(
        dump(conflict_to_json(held.settled(_named(held, asked, name), asked.clocks))), media_type="application/json"
    )


@router.get("/conflicts/{name}", include_in_schema=False)
def conflict_page(request: Request, asked: Question, held: Kept, name: str) -> Response:
    """The page of one conflict, with the balances that each of its repairs leaves."""
    found = held.settled(_named(held, asked, name), asked.clocks)
    return _shown(request, asked, held, quarrels(held, asked, found))


@router.post("/conflicts/{name}", include_in_schema=False)
def conflict_rule(request: Request, asked: Question, held: Kept, name: str, form: Sent) -> Response:
    """Carry out a repair, with a reason; all of its rulings or none."""
    conflict = _named(held, asked, name)
    recorded = now(request)
    counts = (one.partition("=") for one in form.get("seen", "").split())
    try:
        made = settling.rulings(
            conflict,
            form.get("removed", "").split(),
            form.get("how", ""),
            form.get("by", ""),
            reason=form.get("reason", ""),
            recorded=recorded,
        )
        seen = {claim: int(count) for claim, _, count in counts if count.isdecimal()}
        missing = next((link.claim for link in made if link.claim not in seen), None)
        if missing is not None:
            msg = f"the form does not say which rulings on {missing} it has seen"
            raise ValueError(msg)  # noqa: TRY301 - told as all that is wrong with the form
        rule_all(held.ledger, made, seen=seen)
    except (LedgerError, ValueError) as error:
        code = 400 if isinstance(error, ValueError) else 409
        return _shown(request, asked, held, quarrels(held, asked, conflict), trouble=str(error), code=code)
    there = asked.at("/conflicts")
    return RedirectResponse(f"{there}{'&' if '?' in there else '?'}since={recorded}", 303)
