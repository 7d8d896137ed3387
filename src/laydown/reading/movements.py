"""Movements: who goes where, from the verbs and event nouns of a sentence."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from laydown.lexicon.verbs import MovementVerb, movement_nouns, movement_verbs
from laydown.model import Place
from laydown.reading.alerts import alert_verbs
from laydown.reading.drafts import Draft
from laydown.reading.forces import Mention, under
from laydown.reading.grammar import Token, Tree
from laydown.reading.nations import Owner, own_nations, owner_at
from laydown.reading.places import Spot
from laydown.reading.quantities import number_words
from laydown.reading.roles import HELD, Ways, agent, joined, mentioned, objects, of_phrase, subject, ways
from laydown.reading.scene import Scene
from laydown.reading.stance import Stance, mood, stance
from laydown.reading.story import Story

NOUN_TAGS: Final = frozenset({"NN", "NNS", "NNP", "NNPS"})
CLAUSES: Final = frozenset({"advcl", "ccomp", "relcl", "ROOT", "acl", "xcomp"})
LIGHT: Final = frozenset({"go", "come", "move", "join", "land", "enter", "cross", "place", "put", "visit", "provide", "add", "reach", "fly",
                          "increase", "reduce", "head", "shift", "end", "flow", "march", "roll", "bring", "order", "establish", "transit", "position",
                          "contribute", "commit", "abandon", "exit", "evacuate", "augment", "surge"})  # fmt: skip


def read_movements(scene: Scene, story: Story) -> Iterator[Draft]:
    """The movements that a sentence asserts, in the order of their words."""
    alerting = alert_verbs(scene)
    for token, verb, nominal in _triggers(scene.tree):
        if token.i in alerting and verb.lemma in LIGHT:
            continue
        yield from _movement(scene, story, token, verb, nominal=nominal)


def _triggers(tree: Tree) -> Iterator[tuple[Token, MovementVerb, bool]]:
    """The words of movement: (token, verb, whether it is an event noun)."""
    for token in tree:
        if token.lower == "going" and any(k.dep == "xcomp" and k.tag == "VB" for k in tree.kids(token)):
            continue
        if token.tag.startswith("VB") or (
            token.dep in CLAUSES and token.tag in {"JJ", "NN"} and token.lower in movement_verbs()
        ):
            if stands(tree, token):
                continue
            for verb in movement_verbs().get(token.lower, ()):
                if not verb.particles or _particle(tree, token, verb):
                    yield token, verb, False
                    break
        elif token.tag in NOUN_TAGS and token.lower in movement_nouns() and token.dep not in {"compound", "amod"}:
            before = {t.lower for t in tree.tokens[max(0, token.i - 2) : token.i]}
            for noun in movement_nouns()[token.lower]:
                if noun.lemma not in LED or before & noun.particles:
                    yield token, noun, True
                    break


FORCES_ONLY: Final = frozenset({"deploy", "redeploy", "withdraw", "station", "join"})
"""The verbs with which a bare people ("700 Danes") is a force."""

LED: Final = frozenset({"way", "port visit"})
"""The event nouns that count only behind their particle: "on its way", "a port visit"."""


def stands(tree: Tree, token: Token) -> bool:
    """Whether a participle says that a force is somewhere and not that it goes there: "remain deployed to Turkey",
    "forces deployed in Mali", and without a date "are deployed to Kenya" (annotation rule 14).
    """
    if token.tag not in {"VBN", "VBD"} or token.lower not in HELD:
        return False
    above = tree.tokens[token.head]
    if above.lower in REMAIN and token.dep != "conj":
        return True
    if any(k.lower in {"currently", "already", "now", "still"} and k.dep == "advmod" for k in tree.kids(token)):
        return mood(tree, token).tense in {"present", "participle"}
    if token.dep == "acl" and (_foreseen(tree, token) or any(k.lower == "being" for k in tree.kids(token))):
        return False
    if token.dep == "acl":
        return not any(k.dep == "npadvmod" for k in tree.kids(token))
    own = mood(tree, token)
    if token.dep == "conj" and above.tag == "VBN" and not own.passive:
        own = mood(tree, above)
    return own.passive and own.tense == "present" and (token.lower != "deployed" or not _numbered(tree, token))


def _foreseen(tree: Tree, token: Token) -> bool:
    """ "A deployment that will see 10,000 soldiers stationed in Somalia": they are to stand there, and do not yet."""
    verb = next((t for t in tree.climb(token) if t.tag.startswith("VB")), None)
    return verb is not None and verb.lower in {"see", "have"} and mood(tree, verb).tense in {"future", "would", "maybe"}


REMAIN: Final = frozenset({"remain", "remains", "remained", "stay", "stays", "keep", "keeps", "kept"})


def _numbered(tree: Tree, token: Token) -> bool:
    who = subject(tree, token, 0)
    return who is not None and any(t.tag == "CD" or t.lower in number_words() for t in tree.subtree(who))


def _particle(tree: Tree, token: Token, verb: MovementVerb) -> bool:
    near = {k.lower for k in tree.kids(token) if k.dep in {"prt", "advmod", "prep", "dobj", "npadvmod"}}
    return bool(near & verb.particles)


def _movers(scene: Scene, token: Token, verb: MovementVerb, *, nominal: bool) -> tuple[list[Mention], Token | None]:
    """The forces that move, and the one who makes them move."""
    tree = scene.tree
    if nominal and verb.lemma == "way":
        return _under_way(scene, token), None
    if nominal:
        inside = mentioned(scene, of_phrase(tree, token))
        left = [m for m in scene.mentions if m.modifies and tree.tokens[m.head].head == token.i]
        owner = next((k for k in tree.kids(token) if k.dep == "poss"), None)
        owned = mentioned(scene, [owner]) if owner is not None else []
        by = next((t for t in of_phrase(tree, token, frozenset({"by"}))), None)
        doer = owner or by or _nominal_agent(tree, token)
        found = inside or left or owned
        if not found and verb.mover == "subject" and doer is not None:
            found = mentioned(scene, joined(tree, doer))
        if not found and owner is not None and owner.tag == "PRP$":
            found = _possessor(scene, token)
        return found, doer
    what = mentioned(scene, objects(tree, token))
    who = subject(tree, token)
    own = mood(tree, token)
    passive = (
        own.passive
        or (token.tag == "VBN" and token.dep in {"acl", "amod"} and own.tense == "participle")
        or (token.dep == "relcl" and any(k.dep == "nsubjpass" for k in tree.kids(token)))
    )
    standing = mentioned(scene, joined(tree, who)) if who is not None else []
    if passive and verb.lemma == "join":
        joiner = agent(tree, token)
        return mentioned(scene, joined(tree, joiner)) if joiner is not None else [], None
    if passive and verb.mover != "subject":
        return standing, agent(tree, token)
    if verb.mover == "subject":
        return standing, None
    if what:
        return what, who
    if verb.mover == "either" and not [k for k in tree.kids(token) if k.dep == "dobj"]:
        return standing, None
    return [], who


def _possessor(scene: Scene, token: Token) -> list[Mention]:
    """Whose "its deployment" is: the force that is the subject of a verb above."""
    for above in scene.tree.climb(token):
        if above.tag.startswith("VB"):
            who = subject(scene.tree, above, 0)
            found = mentioned(scene, joined(scene.tree, who)) if who is not None and who.i != token.i else []
            if found:
                return found
    return []


def _under_way(scene: Scene, token: Token) -> list[Mention]:
    """Who is "on their way" or "en route": the force that the phrase hangs by, or the subject of the verb."""
    for above in scene.tree.climb(token):
        found = under(scene.mentions, above)
        if found:
            return found
        if above.tag.startswith("VB"):
            who = subject(scene.tree, above)
            standing = mentioned(scene, joined(scene.tree, who)) if who is not None else []
            near = [m for m in scene.mentions if m.end <= token.start]
            return standing if above.lower in BEING else near[-1:]
    return []


BEING: Final = frozenset({"is", "are", "was", "were", "be", "been", "'s", "’s", "'re", "’re"})


def _nominal_agent(tree: Tree, token: Token) -> Token | None:
    """Who deploys in "Russia has begun troop withdrawals": the subject of the verb whose object the event is."""
    for above in tree.climb(token):
        if above.tag.startswith("VB"):
            return subject(tree, above)
        if above.dep not in {"pobj", "prep", "dobj", "conj", "attr"} and above.tag not in NOUN_TAGS:
            return None
    return None


def _movement(scene: Scene, story: Story, token: Token, verb: MovementVerb, *, nominal: bool) -> Iterator[Draft]:
    tree = scene.tree
    movers, by = _movers(scene, token, verb, nominal=nominal)
    movers = [
        m for m in movers if not (m.sort == "army" and not m.units) or (len(movers) == 1 and verb.lemma not in LIGHT)
    ]
    if any(m.sort == "nationals" for m in movers) and verb.lemma not in FORCES_ONLY:
        return
    found = ways(scene, token, movers)
    if verb.lemma == "join" and not (found.inner or found.destination or found.object):
        found.inner = _where_joined(scene, token, movers)
    at = _ends(verb, found, movers, nominal=nominal)
    home = _home(tree, token)
    pronoun = _pronoun(scene, token, verb, nominal=nominal)
    retold = (
        nominal and _retold(tree, token) and (bool(at.origin or at.destination) or verb.lemma in {"withdraw", "deploy"})
    )
    if not movers and not pronoun and not retold and not _military(tree, token, nominal=nominal):
        return
    if pronoun and not movers and not story.nations and not any(m.end < token.start for m in scene.mentions):
        return
    if not movers and retold and not (story.nations and (at.origin or at.destination)):
        return
    if verb.lemma in LIGHT and not (at.origin or at.destination or home):
        return
    if (
        nominal
        and verb.lemma in {"leave", "return", "move", "increase", "reduce", "enter", "transit", "order", "contribute"}
        and not movers
    ):
        return
    if movers and all(m.weak for m in movers) and not any(_solid(scene, m) for m in movers):
        if not (at.origin or at.destination):
            return
        recalled = bool(story.nations) and all(m.definite for m in movers)
        if not any(own_nations(scene, m) for m in movers) and by is None and not recalled:
            return
    how = stance(tree, token, verb, nominal=nominal)
    if how.condition and how.status in {"considered", "announced"}:
        if not any(m.quantity for m in movers):
            return
        how = replace(how, status="considered")
    groups = movers or [None]
    for mover in groups:
        own = ways(scene, token, [mover]) if mover is not None and len(movers) > 1 else found
        ends = _shared(at, own, verb, mover, scene, movers)
        yield from _drafts(scene, story, token, verb, mover, by, ends, how, home, nominal=nominal)


def _where_joined(scene: Scene, token: Token, movers: list[Mention]) -> list[Spot]:
    """Where the force that is joined stands: "the 700 Danes at Camp Bastion will be joined by 40 engineers"."""
    who = subject(scene.tree, token)
    others = mentioned(scene, [*([who] if who else []), *objects(scene.tree, token)])
    found = [ways(scene, token, [m]) for m in others if m not in movers]
    return unique([s for way in found for s in (*way.base, *way.inner)])


def _solid(scene: Scene, mention: Mention) -> bool:
    """Whether a weak noun ("vehicles", "advisers") has a number, a unit or a nation that makes it a force."""
    return bool(mention.quantity or mention.units or own_nations(scene, mention))


def _military(tree: Tree, token: Token, *, nominal: bool) -> bool:
    """ "our military withdrawal", "a military drawdown": the event noun itself says that forces move."""
    return nominal and any(
        k.lower in {"military", "troop", "rotational", "naval"} and k.i < token.i for k in tree.kids(token)
    )


def _pronoun(scene: Scene, token: Token, verb: MovementVerb, *, nominal: bool) -> bool:
    """Whether "they" or "them" moves: a force named before."""
    if nominal:
        return False
    who = subject(scene.tree, token)
    what = [k for k in scene.tree.kids(token) if k.dep == "dobj"]
    passive = mood(scene.tree, token).passive
    if verb.mover != "object" or passive:
        return who is not None and who.lower in {"they"} and not what
    return any(k.lower == "them" for k in what)


def _retold(tree: Tree, token: Token) -> bool:
    """ "The deployment to Poland", "that withdrawal": an event told before."""
    return any(
        k.dep in {"det", "poss"} and k.lower in {"the", "this", "that", "its", "their"} for k in tree.kids(token)
    )


def _home(tree: Tree, token: Token) -> tuple[int, int] | None:
    for kid in tree.kids(token):
        if kid.lower == "home" and kid.dep in {"advmod", "dobj", "npadvmod", "prt"}:
            return kid.start, kid.end
        if kid.lower == "back":
            for inner in tree.kids(kid):
                if inner.lower == "home":
                    return inner.start, inner.end
    return None


def _ends(verb: MovementVerb, found: Ways, movers: list[Mention], *, nominal: bool) -> Ways:
    """Which places are the origin and which the destination, given what the verb makes of "in" and of its object."""
    origin, destination = list(found.origin), list(found.destination)
    if verb.object_place == "origin" and not nominal:
        origin += found.object
    elif verb.object_place == "destination" and not nominal:
        destination += found.object
    inner = found.inner
    if verb.inner == "origin":
        origin += found.base if not origin else []
        origin += inner if not origin else []
    else:
        if not destination:
            destination += inner
        if destination or inner:
            origin += found.base if not origin else []
        else:
            destination += found.base
    if not destination and not origin and verb.inner != "origin":
        destination += found.weak[:1] if len(found.weak) <= 1 else found.weak[-1:]
    elif not origin and verb.inner == "origin" and not destination:
        origin += [s for s in found.weak if s.place.type == "country"][:1]
    clash = {s.place.country or s.place.name for s in destination}
    origin = [
        s
        for s in origin
        if s not in destination and (s.place.type != "country" or (s.place.country or s.place.name) not in clash)
    ]
    return Ways(origin=unique(origin), destination=unique(destination))


def unique(spots: list[Spot]) -> list[Spot]:
    """SPOTS in the order of the text, each place once."""
    found: list[Spot] = []
    for spot in sorted(spots, key=lambda s: s.start):
        if all(s.place != spot.place for s in found):
            found.append(spot)
    return found


def _shared(
    at: Ways, own: Ways, verb: MovementVerb, mover: Mention | None, scene: Scene, movers: list[Mention]
) -> Ways:
    """The ends of one mover among several: "1,700 to Poland and 300 to Germany" gives each its own, else all are shared."""
    if mover is None or len(movers) < 2:
        return at
    index = movers.index(mover)
    low = mover.start
    high = movers[index + 1].start if index + 1 < len(movers) else len(scene.text)
    mine = [s for s in at.destination if low <= s.start < high]
    split = all(
        any(
            m.start <= s.start < (movers[k + 1].start if k + 1 < len(movers) else len(scene.text))
            for s in at.destination
        )
        for k, m in enumerate(movers)
    )
    if split and all(m.quantity for m in movers):
        return Ways(origin=at.origin, destination=mine)
    return at


def _drafts(
    scene: Scene, story: Story, token: Token, verb: MovementVerb, mover: Mention | None, by: Token | None, at: Ways,
    how: Stance, home: tuple[int, int] | None, *, nominal: bool,
) -> Iterator[Draft]:  # fmt: skip
    owners: list[Owner | None] = list(own_nations(scene, mover)) if mover else []
    action = verb.action
    if mover is not None:
        senders, at = _from_nation(scene, mover, verb, at, by)
        owners = owners or senders
    if not owners:
        refuser = scene.tree.tokens[how.authority] if how.addressed and how.authority is not None else None
        owners = [owner_at(scene, refuser, story) or owner_at(scene, by, story)]
    for owner in owners:
        draft = Draft(
            "movement", how.status, *scene.span(0, len(scene.text)), order=scene.span(token.start, token.end)[0]
        )
        draft.action = action
        draft.governed, draft.historical = how.governed, how.historical
        draft.mark("status", *(scene.span(*w) for w in how.words))
        draft.mark("action", scene.span(token.start, token.end))
        put_force(scene, draft, mover, owner)
        _authority(scene, story, draft, how)
        for name, spots in (("origin", at.origin), ("destination", at.destination)):
            put_places(scene, draft, name, [s for s in spots if not _own_ground(s, draft)])
        if home is not None and draft.nation and not draft.destination:
            _put_home(scene, draft, home)
        draft.anaphoric = mover is None or (
            mover.definite and mover.quantity is None and not mover.units and not own_nations(scene, mover)
        )
        if draft.additional and action == "deploy" and mover and mover.quantity is None:
            draft.action = "reinforce"
        yield draft


def _own_ground(spot: Spot, draft: Draft) -> bool:
    """Whether "the country" would be the force's own: then it was somewhere that the report does not name."""
    return spot.sense == "recall" and spot.place.country == draft.nation and draft.action == "withdraw"


