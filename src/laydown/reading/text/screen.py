"""The screen: which sentences can carry a claim at all, told by words alone, before anything is parsed.

An irrelevant article must cost next to nothing: its words are asked for in a set, then those of each line, and only
where a line may hold a claim is the text cut into sentences. All is made of the words in the same tables as the
finders, so that they cannot drift apart.
"""

import re
from functools import cache
from typing import Final

from laydown.lexicon.forces import arms_words, force_words, ship_prefixes
from laydown.lexicon.letters import trie
from laydown.lexicon.tables import cell, of_sort, table
from laydown.lexicon.verbs import movement_nouns, movement_verbs, presence_verbs, readiness_verbs, speech_verbs
from laydown.reading.text.marks import Phrases

BARE: Final = 160
"""Characters of a line that sends a force without a verb."""

WORDS_TOO: Final = frozenset({"faa", "plan", "plans", "iris", "ran", "afp", "guards", "marines", "its", "arm"})
"""Services and ship prefixes whose name in small letters is another word: the screen does not see capitals."""

THINGS: Final = ("weapon", "platform", "measure")
"""What is given besides items: weapons, ships and aircraft, and goods by the ton."""

AIRCRAFT: Final = (
    r"(?:f|cf|rc|ef|mv|cv|ac|hh|su|mig|b|c|kc|ec|ea|tu|il|an|mi|ka|ah|uh|ch|mh|mq|rq|p|e|a)-\d{1,3}[a-z]{0,2}s?(?!\w)"
)


@cache
def _force(*, arms: bool = True) -> Phrases:
    """What is a force by itself: troops, battalions, warships, services by name; aircraft are told by their number."""
    return Phrases((), parts=_nouns(weak=False, arms=arms) | (_services() - WORDS_TOO), names=_prefixes())


def _prefixes() -> set[str]:
    """The prefixes of warships before a name."""
    return {prefix.lower() for prefix in ship_prefixes() if len(prefix) > 2} - WORDS_TOO


def _names_force(text: str, *, arms: bool = True) -> bool:
    return _force(arms=arms).stand_in(text) or _names_aircraft(text)


def _names_aircraft(text: str) -> bool:
    """Whether an aircraft is named by its number; the dash before a number is looked for first, for it is rare."""
    return "-" in text and _DESIGNATOR.search(text) is not None and _AIRCRAFT.search(text) is not None


@cache
def _perhaps(*, arms: bool = True) -> Phrases:
    """What is a force only in the right company: police, boats, men, the army."""
    return Phrases(_nouns(weak=True, arms=arms))


@cache
def _heads() -> Phrases:
    """All that is or may be a force by its words."""
    return Phrases(
        _nouns(weak=True, arms=True) | _nouns(weak=False, arms=True) | (_services() - WORDS_TOO) | _prefixes()
    )


def _nouns(*, weak: bool, arms: bool) -> set[str]:
    barred = {"bars"} if arms else {"bars", "needs"}
    words = (w for group in force_words().values() for w in group if w.weak == weak and w.company not in barred)
    return {" ".join(w.words).replace(" - ", "-") for w in words}


def _services() -> set[str]:
    rows = (row for row in table("organizations") if row["kind"] in {"service", "unit_family"})
    return {
        name.lower()
        for row in rows
        for name in (row["name"], *cell(row, "aliases"))
        if row["kind"] == "service" or " " in name
    }


@cache
def _motion() -> Phrases:
    """Any word of moving, standing, readiness or command."""
    words = {*movement_verbs(), *movement_nouns(), *presence_verbs(), *readiness_verbs(), *_alerts()}
    return Phrases(
        (words | {w for row in table("command_words") for w in cell(row, "words")}) - {"'s", "'re", "'ve", "be"}
    )


@cache
def _deed() -> Phrases:
    """A word that moves, stations or alerts forces and little else: deploy, withdraw, on high alert."""
    verbs = {form for form, found in movement_verbs().items() if any(not verb.light for verb in found)}
    nouns = {form for form, found in movement_nouns().items() if any(not verb.light_noun for verb in found)}
    held = {form for form, verb in presence_verbs().items() if verb.participle}
    alert = {form for form, (_, needs) in readiness_verbs().items() if not needs}
    return Phrases(verbs | nouns | held | alert | _alerts())


@cache
def _going() -> Phrases:
    """Any word of moving or standing but "be" and "have", which stand in every sentence."""
    standing = {
        form for form, verb in presence_verbs().items() if verb.lemma not in {"be", "have", "number", "conduct"}
    }
    return Phrases({*movement_verbs(), *movement_nouns(), *standing} - {"be"})


@cache
def _water() -> Phrases:
    """What speaks of the sea, beside which carriers and cruisers are ships."""
    return Phrases(of_sort("place_words", "water"))


def _alerts() -> set[str]:
    return {row["phrase"] for row in table("readiness_words")}


@cache
def _level() -> re.Pattern[str]:
    """What names the size of a force, whatever the verb: "the number of soldiers stands at 900"."""
    change = r"from (?:[a-z]+ )?\d[\d,.]*(?: [a-z]+)? to (?:[a-z]+ )?\d[\d,.]*"
    words = r"number of|total|strength|headcount|(?:ma[dk]e|makes|making) up|there will be|up from|down from"
    return re.compile(rf"(?<!\w)(?:{words}|{change})(?!\w)")


@cache
def _aid(sort: str) -> Phrases:
    return Phrases(of_sort("aid_words", sort, *(THINGS if sort == "item" else ())))


@cache
def _signs() -> frozenset[str]:
    """The signs of money, wherever they stand; "US$" holds "$"."""
    signs = {row["sign"].lower() for row in table("currencies")}
    return frozenset(sign for sign in signs if not sign.isalpha() and len(sign) == 1)


