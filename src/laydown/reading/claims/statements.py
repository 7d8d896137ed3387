"""Statements: what speakers say about forces, quoted or reported, and what they do by saying it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, cast

from laydown.lexicon.forces import force_words
from laydown.lexicon.tables import table
from laydown.lexicon.verbs import movement_nouns, speech_verbs
from laydown.model import Act, Report
from laydown.reading.drafting.attribution import put_saying, put_voice
from laydown.reading.drafting.drafts import Draft
from laydown.reading.drafting.filling import open_draft
from laydown.reading.drafting.sayings import Saying
from laydown.reading.drafting.story import Story
from laydown.reading.mentions.persons import speaker_at
from laydown.reading.mentions.scene import Scene
from laydown.reading.syntax.arguments import subject
from laydown.reading.text.passages import Passage
from laydown.reading.text.screen import trie

QUOTE: Final = re.compile(r"“([^“”]{3,1200})”|\"([^\"]{3,1200})\"")
FEWEST: Final = 5
"""Words that a quotation needs to be a position; shorter ones are quoted terms ("heightened preparedness")."""
WORD: Final = re.compile(r"[\w’'-]+")
COMMON: Final = frozenset({"move", "order", "return", "cut", "cuts", "increase", "exit", "transfer", "contribution"})
"""The event nouns that are of forces only beside a force."""
WARLIKE: Final = r"military|moves|movements|presence|posture|invasion|invade\w*|attack\w*"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words of a report: offsets of the words between the marks."""

    start: int
    end: int


@cache
def _acts() -> tuple[tuple[Act, re.Pattern[str], str], ...]:
    return tuple((cast("Act", r["act"]), re.compile(r["pattern"]), r["where"]) for r in table("acts"))


@cache
def _about() -> re.Pattern[str]:
    words = {w for first in force_words().values() for word in first if not word.weak for w in word.words[-1:]}
    words |= {*movement_nouns()} - COMMON
    return re.compile(rf"\b(?:{trie(words)}|{WARLIKE})\b")


def act_of(words: str, where: str) -> Act | None:
    """What is done by WORDS ("quote" or "report"): the first row of the table of acts that matches."""
    lower = words.lower()
    return next((act for act, pattern, side in _acts() if side in {where, "both"} and pattern.search(lower)), None)


def quotations(text: str, passage: Passage) -> list[Quotation]:
    """The quotations of a passage in order; a mark that never closes opens nothing."""
    found = []
    for match in QUOTE.finditer(text, passage.start, passage.end):
        group = 1 if match[1] is not None else 2
        if len(WORD.findall(match[group])) >= FEWEST:
            found.append(Quotation(match.start(group), match.end(group)))
    return found


def concerns_forces(text: str) -> bool:
    """Whether words are about forces or their movement."""
    return _about().search(text.lower()) is not None


def read_statements(report: Report, story: Story, scene: Scene, found: Sequence[Saying]) -> Iterator[Draft]:
    """The statements that the sentence of SCENE makes or ends: a quotation with its speaker, or a reported position."""
    quoted = [q for q in quotations(report.text, scene.passage) if _ends_in(scene, q) and _asserts(report, q)]
    for quotation in quoted:
        draft = _quoted(report, scene, quotation, found)
        if draft is not None:
            yield draft
    if not quoted and not scene.passage.question:
        yield from _reported(scene, story, found)
        yield from _voiced(scene, story)


def _ends_in(scene: Scene, quotation: Quotation) -> bool:
    return scene.offset < quotation.end <= scene.offset + len(scene.text) + 1


def _asserts(report: Report, quotation: Quotation) -> bool:
    return not report.text[quotation.start : quotation.end].strip().endswith("?")


def _quoted(report: Report, scene: Scene, quotation: Quotation, found: Iterable[Saying]) -> Draft | None:
    words = report.text[quotation.start : quotation.end]
    outside = [s for s in found if not quotation.start <= scene.offset + s.verb.start < quotation.end]
    if not outside:
        return None
    saying = min(outside, key=lambda s: abs(scene.offset + s.verb.start - quotation.end))
    context = report.text[scene.passage.start : scene.passage.end]
    if not concerns_forces(words) and not concerns_forces(context):
        return None
    start = next((s.start for s in scene.passage.sentences if s.end >= quotation.start), scene.offset)
    draft = Draft("statement", "stated", start, scene.offset + len(scene.text), order=quotation.start)
    draft.act = act_of(words, "quote") or act_of(_reporting(scene, quotation, saying), "report") or "other"
    draft.quote = words
    draft.topic = _topic(words)
    draft.mark("quote", (quotation.start, quotation.end))
    put_saying(scene, draft, saying)
    return draft


def _reporting(scene: Scene, quotation: Quotation, saying: Saying) -> str:
    """The report's own words around a quotation: those before it, and the verb of speech."""
    if quotation.start < scene.offset:
        return ""
    start = saying.verb.start if saying.verb.lower in speech_verbs() else 0
    return scene.text[: quotation.start - scene.offset] + " " + scene.text[start : saying.verb.end]


def _reported(scene: Scene, story: Story, found: Iterable[Saying]) -> Iterator[Draft]:
    """Positions told in the report's own words: "declined to say whether", "appeared to change his position"."""
    for act, pattern, side in _acts():
        if side == "quote" or (side != "report" and act not in {"changes_position", "conditions", "denies"}):
            continue
        match = pattern.search(scene.text.lower())
        if match is None or not (concerns_forces(scene.text) or act == "changes_position"):
            continue
        saying = _who(scene, story, found, match.start(), act)
        if saying is None:
            continue
        draft = open_draft(scene, "statement", "stated", match.start())
        draft.act = act
        draft.topic = _topic(scene.text[match.end() :] if act == "declines_to_say" else scene.text)
        draft.mark("act", scene.span(*match.span()))
        put_saying(scene, draft, saying)
        yield draft


def _who(scene: Scene, story: Story, found: Iterable[Saying], at: int, act: str) -> Saying | None:
    """Whose position it is: the subject of the verb at AT, or the speaker in whose words it stands."""
    inside = [s for s in found if s.start <= at < s.end]
    if inside and act in {"conditions", "warns", "denies"}:
        return min(inside, key=lambda s: s.end - s.start)
    if act not in {"declines_to_say", "changes_position"}:
        return None
    token = scene.tree.at(at)
    verb = token if token is None or token.tag.startswith("VB") else scene.tree.verb_above(token)
    who = subject(scene.tree, verb) if verb is not None else None
    speaker = speaker_at(scene, who, story.people, story.anchor) if who is not None else None
    return Saying(0, len(scene.text), speaker, verb, None) if speaker is not None and verb is not None else None


def _voiced(scene: Scene, story: Story) -> Iterator[Draft]:
    """In a transcript every sentence is its voice's: those that do something with forces are statements."""
    act = act_of(scene.text, "quote")
    if act is None or scene.text.endswith("?") or not (concerns_forces(scene.text) or act == "declines_to_say"):
        return
    draft = open_draft(scene, "statement", "stated", 0)
    if not put_voice(scene, story, draft):
        return
    draft.act = act
    draft.quote = scene.text
    draft.topic = _topic(scene.text)
    draft.mark("quote", scene.span(0, len(scene.text)))
    yield draft


def _topic(words: str) -> str:
    """What it is about, in the report's words: the first clause, cut at a word before 80 characters."""
    clause = re.split(r"(?<=[^\d]),|[.;:?!]", words.strip())[0].strip(' "“”')
    return clause if len(clause) <= 80 else clause[:80].rsplit(" ", 1)[0]
