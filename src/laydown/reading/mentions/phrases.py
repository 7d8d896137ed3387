"""Phrases of a speaker: how far the words reach that name who speaks, and the organisation or country among them."""

import re
from typing import Final, TypedDict

from laydown.lexicon.gazetteer import country
from laydown.reading.mentions.scene import Scene
from laydown.reading.text.grammar import Token, Tree

GOVERNMENT: Final = re.compile(
    r"\b(?:[Gg]overnment|[Mm]inistry|MoD|[Dd]epartment|[Pp]arliament|[Ss]enate|[Cc]ongress|[Cc]abinet|[Pp]residency"
    r"|[Aa]rmy|[Mm]ilitary|[Nn]avy|[Aa]ir [Ff]orce|[Aa]rmed [Ff]orces|[Cc]ommand|[Gg]eneral [Ss]taff"
    r"|[Cc]ouncil|[Cc]oalition|[Aa]dministration|[Ee]mbassy|[Mm]ission|[Aa]gency|[Oo]ffice)\b"
)
INSIDE: Final = frozenset({"at", "within", "inside"})


def phrase_of(scene: Scene, token: Token) -> tuple[int, int]:
    """The stretch of the speaker's phrase: the subtree of TOKEN without its relative clauses."""
    tree = scene.tree
    keep = tree.phrase(token, names_speaker)
    first = min(keep, key=lambda t: t.i)
    while first.i and (tree.tokens[first.i - 1].tag in {"NNP", "NNPS", "HYPH"} or tree.tokens[first.i - 1].text == "-"):
        first = tree.tokens[first.i - 1]
    return first.start, max(*(t.end for t in keep), *_office(tree, token))


def _office(tree: Tree, token: Token) -> list[int]:
    """Where the office ends at which somebody works: "officials at the defence ministry", no "colonel at the base"."""
    leads = [k for k in tree.kids(token) if k.dep == "prep" and k.lower in INSIDE]
    ends = [(lead.start, tree.subtree(lead)[-1].end) for lead in leads]
    return [0, *(end for start, end in ends if GOVERNMENT.search(tree.text, start, end))]


def names_speaker(word: Token, _head: Token) -> bool:
    """Whether a word below a speaker's noun goes on naming the speaker."""
    if word.dep == "prep":
        return word.lower in {"of", "for", "in"}
    return word.dep not in {"relcl", "acl", "advcl", "punct", "conj", "cc", "ccomp", "parataxis"}


class Of(TypedDict):
    """The organisation and the country of a speaker."""

    organization: str | None
    country: str | None


def organization_in(scene: Scene, start: int, end: int) -> Of:
    """The organisation in a phrase and its country; failing that the country a nationality names."""
    inside = [o.organization for o in scene.organizations if start <= o.start and o.end <= end]
    named = (s for s in scene.spots if s.sense != "recall")  # an officer at "the base" may be from anywhere
    spots = [s for s in named if start <= s.start and s.end <= end and s.place.country]
    nation = spots[0].place.country if spots else None
    if not inside:
        return Of(organization=None, country=nation)
    own = inside[0]
    code = own.nation if own.kind != "nonstate" and country(own.nation) is not None else None
    return Of(organization=own.name, country=code or nation)
