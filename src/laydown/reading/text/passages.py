"""The report as passages and sentences: bullets, labels, datelines and transcript speakers peeled off, offsets kept.

The parser is at its worst where a line begins with what is no sentence ("Details:", "- ", "MR. KIRBY:"), so each
is peeled here and kept as what it says: a section, a speaker, a place and day of writing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

from laydown.lexicon.gazetteer import meanings
from laydown.lexicon.tables import table
from laydown.lexicon.verbs import speaking_verbs
from laydown.model import Section
from laydown.reading.text.titled import is_record, titled

BULLET: Final = re.compile(r"(?:[-–—•*·▪►]|\d{1,2}[.)])\s+(?=\S)")
QUESTION: Final = re.compile(r"(?:Q|Question|QUESTION|REPORTER)(?:[:.]|\s+\([^)]{1,40}\))?\s+(?=\S)")
ANSWER: Final = re.compile(r"(A|Answer|ANSWER)\.\s+(?=\S)")
SHOUT: Final = r"[A-Z][A-Z.'’\-]++"
"""A word in capitals. Possessive, so that a long run of capitals is tried once and not cut in every way."""

VOICE: Final = re.compile(rf"({SHOUT}(?:\s{SHOUT}){{0,5}}|A|Answer)\s?(?:\([^)]{{1,40}}\))?:\s+")
LABEL: Final = re.compile(r"([A-Z][^.!?:\n\"“”]{2,48}):\s+(?=\S)")
DASH: Final = re.compile(r"(?:\s?(?:--|[–—])|\s-)\s?(?=[A-Z“\"0-9])")
DATELINE: Final = re.compile(
    rf"{SHOUT}(?:(?:\s|,\s?|/){SHOUT}){{0,5}}"  # WASHINGTON; KINGS BAY
    r"(?:,?\s(?:\([A-Z0-9 ]{2,9}\)|[A-Z0-9 ]{2,9}))?"  # (AP); CVN 76
    r"(?:,?\s[A-Z][\w.]+(?:\s[A-Z][\w.]+)?)?"  # Germany; N.C.
    r"(?:,?\s[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:,\s\d{4})?)?"  # Feb. 5, 2022
    r"(?:,?\s?\([^)]{2,40}\))?,?\s?"  # (Reuters)
)
DATED: Final = re.compile(
    r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2},\s(?:\d{1,2}\s[A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.?\s\d{1,2})(?:,?\s\d{4})?\s\([^)]{2,40}\)\s?"
    r"|[A-Z][a-z]{2,8}\.?\s\d{1,2},\s\d{4}\s\([A-Z][A-Z .'’-]{2,40}\)\s?"
)
"""Datelines in small letters that a day and a bracket mark: Maputo, 10 Apr (AIM); October 6, 2024 (EL FASHER)."""

SHOUTED: Final = re.compile(r"(?=.{0,60}[A-Z]{3})[A-Z][A-Z0-9 ,.'’/()-]{3,78}")
OPENING: Final = re.compile(r"[A-Z][a-z]|[AI]\s|[“\"]")
RUN_ON_BULLET: Final = re.compile(r"(?<=[.!?]) [-–—•] (?=[A-Z])")
STOP: Final = re.compile(r"[.!?…](?<![.!?…][.!?…])[.!?…]*+[\"”’')\]]*+(?:\s++|$)")
"""A run of stops and what closes with it. It begins with what it looks for, so that all else is passed over quickly."""

OPENER: Final = re.compile(r"[^\s,’']*")
INITIAL: Final = re.compile(r"(?:^|[\s(\"“])(?:[A-Z]\.)+$")
BRACKET: Final = r"\((?:[^()]|\([^()]*\)){1,90}\)"
OUTLETS: Final = re.compile(
    rf"(?:\s*{BRACKET},?)+\s*$"  # Mali objects. (BBC) (AFP)
    rf"|(?:(?<=[.!?”\"])\s*{BRACKET}|\s*{BRACKET},?\s*{BRACKET})(?:,?\s*{BRACKET})*\.\s*$"  # Mali objects (BBC), (AFP).
)
WORD: Final = re.compile(r"\w")
HEAD: Final = 120
"""Characters at the beginning of a line in which a dateline ends."""

WINDOW: Final = 40
"""Characters before a full stop that tell what it stands behind."""


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
    """Abbreviations, and before what each may end a sentence all the same."""
    return {row["word"]: row["ends"] for row in table("abbreviations")}


@cache
def _openers() -> frozenset[str]:
    """The words that open a sentence rather than go on with a name."""
    return frozenset(row["word"] for row in table("openers"))


@cache
def _unfinished() -> tuple[str, ...]:
    """The phrases by which a report says that more is to come."""
    return tuple(row["phrase"].lower() for row in table("unfinished"))


def is_breaking(text: str) -> bool:
    """Whether the report says of itself that it is unfinished.

    >>> is_breaking("Please check back for updates.")
    True
    """
    lower = text.lower()
    return any(phrase in lower for phrase in _unfinished())


def sections(text: str) -> tuple[Section, ...]:
    """The labelled parts of a report: from one label at the start of a line to the next, or to the end.

    A one-line item has no parts, whatever its topic label; a transcript's labels are voices.
    """
    heads = []
    for start, end in _lines(text):
        match = _label(text, start, end)
        if match and match[1].count(" ") < 6 and "," not in match[1] and not VOICE.match(text, start, end):
            heads.append((match[1], start))
    if "\n" not in text.strip() or not heads:
        return ()
    ends = [start for _, start in heads[1:]] + [len(text)]
    return tuple(
        Section(label=label, start=start, end=start + len(text[start:end].rstrip()))
        for (label, start), end in zip(heads, ends, strict=True)
    )


@lru_cache(maxsize=2)
def passages(text: str) -> tuple[Passage, ...]:
    """The passages of TEXT in order; every sentence lies in one, none overlap.

    They are kept for a moment, for the screen asks for them and the reader asks again.
    """
    found: list[Passage] = []
    voice, asking = None, False
    lines = list(_lines(text))
    for start, end in lines:
        passage = _passage(text, start, end, voice, asking=asking)
        voice, asking = passage.voice, passage.question
        if voice is not None and not voice.isupper() and not ("(" in voice or is_record(text)):
            voice = None  # a headline of the same shape speaks for itself alone
        found.append(passage)
    if len(lines) > 1 and _is_headline(text, found[0]):
        start, end = lines[0]
        found[0] = Passage(start, end, (Sentence(start, end),), headline=True)
    return tuple(found)


def _is_headline(text: str, first: Passage) -> bool:
    """Whether the first of many lines is a title: short, said by nobody, and without a full stop."""
    if first.voice or first.question or not first.sentences:
        return False
    return text[first.end - 1] not in '.!?”"’:' and first.end - first.start < 160


def is_listed(text: str, start: int, end: int) -> bool:
    """Whether nothing but items of a list stands in [START, END)."""
    return all(BULLET.match(line.lstrip()) for line in text[start:end].splitlines() if line.strip())


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """The lines of TEXT that hold words, without the spaces around them; run-on bullets are lines of their own.

    The dash behind a dateline ("KINGS BAY, Ga. - ") is no bullet.
    """
    position = 0
    for line in text.split("\n"):
        begin = position
        position += len(line) + 1
        cuts = [begin, begin + len(line)]
        if " - " not in line and " – " not in line and " — " not in line and " • " not in line:
            bullets = []
        else:
            bullets = [begin + m.start() + 1 for m in RUN_ON_BULLET.finditer(line)]
        if bullets:
            opened, _ = _dateline(text, begin, begin + len(line)) or (begin, "")
            cuts[1:1] = [cut for cut in bullets if cut > opened]
        for low, high in pairwise(cuts):
            piece = text[low:high]
            start = low + len(piece) - len(piece.lstrip())
            end = low + len(piece.rstrip())
            if start < end:
                yield start, end


def _passage(text: str, start: int, end: int, voice: str | None, *, asking: bool) -> Passage:
    """The line [START, END) with what is peeled off it; VOICE spoke before it, or a question was ASKING."""
    if not WORD.search(text, start, end):
        return Passage(start, end, (), voice=voice, question=asking)
    at, label, dateline, question = start, None, None, asking
    colon = text.find(":", start, end) >= 0
    if match := BULLET.match(text, at, end):
        at = match.end()
    if match := QUESTION.match(text, at, end):
        at, question, voice = match.end(), True, None
    elif (match := VOICE.match(text, at, end) if colon else None) and voice is None and _written_at(text, match[1]):
        at, dateline = match.end(), match[1]
    elif match := match or _answer(text, at, end, asking=asking, colon=colon):
        at, question, voice = match.end(), False, match[1].strip()
    elif colon and (match := _label(text, at, end)):
        at, question, label = match.end(), False, match[1]
    if found := _dateline(text, at, end):
        at, dateline = found
    stop = end
    tail = max(at, end - 200)
    if text.endswith((")", "),", ")."), tail, end) and (match := OUTLETS.search(text, tail, end)):
        stop = match.start() if match.start() > at else end
    return Passage(start, end, tuple(_sentences(text, at, stop)), label, voice, question, dateline)


def _answer(text: str, start: int, end: int, *, asking: bool, colon: bool) -> re.Match[str] | None:
    """The label of who speaks without being shouted: "A." behind a question, "Deputy Ana Ruiz:"."""
    return (ANSWER.match(text, start, end) if asking else None) or (titled(text, start, end) if colon else None)


def _written_at(text: str, words: str) -> bool:
    """Whether a shouted word before a colon is where the report was written ("LAHORE: The army ...") and no speaker."""
    if text.count(f"{words}:") > 1:
        return False  # a speaker speaks again
    return any(entry.kind == "town" for entry in meanings(words.title()))


def _label(text: str, start: int, end: int) -> re.Match[str] | None:
    """The label that opens a line; a clause that introduces what was said ("He said:") is none."""
    match = LABEL.match(text, start, end)
    if match is None or not _speaks(match[1], quotes=text[match.end()] in "\"“‘'"):
        return match
    return None


def _speaks(words: str, *, quotes: bool) -> bool:
    """Whether WORDS hold a finite verb of speech, of announcing too where a quotation follows: "Biden announced:"."""
    kinds = {speaking_verbs().get(word) for word in words.split()[1:]}
    return "say" in kinds or (quotes and "announce" in kinds)


def _dateline(text: str, start: int, end: int) -> tuple[int, str] | None:
    """Where the sentence behind a dateline begins, and the dateline: what stands before one of the first dashes."""
    stop = min(end, start + HEAD)
    if text.find("-", start, stop) < 0 and text.find("–", start, stop) < 0 and text.find("—", start, stop) < 0:
        return None
    dashes = [m.span() for m in DASH.finditer(text, start, stop)]
    clear = [
        (low, high) for low, high in dashes if DATELINE.fullmatch(text, start, low) or DATED.fullmatch(text, start, low)
    ]
    shouted = [
        (low, high)
        for low, high in dashes
        if text[low].isspace() and SHOUTED.fullmatch(text, start, low) and OPENING.match(text, high)
    ]
    low, high = next(iter([*clear, *shouted]), (start, start))
    return (high, text[start:low].strip()) if high > start else None


def _sentences(text: str, start: int, end: int) -> Iterator[Sentence]:
    """The sentences of [START, END), each without the spaces around it."""
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
    before = text[max(low, stop.start() - WINDOW) : stop.start() + 1]
    word = before.rsplit(None, 1)[-1].lstrip("(\"“‘'")
    if word in _abbreviations():
        return bool(_abbreviations()[word]) and _opens(following)
    if before[-2:-1].isupper() and INITIAL.search(before):
        return len(word) > 2 and _opens(following)
    return True


def _opens(words: str) -> bool:
    """Whether the first of WORDS is one that opens a sentence."""
    first = OPENER.match(words)
    return first is not None and first[0] in _openers()
