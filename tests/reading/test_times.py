"""Times: which phrases are times, which are not, and which days they name."""

import re
import string
from datetime import date
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laydown.reading.times import Direction, anchor_of, find_times
from laydown.reading.times import words as vocabulary

WEDNESDAY = "2022-02-02"

# anchor | direction | sentence | phrase | days ("..x" and "x.." open, "?" unknown, "=" a length)
CATCH = f"""
{WEDNESDAY} | past   | The Pentagon announced Wednesday that troops would go. | Wednesday | 2022-02-02..2022-02-02
{WEDNESDAY} | past   | They left on Friday. | Friday | 2022-01-28..2022-01-28
{WEDNESDAY} | future | They will leave on Friday. | Friday | 2022-02-04..2022-02-04
{WEDNESDAY} | none   | The vote on Monday night | Monday night | 2022-01-31..2022-01-31
{WEDNESDAY} | past   | Troops arrived last Wednesday. | last Wednesday | 2022-01-26..2022-01-26
{WEDNESDAY} | future | Ships will sail next Monday. | next Monday | 2022-02-07..2022-02-07
{WEDNESDAY} | past   | They arrived on Tuesday of last week. | Tuesday of last week | 2022-01-25..2022-01-25
{WEDNESDAY} | future | It starts late Thursday afternoon. | late Thursday afternoon | 2022-02-03..2022-02-03
{WEDNESDAY} | past   | Thursday's announcement | Thursday | 2022-01-27..2022-01-27
{WEDNESDAY} | future | Troops go Friday through Sunday. | Friday through Sunday | 2022-02-04..2022-02-06
{WEDNESDAY} | future | Troops will go in the coming days. | in the coming days | 2022-02-02..
{WEDNESDAY} | future | in the coming days and months | in the coming days and months | 2022-02-02..
{WEDNESDAY} | future | to Poland in the "coming days" | coming days | 2022-02-02..
{WEDNESDAY} | future | in the days and weeks ahead | in the days and weeks ahead | 2022-02-02..
{WEDNESDAY} | past   | It was done 12 days ahead of the plan. | 12 days ahead | 2022-02-02..2022-02-14
{WEDNESDAY} | past   | $600 million over the past year | over the past year | 2021-02-02..2022-02-02
{WEDNESDAY} | past   | Over the course of the past year | Over the course of the past year | 2021-02-02..2022-02-02
{WEDNESDAY} | past   | In just the past week, it sent | In just the past week | 2022-01-26..2022-02-02
{WEDNESDAY} | past   | over the past month | over the past month | 2022-01-02..2022-02-02
{WEDNESDAY} | past   | in the last 48 hours | in the last 48 hours | 2022-01-31..2022-02-02
{WEDNESDAY} | past   | over the last few weeks | over the last few weeks | ..2022-02-02
{WEDNESDAY} | past   | in recent weeks we sent ships | in recent weeks | ..2022-02-02
{WEDNESDAY} | past   | put on alert last week | last week | 2022-01-24..2022-01-30
{WEDNESDAY} | past   | this week | this week | 2022-01-31..2022-02-06
{WEDNESDAY} | past   | over the weekend | over the weekend | 2022-01-29..2022-01-30
{WEDNESDAY} | future | this weekend | this weekend | 2022-02-05..2022-02-06
{WEDNESDAY} | future | early next week | early next week | 2022-02-07..2022-02-09
{WEDNESDAY} | past   | two weeks ago | two weeks ago | 2022-01-17..2022-01-23
{WEDNESDAY} | past   | three days ago | three days ago | 2022-01-30..2022-01-30
{WEDNESDAY} | past   | a few days ago | a few days ago | ..2022-02-02
{WEDNESDAY} | past   | moved a day earlier | a day earlier | 2022-02-01..2022-02-01
{WEDNESDAY} | past   | weeks ago | weeks ago | ..2022-02-02
{WEDNESDAY} | past   | yesterday | yesterday | 2022-02-01..2022-02-01
{WEDNESDAY} | future | tomorrow morning | tomorrow morning | 2022-02-03..2022-02-03
{WEDNESDAY} | past   | Earlier today, ships left. | Earlier today | 2022-02-02..2022-02-02
{WEDNESDAY} | past   | arrived overnight | overnight | 2022-02-01..2022-02-02
{WEDNESDAY} | past   | throughout the night, planes landed | throughout the night | 2022-02-01..2022-02-02
{WEDNESDAY} | none   | now has 6,000 troops there | now | 2022-02-02..2022-02-02
{WEDNESDAY} | none   | there are currently 100,000 | currently | 2022-02-02..2022-02-02
{WEDNESDAY} | past   | recently moved | recently | ..2022-02-02
{WEDNESDAY} | future | until further notice | until further notice | ?
{WEDNESDAY} | future | within 48 hours | within 48 hours | 2022-02-02..2022-02-04
{WEDNESDAY} | future | within days | within days | 2022-02-02..
{WEDNESDAY} | past   | withdrew within three weeks | within three weeks | ?
{WEDNESDAY} | future | in the next two weeks | in the next two weeks | 2022-02-02..2022-02-16
{WEDNESDAY} | future | over the next six months | over the next six months | 2022-02-02..2022-08-02
{WEDNESDAY} | future | will leave in two weeks | in two weeks | 2022-02-14..2022-02-20
{WEDNESDAY} | future | two months from now | two months from now | 2022-04-01..2022-04-30
{WEDNESDAY} | future | next summer | next summer | 2022-06-01..2022-08-31
{WEDNESDAY} | past   | last summer | last summer | 2021-06-01..2021-08-31
{WEDNESDAY} | future | deploy this fall | this fall | 2022-09-01..2022-11-30
{WEDNESDAY} | future | in the fall | in the fall | 2022-09-01..2022-11-30
{WEDNESDAY} | none   | fall of 2021 | fall of 2021 | 2021-09-01..2021-11-30
{WEDNESDAY} | none   | in the winter of 2023-24 | in the winter of 2023-24 | 2023-12-01..2024-02-29
{WEDNESDAY} | future | early next year | early next year | 2023-01-01..2023-04-30
{WEDNESDAY} | future | later this year | later this year | 2022-02-02..2022-12-31
{WEDNESDAY} | past   | earlier this month | earlier this month | 2022-02-01..2022-02-02
{WEDNESDAY} | future | by the end of the year | by the end of the year | ..2022-12-31
{WEDNESDAY} | future | by year's end | by year's end | ..2022-12-31
{WEDNESDAY} | past   | since November | since November | 2021-11-01..
{WEDNESDAY} | none   | since 1981 | since 1981 | 1981-01-01..
{WEDNESDAY} | none   | in the 1990s | in the 1990s | 1990-01-01..1999-12-31
{WEDNESDAY} | none   | during the Korean War | during the Korean War | 1950-06-25..1953-07-27
{WEDNESDAY} | none   | the week of March 9, 2022 | the week of March 9, 2022 | 2022-03-07..2022-03-13
{WEDNESDAY} | future | in the week beginning 7 March | in the week beginning 7 March | 2022-03-07..2022-03-13
{WEDNESDAY} | past   | the week ending January 9 | the week ending January 9 | 2022-01-03..2022-01-09
{WEDNESDAY} | past   | fifty years ago | fifty years ago | 1972-01-01..1972-12-31
{WEDNESDAY} | past   | fifty years ago tonight | fifty years ago tonight | 1972-01-01..1972-12-31
{WEDNESDAY} | none   | in the Second World War | in the Second World War | 1939-09-01..1945-09-02
{WEDNESDAY} | none   | mid-2024 | mid-2024 | 2024-05-01..2024-08-31
{WEDNESDAY} | none   | by mid-2024 | by mid-2024 | ..2024-06-30
{WEDNESDAY} | none   | first half of 2023 | first half of 2023 | 2023-01-01..2023-06-30
{WEDNESDAY} | none   | the third quarter of 2023 | the third quarter of 2023 | 2023-07-01..2023-09-30
{WEDNESDAY} | none   | in Q1 2024 | in Q1 2024 | 2024-01-01..2024-03-31
{WEDNESDAY} | none   | in fiscal year 2024 | in fiscal year 2024 | ?
{WEDNESDAY} | none   | from 2014 to 2016 | from 2014 to 2016 | 2014-01-01..2016-12-31
{WEDNESDAY} | none   | until March 2023 | until March 2023 | ..2023-03-31
{WEDNESDAY} | none   | through Aug. 31 | through Aug. 31 | ..2022-08-31
{WEDNESDAY} | none   | until at least June 2023 | until at least June 2023 | ?
{WEDNESDAY} | none   | after 31 December 2021 | after 31 December 2021 | 2021-12-31..
{WEDNESDAY} | none   | before the end of March | before the end of March | ..2022-03-31
{WEDNESDAY} | future | as early as next week | as early as next week | 2022-02-07..
{WEDNESDAY} | none   | 26 February 2024 | 26 February 2024 | 2024-02-26..2024-02-26
{WEDNESDAY} | none   | on Feb. 26, 2024. | Feb. 26, 2024 | 2024-02-26..2024-02-26
{WEDNESDAY} | none   | FEB. 26, 2024 | FEB. 26, 2024 | 2024-02-26..2024-02-26
{WEDNESDAY} | none   | 26 Feb | 26 Feb | 2022-02-26..2022-02-26
{WEDNESDAY} | none   | the 26th of February | the 26th of February | 2022-02-26..2022-02-26
{WEDNESDAY} | none   | Saturday, Feb. 26, 2022 | Saturday, Feb. 26, 2022 | 2022-02-26..2022-02-26
{WEDNESDAY} | none   | (2024-02-26) | 2024-02-26 | 2024-02-26..2024-02-26
{WEDNESDAY} | none   | March 2003 invasion | March 2003 | 2003-03-01..2003-03-31
{WEDNESDAY} | none   | May 3, 2021 | May 3, 2021 | 2021-05-03..2021-05-03
{WEDNESDAY} | none   | on August the 14th | August the 14th | 2021-08-14..2021-08-14
{WEDNESDAY} | future | will soon deploy | soon | 2022-02-02..
{WEDNESDAY} | none   | by Christmas | by Christmas | ..2022-12-25
{WEDNESDAY} | future | from May 15-24 | from May 15-24 | 2022-05-15..2022-05-24
{WEDNESDAY} | past   | July 15-20 | July 15-20 | 2021-07-15..2021-07-20
{WEDNESDAY} | past   | between March and November | between March and November | 2021-03-01..2021-11-30
{WEDNESDAY} | none   | Dec. 28-Jan. 3 | Dec. 28-Jan. 3 | 2021-12-28..2022-01-03
- | none | from August 10 to September 5, 2024 | from August 10 to September 5, 2024 | 2024-08-10..2024-09-05
{WEDNESDAY} | none   | Jan. 24 \u2013 Feb. 5 | Jan. 24 \u2013 Feb. 5 | 2022-01-24..2022-02-05
{WEDNESDAY} | none   | stay for six months | for six months | =
{WEDNESDAY} | none   | a nine-month deployment | nine-month | =
{WEDNESDAY} | none   | three additional months | three additional months | =
{WEDNESDAY} | none   | a yearlong tour | yearlong | =
2006-07-01 | future | who are in Burundi on December 31 | December 31 | 2006-12-31..2006-12-31
2007-03-23 | future | from Iraq by August 2008 | by August 2008 | ..2008-08-31
2009-09-30 | future | by the end of October | by the end of October | ..2009-10-31
2011-02-13 | future | 10,000 troops this year | this year | 2011-01-01..2011-12-31
2018-12-13 | future | within three weeks | within three weeks | 2018-12-13..2019-01-03
2020-11-17 | future | by mid-January | by mid-January | ..2021-01-15
2020-11-17 | none   | by mid-January | by mid-January | ..2021-01-15
2024-10-23 | past   | between early- to mid-October | between early- to mid-October | 2024-10-01..2024-10-20
2025-12-11 | past   | in late December 2024 | in late December 2024 | 2024-12-20..2024-12-31
2022-01-02 | none   | in December | in December | 2021-12-01..2021-12-31
2022-01-02 | past   | in December | in December | 2021-12-01..2021-12-31
2022-01-02 | future | in December | in December | 2022-12-01..2022-12-31
2021-12-30 | none   | in January | in January | 2022-01-01..2022-01-31
2021-12-30 | future | in January | in January | 2022-01-01..2022-01-31
2021-12-30 | past   | in January | in January | 2021-01-01..2021-01-31
2022-01-02 | past   | last December | last December | 2021-12-01..2021-12-31
2022-01-02 | past   | last week | last week | 2021-12-20..2021-12-26
2022-01-01 | past   | yesterday | yesterday | 2021-12-31..2021-12-31
2022-01-01 | past   | on Dec. 31 | Dec. 31 | 2021-12-31..2021-12-31
2022-03-01 | past   | on Feb. 29 | Feb. 29 | 2020-02-29..2020-02-29
2022-03-01 | future | on Feb. 29 | Feb. 29 | 2024-02-29..2024-02-29
2022-03-01 | none   | on February 29, 2023 | February 29, 2023 | ?
2024-03-01 | past   | yesterday | yesterday | 2024-02-29..2024-02-29
2024-02-29 | past   | over the past year | over the past year | 2023-02-28..2024-02-29
2024-01-15 | none   | by the end of February | by the end of February | ..2024-02-29
2020-07-24 | past   | entered the area, July 24 | July 24 | 2020-07-24..2020-07-24
- | none | on Feb. 18 | Feb. 18 | ?
- | none | last December | last December | ?
- | none | last week | last week | ?
- | none | on Friday | Friday | ?
- | none | since 2012 | since 2012 | 2012-01-01..
- | none | on Feb. 26, 2024 | Feb. 26, 2024 | 2024-02-26..2024-02-26
- | none | in the summer of 2017 | in the summer of 2017 | 2017-06-01..2017-08-31
- | none | from May 3 to June 2, 2019 | from May 3 to June 2, 2019 | 2019-05-03..2019-06-02
"""

