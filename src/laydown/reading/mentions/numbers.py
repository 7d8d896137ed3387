"""Numbers: the value or the bounds of digits, number words, dozens and vague plurals."""

import re
from functools import cache
from typing import Final

from laydown.lexicon.letters import trie
from laydown.lexicon.tables import table
from laydown.model import Quantity
from laydown.model.claim import Number

DIGITS: Final = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
SPACED: Final = r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})++"
LONGEST: Final = 15
"""Digits of the longest number that counts anything; a longer one is a key, a phone number or noise."""

AMBIGUOUS: Final = re.compile(r"\d{1,3}\.\d{3}")
"""A thousand in one country and one in the next, unless a scale word follows."""


ALONE: Final = r"(?![\w%]|[.,]\d|-(?:year|month|week|day|hour|nation|mile))"
BEFORE_UNIT: Final = r"(?!\d|[.,]\d|(?<=[a-z])\w|(?:st|nd|rd|th|s)\b)"
"""What may not follow a number that counts, and one that measures: "40km", "9%", but no "22nd"."""


@cache
def _words() -> dict[str, tuple[str, int]]:
    """By number word, its role and its value."""
    return {row["word"]: (row["role"], int(row["value"])) for row in table("number_words")}


def scale_of(word: str) -> int:
    """What a scale word multiplies by: "million", "bn"."""
    return _words()[word.lower()][1]


def last_scale(words: str) -> int:
    """What the scale words at the end of a number multiply by: 100 in "four hundred", 1 in "40" and "forty".

    >>> last_scale("four hundred thousand"), last_scale("$6bn"), last_scale("6,000"), last_scale("three dozen")
    (100000, 1000000000, 1, 12)
    """
    scale = 1
    for word in reversed(re.split(r"[\s-]+", words.lower())):
        role, value = _words().get(re.sub(r"^[^a-z]+", "", word), ("", 1))
        if role not in {"scale", "suffix", "group"}:
            break
        scale *= value
    return scale


@cache
def number_words() -> frozenset[str]:
    """The words that make a phrase a counted one: "two", "dozens", "thousands"."""
    return frozenset(word for word, (role, _) in _words().items() if role not in {"article", "suffix"})


def _of_role(*roles: str) -> str:
    """A pattern for the number words of ROLES, the longest first."""
    return trie(w for w, (role, _) in _words().items() if role in roles)


@cache
def number_pattern(*, measures: bool = False) -> re.Pattern[str]:
    """One number: digits or words, with scale; or a vague plural with what opens it; MEASURES also before a unit."""
    scale = _of_role("scale")
    simple = _of_role("unit", "ten")
    small = rf"(?:(?:{_of_role('ten')})(?:[- ](?:{_of_role('unit')}))?|{_of_role('unit')})"
    spelled = rf"{small}(?:[ -](?:{scale})(?:[ -](?:and[ -])?{small})?)*"
    and_half = r"(?:[ -]and[ -]a[ -]half[ -]| 1/2 |\u00bd[ -])"
    vague = _of_role("vague")
    return re.compile(
        rf"\b(?<!\d[.,])(?<!\s\.)(?<!\ball but )(?:(?P<vague>(?:(?:tens|hundreds|dozens) of )?(?:{vague}))"
        rf"|(?P<loose>(?:several|a few|few|a couple of|a couple|many)(?: (?:{scale}|dozen))+)"
        rf"|(?P<half>(?:half[ -]an?|an?[ -]half) (?:{scale})|(?:{small}|\d{{1,3}}){and_half}(?:{scale})"
        rf"|(?:an?|one) (?:{scale}) and a half)"
        rf"|(?P<dozen>(?:(?:{simple}|half[ -]an?|a half|half|a|\d+|several|a few)[ -])?(?:dozen|score)"
        r"(?! (?:years|times)))"
        rf"|(?P<pair>(?:a )?(?:pair|trio|quartet|quintet|couple) of)"
        rf"|(?P<spaced>{SPACED})"
        rf"|(?P<digits>{DIGITS})(?:[ -](?P<dscale>{scale})\b)?(?P<suffix>[km]\b)?"
        rf"|(?P<ascale>an? (?:{scale})(?: (?:{scale}))?)"
        rf"|(?P<spelled>{spelled})){BEFORE_UNIT if measures else ALONE}",
        re.IGNORECASE,
    )


