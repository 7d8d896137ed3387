"""The screen: which sentences can carry a claim at all, told by words alone, before anything is parsed.

An irrelevant article must cost next to nothing: all phrases of all sorts are looked for in it in one pass, and only
where it names a force or aid is it cut into sentences, each with the signs that stand in it. All is made of the words
in the same tables as the finders, so that they cannot drift apart.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from laydown.lexicon.forces import arms_words, force_words, ship_prefixes
from laydown.lexicon.letters import trie
from laydown.lexicon.tables import cell, of_sort, table
from laydown.lexicon.verbs import movement_nouns, movement_verbs, presence_verbs, readiness_verbs, speech_verbs
from laydown.reading.text.marks import Marks, Phrases

BARE: Final = 160
"""Characters of a line that sends a force without a verb."""

WORDS_TOO: Final = frozenset({"faa", "plan", "plans", "iris", "ran", "afp", "guards", "marines", "its", "arm"})
"""Services and ship prefixes whose name in small letters is another word: the screen does not see capitals."""

THINGS: Final = ("weapon", "platform", "measure")
"""What is given besides items: weapons, ships and aircraft, and goods by the ton."""

AIRCRAFT: Final = (
    r"(?:f|cf|rc|ef|mv|cv|ac|hh|su|mig|b|c|kc|ec|ea|tu|il|an|mi|ka|ah|uh|ch|mh|mq|rq|p|e|a)-\d{1,3}[a-z]{0,2}s?(?!\w)"
)


FORCE, NEEDY_FORCE, PERHAPS, NEEDY_PERHAPS, MOTION, DEED, GOING, WATER = (1 << bit for bit in range(8))
MONEY, WEAPON, ITEM, GIVING, DENIAL, SAYING, COIN, ARMS, LARGE, PACKAGE = (1 << bit for bit in range(8, 18))
"""What a phrase is a sign of. The needy are forces only in a report that speaks of arms: carriers, units, crews."""


class Glance(NamedTuple):
    """A text in small letters, and the signs that stand in it, as a sum of bits."""

    text: str
    signs: int


@cache
def _marks() -> Marks:
    """All phrases of the screen."""
    return Marks(
        {
            FORCE: Phrases((), parts=_nouns(weak=False, needy=False) | (_services() - WORDS_TOO), names=_prefixes()),
            NEEDY_FORCE: Phrases((), parts=_nouns(weak=False, needy=True)),
            PERHAPS: Phrases(_nouns(weak=True, needy=False)),
            NEEDY_PERHAPS: Phrases(_nouns(weak=True, needy=True)),
            MOTION: Phrases(_motion()),
            DEED: Phrases(_deed()),
            GOING: Phrases(_going()),
            WATER: Phrases(of_sort("place_words", "water")),
            MONEY: Phrases(of_sort("aid_words", "money")),
            WEAPON: Phrases(of_sort("aid_words", "weapon")),
            ITEM: Phrases(of_sort("aid_words", "item", *THINGS)),
            GIVING: Phrases(_giving()),
            LARGE: Phrases(of_sort("aid_words", "large")),
            PACKAGE: Phrases(of_sort("aid_words", "package")),
            DENIAL: Phrases({"no", "neither", "nor", "none"}),
            SAYING: Phrases(speech_verbs()),
            COIN: Phrases(row["sign"].lower() for row in table("currencies") if row["sign"][-1].isalpha()),
            ARMS: Phrases((), parts=arms_words() | (_services() - WORDS_TOO), names=_prefixes()),
        }
    )


def in_small(text: str) -> str:
    """TEXT in small letters, each at the place where it stood: a letter of which small ones are two is left."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@lru_cache(maxsize=2)
def _found(text: str) -> tuple[tuple[int, int], ...]:
    """Where each phrase stands in TEXT, with its signs: kept for the next question about the same text."""
    return tuple(_marks().found(text))


def glance(text: str, *, arms: bool = True) -> Glance:
    """TEXT (in small letters) with its signs; where its report does not speak of ARMS, its carriers are no forces."""
    signs = 0
    for _, bits in _found(text):
        signs |= bits
    return Glance(text, _settled(signs, arms=arms))


def glances(text: str, spans: Sequence[tuple[int, int]], *, arms: bool) -> list[Glance]:
    """The same of each of SPANS, in order, which do not overlap, from one look at the whole TEXT."""
    signs = [0] * len(spans)
    starts = [start for start, _ in spans]
    for at, bits in _found(text):
        which = bisect_right(starts, at) - 1
        if which >= 0 and at < spans[which][1]:
            signs[which] |= bits
    return [Glance(text[low:high], _settled(one, arms=arms)) for (low, high), one in zip(spans, signs, strict=True)]


