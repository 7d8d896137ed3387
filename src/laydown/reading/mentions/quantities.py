"""Quantities: the counts and sums of a sentence as ranges, hedges and "additional" joined, with the words they came from.

A count is any number that a noun could take; which noun takes it is decided in `counting`. Designators (F-16),
ordinals (82nd), dates, percentages and ages are no counts and are masked first. No library keeps the bound
("up to", "nearly"); docs/dependencies.md names those that were tried.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from laydown.lexicon.tables import table
from laydown.model import Hedge, Quantity
from laydown.model.claim import Number
from laydown.reading.mentions.numbers import DIGITS, digits, exact, number_pattern, quantity_of, scale_of, whole

MASK: Final = re.compile(
    r"\b[A-Z][A-Za-z]{0,4}-\d+\w*"  # F-16, CVW-14, S-400, Su-35
    r"|\b\d+(?:st|nd|rd|th)\b"  # 82nd Airborne
    r"|\b\d+-\d+ (?=[A-Z]{2,})"  # 1-62 ADA
    r"|\b(?:No|Nos|Article|Title|Section|Resolution|resolution|Group|Force|Squadron|Group Army|Annex|Chapter|Flight"
    r"|Operation|Base|Tower|Highway|Route|Phase|Exercise|Camp|Wing|Unit|Det|Det\.|Battalion|Company|Regiment)\.?"
    r"(?: \([A-Z]{2,6}\))? \d+[A-Z]?\b"
    r"|\((?:[A-Z]{1,4}[- ]?){1,2}\d+\)"  # (CVN 68)
    r"|\b[A-Z]{2,5} \d{1,4}\b(?! ?(?:troops|soldiers))"  # CVN 76, CTF 50
    r"|\b\d{1,2}:\d\d\b|\b\d{1,2} ?[ap]\.?m\.?\b"
    r"|\b\d+(?:\.\d+)? ?(?:%|percent|per cent|percentage)"
    r"|\b\d+[- ](?:year|month|week|day|hour|minute|mile|kilomet|km|degree|metre|meter|foot|nation|country|point|millimet|mm)"
    r"|\baged? \d+|\b9/11\b"
)


MONEY: Final = re.compile(
    r"(?P<sign>US\$|A\$|C\$|NZ\$|\$|€|£|¥)\s?(?P<digits>\d[\d,.]*\d|\d)(?:[ -]?(?P<scale>trillion|billion|million|thousand|bn|mn|m|b|k))?\b"
    r"|\b(?P<digits2>\d[\d,.]*\d|\d)(?:[ -]?(?P<scale2>trillion|billion|million|thousand|bn|mn))?\s"
    r"(?P<name>U\.?S\.? dollars|dollars|euros?|pounds|kronor|kroner|yen|rubles|roubles)\b"
)


CURRENCIES: Final = "currencies"


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
    rows = [row for row in table("hedges") if row["hedge"] in {"about", "at_least", "at_most", "exact"}]
    left = "|".join(
        re.escape(r["phrase"]) for r in sorted(rows, key=lambda r: -len(r["phrase"])) if r["side"] == "left"
    )
    right = "|".join(re.escape(r["phrase"]) for r in rows if r["side"] == "right")
    kinds = {row["phrase"]: row["hedge"] for row in rows}
    return (
        re.compile(rf"(?:^|(?<=[\s(\"“'‘—–-]))((?:{left})(?: (?:{left}|the|its|their))?) $", re.IGNORECASE),
        re.compile(rf"(?:[ -])({right})\b", re.IGNORECASE),
        kinds,
    )


@cache
def _additional() -> tuple[re.Pattern[str], re.Pattern[str]]:
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
def _currencies() -> dict[str, str]:
    return {row["sign"]: row["unit"] for row in table(CURRENCIES)}


def find_counts(text: str, taken: Iterable[tuple[int, int]] = ()) -> list[Count]:
    """Every number of TEXT in order, money and counts, with hedges joined; spans of TAKEN (dates) give none."""
    masked = bytearray(len(text) + 1)
    for start, end in [*taken, *(m.span() for m in MASK.finditer(text))]:
        masked[start:end] = b"\1" * (end - start)
    money = [_hedge(text, c) for c in _money(text)]
    for count in money:
        masked[count.core : count.core_end] = b"\1" * (count.core_end - count.core)
    plain = []
    for match in number_pattern().finditer(text):
        if any(masked[match.start() : match.end()]):
            continue
        quantity = quantity_of(match)
        if quantity is not None:
            plain.append(Count(match.start(), match.end(), match.start(), match.end(), quantity))
    counts = [_hedge(text, count) for count in _join_ranges(text, plain)]
    return sorted([*money, *counts], key=lambda count: count.start)


def _join_ranges(text: str, counts: list[Count]) -> list[Count]:
    """ "300 to 400", "between 300 and 400", "300-400": one between; "from 4,500 to 2,500" stays two numbers."""
    joined: list[Count] = []
    for count in counts:
        last = joined[-1] if joined else None
        link = text[last.end : count.start].lower() if last else ""
        if last and _spans_range(text, last, link):
            low, high = last.quantity.low, count.quantity.high
            if low is not None and high is not None:
                scale = _shared_scale(low, high)
                if low * scale < high:
                    start = _between(text, last.start)
                    quantity = Quantity(low=low * scale, high=high, hedge="between", text=text[start : count.end])
                    joined[-1] = Count(start, count.end, last.start, count.end, quantity)
                    continue
        joined.append(count)
    return joined


def _spans_range(text: str, last: Count, link: str) -> bool:
    before = text[max(0, last.start - 9) : last.start].lower()
    if link.strip() in {"-", "–", "—", "to", "or"} and len(link) <= 4:
        return not before.endswith("from ")
    return link == " and " and before.endswith("between ")


def _between(text: str, start: int) -> int:
    return start - 8 if text[max(0, start - 8) : start].lower() == "between " else start


def _shared_scale(low: Number, high: Number) -> int:
    """ "5 to 6 thousand" means 5,000: a low end below 1,000 takes the round scale of the high end."""
    return 1000 if low < 1000 <= high and high % 1000 == 0 and low < high / 1000 else 1


def _hedge(text: str, count: Count) -> Count:
    """COUNT widened over the hedge and the "additional" that stand beside it."""
    left, right, kinds = _hedges()
    more_left, more_right = _additional()
    start, end, hedge = count.start, count.end, None
    additional: tuple[int, int] | None = None
    strong = False
    for _ in range(3):
        window = text[max(0, start - 32) : start]
        offset = max(0, start - 32)
        if match := left.search(window):
            words = re.sub(r" (?:the|its|their)$", "", match[1].lower())
            hedge = _kind(kinds, words) if hedge is None or hedge == "exact" else hedge
            start = offset + match.start(1)
        elif match := more_left.search(window):
            additional = (offset + match.start(1), offset + match.end(1))
            start = additional[0]
        else:
            break
    if match := right.match(text, end):
        strong = match[1].lower() == "strong"
        if hedge is None:
            hedge = kinds[match[1].lower()]
        end = match.end(1)
    if additional is None and (match := more_right.match(text, end)):
        additional = (match.start(1), match.end(1))
        end = match.end(1)
    quantity = count.quantity if hedge is None else _bounded(count.quantity, hedge)
    quantity = replace(quantity, text=text[start:end])
    return Count(start, end, count.core, count.core_end, quantity, additional, count.money, strong)


def _kind(kinds: dict[str, str], words: str) -> str:
    if words in kinds:
        return kinds[words]
    first = max((phrase for phrase in kinds if words.startswith(phrase)), key=len)
    return kinds[first] if kinds[first] != "about" else kinds.get(words[len(first) + 1 :], "about")


def _bounded(quantity: Quantity, hedge: str) -> Quantity:
    if quantity.hedge != "exact":
        if hedge == "at_most" and quantity.high is not None and quantity.hedge == "between":
            return quantity
        return quantity
    value = quantity.value
    bounds: dict[str, tuple[Hedge, Number | None, Number | None]] = {
        "about": ("about", None, None),
        "at_least": ("at_least", value, None),
        "at_most": ("at_most", None, value),
        "exact": ("exact", value, value),
    }
    kind, low, high = bounds[hedge]
    return replace(quantity, value=value if kind in {"exact", "about"} else None, low=low, high=high, hedge=kind)


def _money(text: str) -> list[Count]:
    found = []
    for match in MONEY.finditer(text):
        number = (match["digits"] or match["digits2"]).rstrip(".,")
        scale = match["scale"] or match["scale2"]
        if not re.fullmatch(DIGITS, number):
            continue
        value = digits(number) * (scale_of(scale) if scale else 1)
        unit = _currencies()[(match["sign"] or match["name"]).replace(".", "")]
        quantity = replace(exact(whole(round(value, 2)), match[0]), unit=unit)
        found.append(Count(match.start(), match.end(), match.start(), match.end(), quantity, money=True))
    return found
