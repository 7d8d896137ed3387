"""Context: what a draft takes from its sentence and its report where its own words leave it open."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from laydown.lexicon.gazetteer import country, find, meanings
from laydown.lexicon.verbs import speech_verbs
from laydown.reading.drafting.drafts import Draft
from laydown.reading.drafting.nations import Owner, nationalities, owner_at
from laydown.reading.drafting.owning import after_from, comes, opened, possessor
from laydown.reading.drafting.story import Story
from laydown.reading.mentions.persons import remember
from laydown.reading.mentions.recalled import most_named
from laydown.reading.mentions.scene import Scene
from laydown.reading.mentions.spots import Spot, place_words
from laydown.reading.syntax.arguments import subject

if TYPE_CHECKING:
    from collections.abc import Callable

OWNED: Final = frozenset({"movement", "presence", "readiness", "command"})
OURS: Final = frozenset({"we", "our", "us", "ours"})
GUESTS: Final = ("peacekeep", "blue helmet")
"""Words of a force that is never that of the country where it serves."""

OCCASIONS: Final = frozenset({"during", "at", "in", "before", "after", "throughout"})
"""Prepositions of the occasion of a deployment."""

SETTINGS: Final = frozenset({"country", "admin", "city", "base"})


SHOWN: Final = 70
"""Characters of a sentence that are shown of where a nation was told."""


def look_around(scene: Scene, story: Story) -> None:
    """Remember the persons, the country and the counted force that later sentences may call by less."""
    tree = scene.tree
    for token in tree:
        if token.dep in {"nsubj", "nsubjpass", "pobj"} and token.tag == "NNP" and scene.spot_at(token) is None:
            remember(scene, token, story.people, story.anchor)
    named = [s for s in scene.spots if s.sense == "name" and s.place.country and not s.nested]
    owners = {s for m in scene.mentions for s in after_from(scene, m)}  # "70 officers from Guatemala" are elsewhere
    named = [s for s in named if tree.tokens[s.head].dep not in {"nsubj", "poss"} and s not in owners]
    if named:
        story.around = replace(story.around, here=named[-1].place)
        story.here_words = (scene.span(named[-1].start, named[-1].end),)
    counted = [m for m in scene.mentions if m.quantity and m.sort in {"people", "ship", "aircraft", "vehicle"}]
    if counted:
        story.last_force = counted[-1]


def meet_forces(scene: Scene, story: Story) -> None:
    """Remember whose force a sentence names, even where nothing is claimed of it."""
    named = (nations[0][0] for m in scene.mentions if len(nations := nationalities(scene, m)) == 1)
    story.met = next(named, story.met)


def put_nation(scene: Scene, story: Story, draft: Draft) -> None:
    """Give a force without a nation that of who was spoken of, who speaks, who acts, or whose ground it is."""
    if draft.kind == "assistance" and draft.donor is None:
        _put_donor(scene, story, draft)
    if draft.nation is not None or draft.kind not in OWNED or _nobodys(scene, draft):
        return
    spoken = draft.attribution.country if draft.attribution else None
    if (own := possessor(scene, draft)) is not None:
        draft.nation = own
        draft.note("force", f"“its” is of {own}, which its sentence names before", by=possessor)
        return
    if draft.anaphoric and story.nations and not (spoken and _by_us(scene, draft)):
        guest = _guest(scene, story, draft)
        draft.nation = guest or story.nations[-1]
        known = "whose force was told to be there" if guest else "whose force was told last"
        draft.note("force", f"it points back; {draft.nation} is {known}{_told_in(story, draft)}", by=put_nation)
        return
    if _facing(scene, draft):
        _face(story, draft)
        draft.note("force", f"it stands at another's border; {draft.nation} is the other side", by=_face)
        return
    actor = None if _asked_in(draft) else _actor(scene, story, draft)
    last = story.nations[-1] if story.nations else None
    remembered = last or story.house or story.met
    teller = "the force told last is" if last or not story.house else "the house that publishes this is"
    sources: tuple[tuple[str, Callable[[], str | None]], ...] = (
        ("its number goes on with the force told last, of", lambda: last if draft.bare else None),
        ("peacekeepers are of those who sent them out, and the sentence names", lambda: _mission_owner(scene, draft)),
        ("who speaks is", lambda: spoken),
        ("the subject of the sentence is", lambda: actor[0] if actor else None),
        ("the sentence begins with", lambda: opened(scene)),
        ("the label of the line names", lambda: _labelled(scene, draft)),
        (f"{teller} of", lambda: remembered),
        ("the sentence names no other nation than", lambda: _ground(scene, draft)),
    )
    for why, source in sources:
        draft.nation = source()
        if draft.nation:
            traced = _told_in(story, draft) if draft.nation == remembered and "last" in why else ""
            draft.note("force", f"its own words do not say whose it is; {why} {draft.nation}{traced}", by=put_nation)
            return


def _mission_owner(scene: Scene, draft: Draft) -> str | None:
    """The bloc of which the sentence of peacekeepers without a nation names an organ (annotation rule 8)."""
    guests = any(word in (draft.words or "").lower() for word in GUESTS)
    if not guests or draft.kind not in {"movement", "presence"}:
        return None
    owners = (o.organization.nation for o in scene.organizations)
    return next((owner for owner in owners if owner and country(owner) is None), None)


def _by_us(scene: Scene, draft: Draft) -> bool:
    """Whether who speaks does it: "we do not plan to put them there"."""
    event = scene.tree.at(draft.order - scene.offset)
    who = subject(scene.tree, event) if event is not None else None
    return who is not None and who.lower in {"we", "i"}


def _told_in(story: Story, draft: Draft) -> str:
    """Where the report told whose force that is, in its own words, for who asks why."""
    start, end = story.told.get(draft.nation or "", (0, 0))
    words = " ".join(story.report.text[start:end].split())
    return f", in “{words[:SHOWN]}{'…' if len(words) > SHOWN else ''}”" if words else ""


def _labelled(scene: Scene, draft: Draft) -> str | None:
    """The country that the label of a line names ("Uganda: 1,000 arrived in Goma"), unless that is where they go."""
    ends = {p.country for p in (*draft.origin, *draft.destination, *draft.location)}
    entries = (e for e in meanings(scene.passage.label or "") if e.kind == "country" and e.sense == "name")
    return next((e.place.country for e in entries if e.place.country not in ends), None)


def _facing(scene: Scene, draft: Draft) -> bool:
    """Whether a force stands at a border that is neither the speaker's nor one where the speaker says "we" are."""
    at_border = any(p.type == "border" for p in draft.location)
    spoken = draft.attribution.country if draft.attribution else None
    sides = {code for p in draft.location for code in (p.country, *p.members)}
    if draft.kind != "presence" or not at_border or spoken is None or spoken in sides or draft.head is None:
        return False
    head = scene.tree.tokens[draft.head]
    verb = scene.tree.verb_above(head)
    near = [*scene.tree.kids(head), *(scene.tree.kids(verb) if verb is not None else ())]
    return not any(t.lower in OURS for t in near)


