"""Score which words are times and which days they mean, against TempEval-3, beside the published figures of others.

    python -m evals.dates FOLDER [--train] [--show]

FOLDER holds te3-platinum, the 20 reports of the test, and TBAQ-cleaned, TimeBank and AQUAINT (UzZaman et al. 2013, on
GitHub as qiangning/StructTempRel-EMNLP17, data/TempEval3; of the LDC: we evaluate on them, and keep none of them here).
Rules are tuned on TBAQ-cleaned alone: `--train` leaves the test alone, and `--show` lists misses of the training files
only. Exits 3 where a folder is missing.

Scored as in the task: relaxed, by overlap; strict, by the same words; value, the same words or not, by the same value.
A time that hangs on no calendar ("two years" without "for", "daily") we do not read, since no claim needs it; dates and
lengths are given apart. "of news" are the dates that reports of movements live by: a weekday, "last" or "next" with a
unit, a month without its year. The past or future of a date is taken from the verb that it hangs by.
"""

import argparse
import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from evals.absent import MISSING, absent
from evals.scoring import Rate
from laydown.reading.text.grammar import Tree, parse
from laydown.reading.text.passages import passages
from laydown.reading.times import Direction, Time, find_times
from laydown.reading.times.words import (
    COUNT,
    COUNTS,
    MONTH_NAME,
    MONTHS,
    QUARTERS,
    RELATIVE,
    SEASONS,
    UNIT,
    UNITS,
    WEEKDAY,
    YEAR,
    key,
    words,
)

TEST: Final = "te3-platinum"
TRAIN: Final = "TBAQ-cleaned"
PUBLISHED: Final = {
    "HeidelTime": (81.34, 77.61),
    "NavyTime": (79.57, 70.97),
    "SUTime": (79.57, 67.38),
    "ClearTK": (82.71, 64.66),
}
"""Strict and value F1 of the task paper; their own answers are not stored to check the scorer on."""

NEWS: Final = re.compile(rf"{WEEKDAY}|\b{RELATIVE}\s(?:{UNIT}|weekend|{MONTH_NAME})|{MONTH_NAME}(?!.*{YEAR})")
FRAME: Final = re.compile(rf"^{words('frame')}(?:\s{words('filler')})?\s(?!(?:last|next)$)")
LENGTH: Final = re.compile(rf"(?:(?P<count>{COUNT})[\s-])?(?:{words('more')}\s)?(?P<unit>{UNIT})\b")
PARTS: Final = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "overnight": "TNI"}
SHORT: Final = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
LETTERS: Final = {
    "hour": "TXH",
    "1 day": "XD",
    "7 day": "XW",
    "14 day": "XW",
    "1 month": "XM",
    "3 month": "XQ",
    "12 month": "XY",
    "120 month": "XE",
}
TODAY: Final = re.compile(r"(?i)\b(?:today|tonight|this (?:morning|afternoon|evening))\b")


@dataclass(frozen=True, slots=True)
class Timex:
    """A time in a text: where it stands, whether date or length, and its value as ISO 8601 widened by TimeML."""

    start: int
    end: int
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Report:
    """A report with its day and its gold."""

    name: str
    text: str
    day: date
    gold: tuple[Timex, ...]


@dataclass(slots=True)
class Tally:
    """What came out: by overlap, by the same words, by value."""

    relaxed: Rate = field(default_factory=Rate)
    strict: Rate = field(default_factory=Rate)
    value: Rate = field(default_factory=Rate)

    def line(self, who: str) -> str:
        """The figures in a row."""
        rates = (self.relaxed, self.strict, self.value)
        wanted = self.relaxed.hits + self.relaxed.missed
        return f"   {who:14} {wanted:5}" + "".join(f" {100 * rate.f1:7.2f}" for rate in rates)


def report(path: Path) -> Report:
    """The report of a TimeML file."""
    root = ET.parse(path).getroot()  # noqa: S314 - a local evaluation file, see above
    made = root.find(".//DCT/TIMEX3")
    body = root.find(".//TEXT")
    if made is None or body is None:
        message = f"{path} is no TimeML"
        raise ValueError(message)
    pieces: list[str] = []
    gold: list[Timex] = []
    _walk(body, pieces, gold)
    return Report(path.name, "".join(pieces), date.fromisoformat(made.get("value", "")[:10]), tuple(gold))


