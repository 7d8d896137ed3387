"""Movements: who goes where, from the verbs and event nouns of a sentence."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, Literal

from laydown.lexicon.forces import military_words
from laydown.lexicon.verbs import casualty_verbs, stances
from laydown.reading.claims.alerts import alert_verbs
from laydown.reading.claims.bare import bare_movement
from laydown.reading.claims.bars import is_barred
from laydown.reading.claims.dated import as_dated
from laydown.reading.claims.ends import end_told, find_ends, home_of, senders, share
from laydown.reading.claims.events import Event, find_events
from laydown.reading.claims.gapping import gap_at, gaps_of, rest_of, way_of, without
from laydown.reading.claims.levels import resting_verbs
from laydown.reading.claims.movers import (
    GIVEN,
    Movers,
    by_pronoun,
    find_movers,
    is_behind,
    is_frame,
    is_military,
    is_over,
    is_retold,
    term_of,
)
from laydown.reading.claims.onward import contributor, goes_after, look_back
from laydown.reading.drafting.drafts import Draft
from laydown.reading.drafting.filling import open_draft, put_authority, put_force, put_home, put_places
from laydown.reading.drafting.nations import Owner, acting, own_nations, owner_at
from laydown.reading.drafting.owning import after_from
from laydown.reading.drafting.story import Story
from laydown.reading.mentions.mention import Mention
from laydown.reading.mentions.scene import Scene
from laydown.reading.mentions.spots import Spot, place_words
from laydown.reading.syntax.moods import mood
from laydown.reading.syntax.stance import Stance, argued, stance
from laydown.reading.syntax.steps import condition_of
from laydown.reading.syntax.ways import Ways

TENDERED: Final = frozenset({"pledge", "contribute"})
"""The verbs whose force goes to somebody, whether or not a place is named."""
_TOWARD: Final[dict[str, Literal["origin", "destination"]]] = {"origin": "origin", "destination": "destination"}
OUSTED: Final = frozenset({"remove", "expel"})
"""The verbs by which a state's troops are sent off its ground, named or not: "the expulsion of Italian soldiers"."""


def read_movements(scene: Scene, story: Story) -> Iterator[Draft]:
    """The movements that a sentence asserts, in the order of their words."""
    still = alert_verbs(scene) | resting_verbs(scene)
    events = list(find_events(scene.tree))
    bare = None if events else bare_movement(scene)
    if bare is not None:
        yield from _bare(scene, story, *bare)
    for event in events:
        held = event.token.i in still and (event.verb.light or event.verb.lemma == "leave")
        longer = event.nominal and term_of(scene.tree, scene.tree.tokens[event.token.head]) == event.token
        if not (held or longer or is_behind(scene.tree, event) or is_barred(scene, event)):
            yield from _movement(scene, story, event)


def _movement(scene: Scene, story: Story, event: Event) -> Iterator[Draft]:
    movers = _admitted(scene, find_movers(scene, event), event)
    if movers is None:
        return
    at = find_ends(scene, event, movers)
    at.origin, at.destination = without(scene, at.origin), without(scene, at.destination)
    framed = not (at.origin or at.destination) and is_frame(scene.tree, event)
    if framed or not _moves_a_force(scene, story, event, movers, at):
        return
    how = as_dated(scene, event, stance(scene.tree, event.token, event.verb, nominal=event.nominal))
    if how.condition and how.status in {"considered", "announced"}:
        if not any(m.quantity for m in movers.forces):
            return
        how = argued(replace(how, status="considered"), f"it hangs on “{condition_of(scene.tree)}”: considered")
    if event.verb.lemma == "leave" and at.destination and how.status == "completed":
        # who left for a place is not yet said to have arrived (rule 4)
        how = argued(
            replace(how, status="underway"), f"“{event.token.text}” for a place is not to have arrived there: underway"
        )
    if not movers.forces:
        yield from _drafts(scene, story, event, movers, None, at, how)  # an event told before moves no force of its own
    for mover in movers.forces:
        gap = gap_at(scene, mover)
        own = way_of(gap, at, event.verb.inner) if gap is not None else None
        own = own or share(scene, at, mover, movers.forces)
        yield from _drafts(scene, story, event, movers, mover, own, how)
        yield from _gapped(scene, story, event, movers, mover, own, how)


