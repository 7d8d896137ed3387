"""The two ends of a movement: which of its places is the origin and which the destination."""

from dataclasses import replace

from laydown.lexicon.gazetteer import country
from laydown.lexicon.verbs import MovementVerb, movement_nouns, movement_verbs
from laydown.places import countries_of
from laydown.reading.claims.events import Event
from laydown.reading.claims.movers import Movers
from laydown.reading.claims.tours import toured
from laydown.reading.drafting.nations import SEVERAL, Owner, own_nations, owner_at
from laydown.reading.drafting.owning import after_from
from laydown.reading.mentions.mention import Mention
from laydown.reading.mentions.scene import Scene
from laydown.reading.mentions.spots import Spot
from laydown.reading.syntax.arguments import joined, mentioned, objects, subject
from laydown.reading.syntax.ways import Ways, role_of, ways
from laydown.reading.text.grammar import Tree


def find_ends(scene: Scene, event: Event, movers: Movers) -> Ways:
    """The origin and the destination of EVENT: by prepositions, by its verb, and by where the force is held.

    The other fields of the ways are used up.
    """
    found = ways(scene, event.token, movers.forces)
    found.base = found.base or _seats(scene, movers)
    if event.verb.lemma == "carry" and not (found.destination or found.origin):
        found = _of_carrier(scene, event)
    if event.verb.lemma in {"join", "relieve"} and not (found.inner or found.destination or found.object):
        found.inner = _where_joined(scene, event, movers)
    behind = [s for s in found.destination if event.verb.action == "return" and _is_behind(scene, s)]
    origin = [*found.origin, *behind]
    destination = [s for s in found.destination if s not in behind] or _of_joined(scene, event)
    if event.verb.object_place == "receiver":
        destination = [*_receivers(scene, event), *destination]
    elif not event.nominal and event.verb.object_place:
        (origin if event.verb.object_place == "origin" else destination).extend(found.object)
    if home_of(scene.tree, event) is not None and not destination:
        origin = origin or found.base  # who is stationed in Mali and returns home leaves Mali
    elif event.verb.inner == "origin":
        origin = origin or found.base or found.inner
    elif not destination and (home_of(scene.tree, event) or (event.verb.action == "return" and not found.inner)):
        origin = origin or found.base or found.inner  # "the return of soldiers stationed in Chad", "in Chad go home"
    else:
        if event.verb.lemma == "carry":  # where a force is carried about, it goes nowhere
            found.inner, found.base = [], []
        destination, origin = _inward(found, origin, destination)
        destination, origin = _onward(scene, event, destination, origin)
    if not origin and not destination:
        origin, destination = _aimed(event.verb, found.weak)
    origin = _apart(event, origin or toured(scene, event), destination)
    return Ways(origin=origin, destination=unique(destination))


def _seats(scene: Scene, movers: Movers) -> list[Spot]:
    """Where forces are at home that move: "the Bayreuth-based brigade"."""
    own = {i for m in movers.forces for i in m.reach}
    return [s for s in scene.seats if scene.tree.tokens[s.head].head in own]


def end_told(scene: Scene, event: Event, name: str, spots: list[Spot]) -> str:
    """Why SPOTS are this end of EVENT where no preposition alone says so, in words."""
    before = reversed(scene.text[: spots[0].start].lower().split()[-2:])
    lead, role = next(((word, role) for word in before if (role := role_of(word)) is not None), ("", None))
    told = event.token.text
    if role == "inner":
        return f"“{lead}” behind “{told}” leads to its {name} (movement_verbs, prepositions)"
    if role == name or not event.verb.object_place:
        return ""
    if event.verb.object_place == "receiver":
        return f"“{told}” is said of who takes a force in (movement_verbs)"
    return f"“{told}” has its {event.verb.object_place} as object (movement_verbs)"


def _receivers(scene: Scene, event: Event) -> list[Spot]:
    """The places that take a force in: "Poland will receive 300 soldiers"."""
    who = subject(scene.tree, event.token)
    heads = {t.i for t in joined(scene.tree, who)} if who is not None else set()
    return [s for s in scene.spots if s.head in heads and not s.nested and s.sense == "name"]


