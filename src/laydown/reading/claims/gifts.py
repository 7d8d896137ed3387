"""Gifts: what is given told by a noun, "Norway's donation of 22 howitzers to Latvia", and how far that has come."""

from typing import Final, NamedTuple

from laydown.lexicon.tables import of_sort
from laydown.model import Status
from laydown.reading.claims.parties import OFFERING, Party, sort_of
from laydown.reading.drafting.nations import Owner, owner_at
from laydown.reading.drafting.story import Story
from laydown.reading.mentions.scene import Scene
from laydown.reading.syntax.arguments import subject
from laydown.reading.syntax.governors import APPLY, class_of
from laydown.reading.syntax.moods import mood
from laydown.reading.text.grammar import Token, Tree

FROM: Final = frozenset({"from", "by"})
TO: Final = frozenset({"to", "for"})
IN: Final = frozenset({"in", "at"})
ARRIVED: Final = ("arriv", "reach", "land", "receiv", "follow", "took", "made", "dock", "came")
"""How the verbs begin by which a gift has been given."""


class Gift(NamedTuple):
    """A noun of giving with who gives, who is given, and how far it has come."""

    noun: Token
    donor: Owner | None
    recipient: Party
    status: Status


def gift(scene: Scene, story: Story, thing: Token) -> Gift | None:
    """The gift of a THING that is counted; None where no noun of giving has it, or its parties are not both told."""
    tree = scene.tree
    noun = _noun(tree, thing)
    if noun is None:
        return None
    verb = next((t for t in tree.climb(noun) if t.tag.startswith("VB")), None)
    inner = [t for t in (noun, thing, verb) if t is not None]
    preps = [kid for token in inner for kid in tree.kids(token) if kid.dep in {"prep", "agent", "dative"}]
    owners = [k for k in tree.kids(noun) if k.dep in {"poss", "amod", "nmod", "compound"} and k.i < noun.i]
    givers = [*owners, *(end for prep in preps if prep.lower in FROM for end in tree.kids(prep))]
    if verb is not None and (decides(tree, verb, noun) or sort_of(verb) == "give"):
        givers.append(subject(tree, verb) or noun)
    donor = next((found for one in givers if one is not noun and (found := owner_at(scene, one, story))), None)
    arrived = verb is not None and verb.lower.startswith(ARRIVED)
    ends = [end for lead in (TO, IN if arrived else TO) for p in preps if p.lower in lead for end in tree.kids(p)]
    recipient = next((found for one in ends if (found := owner_at(scene, one, story))), None)
    if donor is None or recipient is None or recipient[0] == donor[0]:
        return None
    return Gift(noun, donor, recipient, _status(scene, noun, verb))


def _noun(tree: Tree, thing: Token) -> Token | None:
    """The noun of giving of which a thing is: "a delivery of 40 trucks and 12 guns"."""
    while thing.dep in {"conj", "appos"}:
        thing = tree.tokens[thing.head]
    link = tree.tokens[thing.head]
    noun = tree.tokens[link.head]
    return noun if link.lower == "of" and noun.lower in of_sort("aid_words", "gift") else None


def decides(tree: Tree, verb: Token, noun: Token) -> bool:
    """Whether a verb decides or carries out what a noun names: "approved the sale of", "began the delivery of"."""
    return class_of(tree, verb, noun) is not None and noun.dep == "dobj"


def _status(scene: Scene, noun: Token, verb: Token | None) -> Status:
    """How far what NOUN tells has come, by the verb above it."""
    if verb is None:
        return "announced"
    own = mood(scene.tree, verb)
    if own.negative or sort_of(verb) == "withhold":
        return "ruled_out"
    if own.tense in {"maybe", "would"}:
        return "considered"
    given = sort_of(verb) == "give" and not verb.lower.startswith(OFFERING)
    if own.tense in {"past", "perfect"} and (given or verb.lower.startswith(ARRIVED)):
        return "completed"
    status = APPLY.get(class_of(scene.tree, verb, noun) or "", "announced")
    going = status in {"underway", "completed"} and own.tense in {"future", "infinitive", "must"}
    return "announced" if going else "ruled_out" if status == "cancelled" else status