def _gapped(
    scene: Scene, story: Story, event: Event, movers: Movers, mover: Mention, at: Ways, how: Stance
) -> Iterator[Draft]:
    """The numbers that share the verb of MOVER and go elsewhere, or are another state's."""
    for gap, force in (*gaps_of(scene, mover), *rest_of(scene, mover)):
        own = way_of(gap, at, event.verb.inner)
        if own is None or any(m.head == force.head for m in movers.forces if m is not mover):
            continue
        owner = owner_at(scene, scene.tree.tokens[gap.owner.head]) if gap.owner is not None else None
        of = [owner] if owner is not None else own_nations(scene, force if gap.own else mover)
        yield from _drafts(scene, story, event, replace(movers, of=tuple(of)), force, own, how)


def _bare(scene: Scene, story: Story, event: Event, noun: Event, force: Mention) -> Iterator[Draft]:
    """The movement of a line without a verb: what a list or a heading sends is announced."""
    movers = Movers([force])
    at = find_ends(scene, noun, movers)
    if at.destination:
        steps = (f"“{event.token.text}” in a line without a verb sends what the line names: announced",)
        how = Stance("announced", ((event.token.start, event.token.end),), steps=steps)
        yield from _drafts(scene, story, event, movers, force, at, how)


def _admitted(scene: Scene, movers: Movers, event: Event) -> Movers | None:
    """MOVERS without whole services beside other forces: "the Army sent 500 soldiers" moves the soldiers.

    None where only casualties are moved: "three wounded soldiers were flown to Nairobi" (annotation rule 12), or a
    part of what is still to come: "the second batch of an expected 900 soldiers".
    """
    hale = [m for m in movers.forces if not (_fallen(scene, m) or _awaited(scene, m))]
    if (movers.forces and not hale) or _fell_on(scene, event):
        return None
    movers = Movers(hale, movers.by)
    whole = len(movers.forces) == 1 and not event.verb.light
    forces = [m for m in movers.forces if m.units or m.sort != "army" or whole]
    people = any(m.category == "personnel" for m in forces)
    people = people or event.verb.lemma == "increase"  # "enhances maritime capabilities" moves nothing
    return Movers([m for m in forces if not (people and _goes_without_saying(m))], movers.by)


def _goes_without_saying(mention: Mention) -> bool:
    """Whether a mention only names what any force has: "forces and capabilities"."""
    return mention.category == "materiel" and mention.sort == "body" and mention.quantity is None


def _fell_on(scene: Scene, event: Event) -> bool:
    """Whether those on their way are told of by what befell them there: "were killed en route to Lebanon"."""
    above = scene.tree.verb_above(event.token) if event.verb.led else None
    return above is not None and above.lower in casualty_verbs() and mood(scene.tree, above).passive


def _fallen(scene: Scene, mention: Mention) -> bool:
    """Whether a force is told of by what befell it: "the wounded soldiers", "captured troops"."""
    kids = scene.tree.kids(scene.tree.tokens[mention.head])
    told = (k for k in kids if k.dep == "amod" and not k.lower.endswith("ing"))
    return any(k.lower in casualty_verbs() for k in told)


def _awaited(scene: Scene, mention: Mention) -> bool:
    """Whether a force is the whole of which a part moves: "the second batch of an expected 900 soldiers"."""
    kids = scene.tree.kids(scene.tree.tokens[mention.head])
    planned = any(k.dep == "amod" and stances().get((k.lower, "v")) == "plan" for k in kids)
    return planned and mention.top != mention.head


