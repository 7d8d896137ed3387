"""Parties of an aid: who gives and who is given, told from the verb of handing over and the words around it."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from laydown.lexicon.forces import WORD, force_words
from laydown.lexicon.tables import cell, of_sort, table
from laydown.lexicon.verbs import stances
from laydown.reading.claims.bars import is_condition
from laydown.reading.drafting.nations import Owner, owner_at
from laydown.reading.drafting.story import Story
from laydown.reading.mentions.persons import PRONOUNS
from laydown.reading.mentions.scene import Scene
from laydown.reading.mentions.spots import Spot
from laydown.reading.syntax.arguments import is_infinitive
from laydown.reading.syntax.moods import mood
from laydown.reading.text.grammar import Token, Tree

PARTY: Final = re.compile(
    r"\b(?:to|for) (?:the )?(?P<name>(?:[A-Z][a-z]+ )+"
    r"(?:opposition|government|army|forces|military|rebels|authorities|Fund|[A-Z][a-z]+ Fund))\b"
)
OFFERING: Final = ("approv", "authori", "announc", "pledg", "promis", "commit", "allocat", "sign", "unveil", "offer")
"""How the verbs begin after which nothing has been given yet."""
TOWARDS: Final = frozenset({"to", "from", "for"})
HELPING: Final = frozenset(
    {"help", "support", "assist", "aid", "arm", "equip", "supply", "defend", "protect", "replace"}
)
"""What is given to a country for: "sent 40 tanks to help Ukraine"."""
ONE: Final = frozenset({"he", "she"})
"""Who gives of their own: a person is no state."""
REMOTE: Final = 2
"""The last rank of a country that the words of giving name."""
GIVEN: Final = frozenset({"dative", "dobj", "nsubjpass"})
"""How the parser hangs who is given something by the verb."""

Party = Owner
"""Who receives, with the words of the report that name it."""


@cache
def handing() -> Mapping[str, tuple[str, str]]:
    """What each verb of handing over does (give, receive, buy, request, withhold), and with which things."""
    return {form: (row["sort"], row["thing"]) for row in table("giving_verbs") for form in cell(row, "forms")}


@cache
def _sovereigns() -> Mapping[str, str]:
    """The state whose ground a territory is."""
    return {code: row["sovereign"] for row in table("territories") for code in cell(row, "codes")}


def sort_of(verb: Token) -> str:
    """Who does what by a verb of handing over; empty for any other."""
    return handing().get(verb.lower, ("", ""))[0]


def is_passive(tree: Tree, verb: Token) -> bool:
    """Whether a verb is told of what is given: "were given", "the boats donated by Japan"."""
    return mood(tree, verb).passive or (verb.dep == "acl" and verb.tag not in {"VBG", "VB"})


def handed(
    scene: Scene, story: Story, verb: Token, who: Token | None, *, money: bool, platform: bool = False
) -> tuple[Owner | None, Party | None]:
    """Who gives and who is given, where the subject gives; a PLATFORM is given to a state, and goes to a city."""
    donor = _donor(scene, story, who)
    return donor, _recipient(scene, verb, donor[0] if donor else None, money=money, platform=platform)


def taken(scene: Scene, story: Story, verb: Token, who: Token | None) -> tuple[Owner | None, Party | None]:
    """Who gives and who is given, where the subject receives, buys or asks: "from Poland", "asked Germany for"."""
    taker = _donor(scene, story, who)
    if taker is None or who is None or mood(scene.tree, verb).negative:
        return None, None
    recipient = taker[0], taker[1] or scene.span(who.start, who.end)
    if sort_of(verb) == "request":
        asked = (k for k in scene.tree.kids(verb) if k.dep in {"dobj", "dative"} and k.i > verb.i)
        owners = (owner_at(scene, k, story) for k in asked)
        giver = next((owner for owner in owners if owner is not None and owner[0] != taker[0]), None)
        if giver is not None:
            return giver, recipient
    for spot in scene.spots:
        code = spot.place.country
        if code and code != taker[0] and _word_before(scene.text, spot.start) == "from":
            return (code, scene.span(spot.start, spot.end)), recipient
    return None, recipient


def _donor(scene: Scene, story: Story, who: Token | None) -> Owner | None:
    """Who gives: the nation that the subject stands for, by a pronoun the one spoken of last."""
    donor = owner_at(scene, who, story)
    if donor is None and who is not None and who.lower in PRONOUNS - ONE and story.nations:
        return story.nations[-1], scene.span(who.start, who.end)
    return donor


def _recipient(scene: Scene, verb: Token, donor: str | None, *, money: bool, platform: bool) -> Party | None:
    """Who receives: the place or party after "to" or "for", else, of money, the other country that it helps."""
    helped = _helped(scene, verb, donor) if money else _supplied(scene, verb, donor, platform=platform)
    candidates = [*helped, *_rebels(scene)]
    party = PARTY.search(scene.text)
    if party and candidates and "opposition" in party["name"]:
        return party["name"], scene.span(*party.span("name"))
    best = min(candidates, default=None)
    return (best[2], scene.span(best[1], best[3])) if best else None


Candidate = tuple[int, int, str, int]
"""One who may receive: the rank, the lower the likelier, where its words begin, its code, where they end."""


def _others(scene: Scene, verb: Token, donor: str | None) -> Iterator[Spot]:
    """The places of a sentence that are of another state than the DONOR, and not of who gives by a passive."""
    for spot in scene.spots:
        code = spot.place.country
        if code is None or donor in {code, _sovereigns().get(code, "")} or spot.place.type in {"border", "sea"}:
            continue
        if _word_before(scene.text, spot.start) == "by" and is_passive(scene.tree, verb):
            continue
        if is_condition(scene.tree.tokens[scene.tree.tokens[spot.head].head]):
            continue  # "transferred to Danish registration"
        yield spot


def _supplied(scene: Scene, verb: Token, donor: str | None, *, platform: bool) -> Iterator[Candidate]:
    """The countries to which things are given: what "to" or "for" leads to, or an object of the verb."""
    for spot in _others(scene, verb, donor):
        if platform and handing().get(verb.lower, ("", ""))[1] == "named" and spot.place.type != "country":
            continue  # "transferred 12 jets to Aviano"
        rank = _way_to(scene, verb, spot)
        if rank is not None:
            yield rank, spot.start, str(spot.place.country), spot.end


def _way_to(scene: Scene, verb: Token, spot: Spot) -> int | None:
    """How surely what a verb gives goes to a place, the lower the surer; None where it only names or places others.

    "To Poland for delivery to Ukraine" gives it to Ukraine; "to rebels in Chad" gives Chad nothing.
    """
    tree = scene.tree
    here = tree.tokens[spot.head]
    ours = spot.sense != "adjective"
    if _is_errand(tree, verb, here):
        return None
    for above in tree.climb(here):
        if here.lower in TOWARDS and here.dep in {"prep", "dative"}:
            asked = sort_of(verb) == "withhold" and _is_request(tree, verb)
            if (here.lower == "from" and not asked) or not ours:
                return None
            return -1 if above.lower in of_sort("aid_words", "gift") and here.i > verb.i else int(here.lower == "for")
        if above.i == verb.i:
            return 0 if ours and here.dep in GIVEN else None
        if above.tag.startswith("VB"):
            return _helping(tree, above, verb)
        if above.dep == "prep" and above.lower not in {"of", "in", *TOWARDS}:
            return None
        if above.tag.startswith("NN"):
            body = above.lower in of_sort("aid_words", "cause")
            named = here.i > above.i or body or here.dep == "poss" or _before_number(tree, spot)
            if not (body or ours) or not named or _are_rebels(above):
                return None
            ours = True
        here = above
    return None


def _is_request(tree: Tree, verb: Token) -> bool:
    """Whether what is rejected is a request: "rejected a request from Tbilisi for"."""
    return any(k.dep == "dobj" and stances().get((k.lower, "n")) == "request" for k in tree.kids(verb))


def _is_errand(tree: Tree, verb: Token, place: Token) -> bool:
    """Whether a place is only where a force is sent on an errand: "sent three tanks to guard the road to Goma"."""
    aims = (t for t in tree.climb(place) if t.i > verb.i and t.tag == "VB" and is_infinitive(tree, t))
    return any(t.lower not in HELPING for t in aims)


def _before_number(tree: Tree, spot: Spot) -> bool:
    """Whether a name stands before a number, and is who is given: "gave Somalia 10 vehicles"."""
    after = tree.at(spot.end + 1)
    return after is not None and after.tag in {"CD", "DT", "JJR", "RB", "JJ", "IN"}


def _are_rebels(noun: Token) -> bool:
    """Whether those who are given are no state's: "to the rebels in Chad"."""
    return any(word.sort == "nationals" for word in force_words().get(noun.lower, ()))


