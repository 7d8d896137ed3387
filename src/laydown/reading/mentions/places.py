"""Places: which name is meant, with the words that complete it ("eastern Russia", "Aba in southern Nigeria").

A simple resolver: the likeliest meaning of a name, turned by what qualifies it and by the countries that the report
names. A town counts only where grammar asks for a place, for most short town names are also somebody's surname.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from laydown.lexicon.forces import force_openers
from laydown.lexicon.gazetteer import Entry, Match, find, is_capital
from laydown.lexicon.organizations import OrgMatch
from laydown.lexicon.verbs import movement_nouns, stances
from laydown.model import Place
from laydown.places import narrowed, part_of, ranked
from laydown.reading.mentions.borders import with_borders
from laydown.reading.mentions.recalled import recalled
from laydown.reading.mentions.spots import Around, Spot, place_words
from laydown.reading.text.grammar import Token, Tree

PARTISAN: Final = re.compile(
    r"-(?:led|backed|based|sponsored|aligned|allied|style|speaking|controlled|held|occupied|made|born|brokered"
    r"|friendly)\b"
)


NAMED_FOR_PLACES: Final = frozenset({"service", "nonstate", "unit_family", "alliance", "mission"})
"""The kinds of organisation in whose names a place is no place: the North Atlantic Treaty Organization is no sea."""


@cache
def _suffix() -> re.Pattern[str]:
    """The words that extend a name: "Kabul International Airport"."""
    words = "|".join(sorted(map(re.escape, place_words("suffix")), key=len, reverse=True))
    return re.compile(rf"(?:\s(?:International\s)?(?:{words})\b)+")


@cache
def _bearing() -> re.Pattern[str]:
    """The words that open a name: "eastern", "north and south"."""
    words = "|".join(sorted(map(re.escape, place_words("bearing")), key=len, reverse=True))
    return re.compile(rf"\b(?:{words})(?: and (?:{words}))?\s$")


def find_spots(
    tree: Tree, taken: Iterable[tuple[int, int]], organizations: Sequence[OrgMatch], around: Around
) -> list[Spot]:
    """The places of a sentence in order; nothing inside the spans TAKEN (ships, persons) is a place."""
    text = tree.text
    blocked = list(taken)
    blocked += [(o.start, o.end) for o in organizations if o.organization.kind in NAMED_FOR_PLACES]
    spots: list[Spot] = _fleets(tree)
    if " Fleet" in text:
        blocked += [match.span() for match in FLEETS.finditer(text)]
    for match in find(text):
        inside = any(low <= match.start and match.end <= high for low, high in blocked)
        if inside and (match.entries[0].sense != "adjective" or match.entries[0].place.type == "city"):
            continue
        if NAMED_AFTER.search(text, max(0, match.start - 12), match.start):
            continue
        spot = _spot(tree, match.start, match.end, _likeliest(tree, match, around))
        if spot is not None:
            spots.append(spot)
    spots += _unlisted(tree, spots, blocked, around)
    spots.sort(key=lambda s: s.start)
    spots = _qualified(tree, [_on_ground(tree, spot) for spot in spots])
    return sorted([*with_borders(tree, spots), *recalled(tree, spots, around)], key=lambda s: s.start)


NAMED_AFTER: Final = re.compile(r"\b(?:Exercise|Operation) $")
"""What is named after a place and lies elsewhere: "Exercise Milan"."""


def _on_ground(tree: Tree, spot: Spot) -> Spot:
    """SPOT as the country itself where a people's name stands before its ground: "entered Syrian territory"."""
    match = _grounds().match(tree.text, spot.end) if spot.sense == "adjective" else None
    head = tree.head_of(spot.start, match.end()) if match is not None else None
    if match is None or head is None or spot.place.type != "country":
        return spot
    return replace(spot, end=match.end(), head=head.i, sense="name")


@cache
def _grounds() -> re.Pattern[str]:
    """The nouns for the ground of a country behind its people's name: "territorial waters"."""
    words = "|".join(sorted(map(re.escape, set(place_words("ground")) - ASHORE)))
    return re.compile(rf" (?:territorial |sovereign )?(?:{words})\b")


ASHORE: Final = frozenset({"airport", "capital", "shores"})
"""What is one spot of a country and not its ground."""