def _settled(signs: int, *, arms: bool) -> int:
    """SIGNS in which the needy are what their report makes of them: what they are beside ARMS, or nothing."""
    if arms and signs & (NEEDY_FORCE | NEEDY_PERHAPS):
        signs |= (FORCE if signs & NEEDY_FORCE else 0) | (PERHAPS if signs & NEEDY_PERHAPS else 0)
    return signs


def _prefixes() -> set[str]:
    """The prefixes of warships before a name."""
    return {prefix.lower() for prefix in ship_prefixes() if len(prefix) > 2} - WORDS_TOO


def _nouns(*, weak: bool, needy: bool) -> set[str]:
    """What is a force by itself (troops, warships), or in the right company if WEAK (police, boats, men)."""
    words = (w for group in force_words().values() for w in group if w.weak == weak and w.company != "bars")
    return {" ".join(w.words).replace(" - ", "-") for w in words if (w.company == "needs") == needy}


def _services() -> set[str]:
    rows = (row for row in table("organizations") if row["kind"] in {"service", "unit_family"})
    return {
        name.lower()
        for row in rows
        for name in (row["name"], *cell(row, "aliases"))
        if row["kind"] == "service" or " " in name
    }


def _motion() -> set[str]:
    """Any word of moving, standing, readiness or command."""
    words = {*movement_verbs(), *movement_nouns(), *presence_verbs(), *readiness_verbs(), *_alerts()}
    return (words | {w for row in table("command_words") for w in cell(row, "words")}) - {"'s", "'re", "'ve", "be"}


def _deed() -> set[str]:
    """A word that moves, stations or alerts forces and little else: deploy, withdraw, on high alert."""
    verbs = {form for form, found in movement_verbs().items() if any(not verb.light for verb in found)}
    nouns = {form for form, found in movement_nouns().items() if any(not verb.light_noun for verb in found)}
    held = {form for form, verb in presence_verbs().items() if verb.participle}
    alert = {form for form, (_, needs) in readiness_verbs().items() if not needs}
    return verbs | nouns | held | alert | _alerts()


def _going() -> set[str]:
    """Any word of moving or standing but "be" and "have", which stand in every sentence."""
    standing = {
        form for form, verb in presence_verbs().items() if verb.lemma not in {"be", "have", "number", "conduct"}
    }
    return {*movement_verbs(), *movement_nouns(), *standing} - {"be"}


def _alerts() -> set[str]:
    return {row["phrase"] for row in table("readiness_words")}


def _giving() -> set[str]:
    verbs = {w for row in table("giving_verbs") if row["thing"] for w in cell(row, "forms")}
    return verbs | of_sort("aid_words", "gift", "holds")


@cache
def _level() -> re.Pattern[str]:
    """What names the size of a force, whatever the verb: "the number of soldiers stands at 900"."""
    change = r"from (?:[a-z]+ )?\d[\d,.]*(?: [a-z]+)? to (?:[a-z]+ )?\d[\d,.]*"
    words = r"number of|total|strength|headcount|(?:ma[dk]e|makes|making) up|there will be|up from|down from"
    return re.compile(rf"(?<!\w)(?:{words}|{change})(?!\w)")


@cache
def _signs_of_money() -> frozenset[str]:
    """The signs of money, wherever they stand; "US$" holds "$"."""
    signs = {row["sign"].lower() for row in table("currencies")}
    return frozenset(sign for sign in signs if not sign.isalpha() and len(sign) == 1)


def _names_money(seen: Glance) -> bool:
    return bool(seen.signs & COIN) or any(sign in seen.text for sign in _signs_of_money())


@cache
def _number() -> re.Pattern[str]:
    """A number in digits or words."""
    words = (row["word"] for row in table("number_words") if row["role"] not in {"article", "suffix", "both"})
    return re.compile(rf"\d|(?<!\w)(?:{trie({*words} - {'one'})})(?!\w)")


_DESIGNATOR: Final = re.compile(r"-\d")
_DIGIT: Final = re.compile(r"\d")
_AIRCRAFT: Final = re.compile(rf"(?<![\w-]){AIRCRAFT}")


def _names_force(seen: Glance) -> bool:
    return bool(seen.signs & FORCE) or _names_aircraft(seen.text)