def _walk(element: ET.Element, pieces: list[str], gold: list[Timex]) -> None:
    """Gather the text of an element, and its times with their places in it."""
    start = sum(map(len, pieces))
    pieces.append(element.text or "")
    for child in element:
        _walk(child, pieces, gold)
        pieces.append(child.tail or "")
    if element.tag == "TIMEX3":
        gold.append(Timex(start, sum(map(len, pieces)), element.get("type", ""), element.get("value", "")))


def found(told: Report) -> list[Timex]:
    """The times that we read in a report."""
    spans = [(s.start, s.end) for passage in passages(told.text) for s in passage.sentences]
    trees = parse([told.text[start:end].replace("\n", " ") for start, end in spans])
    return [
        timex for (start, _), tree in zip(spans, trees, strict=True) for timex in _of_passage(tree, start, told.day)
    ]


def _of_passage(tree: Tree, offset: int, day: date) -> Iterator[Timex]:
    for time in find_times(tree.text, day):
        start = time.start
        if (match := FRAME.match(tree.text[time.start : time.end])) is not None and not time.duration:
            start += match.end()
        start -= 4 if tree.text[start : time.end].startswith("weekend") and tree.text[:start].endswith("the ") else 0
        phrase = tree.text[start : time.end]
        if time.duration:
            start, phrase = _bare(start, phrase)
        value = _value(phrase, day, _direction(tree, time), duration=time.duration)
        yield Timex(offset + start, offset + time.end, "DURATION" if re.match(r"P[\dXT]", value) else "DATE", value)


def _bare(start: int, phrase: str) -> tuple[int, str]:
    """A length without its "for"."""
    match = re.match(rf"{words('duration')}\s(?={COUNT}|{UNIT})", phrase)
    cut = match.end() if match and not re.match(r"(?i)an?\b|another", phrase) else 0
    return start + cut, phrase[cut:]


def _direction(tree: Tree, time: Time) -> Direction:
    """Which way the verb points that a time hangs by."""
    head = tree.head_of(time.start, time.end)
    verb = next((t for t in tree.climb(head) if t.tag.startswith(("VB", "MD"))), None) if head is not None else None
    if verb is None:
        return "none"
    helpers = {kid.lower for kid in tree.kids(verb) if kid.dep in {"aux", "auxpass"}}
    if helpers & {"will", "'ll", "’ll", "shall", "to", "may"}:
        return "future"
    return "past" if verb.tag in {"VBD", "VBN"} else "none"


def _value(phrase: str, day: date, direction: Direction, *, duration: bool) -> str:
    """The value of a phrase as TimeML writes it; X where we do not know."""
    low = phrase.lower()
    length = LENGTH.search(low)
    if duration or (
        length
        and re.search(rf"{words('trailing')}|{words('coming')}", low)
        and (length["count"] or length["unit"].endswith("s"))
    ):
        return _length(length)
    times = find_times(f"in {phrase}", day, direction) or find_times(phrase, day, direction)
    first, last = (times[0].first, times[0].last) if times else (None, None)
    if first is None or last is None or re.search(r"\b(?:now|current|present|moment|point|these days)", low):
        return (
            "PAST_REF"
            if last and not first
            else "FUTURE_REF"
            if first and not last
            else "PRESENT_REF"
            if first
            else "X"
        )
    return _named(low, first, last)


def _length(match: re.Match[str] | None) -> str:
    """A length as TimeML writes it: P6M, PT48H, PXW."""
    if match is None:
        return "PX"
    count = match["count"]
    number = (
        count
        if count and count.isdecimal()
        else COUNTS[key(count)]
        if count
        else "X"
        if match["unit"].endswith("s")
        else "1"
    )
    letters = LETTERS[UNITS[key(match["unit"])]]
    return f"P{letters.replace('X', number or 'X')}"


def _named(low: str, first: date, last: date) -> str:
    """The days of a phrase as the unit that it names: a day, week, month, season, quarter, year or decade."""
    if first == last and not re.search(r"(?:end|start|beginning|close|onset)\b", low):
        part = next((code for word, code in PARTS.items() if re.search(rf"\b{word}\b", low)), "")
        return first.isoformat() + part
    if (match := re.search(rf"\b(?:{'|'.join(SEASONS)})\b", low)) is not None:
        return f"{first.year}-{SHORT[SEASONS[match[0]]]}"
    if "weekend" in low:
        year, week, _ = first.isocalendar()
        return f"{year}-W{week:02}-WE"
    if re.search(rf"\bq[1-4]\b|\b(?:{'|'.join(QUARTERS)})?\s?quarter", low):
        return f"{first.year}-Q{(first.month + 2) // 3}"
    if re.search(r"\bweeks?\b", low) and not re.search(r"first|final", low):
        year, week, _ = first.isocalendar()
        return f"{year}-W{week:02}"
    if re.search(rf"\b(?:months?|{'|'.join(MONTHS)})\b", low):
        return f"{first.year}-{first.month:02}"
    if re.search(r"\d{3}0s|decade", low):
        return str(first.year)[:3]
    return str(first.year) if first.year == last.year else "X"