def _is_behind(scene: Scene, spot: Spot) -> bool:
    """Whether a place is the end of a deployment that is over: "returned from a deployment to Haiti"."""
    tokens = scene.tree.tokens
    lead = tokens[tokens[spot.head].head]
    noun = tokens[lead.i - 1] if lead.dep == "prep" and lead.i else lead
    return noun.lower in movement_nouns() and noun.dep == "pobj" and tokens[noun.head].lower == "from"


def _of_carrier(scene: Scene, event: Event) -> Ways:
    """Where the carrier goes that carries a force: "two planes landed in Juba carrying 120 soldiers"."""
    outer = scene.tree.tokens[event.token.head]
    verb = outer if outer.tag.startswith("VB") else scene.tree.verb_above(outer)
    moves = verb is not None and event.token.tag == "VBG" and bool(movement_verbs().get(verb.lower))
    if verb is None or not moves:
        return Ways()
    found = ways(scene, verb, [])
    return Ways(origin=found.origin, destination=found.destination or found.inner)


def _inward(found: Ways, origin: list[Spot], destination: list[Spot]) -> tuple[list[Spot], list[Spot]]:
    """The ends of a verb that goes somewhere: "in X" is where to, and where the force is based is where from."""
    destination = destination or found.inner
    if destination:
        goals = {s.place.country for s in destination}
        inside = (s for s in found.base if goals.isdisjoint(countries_of(s.place)) or s.place.type == "country")
        return destination, origin or [*inside]  # "the brigade in Europe will go to Latvia" does not leave Europe
    return found.base, origin


def _onward(
    scene: Scene, event: Event, destination: list[Spot], origin: list[Spot]
) -> tuple[list[Spot], list[Spot]]:  # fmt: skip
    """The ends turned where a force goes from where it stands to what no table knows: "at Gao was sent to the ford"."""
    if event.nominal or any(s.start > event.token.start for s in destination):
        return destination, origin
    leads = (k for k in scene.tree.kids(event.token) if k.dep == "prep" and k.lower in {"to", "into", "towards"})
    gone = any(k.dep == "pobj" for lead in leads for k in scene.tree.kids(lead))
    return ([], origin or destination) if gone else (destination, origin)


def _aimed(verb: MovementVerb, weak: list[Spot]) -> tuple[list[Spot], list[Spot]]:
    """The ends that only a purpose names: "to shore up defenses in Eastern Europe"."""
    if verb.inner == "origin":
        return [s for s in weak if s.place.type == "country"][:1], []
    return [], weak[-1:]


def _apart(event: Event, origin: list[Spot], destination: list[Spot]) -> list[Spot]:
    """ORIGIN without what the destination is already: nobody goes from a country to itself, but to a town in it."""
    if event.verb.action == "withdraw" and all(s.place.type != "country" for s in destination):
        return unique(origin)
    reached = {s.place.country or s.place.name for s in destination}
    kept = [s for s in origin if not _is_whole(s) or (s.place.country or s.place.name) not in reached]
    return unique([s for s in kept if s not in destination])


def _is_whole(spot: Spot) -> bool:
    """Whether a place is a whole country and no part of one: "northern Chad"."""
    whole = country(spot.place.country or "")
    return spot.place.type == "country" and (whole is None or whole.name == spot.place.name)


def unique(spots: list[Spot]) -> list[Spot]:
    """SPOTS in the order of the text, each place once."""
    found: list[Spot] = []
    for spot in sorted(spots, key=lambda s: s.start):
        if all(s.place != spot.place for s in found):
            found.append(spot)
    return found


def _where_joined(scene: Scene, event: Event, movers: Movers) -> list[Spot]:
    """Where the force that is joined stands: "the 700 Danes at Camp Bastion will be joined by 40 engineers"."""
    who = subject(scene.tree, event.token)
    others = mentioned(scene, [*([who] if who else []), *objects(scene.tree, event.token)])
    found = [ways(scene, event.token, [m]) for m in others if m not in movers.forces]
    return unique([s for way in found for s in (*way.base, *way.inner)])


