"""What points back to a place named before: "the country", "there", "on the ground", "the base"."""

import re
from collections.abc import Sequence
from functools import cache

from laydown.lexicon.gazetteer import capital, country
from laydown.lexicon.verbs import movement_verbs
from laydown.model import Place
from laydown.places import Context, Home
from laydown.reading.mentions.spots import Around, Spot, place_words
from laydown.reading.text.grammar import Token, Tree


@cache
def _scenes() -> re.Pattern[str]:
    """The phrases that mean where the forces are without naming it."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, place_words('scene')))})\b")


def recalled(tree: Tree, spots: Sequence[Spot], around: Around) -> list[Spot]:
    """What the words of a sentence that point back mean: the place named last before them, or where the report is."""
    found = []
    for start, end, token, whole in _words(tree):
        phrase = end - start > len(token.text)
        named = most_named(around.context)
        subject = named[:1] if phrase or (whole and len(named) == 1) else []
        if token.lower == "here":
            place = _home(tree, token, around)
        else:
            ruled = _government(tree, spots, token) if whole and not phrase else None
            place = ruled or _last(tree, spots, token, around) or next((country(code) for code in subject), None)
            home = around.context.home
            place = place or (country(home.country) if whole and home is not None else None)
        if place is not None and not any(s.start <= token.start < s.end for s in spots):
            meant = country(place.country or "") if whole else place
            found.append(Spot(start, end, token.i, meant or place, "recall"))
    return [*found, *_kindred(tree, spots, around)]


def _kindred(tree: Tree, spots: Sequence[Spot], around: Around) -> list[Spot]:
    """What "the town" and "the province" mean, the place of that type named last; and whose seat "the capital" is."""
    found = []
    kin, seats = place_words("kin"), place_words("seat")
    for token in tree:
        kind, seat = kin.get(token.lower), token.lower in seats
        if not (kind or seat) or not _is_end(tree, token) or not _definite(tree, token):
            continue
        if any(s.start == token.end + 2 and tree.text.startswith(", ", token.end) for s in spots):
            continue  # "the capital, Port-au-Prince" is told
        if tree.tokens[token.head].lower == "over":
            continue  # "its sovereignty over the territory" says of nobody where he is
        last = _last(tree, spots, token, around)
        if seat:
            last = _capital(spots, token, last, around.context.home)
        elif last is not None and last.type != kind:
            last = None
        if last is not None and not any(s.start <= token.start < s.end for s in spots):
            found.append(Spot(token.start, token.end, token.i, last, "recall"))
    return found


def _is_end(tree: Tree, token: Token) -> bool:
    """Whether a noun is where a verb leads: behind a preposition, or what is left or entered."""
    verbs = movement_verbs().get(tree.tokens[token.head].lower, ()) if token.dep == "dobj" else ()
    return token.dep == "pobj" or any(v.object_place in {"origin", "destination"} for v in verbs)


def _capital(spots: Sequence[Spot], token: Token, last: Place | None, home: Home | None) -> Place | None:
    """Whose capital it is: that of the country spoken of last; before any is, of the dateline's.

    Written in the capital, a report means it whosever troops it names: "ACCRA (AFP) - Malian troops left the capital".
    """
    owner = last or (country(home.country) if home is not None else None)
    seat = capital(owner.country or "") if owner is not None else None
    written = last is None and home is not None and seat is not None and home.name == seat.name
    return seat if owner is not None and (written or _settled(spots, token, owner)) else None


def _settled(spots: Sequence[Spot], token: Token, last: Place) -> bool:
    """Whether no other country was spoken of since LAST: "Chadian troops left Mali for the capital" leaves it open."""
    near = [s.place.country for s in spots if s.end <= token.start and s.place.country][-1:]
    return near in ([], [last.country])


def _words(tree: Tree) -> list[tuple[int, int, Token, bool]]:
    """Start, end and head of each word that points back, and whether it means a whole country."""
    found = []
    for token in tree:
        there = token.lower in {"here", "there"} and token.dep in {"advmod", "pcomp", "pobj"}
        named = token.lower in place_words("recall") and _is_end(tree, token) and _definite(tree, token)
        post = token.lower in place_words("post") and token.dep == "pobj" and _definite(tree, token)
        if there or named or post:
            found.append((token.start, token.end, token, named))
    for match in _scenes().finditer(tree.text):
        head = tree.at(match.end() - 1)
        if head is not None and head.dep == "pobj" and not _completed(tree, head):
            found.append((match.start(), match.end(), head, True))
    return found


def _government(tree: Tree, spots: Sequence[Spot], token: Token) -> Place | None:
    """The country of those who decide about "the country": "Czech MPs let 300 soldiers into the country"."""
    for spot in spots:
        noun = tree.tokens[tree.tokens[spot.head].head]
        own = spot.sense == "adjective" and noun.dep == "nsubj" and noun.i < token.i
        if own and noun.lower in place_words("chamber"):
            return country(spot.place.country or "")
    return None


def _home(tree: Tree, token: Token, around: Around) -> Place | None:
    """The town where a report was written, which it calls "here"; in a quotation that is where somebody speaks."""
    home = around.context.home
    before = tree.text[: token.start]
    if home is None or home.lat is None or before.count("“") > before.count("”") or before.count('"') % 2:
        return None
    return Place(name=home.name, type="city", country=home.country)


def _last(tree: Tree, spots: Sequence[Spot], token: Token, around: Around) -> Place | None:
    """The place named last before TOKEN, in its sentence or before it; who acts or owns is no place."""
    before = [
        s.place for s in spots if s.end <= token.start and s.sense == "name" and s.place.country and s.head != token.i
        and not _acts(tree, s)
    ]  # fmt: skip
    subjects = [s.place for s in spots if s.end <= token.start and s.sense == "name" and s.place.type == "country"]
    if token.lower == "there":
        subjects = []  # "Chad will send soldiers there" does not mean Chad
    return before[-1] if before else around.here or next(iter(subjects), None)


def _acts(tree: Tree, spot: Spot) -> bool:
    """Whether a place acts or owns: "Chad will send", "Chad's army", "the U.S. presence there"."""
    head = tree.tokens[spot.head]
    owns = head.dep in {"compound", "nmod", "amod"} and spot.place.type == "country"
    return owns or head.dep in {"nsubj", "poss"}


def most_named(context: Context) -> list[str]:
    """The countries that a report names, the most often named first."""
    return sorted(context.countries, key=lambda code: (-context.countries[code], code))


def _definite(tree: Tree, token: Token) -> bool:
    """Whether a noun points back and nothing completes it."""
    return any(k.lower in {"the", "that", "this"} for k in tree.kids(token)) and not _completed(tree, token)


def _completed(tree: Tree, token: Token) -> bool:
    """Whether a noun has its own name: "the country of Georgia", "on the ground in Niger"."""
    if any(k.dep in {"prep", "compound", "appos"} and k.lower != "air" for k in tree.kids(token)):
        return True
    follows = tree.tokens[token.i + 1] if token.i + 1 < len(tree.tokens) else None
    leads = follows is not None and follows.lower in {"in", "at", "near"}
    return leads and any(k.dep == "pobj" and k.tag.startswith("NNP") for k in tree.kids(follows or token))
