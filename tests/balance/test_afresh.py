"""Afresh: books that are sorted as far as they differ are sorted as if all had been."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from laydown.balance.afresh import all_sorted, sorted_afresh
from laydown.lexicon.gazetteer import country
from laydown.model import REPLACING, Books, Claim, Entry, Evidence, Force, Link, Place, Quantity, Role

FORCES = ("US", "GB", "FR", "DE", "PL", "ES", "IT", "CA")
ROLES: tuple[Role, ...] = ("memo", "opens", "same", "part-of", "covers", "suspense", "supersedes", "updates")


def entry(chance: random.Random, number: int) -> Entry:
    """A claim of some force to some country."""
    end = country(chance.choice(("RO", "EE", "LV")))
    assert isinstance(end, Place)
    amount = chance.randrange(1, 9) * 100
    claim = Claim(
        id=f"c{number}",
        kind="movement",
        status=chance.choice(("announced", "underway", "completed", "cancelled")),
        evidence=Evidence(start=0, end=9),
        force=Force(nation=chance.choice(FORCES)),
        quantity=Quantity(value=amount, low=amount, high=amount, text=str(amount)),
        destination=(end,),
    )
    said = f"{date(2022, 2, 1) + timedelta(days=number)}T23:59:59Z"
    return Entry(
        id=f"e{number}", claim=claim, report=f"r{number}", outlet="AP", witness=f"w{number}", words="", said=said,
        recorded=said,
    )  # fmt: skip


def link(chance: random.Random, name: str, books: Books, *, far: bool) -> Link:
    """What a claim may do; FAR says that it may speak of the movements of any force."""
    role = chance.choice(ROLES)
    force = books.entries[name].claim.force
    near = [other for other, one in books.entries.items() if far or one.claim.force == force]
    several = [chance.choice(near) for _ in range(chance.choice((1, 1, 3)))]
    if role in {"same", "part-of"}:
        return Link(claim=name, role=role, targets=(f"m-{several[0]}",))
    if role == "covers":
        return Link(claim=name, role=role, targets=tuple(f"m-{one}" for one in several))
    if role in REPLACING:
        return Link(claim=name, role=role, targets=(several[0],))
    return Link(claim=name, role=role, targets=(f"m-{name}",) if role == "opens" else ())


def changed(chance: random.Random, books: Books, *, far: bool) -> Books:
    """BOOKS with a claim or two that do something else, with more of them, or without the last."""
    entries, links, replacing = dict(books.entries), dict(books.links), dict(books.replacing)
    turn = chance.random()
    if turn < 0.2:
        number = max(int(name[1:]) for name in entries) + 1
        entries[f"e{number}"] = entry(chance, number)
        links[f"e{number}"] = Link(claim=f"e{number}", role="opens", targets=(f"m-e{number}",))
    elif turn < 0.3 and len(entries) > 20:
        last = list(entries)[-1]
        for one in (entries, links, replacing):
            one.pop(last, None)
    else:
        name = chance.choice(list(entries))
        made = link(chance, name, books, far=far)
        (replacing if made.role in REPLACING else links)[name] = made
    return replace(books, entries=entries, links=links, replacing=replacing)


def start(chance: random.Random) -> Books:
    """Books in which every claim opens a movement, or tells of one of its own force."""
    entries = {f"e{number}": entry(chance, number) for number in range(40)}
    books = Books(entries=entries)
    links = {name: Link(claim=name, role="opens", targets=(f"m-{name}",)) for name in entries}
    return replace(books, links=links)


@pytest.mark.parametrize("far", [False, True])
@pytest.mark.parametrize("seed", range(12))
def test_what_is_sorted_afresh_is_sorted_as_if_all_had_been(seed: int, *, far: bool) -> None:
    chance = random.Random(seed)  # noqa: S311 - made-up books
    books = start(chance)
    held = all_sorted(books)
    afresh = 0
    for _ in range(60):
        new = changed(chance, books, far=far and chance.random() < 0.1)
        whole, found = all_sorted(new), sorted_afresh(new, books, held)
        if found is not None:
            afresh += 1
            assert found.blocks == whole.blocks
            assert found.whose == whole.whose
            assert found.tied >= whole.tied
        books, held = new, found or whole
    assert far or afresh > 40
