"""Presences: who stands where, from verbs of standing, levels ("the number is about 2,120") and numbers at a place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from laydown.lexicon.gazetteer import country
from laydown.lexicon.verbs import PresenceVerb, presence_verbs, stances
from laydown.model import Place, Status
from laydown.reading.claims.among import put_included, read_made_up, with_parts
from laydown.reading.claims.ends import unique
from laydown.reading.claims.events import NOW, stands
from laydown.reading.claims.gapping import continued, filling, without
from laydown.reading.claims.planned import UNREAL, is_unreal, planned, put_plan
from laydown.reading.claims.posts import apart, is_casualty, left_out, post_of
from laydown.reading.claims.replaced import read_replaced
from laydown.reading.claims.standing import ground, has_place, is_asserted, is_standing
from laydown.reading.drafting.drafts import Draft
from laydown.reading.drafting.filling import open_draft, put_force, put_places
from laydown.reading.drafting.nations import Owner, both, own_nations, owner_at
from laydown.reading.drafting.owning import after_from
from laydown.reading.drafting.story import Story
from laydown.reading.mentions.mention import Mention
from laydown.reading.mentions.scene import Scene
from laydown.reading.mentions.spots import Spot
from laydown.reading.syntax.arguments import HELD, joined, mentioned, objects, of_phrase, subject
from laydown.reading.syntax.conditions import is_backshifted, is_this_time
from laydown.reading.syntax.moods import Mood, mood
from laydown.reading.syntax.steps import told_mood
from laydown.reading.syntax.ways import ways
from laydown.reading.text.grammar import Token, Tree

DIRECT: Final = frozenset({"mass", "encircle", "patrol", "guard", "hold", "control"})
"""The verbs whose object is where the force stands: "patrol Baghdad"."""
REPORTS: Final = frozenset(
    {"report", "reports", "claim", "claims", "allegation", "allegations", "accusation", "accusations", "suggestions",
     "rumours", "rumors", "assertion", "assertions", "charge", "charges", "idea"}
)  # fmt: skip
"""What somebody says, and another denies."""
HOLDING: Final = frozenset({"host", "be"})
"""The verbs whose subject is where the force stands, and not whose it is."""
WORKING: Final = frozenset({"operate", "patrol", "serve"})
PLACING: Final = frozenset({"deploy", "assign", "position"})
NUMBERS: Final = frozenset({"number", "total", "strength", "size", "presence", "level"})


def read_presences(scene: Scene, story: Story, moving: Mapping[int, Sequence[Place]]) -> Iterator[Draft]:
    """The forces that a sentence says stand somewhere; those MOVING (heads of mentions) are told by their movement."""
    seen = {*moving, *filling(scene)}
    for draft, mover in read_replaced(scene, story, moving, seen):
        seen.add(mover.head)
        yield draft
    for made, heads in read_made_up(scene, story):
        seen.update(heads)
        yield from made
    verbs = presence_verbs()
    for token in scene.tree:
        verb = verbs.get(token.lower)
        if verb is None or not token.tag.startswith(("VB", "MD")):
            continue
        told = [
            (draft, mover)
            for draft, mover in _presence(scene, story, token, verb)
            if mover.head not in seen or _goes_on(token, verb, draft, moving.get(mover.head, ()))
        ]
        seen.update(mover.head for _, mover in told)
        for draft, _ in told[:1]:
            yield from with_parts(scene, draft)
        seen.update(_only_wished(scene, token, verb))
        yield from continued(scene, told)
    for mention in scene.mentions:
        if mention.head not in seen and mention.quantity is not None:
            posted = list(_posted(scene, story, mention))
            yield from continued(scene, ((draft, mention) for draft in posted))
            for draft in posted[:1]:
                yield from with_parts(scene, draft)


def _goes_on(token: Token, verb: PresenceVerb, draft: Draft, reached: Sequence[Place]) -> bool:
    """Whether a force works somewhere else than it is told to go: "is operating in the Gulf after a call at Goa"."""
    working = verb.lemma in WORKING and token.tag != "VBN" and token.dep == "ROOT"
    return working and bool(reached) and not {p.name for p in draft.location} & {p.name for p in reached}


def _presence(scene: Scene, story: Story, token: Token, verb: PresenceVerb) -> Iterator[tuple[Draft, Mention]]:
    """The forces that a verb of standing has somewhere, by its own tense and by who denies it, each with its places."""
    own = mood(scene.tree, token)
    ahead = planned(scene, token, own) if _is_level(scene.tree, token, verb) and own.tense in UNREAL else None
    if not is_standing(scene.tree, token, verb, own):
        return
    if ahead is None and (is_unreal(scene.tree, token, verb, own) or _merely_held(scene.tree, token, own)):
        return
    negative = own.negative != _denied(scene.tree, token)
    movers, by = _standing(scene, token, verb, own)
    for named in movers:
        if token.dep in {"acl", "relcl"} and is_casualty(scene, named):
            continue  # "two soldiers stationed in Iraq were hurt"
        mover = (_level(scene, token, named) if verb.lemma in {"be", "number"} else None) or named
        spots = (left_out(scene, mover) if mover.sort == "ellipsis" else []) or _where(scene, token, verb, mover)
        spots = spots or _hosting(scene, verb, by) or _made_up(scene, token, verb)
        spots = without(scene, _own_share(scene, named, spots), named)
        home = _mission_place(scene, mover) if not spots else None
        if not (spots or home) or not is_asserted(scene, mover, verb, negative=negative, by=by):
            continue
        tense = "present" if is_backshifted(scene.tree, token) or _lasts(scene.tree, token) else own.tense
        status = _present(verb, tense, negative=negative)
        for owner in _owners(scene, story, mover, None if verb.lemma in HOLDING else by):
            draft = _stand(scene, mover, owner, status, ((token.start, token.end), *own.words), spots, home)
            words = " ".join(scene.text[s:e] for s, e in sorted({(token.start, token.end), *own.words}))
            denied = "; it is denied" if negative and not own.negative else ""
            told = f"“{words}” has a force stand (presence_verbs) and is {told_mood(own)}{denied}: {status}"
            draft.note("status", told, by=_presence)
            if ahead is not None:
                put_plan(scene, draft, ahead)
            yield draft, mover


def _lasts(tree: Tree, token: Token) -> bool:
    """Whether what was so in the night of the report is so still: "was still in its barracks", "were already there"."""
    return is_this_time(tree, token) or any(k.dep == "advmod" and k.lower in NOW for k in tree.kids(token))


def _merely_held(tree: Tree, token: Token, own: Mood) -> bool:
    """Whether a participle of standing says no more than how something is done: neither that, nor where, it stands."""
    return token.lower in HELD and not stands(tree, token) and not own.passive


def _is_level(tree: Tree, token: Token, verb: PresenceVerb) -> bool:
    """Whether a verb only says how many there are: "has 900 soldiers", "there are 900"."""
    return verb.lemma == "have" or (verb.lemma == "be" and any(k.dep == "expl" for k in tree.kids(token)))


def _only_wished(scene: Scene, token: Token, verb: PresenceVerb) -> list[int]:
    """The heads of the forces that somebody is only to have: "hopes to have 900 soldiers in Gao" has none there."""
    if not _is_level(scene.tree, token, verb) or mood(scene.tree, token).tense not in UNREAL:
        return []
    return [m.head for m in mentioned(scene, objects(scene.tree, token))]


def _denied(tree: Tree, token: Token) -> bool:
    """Whether somebody denies it: "denied that Russian troops were in Brest", "rejected claims that ..."."""
    if token.dep not in {"ccomp", "acl", "pcomp", "xcomp"}:
        return False
    above = tree.tokens[token.head]
    if above.dep in {"dobj", "pobj"} and above.lower in REPORTS:
        governor = tree.verb_above(above)
        return governor is not None and stances().get((governor.lower, "v")) in {"deny", "refuse"}
    return stances().get((above.lower, "v")) == "deny" and not mood(tree, above).negative


def _standing(scene: Scene, token: Token, verb: PresenceVerb, own: Mood) -> tuple[list[Mention], Token | None]:
    """The forces that a verb says stand somewhere, and who holds them there ("France keeps 400 soldiers in Gao")."""
    tree = scene.tree
    if verb.lemma == "be":
        guests = _guests(tree, token)
        return (mentioned(scene, guests), subject(tree, token)) if guests else (_being(scene, token), None)
    held = mentioned(scene, objects(tree, token)) if verb.who != "subject" and not own.passive else []
    active = token.tag != "VBN" or own.tense == "perfect"
    if (verb.who == "object" and not own.passive and active) or (verb.who == "either" and held):
        return held, subject(tree, token)
    made_of = mentioned(scene, [*objects(tree, token), *of_phrase(tree, token)]) if verb.lemma == "number" else []
    if made_of:
        return made_of, subject(tree, token)
    who = subject(tree, token)
    return (mentioned(scene, joined(tree, who)) if who is not None else []), None


def _where(scene: Scene, token: Token, verb: PresenceVerb, mover: Mention) -> list[Spot]:
    found = ways(scene, token, [mover])
    direct = found.object if verb.lemma in DIRECT else []
    spots = apart(scene, mover, unique([*found.inner, *found.base, *direct, *_antecedent(scene, token)]))
    if not spots and verb.lemma in PLACING:
        return found.destination or found.weak[:1]
    return spots


def _hosting(scene: Scene, verb: PresenceVerb, by: Token | None) -> list[Spot]:
    """The place that holds a force of others: "Kuwait hosts 13,000 American troops", "Kuwait is home to 13,000"."""
    if verb.lemma not in HOLDING or by is None:
        return []
    heads = {t.i for t in joined(scene.tree, by)}
    if by.lower in ground():  # "the base at Rota is home to"
        heads |= {t.i for t in scene.tree.subtree(by)}
    return [s for s in scene.spots if s.head in heads and not s.nested and s.sense != "adjective"]


def _guests(tree: Tree, token: Token) -> list[Token]:
    """Whom a place is home to: "Incirlik is home to 900 soldiers"."""
    homes = (k for k in tree.kids(token) if k.dep in {"attr", "acomp", "advmod"} and k.lower in {"home", "host"})
    leads = (k for home in homes for k in tree.kids(home) if k.lower == "to")
    return [t for lead in leads for k in tree.kids(lead) if k.dep == "pobj" for t in joined(tree, k)]


def _made_up(scene: Scene, token: Token, verb: PresenceVerb) -> list[Spot]:
    """The place of a body that is told by its size: "the UN force in Lebanon now totals 10,000 soldiers"."""
    body = subject(scene.tree, token, 0) if verb.lemma in {"have", "number"} else None
    heads = {t.i for t in scene.tree.subtree(body)} if body is not None else set()
    holds = any(m.sort == "body" and m.head in heads for m in scene.mentions)
    return [s for s in scene.spots if holds and s.head in heads and s.sense == "name" and not s.nested][:1]


def _own_share(scene: Scene, mover: Mention, spots: list[Spot]) -> list[Spot]:
    """The places of one of several numbers: "5,000 soldiers in Sulu and 3,000 in Basilan" gives each its own."""
    others = [m.start for m in scene.mentions if m.quantity and m.head != mover.head]
    if mover.quantity is None or not others:
        return spots
    end = min((start for start in others if start > mover.start), default=len(scene.text))
    return [s for s in spots if mover.start < s.start < end] or spots


def _antecedent(scene: Scene, token: Token) -> list[Spot]:
    """The place that a clause of standing is about: "the airport, where 300 soldiers are stationed"."""
    where = next((k for k in scene.tree.kids(token) if k.lower == "where"), None)
    if token.dep != "relcl" or where is None:
        return []
    before = [s for s in scene.spots if s.end <= where.start]
    met = bool(before) and before[-1].head == token.head  # "near the shoal in the Spratlys where": at the shoal
    return [s for s in before if not s.nested][-1:] if met else []


def _owners(scene: Scene, story: Story, mover: Mention, by: Token | None) -> list[Owner | None]:
    """Whose force stands there: its own nations, else each of the subjects ("Neither the U.S. nor NATO have ...")."""
    own: list[Owner | None] = list(own_nations(scene, mover) or _sent_from(scene, mover))
    if own or by is None:
        return own or [None]
    pair = both(scene, by, story)
    if pair:
        return list(pair)
    return [owner for t in joined(scene.tree, by) for owner in [owner_at(scene, t, story)] if owner] or [None]


def _sent_from(scene: Scene, mover: Mention) -> list[Owner]:
    """The country behind "from" on a force that stands elsewhere: "200 troops from Spain are in Haiti"."""
    return [(str(s.place.country), scene.span(s.start, s.end)) for s in after_from(scene, mover)]


def _stand(
    scene: Scene, mover: Mention, owner: Owner | None, status: Status, words: tuple[tuple[int, int], ...],
    spots: list[Spot], home: Place | None,
) -> Draft:  # fmt: skip
    draft = open_draft(scene, "presence", status, mover.start)
    draft.mark("status", *(scene.span(*w) for w in words))
    put_force(scene, draft, mover, owner)
    put_included(scene, draft, mover)
    put_places(scene, draft, "location", spots)
    if owner is not None and owner[1] is not None:
        start, end = (at - scene.offset for at in owner[1])
        on = mover.start <= start and end <= mover.end
        told = "stands on the force itself" if on else "is who has it there"
        draft.note("force", f"“{scene.text[start:end]}” {told}: {owner[0]}", by=own_nations if on else owner_at)
    if home is not None:
        draft.note("location", "it is where its mission is (organizations)", by=_mission_place)
        draft.location = (home,)
        draft.mark("location", *(scene.span(o.start, o.end) for o in scene.organizations if o.organization.place))
    draft.anaphoric = mover.definite and mover.quantity is None and not mover.units and not own_nations(scene, mover)
    return draft


def _being(scene: Scene, token: Token) -> list[Mention]:
    """The forces that "are" somewhere: "there are 2,000 troops in", "5,000 are in", "the number of forces in X is"."""
    tree = scene.tree
    if any(k.dep == "expl" for k in tree.kids(token)):
        return mentioned(scene, [k for k in tree.kids(token) if k.dep == "attr"])
    who = subject(tree, token, 0)
    if who is None:
        return []
    counted = who.lower in NUMBERS and any(k.dep in {"attr", "acomp"} for k in tree.kids(token))
    return mentioned(scene, joined(tree, who)) if counted or has_place(tree, token) else []


def _level(scene: Scene, token: Token, mover: Mention) -> Mention | None:
    """MOVER with the number that a copula gives it: "the total number of forces in X is approximately 2,120"."""
    if mover.quantity is not None:
        return None
    for count in scene.counts:
        head = scene.tree.head_of(count.core, count.core_end)
        said = head is not None and head.head == token.i and head.dep in {"attr", "acomp", "dobj", "dep"}
        if said and not count.money:
            return replace(mover, quantity=replace(count.quantity, unit=mover.unit), count=count)
    return None


def _mission_place(scene: Scene, mover: Mention) -> Place | None:
    """The country of the mission that a sentence names, for those "assigned to" or "among" it."""
    place = next((o.organization.place for o in scene.organizations if o.organization.place), None)
    return country(place) if place and mover.quantity is not None else None


def _posted(scene: Scene, story: Story, mention: Mention) -> Iterator[Draft]:
    """A number at a place in its own phrase: "the 80,000 U.S. troops in Europe"."""
    spots, home = post_of(scene, mention)
    spots = without(scene, spots, mention)
    if spots or home is not None:
        for owner in _owners(scene, story, mention, None):
            draft = _stand(scene, mention, owner, "present", ((mention.start, mention.end),), spots, home)
            told = "the place stands in the force's own phrase, and no verb says otherwise: present"
            draft.note("status", told, by=post_of)
            yield draft


def _present(verb: PresenceVerb, tense: str, *, negative: bool) -> Status:
    if negative:
        return "denied"
    return "former" if tense == "past" and verb.lemma not in {"mass", "detect", "leave", "see"} else "present"
