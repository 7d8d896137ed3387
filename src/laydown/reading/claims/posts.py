"""Posts: where a number of a force is by its own phrase alone, without a verb of standing: "KFOR's 4,000 personnel"."""

from typing import Final

from laydown.lexicon.gazetteer import country
from laydown.lexicon.verbs import casualty_verbs, stances
from laydown.model import Place
from laydown.reading.claims.ends import unique
from laydown.reading.drafting.nations import own_nations
from laydown.reading.mentions.counting import ALREADY, OF_THEM
from laydown.reading.mentions.mention import Mention
from laydown.reading.mentions.scene import Scene
from laydown.reading.mentions.spots import Spot
from laydown.reading.syntax.moods import mood
from laydown.reading.syntax.ways import ways
from laydown.reading.text.grammar import Token

BUSY: Final = frozenset({"present", "progressive", "gerund"})
"""The tenses that say what a force is doing."""
AIMS: Final = frozenset({"plan", "consider", "decide", "request", "demand"})
"""The stances of verbs whose object is still to come: "preparing an attack in Mali"."""
WITHIN: Final = frozenset({"in", "at", "across", "throughout", "around", "along", "near", "on", "inside"})


def post_of(scene: Scene, mention: Mention) -> tuple[list[Spot], Place | None]:
    """Where a number is in its own phrase, or the country of the mission that the phrase names; nothing if nowhere."""
    if is_casualty(scene, mention):
        return [], None
    if mention.sort == "ellipsis":
        return left_out(scene, mention), None
    spots = _in_phrase(scene, mention)
    if not _countable(scene, mention, spots):
        return [], None
    spots = spots or _busy(scene, mention)
    return spots, None if spots else _own_mission_place(scene, mention)


def apart(scene: Scene, mention: Mention, spots: list[Spot]) -> list[Spot]:
    """SPOTS without those that belong to another number of the force: "800 in Mali, 150 of them in Gao"."""
    tops = {m.top for m in scene.mentions if m is not mention and m.sort == "ellipsis"}
    tokens = scene.tree.tokens
    return [s for s in spots if not any(t.i in tops for t in scene.tree.climb(tokens[s.head]))] if tops else spots


def _in_phrase(scene: Scene, mention: Mention) -> list[Spot]:
    found = ways(scene, scene.tree.tokens[mention.head], [mention])
    spots = [s for s in unique([*found.base, *found.inner]) if not _owns(mention, s)]
    return apart(scene, mention, spots) or _already(scene, mention)


def left_out(scene: Scene, mention: Mention) -> list[Spot]:
    """Where a number without a noun stands: "joining some 900 already there", "150 of them in Gao"."""
    text = scene.text
    if OF_THEM.match(text, mention.end):
        return _in_phrase(scene, mention)
    return _already(scene, mention)


def _already(scene: Scene, mention: Mention) -> list[Spot]:
    """Where the words right behind a number say that it is: "the 300 already in Gao", "900 soldiers now there"."""
    lead = ALREADY.match(scene.text, mention.end)
    after = [s for s in scene.spots if not s.nested and s.start >= mention.end] if lead is not None else []
    return after[:1] if lead is not None and after and after[0].start == lead.end() else []


def _countable(scene: Scene, mention: Mention, spots: list[Spot]) -> bool:
    """Whether a mention is a force with a number of its own, and not a detail of another noun."""
    single = mention.count is None and mention.sort != "ship"
    if mention.modifies or single or mention.sort == "mass":
        return False
    if mention.sort == "nationals":  # "the 250 Estonians at Camp Bastion": who lives at a base is of a force
        return any(s.place.type == "base" for s in spots)
    at_sea = mention.sort == "ship" and any(s.place.type == "sea" for s in spots)
    return not mention.weak or at_sea or bool(own_nations(scene, mention))


def is_casualty(scene: Scene, mention: Mention) -> bool:
    """Whether they are told as killed, hurt or taken: "three soldiers in Gao were wounded"."""
    tree = scene.tree
    top = tree.tokens[mention.top]
    verb = tree.verb_above(top)
    return any(t.lower in casualty_verbs() for t in (tree.tokens[top.head], verb) if t is not None)


def _own_mission_place(scene: Scene, mention: Mention) -> Place | None:
    """The country of the mission that the phrase itself names: "KFOR's 4,000 personnel"."""
    inside = (o.organization for o in scene.organizations if mention.start <= o.start and o.end <= mention.end)
    place = next((own.place for own in inside if own.place), None)
    return country(place) if place else None


def _owns(mention: Mention, spot: Spot) -> bool:
    """Whether a country only says whose a force is: "the U.S. soldiers"."""
    return spot.place.type == "country" and mention.start <= spot.start and spot.end <= mention.end


def _busy(scene: Scene, mention: Mention) -> list[Spot]:
    """Where a force does what it does: "8,000 soldiers are fighting in Helmand", "300 giving aid across Chad"."""
    tree = scene.tree
    top = tree.tokens[mention.top]
    verb = tree.tokens[top.head]
    doing = [k for i in mention.reach for k in tree.kids(tree.tokens[i]) if k.dep == "acl" and k.tag == "VBG"]
    if top.dep == "nsubj" and verb.tag.startswith("VB") and mood(tree, verb).tense in BUSY:
        doing.insert(0, verb)
    doing = [v for v in doing if stances().get((v.lower, "v")) not in AIMS]
    return next((spots for v in doing if (spots := _at_work(scene, v, mention))), [])


def _at_work(scene: Scene, verb: Token, mention: Mention) -> list[Spot]:
    """The places of VERB itself and of its object: "giving aid across Chad"."""
    tree = scene.tree
    found = ways(scene, verb, [mention])
    leads = ((spot, tree.tokens[tree.tokens[spot.head].head]) for spot in found.weak)
    nouns = ((spot, lead, tree.tokens[lead.head]) for spot, lead in leads if lead.lower in WITHIN)
    return unique(found.inner) or [s for s, _, noun in nouns if noun.head == verb.i and noun.dep == "dobj"]
