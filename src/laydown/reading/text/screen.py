"""The screen: which sentences can carry a claim at all, told by words alone, before anything is parsed.

An irrelevant article must cost next to nothing: one search for a force word over the whole text, and nothing more if
there is none. The patterns are tries of the words in the same tables as the finders', so that they cannot drift apart.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from laydown.lexicon.forces import force_words, ship_prefixes
from laydown.lexicon.tables import cell, table
from laydown.lexicon.verbs import movement_nouns, movement_verbs, presence_verbs, readiness_verbs, speech_verbs

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


WORDS_TOO: Final = frozenset({"plan", "ran", "afp", "guards", "marines"})
"""Services whose name in small letters is another word, or a news agency's: the screen does not see capitals."""


@cache
def _force() -> re.Pattern[str]:
    words = [" ".join(w.words).replace(" - ", "-") for group in force_words().values() for w in group]
    words += [
        name.lower()
        for row in table("organizations")
        if row["kind"] == "service"
        for name in (row["name"], *cell(row, "aliases"))
        if name.lower() not in WORDS_TOO
    ]
    prefixes = "|".join(prefix.lower() for prefix in ship_prefixes() if len(prefix) > 2)
    return re.compile(rf"(?<![\w-])(?:{trie(words)}(?![\w-])|(?:{prefixes}) (?=\w))")


@cache
def _motion() -> re.Pattern[str]:
    words = {*movement_verbs(), *movement_nouns(), *presence_verbs()} - {"'s", "'re", "'ve", "be"}
    words |= {w for form in readiness_verbs() for w in [form]}
    words |= {row["phrase"] for row in table("readiness_words")}
    words |= {w for row in table("command_words") for w in cell(row, "words")}
    return re.compile(rf"(?<![\w])(?:{trie(words)})(?!\w)")


@cache
def _aid() -> re.Pattern[str]:
    words = [w for row in table("aid_words") for w in cell(row, "words")]
    return re.compile(rf"(?<![\w])(?:{trie(words)})(?!\w)")


@cache
def _speech() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w])(?:{trie(speech_verbs())})(?!\w)|[\"“”]")


def is_relevant(text: str) -> bool:
    """Whether TEXT (lower case) names a force, a warship or aid between states anywhere."""
    return _force().search(text) is not None or _aid_to().search(text) is not None


@cache
def _aid_to() -> re.Pattern[str]:
    """Aid with an amount of money near it; the bare word "support" would let every article through."""
    words = [w for row in table("aid_words") if row["sort"] == "money" for w in cell(row, "words")]
    return re.compile(rf"[$€£]\s?\d[\d.,]*(?: \w+)?(?: \w+){{0,6}} (?:{trie(words)})(?!\w)")


def may_carry(sentence: str) -> bool:
    """Whether a sentence (lower case) can carry a claim of forces: a movement, a presence, assistance and the rest."""
    if _force().search(sentence) and _motion().search(sentence):
        return True
    if not any(c.isdigit() for c in sentence):
        return False
    return bool(_aid().search(sentence)) or bool(_money().search(sentence) and _giving().search(sentence))


@cache
def _money() -> re.Pattern[str]:
    names = trie(row["sign"].lower() for row in table("currencies"))
    return re.compile(rf"(?:{names})")


@cache
def _giving() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{trie(w for row in table('giving_verbs') if row['thing'] for w in cell(row, 'forms'))})(?!\w)"
    )


def may_move(sentence: str) -> bool:
    """Whether a sentence (lower case) has a word of movement or standing."""
    return _motion().search(sentence) is not None


def may_continue(sentence: str) -> bool:
    """Whether a sentence (lower case) can go on with the one before: "Another 300 are expected", "They leave"."""
    return _goes_on().match(sentence) is not None and _motion().search(sentence) is not None


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile(rf"[\"“'‘]?(?:{trie(row['word'] for row in table('continuations'))})(?!\w)")


def may_speak(sentence: str) -> bool:
    """Whether a sentence (lower case) can carry a statement: a speech verb or a quotation mark in it."""
    return _speech().search(sentence) is not None
