"""Numbers in the news as ranges with the words they came from: hedges, number words, ranges, dozens, vague plurals, money.

A number here is any count that a noun could take; which noun takes it is decided in `forces`. Designators (F-16),
ordinals (82nd), dates, percentages and ages are no counts and are masked first. No library keeps the bound
("up to", "nearly"); the project's notes list seven that were tried.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from laydown.lexicon.tables import table
from laydown.model import Hedge, Quantity
from laydown.model.claim import Number

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
DIGITS: Final = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?"


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
def _words() -> dict[str, tuple[str, int]]:
    return {row["word"]: (row["role"], int(row["value"])) for row in table("number_words")}


@cache
def number_words() -> frozenset[str]:
    """The words that make a phrase a counted one: "two", "dozens", "thousands"."""
    return frozenset(word for word, (role, _) in _words().items() if role not in {"article", "suffix"})


def _of_role(*roles: str) -> str:
    words = sorted((w for w, (role, _) in _words().items() if role in roles), key=len, reverse=True)
    return "|".join(words)


@cache
def _number() -> re.Pattern[str]:
    """One number: digits or words, with scale; or a vague plural with what opens it."""
    scale = _of_role("scale")
    simple = _of_role("unit", "ten")
    spelled = rf"(?:{simple})(?:[- ](?:and )?(?:{simple}))?(?:[ -](?:{scale})(?: (?:and )?(?:{simple})(?:[- ](?:{simple}))?)?)*"
    vague = _of_role("vague")
    return re.compile(
        rf"\b(?:(?P<vague>(?:(?:tens|hundreds|dozens) of )?(?:{vague}))"
        rf"|(?P<loose>(?:several|a few|few|a couple of|many)(?: (?:{scale}|dozen))+)"
        rf"|(?P<dozen>(?:(?:{simple}|a|half a|\d+|several|a few) )?(?:dozen|score)(?! (?:years|times)))"
        rf"|(?P<pair>(?:a )?(?:pair|trio|couple) of)"
        rf"|(?P<digits>{DIGITS})(?:[ -](?P<dscale>{scale})\b)?(?P<suffix>[km]\b)?"
        rf"|(?P<ascale>an? (?:{scale})(?: (?:{scale}))?)"
        rf"|(?P<spelled>{spelled}))(?![\w%]|\.\d|-(?:year|month|week|day|hour|nation|mile))",
        re.IGNORECASE,
    )


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
    for match in _number().finditer(text):
        if any(masked[match.start() : match.end()]):
            continue
        quantity = _quantity(match)
        if quantity is not None:
            plain.append(Count(match.start(), match.end(), match.start(), match.end(), quantity))
    counts = [_hedge(text, count) for count in _join_ranges(text, plain)]
    return sorted([*money, *counts], key=lambda count: count.start)


def _exact(value: Number, text: str) -> Quantity:
    return Quantity(value=value, low=value, high=value, hedge="exact", text=text)


def _quantity(match: re.Match[str]) -> Quantity | None:
    text = match[0]
    if match["vague"]:
        return _vague(text)
    if match["loose"]:
        return _loose(text)
    if match["dozen"]:
        return _dozen(text)
    if match["pair"]:
        word = text.lower().removeprefix("a ").removesuffix(" of")
        return _exact(_words()[word][1], text)
    if match["digits"]:
        value = _digits(match["digits"])
        if match["dscale"]:
            value *= _words()[match["dscale"].lower()][1]
        if match["suffix"]:
            value *= _words()[match["suffix"].lower()][1]
        return _exact(_whole(value), text)
    return _exact(_spelled(text), text)


def _vague(text: str) -> Quantity:
    """ "hundreds" is at least 200; "tens of thousands" at least 20,000, "hundreds of thousands" 200,000."""
    parts = text.lower().split(" of ")
    low = _words()[parts[-1]][1]
    if len(parts) == 2:
        factor = {"tens": 10, "dozens": 24, "hundreds": 100}[parts[0]]
        low = low * factor
    return Quantity(low=low, hedge="vague", text=text)


def _loose(text: str) -> Quantity:
    """ "several thousand" is 2,000 to 9,999, "a few hundred" 200 to 999 (annotation rule 5)."""
    words = text.lower().split()
    scale = 1
    for word in words:
        if word in _words() and _words()[word][0] in {"scale", "group"}:
            scale *= _words()[word][1]
    if words[-1] == "dozen":
        return Quantity(low=2 * scale, hedge="vague", text=text)
    high = None if words[0] == "many" else 10 * scale - 1
    return Quantity(low=2 * scale, high=high, hedge="vague", text=text)


def _dozen(text: str) -> Quantity:
    words = text.lower().split()
    base = _words()[words[-1]][1]
    head = " ".join(words[:-1])
    if head in {"several", "a few"}:
        return Quantity(low=2 * base, hedge="vague", text=text)
    if head == "half a":
        return _exact(base // 2, text)
    return _exact(base * (int(head) if head.isdigit() else _words()[head][1] if head else 1), text)


def _digits(text: str) -> Number:
    clean = text.replace(",", "")
    return float(clean) if "." in clean else int(clean)


def _whole(value: Number) -> Number:
    return int(value) if float(value).is_integer() else value


def _spelled(text: str) -> int:
    """The value of number words.

    >>> _spelled("two thousand five hundred"), _spelled("Twenty-five hundred"), _spelled("ninety-four")
    (2500, 2500, 94)
    """
    total, current = 0, 0
    for word in re.split(r"[\s-]+", text.lower()):
        if word == "and" or word not in _words():
            continue
        role, value = _words()[word]
        if role == "scale":
            current = max(current, 1) * value
            if value >= 1000:
                total, current = total + current, 0
        else:
            current += value
    return total + current


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
        digits = (match["digits"] or match["digits2"]).rstrip(".,")
        scale = match["scale"] or match["scale2"]
        if not re.fullmatch(DIGITS, digits):
            continue
        value = _digits(digits) * (_words()[scale.lower()][1] if scale else 1)
        unit = _currencies()[(match["sign"] or match["name"]).replace(".", "")]
        quantity = replace(_exact(_whole(round(value, 2)), match[0]), unit=unit)
        found.append(Count(match.start(), match.end(), match.start(), match.end(), quantity, money=True))
    return found