def _from_nation(
    scene: Scene, mover: Mention, verb: MovementVerb, at: Ways, by: Token | None
) -> tuple[list[Owner | None], Ways]:
    """ "Soldiers from Ethiopia arrived in Juba": the country after "from" on the force itself is whose it is."""
    if verb.inner == "origin" or (by is not None and owner_at(scene, by) is not None):
        return [], at
    others = [s for m in scene.mentions if m is not mover for s in _after_from(scene, m)]
    if own_nations(scene, mover):
        return [], Ways(origin=[s for s in at.origin if s not in others], destination=at.destination)
    spots = _after_from(scene, mover)
    rest = Ways(origin=[s for s in at.origin if s not in spots and s not in others], destination=at.destination)
    return [(str(s.place.country), scene.span(s.start, s.end)) for s in spots], rest


def _after_from(scene: Scene, mention: Mention) -> list[Spot]:
    """The countries after "from" on a force itself."""
    tree = scene.tree
    kids = [k for i in mention.reach for k in tree.kids(tree.tokens[i]) if k.dep == "prep" and k.lower == "from"]
    heads = {t.i for kid in kids for k in tree.kids(kid) if k.dep == "pobj" for t in joined(tree, k)}
    return [s for s in scene.spots if s.head in heads and not s.nested and s.place.type == "country"]


