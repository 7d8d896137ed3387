"""Labels: figures that name something and count nothing, and figures that measure and count no force."""

import re
from functools import cache
from typing import Final

from laydown.lexicon.tables import table
from laydown.reading.text.marks import Phrases
from laydown.reading.times.words import YEAR

MASK: Final = re.compile(
    r"\b[A-Z][A-Za-z]{0,4}-\d+\w*"  # F-16, CVW-14, S-400, Su-35
    r"|\b\d+(?:st|nd|rd|th)\b"  # 82nd Airborne
    r"|\b\d+-\d+ (?=[A-Z]{2,})"  # 1-62 ADA
    r"|\((?:[A-Z]{1,4}[- ]?){1,2}\d+\)"  # (CVN 68)
    r"|\b[A-Z]{2,5} \d{1,4}\b(?! ?(?:troops|soldiers))"  # CVN 76, CTF 50
    r"|\b\d{1,2}:\d\d\b|\b\d{1,2} ?[ap]\.?m\.?\b"
    r"|\b9/11\b"
    r"|\b[A-Z]\w+, \d\d,(?= )"  # Ama Mensah, 34, said
    rf"|(?i:\b(?:a|an|the|its|their|this|that)) {YEAR}(?= [A-Za-z])"  # the 2003 invasion
    r"|(?<=Act )(?:19|20)\d\d\b"
)
"""Figures that name something and count nothing."""

MEASURES: Final = re.compile(
    r"\b\d+(?:\.\d+)? ?(?:%|percent|per cent|percentage)"
    r"|\b\d+[- ](?:(?:year|month|week|day|hour|minute|mile|degree|metre|meter|nation|point)s?|(?:kilo|milli)met\w+|km"
    r"|mm|foot|feet|countr(?:y|ies))(?![a-z])"
    r"|\baged? \d+"
    r"|\b(?i:one|two|three|four)[ -](?:thirds?|quarters?|fifths?|half)\b"
)
"""Figures that measure, and so count no force."""


@cache
def label_words() -> Phrases:
    """The nouns whose number is a name."""
    return Phrases(row["word"] for row in table("labels"))


@cache
def labels() -> re.Pattern[str]:
    """A noun whose number behind it is a name: "Section 4", "Hangar 9"."""
    words = "|".join(row["word"] for row in table("labels"))
    return re.compile(rf"\b(?:{words})\.?(?: \([A-Z]{{2,6}}\))? \d+[A-Z]?\b(?! (?:million|billion|thousand))")


@cache
def model_words() -> Phrases:
    """The makers and models."""
    return Phrases(row["word"] for row in table("models"))


@cache
def models() -> re.Pattern[str]:
    """A maker or model with the number of its type: "a Boeing 737", "14 Leopard 2 tanks"."""
    words = "|".join(re.escape(row["word"]) for row in table("models"))
    return re.compile(rf"\b(?:{words}) \d{{1,4}}\b(?! (?:million|billion|thousand))")
