"""Owning: what a sentence says by its build of whose force it tells, or whose it is not."""

from typing import Final

from laydown.lexicon.verbs import movement_verbs, presence_verbs
from laydown.reading.drafting.drafts import Draft
from laydown.reading.mentions.mention import Mention
from laydown.reading.mentions.scene import Scene
from laydown.reading.mentions.spots import Spot
from laydown.reading.syntax.arguments import joined

ITS: Final = frozenset({"its", "their"})


def possessor(scene: Scene, draft: Draft) -> str | None:
    """The country that acts before "its" in the same sentence: "Burundi will send nobody: its last 960 soldiers left".

    Another clause names it as its subject; who is spoken of in between, or sends it, is another.
    """
    tree = scene.tree
    head = tree.tokens[draft.head] if draft.head is not None else None
    its = next((k for k in tree.kids(head) if k.lower in ITS), None) if head is not None else None
    if its is None:
        return None
    acting = (s for s in reversed(scene.spots) if s.end <= its.start and s.sense == "name" and not s.nested)
    nearest = next((s for s in acting if tree.tokens[s.head].dep in {"nsubj", "nsubjpass", "poss"}), None)
    return nearest.place.country if nearest is not None and nearest.place.type == "country" else None


def opened(scene: Scene) -> str | None:
    """The country with which a sentence begins whose verb the parser took for a noun: "Russia stations brigades"."""
    first = next((s for s in scene.spots if s.start == 0 and s.sense == "name" and s.place.type == "country"), None)
    if first is None:
        return None
    head = scene.tree.tokens[first.head]
    above = scene.tree.tokens[head.head]
    verbal = above.lower in presence_verbs() or above.lower in movement_verbs()
    return first.place.country if head.dep == "compound" and above.head == above.i and verbal else None


def comes(scene: Scene, draft: Draft) -> bool:
    """Whether a force comes to a place by itself, which says that it is of elsewhere: "troops arrived in Lusaka"."""
    event = scene.tree.at(draft.order - scene.offset)
    verbs = movement_verbs().get(event.lower, ()) if event is not None and event.tag.startswith("VB") else ()
    return any(v.mover == "subject" and not v.particles for v in verbs[:1])


def after_from(scene: Scene, mention: Mention) -> list[Spot]:
    """The countries after "from" on a force itself."""
    tree = scene.tree
    kids = [k for i in mention.reach for k in tree.kids(tree.tokens[i]) if k.dep == "prep" and k.lower == "from"]
    heads = {t.i for kid in kids for k in tree.kids(kid) if k.dep == "pobj" for t in joined(tree, k)}
    return [s for s in scene.spots if s.head in heads and not s.nested and s.place.type == "country"]