def _face(story: Story, draft: Draft) -> None:
    """Give a force at a foreign border its nation: that told last which is neither the border's nor the speaker's.

    Before any force is told it is the other country that the report names most; a bare border is the next one's.
    """
    spoken = draft.attribution.country if draft.attribution else None
    out = {spoken, story.house, *(p.country for p in draft.location)}
    told = [n for n in reversed(story.nations) if n not in out]
    named = [n for n in most_named(story.around.context) if n not in out]
    draft.nation = next(iter([*told, *named]), None)
    other = next((n for n in named if n != draft.nation), None)
    draft.location = tuple(replace(p, country=p.country or other) for p in draft.location)


def put_abroad(scene: Scene, story: Story, draft: Draft) -> None:
    """A force that a report about another country says is "in the country" or "on the ground" is in that one."""
    recalled = {scene.span(s.start, s.end): s.place for s in scene.spots if s.sense == "recall"}
    spans = draft.spans.get("location", ())
    if draft.kind != "presence" or not spans or any(tuple(span) not in recalled for span in spans):
        return
    if not all(p.country == draft.nation for p in draft.location):
        return
    other = next((country(n) for n in most_named(story.around.context) if n != draft.nation), None)
    if other is not None:
        draft.location = (other,)


def _guest(scene: Scene, story: Story, draft: Draft) -> str | None:
    """The nation whose force was told to be where this one is said to be: "The force in Estonia will serve ..."."""
    tokens = scene.tree.tokens
    own = [(start - scene.offset, end - scene.offset) for start, end in draft.spans.get("force", ())]
    for spot in scene.spots:
        named = tokens[spot.head]
        noun = tokens[tokens[named.head].head]
        inside = any(start <= noun.start < end for start, end in own)
        if named.dep == "pobj" and inside and spot.place.country in story.guests:
            return story.guests[spot.place.country]
    return None


