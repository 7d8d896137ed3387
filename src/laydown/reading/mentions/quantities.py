"""Quantities: the counts and sums of a sentence as ranges, joined with hedges and "additional", in their own words.

A count is any number that a noun could take; which noun takes it is decided in `counting`. Designators (F-16),
ordinals (82nd), dates, percentages and ages are no counts and are masked first. No library keeps the bound
("up to", "nearly"); docs/dependencies.md names those that were tried.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from typing import Final

from laydown.lexicon.tables import table
from laydown.model import Quantity
from laydown.reading.mentions.labels import MASK, MEASURES, label_words, labels, model_words, models
from laydown.reading.mentions.numbers import (
    AMBIGUOUS,
    DIGITS,
    LONGEST,
    digits,
    exact,
    last_scale,
    number_pattern,
    number_words,
    quantity_of,
    scale_of,
    whole,
)
from laydown.reading.text.marks import Phrases

FIGURE: Final = re.compile(r"\d")

FIRST: Final = re.compile(r"\b\d")
"""Where a number in digits can begin."""

SUM: Final = r"\d(?>(?:[\d,.]*\d)?)"
"""The digits of a sum, taken once and whole, so that a long run of them costs no more than its length."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number in a sentence. [start, end) covers hedge and number, [core, core_end) the number itself."""

    start: int
    end: int
    core: int
    core_end: int
    quantity: Quantity
    additional: tuple[int, int] | None = None
    money: bool = False
    strong: bool = False


@cache
def _hedges() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    """The hedges left of a number, those right of it, and what each does."""
    rows = [row for row in table("hedges") if row["hedge"] in {"about", "at_least", "at_most", "exact"}]
    left = "|".join(
        re.escape(r["phrase"]) for r in sorted(rows, key=lambda r: -len(r["phrase"])) if r["side"] == "left"
    )
    right = "|".join(re.escape(r["phrase"]) for r in rows if r["side"] == "right")
    kinds = {row["phrase"]: row["hedge"] for row in rows}
    return (
        re.compile(
            rf"(?:^|(?<=[\s(\"“'‘—–-]))((?:{left})(?: (?:{left}|the|its|their))?)(?: |(?<=[~≈]))$", re.IGNORECASE
        ),
        re.compile(rf"(?:[ -](?=[a-z])| ?(?=\+(?! ?\d)))({right})(?!\w)", re.IGNORECASE),
        kinds,
    )


@cache
def _particles() -> tuple[str, ...]:
    """Verbs with the particle that looks like a hedge: "handed over 14 guns" are fourteen."""
    return tuple(row["phrase"] for row in table("hedges") if row["hedge"] == "particle")


@cache
def more_words() -> frozenset[str]:
    """The words that put a number on top of others, each without its article."""
    return frozenset(row["phrase"].split()[-1] for row in table("additional"))