def _helping(tree: Tree, aim: Token, verb: Token) -> int | None:
    """How surely an aim is to help who it names: "sent 40 tanks to help Ukraine", and not "to guard the road to"."""
    return 2 if aim.i > verb.i and is_infinitive(tree, aim) and aim.lower in HELPING else None


def _helped(scene: Scene, verb: Token, donor: str | None) -> Iterator[Candidate]:
    """The countries that money may go to, the likelier ones with the lower rank."""
    for spot in _others(scene, verb, donor):
        body = _is_body(scene.tree, spot.head)
        if spot.sense == "adjective" and not body and _word_before(scene.text, spot.start) not in TOWARDS:
            continue
        rank = {"to": 0, "for": 1, "help": 2, "support": 2}.get(_word_before(scene.text, spot.start), 5)
        if spot.start < verb.start and rank > 1:
            rank += 4
        if rank > REMOTE and not body and scene.tree.tokens[spot.head].dep in {"compound", "nmod", "amod"}:
            continue
        yield rank, spot.start, str(spot.place.country), spot.end


def _is_body(tree: Tree, number: int) -> bool:
    """Whether an adjective is that of a body to which a verb gives: "to the mission and the Haitian police"."""
    head = tree.tokens[tree.tokens[number].head]
    first = tree.tokens[head.head] if head.dep == "conj" else head
    given = first.dep in GIVEN and bool(sort_of(tree.tokens[first.head]))
    led = first.dep == "pobj" and tree.tokens[first.head].lower in {"to", "for"}
    return (given or led) and head.lower in of_sort("aid_words", "cause")


def _rebels(scene: Scene) -> Iterator[Candidate]:
    """The non-state parties that a sentence gives something to."""
    for org in scene.organizations:
        if org.organization.kind != "nonstate":
            continue
        if _word_before(scene.text, org.start) in {"to", "for"} or _is_given(scene.tree, org.end):
            yield 0, org.start, org.organization.nation, org.end


def _is_given(tree: Tree, end: int) -> bool:
    """Whether what ends at END is the object of a verb of giving: "supplied Hezbollah with"."""
    last = next((token for token in tree.tokens if token.end == end), None)
    return last is not None and last.dep in {"dobj", "dative"} and bool(sort_of(tree.tokens[last.head]))


def _word_before(text: str, start: int) -> str:
    words = WORD.findall(text[:start].lower())
    if words and words[-1] in {"the", "its", "their"}:
        words.pop()
    return words[-1] if words else ""
