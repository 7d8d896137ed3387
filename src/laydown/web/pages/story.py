"""Story: one article in all its versions and copies, and what each changed in its claims, field by field."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Final

import msgspec
from fastapi import APIRouter, HTTPException, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from laydown.codec import changes_to_json, story_to_json
from laydown.desk import versions
from laydown.desk.books import LedgerError
from laydown.desk.stories import rule
from laydown.desk.versions import Step
from laydown.export import Cell, notation
from laydown.export.plain import clipped
from laydown.model import Story, Telling, Version
from laydown.model.identity import short
from laydown.model.kin import VERDICTS
from laydown.web.article import evidence
from laydown.web.asked import Asked, Form, Question
from laydown.web.forms import Sent, now
from laydown.web.held import Held, Kept, cite, hues
from laydown.web.render import page
from laydown.web.twins import twin
from laydown.web.view import View

router = APIRouter()

SHOWN: Final = 200
"""Stories of a page; its twins have all."""
TOLD: Final = 60
"""Versions of a story that its page shows, the last of them; its twins have all."""

LISTED: Final = {
    "id": "the story's id: s- and its first report",
    "title": "the title of its first report",
    "outlets": "who told it",
    "first": "when it was told first, in UTC",
    "last": "when it was told last",
    "versions": "how many versions it has",
    "copies": "how many copies at other outlets",
    "follows": "the stories that it follows up",
    "reports": "the ids of its reports, in the order of time",
}

COLUMNS: Final = {
    "report": "the report's id",
    "at": "when it was told, in UTC",
    "outlet": "whose it is",
    "title": "its title",
    "kind": "how it stands to the others: first, version or copy",
    "of": "the report that it is a version or a copy of",
    "reason": "why",
    "what": "what it changed: added, removed, changed, corrected; empty on the line of the report itself",
    "fields": "the fields of the claim that differ",
    "old": "what they were",
    "new": "what they are",
    "old_words": "the sentence that was",
    "new_words": "the sentence that is",
}

PATIENCE: Final = 2.0
"""Seconds that a page waits for the stories before it says that they are being worked out."""
MANY: Final = 20_000
"""Claims of a ledger whose stories take longer than that, so that nobody need wait to be told so."""

Id = Annotated[str | None, Query(max_length=80)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A report of a story, or one thing that it changed against the one before."""

    version: Version
    what: str = ""
    fields: tuple[str, ...] = ()
    old: Telling | None = None
    new: Telling | None = None


def listed(held: Held) -> View[Story]:
    """All stories."""
    return View(
        name="story",
        title="Stories",
        columns=LISTED,
        rows=versions.stories(held),
        cells=_listed,
        value=story_to_json,
    )


def _listed(story: Story) -> dict[str, Cell]:
    """A story in a spreadsheet."""
    told = [version.at for version in story.versions if version.at]
    news, copies = versions.kinds(story)
    return {
        "id": story.id,
        "title": story.versions[0].title,
        "outlets": "; ".join(dict.fromkeys(version.outlet for version in story.versions if version.outlet)),
        "first": min(told, default=None),
        "last": max(told, default=None),
        "versions": news,
        "copies": copies,
        "follows": " ".join(link.of for link in story.follows),
        "reports": " ".join(short(version.report) for version in story.versions),
    }


def view(story: Story, steps: list[tuple[Version, Step | None]]) -> View[Row]:
    """The reports of STORY and what each changed."""
    return View(
        name=story.id,
        title=clipped(story.versions[0].title or f"Story {story.id}"),
        columns=COLUMNS,
        rows=list(_rows(steps)),
        cells=_cells,
        value=_value,
        about={"story": story_to_json(story), "changes": [changes_to_json(one.changes) for _, one in steps if one]},
    )


def _rows(steps: list[tuple[Version, Step | None]]) -> Iterator[Row]:
    """A row a report, and one a change below it."""
    for version, step in steps:
        yield Row(version=version)
        if step is None:
            continue
        for change in step.changes.changed:
            what = "corrected" if change.corrected else "changed"
            yield Row(version=version, what=what, fields=change.fields, old=change.old, new=change.new)
        yield from (Row(version=version, what="added", new=one) for one in step.changes.added)
        yield from (Row(version=version, what="removed", old=one) for one in step.changes.removed)


def _cells(row: Row) -> dict[str, Cell]:
    """A row in a spreadsheet."""
    version, grouping = row.version, row.version.grouping
    return {
        "report": short(version.report),
        "at": version.at,
        "outlet": version.outlet,
        "title": version.title,
        "kind": grouping.kind if grouping else "first",
        "of": short(grouping.of) if grouping else None,
        "reason": grouping.reason if grouping else None,
        "what": row.what,
        "fields": "; ".join(row.fields),
        "old": _told(row.old, row.fields),
        "new": _told(row.new, row.fields),
        "old_words": row.old.words if row.old else None,
        "new_words": row.new.words if row.new else None,
    }


def _told(telling: Telling | None, fields: tuple[str, ...]) -> str | None:
    """What a telling has in FIELDS; in short, where it came or went as a whole."""
    if telling is None:
        return None
    claim = telling.claim
    if fields:
        return "; ".join(notation.field(claim, name) for name in fields)
    return f"{claim.status} {notation.force(claim.force, claim.quantity)} {notation.route(claim)}".strip()