NOT = """
Troops may deploy to Poland.
Theresa May ruled it out.
Prime Minister May said so.
Protesters march on the base, and the march goes on.
Mr. August and Spc. April Smith spoke.
The 82nd Airborne and the 5th Fleet
A battery of 1-62 ADA
USS Ronald Reagan (CVN 76)
Resolution 1973 was adopted.
3,000 troops and 2,500 more
2,024 soldiers
2024 troops are there.
an increase by 2000 troops
The second brigade of Section 60
Troops fall back and spring into action.
since the fall of Kabul, in the fall of Mosul
It cost $2024 and 2014.5 points.
a 10-year-old boy
Exercise Eager Lion 16 and Northern Edge 2025
March Air Reserve Base, in March Air Reserve Base
at March ARB
the Sunday Times and Bloody Sunday
a quarter of the troops
He knows the know-how.
the week and the year
between 2000 and 2050 troops
1st Battalion, 5th Cavalry Regiment
from 2000 to 2050 soldiers
on Fridays
during the 2006 Lebanon War
as soon as possible, too soon to tell
the last man, the next move
within three weeks of the attack
"""


def days(first: date | None, last: date | None, *, duration: bool) -> str:
    """The days as the table writes them."""
    if duration:
        return "="
    return f"{first or ''}..{last or ''}" if first or last else "?"


