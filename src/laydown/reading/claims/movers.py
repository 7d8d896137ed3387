"""Movers: the forces that an event moves, and the one who makes them move."""

from dataclasses import dataclass, field, replace
from typing import Final

from laydown.lexicon.tables import of_sort
from laydown.lexicon.verbs import casualty_verbs, movement_verbs, speech_verbs, stances
from laydown.reading.claims.events import Event
from laydown.reading.drafting.nations import Owner
from laydown.reading.mentions.mention import NOUNS, Mention, under
from laydown.reading.mentions.scene import Scene
from laydown.reading.syntax.arguments import agent, joined, mentioned, objects, of_phrase, subject
from laydown.reading.syntax.governors import ASKING
from laydown.reading.syntax.moods import mood
from laydown.reading.text.grammar import Token, Tree

BEING: Final = frozenset({"is", "are", "was", "were", "be", "been", "'s", "’s", "'re", "’re"})
GIVEN: Final = frozenset({"weapon", "vehicle", "mass"})
"""The sorts that are as often a gift: "the missiles that it is sending to Ukraine" move no force."""
ADDING: Final = frozenset({"reinforce", "augment"})
"""The verbs that make a force larger with others: "reinforced by 50 marines", "with a battalion"."""
JOINING: Final = ADDING | {"join", "relieve"}
"""The verbs in the passive of which those go who do it."""
PROMISED: Final = frozenset({"pledge", "offer", "lend", "earmark"})
"""The verbs whose object, but for counted men, is as often a gift: "promised tanks to Chad"."""
CALLING: Final = frozenset({"call at", "put in"})
"""The verbs that move ships alone: police who "called at a house in Leeds" go nowhere as a force."""
PERSONS: Final = frozenset({"her", "him", "them", "me", "us", "herself", "himself", "themselves"})
"""Whom a force leaves where it goes nowhere: "the soldiers left her for dead"."""
CHANGING: Final = frozenset({"increase", "reinforce", "augment", "add", "join", "surge", "flow", "reduce"})
"""The verbs by which a force grows or shrinks."""
MILITARY: Final = frozenset({"military", "troop", "rotational", "naval"})
RETOLD: Final = frozenset({"the", "this", "that", "its", "their"})


@dataclass(slots=True)
class Movers:
    """The forces that move and the word for who moves them, None where the sentence does not say.

    `of`: whose they are, where that stands elsewhere than on them.
    """

    forces: list[Mention] = field(default_factory=list)
    by: Token | None = None
    of: tuple[Owner, ...] = ()


def find_movers(scene: Scene, event: Event) -> Movers:
    """Who moves in EVENT: the object of "sends", the subject of "arrives", what a deployment is of."""
    if event.nominal:
        return _of_way(scene, event.token) if event.verb.lemma == "way" else _of_noun(scene, event)
    term = term_of(scene.tree, event.token) if event.verb.action == "extend" else None
    if term is not None:
        return _of_noun(scene, replace(event, token=term, nominal=True))
    return _of_verb(scene, event)


def _of_verb(scene: Scene, event: Event) -> Movers:
    """What a verb moves, and who by it."""
    added = _behind_with(scene, event.token) if event.verb.lemma in ADDING else []
    if added:
        tree, token = scene.tree, event.token
        return Movers(added, agent(tree, token) if _passive(tree, token) else subject(tree, token))
    return _of_arguments(scene, event)


def _of_arguments(scene: Scene, event: Event) -> Movers:
    tree, token, verb = scene.tree, event.token, event.verb
    who = subject(tree, token)
    standing = mentioned(scene, joined(tree, who)) if who is not None else []
    if who is not None and who.lower == "it":
        standing = _sayer(scene, token)
    if _passive(tree, token):
        if verb.lemma in JOINING:
            joiner = agent(tree, token)
            return Movers(mentioned(scene, joined(tree, joiner)) if joiner is not None else [])
        if verb.mover != "subject":
            return Movers(standing, agent(tree, token))
    if verb.mover == "subject":
        left = verb.object_place and any(k.dep == "dobj" and k.lower in PERSONS for k in tree.kids(token))
        if verb.lemma in CALLING:
            standing = [m for m in standing if m.category == "ship"]
        return Movers() if left else Movers(standing)
    what = [m for m in mentioned(scene, objects(tree, token)) if m.head > token.i or m.sort not in GIVEN]
    if verb.lemma in PROMISED:
        return Movers([m for m in what if m.sort in {"people", "body"} and m.quantity is not None], who)
    if not what and verb.mover == "either" and not any(k.dep == "dobj" for k in tree.kids(token)):
        return Movers(standing)
    owns = verb.object_place != "receiver"  # who takes a force in does not send it
    return Movers(_meant(scene, event, what) or _sent_in(scene, token), who if owns else None)


def _meant(scene: Scene, event: Event, what: list[Mention]) -> list[Mention]:
    """Which of the objects of a verb go, and whom "them" means."""
    verb = event.verb
    if verb.lemma == "carry":
        what = [m for m in what if m.category == "personnel"]  # guns that are delivered are aid
    if verb.action == "reinforce":
        what = [m for m in what if not _one_of(scene.tree, m)]
    if verb.lemma in CHANGING:
        what = _changed_by(scene, event) or what
    return what or _asked_for(scene, event.token)