def _of_joined(scene: Scene, event: Event) -> list[Spot]:
    """Where those are whom a force goes to join: "sailed from Portsmouth to join a task group in the Red Sea"."""
    aims = (k for k in scene.tree.kids(event.token) if k.lower == "join" and k.dep in {"advcl", "xcomp"})
    return next((_where_joined(scene, replace(event, token=aim), Movers()) for aim in aims), [])


def home_of(tree: Tree, event: Event) -> tuple[int, int] | None:
    """The word "home" where a force goes there: "return home", "come back home"."""
    for kid in tree.kids(event.token):
        if kid.lower == "for" and any(k.lower == "home" for k in tree.kids(kid)):
            return next((k.start, k.end) for k in tree.kids(kid) if k.lower == "home")
        if kid.lower == "home" and kid.dep in {"advmod", "dobj", "npadvmod", "prt"}:
            return kid.start, kid.end
        inner = next((k for k in tree.kids(kid) if k.lower == "home"), None) if kid.lower == "back" else None
        if inner is not None:
            return inner.start, inner.end
    return None


def share(scene: Scene, at: Ways, mover: Mention, movers: list[Mention]) -> Ways:
    """The ends of one of several movers: "1,700 to Poland and 300 to Germany" gives each its own, else all share."""
    stretches = [
        (m.start, movers[k + 1].start if k + 1 < len(movers) else len(scene.text)) for k, m in enumerate(movers)
    ]
    own = [[s for s in at.destination if low <= s.start < high] for low, high in stretches]
    if len(movers) > 1 and all(own) and all(m.quantity for m in movers):
        return Ways(origin=at.origin, destination=own[movers.index(mover)])
    return at


def senders(scene: Scene, event: Event, mover: Mention, movers: Movers, at: Ways) -> tuple[list[Owner], Ways]:
    """The nations that "from" gives a force ("soldiers from Ethiopia arrived in Juba"), and the ends without them."""
    by = owner_at(scene, movers.by)
    if by is not None:
        own = [s for s in after_from(scene, mover) if s.place.country == by[0] and s.place.type == "country"]
        return [], Ways(origin=[s for s in at.origin if s not in own], destination=at.destination)
    spots = after_from(scene, mover) or _several_from(event, at)
    others = [s for m in scene.mentions if m is not mover for s in after_from(scene, m)]
    origin = [s for s in at.origin if s not in spots and s not in others and not _owns_service(scene, s)]
    elsewhere = bool(origin) or event.verb.mover == "subject"
    if (
        event.verb.inner == "origin"
        and len(spots) < SEVERAL
        and not (elsewhere and all(s.end <= event.token.start for s in spots))
    ):
        return [], at  # "troops from Mali withdrew" says where they left; "soldiers from Chad left Mali" whose they are
    named = [] if own_nations(scene, mover) else spots
    owners: list[Owner] = [(str(s.place.country), scene.span(s.start, s.end)) for s in named]
    return owners, Ways(origin=origin, destination=at.destination)


def _several_from(event: Event, at: Ways) -> list[Spot]:
    """The countries behind "from" at a verb that say whose a force is: several, or one of whom it is expected.

    "More troops will arrive from Nepal and Togo", "Further troops are expected from Tanzania".
    """
    if event.nominal or event.verb.inner == "origin":
        return []
    found = [s for s in at.origin if s.place.type == "country" and s.sense == "name" and s.start > event.token.start]
    return found if len(found) >= SEVERAL or event.verb.lemma == "expect" else []


def _owns_service(scene: Scene, spot: Spot) -> bool:
    """Whether a country only says whose a service is: "from China's People's Liberation Army"."""
    return any(scene.text[spot.end : o.start] in {"'s ", "’s "} for o in scene.organizations)
