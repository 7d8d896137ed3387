"""Presences: who stands where, from verbs of standing, levels ("the number is about 2,120") and numbers at a place."""

from collections.abc import Iterator
from dataclasses import replace

from laydown.lexicon.gazetteer import country
from laydown.lexicon.verbs import PresenceVerb, casualty_verbs, presence_verbs
from laydown.model import Place, Status
from laydown.reading.claims.ends import unique
from laydown.reading.claims.events import stands
from laydown.reading.drafting.drafts import Draft
from laydown.reading.drafting.filling import put_force, put_places
from laydown.reading.drafting.nations import Owner, own_nations, owner_at
from laydown.reading.drafting.story import Story
from laydown.reading.mentions.mention import Mention
from laydown.reading.mentions.scene import Scene
from laydown.reading.mentions.spots import Spot
from laydown.reading.syntax.arguments import HELD, joined, mentioned, objects, subject
from laydown.reading.syntax.moods import mood
from laydown.reading.syntax.ways import ways
from laydown.reading.text.grammar import Token, Tree


def read_presences(scene: Scene, story: Story, moving: set[int]) -> Iterator[Draft]:
    """The forces that a sentence says stand somewhere; those MOVING (heads of mentions) are told by their movement."""
    seen = set(moving)
    for token in scene.tree:
        verb = presence_verbs().get(token.lower)
        if verb is None or not token.tag.startswith(("VB", "MD")):
            continue
        for draft, mover in _presence(scene, story, token, verb):
            if mover.head not in seen:
                seen.add(mover.head)
                yield draft
    for mention in scene.mentions:
        if mention.head not in seen and mention.quantity is not None:
            yield from _placed(scene, story, mention)


def _presence(scene: Scene, story: Story, token: Token, verb: PresenceVerb) -> Iterator[tuple[Draft, Mention]]:
    tree = scene.tree
    own = mood(tree, token)
    if own.tense in {"future", "maybe", "must", "infinitive", "would"}:
        return
    if token.lower in HELD and not stands(tree, token) and not own.passive:
        return
    by: Token | None = None
    if verb.lemma == "be":
        movers = _being(scene, token)
    elif verb.who == "object" and not own.passive and token.tag != "VBN":
        movers = mentioned(scene, objects(tree, token))
        by = subject(tree, token)
    else:
        who = subject(tree, token)
        movers = mentioned(scene, joined(tree, who)) if who is not None else []
    for mover in movers:
        level = _level(scene, token, mover) if verb.lemma == "be" else None
        mover = level or mover
        found = ways(scene, token, [mover])
        direct = found.object if verb.lemma in {"mass", "encircle", "patrol", "guard"} else []
        spots = unique([*found.inner, *found.base, *direct])
        if verb.lemma in {"deploy", "assign", "position"} and not spots:
            spots = found.destination or found.weak[:1]
        if not _asserted(scene, mover, verb, negative=own.negative, by=by):
            continue
        home = _mission_place(scene, mover) if not spots else None
        if not spots and home is None:
            continue
        status = _present(verb, own.tense, negative=own.negative)
        words = ((token.start, token.end), *own.words)
        for owner in _owners(scene, story, mover, by):
            draft = _stand(scene, mover, owner, status, words, spots, home)
            yield draft, mover


def _owners(scene: Scene, story: Story, mover: Mention, by: Token | None) -> list[Owner | None]:
    """Whose force stands there: its own nations, else each of the subjects ("Neither the U.S. nor NATO have ...")."""
    own: list[Owner | None] = list(own_nations(scene, mover))
    if own or by is None:
        return own or [None]
    return [owner for t in joined(scene.tree, by) for owner in [owner_at(scene, t, story)] if owner] or [None]


def _stand(
    scene: Scene, mover: Mention, owner: Owner | None, status: Status, words: tuple[tuple[int, int], ...],
    spots: list[Spot], home: Place | None,
) -> Draft:  # fmt: skip
    draft = Draft("presence", status, *scene.span(0, len(scene.text)), order=scene.span(mover.start, mover.end)[0])
    draft.mark("status", *(scene.span(*w) for w in words))
    put_force(scene, draft, mover, owner)
    put_places(scene, draft, "location", spots)
    if home is not None:
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
    movers = mentioned(scene, joined(tree, who))
    counted = any(k.dep in {"attr", "acomp"} for k in tree.kids(token)) and who.lower in {
        "number",
        "total",
        "strength",
        "size",
        "presence",
        "level",
    }
    return movers if counted or _stands(tree, token) else []