@cache
def _additional() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The words for more, left of a number and right of it."""
    rows = table("additional")
    left = "|".join(
        re.escape(r["phrase"]) for r in sorted(rows, key=lambda r: -len(r["phrase"])) if r["side"] == "left"
    )
    right = "|".join(re.escape(r["phrase"]) for r in rows if r["side"] == "right")
    return (
        re.compile(rf"(?:^|(?<=[\s(\"“'‘—–-]))({left}) $", re.IGNORECASE),
        re.compile(rf" ({right})\b(?! than)", re.IGNORECASE),
    )


@cache
def _number_marks() -> Phrases:
    """A word of every number that is written in letters."""
    return Phrases({*number_words(), "dozen", "score", "pair", "trio", "quartet", "quintet", "couple"})


@cache
def _coins() -> tuple[Phrases, tuple[str, ...]]:
    """The names and the signs of money; a sign that holds a shorter one is not needed."""
    signs = [form for form in _currencies() if not form[-1].isalpha()]
    least = [sign for sign in signs if not any(other != sign and other in sign for other in signs)]
    return Phrases(form for form in _currencies() if form[-1].isalpha()), tuple(least)


def _names_money(text: str) -> bool:
    """Whether TEXT has a sign or a word of money."""
    names, signs = _coins()
    return any(sign in text for sign in signs) or not names.miss(text)


@cache
def _currencies() -> dict[str, str]:
    """By sign or name, the code of a currency."""
    return {row["sign"]: row["unit"] for row in table("currencies")}


@cache
def _sums() -> re.Pattern[str]:
    """A sum of money: a sign or code before the digits, or a name behind them."""
    forms = sorted(_currencies(), key=len, reverse=True)
    codes = [form for form in forms if re.fullmatch("[A-Z]{3}", form)]
    signs = "|".join(re.escape(form) for form in forms if not form[-1].isalpha())
    names = "|".join(re.escape(form) for form in forms if form[-1].isalpha()).replace("US", r"U\.?S\.?")
    return re.compile(
        rf"(?P<sign>{signs}|\b(?:{'|'.join(codes)}))\s?(?P<digits>{SUM})"
        r"(?:[ -]?(?P<scale>trillion|billion|million|thousand|tn|bn|mn|m|b|k))?\b"
        rf"|\b(?<![\d.,])(?P<digits2>{SUM})(?:[ -]?(?P<scale2>trillion|billion|million|thousand|tn|bn|mn|m))?\s"
        rf"(?P<name>{names})\b"
    )


@cache
def _ranges(role: str) -> frozenset[str]:
    """The words of a ROLE in ranges: what links two ends, what opens the first, what heaps a plural on another."""
    return frozenset(row["phrase"] for row in table("ranges") if row["role"] == role)


NAMED: Final = ((label_words, labels), (model_words, models))
"""The patterns of figures that name something, each with the words without which it matches nothing."""


def find_counts(text: str, taken: Iterable[tuple[int, int]] = (), *, measures: bool = False) -> list[Count]:
    """Every number of TEXT in order, money and counts, with hedges joined; spans of TAKEN (dates) give none.

    MEASURES asks also for what counts no force: percentages, lengths, ages.
    """
    figures = FIGURE.search(text) is not None
    if not figures and _number_marks().miss(text.lower()):
        return []
    masked = bytearray(len(text) + 1)
    patterns = [] if measures else [MEASURES]
    if figures:
        patterns += [MASK, *(pattern() for words, pattern in NAMED if not words().miss(text))]
    for start, end in [*taken, *(m.span() for pattern in patterns for m in pattern.finditer(text))]:
        masked[start:end] = b"\1" * (end - start)
    plain = _money(text) if figures and _names_money(text) else []
    for count in plain:
        masked[count.core : count.core_end] = b"\1" * (count.core_end - count.core)
    for match in _numbers(text, masked, number_pattern(measures=measures)):
        quantity = quantity_of(match)
        if quantity is not None:
            plain.append(Count(match.start(), match.end(), match.start(), match.end(), quantity))
    joined = _join_ranges(text, sorted(plain, key=lambda count: count.start))
    return sorted((_shared_out(text, hedged(text, count)) for count in joined), key=lambda count: count.start)


def _numbers(text: str, masked: bytearray, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The numbers of TEXT outside of what is MASKED; both ends of "between one hundred and two hundred"."""
    at = 0
    written = not _number_marks().miss(text.lower())
    while match := pattern.search(text, at) if written else _of_digits(text, pattern, at):
        start, at = match.span()
        cut = text.find(" and ", start, at)
        if masked.find(1, start, at) >= 0:
            # "On May 12 300 men left": the figures behind the date stand alone
            at = masked.find(0, masked.find(1, start, at)) if match["spaced"] else at
        elif match["spelled"] and cut > 0 and _between(text, start) < start and not text.startswith(" and ", at):
            first = pattern.fullmatch(text, start, cut)
            at = cut if first else at
            yield first or match
        else:
            yield match


def _of_digits(text: str, pattern: re.Pattern[str], at: int) -> re.Match[str] | None:
    """The first number of TEXT from AT on, in which every number begins with a digit; PATTERN is tried only there."""
    tried = (pattern.match(text, first.start()) for first in FIRST.finditer(text, at))
    return next((match for match in tried if match), None)


def _join_ranges(text: str, counts: list[Count]) -> list[Count]:
    """The two ends of a range as one count: "300 to 400"; "from 4,500 to 2,500" stays two numbers."""
    joined: list[Count] = []
    for count in counts:
        last = joined[-1] if joined else None
        wide = _range(text, last, count) if last else None
        if wide is None:
            joined.append(count)
        else:
            joined[-1] = wide
    return joined


def _range(text: str, last: Count, count: Count) -> Count | None:
    """LAST and COUNT as one, where the words between them make them the ends of a range and the first is the lower."""
    link = text[last.end : count.start].lower()
    low, high = last.quantity.low, count.quantity.high
    if last.quantity.hedge == count.quantity.hedge == "vague" and link.strip() in _ranges("heap"):
        # "dozens, perhaps hundreds, of men" are dozens for sure
        whole_text = text[last.start : count.end]
        heaped = replace(last.quantity, low=min(low or 0, count.quantity.low or 0), high=None, text=whole_text)
        return Count(last.start, count.end, last.core, count.core_end, heaped)
    if low is None or high is None or not _same_kind(last, count, link) or not _spans_range(text, last, link):
        return None
    low *= _shared_scale(text, last, count)
    if low >= high:
        return None
    start = _between(text, last.start)
    quantity = replace(last.quantity, value=None, low=low, high=high, hedge="between", text=text[start : count.end])
    return Count(start, count.end, last.start, count.end, quantity, money=last.money)


def _same_kind(last: Count, count: Count, link: str) -> bool:
    """Whether both ends are of the same money, or neither is: "$1-2 billion" says its sign once."""
    if last.money and not count.money:
        return link.strip() in {"-", "–"}
    return last.money == count.money and last.quantity.unit == count.quantity.unit


def _spans_range(text: str, last: Count, link: str) -> bool:
    """Whether LINK, the words behind LAST, leads to the upper end of a range."""
    before = text[max(0, last.start - 16) : last.start].lower()
    if link.strip() in _ranges("link"):
        return not before.endswith("from ") or before.rstrip().endswith(tuple(_ranges("open")))
    return link == " and " and before.endswith("between ")


