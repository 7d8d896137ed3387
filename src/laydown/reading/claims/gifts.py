"""Gifts: what is given told by a noun, "Norway's donation of 22 howitzers to Latvia", and how far that has come."""

from typing import Final, NamedTuple

from laydown.lexicon.tables import of_sort
from laydown.model import Status
from laydown.reading.claims.parties import Party, sort_of
from laydown.reading.drafting.nations import Owner, owner_at
from laydown.reading.drafting.story import Story
from laydown.reading.mentions.scene import Scene
from laydown.reading.syntax.moods import mood
from laydown.reading.text.grammar import Token

FROM: Final = frozenset({"from", "by"})
TO: Final = frozenset({"to", "for"})
ARRIVED: Final = ("arriv", "reach", "land", "complet", "receiv", "follow", "took", "made")
"""How the verbs begin by which a gift has been given."""


class Gift(NamedTuple):
    """A noun of giving with who gives, who is given, and how far it has come."""

    noun: Token
    donor: Owner
    recipient: Party
    status: Status


def gift(scene: Scene, story: Story, thing: Token) -> Gift | None:
    """The gift of a THING that is counted; None where no noun of giving has it, or its parties are not both told."""
    tree = scene.tree
    link = tree.tokens[thing.head]
    noun = tree.tokens[link.head]
    if link.lower != "of" or noun.lower not in of_sort("aid_words", "gift"):
        return None
    preps = [kid for token in (noun, thing) for kid in tree.kids(token) if kid.dep in {"prep", "agent", "dative"}]
    owner = next((kid for kid in tree.kids(noun) if kid.dep == "poss"), None)
    givers = [owner, *(end for prep in preps if prep.lower in FROM for end in tree.kids(prep))]
    donor = next((found for one in givers if one and (found := owner_at(scene, one, story))), None)
    ends = [end for prep in preps if prep.lower in TO for end in tree.kids(prep)]
    recipient = next((found for one in ends if (found := owner_at(scene, one, story))), None)
    if donor is None or recipient is None or recipient[0] == donor[0] or recipient[1] is None:
        return None
    start, end = recipient[1]
    return Gift(noun, donor, (recipient[0], (start - scene.offset, end - scene.offset)), _status(scene, noun))


def _status(scene: Scene, noun: Token) -> Status:
    """How far what NOUN tells has come, by the verb above it."""
    verb = next((token for token in scene.tree.climb(noun) if token.tag.startswith("VB")), None)
    if verb is None:
        return "announced"
    own = mood(scene.tree, verb)
    if own.negative or sort_of(verb) == "withhold":
        return "ruled_out"
    if own.tense in {"maybe", "would"}:
        return "considered"
    done = own.tense in {"past", "perfect"} and verb.lower.startswith(ARRIVED)
    return "completed" if done else "announced"
