"""Persons whom a report introduces in a sentence that carries no claim: "he" and "the minister" may be one of them."""

import re
from dataclasses import dataclass
from typing import Final

from laydown.lexicon.gazetteer import find
from laydown.reading.mentions.roles import find_roles

NEAR: Final = 500
"""Characters before a pronoun in which its person is named."""

ASIDE: Final = 40
"""Characters before an office in which its country stands."""

NAME: Final = r"[A-ZÀ-ÞĀ-Ž][\w’'-]+(?: (?:al-|bin |de |van |von |el |der )?[A-ZÀ-ÞĀ-Ž][\w’'-]+){0,3}"
AFTER: Final = re.compile(rf",? (?P<name>{NAME})")
"""Where a name stands behind its office: "Defence Minister Ana Ruiz", "the minister, Ana Ruiz"."""

BEFORE: Final = re.compile(rf"(?P<name>{NAME}), (?:the |an? |[A-Z][\w.]+(?:'s|’s) )?(?:[\w-]+ ){{0,3}}$")
"""Where it stands before it: "Ana Ruiz, the Peruvian defence minister"."""

PLAIN: Final = frozenset({"mr", "mrs", "ms", "mr.", "mrs.", "ms.", "sir", "dr."})


@dataclass(frozen=True, slots=True)
class Introduced:
    """A person with the office and the country that stand beside the name, and where the name begins."""

    name: str
    role: str
    country: str | None
    at: int


def introduced(text: str, upto: int) -> Introduced | None:
    """The name, the office and the place of whom TEXT names last before UPTO, with an office beside the name."""
    start = max(0, upto - NEAR)
    window = text[start:upto]
    best: Introduced | None = None
    for match in find_roles(window):
        behind = AFTER.match(window, match.end())
        before = BEFORE.search(window, max(0, match.start() - 90), match.start()) if behind is None else None
        found = behind or before
        if found is not None and match[0].lower() not in PLAIN and " " in found["name"]:
            around = window[max(0, match.start() - ASIDE) : match.start()]
            best = Introduced(found["name"], match[0], _country(around), start + found.start("name"))
    return best


def _country(words: str) -> str | None:
    """The country that the last of WORDS name, right before an office: "the Togolese ", "Chad's "."""
    near = [m for m in find(words) if words[m.end :].strip() in {"", "'s", "’s"}]
    return near[-1].entries[0].place.country if near else None
