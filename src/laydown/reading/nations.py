"""Whose force it is: the nationality on the force itself, its service or mission, who sends it, or who was spoken of before."""

from collections.abc import Iterable

from laydown.lexicon.forces import formation_nations
from laydown.lexicon.organizations import leader
from laydown.reading.forces import Mention
from laydown.reading.grammar import Token
from laydown.reading.places import Spot
from laydown.reading.scene import Scene
from laydown.reading.story import Story

SHARED = frozenset({"allied", "coalition", "multinational", "international", "multi-national"})
"""Modifiers that say a force is of several nations."""

Owner = tuple[str, tuple[int, int] | None]
"""A nation and the words of the report that give it, None where it is only remembered."""


def own_nations(scene: Scene, mention: Mention) -> list[Owner]:
    """The nations that the force's own phrase names: "Afghan and Pakistani forces" gives two."""
    tree = scene.tree
    head = tree.tokens[mention.head]
    inside = [
        s
        for s in scene.spots
        if mention.start <= s.start
        and s.end <= (head.end if mention.sort == "nationals" else head.start)
        and s.place.country
        and _owns(scene, s, mention)
    ]
    if not inside:
        again = [
            m
            for m in scene.mentions
            if m is not mention
            and tree.tokens[m.head].head == mention.head
            and tree.tokens[m.head].dep in {"appos", "dep"}
        ]
        inside = [
            s
            for m in again
            for s in scene.spots
            if m.start <= s.start and s.end <= tree.tokens[m.head].start and s.place.country
        ]
    if inside:
        last = inside[-1]
        found = [(last, last.place.country)]
        for spot in reversed(inside[:-1]):
            if tree.text[spot.end : last.start].strip() in {"and", ",", ", and"}:
                found.insert(0, (spot, spot.place.country))
                last = spot
        return [(code, scene.span(s.start, s.end)) for s, code in found if code]
    for unit in mention.units:
        for spot in scene.spots:
            if unit.start <= spot.start and spot.end <= unit.end and spot.place.country and spot.sense != "name":
                return [(spot.place.country, scene.span(spot.start, spot.end))]
    for org in scene.organizations:
        if mention.start <= org.start and org.end <= max(mention.end, head.end + 1):
            return [(org.organization.nation, scene.span(org.start, org.end))]
    shared = next((t for t in tree.over(mention.start, head.start) if t.lower in SHARED), None)
    if shared is not None:
        return [("multinational", scene.span(shared.start, shared.end))]
    for unit in mention.units:
        if unit.nation:
            return [(unit.nation, scene.span(unit.start, unit.end))]
    terms = [
        n
        for unit in mention.units
        for term, n in formation_nations().items()
        if unit.name.endswith(term) or f"{term} " in unit.name
    ]
    if terms:
        unit = mention.units[0]
        return [(terms[0], scene.span(unit.start, unit.end))]
    for kid in [k for i in mention.reach for k in tree.kids(tree.tokens[i])]:
        if kid.dep == "prep" and kid.lower == "of":
            owner = next((o for k in tree.kids(kid) for o in [owner_at(scene, k)] if o), None)
            if owner:
                return [owner]
    return []


def _owns(scene: Scene, spot: Spot, mention: Mention) -> bool:
    """Whether a place inside a force's phrase is its owner: not "the Iraq-based troops"."""
    return spot.place.type in {"country", "admin", "region", "city"} and spot.place.type != "border"


def owner_at(scene: Scene, token: Token | None, story: Story | None = None) -> Owner | None:
    """The nation that the phrase at TOKEN stands for: a country, its government, its leader, a service."""
    if token is None:
        return None
    tree = scene.tree
    keep = [token]
    for here in keep:
        keep.extend(
            k
            for k in tree.kids(here)
            if k.dep in {"compound", "amod", "poss", "nmod", "appos"}
            or (k.dep == "prep" and k.lower == "of")
            or here.lower == "of"
        )
    start, end = min(t.start for t in keep), max(t.end for t in keep)
    for org in scene.organizations:
        if start <= org.start and org.end <= end + 2 and org.start <= token.end:
            return org.organization.nation, scene.span(org.start, org.end)
    spots = [
        s
        for s in scene.spots
        if start <= s.start and s.end <= end and s.place.country and s.place.type in {"country", "admin", "city"}
    ]
    if spots:
        return str(spots[0].place.country), scene.span(spots[0].start, spots[0].end)
    if story is not None:
        known = story.people.known.get(token.text)
        if known and known.country:
            return known.country, scene.span(token.start, token.end)
        office = leader(token.text, story.anchor) if story.anchor and token.tag == "NNP" else None
        if office is not None:
            return office.country, scene.span(token.start, token.end)
    return None


def remembered(story: Story, fallback: Iterable[str | None]) -> Owner | None:
    """The nation last spoken of, else the first of FALLBACK that is known."""
    if story.nations:
        return story.nations[-1], None
    return next(((nation, None) for nation in fallback if nation), None)
