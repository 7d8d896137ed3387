"""Statements: what speakers say about forces, quoted or reported, and what they do by saying it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from laydown.lexicon.gazetteer import country
from laydown.lexicon.verbs import speech_verbs
from laydown.model import Report
from laydown.reading.claims.acts import act_of, acts, concerns_forces, may_match, tell_statement, topic_of
from laydown.reading.drafting.attribution import put_saying
from laydown.reading.drafting.drafts import Draft
from laydown.reading.drafting.filling import open_draft
from laydown.reading.drafting.sayings import Saying
from laydown.reading.drafting.story import Quoting, Story
from laydown.reading.mentions.persons import speaker_at
from laydown.reading.mentions.scene import Scene
from laydown.reading.syntax.arguments import subject
from laydown.reading.text.passages import Passage

QUOTE: Final = re.compile(r"“([^“”]{3,1200})”|(?<![\w.,!?;])\"(?=\S)([^\"]{3,1200})\"")
FEWEST: Final = 5
"""Words that a quotation needs to be a position; shorter ones are quoted terms ("heightened preparedness")."""
WORD: Final = re.compile(r"[\w’'-]+")
BEFORE: Final = 240
"""Characters before a paragraph in which a quotation that stands in it may find what it is about."""

GAP: Final = 2
"""Characters between a quoted sentence and one that goes on with it."""

UNNAMED: Final = frozenset({"changes_position", "declines_to_say", "denies"})
"""The acts that are of forces by what stands before them: "denied knowing anything about it"."""


UNSAID: Final = frozenset({"changes_position", "declines_to_say"})
"""The acts that are told without a word of speech: their own verb has the one who does them for its subject."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words of a report: offsets of the words between the marks."""

    start: int
    end: int


@lru_cache(maxsize=2)
def quotations(text: str, passage: Passage) -> tuple[Quotation, ...]:
    """The quotations of a passage in order; a mark that never closes opens nothing.

    They are kept for a moment, for each sentence of the passage asks for them.
    """
    if text.find('"', passage.start, passage.end) < 0 and text.find("“", passage.start, passage.end) < 0:
        return ()
    found = []
    for match in QUOTE.finditer(text, passage.start, passage.end):
        group = 1 if match[1] is not None else 2
        if len(WORD.findall(match[group])) >= FEWEST:
            found.append(Quotation(match.start(group), match.end(group)))
    return tuple(found)


def read_statements(report: Report, story: Story, scene: Scene, found: Sequence[Saying]) -> Iterator[Draft]:
    """The statements that the sentence of SCENE makes or ends: a quotation with its speaker, or a reported position."""
    quoted = [q for q in quotations(report.text, scene.passage) if _ends_in(scene, q) and _asserts(report, q)]
    for quotation in quoted:
        draft = _quoted(report, story, scene, quotation, found)
        if draft is not None:
            yield draft
    if not quoted and not scene.passage.question:
        yield from _reported(scene, story, found)


def _ends_in(scene: Scene, quotation: Quotation) -> bool:
    return scene.offset < quotation.end <= scene.offset + len(scene.text) + 1


def _asserts(report: Report, quotation: Quotation) -> bool:
    return not report.text[quotation.start : quotation.end].strip().endswith("?")


def _quoted(report: Report, story: Story, scene: Scene, quotation: Quotation, found: Iterable[Saying]) -> Draft | None:
    words = report.text[quotation.start : quotation.end]
    outside = [s for s in found if not quotation.start <= scene.offset + s.verb.start < quotation.end]
    saying = min(outside, key=lambda s: abs(scene.offset + s.verb.start - quotation.end), default=None)
    if saying is None and not _follows(scene, story, quotation):
        return None
    if not concerns_forces(words) and not concerns_forces(_around(report, scene, words)):
        return None
    start = next((s.start for s in scene.passage.sentences if s.end >= quotation.start), scene.offset)
    draft = Draft("statement", "stated", start, scene.offset + len(scene.text), order=quotation.start)
    reporting = _reporting(scene, quotation, saying) if saying is not None else ""
    draft.act = act_of(words, "quote") or act_of(reporting, "report") or "other"
    draft.quote = words
    draft.topic = topic_of(words)
    tell_statement(draft)
    draft.mark("quote", (quotation.start, quotation.end))
    if saying is not None:
        _put_holder(scene, draft, saying)
    elif story.quoting is not None:
        draft.attribution = story.quoting.attribution
        draft.mark("attribution", *story.quoting.words)
    if draft.attribution is not None:
        end = scene.offset + len(scene.text)
        story.quoting = Quoting(draft.attribution, tuple(draft.spans["attribution"]), end)
    return draft


