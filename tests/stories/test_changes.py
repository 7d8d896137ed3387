"""Changes: what two versions say differently is told, and what they word differently is not."""

import pytest

from laydown.model import Changes, Reading, Report
from laydown.reading.reader import read
from laydown.stories import changes


def reading(text: str) -> Reading:
    return read(Report(text=text, published="2024-03-06"))


def between(old: str, new: str) -> Changes:
    return changes(reading(old), reading(new))


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("Sweden will send 2,000 troops to Finland.", "Sweden will send about 3,000 troops to Finland.", "quantity"),
        ("Germany will move 350 troops to Lithuania.", "Germany has begun moving 350 troops to Lithuania.", "status"),
        ("Germany will send 350 soldiers to Lithuania.", "Germany will send 350 soldiers to Rukla, Lithuania.",
         "destination"),
        ("Norway will withdraw 60 soldiers from Iraq.",
         "Norway will withdraw 60 soldiers from Iraq, Foreign Minister Ida Solberg said.", "attribution"),
    ],
)  # fmt: skip
def test_a_change_is_told_by_its_field_with_both_sentences(old: str, new: str, field: str) -> None:
    (change,) = between(old, new).changed
    assert field in change.fields
    assert (change.old.words, change.new.words.rstrip(".")) == (old, new.rstrip("."))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Canada will deploy four hundred troops to Latvia.", "Canada will send 400 soldiers to Latvia."),
        ("Poland deploys 400 troops to Latvia.", "Poland deployed 400 troops to Latvia."),
        ("About 5,000 Indian soldiers are in Kashmir.", "About 5,000 Indian soldiers are deployed in Kashmir."),
    ],
)  # fmt: skip
def test_another_wording_is_no_change(old: str, new: str) -> None:
    assert not between(old, new)


def test_nothing_changes_between_a_report_and_itself() -> None:
    text = "Spain sent two frigates to the Black Sea. About 900 British soldiers are in Estonia."
    assert not between(text, text)


def test_what_is_added_one_way_is_removed_the_other() -> None:
    old = "Canada will deploy 400 troops to Latvia."
    new = old + " Denmark will send a frigate to the Baltic Sea."
    there, back = between(old, new), between(new, old)
    assert [one.words for one in there.added] == [one.words for one in back.removed] != []
    assert (there.removed, back.added) == ((), ())


def test_a_notice_marks_what_it_corrects_and_is_no_claim_itself() -> None:
    found = between(
        "The United States will send 2,000 troops to Poland.",
        "The United States will send 3,000 troops to Poland. "
        "Correction: An earlier version of this story said 2,000 troops.",
    )
    assert found.notice == "Correction: An earlier version of this story said 2,000 troops."
    assert [(change.fields, change.corrected) for change in found.changed] == [(("quantity",), True)]
    assert found.added == ()
