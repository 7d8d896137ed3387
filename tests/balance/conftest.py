"""A short notation for books: a line a claim, with its link, its number and its places."""

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import get_args

import pytest

from laydown.lexicon.gazetteer import meanings
from laydown.lexicon.groups import group
from laydown.model import (
    REPLACING,
    Action,
    Balance,
    Books,
    Bounds,
    Claim,
    Entry,
    Evidence,
    Force,
    Link,
    Period,
    Place,
    Quantity,
    Role,
)

LINE = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d|-) (?P<outlet>[\w ]+?)(?P<same>\+?): (?P<id>\w+)"
    r" (?P<role>opens|same|part-of|covers|states|supersedes|updates|memo|suspense)(?P<targets>(?: @\w+)*)"
    r"(?: (?P<hedge>~|>|<|nearly |exactly )?(?P<number>\d+)(?:-(?P<upper>\d+))?| (?P<vague>thousands|hundreds))?"
    r"(?: (?P<unit>aircraft))?(?: of (?P<units>[\w ]+?))?(?: from (?P<origin>[\w, ]+?))?(?: to (?P<to>[\w, ]+?))?"
    r"(?: at (?P<at>[\w, ]+?))?(?: on (?P<when>[\d-]{10})(?:[.]{2}(?P<until>[\d-]{10}))?)?(?: \((?P<notes>[\w, ]+)\))?"
)
HEDGES = {"~": "about", ">": "at_least", "<": "at_most", "nearly ": "at_most", "exactly ": "exact", None: "exact"}
WORDS = {"~": "about ", ">": "more than ", "<": "up to ", None: ""}
ACTIONS = set(get_args(Action))


@cache
def place(name: str) -> Place:
    """The place that a name means first."""
    known = group(name)
    return known.place if known else meanings(name)[0].place


def places(names: str | None) -> tuple[Place, ...]:
    return tuple(place(name.strip()) for name in names.split(",")) if names else ()


def action(notes: list[str]) -> Action | None:
    return next((one for one in get_args(Action) if one in notes), None)


def quantity(match: re.Match[str]) -> Quantity | None:
    unit = match["unit"] or "persons"
    if match["vague"]:
        return Quantity(low={"hundreds": 200, "thousands": 2000}[match["vague"]], hedge="vague", text=match["vague"])
    if not match["number"]:
        return None
    number, hedge = int(match["number"]), HEDGES[match["hedge"]]
    text = f"{WORDS.get(match['hedge'], match['hedge'])}{number:,}"
    if match["upper"]:
        return Quantity(low=number, high=int(match["upper"]), hedge="between", unit=unit, text=text)
    sharp = number if hedge == "exact" else None
    low = number if hedge == "at_least" else sharp
    high = number if hedge == "at_most" else sharp
    value = number if hedge in {"exact", "about"} else None
    return Quantity(value=value, low=low, high=high, hedge=hedge, unit=unit, text=text)  # type: ignore[arg-type]


def entry(line: str, match: re.Match[str], at: int) -> Entry:
    role, notes = match["role"], [note.strip() for note in (match["notes"] or "").split(",")]
    stock = role == "states"
    status = next((n for n in notes if n not in ACTIONS | {"after", "Russia"} and " " not in n and n), None)
    until = match["until"] or match["when"]
    when = Period(start=date.fromisoformat(match["when"]), end=date.fromisoformat(until)) if until else None
    return Entry(
        id=match["id"],
        claim=Claim(
            id=match["id"],
            kind="presence" if stock else "movement",
            status=status or ("present" if stock else "announced"),  # type: ignore[arg-type]
            evidence=Evidence(start=at * 100, end=at * 100 + 90),
            when=when,
            force=Force(nation="RU" if "Russia" in notes else "US", units=(match["units"],) if match["units"] else ()),
            quantity=quantity(match),
            origin=places(match["origin"]),
            destination=places(match["to"]),
            location=places(match["at"]),
            action=action(notes),
        ),
        report=f"{match['outlet']} {match['day']}",
        outlet=match["outlet"],
        witness=next((n.removeprefix("copy of ") for n in notes if n.startswith("copy of ")), match["id"]),
        words=line,
        said=None if match["day"] == "-" else f"{match['day']}T23:59:59Z",
        recorded="2026-01-01T00:00:00Z",
    )


def write_books(text: str) -> Books:
    """Books from lines such as `2022-02-02 AP: a opens 2000 from Fort Bragg to Germany, Poland (underway)`.

    `@a` names the movement that a opened; `+` behind the outlet puts a claim into the sentence of the line before;
    `on DAY..DAY` is a span of days; `(updates a)` says that the claim takes the place of a. `~` is about, `>` more
    than, `<` up to; a copy names the claim that it repeats. A report is all that one outlet says on one day.
    """
    entries, links, replacing, at = {}, {}, {}, 0
    for line in filter(None, map(str.strip, text.splitlines())):
        match = LINE.fullmatch(line)
        assert match, line
        at += not match["same"]
        one = entry(line, match, at)
        role: Role = match["role"]  # type: ignore[assignment]
        names = tuple(re.findall(r"@(\w+)", match["targets"]))
        targets = names if role in REPLACING else tuple(f"m-{name}" for name in names)
        targets = (f"m-{one.id}",) if role == "opens" else targets
        reason = "after the movements told with it" if "after" in (match["notes"] or "") else ""
        entries[one.id] = one
        if place_of := re.findall(r"(supersedes|updates) (\w+)", match["notes"] or ""):
            ((how, old),) = place_of
            replacing[one.id] = Link(claim=one.id, role=how, targets=(old,))
        if role in REPLACING:
            replacing[one.id] = Link(claim=one.id, role=role, targets=targets)
        links[one.id] = Link(claim=one.id, role=role, targets=targets, reason=reason)
    return Books(entries=entries, links=links, replacing=replacing)


@pytest.fixture
def books() -> Callable[[str], Books]:
    return write_books


@pytest.fixture
def at() -> Callable[..., Balance]:
    """The balance of one force at one place."""

    def ask(held: Books, name: str, as_of: str | None = None, **more: object) -> Balance:
        from laydown.balance import balances

        on = date.fromisoformat(as_of) if as_of else None
        found = balances(held, places=[place(name)], as_of=on, **{"force": "US", "asset": "persons", **more})  # type: ignore[arg-type]
        assert len(found) == 1, f"{len(found)} balances of {name}"
        return found[0]

    return ask


@pytest.fixture
def span() -> Callable[[Bounds | None], tuple[int | None, int | None] | None]:
    """The two numbers of bounds, once their certificates are seen to add up."""

    def numbers(bounds: Bounds | None) -> tuple[int | None, int | None] | None:
        from laydown.balance import adds_up

        assert bounds is None or adds_up(bounds)
        return None if bounds is None else (bounds.low, bounds.high)

    return numbers