def _likeliest(tree: Tree, match: Match, around: Around) -> tuple[Entry, ...]:
    """The meanings of a name, the likeliest here first: Juba of Somalia, not of South Sudan; Paris, Texas."""
    if match.entries[0].sense != "name" or not _open(match.entries):
        return match.entries
    here = narrowed(around.context, tree.text, match.start, match.end)
    likely = ranked(tree.text[match.start : match.end], here)
    return tuple(entry for entry in likely if entry.kind not in {"government", "group"}) or match.entries


def _open(entries: Sequence[Entry]) -> bool:
    """Whether a name leaves open which place is meant: any town, and a country that is a state as well."""
    return (
        entries[0].kind in {"town", "province", "base"} or len({e.kind for e in entries} & {"country", "province"}) > 1
    )


def _spot(tree: Tree, start: int, end: int, entries: tuple[Entry, ...]) -> Spot | None:
    """The place that the name at [START, END) is, with the words that complete it; None where it is no place here."""
    text = tree.text
    entry = entries[0]
    if PARTISAN.match(text, end):
        return None
    head = tree.head_of(start, end)
    if head is None:
        return None
    place = entry.place
    if entry.sense == "name":
        if suffix := _suffix().match(text, end):
            end = suffix.end()
            kind = place_words("suffix").get(suffix[0].strip().removeprefix("International "), "admin")
            place = replace(place, name=text[start:end], type="base" if kind == "base" else place.type)
            head = tree.head_of(start, end) or head
        if place.type == "city" and not _asked(tree, start, end, head, entries):
            return None
        bearing = _bearing().search(text, max(0, start - 26), start)
        if bearing and place.type in {"country", "region", "admin", "city"}:
            start = bearing.start()
            place = replace(part_of(place, text[start:end]), name=text[start:end])
    return Spot(start, end, head.i, place, entry.sense)


def _asked(tree: Tree, start: int, end: int, head: Token, entries: tuple[Entry, ...]) -> bool:
    """Whether grammar asks for a town here: after a preposition of place, or after a comma behind another place."""
    if is_capital(entries[0].place) and head.dep in {"nsubj", "nsubjpass", "poss", "agent"}:
        return True
    if is_capital(entries[0].place) and _is_told_to(tree, head):
        return True
    before = tree.text[:start].rstrip().rsplit(" ", 1)[-1].lower().strip("\"“'(")
    following = tree.text[end : end + 2]
    goes_on = following[:1] == " " and following[1:2].isupper()
    if (head.tag not in {"NNP", "NNPS", "NN"} or goes_on) and entries[0].population < 1_000_000:
        return False
    return (
        before in place_words("lead")
        or before.endswith((",", "and", "city"))
        or (head.dep in {"pobj", "conj"} and entries[0].population > 300_000)
    )


def _is_told_to(tree: Tree, head: Token) -> bool:
    """Whether a capital stands for a government made to act or given something: "prompting Cairo to", "gave Cairo"."""
    above = tree.tokens[head.head]
    asked = any(k.lower == "for" and k.i == head.i + 1 for k in tree.kids(above))
    if head.dep == "dative" or (asked and stances().get((above.lower, "v")) == "request"):
        return True  # "gave Cairo 40 tanks", "asked Cairo for 40 tanks"
    acts = (k for k in tree.kids(above) if k.dep in {"xcomp", "ccomp"} and k.i > head.i)
    return head.dep in {"dobj", "dative"} and any(j.lower == "to" for k in acts for j in tree.kids(k) if j.dep == "aux")


def _unlisted(tree: Tree, spots: Sequence[Spot], blocked: Sequence[tuple[int, int]], around: Around) -> list[Spot]:
    """Names that no table knows but grammar puts in a place's place: "to Surobi", "in Cadale, Somalia"."""
    found = []
    covered = [(s.start, s.end) for s in spots] + list(blocked)
    for token in tree:
        if token.dep != "pobj" or token.tag not in {"NNP", "NNPS"} or tree.tokens[token.head].lower not in PLACE_LEADS:
            continue
        governor = tree.tokens[tree.tokens[token.head].head]
        if not _takes_place(governor):
            continue
        first = token.i
        while first > 0 and tree.tokens[first - 1].tag in {"NNP", "NNPS"} and tree.tokens[first - 1].i > token.head:
            first -= 1
        start, end = tree.tokens[first].start, token.end
        if any(start < high and low < end for low, high in covered) or not tree.text[start].isupper():
            continue
        if token.lower in force_openers() or tree.text[end : end + 4] == " of ":
            continue  # "from the Army", "to the School of Infantry"
        if end - start < 3 or tree.text[end : end + 1] == "-":
            continue
        if tree.text[start:end].isupper() or any(c.isdigit() for c in tree.text[start:end]):
            continue
        found.append(Spot(start, end, token.i, _looked_up(tree, start, end, around), "name", whole=False))
    return found