@cache
def _coins() -> Phrases:
    """The names of money, which are words of their own: the "eur" of "Europe" is none."""
    return Phrases(row["sign"].lower() for row in table("currencies") if row["sign"][-1].isalpha())


def _names_money(text: str) -> bool:
    return any(sign in text for sign in _signs()) or _coins().stand_in(text)


@cache
def _giving() -> Phrases:
    verbs = {w for row in table("giving_verbs") if row["thing"] for w in cell(row, "forms")}
    return Phrases(verbs | of_sort("aid_words", "gift"))


@cache
def _number() -> re.Pattern[str]:
    """A number in digits or words."""
    words = (row["word"] for row in table("number_words") if row["role"] not in {"article", "suffix", "both"})
    return re.compile(rf"\d|(?<!\w)(?:{trie({*words} - {'one'})})(?!\w)")


@cache
def _denial() -> Phrases:
    return Phrases({"no", "neither", "nor", "none"})


@cache
def _saying() -> Phrases:
    return Phrases(speech_verbs())


@cache
def _speech() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{trie(speech_verbs())})(?!\w)")


@cache
def _arms() -> Phrases:
    """What speaks of arms: words, services by name, the prefixes of warships."""
    return Phrases((), parts=arms_words() | (_services() - WORDS_TOO), names=_prefixes())


def speaks_of_arms(text: str) -> bool:
    """Whether TEXT (lower case) speaks of arms anywhere, so that its "carriers" and "units" may be forces."""
    return _arms().stand_in(text) or _names_aircraft(text)


def is_relevant(text: str, *, arms: bool = True) -> bool:
    """Whether TEXT (lower case) names a force, what may be one beside ARMS, or money for aid anywhere."""
    if not _heads().miss(text) and (_force(arms=arms).stand_in(text) or _perhaps(arms=arms).stand_in(text)):
        return True
    if _names_aircraft(text):
        return True
    if _aid("money").stand_in(text) and _names_money(text):
        return True
    return _aid("weapon").stand_in(text) and _giving().stand_in(text)


def may_hold(line: str) -> bool:
    """Whether some part of a LINE (lower case) may carry or send: quick, and never no where that of a part is yes."""
    if _force().some_in(line) or ("-" in line and _DESIGNATOR.search(line)):
        return True
    if _perhaps().some_in(line) and (_deed().some_in(line) or _going().some_in(line) or _denial().some_in(line)):
        return True
    if _giving().some_in(line) and (_DIGIT.search(line) or _number().search(line)):
        return True
    return _DIGIT.search(line) is not None and _aid("money").some_in(line)


_DESIGNATOR: Final = re.compile(r"-\d")
_DIGIT: Final = re.compile(r"\d")
_AIRCRAFT: Final = re.compile(rf"(?<![\w-]){AIRCRAFT}")


def may_carry(sentence: str, *, arms: bool = True) -> bool:
    """Whether a sentence (lower case) can carry a claim of forces: a movement, a presence, assistance and the rest.

    Without ARMS in its report, its carriers, units and crews are none.
    """
    if _may_be_of_force(sentence, arms=arms):
        return True
    if _DIGIT.search(sentence) and _names_money(sentence):
        return _aid("money").stand_in(sentence) or _giving().stand_in(sentence)
    if not (_giving().stand_in(sentence) and _aid("item").stand_in(sentence)):
        return False
    return _DIGIT.search(sentence) is not None or _number().search(sentence) is not None


def _may_be_of_force(sentence: str, *, arms: bool) -> bool:
    """Whether a sentence has a force, and a word of movement, standing or size beside it."""
    if _heads().miss(sentence):
        return _names_aircraft(sentence) and (may_move(sentence) or _may_count(sentence))
    if _names_force(sentence, arms=arms) and (may_move(sentence) or _may_count(sentence)):
        return True
    return _perhaps(arms=arms).stand_in(sentence) and _in_earnest(sentence)


def _may_count(sentence: str) -> bool:
    """Whether a sentence may tell how large a force is."""
    return _level().search(sentence) is not None and any(c.isdigit() for c in sentence)


def may_send(line: str) -> bool:
    """Whether an item or a heading (lower case) can send a force without a verb: "two frigates to the Baltic Sea"."""
    return " to " in line and len(line) < BARE and _names_force(line)


def _in_earnest(sentence: str) -> bool:
    """Whether the rest of a sentence makes forces of police or boats: a deed, a number that goes, a denial."""
    if _water().stand_in(sentence) and may_move(sentence):
        return True
    if _deed().stand_in(sentence) or (_number().search(sentence) and _going().stand_in(sentence)):
        return True
    return _denial().stand_in(sentence) and may_move(sentence)


def may_move(sentence: str) -> bool:
    """Whether a sentence (lower case) has a word of movement or standing."""
    return _motion().stand_in(sentence) or _BACK.search(sentence) is not None


def may_continue(sentence: str) -> bool:
    """Whether a sentence (lower case) can go on with the one before: "Another 300 are expected", "They leave"."""
    if any(match[1] in movement_verbs() for match in _THEM.finditer(sentence)) or _MORE.search(sentence) is not None:
        return True
    return _goes_on().match(sentence) is not None and (may_move(sentence) or _THERE.search(sentence) is not None)


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


def may_speak(sentence: str) -> bool:
    """Whether a sentence (lower case) can carry a statement: a speech verb or a quotation mark in it."""
    if '"' in sentence or "“" in sentence or "”" in sentence:
        return True
    return not _saying().miss(sentence) and _speech().search(sentence) is not None