def _moves_a_force(scene: Scene, story: Story, event: Event, movers: Movers, at: Ways) -> bool:
    """Whether enough is said for a movement: a force, or an event told before, and places where the verb needs them."""
    verb, forces = event.verb, movers.forces
    placed = bool(at.origin or at.destination)
    counted = any(m.quantity for m in forces)
    if verb.lemma in OUSTED and not any(own_nations(scene, m) for m in forces):
        return verb.lemma == "remove" and placed and any(not m.weak and m.sort != "army" for m in forces)
    sure = placed or home_of(scene.tree, event) is not None or (counted and _ventured(scene, event))
    if (
        verb.light
        and not (sure or verb.lemma in OUSTED)
        and not any(goes_after(scene, story, event, m) for m in forces)
    ):
        return False
    if not forces:
        if event.nominal and verb.light_noun:
            return False
        return is_military(scene.tree, event) or _told_before(scene, story, event, placed=placed)
    people = any(m.sort == "nationals" and goes_after(scene, story, event, m) for m in forces)
    if not (verb.sole or people) and any(_are_civilians(scene, story, m, movers) for m in forces):
        return False
    if people or any(not m.weak or _solid(scene, m) for m in forces):
        return True
    if movers.by is not None and any(m.sort == "army" and m.top == movers.by.i for m in scene.mentions):
        return any(m.category == "personnel" for m in forces)  # "the army sent reinforcements"
    if placed and (verb.sole or not event.nominal) and all(m.sort == "army" and m.definite for m in forces):
        return True  # "the army was called out in Sylhet": it is at home there
    if all(m.sort in GIVEN for m in forces) and owner_at(scene, movers.by, story) is None:
        return False  # "the firm moved its equipment to Spain": goods go by themselves with nobody's army
    plain = event.nominal and not verb.light_noun  # "stationing of air defence in Slovakia" is of forces
    recalled = bool(story.nations or story.lead) and (plain or all(m.definite for m in forces))
    return placed and (movers.by is not None or recalled)


def _ventured(scene: Scene, event: Event) -> bool:
    """Whether a force goes to a mission that is no place: "will contribute 800 troops to the force"."""
    tree = scene.tree
    verb = event.token
    given = [k for k in tree.kids(verb) if k.dep in {"dobj", "dative"}]
    if event.verb.lemma in TENDERED and not event.nominal and len(given) == 1:
        return True
    leads = [k for k in tree.kids(verb) if k.dep in {"prep", "dative"} and k.lower in {"to", "for"}]
    leads += [k for what in tree.kids(verb) if what.dep == "dobj" for k in tree.kids(what) if k.lower in {"to", "for"}]
    return any(k.lower in place_words("venture") for lead in leads for k in tree.kids(lead) if k.dep == "pobj")


def _told_before(scene: Scene, story: Story, event: Event, *, placed: bool) -> bool:
    """Whether a pronoun or a definite event noun points back to a force that the report has named."""
    if is_over(scene.tree, event):
        return bool(story.nations)
    if by_pronoun(scene, event):
        return bool(story.nations) or any(m.end < event.token.start for m in scene.mentions)
    return is_retold(scene.tree, event) and placed and bool(story.nations)


def _solid(scene: Scene, mention: Mention) -> bool:
    """Whether a weak noun ("vehicles", "advisers") has a number, a unit or a nation that makes it a force."""
    if mention.count is None and mention.quantity and mention.category in {"ship", "aircraft"}:
        return bool(mention.units) or _is_armed(scene, mention)
    return bool(mention.quantity or mention.units or own_nations(scene, mention) or after_from(scene, mention))


def _are_civilians(scene: Scene, story: Story, mention: Mention, movers: Movers) -> bool:
    """Whether a people is no force, or officers and guards are no state's, by their own nation or who sends them."""
    if mention.sort != "ranks" or (mention.additional is not None and story.nations):
        return mention.sort == "nationals"
    return not own_nations(scene, mention) and owner_at(scene, movers.by, story) is None


