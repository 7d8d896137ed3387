"""Report in, claims out: the reading of one report, sentence by sentence, the same bytes on every machine."""

from dataclasses import replace
from typing import Final

from laydown.model import Explained, Reading, Report
from laydown.reading.claims.acts import act_of, concerns_forces, is_guarded
from laydown.reading.claims.assistance import read_assistance
from laydown.reading.claims.commands import read_commands
from laydown.reading.claims.corrections import without_mistakes
from laydown.reading.claims.levels import read_levels
from laydown.reading.claims.movements import read_movements
from laydown.reading.claims.presences import read_presences
from laydown.reading.claims.readiness import read_readiness
from laydown.reading.claims.statements import read_statements
from laydown.reading.claims.unasserted import asserted
from laydown.reading.claims.voiced import read_voices
from laydown.reading.drafting.attribution import attribute
from laydown.reading.drafting.drafts import Draft
from laydown.reading.drafting.durations import settle_durations
from laydown.reading.drafting.leads import opens_speech
from laydown.reading.drafting.sayings import find_sayings
from laydown.reading.drafting.story import Story, story_of
from laydown.reading.drafting.timing import is_history
from laydown.reading.finish import finish, in_order
from laydown.reading.folding import fold, settle_places
from laydown.reading.mentions.aliases import find_short, short_names
from laydown.reading.mentions.scene import Scene, set_scene
from laydown.reading.parts import join_parts
from laydown.reading.reasons import reasons
from laydown.reading.text.grammar import parse
from laydown.reading.text.mending import mend
from laydown.reading.text.passages import BULLET, Passage, Sentence, is_breaking, passages, sections
from laydown.reading.text.screen import (
    Glance,
    glance,
    glances,
    in_small,
    is_relevant,
    may_carry,
    may_continue,
    may_move,
    may_open_aid,
    may_send,
    may_speak,
    speaks_of_arms,
)
from laydown.reading.text.trace import asked_why

QUOTES: Final = '"“'


def screened(report: Report) -> list[tuple[Passage, Sentence]]:
    """The sentences of REPORT that are worth parsing, in order, each with its passage; none for an irrelevant article.

    In a report in which at least one sentence can carry a claim, those that can carry a statement are kept too.
    """
    text = report.text
    lower = in_small(text)
    seen = glance(lower)
    if not is_relevant(seen):
        return []
    arms = speaks_of_arms(seen) or speaks_of_arms(glance(in_small(report.title or "")))
    if not arms and not is_relevant(glance(lower, arms=False)):
        return []
    aliases = short_names(text)
    places = [(passage, sentence) for passage in passages(text) for sentence in passage.sentences]
    looks = glances(lower, [(s.start, s.end) for _, s in places], arms=arms)
    found = [(passage, sentence, look) for (passage, sentence), look in zip(places, looks, strict=True)]
    carrying = [
        may_carry(look)
        or (_is_line(passage, s) and may_send(look))
        or (bool(aliases) and may_move(look) and bool(find_short(text[s.start : s.end], aliases)))
        for passage, s, look in found
    ]
    if not any(carrying):
        return []
    carrying = [carries or _leads(text, found[i : i + 2], carrying[i + 1 :]) for i, carries in enumerate(carrying)]
    kept = []
    after: Passage | None = None
    near: Passage | None = None
    for (passage, sentence, look), carries in zip(found, carrying, strict=True):
        goes_on = after is passage and may_continue(look)
        keep = carries or goes_on or _may_state(passage, look, near)
        if keep:
            kept.append((passage, sentence))
        near = passage if keep else None
        after = passage if carries or goes_on else None
    return kept


def _leads(text: str, pair: list[tuple[Passage, Sentence, Glance]], carrying: list[bool]) -> bool:
    """Whether the first of two sentences opens a list of which the second is an item, a speech, or the aid it counts.

    CARRYING says of each sentence behind it whether it can carry a claim.
    """
    if len(pair) > 1 and carrying[0] and may_open_aid(pair[0][2]):
        return True
    if len(pair) < 2 or not pair[0][2].text.endswith(":"):
        return False
    if BULLET.match(text, pair[1][0].start) is not None:
        return carrying[0]
    return opens_speech(pair[0][2].text) and any(carrying)


def _is_line(passage: Passage, sentence: Sentence) -> bool:
    """Whether a sentence is an item behind a bullet or a label, or a heading."""
    return passage.headline or (sentence.start > passage.start and sentence == passage.sentences[0])


def _may_state(passage: Passage, look: Glance, near: Passage | None) -> bool:
    """Whether a sentence can be a statement: about forces by its own words, or by those of the one before, in NEAR."""
    if passage.question:
        return False
    words = look.text
    if near is not None and (is_guarded(words) or (any(mark in words for mark in QUOTES) and act_of(words, "quote"))):
        return True
    if near is passage and words.startswith(tuple(QUOTES)):
        return True
    return (may_speak(look) or passage.voice is not None) and concerns_forces(words)


def read(report: Report) -> Reading:
    """The claims of REPORT, in the order of their evidence, and what it says of itself (breaking, sections)."""
    told = _told(report)
    return Reading(report=told, claims=tuple(finish(_drafts(told))))


def explain(report: Report) -> Explained:
    """The same reading as `read` gives, with the reasons for each field of each claim."""
    told = _told(report)
    with asked_why():
        drafts = _drafts(told)
    claims = finish(drafts)
    context = story_of(told, short_names(told.text)).around.context
    pairs = zip(in_order(drafts), claims, strict=True)
    found = {claim.id: reasons(claim, told.text, draft, context) for draft, claim in pairs}
    return Explained(reading=Reading(report=told, claims=tuple(claims)), reasons=found)


def _told(report: Report) -> Report:
    """REPORT with what it says of itself."""
    text = report.text
    return replace(report, breaking=is_breaking(text), sections=sections(text), language=report.language or "en")


def _drafts(report: Report) -> list[Draft]:
    kept = screened(report)
    if not kept:
        return []
    story = story_of(report, short_names(report.text))
    trees = map(mend, parse([report.text[s.start : s.end] for _, s in kept]))
    drafts: list[Draft] = []
    for (passage, sentence), tree in zip(kept, trees, strict=True):
        scene = set_scene(
            tree,
            sentence.start,
            passage,
            story.anchor,
            find_short(tree.text, story.aliases),
            story.around,
            story.last_force,
        )
        drafts.extend(_scene_drafts(report, story, scene))
    drafts.extend(read_voices(story, passages(report.text)))
    news = [draft for draft in drafts if not is_history(draft, story.anchor, report.text)]
    folded = join_parts(fold(news), report.text)
    settle_durations(folded, story.remarks)
    settle_places(folded, story.around.countries)
    return folded


def _scene_drafts(report: Report, story: Story, scene: Scene) -> list[Draft]:
    sayings = find_sayings(scene, story)
    statements = list(read_statements(report, story, scene, sayings))
    if scene.passage.question:
        return []
    aid = list(read_assistance(scene, story))
    given = {span for draft in aid for span in draft.spans.get("quantity", ())}
    moves = [draft for draft in read_movements(scene, story) if not given & {*draft.spans.get("quantity", ())}]
    alerts = list(read_readiness(scene, story))
    moving = {d.head: (*d.origin, *d.destination) for d in (*moves, *alerts) if d.head is not None}
    found = [
        *moves,
        *alerts,
        *read_presences(scene, story, moving),
        *read_levels(scene, story, moves),
        *aid,
        *read_commands(scene),
    ]
    told = asserted(scene, without_mistakes(scene, found), told=bool(sayings))
    return [*attribute(scene, story, told, sayings), *statements]