def _between(text: str, start: int) -> int:
    """START, or where the "between" before it begins."""
    return start - 8 if text[max(0, start - 8) : start].lower() == "between " else start


def _shared_scale(text: str, last: Count, count: Count) -> int:
    """What the lower end of a range takes from the upper: 100 in "three to four hundred"."""
    low, high = last.quantity.low or 0, count.quantity.high or 0
    scale = last_scale(text[count.core : count.core_end])
    if scale > 1 and last_scale(text[last.core : last.core_end]) == 1 and low < high / scale:
        return scale
    return 1000 if scale == 1 and low < 1000 <= high and high % 1000 == 0 and low < high / 1000 else 1


@cache
def shares() -> dict[str, Fraction]:
    """The phrases that take a part of what stands behind them, and which part each takes."""
    return {row["phrase"]: Fraction(row["part"]) for row in table("hedges") if row["part"]}


@cache
def _shares() -> re.Pattern[str]:
    words = "|".join(sorted((re.escape(phrase) for phrase in shares()), key=len, reverse=True))
    between = "all|the|its|their|our|his|her|those|these|initial|original|roughly|remaining|estimated"
    return re.compile(rf"(?<![\w-])({words})(?: (?:{between}))* $", re.IGNORECASE)


def _shared_out(text: str, count: Count) -> Count:
    """The part of COUNT that the words before it leave: "half of its 1,200" is 600 (annotation rule 5)."""
    offset = max(0, count.start - 32)
    match = _shares().search(text[offset : count.start])
    if match is None:
        return count
    part, whole_of = shares()[match[1].lower()], count.quantity
    value, low, high = (None if n is None else round(n * part) for n in (whole_of.value, whole_of.low, whole_of.high))
    quantity = replace(whole_of, value=value, low=low, high=high)
    return hedged(text, replace(count, start=offset + match.start(1), quantity=quantity))


def hedged(text: str, count: Count) -> Count:
    """COUNT widened over the hedge and the "additional" that stand beside it."""
    left, right, kinds = _hedges()
    more_left, more_right = _additional()
    start, end, hedge = count.start, count.end, None
    additional, strong = count.additional, count.strong
    for _ in range(3):
        window = text[max(0, start - 32) : start]
        offset = max(0, start - 32)
        if (match := left.search(window)) and window[: match.end(1)].lower().endswith(_particles()):
            break
        if match:
            words = re.sub(r" (?:the|its|their)$", "", match[1].lower())
            hedge = _kind(kinds, words) if hedge is None or hedge == "exact" else hedge
            start = offset + match.start(1)
        elif match := more_left.search(window):
            additional = (offset + match.start(1), offset + match.end(1))
            start = additional[0]
        else:
            break
    if match := right.match(text, end):
        strong = strong or match[1].lower() == "strong"
        if hedge is None:
            hedge = kinds[match[1].lower()]
        end = match.end(1)
    if additional is None and (match := more_right.match(text, end)):
        additional = (match.start(1), match.end(1))
        end = match.end(1)
    quantity = count.quantity if hedge is None else _bounded(count.quantity, hedge)
    if quantity.text != text[start:end]:
        quantity = replace(quantity, text=text[start:end])
    return Count(start, end, count.core, count.core_end, quantity, additional, count.money, strong)


def _kind(kinds: dict[str, str], words: str) -> str:
    """The hedge that WORDS are: of two in a row ("about up to") the one that bounds."""
    if words in kinds:
        return kinds[words]
    first = max((phrase for phrase in kinds if words.startswith(phrase)), key=len)
    hedge = kinds[first]
    return hedge if hedge not in {"about", "exact"} else kinds.get(words[len(first) + 1 :], hedge)


def _bounded(quantity: Quantity, hedge: str) -> Quantity:
    """QUANTITY as HEDGE bounds it; one that is a range already stays as it is."""
    value = quantity.value
    if quantity.hedge != "exact" or hedge == "exact":
        return quantity
    if hedge == "about":
        return replace(quantity, low=None, high=None, hedge="about")
    if hedge == "at_least":
        return replace(quantity, value=None, low=value, high=None, hedge="at_least")
    return replace(quantity, value=None, low=None, high=value, hedge="at_most")


def _money(text: str) -> list[Count]:
    """The sums of money of TEXT, without their hedges."""
    found = []
    for match in _sums().finditer(text):
        number = (match["digits"] or match["digits2"]).rstrip(".,")
        scale = match["scale"] or match["scale2"]
        if not re.fullmatch(DIGITS, number) or sum(c.isdigit() for c in number) > LONGEST:
            continue
        if scale is None and AMBIGUOUS.fullmatch(number):
            continue
        value = digits(number) * (scale_of(scale) if scale else 1)
        unit = _currencies()[re.sub(r"\.", "", match["sign"] or match["name"])]
        quantity = replace(exact(whole(round(value, 2)), match[0]), unit=unit)
        found.append(Count(match.start(), match.end(), match.start(), match.end(), quantity, money=True))
    return found
