"""What a speaker does by words, and whether words are about forces: the two tests by which a statement is one."""

import re
from functools import cache, lru_cache
from typing import Final, cast

from laydown.lexicon.forces import force_words
from laydown.lexicon.letters import needed, trie
from laydown.lexicon.tables import table
from laydown.lexicon.verbs import movement_nouns
from laydown.model import Act
from laydown.reading.drafting.drafts import Draft
from laydown.reading.text.marks import Phrases, runs

COMMON: Final = frozenset({"move", "order", "return", "cut", "cuts", "increase", "exit", "transfer", "contribution"})
"""The event nouns that are of forces only beside a force."""


STEM: Final = re.compile(r"[a-z]+(?![?*{])")


@cache
def acts() -> tuple[tuple[Act, re.Pattern[str], str], ...]:
    """The rows of the table of acts in order: the act, its words, and whether they stand in quotes or reports."""
    return tuple((cast("Act", r["act"]), re.compile(r["pattern"]), r["where"]) for r in table("acts"))


@cache
def _letters() -> dict[str, tuple[str, ...]]:
    """By pattern, letters of which some stand wherever it matches; an empty one where that is not known."""
    return {pattern.pattern: needed(pattern.pattern) or ("",) for _, pattern, _ in acts()}


def may_match(pattern: re.Pattern[str], lower: str) -> bool:
    """Whether the letters that the PATTERN of an act needs stand in words in small letters: a quick no."""
    return any(one in lower for one in _letters()[pattern.pattern])


@lru_cache(maxsize=256)
def act_of(words: str, where: str) -> Act | None:
    """What is done by WORDS ("quote" or "report"): the first row of the table of acts that matches.

    It is kept for a while, for the same words are asked about by the screen, for the frame and for the statement.
    """
    lower = words.lower()
    rows = ((act, pattern) for act, pattern, side in acts() if side in {where, "both"} and may_match(pattern, lower))
    return next((act for act, pattern in rows if pattern.search(lower)), None)


@cache
def _about(*where: str) -> re.Pattern[str]:
    topics = "|".join(row["pattern"] for row in table("topic_words") if row["where"] in where)
    return re.compile(rf"\b(?:{trie(_words())}|{topics})\b")


def _words() -> set[str]:
    """The nouns for forces and for their movement."""
    words = {w for first in force_words().values() for word in first if not word.weak for w in word.words[-1:]}
    return words | ({*movement_nouns()} - COMMON)


@cache
def _nouns() -> Phrases:
    return Phrases(word for word in _words() if runs(word))


@cache
def _stems(*where: str) -> tuple[str, ...]:
    """The letters with which the patterns of the topics begin; an empty one, which every text has, where one varies."""
    patterns = (row["pattern"] for row in table("topic_words") if row["where"] in where)
    return tuple(found[0] if (found := STEM.match(pattern)) and "|" not in pattern else "" for pattern in patterns)


def _is_about(lower: str, *where: str) -> bool:
    """Whether words are about forces; a stem or a noun among them is looked for first, for that is quicker."""
    if _nouns().miss(lower) and not any(stem in lower for stem in _stems(*where)):
        return False
    return _about(*where).search(lower) is not None


def concerns_forces(text: str) -> bool:
    """Whether words are about forces or their movement."""
    return _is_about(text.lower(), "any")


def touches_forces(text: str) -> bool:
    """Whether spoken words are about forces, an alliance or a war: the topics of a briefing."""
    return _is_about(text.lower(), "any", "speech")


def tell_statement(draft: Draft) -> None:
    """Say by which rules a draft is a statement, for who asks why."""
    draft.note("status", "a position is stated by being said, and it is about forces", by=concerns_forces)
    draft.note("act", by=act_of)
    draft.note("topic", by=topic_of)


def is_guarded(sentence: str) -> bool:
    """Whether a sentence (lower case) tells that somebody would not say, or denied: it may be about what was told."""
    return any(
        may_match(pattern, sentence) and pattern.search(sentence)
        for act, pattern, side in acts()
        if act in {"declines_to_say", "denies"} and side != "quote"
    )


def topic_of(words: str) -> str:
    """What it is about, in the report's words: the first clause, cut at a word before 80 characters."""
    clause = re.split(r"(?<=[^\d]),|[.;:?!]", words.strip())[0].strip(' "“”')
    return clause if len(clause) <= 80 else clause[:80].rsplit(" ", 1)[0]
