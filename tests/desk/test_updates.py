"""Pages that change over days: an update holds from its day on, a correction all along."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from laydown.desk import books
from laydown.desk.books import Clocks, Ledger

Told = Callable[..., None]
Sent = Callable[..., int | None]

FIRST = "Portugal will send 400 soldiers to Lithuania, the defence ministry said."
MORE = "Portugal will send 900 soldiers to Lithuania, the defence ministry said."
THERE = "The 400 Portuguese soldiers have arrived in Lithuania, the defence ministry said on Friday."
NOTICE = "Correction: An earlier version of this article said that 400 soldiers would go."


@pytest.fixture
def told(ledger: Ledger, tmp_path: Path) -> Told:
    """Add versions of one page, each of a day of March 2023, recorded on the next."""

    def add(*versions: tuple[int, str]) -> None:
        for day, text in versions:
            row = {"text": text, "source": "https://news.example/a", "publisher": "News",
                   "published": "2023-03-06T08:00:00Z", "updated": f"2023-03-{day:02}T08:00:00Z"}  # fmt: skip
            (tmp_path / "page.jsonl").write_text(json.dumps(row), encoding="utf-8")
            recorded = f"2023-03-{day + 1:02}T00:00:00Z"
            (taken,) = books.add_sources(ledger, [str(tmp_path / "page.jsonl")], recorded=recorded)
            assert isinstance(taken, books.Taken)

    return add


@pytest.fixture
def sent(ledger: Ledger) -> Sent:
    """How many Portuguese had been ordered to Lithuania by a day of March 2023."""

    def ask(day: int, said_by: str | None = None, recorded_by: str | None = None) -> int | None:
        clocks = Clocks(as_of=date(2023, 3, day), said_by=said_by, recorded_by=recorded_by)
        found = books.balances(ledger, force="PT", places=["Lithuania"], clocks=clocks)
        assert all(one.net_change.low == one.net_change.high for one in found)
        return found[0].net_change.high if found else None

    return ask


@pytest.mark.parametrize("turn", [1, -1])
def test_an_update_closes_the_old_claim_on_its_day(ledger: Ledger, told: Told, sent: Sent, turn: int) -> None:
    told(*((6, FIRST), (9, MORE))[::turn])
    assert [sent(6), sent(8), sent(9)] == [400, 400, 900]
    assert sent(9, said_by="2023-03-08") == 400
    (link,) = ledger.books().replacing.values()
    assert link.role == "updates"


def test_a_correction_counts_as_if_it_had_always_been_said(ledger: Ledger, told: Told, sent: Sent) -> None:
    told((6, FIRST), (9, f"{MORE} {NOTICE}"))
    assert [sent(6), sent(8), sent(9)] == [900, 900, 900]
    assert sent(6, said_by="2023-03-08") == 400
    assert sent(6, recorded_by="2023-03-08") == 400
    (link,) = ledger.books().replacing.values()
    assert link.role == "supersedes"


def test_a_notice_that_stays_corrects_once(told: Told, sent: Sent) -> None:
    told((6, FIRST), (9, f"{MORE} {NOTICE}"), (13, f"{MORE.replace('900', '950')} {NOTICE}"))
    assert [sent(6), sent(12), sent(13)] == [900, 900, 950]


def test_an_arrival_leaves_the_order_where_it_was(ledger: Ledger, told: Told, sent: Sent) -> None:
    told((6, FIRST), (10, THERE))
    assert [sent(6), sent(8), sent(10)] == [400, 400, 400]
    (movement,) = books.movements(ledger, force="PT")
    assert (movement.first, movement.status) == (date(2023, 3, 6), "completed")


def test_a_new_wording_changes_nothing(told: Told, sent: Sent) -> None:
    told((6, FIRST), (8, "Lisbon said it would send 400 soldiers to Lithuania."))
    assert [sent(6), sent(7), sent(9)] == [400, 400, 400]
