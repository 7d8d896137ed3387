"""The screen: which sentences can carry a claim at all, told by words alone, before anything is parsed.

An irrelevant article must cost next to nothing: its words are asked for in a set, then patterns are asked of the whole
text, and nothing more if they find none. The patterns are tries of the words in the same tables as the finders, and the
set is made of the words of the patterns, so that they cannot drift apart.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from laydown.lexicon.forces import arms_words, force_words, ship_prefixes
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


BARE: Final = 160
"""Characters of a line that sends a force without a verb."""

WORDS_TOO: Final = frozenset({"faa", "plan", "plans", "iris", "ran", "afp", "guards", "marines", "its", "arm"})
"""Services and ship prefixes whose name in small letters is another word: the screen does not see capitals."""

THINGS: Final = ("platform", "measure")
"""What is given besides items: ships and aircraft, and goods by the ton."""

AIRCRAFT: Final = r"(?:f|su|mig|b|c|kc|ec|ea|tu|il|an|mi|ka|ah|uh|ch|mh|mq|rq|p|e|a)-\d{1,3}[a-z]{0,2}s?(?!\w)"


def _words(pattern: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{trie(pattern)})(?!\w)")


@cache
def _force(*, arms: bool = True) -> re.Pattern[str]:
    """What is a force by itself: troops, battalions, warships, services by name, aircraft by designator."""
    words = _nouns(weak=False, arms=arms) | (_services() - WORDS_TOO)
    prefixes = "|".join({prefix.lower() for prefix in ship_prefixes() if len(prefix) > 2} - WORDS_TOO)
    return re.compile(rf"(?<![\w-])(?:{trie(words)}(?![\w-])|(?:{prefixes}) (?=\w)|{AIRCRAFT})")


@cache
def _perhaps(*, arms: bool = True) -> re.Pattern[str]:
    """What is a force only in the right company: police, boats, men, the army."""
    return _words(_nouns(weak=True, arms=arms))


def _nouns(*, weak: bool, arms: bool) -> set[str]:
    barred = {"bars"} if arms else {"bars", "needs"}
    words = (w for group in force_words().values() for w in group if w.weak == weak and w.company not in barred)
    return {" ".join(w.words).replace(" - ", "-") for w in words}


def _services() -> set[str]:
    rows = (row for row in table("organizations") if row["kind"] == "service")
    return {name.lower() for row in rows for name in (row["name"], *cell(row, "aliases"))}


@cache
def _motion() -> re.Pattern[str]:
    """Any word of moving, standing, readiness or command."""
    words = {*movement_verbs(), *movement_nouns(), *presence_verbs(), *readiness_verbs(), *_alerts()}
    return _words(
        (words | {w for row in table("command_words") for w in cell(row, "words")}) - {"'s", "'re", "'ve", "be"}
    )


@cache
def _deed() -> re.Pattern[str]:
    """A word that moves, stations or alerts forces and little else: deploy, withdraw, on high alert."""
    verbs = {form for form, found in movement_verbs().items() if any(not verb.light for verb in found)}
    nouns = {form for form, found in movement_nouns().items() if any(not verb.light_noun for verb in found)}
    held = {form for form, verb in presence_verbs().items() if verb.participle}
    alert = {form for form, (_, needs) in readiness_verbs().items() if not needs}
    return _words(verbs | nouns | held | alert | _alerts())


@cache
def _going() -> re.Pattern[str]:
    """Any word of moving or standing but "be" and "have", which stand in every sentence."""
    standing = {
        form for form, verb in presence_verbs().items() if verb.lemma not in {"be", "have", "number", "conduct"}
    }
    return _words({*movement_verbs(), *movement_nouns(), *standing})


def _alerts() -> set[str]:
    return {row["phrase"] for row in table("readiness_words")}


@cache
def _level() -> re.Pattern[str]:
    """What names the size of a force, whatever the verb: "the number of soldiers stands at 900"."""
    return re.compile(r"(?<!\w)(?:number of|total|strength|headcount|up from|down from)(?!\w)")


@cache
def _aid(sort: str) -> re.Pattern[str]:
    sorts = {sort, *THINGS} if sort == "item" else {sort}
    return _words(w for row in table("aid_words") if row["sort"] in sorts for w in cell(row, "words"))


@cache
def _money() -> re.Pattern[str]:
    """A sign of money wherever it stands, or a name of it as a word: the "eur" of "Europe" is none."""
    names = {row["sign"].lower() for row in table("currencies")}
    signs = {name for name in names if not name.isalpha()}
    return re.compile(rf"(?:{trie(signs)})|{_words(names - signs).pattern}")


@cache
def _giving() -> re.Pattern[str]:
    return _words(w for row in table("giving_verbs") if row["thing"] for w in cell(row, "forms"))


@cache
def _number() -> re.Pattern[str]:
    """A number in digits or words."""
    words = (row["word"] for row in table("number_words") if row["role"] not in {"article", "suffix", "both"})
    return re.compile(rf"\d|(?<!\w)(?:{trie({*words} - {'one'})})(?!\w)")


@cache
def _denial() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:no|neither|nor|none)(?!\w)")


@cache
def _speech() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w])(?:{trie(speech_verbs())})(?!\w)|[\"“”]")


@cache
def _arms() -> re.Pattern[str]:
    """What speaks of arms: words, services by name, the prefixes of warships."""
    prefixes = "|".join({prefix.lower() for prefix in ship_prefixes() if len(prefix) > 2} - WORDS_TOO)
    words = trie(arms_words() | (_services() - WORDS_TOO))
    return re.compile(rf"(?<![\w-])(?:{words}(?![\w-])|(?:{prefixes}) (?=\w)|{AIRCRAFT})")


def speaks_of_arms(text: str) -> bool:
    """Whether TEXT (lower case) speaks of arms anywhere, so that its "carriers" and "units" may be forces."""
    return _arms().search(text) is not None


def is_relevant(text: str, *, arms: bool = True) -> bool:
    """Whether TEXT (lower case) names a force, what may be one beside ARMS, or money for aid anywhere."""
    words = _runs(text)
    named = _heads().some_in(words) or _DESIGNATOR.search(text)
    if named and (_force(arms=arms).search(text) or _perhaps(arms=arms).search(text)):
        return True
    if not _aid_heads().some_in(words):
        return False
    return bool(_money().search(text) and _aid("money").search(text))


def may_hold(line: str) -> bool:
    """Whether some part of a LINE (lower case) may carry a claim by itself: quick, and never no where `may_carry` is.

    A part is cut out between words, so its runs of letters are runs of the line too.
    """
    words = _runs(line)
    if _heads().some_in(words) or _DESIGNATOR.search(line):
        return True
    return _DIGIT.search(line) is not None and _gifts().some_in(words)


_LETTERS: Final = bytes(c if 97 <= c <= 122 else 32 for c in range(256))
_DESIGNATOR: Final = re.compile(r"-\d")
_DIGIT: Final = re.compile(r"\d")


def _runs(text: str) -> list[bytes]:
    """The runs of small Latin letters in TEXT: what a set of words is asked for, ten times as quickly as a pattern."""
    return text.encode("utf-8", "replace").translate(_LETTERS).split()


class _Marks:
    """The runs of letters of phrases, each phrase under its longest run: where one is missing, so is the phrase."""

    def __init__(self, phrases: Iterable[str]) -> None:
        whole: dict[bytes, set[frozenset[bytes]]] = {}
        for phrase in phrases:
            runs = _runs(phrase)
            whole.setdefault(max(runs, key=len), set()).add(frozenset(runs))
        self._whole = whole
        self._longest = frozenset(whole)

    def some_in(self, words: list[bytes]) -> bool:
        """Whether all runs of some phrase are among WORDS."""
        if self._longest.isdisjoint(words):
            return False
        here = frozenset(words)
        return any(runs <= here for longest in self._longest & here for runs in self._whole[longest])


@cache
def _heads() -> _Marks:
    """The marks of all that is or may be a force; aircraft by designator are told by their number."""
    prefixes = {prefix.lower() for prefix in ship_prefixes() if len(prefix) > 2}
    return _Marks(_nouns(weak=False, arms=True) | _nouns(weak=True, arms=True) | ((_services() | prefixes) - WORDS_TOO))


@cache
def _aid_heads() -> _Marks:
    return _Marks(w for row in table("aid_words") if row["sort"] == "money" for w in cell(row, "words"))


@cache
def _gifts() -> _Marks:
    """The marks of what aid is told by: money, things and giving."""
    things = {w for row in table("aid_words") if row["sort"] in {"money", "item", *THINGS} for w in cell(row, "words")}
    return _Marks(things | {w for row in table("giving_verbs") if row["thing"] for w in cell(row, "forms")})


def may_carry(sentence: str, *, arms: bool = True) -> bool:
    """Whether a sentence (lower case) can carry a claim of forces: a movement, a presence, assistance and the rest.

    Without ARMS in its report, its carriers, units and crews are none.
    """
    if not may_hold(sentence):
        return False
    if _force(arms=arms).search(sentence) and _motion().search(sentence):
        return True
    if _force(arms=arms).search(sentence) and _level().search(sentence) and any(c.isdigit() for c in sentence):
        return True
    if _perhaps(arms=arms).search(sentence) and _in_earnest(sentence):
        return True
    if not _DIGIT.search(sentence):
        return False
    if _money().search(sentence):
        return bool(_aid("money").search(sentence) or _giving().search(sentence))
    return bool(_aid("item").search(sentence) and _giving().search(sentence))


def may_send(line: str) -> bool:
    """Whether an item or a heading (lower case) can send a force without a verb: "two frigates to the Baltic Sea"."""
    return " to " in line and len(line) < BARE and _force().search(line) is not None


def _in_earnest(sentence: str) -> bool:
    """Whether the rest of a sentence makes forces of police or boats: a deed, a number that goes, a denial."""
    if _deed().search(sentence) or (_number().search(sentence) and _going().search(sentence)):
        return True
    return _denial().search(sentence) is not None and may_move(sentence)


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