def _behind_with(scene: Scene, token: Token) -> list[Mention]:
    """What a force is made larger with: "reinforced its garrison in Gao with 200 men"."""
    found = _led(scene, token, {"with"}, {"dobj", "nsubjpass"})
    return [m for m in found if m.quantity is not None or m.units or m.sort == "body"]


def _changed_by(scene: Scene, event: Event) -> list[Mention]:
    """By whom a force grows or shrinks: "bolstered its force with another 300 soldiers", "cut it by 300 soldiers"."""
    found = _led(scene, event.token, {"by"} if event.verb.lemma == "reduce" else {"by", "with"}, {"dobj"})
    active = any(k.dep == "dobj" for k in scene.tree.kids(event.token))
    return [m for m in found if m.quantity is not None and m.sort in {"people", "ellipsis"}] if active else []


def _led(scene: Scene, verb: Token, words: set[str], roles: set[str]) -> list[Mention]:
    """The forces behind prepositions of a VERB, or of what it has in one of ROLES, that are one of WORDS."""
    tree = scene.tree
    near = (verb, *(k for k in tree.kids(verb) if k.dep in roles))
    leads = (k for t in near for k in tree.kids(t) if k.dep in {"prep", "agent"} and k.lower in words and k.i > verb.i)
    return mentioned(scene, [k for lead in leads for k in tree.kids(lead) if k.dep == "pobj"])


def term_of(tree: Tree, verb: Token) -> Token | None:
    """The stay or mission that a verb of extending makes longer: "extended the stay of its 300 soldiers"."""
    if not any(v.action == "extend" for v in movement_verbs().get(verb.lower, ())):
        return None
    kids = (k for k in tree.kids(verb) if k.dep in {"dobj", "nsubjpass", "nsubj"})
    return next((k for k in kids if k.lower in terms() and (k.dep == "dobj" or verb.tag == "VBN")), None)


def _asked_for(scene: Scene, token: Token) -> list[Mention]:
    """Whom somebody asks for and another does not send: "asked for 300 soldiers, but Kenya refused to send them"."""
    tree = scene.tree
    if not any(k.dep == "dobj" and k.lower == "them" for k in tree.kids(token)):
        return []
    before = scene.force_before(token.start)
    verb = tree.verb_above(tree.tokens[before.top]) if before is not None else None
    asked = verb is not None and stances().get((verb.lower, "v")) in {"request", "demand"}
    return [before] if before is not None and asked else []


def terms() -> frozenset[str]:
    """The nouns of a time that a force spends away: "stay", "tour"."""
    return of_sort("level_words", "term")


def _sent_in(scene: Scene, token: Token) -> list[Mention]:
    """What is sent where "in" is no preposition of its own: "are sending in troops"."""
    lead = next((k for k in scene.tree.kids(token) if k.lower == "in" and k.i == token.i + 1), None)
    return mentioned(scene, [k for k in scene.tree.kids(lead) if k.dep == "pobj"]) if lead is not None else []


def _sayer(scene: Scene, token: Token) -> list[Mention]:
    """The service that says of itself that "it" goes: "the Kenyan army said it had left Kismayo"."""
    above = scene.tree.verb_above(token)
    who = subject(scene.tree, above, 0) if above is not None and above.lower in speech_verbs() else None
    return [m for m in mentioned(scene, [who]) if m.sort == "army"] if who is not None else []


def _one_of(tree: Tree, mention: Mention) -> bool:
    """Whether a mention is some of a force that is there: "bolsters one of four battalions" moves none."""
    return mention.definite and any(tree.tokens[i].tag == "CD" for i in mention.reach[1:])


def _passive(tree: Tree, token: Token) -> bool:
    own = mood(tree, token)
    if own.passive or (token.tag == "VBN" and token.dep in {"acl", "amod"} and own.tense == "participle"):
        return True
    return token.dep == "relcl" and any(k.dep == "nsubjpass" for k in tree.kids(token))


def _of_noun(scene: Scene, event: Event) -> Movers:
    """What "the deployment of X", "troop withdrawals" and "its deployment" move."""
    tree, token = scene.tree, event.token
    owner = next((k for k in tree.kids(token) if k.dep == "poss"), None)
    by = next(iter(of_phrase(tree, token, frozenset({"by"}))), None)
    doer = owner or by or _doer(tree, token)
    found = mentioned(scene, of_phrase(tree, token))
    found = found or [m for m in scene.mentions if m.modifies and tree.tokens[m.head].head == token.i]
    if not found and owner is not None:
        found = mentioned(scene, [owner])
    if not found and event.verb.mover == "subject" and doer is not None:
        found = mentioned(scene, joined(tree, doer))
    if not found and owner is not None and owner.tag == "PRP$":
        found = _possessor(scene, token)
    found = found or _beginner(scene, token)
    return Movers(found, None if found and event.verb.mover == "subject" else doer)


