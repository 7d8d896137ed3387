"""Attribution: who says so, for the drafts of one sentence, and with it all that they take from their context."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from laydown.model import Attribution
from laydown.reading.drafting.context import (
    look_around,
    meet_forces,
    put_abroad,
    put_mission,
    put_mission_place,
    put_nation,
    put_origin,
)  # fmt: skip
from laydown.reading.drafting.drafts import Draft
from laydown.reading.drafting.durations import find_remarks, put_duration
from laydown.reading.drafting.filling import put_home, put_theatre, settle_borders
from laydown.reading.drafting.headings import heading_speaker
from laydown.reading.drafting.leads import put_lead, remember_lead
from laydown.reading.drafting.nations import remember_state
from laydown.reading.drafting.sayings import Saying
from laydown.reading.drafting.story import Story, voice_of
from laydown.reading.drafting.timing import put_time
from laydown.reading.mentions.scene import Scene
from laydown.reading.text.passages import Passage

OPENING: Final = 25
"""Characters in which a sentence says that it goes on: "Another 300", "Some 300 more"."""


def attribute(scene: Scene, story: Story, drafts: list[Draft], sayings: Sequence[Saying]) -> list[Draft]:
    """DRAFTS of one sentence with speaker, nation and time filled in, in the order of their words."""
    look_around(scene, story)
    remember_lead(scene, story, sayings)
    ordered = sorted(drafts, key=lambda d: d.order)
    for draft in ordered:
        named = draft.nation is not None
        _put_speaker(scene, story, draft, sayings)
        put_lead(scene, story, draft)
        put_nation(scene, story, draft)
        put_home(draft)
        put_abroad(scene, story, draft)
        settle_borders(draft)
        put_origin(scene, draft)
        put_mission_place(scene, draft)
        put_theatre(story, draft)
        put_mission(scene, draft)
        put_time(scene, draft)
        put_duration(scene, draft)
        story.category = draft.category if draft.head is not None else story.category
        if draft.nation:
            story.nations.append(draft.nation)
            if named:
                story.told[draft.nation] = (draft.start, draft.end)
        _remember_place(story, draft)
    meet_forces(scene, story)
    remember_state(scene, story)
    voices = [(s.start, s.end, s.speaker.attribution) for s in sorted(sayings, key=lambda s: s.end - s.start)]
    story.remarks.extend(find_remarks(scene, voices))
    return ordered


def _remember_place(story: Story, draft: Draft) -> None:
    """Keep where the last force went or stood, with the words that said so, and whose it is."""
    leaves = draft.origin and not draft.destination and draft.action == "withdraw"
    name = "destination" if draft.destination else "origin" if leaves else "location"
    places = draft.destination or (draft.origin if leaves else draft.location)
    for place in places:
        if place.country and draft.nation:
            story.guests[place.country] = draft.nation
    if places:
        story.last_place, story.place_words = places[-1], tuple(draft.spans.get(name, ())[-1:])


def _put_speaker(scene: Scene, story: Story, draft: Draft, sayings: Sequence[Saying]) -> None:
    """Whose words a draft is: the innermost saying around it, the transcript's voice, the announcer before it."""
    at = draft.order - scene.offset
    inside = [saying for saying in sayings if saying.start <= at < saying.end]
    if inside:
        saying = min(inside, key=lambda s: s.end - s.start)
        if _is_state(saying) and put_voice(scene.passage, story, draft):
            return  # "the United States has announced ...", says the voice
        put_saying(scene, draft, saying)
        story.saying, story.said_in = draft.attribution, scene.passage.start
        story.saying_words = tuple(draft.spans["attribution"])
        return
    if put_voice(scene.passage, story, draft):
        return
    if _goes_on(scene, draft) and story.said_in == scene.passage.start:
        draft.attribution = story.saying  # "An additional 1,000 ..." goes on with the announcement before it
        draft.note("attribution", "it goes on with the announcement of the sentence before", by=_put_speaker)
        draft.mark("attribution", *story.saying_words)
    elif draft.kind == "readiness" and draft.authority:
        _put_institution(scene, draft)
    elif not scene.text.endswith(".") and (heading := heading_speaker(scene, story.report.text)) is not None:
        draft.attribution = heading[0]
        draft.mark("attribution", heading[1])


def _goes_on(scene: Scene, draft: Draft) -> bool:
    """Whether a sentence opens with more of the force before: "An additional 1,000 ..."."""
    told = min((start for start, _ in draft.spans.get("additional", ())), default=None)
    return draft.quantity is not None and told is not None and told - scene.offset < OPENING


def _is_state(saying: Saying) -> bool:
    """Whether who speaks is a state by its bare name."""
    by = saying.speaker.attribution
    return by.speaker is None and by.organization is None and by.role is None


def put_saying(scene: Scene, draft: Draft, saying: Saying) -> None:
    """A draft told by a saying is its speaker's; the words are those that name him and the word of speech."""
    draft.attribution = replace(saying.speaker.attribution, said=saying.said)
    draft.mark("attribution", *(scene.span(words.start, words.end) for words in (saying.speaker, saying.verb)))


def put_voice(passage: Passage, story: Story, draft: Draft) -> bool:
    """In a transcript what is said is its voice's; False where the passage has none."""
    voice = voice_of(story, passage)
    if voice is None:
        return False
    draft.attribution = replace(voice, said=story.anchor)
    draft.note("attribution", "the label of the passage says who speaks", by=put_voice)
    label = passage.voice or ""
    start = story.report.text.rfind(label, 0, passage.end)
    if start >= 0:
        draft.mark("attribution", (start, start + len(label)))
    return True


def _put_institution(scene: Scene, draft: Draft) -> None:
    """An institution that puts forces on alert makes it known by doing so."""
    for match in scene.organizations:
        own = match.organization
        if own.kind == "institution" and (draft.authority or "") in scene.text[match.start : match.end]:
            code = own.nation if own.nation.isupper() and own.nation != "NATO" else None
            draft.attribution = Attribution(organization=own.name, country=code)
            draft.mark("attribution", scene.span(match.start, match.end))
