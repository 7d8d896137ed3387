"""Statements of a transcript: every sentence is its voice's, and those that do something with forces are told.

A transcript is read as talk. What is said goes on about what was said before ("That is simply wrong"), an answer is
about what was asked, and a question asserts nothing. No tree is needed for it: the voice is on the label.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from laydown.model import Act
from laydown.reading.claims.acts import act_of, tell_statement, topic_of, touches_forces
from laydown.reading.claims.quoting import spoken
from laydown.reading.drafting.attribution import put_voice
from laydown.reading.drafting.drafts import Draft
from laydown.reading.drafting.story import Story
from laydown.reading.text.passages import Passage, Sentence

POINTING: Final = re.compile(r"(?:this|that|these|those|they|it)\b", re.IGNORECASE)
"""The words by which a sentence goes on about what the one before was about."""

MATES: Final = (
    frozenset({"they", "these", "those", "their", "them"}),
    frozenset({"it", "this", "that"}),
    frozenset({"i"}),
    frozenset({"we"}),
    frozenset({"he", "she"}),
)
"""The pronouns that may be one subject."""

WORD: Final = re.compile(r"[A-Za-z]+")
BACK: Final = 2
"""The sentences for which a topic lasts when nothing names it again."""

LONGEST: Final = 14
"""The words of a sentence that only goes on with the statement before it."""


@dataclass(slots=True)
class Talk:
    """What the talk is about: `away` sentences since forces were named, `asked` whether a question named them."""

    away: int = 99
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Stated:
    """A sentence that does something: its act and the words (offsets into the report) that do it."""

    act: Act
    start: int
    end: int
    sentence: Sentence


def read_voices(story: Story, passages: Iterable[Passage]) -> Iterator[Draft]:
    """The statements of the voices of a transcript, in order."""
    talk = Talk()
    for passage in passages:
        if passage.question:
            _ask(story.report.text, passage, talk)
        elif passage.voice is not None:
            for stated in _stated(story.report.text, passage, talk):
                yield _draft(story, passage, stated)
            talk.asked = talk.asked and not passage.sentences


def _ask(text: str, passage: Passage, talk: Talk) -> None:
    """A question asserts nothing, but what it names is what the answer is about."""
    talk.asked = talk.asked or any(touches_forces(text[s.start : s.end]) for s in passage.sentences)
    talk.away = 99


def _stated(text: str, passage: Passage, talk: Talk) -> Iterator[Stated]:
    """The sentences of a passage that do something with forces, short ones that go on with them joined."""
    last: Stated | None = None
    for sentence in passage.sentences:
        words = text[sentence.start : sentence.end]
        start, end = spoken(words)
        act = _act(words[start:end], talk)
        pointing = talk.away < BACK and POINTING.match(words[start:end]) is not None
        talk.away = 0 if pointing or touches_forces(words) else talk.away + 1
        if last is not None and _goes_on(text[last.start : last.end], words, act, last.act):
            last = Stated(last.act, last.start, sentence.end, last.sentence)
            continue
        if last is not None:
            yield last
        last = Stated(act, sentence.start + start, sentence.start + end, sentence) if act is not None else None
    if last is not None:
        yield last


def _act(words: str, talk: Talk) -> Act | None:
    """What spoken WORDS do, where they are about forces: by their own words, by what they point to, or as an answer."""
    act = None if words.rstrip().endswith("?") else act_of(words, "quote")
    if act is None or touches_forces(words) or talk.asked:
        return act
    near = talk.away < BACK and (POINTING.match(words) is not None or act in {"declines_to_say", "conditions"})
    return act if near else None


def _goes_on(said: str, words: str, act: Act | None, before: Act) -> bool:
    """Whether a sentence only goes on with what was SAID: short, the same act or none, the same subject."""
    found = WORD.findall(words.lower())
    if not found or len(found) > LONGEST or act not in {before, None} or words.endswith("?"):
        return False
    mates = next((group for group in MATES if found[0] in group), frozenset())
    return not mates.isdisjoint(WORD.findall(said.lower()))


def _draft(story: Story, passage: Passage, stated: Stated) -> Draft:
    text = story.report.text
    draft = Draft("statement", "stated", stated.sentence.start, max(stated.end, stated.sentence.end), stated.start)
    draft.act = stated.act
    draft.quote = text[stated.start : stated.end]
    draft.topic = topic_of(draft.quote)
    tell_statement(draft)
    draft.mark("quote", (stated.start, stated.end))
    put_voice(passage, story, draft)
    return draft