def _doer(tree: Tree, token: Token) -> Token | None:
    """Who deploys in "Russia has begun troop withdrawals": the subject of the verb whose object the event is."""
    for above in tree.climb(token):
        if stances().get((above.lower, "v")) in ASKING:
            return None  # who demands a withdrawal withdraws nothing
        if above.tag.startswith("VB"):
            return subject(tree, above)
        if above.dep not in {"pobj", "prep", "dobj", "conj", "attr"} and above.tag not in NOUNS:
            return None
    return None


def _beginner(scene: Scene, token: Token) -> list[Mention]:
    """The force that begins a movement of its own: "Syrian troops began a pullback", "Squadron 9 a deployment"."""
    verb = scene.tree.tokens[token.head]
    if token.dep != "dobj" or stances().get((verb.lower, "v")) != "begin" or of_phrase(scene.tree, token):
        return []
    who = subject(scene.tree, verb, 0)
    found = mentioned(scene, joined(scene.tree, who)) if who is not None else []
    return [m for m in found if m.units or m.sort in {"people", "body", "army"}]


def _possessor(scene: Scene, token: Token) -> list[Mention]:
    """Whose "its deployment" is: the force that is the subject of a verb above."""
    for above in scene.tree.climb(token):
        who = subject(scene.tree, above, 0) if above.tag.startswith("VB") else None
        found = mentioned(scene, joined(scene.tree, who)) if who is not None and who.i != token.i else []
        if found:
            return found
    return []


def _of_way(scene: Scene, token: Token) -> Movers:
    """Who is "on their way" or "en route": the force that the phrase hangs by, or the subject of the verb."""
    for above in scene.tree.climb(token):
        found = under(scene.mentions, above)
        if not found and above.tag.startswith("VB"):
            who = subject(scene.tree, above)
            standing = mentioned(scene, joined(scene.tree, who)) if who is not None else []
            near = [m for m in scene.mentions if m.end <= token.start]
            return Movers(standing if above.lower in BEING else near[-1:])
        if found:
            return Movers(found)
    return Movers()


def by_pronoun(scene: Scene, event: Event) -> bool:
    """Whether "they" or "them" moves: a force named before."""
    if event.nominal:
        return False
    what = [k for k in scene.tree.kids(event.token) if k.dep == "dobj"]
    if event.verb.mover == "object" and not mood(scene.tree, event.token).passive:
        return any(k.lower == "them" for k in what)
    who = subject(scene.tree, event.token)
    return who is not None and who.lower == "they" and not what and not _seized(scene.tree, event.token)


def _seized(tree: Tree, token: Token) -> bool:
    """Whether "they" are whom a force seizes, and not that force: "the army detained two men as they crossed"."""
    above = tree.tokens[token.head]
    held = {above.lower, *(f"{k.lower.removesuffix('s')}" for k in tree.kids(above) if k.dep == "dobj")}
    return token.dep == "advcl" and not held.isdisjoint(casualty_verbs())


def is_retold(tree: Tree, event: Event) -> bool:
    """Whether an event noun points back: "the deployment to Poland", "that withdrawal"."""
    return event.nominal and any(k.dep in {"det", "poss"} and k.lower in RETOLD for k in tree.kids(event.token))


def is_over(tree: Tree, event: Event) -> bool:
    """Whether an event told before is said to be over: "the withdrawal was completed in May", "it is now complete"."""
    verb = tree.tokens[event.token.head]
    if not (is_retold(tree, event) and event.token.dep in {"nsubj", "nsubjpass"} and verb.tag.startswith("VB")):
        return False
    words = (verb, *(k for k in tree.kids(verb) if k.dep == "acomp"))
    ends = any(t.lower in {"complete", "over"} or stances().get((t.lower, "v")) == "complete" for t in words)
    return ends and mood(tree, verb).tense in {"present", "past", "perfect"} and not mood(tree, verb).negative


def is_behind(tree: Tree, event: Event) -> bool:
    """Whether an event noun is only where a force comes back from: "returned from their deployment in Iraq"."""
    lead = tree.tokens[event.token.head]
    if not (event.nominal and event.token.dep == "pobj" and lead.lower == "from" and event.verb.action == "deploy"):
        return False
    above = tree.tokens[lead.head]
    back = tree.tokens[above.head] if above.lower in {"back", "home"} else above
    return any(verb.action in {"return", "withdraw"} for verb in movement_verbs().get(back.lower, ()))


def is_frame(tree: Tree, event: Event) -> bool:
    """Whether an event noun only says what another movement belongs to: "arrived as part of a routine rotation"."""
    of = tree.tokens[event.token.head]
    part = tree.tokens[of.head]
    return event.nominal and of.lower == "of" and part.lower == "part" and tree.tokens[part.head].lower == "as"


def is_military(tree: Tree, event: Event) -> bool:
    """Whether the event noun itself says that forces move: "our military withdrawal"."""
    return event.nominal and any(k.lower in MILITARY and k.i < event.token.i for k in tree.kids(event.token))
