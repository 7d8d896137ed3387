"""Days: as pages print them for their readers, by numbers or with the month by its name in any language."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Final

from laydown.intake.months import ALIF, ALIFS, english, everywhere

_YEAR_FIRST: Final = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})(?:(?:年|년|[./])\s?)(?P<month>\d{1,2})(?:(?:月|월|[./])\s?)(?P<day>\d{1,2})(?!\d)"
)
_DOTTED: Final = re.compile(
    r"(?<![\w.])(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>(?:19|20)\d{2}|(?<=\d\d\.\d\d\.)\d{2}(?![.:]))(?!\d)"
)
_STROKES: Final = re.compile(
    r"(?<![\d/-])(?P<first>\d{1,2})(?P<stroke>[/-])(?P<second>\d{1,2})(?P=stroke)(?P<year>(?:19|20)\d{2})(?!\d)"
)
_ANY_YEAR: Final = re.compile(r"\d{2}")
_FIGURE: Final = re.compile(r"\d")
_MONTHS_OF_YEAR: Final = 12
_CENTURY: Final = 100
_SHORT_YEAR: Final = 2
_HALF_YEAR: Final = 6


def printed_day(words: str, language: str | None = None) -> tuple[date, int, int] | None:
    """The first day that WORDS print for a reader, with the place where it stands; None where they print none.

    >>> printed_day("Berlin, 16. August 2019, 14.05 Uhr")
    (datetime.date(2019, 8, 16), 8, 23)
    """
    if not _ANY_YEAR.search(words):
        return None
    return min(_printed(plain(words), language), key=lambda one: (one[1], -one[2]), default=None)


def yearless_day(words: str, day: str) -> tuple[date, int, int] | None:
    """The first day in WORDS that stands without its year, in the year of DAY, or at the turn of it in the next."""
    match = next(filter(None, (form.search(words) for form in _months_and_days())), None)
    if match is None:
        return None
    known = date.fromisoformat(day[:10])
    month = everywhere()[match["month"].casefold()]
    found = _day(str(known.year + (known.month - month > _HALF_YEAR)), month, match["day"])
    return (found, match.start(), match.end()) if found else None


def plain(words: str) -> str:
    """WORDS with the figures of 0 to 9 for those of every script, and one alif for its forms; as long as before."""
    if words.isascii():
        return words
    return ALIFS.sub(ALIF, _FIGURE.sub(lambda found: str(int(found[0])), words))


def _printed(words: str, language: str | None) -> Iterator[tuple[date, int, int]]:
    """The first day of each form in WORDS, each with the place where it stands."""
    for form, months in _named():
        for match in form.finditer(words):
            month = months.get(match["month"].casefold())
            if month and (day := _day(match["year"], month, match["day"])):
                yield day, match.start(), match.end()
                break
    for form in (_YEAR_FIRST, _DOTTED):
        for match in form.finditer(words):
            short = len(match["year"]) == _SHORT_YEAR and not (language and _day_first(language))
            if not short and (day := _day(match["year"], int(match["month"]), match["day"])):
                yield day, match.start(), match.end()
                break
    if (slashed := _STROKES.search(words)) and (day := _by_strokes(slashed, language)):
        yield day, slashed.start(), slashed.end()


def _day(year: str, month: int, day: str) -> date | None:
    """The day of YEAR, which has four figures or is of this century; None where the calendar has none such."""
    try:
        return date(int(year) + (2000 if int(year) < _CENTURY else 0), month, int(day))
    except ValueError:
        return None


def _by_strokes(match: re.Match[str], language: str | None) -> date | None:
    """The day that a MATCH of "04/03/2024" means on a page in LANGUAGE; None where it could be another."""
    first, second = match["first"], match["second"]
    if int(second) > _MONTHS_OF_YEAR:
        return _day(match["year"], int(first), second)
    if int(first) > _MONTHS_OF_YEAR or first == second or (language and _day_first(language)):
        return _day(match["year"], int(second), first)
    return None


@cache
def _day_first(language: str) -> bool:
    """Whether pages in LANGUAGE write the day first, as CLDR has it; "en" and "en-US" stand on pages of any country."""
    from babel import Locale, UnknownLocaleError

    try:
        return (
            str(Locale.parse(language.replace("_", "-"), sep="-").date_formats["short"].pattern).lower().startswith("d")
        )
    except (UnknownLocaleError, ValueError):
        return False


@cache
def _named() -> tuple[tuple[re.Pattern[str], Mapping[str, int]], ...]:
    """Days with the month by its name: "March 6, 2024" in English, "6. März 2024" and others in any language."""
    day, year = r"(?<!\d)(?P<day>\d{1,2})", r"(?P<year>(?:19|20)\d{2})(?!\d)"
    before, behind = (
        rf"{day}(?:st|nd|rd|th|er|[.ºª°])?[ -]?(?:(?:of|de|del|di|d[’']) ?)?",
        ",?(?: ?(?:de|del|di)| ?[-.])? ?",
    )
    twice = f"(?: ?/ ?(?:{'|'.join(map(re.escape, everywhere()))}))?"
    own, all_ = (
        rf"(?<![^\W\d_])(?P<month>{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?![^\W\d_])\.?"
        for names in (english(), everywhere())
    )
    return tuple(
        (re.compile(form, re.IGNORECASE), names)
        for form, names in (
            (rf"{own} {day}(?:st|nd|rd|th)?,? ?(?:at )?{year}", english()),
            (rf"{own} {day} \d{{1,2}}:\d{{2}}(?::\d{{2}})?(?: [A-Z]{{2,4}}| [+-]\d{{4}})? {year}", english()),
            (rf"{before}{all_}{twice}{behind}{year}", everywhere()),
            (rf"{all_} {day}(?:[.º])?, {year}", everywhere()),
            (rf"{year}(?:\.| m\.)? {all_} {day}(?!\d)", everywhere()),
            (rf"{year}\. gada {day}\. {all_}", everywhere()),
        )
    )


@cache
def _months_and_days() -> tuple[re.Pattern[str], ...]:
    """Days without their year: "September 19", "19. September"."""
    names = "|".join(map(re.escape, sorted(everywhere(), key=len, reverse=True)))
    month = rf"(?<![^\W\d_])(?P<month>{names})(?![^\W\d_])"
    return (
        re.compile(rf"{month}\.? (?P<day>\d{{1,2}})(?![\d:])", re.IGNORECASE),
        re.compile(rf"(?<![\d:.])(?P<day>\d{{1,2}})(?:er|[.ºª°])? (?:of |de |del |di )?{month}", re.IGNORECASE),
    )
