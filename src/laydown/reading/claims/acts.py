"""What a speaker does by words, and whether words are about forces: the two tests by which a statement is one."""

import re
from functools import cache
from typing import Final, cast

from laydown.lexicon.forces import force_words
from laydown.lexicon.tables import table
from laydown.lexicon.verbs import movement_nouns
from laydown.model import Act
from laydown.reading.text.screen import trie

COMMON: Final = frozenset({"move", "order", "return", "cut", "cuts", "increase", "exit", "transfer", "contribution"})
"""The event nouns that are of forces only beside a force."""


@cache
def acts() -> tuple[tuple[Act, re.Pattern[str], str], ...]:
    """The rows of the table of acts in order: the act, its words, and whether they stand in quotes or reports."""
    return tuple((cast("Act", r["act"]), re.compile(r["pattern"]), r["where"]) for r in table("acts"))


def act_of(words: str, where: str) -> Act | None:
    """What is done by WORDS ("quote" or "report"): the first row of the table of acts that matches."""
    lower = words.lower()
    return next((act for act, pattern, side in acts() if side in {where, "both"} and pattern.search(lower)), None)


@cache
def _about(*where: str) -> re.Pattern[str]:
    words = {w for first in force_words().values() for word in first if not word.weak for w in word.words[-1:]}
    words |= {*movement_nouns()} - COMMON
    topics = "|".join(row["pattern"] for row in table("topic_words") if row["where"] in where)
    return re.compile(rf"\b(?:{trie(words)}|{topics})\b")


def concerns_forces(text: str) -> bool:
    """Whether words are about forces or their movement."""
    return _about("any").search(text.lower()) is not None


def touches_forces(text: str) -> bool:
    """Whether spoken words are about forces, an alliance or a war: the topics of a briefing."""
    return _about("any", "speech").search(text.lower()) is not None


def is_guarded(sentence: str) -> bool:
    """Whether a sentence (lower case) tells that somebody would not say, or denied: it may be about what was told."""
    return any(
        pattern.search(sentence)
        for act, pattern, side in acts()
        if act in {"declines_to_say", "denies"} and side != "quote"
    )


def topic_of(words: str) -> str:
    """What it is about, in the report's words: the first clause, cut at a word before 80 characters."""
    clause = re.split(r"(?<=[^\d]),|[.;:?!]", words.strip())[0].strip(' "“”')
    return clause if len(clause) <= 80 else clause[:80].rsplit(" ", 1)[0]
