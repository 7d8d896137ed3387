"""The screen: which sentences are worth parsing, and that its patterns match exactly their words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laydown.lexicon.forces import force_words, ship_prefixes
from laydown.lexicon.letters import trie
from laydown.lexicon.tables import cell, table
from laydown.lexicon.verbs import movement_nouns, movement_verbs, presence_verbs, speech_verbs
from laydown.model import Report
from laydown.reading import read, screened
from laydown.reading.text.marks import Phrases
from laydown.reading.text.passages import passages
from laydown.reading.text.screen import WORDS_TOO, glance, glances, in_small, is_relevant, may_carry, may_speak

CARRIES = """
Denmark sent 150 troops to Latvia.
The French soldiers left Mali.
A withdrawal of all peacekeepers from Goma is planned.
USS Ross is at sea.
HMAS Ballarat arrived in Guam.
Three destroyers are stationed in Rota.
A fighter squadron was put on high alert.
Six F-16s and two fighter jets flew to Estonia.
The 30 advisers, he said, remain there.
Tanks rolled over the border and entered Georgia.
The troops will be under U.S. command.
Congress approved $300 million in military aid.
Berlin will give Kyiv 40 howitzers.
"""

CARRIES_NOT = """
It rained in Paris, and nobody left.
The minister visited Rome to speak about wheat.
Parliament passed the budget of $3 billion.
Striker joins a new club for €40m.
The soldiering of old was hard.
A warship-like yacht was on show.
Tankard sales are up; 20 Marineland tickets are left.
Helped by aid, they went on.
A ussr flag flew there.
"""

RELEVANT_NOT = """
It rained in Paris, and nobody left.
The minister spoke about wheat with farmers.
Support for the bill is at 40 percent.
She scored twice in the derby.
"""

SPEAKS = ["Kirby said so.", "He declined to say when.", "“Never.”", 'They called it "folly".', "She announced it."]
SPEAKS_NOT = ["The men left.", "It was an essay on telltales.", "They're gone.", "The sayings of old."]


@pytest.mark.parametrize("sentence", CARRIES.strip().splitlines())
def test_passes(sentence: str) -> None:
    """A sentence that may carry a claim is parsed, and its article is relevant."""
    assert may_carry(glance(sentence.lower()))
    assert is_relevant(glance(sentence.lower()))


@pytest.mark.parametrize("sentence", CARRIES_NOT.strip().splitlines())
def test_is_held_back(sentence: str) -> None:
    """Without a force that moves or stands, and without counted aid, a sentence is not parsed for one."""
    assert not may_carry(glance(sentence.lower()))


@pytest.mark.parametrize("text", RELEVANT_NOT.strip().splitlines())
def test_an_article_without_forces_is_irrelevant(text: str) -> None:
    """Nothing of it is parsed, and nothing is claimed."""
    assert not is_relevant(glance(text.lower()))
    assert screened(Report(text=text)) == []


def test_support_needs_money_to_be_relevant() -> None:
    """Bare support would let every article through; an amount of it does not."""
    assert not is_relevant(glance("the mayor has the support of the council."))
    assert is_relevant(glance("it pledged $40 million in new support for kyiv."))


@pytest.mark.parametrize("sentence", SPEAKS)
def test_speech_passes(sentence: str) -> None:
    """A verb of speech or a quotation mark may carry a statement."""
    assert may_speak(glance(sentence.lower()))


@pytest.mark.parametrize("sentence", SPEAKS_NOT)
def test_silence_does_not(sentence: str) -> None:
    """Words that only contain one, and apostrophes, do not."""
    assert not may_speak(glance(sentence.lower()))


def test_statements_are_kept_only_beside_forces() -> None:
    """In an article with a movement, who speaks about forces is kept; chatter and questions are not."""
    talk, chat = "“No invasion will go unpunished,” Kirby said.", "“It is warm,” Kirby said."
    move = "Denmark sent 150 troops to Latvia."

    def kept(*lines: str) -> list[str]:
        text = "\n".join(lines)
        return [text[s.start : s.end] for _, s in screened(Report(text=text))]

    assert kept(talk) == []
    assert kept(move, talk, chat) == [move, talk]


@pytest.mark.parametrize(
    "noun",
    sorted({" ".join(w.words).replace(" - ", "-") for g in force_words().values() for w in g if w.company != "bars"}),
)
def test_every_force_noun_passes_with_a_verb(noun: str) -> None:
    """The screen knows every noun of the lexicon, so that it cannot drift from the finders."""
    assert may_carry(glance(f"the {noun} left mali."))
    glued = noun.replace(" ", "x")
    assert not is_relevant(glance(f"the x{glued}x left mali."))


@pytest.mark.parametrize("prefix", sorted(p for p in ship_prefixes() if len(p) > 2 and p.lower() not in WORDS_TOO))
def test_every_ship_passes_with_a_verb(prefix: str) -> None:
    """A ship is a force by its prefix alone, unless the prefix in small letters is another word ("its")."""
    assert may_carry(glance(f"{prefix} Albatros left Malta.".lower()))


@pytest.mark.parametrize(
    "verb", sorted({*movement_verbs(), *movement_nouns(), *presence_verbs()} - {"'s", "'re", "'ve", "be"})
)
def test_every_verb_passes_with_a_force(verb: str) -> None:
    """The screen knows every form of every verb of movement and of standing."""
    assert may_carry(glance(f"xx {verb} xx troops xx.".lower()))


@pytest.mark.parametrize("verb", sorted(speech_verbs()))
def test_every_verb_of_speech_passes(verb: str) -> None:
    """The screen knows every form of every verb of speech."""
    assert may_speak(glance(f"xx {verb} xx".lower()))


_WORD = st.text(alphabet="abc-. +(", min_size=1, max_size=6)


@given(st.sets(_WORD, min_size=1, max_size=12), st.sets(_WORD, max_size=12))
def test_a_trie_matches_exactly_its_words(words: set[str], others: set[str]) -> None:
    """Each of its words, whole, and no other word."""
    pattern = re.compile(trie(words))
    assert all(pattern.fullmatch(word) for word in words)
    assert not [word for word in others - words if pattern.fullmatch(word)]
    assert not pattern.fullmatch("")


@given(st.sets(_WORD, min_size=1, max_size=12), _WORD)
def test_a_trie_takes_the_longest_word(words: set[str], tail: str) -> None:
    """Before any tail it matches the longest of its words that stands there."""
    text = max(words, key=len) + tail
    match = re.compile(trie(words)).match(text)
    assert match is not None
    assert match[0] == max((word for word in words if text.startswith(word)), key=len)


_TEXT = st.text(alphabet="abc-. +(_é1", max_size=24)


@given(st.sets(_WORD.filter(lambda word: bool(set(word) & set("abc"))), min_size=1, max_size=12), _TEXT)
def test_phrases_stand_where_their_pattern_matches(phrases: set[str], text: str) -> None:
    """Looking for all at once is only a quicker way to the same answer, and a miss never hides a phrase."""
    pattern = re.compile(rf"(?<![\w-])(?:{trie(phrases)})(?!\w)")
    assert Phrases(phrases).stand_in(text) == (pattern.search(text) is not None)
    assert not (Phrases(phrases).stand_in(text) and Phrases(phrases).miss(text))


_SAID = st.sampled_from(
    """
    troops police boats a frigate uss ross f-16s men navy s-400s s-400 's and the no neither number of up from 300 three
    left is are moved stationed on high alert deploy sent gave aid $40 million dollars € howitzers support to
    mali : . - --
    """.split()
    + sorted({w for row in table("aid_words") for w in cell(row, "words")})
    + sorted({*movement_verbs(), *presence_verbs()})
    + sorted({" ".join(w.words).replace(" - ", "-") for group in force_words().values() for w in group})
)
_LINE = st.lists(st.tuples(_SAID, st.sampled_from([" ", " ", " ", ". ", ": ", "\n", " – ", " É "])), max_size=12)


@given(_LINE, st.booleans())
def test_one_look_at_a_report_sees_what_a_look_at_each_sentence_does(said: list[tuple[str, str]], arms: bool) -> None:  # noqa: FBT001 - drawn
    """The signs of each sentence are those that it has alone, and those of the whole are at least theirs."""
    text = in_small("".join(word + gap for word, gap in said))
    spans = [(sentence.start, sentence.end) for passage in passages(text) for sentence in passage.sentences]
    whole = glance(text, arms=arms)
    for look in glances(text, spans, arms=arms):
        assert look == glance(look.text, arms=arms)
        assert look.signs & whole.signs == look.signs


@given(st.text())
def test_small_letters_stand_where_the_great_ones_did(text: str) -> None:
    """Places in the one are places in the other, whatever the alphabet."""
    small = in_small(text)
    assert len(small) == len(text)
    assert [b in {a, a.lower()} for a, b in zip(text, small, strict=True)] == [True] * len(text)
    assert in_small("İzmir'e 300 ASKER") == "İzmir'e 300 asker"


@given(st.text())
def test_any_text_can_be_screened(text: str) -> None:
    """No text raises, and a sentence that may carry a force's claim is never in an irrelevant article."""
    assert is_relevant(glance(text)) in {True, False}
    assert may_carry(glance(text)) in {True, False}
    if not screened(Report(text=text)):
        assert read(Report(text=text)).claims == ()


def test_the_screen_knows_every_service() -> None:
    """A service by its name passes as a force does."""
    rows = (row for row in table("organizations") if row["kind"] == "service")
    names = {name.lower() for row in rows for name in (row["name"], *cell(row, "aliases"))} - WORDS_TOO
    assert [name for name in names if not may_carry(glance(f"the {name} left mali."))] == []


@pytest.mark.parametrize(
    "word", sorted({w for row in table("aid_words") if row["sort"] == "money" for w in cell(row, "words")})
)
def test_every_word_of_aid_passes_with_money(word: str) -> None:
    """An amount of money for any of them is aid."""
    assert may_carry(glance(f"it pledged $40 million in {word} for kyiv."))


def test_an_aircraft_is_told_by_its_number() -> None:
    """A letter, a dash and a number may be an aircraft; words without a force are none."""
    assert may_carry(glance("four f-16s left."))
    assert not may_carry(glance("four f-words left."))
