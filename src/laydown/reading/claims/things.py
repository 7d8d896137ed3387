"""Things: what one party gives another, each with its number: sums of money, counted arms, "a field hospital"."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from laydown.lexicon.tables import of_sort
from laydown.model import Quantity
from laydown.reading.claims.parties import handing, sort_of
from laydown.reading.mentions.quantities import Count, more_words
from laydown.reading.mentions.scene import Scene
from laydown.reading.text.grammar import Token

ITEM_TAGS: Final = ("JJ", "NN", "HYPH", "CD", "IN", "VBN", "VBG")
TOWARDS: Final = frozenset({"to", "from", "for"})
WITH: Final = frozenset({"with", "both"})
"""Of which verbs what is given stands behind "with"."""
PARTITIVES: Final = (["of"], ["of", "the"], ["of", "its"], ["of", "their"])
ARMS: Final = frozenset({"weapon", "vehicle", "aircraft", "ship"})
"""The sorts of forces that are things, by name or type: "18 F-16s", "six Bushmasters"."""
BESIDE: Final = frozenset({"about", "over", "on", "at", "near", "against", "from"})
"""What leads to a thing that is not what the verb gives: "gave Israel a note about 12 tanks"."""
CREWED: Final = frozenset({"ship", "aircraft", "air_defence"})
"""What goes with a crew: sent, it is rather a force than a gift."""
ONE: Final = frozenset({"a", "an", "another"})


@dataclass(frozen=True, slots=True)
class Thing:
    """What is given: how many, the noun that says what (for money the noun near it), what it is counted in.

    `platform`: a ship, an aircraft or a battery, which a state also sends on missions of its own.
    """

    count: Count
    noun: Token
    unit: str
    platform: bool = False


@cache
def aid_words(sort: str) -> frozenset[str]:
    """The nouns of a SORT for what is given."""
    return of_sort("aid_words", sort)


def find_things(scene: Scene) -> Iterator[Thing]:
    """All in a sentence that could be given, with its number, in the order of the text; single things come last."""
    for count in scene.counts:
        if _out_of(scene, count) or (count.money and _converts(scene, count)):
            continue
        found = _money(scene, count) if count.money else (_item(scene, count) or _by_type(scene, count))
        if found is not None:
            yield found
    yield from _singles(scene)


def verb_of(scene: Scene, count: Count, noun: Token | None) -> Token | None:
    """The verb of giving that governs an amount, else the participle behind the thing: "two boats donated by Japan"."""
    tree = scene.tree
    for origin in (tree.head_of(count.core, count.core_end), noun):
        if origin is None:
            continue
        for above in tree.climb(origin):
            if above.tag.startswith("VB") and sort_of(above):
                return above
            beside = above.dep == "prep" and above.lower in BESIDE and not count.money
            if beside or above.tag in {"VBD", "VBZ", "VBP"} or (above.tag == "VB" and not count.money):
                break
    told = (k for k in tree.kids(noun) if k.dep == "acl" and k.tag not in {"VBG", "VB"}) if noun is not None else ()
    return next((k for k in told if sort_of(k) in {"give", "sell"}), None)


def hands(verb: Token, thing: Thing | None = None, *, by_with: bool = False) -> bool:
    """Whether a verb hands things over, and this one: with "send", ships and aircraft are rather a mission.

    BY_WITH says that the things stand behind "with": "supplied Chad with 40 trucks" hands them over, "sent" does not.
    """
    things = handing().get(verb.lower, ("", ""))[1]
    if by_with:
        return things in WITH
    return things in {"yes", "both", "named"} or (things == "weapons" and not (thing and thing.platform))


def word_before(scene: Scene, count: Count) -> str:
    """The word before a number, in small letters."""
    words = scene.text[: count.start].split()
    return words[-1].lower() if words else ""


def _out_of(scene: Scene, count: Count) -> bool:
    """Whether another number is taken out of this one: "three of six promised boats" are three."""
    return any(scene.text[other.end : count.start].split() in PARTITIVES for other in scene.counts)


def _converts(scene: Scene, count: Count) -> bool:
    """Whether a sum in brackets says the one before it again in another currency: "8 million pounds ($13 million)"."""
    before = scene.text[: count.start].rstrip()
    return before.endswith("(") and any(c.money and c.end == len(before[:-1].rstrip()) for c in scene.counts)


def _money(scene: Scene, count: Count) -> Thing | None:
    """What an amount is given as, with its currency: an aid noun near it, else the verb that hands it over."""
    verb = verb_of(scene, count, None)
    giving = verb if verb is not None and sort_of(verb) == "give" and hands(verb) else None
    noun = _aid_after(scene, count) or aid_before(scene, count) or giving
    return Thing(count, noun, count.quantity.unit) if noun is not None else None


def _aid_after(scene: Scene, count: Count) -> Token | None:
    """The aid noun within eight words after an amount: "$600 million in military aid"."""
    for token in scene.tree.over(count.end, len(scene.text))[:8]:
        between = scene.text[count.end : token.start]
        cause = token.lower in aid_words("cause") and (" for " in between or " to " in between)
        if token.lower in aid_words("money") or cause:
            return token
        if token.tag.startswith("VB") and token.tag != "VBG":
            return None
    return None


def aid_before(scene: Scene, count: Count) -> Token | None:
    """The aid noun within eight words before an amount: "an aid package worth $60 million"."""
    before = reversed(scene.tree.over(0, count.start)[-8:])
    return next((t for t in before if t.lower in aid_words("money") and t.tag.startswith("NN")), None)


def _is_thing(token: Token) -> bool:
    """Whether a noun names what is given, in the plural of the table or one of it."""
    words = {token.lower, f"{token.lower}s"} if token.tag in {"NN", "NNP"} else {token.lower}
    return any(words & aid_words(sort) for sort in ("item", "weapon", "platform", "measure", "large"))


def _item(scene: Scene, count: Count) -> Thing | None:
    """The thing counted: the head noun after the number, if it is one that is given."""
    tree = scene.tree
    for token in tree.over(count.end, len(tree.text))[:6]:
        if token.tag in {"NN", "NNS", "NNP"} and _is_thing(token):
            outer = tree.tokens[token.head]
            if f"{tree.tokens[token.i - 1].lower} {token.lower}" in aid_words("mission"):
                return None
            if token.dep == "compound" and outer.i > token.i:
                continue
            return Thing(count, token, token.lower, platform=_is_platform(token))
        if not token.tag.startswith(ITEM_TAGS) or token.lower in TOWARDS:
            return None
    return None


def _by_type(scene: Scene, count: Count) -> Thing | None:
    """The arms counted by the name of their type: "18 F-16s", "six Bushmasters"."""
    arms = (m for m in scene.mentions if m.count is count and m.sort in ARMS and not m.modifies)
    tokens = scene.tree.tokens
    return next((Thing(count, tokens[m.head], m.unit, platform=m.category in CREWED) for m in arms), None)


def _is_platform(noun: Token) -> bool:
    """Whether the table calls a thing a ship or an aircraft."""
    return not {noun.lower, f"{noun.lower}s"}.isdisjoint(aid_words("platform"))


def _singles(scene: Scene) -> Iterator[Thing]:
    """Large things that are one: "a patrol vessel", "another field hospital"."""
    for noun in scene.tree:
        if noun.tag not in {"NN", "NNP"} or not _is_large(scene, noun):
            continue
        one = next((k for k in scene.tree.kids(noun) if k.lower in ONE and k.i < noun.i), None)
        if one is None:
            continue
        words = scene.text[one.start : noun.end]
        quantity = Quantity(value=1, low=1, high=1, hedge="exact", unit=noun.lower, text=words)
        more = (one.start, one.end) if one.lower in more_words() else None
        count = Count(one.start, noun.end, one.start, one.end, quantity, more)
        yield Thing(count, noun, noun.lower, platform=_is_platform(noun) or _is_craft(scene, noun))


def _is_large(scene: Scene, noun: Token) -> bool:
    """Whether one of a thing is an amount: a ship, an aircraft, a hospital, an air defence system; not a bomb."""
    before = scene.tree.tokens[noun.i - 1].lower if noun.i else ""
    if noun.lower in aid_words("large") or f"{before} {noun.lower}" in aid_words("large"):
        return True
    return _is_craft(scene, noun)


def _is_craft(scene: Scene, noun: Token) -> bool:
    """Whether a noun is a ship, an aircraft or a battery by any name."""
    craft = (m for m in scene.mentions if m.head == noun.i and m.sort in ARMS and not m.modifies and m.quantity)
    return any(m.category in CREWED for m in craft)
