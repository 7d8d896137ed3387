"""Numbers: the value or the bounds of digits, number words, dozens and vague plurals."""

import re
from functools import cache
from typing import Final

from laydown.lexicon.tables import table
from laydown.model import Quantity
from laydown.model.claim import Number

DIGITS: Final = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?"


@cache
def _words() -> dict[str, tuple[str, int]]:
    return {row["word"]: (row["role"], int(row["value"])) for row in table("number_words")}


def scale_of(word: str) -> int:
    """What a scale word multiplies by: "million", "bn"."""
    return _words()[word.lower()][1]


@cache
def number_words() -> frozenset[str]:
    """The words that make a phrase a counted one: "two", "dozens", "thousands"."""
    return frozenset(word for word, (role, _) in _words().items() if role not in {"article", "suffix"})


def _of_role(*roles: str) -> str:
    words = sorted((w for w, (role, _) in _words().items() if role in roles), key=len, reverse=True)
    return "|".join(words)


@cache
def number_pattern() -> re.Pattern[str]:
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


def exact(value: Number, text: str) -> Quantity:
    return Quantity(value=value, low=value, high=value, hedge="exact", text=text)


def quantity_of(match: re.Match[str]) -> Quantity | None:
    text = match[0]
    if match["vague"]:
        return _vague(text)
    if match["loose"]:
        return _loose(text)
    if match["dozen"]:
        return _dozen(text)
    if match["pair"]:
        word = text.lower().removeprefix("a ").removesuffix(" of")
        return exact(_words()[word][1], text)
    if match["digits"]:
        value = digits(match["digits"])
        if match["dscale"]:
            value *= _words()[match["dscale"].lower()][1]
        if match["suffix"]:
            value *= _words()[match["suffix"].lower()][1]
        return exact(whole(value), text)
    return exact(_spelled(text), text)


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
        return exact(base // 2, text)
    return exact(base * (int(head) if head.isdigit() else _words()[head][1] if head else 1), text)


def digits(text: str) -> Number:
    clean = text.replace(",", "")
    return float(clean) if "." in clean else int(clean)


def whole(value: Number) -> Number:
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