def put_force(scene: Scene, draft: Draft, mover: Mention | None, owner: Owner | None) -> None:
    """Fill in who moves: nation, category, number, units, and the words behind each."""
    if owner is not None:
        draft.nation = owner[0]
        if owner[1] is not None:
            draft.mark("force", owner[1])
    if mover is None:
        return
    draft.category = mover.category
    if mover.quantity is not None and mover.sort == "people":
        draft.category = "personnel"
    draft.units = tuple(dict.fromkeys(u.name for u in mover.units))
    draft.words = scene.text[mover.start : mover.end]
    draft.head = mover.head
    draft.mark("force", scene.span(mover.start, mover.end))
    if mover.quantity is not None:
        draft.quantity = mover.quantity
        start, end = (mover.count.start, mover.count.end) if mover.count else (mover.start, mover.end)
        draft.mark("quantity", scene.span(start, end))
        if (
            mover.category == "unit"
            and mover.count is not None
            and mover.quantity.low is not None
            and mover.quantity.low >= 100
        ):
            draft.category = "personnel"
            draft.quantity = replace(mover.quantity, unit="persons")
    if mover.additional is not None:
        draft.additional = True
        draft.mark("additional", scene.span(*mover.additional))
    for org in scene.organizations:
        inside = mover.start <= org.start and org.end <= mover.end
        if org.organization.kind == "mission" and inside and org.organization.name not in draft.units:
            draft.units = (*draft.units, org.organization.name)
    draft.weight += 0.15 * (mover.quantity is not None) + 0.1 * bool(draft.nation) - 0.15 * mover.weak


