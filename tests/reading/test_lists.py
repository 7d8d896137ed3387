"""Lists of measures: items without a verb send forces, and the sentence above the list speaks for each of them."""

from tests.reading.notation import lines

ITEMS = (
    "- 300 soldiers to Lithuania.\n- Two frigates to the Baltic Sea\n- A helicopter detachment to Mali\n"
    "- 20 tanks to Ukraine"
)
SENT = [
    "movement announced DK 300 >Lithuania | DK",
    "movement announced DK 2 ships >Baltic Sea | DK",
    "movement announced DK unit >Mali | DK",
]


def test_a_list_sends_what_its_lead_announces() -> None:
    """Soldiers and ships go; tanks without a verb may as well be a gift."""
    assert lines(f"Denmark announced new steps on Monday:\n{ITEMS}") == SENT


def test_an_event_noun_opens_an_item() -> None:
    """The nouns of the event stand at the root of the item."""
    report = "Canberra announced new measures:\n- Stationing of additional air defense in Slovakia and Croatia."
    assert lines(report) == ["movement announced AU air_defence more >Slovakia+Croatia | AU"]


def test_a_lead_speaks_for_no_line_after_the_list() -> None:
    """A line without a bullet ends the list."""
    report = "Denmark announced a step:\n- Two frigates to the Baltic Sea\nThe sea is cold.\n- 300 soldiers to Mali"
    assert lines(report)[0] == "movement announced DK 2 ships >Baltic Sea | DK"
    assert not any("300" in line and line.endswith("| DK") for line in lines(report))


def test_a_phrase_inside_prose_sends_nobody() -> None:
    """Without a bullet or a heading a noun with "to" is a fragment."""
    assert lines("What a sight. 300 soldiers to Mali.") == []