def scored(gold: Sequence[Timex], given: Sequence[Timex], tally: Tally) -> None:
    """Enter a report: each gold time meets the first of ours that overlaps it and has met none before."""
    rest = list(given)
    for wanted in gold:
        met = next((g for g in rest if g.start < wanted.end and wanted.start < g.end), None)
        if met is not None:
            rest.remove(met)
        _enter(tally.relaxed, met, right=met is not None)
        _enter(tally.strict, met, right=met is not None and (met.start, met.end) == (wanted.start, wanted.end))
        _enter(tally.value, met, right=met is not None and met.value == wanted.value)
    for rate in (tally.relaxed, tally.strict, tally.value):
        rate.extra += len(rest)


def _enter(rate: Rate, met: Timex | None, *, right: bool) -> None:
    rate.hits += right
    rate.missed += not right
    rate.extra += met is not None and not right


def tallies(reports: Sequence[Report]) -> dict[str, Tally]:
    """The figures of many reports: all times, dates, lengths, and dates of news."""
    told = {name: Tally() for name in ("all", "dates", "lengths", "of news")}
    for item in reports:
        given = found(item)
        parts = {
            "all": (item.gold, given),
            "dates": (_kind(item.gold, "DATE", "TIME"), _kind(given, "DATE", "TIME")),
            "lengths": (_kind(item.gold, "DURATION"), _kind(given, "DURATION")),
            "of news": (_news(item, item.gold), _news(item, given)),
        }
        for name, (gold, ours) in parts.items():
            scored(gold, ours, told[name])
    return told


def _kind(times: Sequence[Timex], *kinds: str) -> list[Timex]:
    return [time for time in times if time.kind in kinds]


def _news(item: Report, times: Sequence[Timex]) -> list[Timex]:
    return [t for t in _kind(times, "DATE", "TIME") if NEWS.search(item.text[t.start : t.end])]


def show(item: Report) -> None:
    """List the times of a report on which we and the corpus differ."""
    given = found(item)
    for wanted in item.gold:
        met = next((g for g in given if g.start < wanted.end and wanted.start < g.end), None)
        if met is None or met.value != wanted.value:
            around = item.text[max(0, wanted.start - 60) : wanted.end + 30].replace("\n", " ")
            ours = f"{item.text[met.start : met.end]!r} {met.value}" if met else "nothing"
            said = f"{item.text[wanted.start : wanted.end]!r} {wanted.kind} {wanted.value}"
            print(f"   {item.day} {said}, got {ours} # {around}")
    for extra in given:
        if not any(extra.start < g.end and g.start < extra.end for g in item.gold):
            around = item.text[max(0, extra.start - 60) : extra.end + 30].replace("\n", " ")
            print(f"   {item.day} nothing, got {item.text[extra.start : extra.end]!r} {extra.value} # {around}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Read and score the two folders."""
    parser = argparse.ArgumentParser(prog="python -m evals.dates", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where the two folders of TempEval-3 lie")
    parser.add_argument("--train", action="store_true", help="score the training files only")
    parser.add_argument("--show", action="store_true", help="list every miss in the training files")
    options = parser.parse_args(arguments)
    names = [TRAIN] if options.train else [TRAIN, TEST]
    gone = [name for name in names if not (options.folder / name).is_dir()]
    if absent("dates", options.folder, gone):
        return MISSING
    for name in names:
        reports = [report(path) for path in sorted((options.folder / name).rglob("*.tml"))]
        if options.show and name == TRAIN:
            for item in reports:
                show(item)
        print(f"== {name}: {len(reports)} reports\n   {'':14} {'gold':>5} {'relaxed':>7} {'strict':>7} {'value':>7}")
        print("\n".join(tally.line(part) for part, tally in tallies(reports).items()))
        if name == TEST:
            for who, figures in PUBLISHED.items():
                print(f"   {who:14} {'':5} {'':7}" + "".join(f" {figure:7.2f}" for figure in figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
