"""Filling a draft in: the force, the places and the authority of a claim, each with the words behind it."""

import re
from dataclasses import replace
from typing import Final

from laydown.lexicon.gazetteer import country
from laydown.lexicon.verbs import movement_nouns
from laydown.model import Kind, Place, Status
from laydown.reading.drafting.drafts import Draft
from laydown.reading.drafting.nations import Owner
from laydown.reading.drafting.story import Story
from laydown.reading.mentions.mention import Mention
from laydown.reading.mentions.scene import Scene
from laydown.reading.mentions.spots import Spot

HEADCOUNT: Final = 100
"""From this number on, what is counted of a formation is its people: "a 1,000-member squadron"."""
MEMBERS: Final = re.compile(r"-(?:member|man|strong|person|soldier)\b")
"""What makes people of the number before it, however few: "a 90-member squadron"."""

ACROSS: Final = ("across", "across the", "over the")
NAMING: Final = frozenset({"compound", "amod", "poss", "nmod"})
"""The dependents that belong to the name of who decides."""
PERSONAL: Final = frozenset({"he", "his", "she", "her"})
GUARD: Final = "National Guard"
OF_THE: Final = re.compile(r" (?:of|from|in) (?:the |its |their )?(?:[A-Z]\w+(?:'s)? ){0,3}")
"""What leads from soldiers to the service that they are of."""
ARTICLE: Final = re.compile(r"^(?:[Tt]he|[Aa]n?) ")


def open_draft(scene: Scene, kind: Kind, status: Status, at: int) -> Draft:
    """A draft whose evidence is the whole sentence of SCENE and whose own words begin AT an offset into it."""
    return Draft(kind, status, *scene.span(0, len(scene.text)), order=scene.offset + at)


def put_force(scene: Scene, draft: Draft, mover: Mention | None, owner: Owner | None) -> None:
    """Fill in who moves or stands: nation, category, number, units, and the words behind each."""
    if owner is not None:
        draft.nation = owner[0]
        if owner[1] is not None:
            draft.mark("force", owner[1])
    if mover is None:
        return
    draft.category, draft.head, draft.bare = mover.category, mover.head, mover.sort == "ellipsis"
    draft.words = scene.text[mover.start : mover.end]
    draft.mark("force", scene.span(mover.start, mover.end))
    missions = [
        o.organization.name
        for o in scene.organizations
        if o.organization.kind == "mission" and mover.start <= o.start and o.end <= mover.end
    ]
    draft.units = tuple(dict.fromkeys((*(u.name for u in mover.units), *missions, *_guards(scene, mover))))
    if mover.quantity is not None:
        _put_quantity(scene, draft, mover)
    if mover.additional is not None:
        draft.additional = True
        draft.mark("additional", scene.span(*mover.additional))


def _guards(scene: Scene, mover: Mention) -> list[str]:
    """The National Guard that a force is of, which is a unit, as no other service is (annotation rule 17)."""
    named = (o for o in scene.organizations if o.organization.kind == "service")
    return [
        GUARD
        for o in named
        if scene.text[o.start : o.end].endswith(GUARD)
        and (mover.start <= o.start < mover.end or OF_THE.fullmatch(scene.text, mover.end, o.start))
    ]


def _put_quantity(scene: Scene, draft: Draft, mover: Mention) -> None:
    draft.quantity = mover.quantity
    start, end = (mover.count.start, mover.count.end) if mover.count else (mover.start, mover.end)
    draft.mark("quantity", scene.span(start, end))
    number = mover.quantity and next((n for n in (mover.quantity.low, mover.quantity.value) if n is not None), None)
    heads = mover.count is not None and MEMBERS.match(scene.text, mover.count.end) is not None
    bodies = scene.tree.tokens[mover.head].tag == "NNS"  # "350 companies" are no 350 men
    counted = mover.quantity is not None and mover.category == "unit" and mover.count is not None and number
    if mover.quantity is not None and counted and (heads or ((number or 0) >= HEADCOUNT and not bodies)):
        draft.category = "personnel"
        draft.quantity = replace(mover.quantity, unit="persons")


