"""Stories: versions and copies make one, independent reports and follow-ups do not, in whatever order they come."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from laydown.model import Report, Ruling, Verdict
from laydown.stories import stories
from laydown.stories.agencies import agency

WIRE = (
    "WARSAW (Reuters) - Poland expects 2,000 American soldiers this week, its defence minister told reporters. "
    "Buses had already taken the first of them from the airport at Rzeszow to a barracks in the hills. "
    "Residents of the town lined the road and waved, while a handful of pacifists held up a banner. "
    "Nobody would say how long the visitors were going to stay."
)
OTHER = (
    "The first paratroopers of a force that Washington promised landed in the southeast on Sunday night. "
    "A spokeswoman for the garrison put their number at several hundred and said the rest, some 2,000 in all, "
    "would follow by sea and air. Hotels near the airfield are full, and taxi drivers speak of the best February "
    "that they remember. The mayor asked people to be patient with convoys."
)
FIRST = Report(text=WIRE, publisher="Reuters", source="https://reuters.com/1", published="2022-02-05T10:00:00Z")
LATER = replace(FIRST, text=WIRE.replace("2,000", "1,700") + " A second flight is due.", updated="2022-02-05T14:00:00Z")
COPY = Report(
    text="From the wires. " + WIRE,
    publisher="Courier Post",
    source="https://courier.example/a",
    published="2022-02-05T12:00:00Z",
)
CUT = Report(
    text=WIRE[: WIRE.index("Residents")],
    publisher="Bay Tribune",
    source="https://tribune.example/c",
    published="2022-02-05T13:00:00Z",
)
OWN = Report(text=OTHER, publisher="Meridian", source="https://meridian.example/b", published="2022-02-05T11:00:00Z")
ALL = (FIRST, LATER, COPY, CUT, OWN)


def test_versions_and_copies_are_one_story_and_an_independent_report_is_another() -> None:
    one, other = stories(ALL)
    assert [version.report for version in one.versions] == [FIRST.id, COPY.id, CUT.id, LATER.id]
    assert [version.report for version in other.versions] == [OWN.id]


def test_each_grouping_has_its_reason() -> None:
    first, *rest = stories(ALL)[0].versions
    assert first.grouping is None
    kinds = {version.report: version.grouping and version.grouping.kind for version in rest}
    assert kinds == {COPY.id: "copy", CUT.id: "copy", LATER.id: "version"}
    assert rest[-1].grouping is not None
    assert rest[-1].grouping.reason == "same address"
    assert rest[0].grouping is not None
    assert rest[0].grouping.agency == "Reuters"


@given(st.permutations(ALL))
def test_the_order_of_arrival_is_of_no_consequence(order: list[Report]) -> None:
    assert stories(order) == stories(ALL)


def test_the_same_report_twice_is_one() -> None:
    assert stories([FIRST, FIRST]) == stories([FIRST])


def test_a_bulletin_of_another_day_follows_and_is_no_version() -> None:
    next_one = replace(
        FIRST, text=WIRE.replace("2,000", "900"), source="https://reuters.com/2", published="2022-02-08T10:00:00Z"
    )
    old, new = stories([FIRST, next_one])
    assert len(old.versions) == len(new.versions) == 1
    assert [link.of for link in new.follows] == [old.id]


def test_no_reports_make_no_stories_and_an_empty_one_a_story_alone() -> None:
    assert stories([]) == ()
    assert len(stories([Report(text=""), Report(text="Troops."), Report(text="Ships.")])) == 3


def test_an_agency_is_credited_in_brackets_in_a_byline_or_as_author() -> None:
    assert agency(Report(text="Troops moved. By The Associated Press")) == "Associated Press"
    assert agency(Report(text="Troops moved.", authors=("Anna Bell, AFP",))) == "Agence France-Presse"
    assert agency(Report(text="Reuters is mentioned (again).")) is None


def word(one: Report, other: Report, verdict: Verdict) -> Ruling:
    """A person's word on two reports."""
    return Ruling(report=one.id, other=other.id, verdict=verdict, reason="seen", recorded="2022-03-01T00:00:00Z")


def test_who_is_ruled_apart_is_another_story_and_the_others_go_with_the_nearest() -> None:
    one, _, other = stories(ALL, [word(FIRST, COPY, "apart")])
    assert one.versions[0].report == FIRST.id
    assert LATER.id in {version.report for version in one.versions}
    assert COPY.id in {version.report for version in other.versions}
    assert one.rulings == other.rulings == (word(FIRST, COPY, "apart"),)
    assert all(version.grouping is None or version.grouping.of != FIRST.id for version in other.versions)


def test_the_last_ruling_on_a_pair_holds() -> None:
    back = [word(FIRST, COPY, "apart"), word(COPY, FIRST, "together")]
    assert [len(story.versions) for story in stories(ALL, back)] == [4, 1]


def test_who_is_ruled_together_is_one_story_for_the_reason_given() -> None:
    (whole,) = stories(ALL, [word(OWN, FIRST, "together")])
    grouping = next(version.grouping for version in whole.versions if version.report == OWN.id)
    assert grouping is not None
    assert (grouping.kind, grouping.reason, grouping.decided_by) == ("copy", "ruled together: seen", "person")


@given(st.permutations(ALL))
def test_rulings_hold_in_whatever_order_reports_come(order: list[Report]) -> None:
    told = [word(FIRST, CUT, "apart"), word(OWN, COPY, "together")]
    assert stories(order, told) == stories(ALL, told)


def test_a_ruling_on_a_report_that_is_not_there_is_of_no_consequence() -> None:
    assert stories([FIRST, LATER], [word(FIRST, COPY, "apart")]) == stories([FIRST, LATER])


def test_equal_words_elsewhere_are_a_sighting_and_a_version_there_is_one_of_the_same_page() -> None:
    """The Courier prints the wire to the letter, then changes a number on its own page."""
    seen = replace(FIRST, source="https://courier.example/x", publisher="Courier", published="2022-02-05T11:00:00Z")
    fixed = replace(seen, text=WIRE.replace("2,000", "200").replace("waved", "sang"), updated="2022-02-05T16:00:00Z")
    (story,) = stories([seen, fixed, FIRST])
    first, later = story.versions
    assert [(one.outlet, one.source) for one in first.sightings] == [("Courier", seen.source)]
    assert later.grouping is not None
    assert later.grouping.reason == "same address"


def test_a_version_is_one_of_the_last_before_it() -> None:
    """Its changes are told against that, whichever it is more like."""
    last = replace(FIRST, text=WIRE + " Done.", updated="2022-02-05T18:00:00Z")
    (story,) = stories([FIRST, LATER, last])
    assert [version.grouping and version.grouping.of for version in story.versions] == [None, FIRST.id, LATER.id]
