"""Onward: what a movement takes from the force told before, and who sends the contingent of a mission."""

from laydown.lexicon.gazetteer import country
from laydown.reading.claims.events import Event
from laydown.reading.claims.movers import Movers, by_pronoun
from laydown.reading.drafting.context import GUESTS
from laydown.reading.drafting.drafts import Draft
from laydown.reading.drafting.filling import put_remembered, theatre
from laydown.reading.drafting.nations import Owner, acting, own_nations
from laydown.reading.drafting.story import Story
from laydown.reading.mentions.mention import Mention
from laydown.reading.mentions.scene import Scene
from laydown.reading.syntax.moods import mood


def goes_after(scene: Scene, story: Story, event: Event, mover: Mention) -> bool:
    """Whether a force goes where the one told before went or stands: "another 100 will follow in June".

    So does another state's that is counted or a body, "the first 90 Rwandans arrived on Monday"; and it leaves from
    there, "the Danish company flies home in May".
    """
    if event.nominal or theatre(story, scene.offset) is None:
        return False
    more = mover.additional is not None and mover.quantity is not None
    if more and event.verb.inner == "destination" and event.verb.action in {"deploy", "reinforce"}:
        return bool(story.nations)
    if mood(scene.tree, event.token).negative:
        return False
    counted = mover.quantity is not None or bool(mover.units) or mover.sort == "body"
    return counted and not (mover.weak and mover.sort != "nationals") and bool(own_nations(scene, mover))


def look_back(scene: Scene, story: Story, event: Event, draft: Draft, mover: Mention | None) -> None:
    """Take from the force told before where more of it goes, and of what sort "they" are."""
    placed = bool(draft.origin or draft.destination)
    if mover is not None and not placed and mover.additional is not None and goes_after(scene, story, event, mover):
        put_remembered(story, draft)
    if mover is None and story.category is not None and by_pronoun(scene, event):
        draft.category = story.category


def contributor(scene: Scene, story: Story, movers: Movers, mover: Mention) -> list[Owner]:
    """The state that sends a contingent of a mission: "Fiji sends 500 UN peacekeepers" (annotation rule 8)."""
    words = scene.text[mover.start : mover.end].lower()
    if not any(guest in words for guest in GUESTS):
        return []
    return [owner for owner in acting(scene, movers.by, story, mover) if country(owner[0]) is not None]