def put_places(scene: Scene, draft: Draft, name: str, spots: list[Spot]) -> None:
    """Fill in one end of a movement, or the place of a presence; a bare "border" gives way to a named place."""
    places: list[Place] = list(getattr(draft, name))
    for spot in [s for s in spots if s.whole or s.place.type != "border"] or spots:
        place = spot.place
        if place.type == "border" and scene.text[: spot.start].rstrip().lower().endswith(ACROSS):
            place = replace(place, id="across")
        if place not in places:
            places.append(place)
        draft.mark(name, scene.span(spot.start, spot.end))
    setattr(draft, name, tuple(places))


def settle_borders(draft: Draft) -> None:
    """Give each border the country that is meant, now that the acting nation is known."""
    for name in ("origin", "destination", "location"):
        places: tuple[Place, ...] = getattr(draft, name)
        setattr(draft, name, tuple(_border_of(p, draft.nation) if p.type == "border" else p for p in places))


def _border_of(place: Place, nation: str | None) -> Place:
    """A border is the acting nation's own where it is one of the two (annotation rule 15); across it the other's."""
    code = place.country
    if place.id == "across":
        code = next((c for c in place.members if c != nation), code)
    elif nation in place.members or (code is None and nation is not None and nation.isupper() and nation.isalpha()):
        code = nation
    return replace(place, country=code, members=(), id=None)


def put_home(draft: Draft) -> None:
    """A force that goes home goes to its own country (annotation rule 25), once that is known."""
    place = country(draft.nation or "")
    if place is not None and draft.home is not None and not draft.destination:
        draft.destination = (place,)
        draft.mark("destination", draft.home)
        draft.action = "return"


def put_remembered(story: Story, draft: Draft) -> None:
    """More of a force goes where that told last is: "Norway has 200 soldiers in Mali. It will send another 100"."""
    if story.last_place is not None and draft.nation in {None, story.nations[-1]} and draft.status != "ruled_out":
        draft.destination = (story.last_place,)
        draft.mark("destination", *story.place_words)
        draft.note("destination", "more of the force told last goes where that is", by=put_remembered)


REACH: Final = 700
"""Characters in which a report goes on about the same theatre: some four sentences."""
GOING: Final = frozenset({"announced", "underway", "completed"})


def theatre(story: Story, at: int) -> Place | None:
    """Where the force told last went or stood, if that was told not long before AT."""
    told = max((end for _, end in story.place_words), default=None)
    return story.last_place if told is not None and 0 <= at - told < REACH else None


def put_theatre(story: Story, draft: Draft) -> None:
    """A movement without a place goes to the country where the force told last is, or leaves it, if that is abroad.

    The report tells of one theatre and does not name it in each sentence. Who is not sent is not sent to it.
    """
    place = theatre(story, draft.start)
    placed = draft.origin or draft.destination or draft.home is not None or draft.anaphoric
    if place is None or draft.kind != "movement" or placed or draft.nation is None or draft.toward is None:
        return
    if draft.nation in {place.country, *place.members} or (draft.toward == "destination" and draft.status not in GOING):
        return
    setattr(draft, draft.toward, (country(place.country or "") or place,))
    draft.mark(draft.toward, *story.place_words)
    draft.note(draft.toward, "the report goes on about where the force told last is", by=put_theatre)


def put_authority(scene: Scene, story: Story, draft: Draft, index: int | None) -> None:
    """Who decided, as the report names him; a pronoun is the person spoken of last, or nobody."""
    if index is None:
        return
    tree = scene.tree
    token = tree.tokens[index]
    if token.lower in movement_nouns():
        return  # "the withdrawal was set to see 300 troops leave": a deed decides nothing
    if token.tag in {"PRP", "PRP$"}:
        known = story.people.last if token.lower in PERSONAL else None
        if known is not None and known.speaker is not None:
            draft.authority = known.speaker
            draft.mark("authority", scene.span(token.start, token.end))
        return
    keep = tree.phrase(token, lambda k, above: k.dep in NAMING or (k.dep == "case" and above is not token))
    start, end = min(t.start for t in keep), max(t.end for t in keep)
    draft.authority = ARTICLE.sub("", tree.text[start:end])
    draft.mark("authority", scene.span(start, end))
