"""Titled labels: who speaks in a record whose labels are not shouted, "Deputy Ruiz:", "Minister (Mr Oye):"."""

import re
from functools import cache, lru_cache
from typing import Final

from laydown.lexicon.letters import trie
from laydown.lexicon.tables import table

LABEL: Final = re.compile(r"(?P<label>[A-Z][^:?!\n\"“”]{2,80}?):\s+(?=\S)")
BETWEEN: Final = frozenset({"for", "of", "and", "the", "to", "al", "de", "bin", "van", "von", "el"})
"""The words in small letters that an office or a name has in it."""

ALONE: Final = frozenset({"president", "minister", "secretary", "spokesman", "spokeswoman", "spokesperson", "chairman"})
"""The offices that speak without a name."""


@cache
def _title() -> re.Pattern[str]:
    offices = {row["role"] for row in table("roles") if not row["anonymous"]}
    titles = offices | ALONE | {"mr", "mrs", "ms", "dr"}
    return re.compile(rf"(?:the )?(?P<office>{trie(titles)})(?![\w-])", re.IGNORECASE)


def titled(text: str, start: int, end: int) -> re.Match[str] | None:
    """The label at START that names a speaker by title: an office or a courtesy, and mostly a name."""
    match = LABEL.match(text, start, end)
    title = _title().match(match["label"]) if match is not None else None
    if match is None or title is None or any(word[0].islower() and word not in BETWEEN for word in _words(match)):
        return None
    named = len(match["label"]) > title.end() + 1
    return match if named or title["office"].lower() in ALONE else None


def _words(match: re.Match[str]) -> list[str]:
    return re.findall(r"[^\W\d_][\w’'-]*", match["label"])


@lru_cache(maxsize=2)
def is_record(text: str) -> bool:
    """Whether several lines of TEXT have titled labels, so that each speaks on until the next."""
    return sum(titled(line, 0, len(line)) is not None for line in text.split("\n") if ":" in line) > 1
