"""The report as passages and sentences: bullets, labels, datelines and transcript speakers peeled off, offsets kept.

The parser is at its worst where a line begins with what is no sentence ("Details:", "- ", "MR. KIRBY:"), so each
is peeled here and kept as what it says: a section, a speaker, a place and day of writing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from laydown.lexicon.tables import table
from laydown.model import Section

BULLET: Final = re.compile(r"(?:[-–—•*·▪►]|\d{1,2}[.)])\s+(?=\S)")
QUESTION: Final = re.compile(r"(?:Q|Question|QUESTION|REPORTER)(?:[:.]|\s+\([^)]{1,40}\))?\s+(?=\S)")
VOICE: Final = re.compile(r"((?:[A-Z][A-Z.'’\-]+\s?){1,6}|A|Answer)(?:\s?\([^)]{1,40}\))?:\s+")
LABEL: Final = re.compile(r"([A-Z][^.!?:\n\"“”]{2,48}):\s+(?=\S)")
DATELINE: Final = re.compile(
    r"((?:[A-Z][A-Z.'’\-]+(?:\s|,\s?|/)?){1,6}(?:\(?[A-Z0-9 ]{2,9}\)?,?\s)?(?:[A-Z][\w.]+(?:\s[A-Z][\w.]+)?,?\s)?"
    r"(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:,\s\d{4})?,?\s)?(?:\([^)]{2,40}\)\s?)?)(?:\s?(?:--|[–—])\s?|\s-\s?)(?=[A-Z“\"0-9])"
)
SHOUTED: Final = re.compile(
    r"(?=[^a-z]{0,60}[A-Z]{3})([A-Z][A-Z0-9 ,.'’/()-]{3,78}?)\s(?:--|[–—-])\s?(?=[A-Z][a-z]|[AI]\s|[“\"])"
)
RUN_ON_BULLET: Final = re.compile(r"(?<=[.!?]) [-–—•] (?=[A-Z])")
STOP: Final = re.compile(r"[.!?…]+[\"”’')\]]*(?:\s+|$)")
LAST_WORD: Final = re.compile(r"\S+$")
INITIAL: Final = re.compile(r"(?:^|[\s(\"“])(?:[A-Z]\.)+$")
OUTLETS: Final = re.compile(r"(?:\s*\((?:[^()]|\([^()]*\)){1,90}\),?)+\s*$")
GAP: Final = re.compile(r"\s*\[(?:…|\.\.\.)\]\s*$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: offsets into the report's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """One line of a report with what was peeled off it.

    `voice` is the transcript label that speaks here ("MR. KIRBY"), `question` whether it only asks,
    `dateline` the place and day of writing as printed, `headline` whether the line is a title.
    """

    start: int
    end: int
    sentences: tuple[Sentence, ...]
    label: str | None = None
    voice: str | None = None
    question: bool = False
    dateline: str | None = None
    headline: bool = False


@cache
def _abbreviations() -> dict[str, str]:
    return {row["word"]: row["ends"] for row in table("abbreviations")}


@cache
def _openers() -> frozenset[str]:
    return frozenset(row["word"] for row in table("openers"))


@cache
def _unfinished() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(row["phrase"]) for row in table("unfinished")), re.IGNORECASE)


def is_breaking(text: str) -> bool:
    """Whether the report says of itself that it is unfinished.

    >>> is_breaking("Please check back for updates.")
    True
    """
    return _unfinished().search(text) is not None


def sections(text: str) -> tuple[Section, ...]:
    """The labelled parts of a report: from one label at the start of a line to the next, or to the end.

    A one-line item has no parts, whatever its topic label; a transcript's labels are voices.
    """
    heads = []
    for start, end in _lines(text):
        match = LABEL.match(text, start, end)
        if match and match[1].count(" ") < 6 and "," not in match[1] and not VOICE.match(text, start, end):
            heads.append((match[1], start))
    if "\n" not in text.strip() or not heads:
        return ()
    ends = [start for _, start in heads[1:]] + [len(text)]
    return tuple(
        Section(label=label, start=start, end=len(text[:end].rstrip()))
        for (label, start), end in zip(heads, ends, strict=True)
    )


def passages(text: str) -> list[Passage]:
    """The passages of TEXT in order; every sentence lies in one, none overlap."""
    found: list[Passage] = []
    voice: str | None = None
    lines = list(_lines(text))
    for number, (start, end) in enumerate(lines):
        passage = _passage(text, start, end, voice)
        voice = passage.voice
        first_of_many = number == 0 and len(lines) > 1
        if (
            first_of_many
            and not (passage.voice or passage.question)
            and text[end - 1] not in '.!?”"’:'
            and end - start < 160
        ):
            passage = Passage(start, end, (Sentence(start, end),), headline=True)
        found.append(passage)
    return found


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """The lines of TEXT that hold words, without the spaces around them; run-on bullets are lines of their own."""
    position = 0
    for line in text.split("\n"):
        begin = position
        position += len(line) + 1
        cuts = [begin, *(begin + m.start() + 1 for m in RUN_ON_BULLET.finditer(line)), begin + len(line)]
        for low, high in zip(cuts, cuts[1:], strict=False):
            piece = text[low:high]
            start = low + len(piece) - len(piece.lstrip())
            end = low + len(piece.rstrip())
            if start < end:
                yield start, end


def _passage(text: str, start: int, end: int, voice: str | None) -> Passage:
    at, label, dateline, question = start, None, None, False
    if GAP.match(text, start, end):
        return Passage(start, end, (), voice=voice)
    if match := BULLET.match(text, at, end):
        at = match.end()
    if match := QUESTION.match(text, at, end):
        at, question, voice = match.end(), True, None
    elif match := VOICE.match(text, at, end):
        at, voice = match.end(), match[1].strip()
    elif match := LABEL.match(text, at, end):
        at, label = match.end(), match[1]
    if match := DATELINE.match(text, at, min(end, at + 120)) or SHOUTED.match(text, at, min(end, at + 120)):
        at, dateline = match.end(), match[1].strip()
    stop = end
    if match := OUTLETS.search(text, max(at, end - 200), end):
        stop = match.start() if match.start() > at else end
    # a question goes on until somebody answers
    return Passage(start, end, tuple(_sentences(text, at, stop)), label, voice, question, dateline)


def _sentences(text: str, start: int, end: int) -> Iterator[Sentence]:
    low = start
    for match in STOP.finditer(text, start, end):
        if match.end() < end and not _ends(text, low, match):
            continue
        high = match.start() + len(match[0].rstrip())
        if low < high:
            yield Sentence(low, high)
        low = match.end()
    if low < end:
        yield Sentence(low, len(text[low:end].rstrip()) + low)


def _ends(text: str, low: int, stop: re.Match[str]) -> bool:
    """Whether the full stop at STOP ends a sentence: not after "Gen." or an initial, after "U.S." only before "The"."""
    following = text[stop.end() : stop.end() + 24].lstrip("\"“‘'([")
    if not following or not (following[0].isupper() or following[0].isdigit() or following[0] in "$€£"):
        return False
    if stop[0][0] != ".":
        return True
    before = text[low : stop.start() + 1]
    last = LAST_WORD.search(before)
    word = last[0].lstrip("(\"“‘'") if last else ""
    opener = re.split(r"[\s,’']", following, maxsplit=1)[0] in _openers()
    if word in _abbreviations():
        return opener and bool(_abbreviations()[word])
    if INITIAL.search(before):
        return opener and len(word) > 2
    return True