def _follows(scene: Scene, story: Story, quotation: Quotation) -> bool:
    """Whether a quotation is a whole sentence right after one that was quoted: it goes on with the same speaker."""
    whole = quotation.start <= scene.offset + 1 and quotation.end >= scene.offset + len(scene.text) - 2
    return whole and story.quoting is not None and 0 <= scene.offset - story.quoting.end <= GAP


def _around(report: Report, scene: Scene, words: str) -> str:
    """What quoted WORDS are about where they name no force: their paragraph, and for an act what precedes it."""
    before = BEFORE if act_of(words, "quote") else 0
    return report.text[max(0, scene.passage.start - before) : scene.passage.end]


def _put_holder(scene: Scene, draft: Draft, saying: Saying) -> None:
    """Who holds a position: its speaker; a state that speaks as such is the organisation."""
    put_saying(scene, draft, saying)
    held = draft.attribution
    state = country(held.country) if held is not None and held.country else None
    if held is not None and state is not None and held.speaker is None and held.organization is None:
        draft.attribution = replace(held, organization=state.name)


def _reporting(scene: Scene, quotation: Quotation, saying: Saying) -> str:
    """The report's own words around a quotation: those before it, and the verb of speech."""
    if quotation.start < scene.offset:
        return ""
    start = saying.verb.start if saying.verb.lower in speech_verbs() else 0
    return scene.text[: quotation.start - scene.offset] + " " + scene.text[start : saying.verb.end]


def _reported(scene: Scene, story: Story, found: Sequence[Saying]) -> Iterator[Draft]:
    """Positions told in the report's own words: "declined to say whether", "appeared to change his position"."""
    told: set[int] = set()
    lower, concerned = scene.text.lower(), concerns_forces(scene.text)
    for act, pattern, side in acts():
        if side == "quote" or (side != "report" and act not in {"changes_position", "conditions", "denies", "warns"}):
            continue
        if not (concerned or act in UNNAMED) or not (found or act in UNSAID) or not may_match(pattern, lower):
            continue
        match = pattern.search(lower)
        if match is None or not (concerned or _about_them(scene, story)):
            continue
        saying = _who(scene, story, found, match.start(), act)
        if saying is None or saying.verb.start in told:
            continue
        told.add(saying.verb.start)
        draft = open_draft(scene, "statement", "stated", match.start())
        draft.act = act
        draft.topic = topic_of(scene.text[match.end() :] if act == "declines_to_say" else scene.text)
        draft.mark("act", scene.span(*match.span()))
        tell_statement(draft)
        _put_holder(scene, draft, saying)
        yield draft


def _about_them(scene: Scene, story: Story) -> bool:
    """Whether what stands before a sentence is about forces, in its paragraph or at the end of the last."""
    start = scene.passage.start
    return concerns_forces(story.report.text[max(0, start - BEFORE) : scene.offset])


def _who(scene: Scene, story: Story, found: Iterable[Saying], at: int, act: str) -> Saying | None:
    """Whose position it is: the subject of the verb at AT, or the speaker in whose words it stands."""
    inside = [s for s in found if s.start <= at < s.end or s.verb.start == at]
    if inside and act in {"conditions", "warns", "denies"}:
        return min(inside, key=lambda s: s.end - s.start)
    if act not in UNSAID:
        return None
    token = scene.tree.at(at)
    verb = token if token is None or token.tag.startswith("VB") else scene.tree.verb_above(token)
    who = subject(scene.tree, verb) if verb is not None else None
    speaker = speaker_at(scene, who, story.people, story.anchor) if who is not None else None
    return Saying(0, len(scene.text), speaker, verb, None) if speaker is not None and verb is not None else None
