"""Tours: where a force comes back from that returns after a deployment, a tour or months somewhere."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from laydown.lexicon.tables import cell, table
from laydown.lexicon.verbs import movement_nouns, stances
from laydown.reading.claims.events import Event
from laydown.reading.claims.movers import terms
from laydown.reading.mentions.scene import Scene
from laydown.reading.mentions.spots import Spot
from laydown.reading.syntax.ways import ways
from laydown.reading.text.grammar import Token, Tree

AFTER: Final = frozenset({"after", "following"})


def toured(scene: Scene, event: Event) -> list[Spot]:
    """Where a returning force has been: "returned to Brest after seven months in the Gulf", "... a tour of Chad"."""
    if event.nominal or (event.verb.action != "return" and event.verb.lemma != "arrive"):
        return []
    for noun in _tours(scene.tree, event):
        found = ways(scene, noun, [])
        spots = found.destination or found.inner
        if spots:
            return spots
    return []


def _tours(tree: Tree, event: Event) -> Iterator[Token]:
    """The nouns of the time away: behind "after" or "following", or what the verb above says is over."""
    for lead in tree.tokens[event.token.i :]:
        if lead.lower in AFTER and lead.dep == "prep" and any(t.i == event.token.i for t in tree.climb(lead)):
            yield from (k for k in tree.kids(lead) if k.dep == "pobj" and _is_tour(k, lengths=True))
    above = tree.tokens[event.token.head]
    if event.token.dep == "advcl" and event.token.tag == "VBG" and stances().get((above.lower, "v")) == "complete":
        yield from (k for k in tree.kids(above) if k.dep == "dobj" and _is_tour(k, lengths=False))


def _is_tour(noun: Token, *, lengths: bool) -> bool:
    """Whether a noun is a time away: a deployment, a tour, or a length of time where LENGTHS count."""
    sent = any(v.action in {"deploy", "rotate"} and not v.particles for v in movement_nouns().get(noun.lower, ()))
    return sent or noun.lower in terms() or (lengths and noun.lower in _lengths())


@cache
def _lengths() -> frozenset[str]:
    return frozenset(word for row in table("time_words") if row["group"] == "unit" for word in cell(row, "words"))