def _names_aircraft(text: str) -> bool:
    """Whether an aircraft is named by its number; the dash before a number is looked for first, for it is rare."""
    return "-" in text and _DESIGNATOR.search(text) is not None and _AIRCRAFT.search(text) is not None


def speaks_of_arms(seen: Glance) -> bool:
    """Whether a text speaks of arms anywhere, so that its "carriers" and "units" may be forces."""
    return bool(seen.signs & ARMS) or _names_aircraft(seen.text)


def is_relevant(seen: Glance) -> bool:
    """Whether a text names a force, what may be one, or money or weapons for aid anywhere."""
    if seen.signs & (FORCE | PERHAPS) or _names_aircraft(seen.text):
        return True
    if seen.signs & MONEY and _names_money(seen):
        return True
    return bool(seen.signs & WEAPON and seen.signs & GIVING)


def may_carry(seen: Glance) -> bool:
    """Whether a sentence can carry a claim of forces: a movement, a presence, assistance and the rest."""
    if _names_force(seen) and (may_move(seen) or _may_count(seen.text)):
        return True
    if seen.signs & PERHAPS and _in_earnest(seen):
        return True
    counted = _DIGIT.search(seen.text) is not None
    if counted and _names_money(seen):
        return bool(seen.signs & (MONEY | GIVING))
    if not seen.signs & GIVING:
        return False
    if seen.signs & LARGE or (_names_force(seen) and _SINGLE.search(seen.text) is not None):
        return True  # "donated a corvette to Togo"
    return bool(seen.signs & ITEM) and (counted or _number().search(seen.text) is not None)


_SINGLE: Final = re.compile(r"(?<!\w)(?:an?|another|one)(?!\w)")
"""What makes one thing of a noun."""


def _may_count(sentence: str) -> bool:
    """Whether a sentence may tell how large a force is."""
    return _level().search(sentence) is not None and any(c.isdigit() for c in sentence)


@cache
def _opening_aid() -> re.Pattern[str]:
    words = trie(of_sort("aid_words", "package"))
    return re.compile(rf"(?<!\w)(?:{words}) (?:[a-z]+ )?(?:to|for) ")


def may_open_aid(seen: Glance) -> bool:
    """Whether a sentence can name who gives whom, for the next to count what: "a new package for Jordan"."""
    return bool(seen.signs & PACKAGE) and _opening_aid().search(seen.text) is not None


def may_send(line: Glance) -> bool:
    """Whether an item or a heading can send a force without a verb: "two frigates to the Baltic Sea"."""
    return " to " in line.text and len(line.text) < BARE and _names_force(line)


def _in_earnest(seen: Glance) -> bool:
    """Whether the rest of a sentence makes forces of police or boats: a deed, a number that goes, a denial."""
    if seen.signs & WATER and may_move(seen):
        return True
    if seen.signs & DEED or (seen.signs & GOING and _number().search(seen.text)):
        return True
    return bool(seen.signs & DENIAL) and may_move(seen)


def may_move(seen: Glance) -> bool:
    """Whether a sentence has a word of movement or standing."""
    return bool(seen.signs & MOTION) or _BACK.search(seen.text) is not None


def may_continue(seen: Glance) -> bool:
    """Whether a sentence can go on with the one before: "Another 300 are expected", "They leave"."""
    sentence = seen.text
    if any(match[1] in movement_verbs() for match in _THEM.finditer(sentence)) or _MORE.search(sentence) is not None:
        return True
    return _goes_on().match(sentence) is not None and (may_move(seen) or _THERE.search(sentence) is not None)


_BACK: Final = re.compile(r"\bbe (?:back|home)\b")
"""What says without a verb of moving that a force moves: "will be home by May"."""
_MORE: Final = re.compile(r"\bsend(?:ing|s)? (?:\w+ ){0,3}(?:another \d|an additional \d|a further \d|\d[\d,]* more\b)")
"""What sends more of those who were told before: "plans to send 100 more"."""
_THEM: Final = re.compile(r"\b(\w+) them\b")
"""What moves those who were told before: "Khartoum declined to send them"."""
_THERE: Final = re.compile(r"\d (?:already|currently|now) ")
"""What says without a verb that a number stands somewhere: "They will replace the 500 now there"."""


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile(rf"[\"“'‘]?(?:(?:the )?\d|(?:{trie(row['word'] for row in table('continuations'))})(?!\w))")


def may_speak(seen: Glance) -> bool:
    """Whether a sentence can carry a statement: a speech verb or a quotation mark in it."""
    return bool(seen.signs & SAYING) or '"' in seen.text or "“" in seen.text or "”" in seen.text
