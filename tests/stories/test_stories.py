"""Stories: versions and copies make one, independent reports and follow-ups do not, in whatever order they come."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from laydown.model import Report
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