def _is_armed(scene: Scene, mention: Mention) -> bool:
    """Whether a single ship or aircraft is one of a force, by its words or its sentence: "a navy ship"."""
    words = scene.tree.over(mention.start, mention.end)
    if any(mention.start <= o.start and o.end <= mention.end for o in scene.organizations):
        return True
    return any(w.lower in military_words() for w in words) or any(
        m is not mention and (not m.weak or m.sort == "army") for m in scene.mentions
    )


def _drafts(
    scene: Scene, story: Story, event: Event, movers: Movers, mover: Mention | None, at: Ways, how: Stance
) -> Iterator[Draft]:
    """One draft for each nation whose force moves (annotation rule 18)."""
    owners: list[Owner | None] = []
    sent: list[Owner] = []
    named = [*movers.of] or (own_nations(scene, mover) if mover is not None else [])
    if mover is not None:
        named = contributor(scene, story, movers, mover) or named
        sent, at = senders(scene, event, mover, movers, at)
        owners.extend(named or sent)
    if not owners:
        refuser = scene.tree.tokens[how.authority] if how.addressed and how.authority is not None else None
        refusing = owner_at(scene, refuser, story)
        actors = [] if _foreign(scene, mover) else acting(scene, movers.by, story, mover)
        owners = [refusing] if refusing is not None else [*actors] or [None]
    home = home_of(scene.tree, event)
    for owner in owners:
        draft = _draft(scene, event, how)
        put_force(scene, draft, mover, owner)
        _tell_owner(scene, draft, owner, named=bool(named), sent=bool(sent))
        put_authority(scene, story, draft, how.authority)
        put_places(scene, draft, "origin", [s for s in at.origin if not _own_ground(s, draft)])
        put_places(scene, draft, "destination", at.destination)
        for name, spots in (("origin", at.origin), ("destination", at.destination)):
            if spots:
                draft.note(name, end_told(scene, event, name, spots), by=find_ends)
        draft.home = None if home is None or draft.destination else scene.span(*home)
        put_home(draft)
        look_back(scene, story, event, draft, mover)
        draft.anaphoric = mover is None or (mover.definite and not (mover.quantity or mover.units or named))
        draft.rest = mover is not None and mover.sort == "rest"
        draft.done = mover is None and is_over(scene.tree, event)
        if draft.done:
            draft.status = "completed"
            draft.note("status", "an event told before is said to be over: completed", by=is_over)
        if draft.additional and draft.action == "deploy" and draft.quantity is None:
            draft.action = "reinforce"
        yield draft


def _foreign(scene: Scene, mover: Mention | None) -> bool:
    """Whether a force is called foreign: it is not that of who wants it gone, "Oman wants all foreign forces out"."""
    return mover is not None and any(k.lower == "foreign" for k in scene.tree.kids(scene.tree.tokens[mover.head]))


def _tell_owner(scene: Scene, draft: Draft, owner: Owner | None, *, named: bool, sent: bool) -> None:
    """Say which words give the nation of a force, for who asks why."""
    if owner is None or owner[1] is None:
        return
    start, end = owner[1]
    words = scene.text[start - scene.offset : end - scene.offset]
    where = "stands on the force itself" if named else "is where it is from" if sent else "is who sends or moves it"
    by = own_nations if named else senders if sent else acting
    draft.note("force", f"“{words}” {where}: {owner[0]}", by=by)


def _draft(scene: Scene, event: Event, how: Stance) -> Draft:
    start, end = event.token.start, event.token.end
    draft = open_draft(scene, "movement", how.status, start)
    draft.action = event.verb.action
    draft.toward = _TOWARD.get(event.verb.inner)
    draft.mark("status", *(scene.span(*words) for words in how.words))
    draft.note("status", *how.steps, by=stance)
    draft.mark("action", scene.span(start, end))
    draft.note("action", f"“{event.token.text}” is a form of “{event.verb.lemma}” (movement_verbs)", by=find_events)
    return draft


def _own_ground(spot: Spot, draft: Draft) -> bool:
    """Whether "the country" would be the force's own: then it was somewhere that the report does not name."""
    return spot.sense == "recall" and spot.place.country == draft.nation and draft.action == "withdraw"
