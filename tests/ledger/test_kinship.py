"""Kinship in the ledger: copies at other addresses are one witness, and persons rule on what is one story."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from laydown.desk.books import Clocks
from laydown.desk.held import Held
from laydown.desk.opening import kinship_of
from laydown.ledger.clerk import HORIZON_DAYS, decide
from laydown.ledger.store import Ledger, LedgerError, open_ledger
from laydown.ledger.store.posting import Clerk
from laydown.model import Books, Reading, Report, Ruling
from tests.ledger.clerks import RECORDED, claim
from tests.ledger.conftest import problems

CLERK = Clerk(decide=decide, horizon_days=HORIZON_DAYS, kinship=kinship_of)
REST = (
    "Lorries had brought the first tents to the heath before dawn, and the mayor of the nearest village asked people "
    "to keep away from the fence. A choir of schoolchildren sang at the gate while the commander read out a greeting "
    "from the king. Nobody would say how long the guests were going to stay, or who pays for the new road. "
    "(Reuters)"
)


def dispatch(outlet: str, hour: int, number: int = 640, *, page: str | None = None, lead: str = "") -> Reading:
    """The dispatch as an outlet prints it, with a number and a lead of its own, on its page or on another's."""
    words = f"{lead}About {number} soldiers of the northern brigade will go to Estonia by train, the ministry said."
    report = Report(
        text=f"{words} {REST} {outlet}.",
        publisher=outlet,
        source=page or f"https://{outlet.lower()}.example/a",
        published=f"2022-02-02T{hour:02}:00:00Z",
    )
    return Reading(report=report, claims=(claim(number, "Estonia", words, nation="NL"),))


WIRE, POST, COURIER = dispatch("Wire", 8), dispatch("Post", 9, lead="In short: "), dispatch("Courier", 10, lead="Now. ")
FIXED = dispatch("Post", 15, 460, lead="In short: ")


@pytest.fixture
def books(url: str) -> Iterator[Ledger]:
    """An empty ledger with the real clerk, in each of the databases."""
    with open_ledger(url, clerk=CLERK) as opened:
        yield opened


def filled(path: Path, readings: Sequence[Reading]) -> Books:
    """The books of READINGS, added in that order."""
    with open_ledger(str(path), clerk=CLERK) as ledger:
        for one in readings:
            ledger.add(one, recorded=RECORDED)
        assert problems(ledger) == []
        return ledger.books()


def entry(one: Reading) -> str:
    """The id of the claim of a dispatch."""
    return one.report.id.removeprefix("sha256:")[:16] + ".c1"


def word(one: Reading, other: Reading, verdict: str, hour: str = RECORDED) -> Ruling:
    """A person's word on two dispatches."""
    return Ruling(report=one.report.id, other=other.report.id, verdict=verdict, reason="seen", recorded=hour)  # type: ignore[arg-type]


def witnesses(ledger: Ledger, **clocks: str) -> int:
    """How many independent tellings the books know of."""
    return len({one.witness for one in ledger.books(**clocks).entries.values()})


def test_copies_in_nearly_the_same_words_are_one_witness(books: Ledger) -> None:
    for one in (WIRE, POST, COURIER):
        books.add(one, recorded=RECORDED)
    held = books.books()
    assert witnesses(books) == 1
    assert [held.links[entry(one)].role for one in (WIRE, POST, COURIER)] == ["opens", "same", "same"]
    assert held.entries[entry(POST)].words != held.entries[entry(WIRE)].words


def test_a_report_of_its_own_is_a_witness_of_its_own(books: Ledger) -> None:
    words = "About 640 soldiers of the northern brigade will go to Estonia by rail, a spokeswoman said."
    own = Report(text=f"{words} They train there every spring.", publisher="Gazette", published="2022-02-02T12:00:00Z")
    books.add(WIRE, recorded=RECORDED)
    books.add(Reading(report=own, claims=(claim(640, "Estonia", words, nation="NL"),)), recorded=RECORDED)
    assert witnesses(books) == 2


