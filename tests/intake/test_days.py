"""Days and hours as pages print them: what stands there in any language, and nothing where it could mean two things."""

import pytest

from laydown.intake.moments import moment


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Donnerstag, 7. März 2024, 18.05 Uhr", "2024-03-07T18:05:00"),
        ("07.03.2024 - 18:05", "2024-03-07T18:05:00"),
        ("le 1er août 2023 à 9h30", "2023-08-01T09:30:00"),
        ("jueves, 7 de marzo de 2024", "2024-03-07"),
        ("7 marzo 2024", "2024-03-07"),
        ("torsdag 07. mars 2024 - 20:24", "2024-03-07T20:24:00"),
        ("7 marca 2024, 15:47", "2024-03-07T15:47:00"),
        ("7 марта 2024 г., 14:00", "2024-03-07T14:00:00"),
        ("2024. március 7.", "2024-03-07"),
        ("2024 m. kovo 7 d. 12:30", "2024-03-07T12:30:00"),
        ("7 Mart 2024 Perşembe 10:22", "2024-03-07T10:22:00"),
        ("٧ آذار / مارس ٢٠٢٤", "2024-03-07"),
        ("2024年3月7日 09時30分", "2024-03-07T09:30:00"),
        ("2024. 3. 7. 오후 9:12", "2024-03-07T21:12:00"),
        ("07 März, 2024", "2024-03-07"),
        ("Mar 7, 2024", "2024-03-07"),
        ("Thu Mar 07 09:34:00 CET 2024", "2024-03-07T09:34:00+01:00"),
    ],
)
def test_a_day_is_read_in_any_language(words: str, told: str) -> None:
    assert moment(words) == told


@pytest.mark.parametrize(
    "words",
    [
        "release 1.2.20",
        "31. Februar 2024",
        "2,000 troops in 2024",
        "listopada 7, 2024",
        "04.03.20 10:00",
        "7 smarch 2024",
    ],
)
def test_what_is_no_day_or_could_be_two_is_none(words: str) -> None:
    """`listopada` is October in Zagreb and November in Warsaw; "04.03.20" is of April in Tokyo."""
    assert moment(words) is None


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fr", "2024-03-04"), ("en-GB", "2024-03-04"), ("es_MX", "2024-03-04"), ("en", None), ("en-US", None),
        (None, None), ("xx-nonsense", None),
    ],
)  # fmt: skip
def test_a_day_between_strokes_needs_the_language_of_the_page(language: str | None, told: str | None) -> None:
    """English of no country, and of the one that half the engines of the web declare, leave it open."""
    assert moment("04/03/2024", language=language) == told
    assert moment("24/03/2024", language=language) == moment("03/24/2024", language=language) == "2024-03-24"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Updated on March 9 at 3:15 p.m.", "2024-03-09T15:15:00"),
        ("Aktualisiert am 9. März, 15.15 Uhr", "2024-03-09T15:15:00"),
        ("Updated 3:15 p.m.", "2024-03-07T15:15:00"),
        ("Updated soon", None),
    ],
)
def test_what_a_time_leaves_out_is_that_of_the_day_which_is_known(words: str, told: str | None) -> None:
    """A day without its year must not become an hour of another day."""
    assert moment(words, day="2024-03-07") == told
    assert moment("Updated January 2 at 10:00", day="2023-12-30") == "2024-01-02T10:00:00"


def test_a_short_year_needs_a_language_that_begins_with_the_day() -> None:
    assert moment("23.09.20 | 18:19", language="de") == "2020-09-23T18:19:00"
    assert moment("20.09.23 | 18:19", language="ja") is None
