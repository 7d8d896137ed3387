"""Among them: the nations that a number is made up of, "5,000 are in Mali, 900 of them German", each a claim."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from laydown.lexicon.forces import force_words
from laydown.reading.claims.planned import UNREAL
from laydown.reading.drafting.drafts import Draft
from laydown.reading.drafting.filling import open_draft, put_places
from laydown.reading.drafting.nations import owner_at
from laydown.reading.drafting.story import Story
from laydown.reading.mentions.mention import Mention
from laydown.reading.mentions.quantities import Count
from laydown.reading.mentions.scene import Scene
from laydown.reading.mentions.spots import Spot
from laydown.reading.syntax.arguments import subject
from laydown.reading.syntax.moods import mood
from laydown.reading.syntax.ways import ways
from laydown.reading.text.grammar import Token

OF_A_NATION: Final = re.compile(r"(?P<of> of (?:them|whom|these|those|the latter|the total))?,?(?: (?:are|were))? ")
"""What leads from a part to its nationality: "900 of whom are German", "900 of them Germans"."""
OPENING: Final = re.compile(r"^of (?:the(?:se|m)?|those|its|their) ", re.IGNORECASE)
"""What opens a sentence of parts: "Of the 5,000 soldiers in Mali, 900 are German"."""
ENDS: Final = re.compile(r"(?: (?:soldiers|troops|nationals|citizens))?(?:[,.;)]| and\b|$)")
MAKING: Final = frozenset({"make", "makes", "made", "making"})


def with_parts(scene: Scene, whole: Draft) -> Iterator[Draft]:
    """The parts of WHOLE, a force that the sentence has stand somewhere, of which only the nationality is told.

    A whole of which a part is German is of many nations, where nothing else says whose it is.
    """
    if whole.quantity is None:
        return
    found = list(_parts(scene, whole))
    if found and whole.nation is None:
        whole.nation = "multinational"
        whole.note("force", "nations are told among it: multinational", by=with_parts)
    yield from found


def _parts(scene: Scene, whole: Draft) -> Iterator[Draft]:
    for count in scene.counts:
        lead = OF_A_NATION.match(scene.text, count.end) if not count.money else None
        nation = _adjective(scene, lead.end()) if lead is not None else None
        if lead is None or nation is None or nation.place.country is None:
            continue
        if (lead["of"] or OPENING.match(scene.text)) and ENDS.match(scene.text, nation.end):
            yield _part(scene, whole, count, nation)


def _adjective(scene: Scene, start: int) -> Spot | None:
    """The nationality that begins at START."""
    return next((s for s in scene.spots if s.start == start and s.sense in {"adjective", "people"}), None)


def _part(scene: Scene, whole: Draft, count: Count, nation: Spot) -> Draft:
    """The part of WHOLE that COUNT numbers and that is of NATION."""
    part = open_draft(scene, "presence", whole.status, count.start)
    part.mark("status", *whole.spans.get("status", ()))
    part.nation, part.category = nation.place.country, whole.category
    part.mark("force", scene.span(nation.start, nation.end))
    part.location = whole.location
    part.mark("location", *whole.spans.get("location", ()))
    _put_number(scene, part, count, whole.quantity.unit if whole.quantity is not None else "persons")
    part.note("force", f"“{scene.text[nation.start : nation.end]}” is all that is told of this part", by=with_parts)
    return part


def _put_number(scene: Scene, draft: Draft, count: Count, unit: str) -> None:
    draft.quantity = replace(count.quantity, unit=unit)
    draft.mark("quantity", scene.span(count.start, count.end))


def read_made_up(scene: Scene, story: Story) -> Iterator[tuple[list[Draft], list[int]]]:
    """The share that a nation has of a force, "Germans make up 900 of the force", and the heads of that number."""
    for verb in scene.tree:
        if verb.lower not in MAKING or not any(k.lower == "up" for k in scene.tree.kids(verb)):
            continue
        number = next((k for k in scene.tree.kids(verb) if k.dep == "dobj" and k.tag == "CD"), None)
        count = next((c for c in scene.counts if number and c.core <= number.start < c.core_end), None)
        whole = _whole(scene, number)
        if count is not None and whole is not None:
            share = _share(scene, story, verb, count, whole)
            yield [share] if share is not None else [], [m.head for m in scene.mentions if m.count is count]


def _share(scene: Scene, story: Story, verb: Token, count: Count, whole: Token) -> Draft | None:
    """The number COUNT of those of a nation who make up a part of WHOLE; None where no nation or no place is told."""
    owner = owner_at(scene, subject(scene.tree, verb), story)
    if owner is None or mood(scene.tree, verb).tense in UNREAL:
        return None
    draft = open_draft(scene, "presence", "present", count.start)
    draft.mark("status", scene.span(verb.start, verb.end))
    draft.nation, draft.category = owner[0], "personnel"
    if owner[1] is not None:
        draft.mark("force", owner[1])
    _put_number(scene, draft, count, "persons")
    found = ways(scene, whole, [])
    spots = [*found.inner, *found.base]
    if spots:
        put_places(scene, draft, "location", spots[:1])
    elif story.last_place is not None:
        draft.location = (story.last_place,)
        draft.mark("location", *story.place_words)
    return draft if draft.location else None


def _whole(scene: Scene, number: Token | None) -> Token | None:
    """The force of which NUMBER is a part: "900 of the force"."""
    if number is None:
        return None
    leads = (k for k in scene.tree.kids(number) if k.dep == "prep" and k.lower == "of")
    wholes = (k for lead in leads for k in scene.tree.kids(lead) if k.dep == "pobj")
    return next((k for k in wholes if k.lower in force_words()), None)


def put_included(scene: Scene, draft: Draft, mover: Mention) -> None:
    """The formations among a number are its units: "4,000 troops, including the 10th Mountain Division"."""
    if draft.units or mover.quantity is None:
        return
    for mention in scene.mentions:
        before = scene.text[mover.end : mention.start] if mention.start > mover.end else ""
        if mention.units and mention.quantity is None and before.removesuffix("the ").endswith("including "):
            draft.units = tuple(dict.fromkeys(u.name for u in mention.units))
            draft.mark("force", scene.span(mention.start, mention.end))
            return