def _put_donor(scene: Scene, story: Story, draft: Draft) -> None:
    """Give aid without a donor that of who acts, who speaks, or whose house publishes it ("We have provided ...")."""
    actor = _actor(scene, story, draft)
    spoken = draft.attribution.country if draft.attribution else None
    donor = actor[0] if actor is not None else spoken or story.house
    if donor is None or donor == draft.recipient:
        return
    draft.donor = donor
    why = "acts in the sentence" if actor is not None else "speaks" if spoken else "publishes this"
    draft.note("donor", f"its own words name no giver; it is {donor}, who {why}", by=_put_donor)
    own = actor[1] if actor is not None else None
    ours = [scene.span(t.start, t.end) for t in scene.tree if t.lower in OURS]
    voiced = draft.spans.get("attribution", ()) if actor is None and spoken else ()
    draft.mark("donor", *([own] if own is not None else ours[:1] or voiced))


def _nobodys(scene: Scene, draft: Draft) -> bool:
    """Whether the report leaves open on purpose whose force it is."""
    words = (draft.words or "").lower()
    start = min(draft.spans.get("force", [(scene.offset, 0)]))[0] - scene.offset
    yours = words.startswith("your ") or scene.text[:start].lower().endswith("your ")
    return yours or "foreign" in words or "both sides" in scene.text


def _asked_in(draft: Draft) -> bool:
    """Whether peacekeepers are asked for: they are not those of who asks, "Togo appealed for peacekeepers"."""
    return draft.status == "requested" and any(word in (draft.words or "").lower() for word in GUESTS)


def _actor(scene: Scene, story: Story, draft: Draft) -> Owner | None:
    """The nation of the subject of the sentence: "The Australian Army ends its role, as about 500 troops withdraw".

    A league that only reports has no tanks: "The Arab League says that tanks left the towns".
    """
    root = next((t for t in scene.tree if t.head == t.i and t.tag.startswith("VB")), None)
    who = subject(scene.tree, root, 0) if root is not None else None
    owner = owner_at(scene, who, story)
    ends = {p.country for p in (*draft.origin, *draft.destination, *draft.location)}
    if owner is None or (owner[0] == "multinational" and root is not None and root.lower in speech_verbs()):
        return None
    return owner if owner[0] not in ends else None