@pytest.mark.parametrize("seed", range(6))
def test_the_order_of_arrival_is_of_no_consequence(tmp_path: Path, seed: int) -> None:
    again = replace(WIRE, report=replace(WIRE.report, source="https://post.example/a", publisher="Post"))
    held = [WIRE, COURIER, FIXED, POST, dispatch("Wire", 12, 700), again]
    shuffled = list(held)
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - an order, no secret
    if shuffled.index(again) < shuffled.index(WIRE):  # which page of equal words is the first is what came first
        first, second = shuffled.index(again), shuffled.index(WIRE)
        shuffled[first], shuffled[second] = WIRE, again
    one, other = filled(tmp_path / "one.db", held), filled(tmp_path / "other.db", shuffled)
    assert one.entries == other.entries
    assert {name: (link.role, link.targets, link.reason) for name, link in one.links.items()} == {
        name: (link.role, link.targets, link.reason) for name, link in other.links.items()
    }
    assert {n: x.targets for n, x in one.replacing.items()} == {n: x.targets for n, x in other.replacing.items()}


def test_a_corrected_copy_takes_back_what_its_own_page_said_and_nothing_else(books: Ledger) -> None:
    for one in (WIRE, POST, FIXED):
        books.add(one, recorded=RECORDED)
    held = books.books()
    assert {name: link.targets for name, link in held.replacing.items()} == {entry(FIXED): (entry(POST),)}
    assert held.links[entry(FIXED)].targets == (f"m-{entry(WIRE)}",)
    assert held.entries[entry(FIXED)].witness != held.entries[entry(WIRE)].witness


def test_equal_words_on_two_pages_stand_until_both_have_moved_on(books: Ledger) -> None:
    """The Post prints the wire to the letter, so that it is one report; then it corrects itself, then the wire does."""
    books.add(WIRE, recorded=RECORDED)
    books.sight(replace(WIRE.report, source=FIXED.report.source, publisher="Post"), recorded=RECORDED)
    books.add(FIXED, recorded=RECORDED)
    held = books.books()
    assert held.links[entry(FIXED)].role == "same"
    assert held.replacing == {}
    later = dispatch("Wire", 16, 470)
    books.add(later, recorded=RECORDED)
    assert {n: link.targets for n, link in books.books().replacing.items()} == {entry(later): (entry(WIRE),)}


def test_a_sighting_that_comes_late_is_decided_on_anew(books: Ledger) -> None:
    books.add(WIRE, recorded=RECORDED)
    books.add(FIXED, recorded=RECORDED)
    assert books.books().links[entry(FIXED)].reason != "a later version of the same page"
    books.sight(replace(WIRE.report, source=FIXED.report.source, publisher="Post"), recorded=RECORDED)
    assert books.books().links[entry(FIXED)].reason == "a later version of the same page"


def test_who_is_ruled_apart_is_a_witness_of_its_own_and_no_copy(books: Ledger) -> None:
    for one in (WIRE, POST, COURIER):
        books.add(one, recorded=RECORDED)
    before = books.books().links[entry(COURIER)]
    apart = "2022-05-01T00:00:00Z"
    books.rule_stories(word(WIRE, COURIER, "apart", apart), word(POST, COURIER, "apart", apart))
    assert witnesses(books) == 2
    assert books.books().links[entry(COURIER)].score != before.score
    assert witnesses(books, recorded_by="2022-04-30") == 1
    books.rule_stories(word(WIRE, COURIER, "together", "2022-06-01"), word(COURIER, POST, "together", "2022-06-01"))
    assert witnesses(books) == 1
    assert witnesses(books, recorded_by="2022-05-15") == 2
    assert [one.verdict for one in books.rulings()] == ["apart", "apart", "together", "together"]
    assert problems(books) == []


def test_a_version_that_is_ruled_apart_takes_nothing_back(books: Ledger) -> None:
    """One address, two stories: a page that is filled anew every day."""
    books.add(POST, recorded=RECORDED)
    books.add(FIXED, recorded=RECORDED)
    assert books.books().replacing.keys() == {entry(FIXED)}
    books.rule_stories(word(FIXED, POST, "apart", "2022-05-01"))
    assert books.books().replacing == {}
    assert books.books(recorded_by="2022-04-30").replacing.keys() == {entry(FIXED)}