def _looked_up(tree: Tree, start: int, end: int, around: Around) -> Place:
    """The place of a name that is only looked for where grammar asks for one, if it lies where the report is set."""
    name = tree.text[start:end]
    here = narrowed(around.context, tree.text, start, end)
    for entry in ranked(name, here):
        if entry.place.country in around.countries or here.within:
            return replace(entry.place, name=name)
    return Place(name=name, type="city")


def _takes_place(governor: Token) -> bool:
    """Whether a preposition of this word leads to a place: a verb's, a force's, an event's; not "aid from"."""
    if governor.tag.startswith("VB"):
        return governor.lower != "according"
    return governor.lower in force_openers() or governor.lower in movement_nouns()


PLACE_LEADS: Final = frozenset({"in", "at", "from", "to", "near", "into", "around", "outside", "toward", "towards"})


def _qualified(tree: Tree, spots: Sequence[Spot]) -> list[Spot]:
    """Each place with the larger one that follows it taken in: "Mogadishu, Somalia", "Aba in southern Nigeria"."""
    found: list[Spot] = []
    for spot in spots:
        last = found[-1] if found else None
        if last and _owns(tree, last, spot):
            found[-1] = replace(last, nested=True)
            found.append(spot)
        elif last and last.sense == spot.sense == "name" and _qualifies(tree, last, spot):
            found[-1] = _placed_in(tree, last, spot)
            found.append(replace(spot, nested=True))
        else:
            found.append(spot)
    return found


def _owns(tree: Tree, outer: Spot, inner: Spot) -> bool:
    """Whether OUTER only says whose INNER is: "Turkey's Incirlik Air Base"."""
    own = outer.place.type == "country" and outer.place.country == inner.place.country and inner.sense == "name"
    return own and OWNED.fullmatch(tree.text[outer.end : inner.start]) is not None


OWNED: Final = re.compile(r"(?:'s|’s|'|’)\s(?:\w+,?\s){0,2}")


def _fleets(tree: Tree) -> list[Spot]:
    """The fleets of a list that names the word once: "the U.S. 3rd, 5th and 7th Fleet areas of operations"."""
    found = []
    for match in FLEETS.finditer(tree.text) if " Fleet" in tree.text else ():
        head = next((tree.at(n.start()) for n in ORDINAL.finditer(tree.text, match.start(), match.end())), None)
        for number in ORDINAL.finditer(tree.text, match.start(), match.end()):
            entries = next((m.entries for m in find(f"{number[0]} Fleet")), ())
            if entries and head is not None:
                found.append(Spot(number.start(), number.end(), head.i, entries[0].place, "name"))
    return found


ORDINAL: Final = re.compile(r"\b\d+(?:st|nd|rd|th)\b")
FLEETS: Final = re.compile(r"(?:U\.S\. )?(?:\d+(?:st|nd|rd|th)(?:, and |, | and )){1,4}\d+(?:st|nd|rd|th) Fleets?\b")


def _qualifies(tree: Tree, inner: Spot, outer: Spot) -> bool:
    """Whether OUTER says where INNER lies."""
    between = tree.text[inner.end : outer.start]
    if inner.place.type == "country" or outer.place.type in {"sea", "base"}:
        return False
    if between == ", ":
        return (
            outer.place.type in {"admin", "country", "region"}
            and inner.place.type in {"city", "base", "admin", "border"}
            and (inner.place.country in {None, outer.place.country} or inner.place.type != "admin")
        )
    return (
        bool(re.fullmatch(r",? (?:in|on|of)(?: (?:the|what is now))?(?: \w+)? ", between))
        and inner.place.type != "region"
    )


def _placed_in(tree: Tree, inner: Spot, outer: Spot) -> Spot:
    """INNER in OUTER's country, as the meaning of its name that lies there where one does."""
    if outer.place.country is None or inner.place.country == outer.place.country:
        return inner
    name = tree.text[inner.start : inner.end]
    for match in find(name):
        for entry in match.entries:
            if entry.place.country == outer.place.country and entry.sense == "name":
                return replace(inner, place=entry.place)
    bare = Place(name=inner.place.name, type=inner.place.type, country=outer.place.country)
    return replace(inner, place=bare)
