"""Leads: the sentence that opens a list, "Denmark announced on Monday:", speaks for each of the items below it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from laydown.reading.drafting.drafts import Draft
from laydown.reading.drafting.nations import owner_at
from laydown.reading.drafting.sayings import Saying
from laydown.reading.drafting.story import Lead, Story
from laydown.reading.mentions.scene import Scene
from laydown.reading.syntax.arguments import subject
from laydown.reading.text.passages import BULLET, is_listed

SAID: Final = re.compile(r"\b(?:said|says|added|stated|continued|told [\w ]+)(?: on \w+| today| yesterday)?:$")
OURS: Final = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|my|My)\b")
"""The words of who speaks for himself."""


def opens_speech(words: str) -> bool:
    """Whether a sentence ends in words of speech and a colon, so that what is said stands below it."""
    return SAID.search(words) is not None


def remember_lead(scene: Scene, story: Story, sayings: Sequence[Saying]) -> None:
    """Keep who announces what follows, where SCENE ends in a colon; a speech lasts until somebody else speaks."""
    if not scene.text.endswith(":"):
        if story.lead is not None and story.lead.speech and sayings:
            story.lead = None
        return
    root = next((t for t in scene.tree if t.head == t.i), None)
    owner = owner_at(scene, subject(scene.tree, root), story) if root is not None else None
    saying = next(iter(sayings), None)
    said = replace(saying.speaker.attribution, said=saying.said) if saying is not None else None
    words = tuple(scene.span(w.start, w.end) for w in (saying.speaker, saying.verb)) if saying is not None else ()
    nation = owner[0] if owner is not None else said.country if said is not None else None
    speech = saying is not None and opens_speech(scene.text)
    story.lead = Lead(scene.offset + len(scene.text), nation, said, words, speech=speech)


def lead_of(scene: Scene, story: Story) -> Lead | None:
    """The lead of the list in which SCENE is an item: nothing but other items stands between the two."""
    lead, text, start = story.lead, story.report.text, scene.passage.start
    if lead is None or start < lead.end or not BULLET.match(text, start):
        return None
    return lead if is_listed(text, lead.end, start) else None


def _speech(scene: Scene, story: Story) -> Lead | None:
    """The lead of a statement that is printed in full: "Defence Minister Ana Ruiz said:" and paragraphs below it."""
    lead = story.lead
    if lead is None or scene.passage.start < lead.end or not lead.speech or scene.passage.voice is not None:
        return None
    return lead if OURS.search(story.report.text, lead.end) else None


def put_lead(scene: Scene, story: Story, draft: Draft) -> None:
    """Give an item that names no speaker and no nation those of its list, and a speech that of who "said:"."""
    lead = lead_of(scene, story) or _speech(scene, story)
    if lead is None:
        return
    if draft.attribution is None and lead.attribution is not None:
        draft.attribution = lead.attribution
        draft.mark("attribution", *lead.words)
    if draft.nation is None and lead.nation is not None:
        draft.nation = lead.nation
        draft.note("force", f"the sentence that opens the list speaks for {lead.nation}", by=put_lead)