def test_an_outlets_reports_ruled_together_are_versions_at_any_address(books: Ledger) -> None:
    elsewhere = dispatch("Post", 15, 460, page="https://post.example/b")
    books.add(POST, recorded=RECORDED)
    books.add(elsewhere, recorded=RECORDED)
    assert books.books().replacing == {}
    books.rule_stories(word(POST, elsewhere, "together", "2022-05-01"))
    assert {n: link.targets for n, link in books.books().replacing.items()} == {entry(elsewhere): (entry(POST),)}


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (replace(word(WIRE, POST, "apart"), reason=" "), "needs a reason"),
        (word(WIRE, POST, "beside"), "no report can be ruled"),
        (word(WIRE, WIRE, "apart"), "one story with itself"),
        (word(WIRE, FIXED, "apart"), "no such report"),
    ],
)
def test_a_ruling_that_says_nothing_is_refused(books: Ledger, wrong: Ruling, words: str) -> None:
    for one in (WIRE, POST):
        books.add(one, recorded=RECORDED)
    with pytest.raises(LedgerError, match=words):
        books.rule_stories(word(WIRE, POST, "together"), wrong)
    assert books.rulings() == ()


def test_a_ledger_of_the_first_version_is_brought_up_to_date(tmp_path: Path) -> None:
    import sqlite3

    path = str(tmp_path / "old.db")
    with open_ledger(path, clerk=CLERK) as ledger:
        ledger.add(WIRE, recorded=RECORDED)
    with sqlite3.connect(path) as raw:
        raw.executescript(
            "DROP TABLE notices; DROP TABLE rulings; DROP TABLE groupings;UPDATE ledger_version SET version_num = '1'"
        )
    raw.close()
    with open_ledger(path, clerk=CLERK) as ledger:
        ledger.add(POST, recorded=RECORDED)
        assert witnesses(ledger) == 1
        assert problems(ledger) == []


def test_books_held_in_memory_follow_too(books: Ledger) -> None:
    held = Held(books)
    for one in (WIRE, POST, COURIER):
        books.add(one, recorded=RECORDED)
        assert held.books().entries == books.books().entries
    books.rule_stories(word(WIRE, COURIER, "apart", "2022-05-01"), word(POST, COURIER, "apart", "2022-05-01"))
    for clocks in (Clocks(), Clocks(recorded_by="2022-04-30"), Clocks(said_by="2022-02-02T09:30:00Z")):
        assert held.books(clocks) == books.books(said_by=clocks.said_by, recorded_by=clocks.recorded_by)


def test_another_number_is_no_copy_of_the_number(books: Ledger) -> None:
    """A bulletin of the same evening that says "more" in the same words tells of further men, not of the same."""
    text = dispatch("Wire", 20).report.text.replace("About 640", "About 640 more", 1)
    further = replace(claim(640, "Estonia", text[: text.index(",") + 1], nation="NL"), additional=True)
    report = Report(text=text, publisher="Wire", source="https://wire.example/b", published="2022-02-02T20:00:00Z")
    for one in (WIRE, Reading(report=report, claims=(further,))):
        books.add(one, recorded=RECORDED)
    held = books.books()
    assert "same" not in {link.role for link in held.links.values()}
    assert len({one.witness for one in held.entries.values()}) == 2


def test_a_houses_near_same_bulletins_are_no_copies(books: Ledger) -> None:
    """Each tells of another day, in the words of the one before."""
    for day in (2, 3):
        one = dispatch("Wire", 8, lead=f"Day {day}. ", page=f"https://wire.example/{day}")
        books.add(replace(one, report=replace(one.report, published=f"2022-02-0{day}T08:00:00Z")), recorded=RECORDED)
    assert witnesses(books) == 2


def test_two_items_of_a_page_at_one_hour_do_not_stand_for_each_other(books: Ledger) -> None:
    """A page of the day's news has several; two wordings of one item are versions all the same."""
    page = "https://wire.example/today"
    words = "Estonia is to get 90 sappers, whom the Hague promised in the autumn and who are now on their way by ship."
    other = Report(text=words, publisher="Wire", source=page, published="2022-02-02T08:00:00Z")
    books.add(dispatch("Wire", 8, page=page), recorded=RECORDED)
    books.add(Reading(report=other, claims=(claim(90, "Estonia", words, nation="NL"),)), recorded=RECORDED)
    assert books.books().replacing == {}
    books.add(dispatch("Wire", 8, 460, page=page), recorded=RECORDED)
    assert len(books.books().replacing) == 1
