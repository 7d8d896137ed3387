"""Adding: one transaction a report, the same report once, and the same books in whatever order reports come."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from laydown.ledger.store import Added, Ledger, LedgerError, open_ledger
from laydown.model import Books, Evidence, Kin, Link, Place, Reading, Report, Section
from tests.ledger.clerks import CLERK, PLACES, RECORDED, claim, reading
from tests.ledger.conftest import problems


def add(ledger: Ledger, *readings: Reading, recorded: str = RECORDED) -> list[Added]:
    return [ledger.add(one, recorded=recorded) for one in readings]


def links(books: Books) -> dict[str, Link]:
    """What holds of each claim, whenever it was decided."""
    return {name: replace(link, recorded="") for name, link in books.links.items()}


def test_a_claim_is_held_with_its_words_and_its_times(ledger: Ledger) -> None:
    one = reading(800, "Estonia", "2022-02-02")
    assert add(ledger, one) == [Added(report=one.report.id, new=True, claims=1)]
    (entry,) = ledger.books().entries.values()
    assert entry.id == f"{one.report.id[7:23]}.c1"
    assert entry.claim == one.claims[0]
    assert entry.words == "About 800 soldiers will go to Estonia."
    assert (entry.said, entry.recorded, entry.outlet) == ("2022-02-02T23:59:59Z", RECORDED, "The Daily")
    (link,) = ledger.books().links.values()
    assert (link.role, link.targets, link.recorded) == ("opens", (f"m-{entry.id}",), RECORDED)
    assert problems(ledger) == []


def test_a_report_comes_back_as_it_was(ledger: Ledger) -> None:
    report = Report(
        text="Troops — “go”.\n\nWhy it matters\nIt does. 🪖",
        source="https://example.org/a",
        publisher="P",
        title="T",
        authors=("A", "B"),
        language="en",
        published="2022-02-02",
        updated="2022-02-03T10:00:00+02:00",
        breaking=True,
        sections=(Section(label="Why it matters", start=16, end=40),),
    )
    add(ledger, Reading(report=report))
    assert ledger.report(report.id) == report
    assert list(ledger.reports()) == [report]
    assert ledger.report("sha256:0") is None
    assert ledger.holds(report.id)
    assert not ledger.holds("sha256:0")


def test_the_same_report_twice_changes_nothing(ledger: Ledger) -> None:
    one = reading()
    add(ledger, one)
    before = ledger.books()
    assert add(ledger, one, recorded="2023-01-01") == [Added(report=one.report.id, new=False, claims=0)]
    assert ledger.books() == before


def test_a_text_seen_elsewhere_is_noted_once(ledger: Ledger) -> None:
    one = reading()
    other = replace(one.report, publisher="The Herald")
    assert not ledger.sight(other, recorded=RECORDED)
    add(ledger, one)
    before = ledger.books()
    assert ledger.sight(other, recorded=RECORDED)
    assert not ledger.sight(other, recorded=RECORDED)
    assert not ledger.sight(one.report, recorded=RECORDED)
    assert ledger.books() == before
    assert ledger.report(one.report.id) == one.report


@pytest.mark.parametrize(
    ("first", "then", "noted"),
    [
        ((None, None), ("2022-02-03T09:00:00Z", None), True),
        (("2022-02-03T09:00:00Z", None), ("2022-02-03T09:00:00Z", "2022-02-04T10:00:00Z"), True),
        (("2022-02-03T09:00:00Z", None), (None, None), False),
        (("2022-02-03T09:00:00Z", "2022-02-04T10:00:00Z"), ("2022-02-03T09:00:00Z", None), False),
        (("2022-02-03", None), ("2022-02-03T09:00:00Z", None), False),
    ],
    ids=["a first hour", "a later change", "no hour", "an earlier one", "an hour of the same day"],
)
def test_a_text_seen_again_with_a_later_hour_is_noted_with_it(
    ledger: Ledger, first: tuple[str | None, str | None], then: tuple[str | None, str | None], *, noted: bool
) -> None:
    one = reading()
    before, after = (replace(one.report, published=times[0], updated=times[1]) for times in (first, then))
    add(ledger, replace(one, report=before))
    said = [entry.said for entry in ledger.books().entries.values()]
    assert ledger.sight(after, recorded="2022-03-01") is noted
    assert not ledger.sight(after, recorded="2022-03-02")
    told = [(one.published, one.updated) for one in ledger.headings()]
    assert told == ([first, then] if noted else [first])
    assert [entry.said for entry in ledger.books().entries.values()] == said


def test_copies_of_a_sentence_have_one_witness(ledger: Ledger) -> None:
    add(ledger, reading(outlet="A"), reading(outlet="B"), reading(900))
    witnesses = [entry.witness for entry in ledger.books().entries.values()]
    assert len(witnesses) == 3
    assert len(set(witnesses)) == 2


def test_an_address_names_the_outlet_where_nobody_else_does(ledger: Ledger) -> None:
    one = reading(outlet=None)
    add(ledger, replace(one, report=replace(one.report, source="https://www.example.org/a?b=c:d")))
    assert [entry.outlet for entry in ledger.books().entries.values()] == ["example.org"]


def test_a_late_report_changes_what_follows_and_nothing_before(ledger: Ledger) -> None:
    """The movement is opened by whoever told of it first, whenever we heard of that."""
    first, second, third = (reading(800, "Estonia", f"2022-02-{day:02}") for day in (1, 5, 9))
    add(ledger, second, third)
    add(ledger, first, recorded="2022-05-01")
    names = list(ledger.books().entries)
    roles = [link.role for link in map(ledger.books().links.__getitem__, names)]
    assert roles == ["opens", "same", "same"]
    assert {link.targets for link in ledger.books().links.values()} == {(f"m-{names[0]}",)}
    then = ledger.books(recorded_by="2022-04-30")
    assert [link.role for link in then.links.values()] == ["opens", "same"]
    assert problems(ledger) == []


def test_a_correction_that_is_no_longer_one_is_taken_back(ledger: Ledger) -> None:
    """It corrected the claim that came before it, until another stood in between."""
    first, ruled_out = reading(800, "Poland", "2022-02-01"), reading(800, "Poland", "2022-02-05", ruled_out=True)
    add(ledger, first, ruled_out)
    (correction,) = ledger.books().replacing.values()
    assert correction.targets == (f"{first.report.id[7:23]}.c1",)
    between = reading(900, "Poland", "2022-02-03")
    add(ledger, between)
    (correction,) = ledger.books().replacing.values()
    assert correction.targets == (f"{between.report.id[7:23]}.c1",)
    ledger.rule(Link(claim=f"{between.report.id[7:23]}.c1", role="memo", reason="misread", recorded=RECORDED))
    ledger.rule(Link(claim=f"{first.report.id[7:23]}.c1", role="memo", reason="misread", recorded=RECORDED))
    assert ledger.books().replacing == {}
    assert problems(ledger) == []


REPORTS = [
    reading(number, place, f"2022-0{month}-{day:02}", ruled_out=number == 700)
    for number, place, month, day in [
        (860, "Estonia", 1, 5), (800, "Estonia", 1, 1), (900, "Estonia", 1, 9), (850, "Estonia", 1, 17),
        (800, "Estonia", 1, 26), (810, "Estonia", 2, 5), (820, "Estonia", 2, 14), (800, "Estonia", 2, 27),
        (700, "Estonia", 3, 2), (100, "Latvia", 1, 5), (200, "Latvia", 1, 15),
        (300, "Latvia", 1, 15), (700, "Latvia", 1, 20), (400, "Latvia", 3, 1),
    ]
] + [reading(500, "Poland", None), reading(600, "Poland", None)]  # fmt: skip


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(REPORTS), again=st.lists(st.sampled_from(REPORTS), max_size=3))
def test_any_order_of_adding_gives_the_same_books(
    tmp_path_factory: pytest.TempPathFactory, order: Sequence[Reading], again: Sequence[Reading]
) -> None:
    _same_books(str(tmp_path_factory.mktemp("ledgers") / "one.db"), order, again)


def test_any_order_of_adding_gives_the_same_books_in_both_databases(url: str) -> None:
    _same_books(url, REPORTS[::-1], REPORTS[:3])


def _same_books(url: str, order: Sequence[Reading], again: Sequence[Reading]) -> None:
    """The books of a ledger to which reports were added in any ORDER are those of a clerk who has read them all."""
    with open_ledger(url, clerk=CLERK) as ledger:
        add(ledger, *order, *again)
        books = ledger.books()
        assert problems(ledger) == []
    dated = [entry for entry in books.entries.values() if entry.said]
    undated = [entry for entry in books.entries.values() if not entry.said]
    assert list(books.entries.values()) == dated + undated
    all_at_once = [*CLERK.decide(dated, {}, {}, Kin()), *CLERK.decide(undated, {}, {}, Kin())]
    assert links(books) == {link.claim: link for link in all_at_once if link.role != "supersedes"}
    corrected = {link.claim: link.targets for link in all_at_once if link.role == "supersedes"}
    assert {name: link.targets for name, link in books.replacing.items()} == corrected


def test_claims_without_their_words_are_refused_and_nothing_is_written(ledger: Ledger) -> None:
    one = reading()
    (good,) = one.claims
    bad = [
        replace(good, evidence=Evidence(start=0, end=len(one.report.text) + 1)),
        replace(good, evidence=Evidence(start=3, end=3)),
        replace(good, evidence=Evidence(start=-1, end=3)),
        replace(good, spans={"quantity": ((5, 9999),)}),
        replace(good, spans={"quantity": ((0, 5),)}),
    ]
    for wrong in bad:
        with pytest.raises(LedgerError, match=r"is not added: .*c1"):
            ledger.add(replace(one, claims=(wrong,)), recorded=RECORDED)
    with pytest.raises(LedgerError, match="two of its claims are called c1"):
        ledger.add(replace(one, claims=(good, good)), recorded=RECORDED)
    with pytest.raises(LedgerError, match="its date is none"):
        ledger.add(replace(one, report=replace(one.report, published="yesterday")), recorded=RECORDED)
    with pytest.raises(LedgerError, match="NUL"):
        ledger.add(Reading(report=Report(text="a\x00b")), recorded=RECORDED)
    assert not ledger.holds(one.report.id)
    assert ledger.books() == Books()


def test_a_failing_clerk_leaves_nothing_behind(url: str) -> None:
    def fail(*_: object) -> tuple[Link, ...]:
        raise ZeroDivisionError

    one = reading()
    with open_ledger(url, clerk=replace(CLERK, decide=fail)) as ledger:
        with pytest.raises(ZeroDivisionError):
            ledger.add(one, recorded=RECORDED)
        assert not ledger.holds(one.report.id)
        assert ledger.books() == Books()


def test_blocks_do_not_meet(ledger: Ledger) -> None:
    add(ledger, reading(nation="US"), reading(900, nation="GB"))
    assert [link.role for link in ledger.books().links.values()] == ["opens", "opens"]
    assert len(ledger.books(force="US").entries) == 1
    assert len(ledger.books(asset="persons").entries) == 2
    assert ledger.books(asset="ships") == Books()


def test_one_report_may_touch_many_blocks(ledger: Ledger) -> None:
    us, gb = "About 800 soldiers will go to Poland.", "Another 300 soldiers will go to Latvia."
    claims = (claim(800, "Poland", us), claim(300, "Latvia", gb, name="c2", at=len(us) + 1, nation="GB"))
    one = Reading(report=Report(text=f"{us} {gb}", published="2022-02-02T10:00:00+02:00"), claims=claims)
    assert add(ledger, one)[0].claims == 2
    assert [entry.claim for entry in ledger.books().entries.values()] == list(claims)
    assert {entry.said for entry in ledger.books().entries.values()} == {"2022-02-02T08:00:00Z"}
    assert len(ledger.books().links) == 2


def test_a_movement_is_found_by_its_places(ledger: Ledger) -> None:
    add(ledger, reading(place="Estonia"), reading(place="Poland"))
    there = Place(name="Estonia", type="country", country="EE")
    (name,) = (e.id for e in ledger.books().entries.values() if e.claim.destination == (there,))
    assert ledger.movements_at("Estonia") == ledger.movements_at(PLACES["Estonia"]) == (f"m-{name}",)
    assert ledger.movements_at("Mali") == ()