@pytest.mark.parametrize("line", CATCH.strip().splitlines())
def test_catches(line: str) -> None:
    """Each line's phrase is found, alone, at its place and with its days."""
    anchor, direction, sentence, phrase, expected = (cell.strip() for cell in line.split("|"))
    way: Direction = "past" if direction == "past" else "future" if direction == "future" else "none"
    times = find_times(sentence, anchor_of(anchor), way)
    assert [(sentence[t.start : t.end], days(t.first, t.last, duration=t.duration)) for t in times] == [
        (phrase, expected)
    ]


@pytest.mark.parametrize("sentence", NOT.strip().splitlines())
def test_leaves_alone(sentence: str) -> None:
    """None of these words is a time."""
    assert [sentence[t.start : t.end] for t in find_times(sentence, date(2022, 2, 2))] == []


def test_several_in_a_sentence_keep_their_order() -> None:
    """A sentence may hold several times; a list of two days is two times and no range."""
    text = "Ordered Monday and Friday, they left on Feb. 18 for six months."
    assert [text[t.start : t.end] for t in find_times(text, date(2022, 2, 2))] == [
        "Monday", "Friday", "Feb. 18", "for six months",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2022-02-02", date(2022, 2, 2)),
        ("2022-02-02T23:30:00-05:00", date(2022, 2, 2)),
        ("2022-02-02T10:00:00Z", date(2022, 2, 2)),
        (" 2022-02-02 10:00 ", date(2022, 2, 2)),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_anchor(published: str | None, day: date | None) -> None:
    """The anchor is the day as written, with no zone converted, or nothing."""
    assert anchor_of(published) == day


_LEXICON = sorted(
    {*vocabulary.HEADS, *vocabulary.FRAMES, *vocabulary.PORTIONS, *vocabulary.COUNTS, *vocabulary.RELATIVES}
)
_WORDS = st.one_of(
    st.sampled_from(_LEXICON),
    st.sampled_from(
        ["the", "and", "of", "to", "-", "\u2013", ",", "ago", "past", "coming", "year", "month", "week", "long"]
    ),
    st.integers(0, 3000).map(str),
    st.text(alphabet=string.printable, max_size=4),
)
_TEXTS = st.one_of(st.text(), st.lists(_WORDS, max_size=14).map(" ".join), st.lists(_WORDS, max_size=14).map("".join))
_ANCHORS = st.one_of(st.none(), st.dates(), st.dates(date(1990, 1, 1), date(2030, 12, 31)))
_DIRECTIONS: st.SearchStrategy[Direction] = st.sampled_from(["past", "future", "none"])


@given(_TEXTS, _ANCHORS, _DIRECTIONS)
def test_any_text_yields_times_in_place_and_order(text: str, anchor: date | None, direction: Direction) -> None:
    """No error, spans in the text and apart, no backward days, lengths without days, and the same twice."""
    times = find_times(text, anchor, direction)
    at = 0
    for time in times:
        assert at <= time.start < time.end <= len(text)
        at = time.end
        assert time.first is None or time.last is None or time.first <= time.last
        assert not (time.duration and (time.first or time.last))
    assert find_times(text, anchor, direction) == times


@given(_TEXTS, _DIRECTIONS)
def test_without_an_anchor_only_a_year_gives_days(text: str, direction: Direction) -> None:
    """Nothing relative is resolved against nothing: every day found has a year in the text."""
    for time in find_times(text, None, direction):
        if time.first or time.last:
            assert re.search(r"\d{4}", text[time.start : time.end])


@pytest.mark.parametrize(
    "unit",
    ["1", " ", "-", "1-", "1 ", "May ", "the ", "in the ", "from May 1 to ", "2024-", "12-12-", "early ", "a few ",
     "the first half of ", "next ", "Monday, ", "the past two weeks and ", "1,", "by ", "\u2013", "early- to "],
)  # fmt: skip
def test_work_grows_with_the_text(unit: str, steps: "type[Steps]") -> None:
    """Four times the text is about four times the work, whatever repeats: no pattern backtracks beyond its phrase."""
    small, large = steps.of(unit, 4_000), steps.of(unit, 16_000)
    assert large < 12 * small + 0.05


class Steps:
    """The least of several timings, which on a shared machine is the one that measures the work."""

    @staticmethod
    def of(unit: str, size: int) -> float:
        """Seconds for a text of the size made of the unit, headed by a month so that the quick check lets it pass."""
        text = "May 2024 " + unit * (size // len(unit))
        best = float("inf")
        for _ in range(3):
            begin = perf_counter()
            find_times(text, date(2022, 2, 2))
            best = min(best, perf_counter() - begin)
        return best


@pytest.fixture
def steps() -> type[Steps]:
    """The stopwatch."""
    return Steps