def _ground(scene: Scene, draft: Draft) -> str | None:
    """The nationality that the sentence names, else the country where people are deployed at home.

    Behind the event only an occasion counts ("during the Pakistani elections"): "moved to meet the Chinese advance"
    names another's. Who is sent to a whole country is not at home there, nor is who arrives.
    """
    if any(word in (draft.words or "").lower() for word in GUESTS):
        return None
    before = draft.order - scene.offset
    adjectives = [
        s.place.country
        for s in scene.spots
        if s.place.country and s.sense == "adjective" and (s.start < before or _of_occasion(scene, s))
        if draft.kind != "presence" or scene.tree.tokens[scene.tree.tokens[s.head].head].lower not in place_words("kin")
    ]
    people = draft.category in {"personnel", "unit"}
    domestic = draft.action in {"deploy", "reinforce"} and not draft.units and people and not comes(scene, draft)
    ends = [p.country for p in draft.destination if p.country and p.type in {"city", "admin"}] if domestic else []
    abroad = {p.country for p in draft.origin} - set(ends)
    whole = {s.place.country for s in scene.spots if s.sense == "name" and s.place.type == "country" and not s.nested}
    abroad |= whole & set(ends)
    return next(iter([*adjectives, *([] if abroad else ends)]), None)


def _of_occasion(scene: Scene, spot: Spot) -> bool:
    """Whether a nationality says whose an occasion is: "at the Kenyan elections"."""
    noun = scene.tree.tokens[scene.tree.tokens[spot.head].head]
    return noun.dep == "pobj" and scene.tree.tokens[noun.head].lower in OCCASIONS


def put_origin(scene: Scene, draft: Draft) -> None:
    """A withdrawal without an origin leaves the one other country that its sentence is set in."""
    if draft.action != "withdraw" or draft.origin or draft.destination or draft.anaphoric:
        return
    tokens = scene.tree.tokens
    places = [s for s in scene.spots if s.sense == "name" and not s.nested and s.place.type in SETTINGS]
    places = [s for s in places if tokens[s.head].dep in {"pobj", "dobj", "conj"}]
    places = [s for s in places if tokens[tokens[s.head].head].lower not in {"by", "against"}]
    places = [s for s in places if s.place.country not in {None, draft.nation}]
    if draft.nation is None:  # "foreign troops" are to leave the country spoken of last
        places = [s for s in places if scene.offset + s.end <= draft.order][-1:]
        if any(tokens[s.head].dep == "conj" for s in places):
            return
    if len({s.place.country for s in places}) == 1:
        draft.origin = (places[-1].place,)
        draft.mark("origin", scene.span(places[-1].start, places[-1].end))


def put_mission_place(scene: Scene, draft: Draft) -> None:
    """A movement without a place goes to the mission that its sentence names, or leaves it, where its name says where.

    "Kenya will send 300 soldiers to the UN mission in Mali"; bare letters (MINUSMA) name no place.
    """
    if draft.kind != "movement" or draft.origin or draft.destination or draft.home or draft.toward is None:
        return
    placed = [o for o in scene.organizations if o.organization.kind == "mission" and o.organization.place]
    names = {m.entries[0].place: m for o in placed for m in find(scene.text) if o.start <= m.start and m.end <= o.end}
    named = [(place, m) for place, m in names.items() if place.type == "country" and m.entries[0].sense == "name"]
    if len(placed) == 1 and len(named) == 1 and named[0][0].country not in {None, draft.nation}:
        place, match = named[0]
        before = [t for t in scene.tree if t.end <= placed[0].start and t.lower in {"from", "to", "for"}]
        aimed = bool(before) and (before[-1].dep == "aux" or before[-1].lower == "for")  # "left to join", "left for"
        leaves = not aimed and (draft.action == "withdraw" or [t.lower for t in before[-1:]] == ["from"])
        name = "origin" if leaves else "destination"
        setattr(draft, name, (place,))
        draft.mark(name, scene.span(match.start, match.end))
        draft.note(name, "the mission that the sentence names is there", by=put_mission_place)


def put_mission(scene: Scene, draft: Draft) -> None:
    """A mission that the claim's own sentence names stands among its units (annotation rule 24)."""
    if draft.kind not in {"movement", "presence"} or draft.units or draft.category in {"ship", "aircraft"}:
        return
    mission = next((o for o in scene.organizations if o.organization.kind == "mission"), None)
    if mission is not None:
        draft.units = (mission.organization.name,)
        draft.mark("force", scene.span(mission.start, mission.end))
