"""Nameless speakers: papers that speak for their owners, sources close to somebody, an institution, an office."""

import re
from dataclasses import replace
from typing import Final

from laydown.lexicon.gazetteer import country
from laydown.lexicon.outlets import outlet
from laydown.lexicon.tables import of_sort
from laydown.model import Attribution
from laydown.reading.mentions.phrases import GOVERNMENT, names_speaker, organization_in
from laydown.reading.mentions.scene import Scene
from laydown.reading.text.grammar import Token

LEADING: Final = re.compile(r"^(?:[Tt]he|[Aa]n?|[Ss]ome) ")
WITHIN: Final = re.compile(r"\b(?:in|at|from|of|inside|within) ")
GIVERS: Final = frozenset({"from", "by", "of"})
THEIRS: Final = frozenset({"its", "their"})


def issuer(scene: Scene, paper: Token) -> Token | None:
    """Who speaks by a paper: "the ministry's bulletin", "a statement from the army"."""
    if paper.lower not in of_sort("papers", "issued", "figures"):
        return None
    owner = next((k for k in scene.tree.kids(paper) if k.dep == "poss"), None)
    leads = (k for k in scene.tree.kids(paper) if k.dep in {"prep", "agent"} and k.lower in GIVERS)
    ends = (k for lead in leads for k in scene.tree.kids(lead) if k.dep == "pobj")
    return owner or next((k for k in ends if k.tag.startswith("NN") and scene.spot_at(k) is None), None)


def press(scene: Scene, token: Token, start: int, end: int) -> str | None:
    """The name of the outlet that reports on its own authority (annotation rule 20): "the daily El Pais", "SANA"."""
    plain = LEADING.sub("", scene.text[start:end])
    if token.tag == "NNP" and outlet(plain) is not None:
        return plain
    words = list(scene.tree.over(start, end))
    if not any(word.lower in of_sort("papers", "press") for word in words) or not token.tag.startswith("NN"):
        return None
    names = [word for word in words if word.tag in {"NNP", "NNPS"} and scene.spot_at(word) is None]
    return scene.text[names[0].start : names[-1].end] if names else plain


def kin(scene: Scene, token: Token) -> str | None:
    """The country whose man speaks, where the sentence has just named it: "Chad has not moved; its envoy said"."""
    if not any(k.dep == "poss" and k.lower in THEIRS for k in scene.tree.kids(token)):
        return None
    named = [s for s in scene.spots if s.end <= token.start and s.sense == "name" and s.place.type == "country"]
    return named[-1].place.country if named else None


def behind(scene: Scene, token: Token) -> Attribution | None:
    """Whom nameless sources are close to: "sources close to the presidency" are its own (annotation rule 20)."""
    tree = scene.tree
    near = (k for k in tree.kids(token) if k.lower == "close") if token.lower in {"source", "sources"} else ()
    leads = (k for kid in near for k in tree.kids(kid) if k.lower == "to")
    whom = next((k for lead in leads for k in tree.kids(lead) if k.dep == "pobj"), None)
    if whom is None:
        return None
    words = tree.phrase(whom, names_speaker)
    start, end = min(t.start for t in words), max(t.end for t in words)
    found = Attribution(anonymous=True, **organization_in(scene, start, end))
    return unnamed(found, scene.text[start:end]) if found.organization is None else found


def unnamed(found: Attribution, words: str) -> Attribution:
    """A speaker without a name: an institution, or people of one ("U.S. officials": the United States, anonymous)."""
    plain = LEADING.sub("", words)
    place = country(found.country) if found.country else None
    institution = GOVERNMENT.search(words) is not None
    organization = found.organization or (_within(plain, found) if institution else None)
    anonymous = found.anonymous or (found.role is None and organization is None)
    if organization is None:
        organization = place.name if place is not None else plain
    return replace(found, organization=organization, anonymous=anonymous)


def _within(plain: str, found: Attribution) -> str:
    """The institution that nameless people are in: "two officers in the president's office" speak for the office."""
    inside = WITHIN.search(plain) if found.anonymous else None
    office = LEADING.sub("", plain[inside.end() :]) if inside is not None else ""
    return office if GOVERNMENT.search(office) else plain