def _level(scene: Scene, token: Token, mover: Mention) -> Mention | None:
    """MOVER with the number that a copula gives it: "the total number of forces in X is approximately 2,120"."""
    if mover.quantity is not None:
        return None
    for count in scene.counts:
        head = scene.tree.head_of(count.core, count.core_end)
        if (
            head is not None
            and head.head == token.i
            and head.dep in {"attr", "acomp", "dobj", "dep"}
            and not count.money
        ):
            return replace(mover, quantity=replace(count.quantity, unit=mover.unit), count=count)
    return None


def _asserted(scene: Scene, mover: Mention, verb: PresenceVerb, *, negative: bool, by: Token | None) -> bool:
    """Whether enough is said of a force to count it as standing: a number, a unit or a nation (annotation rule 9)."""
    owned = bool(own_nations(scene, mover))
    if mover.sort == "presence" or (mover.weak and not owned and by is None and mover.quantity is None):
        return False
    if negative:
        return True
    if mover.sort == "nationals":
        return verb.lemma in {"station", "deploy", "base", "serve", "garrison"}
    if verb.lemma in {"have", "be", "keep", "host", "number", "conduct", "participate"}:
        return mover.quantity is not None or bool(mover.units)
    return mover.quantity is not None or bool(mover.units) or owned


def _mission_place(scene: Scene, mover: Mention) -> Place | None:
    """The country of the mission that a sentence names, for those "assigned to" or "among" it."""
    place = next((o.organization.place for o in scene.organizations if o.organization.place), None)
    return country(place) if place and mover.quantity is not None else None


def _placed(scene: Scene, story: Story, mention: Mention) -> Iterator[Draft]:
    """A number that stands at a place in its own phrase: "the 80,000 U.S. troops in Europe", "KFOR's 4,000 personnel"."""
    tree = scene.tree
    single = mention.count is None and mention.sort != "ship"
    if (
        mention.modifies
        or single
        or mention.sort in {"ellipsis", "mass", "nationals"}
        or (mention.weak and not own_nations(scene, mention))
    ):
        return
    above = tree.tokens[tree.tokens[mention.top].head]
    chain = [t for t in tree.climb(tree.tokens[mention.top]) if t.tag.startswith("VB")][:1]
    if above.lower in casualty_verbs() or any(t.lower in casualty_verbs() for t in chain):
        return
    found = ways(scene, tree.tokens[mention.head], [mention])
    spots = unique([*found.base, *found.inner]) or _busy(scene, mention)
    home = None
    if not spots:
        own = [
            o for o in scene.organizations if o.organization.place and mention.start <= o.start and o.end <= mention.end
        ]
        home = country(own[0].organization.place or "") if own else None
    if not spots and home is None:
        return
    for owner in _owners(scene, story, mention, None):
        yield _stand(scene, mention, owner, "present", ((mention.start, mention.end),), spots, home)


def _busy(scene: Scene, mention: Mention) -> list[Spot]:
    """Where a force does what it does: "8,000 soldiers are fighting in Helmand", "450 lead the battle group at Camp Ādaži"."""
    tree = scene.tree
    top = tree.tokens[mention.top]
    verb = tree.tokens[top.head]
    if top.dep != "nsubj" or not verb.tag.startswith("VB") or mood(tree, verb).tense not in {"present", "progressive"}:
        return []
    return unique(ways(scene, verb, [mention]).inner)


def _present(verb: PresenceVerb, tense: str, *, negative: bool) -> Status:
    if negative:
        return "denied"
    return "former" if tense == "past" and verb.lemma not in {"mass"} else "present"


def _stands(tree: Tree, token: Token) -> bool:
    """ "are in Gao", "are on the ground": being is standing only with a place after it."""
    return any(
        k.dep in {"prep", "advmod"}
        and k.lower in {"in", "at", "on", "near", "there", "along", "around", "inside", "among", "with"}
        for k in tree.kids(token)
    )