def _value(row: Row) -> dict[str, Any]:
    """A row for a program."""
    cells = _cells(row)
    told: Mapping[str, Telling | None] = {"old_claim": row.old, "new_claim": row.new}
    return cells | {name: msgspec.to_builtins(one.claim) if one else None for name, one in told.items()}


def _asked_for(held: Held, name: str) -> Story:
    """The story of NAME; raises HTTPException 404 where there is none."""
    try:
        found = versions.story_named(held, name)
    except ValueError as error:
        raise HTTPException(404, clipped(str(error), 120)) from error
    if found is None:
        raise HTTPException(404, f"this ledger has no story or report {clipped(name, 80)}")
    return found


def _beside(
    held: Held, story: Story, steps: list[tuple[Version, Step | None]], old: str | None, new: str | None
) -> Step | None:
    """The two versions that are shown side by side: those asked for, else the last that changed anything."""
    names = {version.report for version in story.versions}
    if old in names and new in names:
        return versions.step(held, old or "", new or "")
    found = [step for _, step in steps if step]
    return next((one for one in reversed(found) if one.changes), found[-1] if found else None)


def _patience(held: Held) -> float:
    """Seconds that a page waits for the stories."""
    return PATIENCE if len(held.books().entries) < MANY else 0.1


@router.get("/story.{form}")
def stories_twin(request: Request, asked: Question, held: Kept, form: Form) -> Response:
    """All stories as JSON or CSV."""
    found = listed(held)
    return twin(found, asked, form, cite(request, found.title, asked))


@router.get("/story", include_in_schema=False)
def stories_page(request: Request, asked: Question, held: Kept) -> Response:
    """The page of all stories."""
    if not versions.stories_soon(held, _patience(held)):
        return page(request, "waiting.html", asked, code=202)
    found = listed(held)
    shown = found.rows[: asked.rows or SHOWN]
    return page(
        request,
        "stories.html",
        asked,
        view=found,
        rows=[(story, _listed(story)) for story in shown],
        cite=cite(request, found.title, asked),
    )


@router.get("/story/{name}.{form}")
def story_twin(request: Request, asked: Question, held: Kept, name: str, form: Form) -> Response:
    """The versions of one story and what each changed, as JSON or CSV."""
    story = _asked_for(held, name)
    found = view(story, _steps(held, story))
    return twin(found, asked, form, cite(request, found.title, asked))


@router.get("/story/{name}", include_in_schema=False)
def story_page(request: Request, asked: Question, held: Kept, name: str, old: Id = None, new: Id = None) -> Response:
    """The page of one story."""
    if not versions.stories_soon(held, _patience(held)):
        return page(request, "waiting.html", asked, code=202)
    return _shown(request, asked, held, name, (old, new))


@router.post("/story/{name}", include_in_schema=False)
def story_rule(request: Request, asked: Question, held: Kept, name: str, form: Sent) -> Response:
    """Append a person's word that a report is of this story or not, and show the story that it then is."""
    verdict = next((one for one in VERDICTS if one == form.get("verdict")), None)
    other, reason = form.get("other", "").strip(), form.get("reason", "").strip()
    try:
        if verdict is None or not other or not reason:
            msg = "a ruling names a report, says whether it is of this story, and gives a reason"
            raise ValueError(msg)  # noqa: TRY301 - told as all that is wrong with the form
        rule(held.ledger, name, other, verdict, reason=reason, recorded=now(request))
    except (LedgerError, ValueError) as error:
        code = 400 if isinstance(error, ValueError) else 409
        return _shown(request, asked, held, name, (None, None), trouble=str(error), code=code)
    kept = next(version.report for version in _asked_for(held, name).versions)
    return RedirectResponse(asked.at(f"/story/{short(kept)}"), 303)


def _shown(
    request: Request,
    asked: Asked,
    held: Held,
    name: str,
    pair: tuple[str | None, str | None],
    *,
    trouble: str = "",
    code: int = 200,
) -> Response:
    """The page of one story, with a PAIR of its versions side by side."""
    story = _asked_for(held, name)
    steps = _steps(held, story, asked.rows or TOLD)
    found = view(story, steps)
    return page(
        request,
        "story.html",
        asked,
        code=code,
        trouble=trouble,
        view=found,
        story=story,
        gone=versions.counted_still(held, story),
        ruled=versions.ruled(held, story),
        verdicts=VERDICTS,
        steps=steps,
        kinds=versions.kinds(story),
        beside=_beside(held, story, steps, *pair),
        known={version.report: version for version in story.versions},
        followers=versions.followers(held, story),
        evidence=evidence,
        hues=hues(held.contents().forces),
        cite=cite(request, found.title, asked),
    )


def _steps(held: Held, story: Story, most: int | None = None) -> list[tuple[Version, Step | None]]:
    """What the last versions of STORY changed, worked out once until the ledger changes."""
    return held.kept(("steps", story.id, most), lambda: list(versions.steps(held, story, most)))