def exact(value: Number, text: str) -> Quantity:
    """VALUE and no other, as TEXT says it."""
    return Quantity(value=value, low=value, high=value, hedge="exact", text=text)


def quantity_of(match: re.Match[str]) -> Quantity | None:
    """What a match of `number_pattern` stands for; None for figures that are no sure number."""
    text = match[0]
    if sum(c.isdigit() for c in text) > LONGEST:
        return None
    if match["vague"]:
        return _vague(text)
    if match["loose"]:
        return _loose(text)
    if match["dozen"]:
        return _dozen(text)
    if match["half"]:
        return exact(_halves(text), text)
    if match["pair"]:
        word = text.lower().removeprefix("a ").removesuffix(" of")
        return exact(_words()[word][1], text)
    if match["spaced"]:
        return exact(int(re.sub(r"\D", "", text)), text)
    return _figures(match) if match["digits"] else _bounded_spelled(text)


def _figures(match: re.Match[str]) -> Quantity | None:
    """Digits with their scale; none for "1.000", which may be a thousand or one."""
    scale = match["dscale"] or match["suffix"]
    if scale is None and AMBIGUOUS.fullmatch(match["digits"]):
        return None
    return exact(whole(digits(match["digits"]) * (scale_of(scale) if scale else 1)), match[0])


def _bounded_spelled(text: str) -> Quantity | None:
    """Number words, none where scale is heaped on scale until nothing has so many."""
    value = _spelled(text)
    return exact(value, text) if value < 10**LONGEST else None


def _vague(text: str) -> Quantity:
    """A bare plural bounds from below: "hundreds" is at least 200, "tens of thousands" 20,000 (annotation rule 5)."""
    parts = text.lower().split(" of ")
    low = _words()[parts[-1]][1]
    if len(parts) == 2:
        factor = {"tens": 10, "dozens": 24, "hundreds": 100}[parts[0]]
        low = low * factor
    return Quantity(low=low, hedge="vague", text=text)


def _loose(text: str) -> Quantity | None:
    """One scale wide: "several thousand" is 2,000 to 9,999, "a few hundred" 200 to 999 (annotation rule 5)."""
    words = text.lower().split()
    scale = 1
    for word in words:
        if word in _words() and _words()[word][0] in {"scale", "group"}:
            scale *= _words()[word][1]
    if scale > 10**LONGEST:
        return None
    if words[-1] == "dozen":
        return Quantity(low=2 * scale, hedge="vague", text=text)
    high = None if words[0] == "many" else 10 * scale - 1
    return Quantity(low=2 * scale, high=high, hedge="vague", text=text)


def _dozen(text: str) -> Quantity:
    """So many dozens or scores; "several dozen" is at least two."""
    words = re.split(r"[ -]", text.lower())
    base = _words()[words[-1]][1]
    head = " ".join(words[:-1])
    if head in {"several", "a few"}:
        return Quantity(low=2 * base, hedge="vague", text=text)
    if "half" in words:
        return exact(base // 2, text)
    return exact(base * (int(head) if head.isdigit() else _words()[head][1] if head else 1), text)


def _halves(text: str) -> Number:
    """The value of words with a half in them.

    >>> _halves("half a million"), _halves("a half million"), _halves("two and a half thousand")
    (500000, 500000, 2500)
    >>> _halves("a million and a half")
    1500000
    """
    words = [word for word in re.split(r"[\s-]+|(?=\u00bd)", text.lower()) if word not in {"a", "an", "and"}]
    scale = next(scale_of(word) for word in words if _words().get(word, ("",))[0] == "scale")
    if words[0] == "half":
        return scale // 2
    whole_part = (
        int(words[0])
        if words[0].isdigit()
        else 1
        if words[0] not in _words() or _words()[words[0]][0] == "scale"
        else _spelled(words[0])
    )
    return scale * whole_part + scale // 2


def digits(text: str) -> Number:
    """The value of figures with or without commas between their thousands."""
    clean = text.replace(",", "")
    return float(clean) if "." in clean else int(clean)


def whole(value: Number) -> Number:
    """VALUE without a fraction that is nought."""
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
