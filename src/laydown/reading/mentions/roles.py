"""Roles: the offices and posts by which a report names who speaks, "Defence Minister", "two officials"."""

import re
from functools import cache, lru_cache

from laydown.lexicon.letters import trie
from laydown.lexicon.tables import table
from laydown.reading.text.marks import Phrases


@cache
def roles() -> tuple[re.Pattern[str], dict[str, bool]]:
    """What finds a role, and by role whether who has it is named by none."""
    rows = {row["role"]: bool(row["anonymous"]) for row in table("roles")}
    return re.compile(rf"(?<![\w.])(?:{trie(rows)})(?!\w)", re.IGNORECASE), rows


@cache
def _marks() -> Phrases:
    return Phrases(role.lower() for role in roles()[1])


@cache
def guests() -> re.Pattern[str]:
    """Who works in another's country, with where that is: "diplomats in Gao"."""
    words = "|".join(row["role"] for row in table("roles") if row["anonymous"] == "guest")
    return re.compile(rf"\b(?:{words})(?P<where> in \w.*)", re.DOTALL)


@lru_cache(maxsize=8)
def find_roles(text: str) -> tuple[re.Match[str], ...]:
    """The roles and offices in TEXT; a word of one is looked for first."""
    return () if _marks().miss(text.lower()) else tuple(roles()[0].finditer(text))


def role_in(words: str, name: str | None) -> tuple[str | None, bool]:
    """The longest role in WORDS, and whether it names nobody."""
    _, anonymous = roles()
    found = [m[0] for m in find_roles(words)]
    if not found:
        return None, False
    best = max(found, key=len)
    return best, anonymous.get(best.lower(), False) and name is None


def is_office(words: str) -> bool:
    """Whether WORDS are an office and nothing else: "The President", "Vice President"."""
    pattern, _ = roles()
    match = pattern.fullmatch(words.strip())
    return match is not None
