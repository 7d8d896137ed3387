"""Which words of a spoken sentence are the statement: without its openers, its saying clause and its broken tail."""

import re
from functools import cache
from typing import Final

from laydown.lexicon.tables import table
from laydown.model import Act
from laydown.reading.claims.acts import act_of

RESTART: Final = re.compile(r"(?P<words>\S.{2,58}?)[,.]? ?[—–] (?=(?P=words)\b)", re.IGNORECASE)
"""A speaker who begins again with the same words: "I’m not going to — I’m not going to ..."."""

DISLOCATED: Final = re.compile(
    r"(?:the|these|those|this|that|our|their|his|her)\b[^;:—–]{5,120} [—–] (?=(?:these|those|they|this|that|it)\b)"
    r"(?!.* [—–] )",
    re.IGNORECASE,
)
"""A topic named first and taken up by a pronoun: "These deployments — they are defensive"."""

HALVES: Final = re.compile(
    r"(?:(?:while|although|though)\s+(?P<less>[^;:]+?),\s+(?=(?:I|we|you|they|it|he|she|the|our)\b)(?P<main>.+))"
    r"|(?:(?P<first>.+?),\s+(?:and|but|so)\s+(?P<second>(?:I|we|you|he|she|it|they|this|that|these|those|there)\b.+))",
    re.IGNORECASE | re.DOTALL,
)
"""Two clauses of which each could stand alone: a concession and its main clause, or two joined by "but"."""

SHORTEST: Final = 3
"""The words that must remain of a sentence for a frame to be cut off."""


@cache
def _frames(where: str) -> re.Pattern[str]:
    rows = "|".join(row["pattern"] for row in table("quote_frames") if row["where"] == where)
    return re.compile(f"(?:{rows})[.!?]?$" if where == "tail" else f"(?:{rows})", re.IGNORECASE)


def spoken(words: str) -> tuple[int, int]:
    """The stretch of a spoken sentence that is its statement.

    >>> "So, look, I would say that our troops stay."[slice(*spoken("So, look, I would say that our troops stay."))]
    'our troops stay.'
    """
    start = _opened(words)
    act = act_of(words[start:], "quote")
    if act is None:
        return start, len(words)
    start, end = _clause(words, start, len(words), act)
    tail = _frames("tail").search(words, start, end)
    if tail is not None and act_of(words[start : tail.start()], "quote") == act:
        end = tail.start()
    return _opened(words, start), end


def _opened(words: str, start: int = 0) -> int:
    """Where the statement begins: after every opener, restart and saying clause in turn."""
    patterns = (RESTART, _frames("open"), DISLOCATED)
    while match := next((m for p in patterns if (m := p.match(words, start)) and _enough(words[m.end() :])), None):
        start = match.end()
    return start


def _enough(words: str) -> bool:
    return len(words.split()) >= SHORTEST


def _clause(words: str, start: int, end: int, act: Act) -> tuple[int, int]:
    """The one of two clauses that alone does what the sentence does; the whole where both do, or none."""
    match = HALVES.match(words, start, end)
    if match is None:
        return start, end
    one, other = ("less", "main") if match["less"] else ("first", "second")
    acts = [act_of(match[half], "quote") for half in (one, other)]
    if acts[0] == act and (acts[1] != act or " but " in words[match.end(one) : match.start(other)]):
        return match.span(one)
    return match.span(other) if acts[1] == act and acts[0] is None else (start, end)
