"""Standing: whether a verb of standing has a force stand somewhere, and whether enough is said of that force."""

from functools import cache
from typing import Final

from laydown.lexicon.tables import cell, table
from laydown.lexicon.verbs import PresenceVerb
from laydown.reading.drafting.nations import own_nations
from laydown.reading.mentions.forces import COUNTED
from laydown.reading.mentions.mention import Mention
from laydown.reading.mentions.scene import Scene
from laydown.reading.syntax.arguments import agent
from laydown.reading.syntax.moods import Mood
from laydown.reading.text.grammar import Token, Tree

STANDING: Final = frozenset(
    {"in", "at", "on", "near", "there", "along", "around", "inside", "among", "with", "off", "across", "aboard"}
)
COMMON: Final = frozenset(
    {"have", "be", "keep", "host", "number", "conduct", "participate", "sit", "hold", "monitor", "leave", "see",
     "control", "spend"}
)  # fmt: skip
"""The verbs that say of all things where they are: only a number, a unit or a ship makes them news of a force."""
STAYS: Final = frozenset({"days", "weeks", "months", "years", "week", "month", "year"})
"""What a force spends somewhere: "has spent four months off Somalia"."""
EXCLUSIVE: Final = frozenset({"station", "deploy", "base", "serve", "garrison"})
"""The verbs that only a force takes, so that with them a bare people is one."""


def is_standing(tree: Tree, token: Token, verb: PresenceVerb, own: Mood) -> bool:
    """Whether a verb says here that a force stands: "300 soldiers held the bridge", not "are held in a prison"."""
    if verb.lemma == "leave":
        return _leaves(tree, token, own)
    if verb.lemma == "spend":
        return any(k.lower in STAYS for kid in tree.kids(token) for k in (kid, *tree.kids(kid)))
    if verb.who == "ground":
        what = (k for k in tree.kids(token) if k.dep == "dobj")
        return not own.passive and any(k.lower in ground() or k.tag == "NNP" for k in what)
    return not own.passive or verb.who != "subject" or verb.lemma == "number"


def _leaves(tree: Tree, token: Token, own: Mood) -> bool:
    """Whether somebody is left somewhere: "were left at Gao", "those left in Gao", "left 300 soldiers in Gao"."""
    if own.passive:
        return agent(tree, token) is None
    leads = {k.lower for k in tree.kids(token) if k.dep == "prep"}
    if token.tag == "VBN":
        return token.dep == "acl" and not leads & {"for", "from", "to"}
    whom = [k for k in tree.kids(token) if k.dep == "dobj"]
    end = max((t.end for t in whom), default=0)
    after = tree.at(end + 1) if end else None
    return after is not None and after.tag == "IN" and after.lower not in {"for", "to", "from"}


@cache
def ground() -> frozenset[str]:
    """The nouns for pieces of ground: "the airport", "the line", "the base at Rota"."""
    return frozenset(word for row in table("bars") if row["group"] == "ground" for word in cell(row, "words"))


def is_asserted(scene: Scene, mover: Mention, verb: PresenceVerb, *, negative: bool, by: Token | None) -> bool:
    """Whether enough is said of a force to count it as standing: a number, a unit or a nation (annotation rule 9)."""
    owned = bool(own_nations(scene, mover))
    if mover.sort == "presence" or (mover.weak and not owned and by is None and mover.quantity is None):
        return False
    if negative:
        return True
    if mover.sort in COUNTED and not (mover.sort == "ranks" and owned):
        return verb.lemma in EXCLUSIVE
    if mover.quantity is not None or mover.units:
        return True
    return (owned and verb.lemma not in COMMON) or (_is_unit(scene, mover) and (owned or by is not None))


def _is_unit(scene: Scene, mover: Mention) -> bool:
    """Whether a force is one unit, which needs no number: "a Danish battalion", not "Danish units"."""
    one = scene.tree.tokens[mover.head].tag in {"NN", "NNP"}
    return one and mover.sort == "body" and mover.category in {"unit", "air_defence", "ship"} and not mover.modifies


def has_place(tree: Tree, token: Token) -> bool:
    """Whether being is standing, for it has a place after it: "are in Gao", "are on the ground"."""
    return any(k.dep in {"prep", "advmod"} and k.lower in STANDING for k in tree.kids(token))