def put_places(scene: Scene, draft: Draft, name: str, spots: list[Spot]) -> None:
    """Fill in one end of a movement, or the place of a presence."""
    found: tuple[Place, ...] = getattr(draft, name)
    known = [s for s in spots if s.whole or s.place.type != "border"]
    for spot in known or spots:
        place = spot.place
        if place.type == "border" and scene.text[: spot.start].rstrip().lower().endswith(
            ("across", "across the", "over the")
        ):
            place = replace(place, id="across")
        if place not in found:
            found = (*found, place)
        draft.mark(name, scene.span(spot.start, spot.end))
    setattr(draft, name, found)


def settle_borders(draft: Draft) -> None:
    """Give each border the country that is meant, now that the acting nation is known."""
    for name in ("origin", "destination", "location"):
        places: tuple[Place, ...] = getattr(draft, name)
        setattr(draft, name, tuple(_border_of(p, draft.nation) if p.type == "border" else p for p in places))


def _border_of(place: Place, nation: str | None) -> Place:
    """A border is the acting nation's own where it is one of the two (annotation rule 15); who crosses it is beyond it."""
    if place.id == "across":
        other = next((c for c in place.members if c != nation), place.country)
        return replace(place, country=other, members=(), id=None)
    if place.type == "border" and place.country is None and nation and len(nation) == 2:
        return replace(place, country=nation)
    if place.type == "border" and nation in place.members:
        return replace(place, country=nation, members=())
    return replace(place, members=()) if place.type == "border" else place


def _put_home(scene: Scene, draft: Draft, home: tuple[int, int]) -> None:
    from laydown.lexicon.gazetteer import country

    place = country(draft.nation or "")
    if place is not None:
        draft.destination = (place,)
        draft.mark("destination", scene.span(*home))
        draft.action = "return"


def _authority(scene: Scene, story: Story, draft: Draft, how: Stance) -> None:
    """Who decided, as the report names him; a pronoun is the person spoken of last."""
    if how.authority is None:
        return
    tree = scene.tree
    token = tree.tokens[how.authority]
    if token.tag in {"PRP", "PRP$"}:
        known = story.people.last if token.lower in {"he", "his", "she", "her"} else None
        if known is not None and known.speaker is not None:
            draft.authority = known.speaker
            draft.mark("authority", scene.span(token.start, token.end))
        return
    keep = [token]
    for here in keep:
        keep.extend(k for k in tree.kids(here) if k.dep in {"compound", "amod", "poss", "nmod", "case"})
    start, end = min(t.start for t in keep), max(t.end for t in keep)
    draft.authority = re.sub(r"^(?:[Tt]he|[Aa]n?) ", "", tree.text[start:end])
    draft.mark("authority", scene.span(start, end))
