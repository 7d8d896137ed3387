"""What a page no longer tells: marked, listed and counted still, for silence denies nothing."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from laydown.desk import books
from laydown.desk.books import Clocks, Ledger
from laydown.desk.dropped import counted, dropped
from laydown.model import Dropped, Ruling
from laydown.stories import dropped as gone_from

PAGE = "https://ledger.example/a"
NORTH = "Denmark will send 350 soldiers to Norway, the defence ministry said."
SOUTH = "Denmark will send 120 soldiers to Greece, the defence ministry said."
NOTICE = "Correction: an earlier version of this article said that 120 soldiers would go to Greece."
RECORDED = "2024-03-06T18:00:00Z"

Told = Callable[..., list[str]]


@pytest.fixture
def told(ledger: Ledger, tmp_path: Path) -> Told:
    """Add versions of a page, one an hour from eight o'clock on, in an order of arrival; their ids."""

    def add(*versions: str, order: Sequence[int] = ()) -> list[str]:
        names = []
        for at in order or range(len(versions)):
            row = {"text": versions[at], "source": PAGE, "publisher": "Ledger", "published": "2024-03-06T08:00:00Z",
                   "updated": f"2024-03-06T{8 + at:02}:00:00Z"}  # fmt: skip
            (tmp_path / "page.jsonl").write_text(json.dumps(row), encoding="utf-8")
            (taken,) = books.add_sources(ledger, [str(tmp_path / "page.jsonl")], recorded=RECORDED)
            assert isinstance(taken, books.Taken)
            names.append(taken.report)
        return names

    return add


def words(found: Sequence[Dropped]) -> list[tuple[str, str | None]]:
    """The words of each claim that is gone, and since when."""
    return [(one.words, one.said) for one in found]


def in_greece(ledger: Ledger, said_by: str | None = None, recorded_by: str | None = None) -> int | None:
    """How many Danes were ordered to Greece."""
    found = books.balances(
        ledger, force="DK", places=["Greece"], clocks=Clocks(said_by=said_by, recorded_by=recorded_by)
    )
    return found[0].net_change.high if found else None


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_what_is_dropped_in_silence_is_marked_and_counts(ledger: Ledger, told: Told, order: Sequence[int]) -> None:
    told(f"{NORTH} {SOUTH}", NORTH, order=order)
    (gone,) = dropped(ledger)
    assert words([gone]) == [(SOUTH, "2024-03-06T09:00:00Z")]
    assert gone.notice is None
    assert counted(ledger.books(), [gone]) == (gone,)
    assert in_greece(ledger) == 120


def test_nothing_is_dropped_before_the_page_said_so(ledger: Ledger, told: Told) -> None:
    told(f"{NORTH} {SOUTH}", NORTH)
    assert dropped(ledger, Clocks(said_by="2024-03-06T08:30:00Z")) == ()
    assert dropped(ledger, Clocks(recorded_by="2024-03-06T12:00:00Z")) == ()


def test_what_is_told_again_is_not_dropped_and_what_goes_twice_is_gone_since_the_last_time(
    ledger: Ledger, told: Told
) -> None:
    told(f"{NORTH} {SOUTH}", NORTH, f"{NORTH} {SOUTH} Nothing else is known.")
    assert dropped(ledger) == ()
    told("", "", "", f"{NORTH} Nothing else is known.", order=[3])
    assert {one.said for one in dropped(ledger)} == {"2024-03-06T11:00:00Z"}


def test_a_number_that_changed_is_no_claim_dropped(ledger: Ledger, told: Told) -> None:
    told(f"{NORTH} {SOUTH}", f"{NORTH} {SOUTH.replace('120', '150')}")
    assert dropped(ledger) == ()


def test_a_notice_that_names_it_is_told_with_it(ledger: Ledger, told: Told) -> None:
    told(f"{NORTH} {SOUTH}", f"{NORTH} {NOTICE}")
    (gone,) = dropped(ledger)
    assert gone.notice == NOTICE


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0)])
def test_what_a_notice_takes_back_counts_no_more_since_the_public_could_know(
    ledger: Ledger, told: Told, order: Sequence[int]
) -> None:
    told(f"{NORTH} {SOUTH}", f"{NORTH} {NOTICE}", f"{NORTH} {NOTICE} It was said again.", order=order)
    assert in_greece(ledger) is None
    assert in_greece(ledger, said_by="2024-03-06T08:30:00Z") == 120
    assert counted(ledger.books(), dropped(ledger)) == ()


def test_a_notice_takes_back_nothing_that_the_page_tells_still(ledger: Ledger, told: Told) -> None:
    told(f"{NORTH} {SOUTH}", f"{SOUTH} Correction: an earlier version of this article said that 120 soldiers left.")
    assert in_greece(ledger) == 120


def test_versions_ruled_apart_drop_nothing_of_each_other(ledger: Ledger, told: Told) -> None:
    one, other = told(f"{NORTH} {SOUTH}", NORTH)
    ledger.rule_stories(Ruling(report=one, other=other, verdict="apart", reason="r", recorded=RECORDED))
    assert dropped(ledger) == ()


def test_a_ruling_of_memo_takes_it_out_of_the_books_and_of_the_list(ledger: Ledger, told: Told) -> None:
    told(f"{NORTH} {SOUTH}", NORTH)
    (gone,) = dropped(ledger)
    books.rule(ledger, gone.claim, "memo", reason="the ministry denies it", recorded=RECORDED)
    assert counted(ledger.books(), dropped(ledger)) == ()
    assert in_greece(ledger) is None


def test_another_item_of_the_same_page_is_no_version_of_it(ledger: Ledger, told: Told) -> None:
    told(SOUTH, "Portugal has withdrawn 90 marines from Mozambique after two years there, an admiral told reporters.")
    assert dropped(ledger) == ()


def test_one_version_drops_nothing() -> None:
    assert list(gone_from([])) == []
