"""Words of time from the lexicon's tables, as look-ups and as the fragments that the patterns are made of."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from laydown.lexicon.letters import trie
from laydown.lexicon.tables import cell, table


def _rows(group: str) -> list[Mapping[str, str]]:
    return [row for row in table("time_words") if row["group"] == group]


def _values(group: str, column: str = "value") -> dict[str, str]:
    return {word.lower(): row[column] for row in _rows(group) for word in cell(row, "words")}


def _names(group: str, column: str = "value") -> dict[str, str]:
    rows = (row for row in table("calendar") if row["group"] == group)
    return {word.lower(): row[column] for row in rows for word in (row["word"], *cell(row, "short"))}


def fragment(words: Iterable[str], *, cased: bool = False) -> str:
    """An alternation, longest word first so that none hides a longer one; any white space matches a space in it."""
    joined = trie(words if cased else (word.lower() for word in words)).replace(r"\ ", r"\s")
    return f"(?:{joined})" if cased else f"(?i:{joined})"


def capitals(words: Iterable[str]) -> str:
    """An alternation of names as they stand in print, "March" or "MARCH": "march" is a verb."""
    return fragment({form for word in words for form in (word.title(), word.upper())}, cased=True)


def key(text: str) -> str:
    """A matched word as the look-ups know it."""
    return " ".join(text.lower().split()).rstrip(".")


MONTHS: Final = {word: int(value) for word, value in _names("month").items()}
MONTH_NEEDS: Final = dict.fromkeys(MONTHS, "month") | {
    row["word"].lower(): row["needs"] for row in table("calendar") if row["group"] == "month"
}
"""The licence that a bare month needs; a short form needs one always."""
WEEKDAYS: Final = {word: int(value) for word, value in _names("weekday").items()}
SEASONS: Final = {word: int(value) for word, value in _names("season").items()}
SEASON_NEEDS: Final = _names("season", "needs")
QUARTERS: Final = {word: int(value) for word, value in _names("quarter").items()}
FEASTS: Final = _names("feast")
UNITS: Final = _values("unit")
COUNTS: Final = _values("count")
RELATIVES: Final = {word: int(value) for word, value in _values("relative").items()}
PORTIONS: Final = _values("portion") | _values("portion_of")
DEICTICS: Final = _values("deictic")
FRAMES: Final = _values("frame")
FRAME_DIRECTIONS: Final = _values("frame", "direction")
FRAME_LICENCES: Final = {word: cell({"": text}, "") for word, text in _values("frame", "licence").items()}
JOINS: Final = _values("join")


def listed(group: str) -> list[str]:
    """All words of a group of `time_words.tsv`."""
    return [word for row in _rows(group) for word in cell(row, "words")]


def words(group: str) -> str:
    """The alternation of all words of a group of `time_words.tsv`."""
    return fragment(listed(group))


S: Final = r"\s{1,2}"
_SHORT = [word for row in table("calendar") if row["group"] == "month" for word in cell(row, "short")]
_LONG = [row["word"] for row in table("calendar") if row["group"] == "month"]
_COUNTED: Final = fragment(listed("counted"), cased=True)
MONTH_NAME: Final = rf"(?:{capitals(_LONG)}\b|{capitals(_SHORT)}\b\.?)"
NO_COUNT: Final = (
    rf"(?![\d%]|[.,]\d{{3}}(?!\d)|\.\d|-(?!{MONTH_NAME})[A-Za-z]|\s?%"
    rf"|(?:\s(?:to|and|or)\s[\d,]{{1,12}})?\s{_COUNTED}(?!\w))"
)
"""What must not follow a number that is a day or a year: "2024 troops", "March 3,000", "15-strong"."""
YEAR: Final = rf"(?:(?:19|20)\d\d{NO_COUNT})"
DAY: Final = rf"(?:(?:0?[1-9]|[12]\d|3[01])(?:(?:st|nd|rd|th)(?!\s[A-Z]))?{NO_COUNT})"
DASH: Final = r"\s?[-\u2013\u2014]\s?"
TO: Final = rf"(?:{DASH}|\s(?:to|and|through|until)\s)"
WEEKDAY: Final = rf"(?:{capitals(WEEKDAYS)}\b)"
RELATIVE: Final = words("relative")
UNIT: Final = words("unit")
PERIOD: Final = words("period")
COUNT: Final = rf"(?:\d{{1,3}}|{words('count')})"

_TOKEN: Final = re.compile(r"[A-Za-z]+|(?<!\d)(?:19|20)\d\d(?!\d)")


def _shapes(word: str) -> set[str]:
    return {word.lower(), word.title(), word.upper()}


OTHERS: Final = ("Q", "FY", "fiscal", "Fiscal", "War", "Conflict")


def _heads() -> frozenset[str]:
    """One word of each phrase that can be a time, in the shapes it is printed in; a text without any holds no time."""
    names = {form for word in (*MONTHS, *WEEKDAYS) for form in (word.title(), word.upper())}
    names |= {form for word in (*UNITS, "weekend", *SEASONS) for form in _shapes(word)}
    names |= {form for word in (*DEICTICS, *FEASTS) for form in _shapes(_rarest(word))}
    names |= {form for unit in UNITS for form in _shapes(f"{unit}long")}
    return frozenset(names | {str(year) for year in range(1900, 2100)} | set(OTHERS))


def _rarest(phrase: str) -> str:
    """The longest word of a phrase stands for it in the quick check; which one it is does not matter."""
    return max(re.split(r"[^A-Za-z]", phrase), key=len)


HEADS: Final = _heads()
UNIT_HEADS: Final = frozenset(
    form for unit in UNITS for word in (unit, f"{unit}s", f"{unit}long") for form in _shapes(word)
)
MONTH_HEADS: Final = frozenset(
    form for word in (*MONTHS, *_LONG, *_SHORT) for form in (word, word.title(), word.upper())
)
SEASON_HEADS: Final = frozenset(form for word in SEASONS for form in _shapes(word))
WEEKDAY_HEADS: Final = frozenset(form for word in WEEKDAYS for form in (word.title(), word.upper()))
DEICTIC_HEADS: Final = frozenset(form for word in DEICTICS for form in _shapes(_rarest(word)))
FEAST_HEADS: Final = frozenset(form for word in FEASTS for form in _shapes(_rarest(word)))
PERIOD_HEADS: Final = frozenset(form for word in listed("period") for form in _shapes(word))
FISCAL_HEADS: Final = frozenset({"FY", *_shapes("fiscal")})
YEAR_HEADS: Final = frozenset(str(year) for year in range(1900, 2100))


def has_time_word(text: str) -> bool:
    """Whether the text holds any word that a time can be made of: the quick check before the patterns run."""
    return not HEADS.isdisjoint(tokens(text))


@lru_cache(maxsize=8)
def tokens(text: str) -> frozenset[str]:
    """The words and years of a text, as the quick checks compare them."""
    return frozenset(_TOKEN.findall(text))
