"""Letters of patterns: many words as one tree of letters, and the letters that a pattern cannot do without.

A pattern of many branches is slow to say no, for it is tried at each letter of a text; whether some letters stand in a
text is told at once. Only what the tables of words use is understood; of all else nothing is needed.
"""

import re
from collections.abc import Iterable
from typing import Final

Needs = tuple[str, ...]
"""Letters of which some stand in every text that matches; none where that is not known."""

ATOM: Final = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\((?:\?(?::|P<\w+>|<?[=!]))?|.", re.DOTALL)
AGAIN: Final = re.compile(r"([?*+]|\{\d*,?\d*\})[?+]?")
SHORTEST: Final = 2
"""Fewer letters than these stand in every text."""


def needed(pattern: str) -> Needs:
    r"""What stands in every text that PATTERN matches.

    >>> needed(r"\bden(?:y|ies)\b|no such\b"), needed(r"(?:is|are) not (?:a|the)\b"), needed(r"walk\w* ?back")
    (('den', 'no such'), (' not ',), ('walk',))
    """
    found = dict.fromkeys(_choice(pattern, 0)[0])
    return tuple(one for one in found if not any(other in one for other in found if other != one))


def _choice(pattern: str, at: int) -> tuple[Needs, int]:
    """What the branches from AT on need together, and where they end: at the bracket that closes, or at the end."""
    branches: list[Needs] = []
    while True:
        branch, at = _one_branch(pattern, at)
        branches.append(branch)
        if pattern[at : at + 1] != "|":
            return tuple(one for branch in branches for one in branch) if all(branches) else (), at
        at += 1


def _one_branch(pattern: str, at: int) -> tuple[Needs, int]:
    """What one branch needs, which is what the most telling of its parts does, and where it ends."""
    parts: list[Needs] = []
    run = ""
    while at < len(pattern) and pattern[at] not in "|)":
        atom = ATOM.match(pattern, at)
        if atom is None:
            return (), len(pattern)
        inner: Needs = ()
        at = atom.end()
        if atom[0][0] == "(":
            inner, at = _choice(pattern, at)
            at += 1
        times = AGAIN.match(pattern, at)
        at = times.end() if times else at
        plain = "" if atom[0] in {".", "^", "$"} or len(atom[0]) > 1 or atom[0] == "(" else atom[0]
        if plain and times is None:
            run += plain
            continue
        optional = times is not None and times[0][0] in "?*{"
        parts += [(run + ("" if optional else plain),)]
        run = ""
        if inner and not optional and atom[0] in {"(", "(?:"}:
            parts.append(inner)
    telling = [part for part in [*parts, (run,)] if min(map(len, part)) >= SHORTEST]
    return max(telling, key=lambda part: (min(map(len, part)), -len(part)), default=()), at


Trie = dict[str, "Trie"]


def trie(words: Iterable[str]) -> str:
    """A regular expression that matches any of WORDS, shaped as a trie, so that a miss costs one step and not a list.

    >>> trie(["troop", "troops", "tank"])
    't(?:ank|roop(?:s)?)'
    """
    root: Trie = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branch(root)


def _branch(node: Trie) -> str:
    """The pattern for what may follow at NODE."""
    options = [re.escape(letter) + _branch(node[letter]) for letter in sorted(node) if letter]
    if not options:
        return ""
    body = options[0] if len(options) == 1 and "" not in node else f"(?:{'|'.join(options)})"
    return f"{body}?" if "" in node and body.startswith("(") else f"(?:{body})?" if "" in node else body
