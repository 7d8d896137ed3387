"""Parties of an aid: who gives and who is given, told from the verb of handing over and the words around it."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from laydown.lexicon.forces import WORD
from laydown.lexicon.tables import cell, of_sort, table
from laydown.reading.claims.bars import is_condition
from laydown.reading.drafting.nations import Owner, owner_at
from laydown.reading.drafting.story import Story
from laydown.reading.mentions.persons import PRONOUNS
from laydown.reading.mentions.scene import Scene
from laydown.reading.syntax.arguments import is_infinitive
from laydown.reading.syntax.moods import mood
from laydown.reading.text.grammar import Token, Tree

PARTY: Final = re.compile(
    r"\b(?:to|for) (?:the )?(?P<name>(?:[A-Z][a-z]+ )+"
    r"(?:opposition|government|army|forces|military|rebels|authorities|Fund|[A-Z][a-z]+ Fund))\b"
)
TOWARDS: Final = frozenset({"to", "from", "for"})
HELPING: Final = frozenset(
    {"help", "support", "assist", "aid", "arm", "equip", "supply", "defend", "protect", "replace"}
)
"""What is given to a country for: "sent 40 tanks to help Ukraine"."""
ONE: Final = frozenset({"he", "she"})
"""Who gives of their own: a person is no state."""
REMOTE: Final = 2
"""The last rank of a country that the words of giving name: what is sent goes to no other in the sentence."""

Party = tuple[str, tuple[int, int]]
"""Who receives, with the words of the sentence that name it."""


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


def handed(
    scene: Scene, story: Story, verb: Token, who: Token | None, *, money: bool
) -> tuple[Owner | None, Party | None]:
    """Who gives and who is given, where the subject gives."""
    donor = _donor(scene, story, who)
    return donor, _recipient(scene, verb, donor[0] if donor else None, money=money)


def taken(scene: Scene, story: Story, verb: Token, who: Token | None) -> tuple[Owner | None, Party | None]:
    """Who gives and who is given, where the subject receives, buys or asks: "from Poland", "asked Germany for"."""
    taker = _donor(scene, story, who)
    if taker is None or who is None or mood(scene.tree, verb).negative:
        return None, None
    words = taker[1] or scene.span(who.start, who.end)
    recipient = taker[0], (words[0] - scene.offset, words[1] - scene.offset)
    for spot in scene.spots:
        code = spot.place.country
        head = scene.tree.tokens[spot.head]
        asked = sort_of(verb) == "request" and head.head == verb.i and head.dep in {"dobj", "dative"}
        if code and code != taker[0] and (asked or _word_before(scene.text, spot.start) == "from"):
            return (code, scene.span(spot.start, spot.end)), recipient
    return None, recipient


def _donor(scene: Scene, story: Story, who: Token | None) -> Owner | None:
    """Who gives: the nation that the subject stands for, by a pronoun the one spoken of last."""
    donor = owner_at(scene, who, story)
    if donor is None and who is not None and who.lower in PRONOUNS - ONE and story.nations:
        return story.nations[-1], scene.span(who.start, who.end)
    return donor


def _recipient(scene: Scene, verb: Token, donor: str | None, *, money: bool) -> Party | None:
    """Who receives: the place or party after "to" or "for", else the other country that the sentence helps."""
    candidates = [*_helped(scene, verb, donor, money=money), *_rebels(scene)]
    party = PARTY.search(scene.text)
    if party and candidates and "opposition" in party["name"]:
        return party["name"], party.span("name")
    best = min(candidates, default=None)
    return (best[1], best[2]) if best else None


def _helped(scene: Scene, verb: Token, donor: str | None, *, money: bool) -> Iterator[tuple[int, str, tuple[int, int]]]:
    """The countries that may receive, the likelier ones with the lower rank."""
    sent = handing().get(verb.lower, ("", ""))[1] == "weapons" and not money
    for spot in scene.spots:
        code = spot.place.country
        if code is None or donor in {code, _sovereigns().get(code, "")} or spot.place.type in {"border", "sea"}:
            continue
        if sent and _is_errand(scene.tree, verb, scene.tree.tokens[spot.head]):
            continue
        if _word_before(scene.text, spot.start) == "by" and mood(scene.tree, verb).passive:
            continue
        if is_condition(scene.tree.tokens[scene.tree.tokens[spot.head].head]):
            continue  # "transferred to Danish registration"
        ours = spot.sense == "adjective" and _is_body(scene.tree, spot.head)
        if spot.sense == "adjective" and not ours and _word_before(scene.text, spot.start) not in TOWARDS:
            continue
        rank = {"to": 0, "for": 1, "help": 2, "support": 2}.get(_word_before(scene.text, spot.start), 5)
        if spot.start < verb.start and rank > 1:
            rank += 4
        if rank > REMOTE and not ours and scene.tree.tokens[spot.head].dep in {"compound", "nmod", "amod"}:
            continue
        if sent and rank > REMOTE and scene.tree.tokens[spot.head].dep not in {"dative", "dobj"}:
            continue
        yield rank, code, (spot.start, spot.end)


def _is_body(tree: Tree, number: int) -> bool:
    """Whether an adjective is that of a body to which a verb gives: "equip the Peruvian army with"."""
    head = tree.tokens[tree.tokens[number].head]
    given = head.dep in {"dobj", "dative", "nsubjpass"} and bool(sort_of(tree.tokens[head.head]))
    return given and head.lower in of_sort("aid_words", "cause")


def _is_errand(tree: Tree, verb: Token, place: Token) -> bool:
    """Whether a place is only where a force is sent on an errand: "sent three tanks to guard the road to Goma"."""
    aims = (t for t in tree.climb(place) if t.i > verb.i and t.tag == "VB" and is_infinitive(tree, t))
    return any(t.lower not in HELPING for t in aims)


def _rebels(scene: Scene) -> Iterator[tuple[int, str, tuple[int, int]]]:
    """The non-state parties that a sentence gives something to."""
    for org in scene.organizations:
        if org.organization.kind != "nonstate":
            continue
        if _word_before(scene.text, org.start) in {"to", "for"} or _is_given(scene.tree, org.end):
            yield 0, org.organization.nation, (org.start, org.end)


def _is_given(tree: Tree, end: int) -> bool:
    """Whether what ends at END is the object of a verb of giving: "supplied Hezbollah with"."""
    last = next((token for token in tree.tokens if token.end == end), None)
    return last is not None and last.dep in {"dobj", "dative"} and bool(sort_of(tree.tokens[last.head]))


def _word_before(text: str, start: int) -> str:
    words = WORD.findall(text[:start].lower())
    if words and words[-1] in {"the", "its", "their"}:
        words.pop()
    return words[-1] if words else ""
