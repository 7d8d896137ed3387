"""Formations: proper names joined to the forces beside them, or forces of their own."""

from collections.abc import Sequence
from dataclasses import replace

from laydown.reading.mentions.mention import NOUNS, Mention, left_edge
from laydown.reading.mentions.reach import reach_of
from laydown.reading.mentions.units import UnitName
from laydown.reading.text.grammar import Tree


def with_units(tree: Tree, mentions: list[Mention], units: Sequence[UnitName]) -> list[Mention]:
    """Units in apposition or behind "from the" join the mention beside them; the others are mentions of their own."""
    found = list(mentions)
    owner: Mention | None = None
    for unit in units:
        last = owner.units[-1] if owner and owner.units else None
        if owner is None or last is None or not _listed(tree.text[last.end : unit.start]):
            owner = next((m for m in found if _holds(tree, m, unit)), None)
        if owner is None:
            owner = _own_mention(tree, unit)
            if owner is not None:
                found.append(owner)
            continue
        head = tree.head_of(unit.start, unit.end)
        reach = (*owner.reach, head.i) if head and unit.category == "ship" else owner.reach
        start, end = min(owner.start, unit.start), max(owner.end, unit.end)
        widened = replace(owner, units=(*owner.units, unit), start=start, end=end, reach=reach)
        found[found.index(owner)] = widened
        owner = widened
    return _coordinated(tree, sorted(found, key=lambda m: m.start))


def _own_mention(tree: Tree, unit: UnitName) -> Mention | None:
    """A formation as a force of its own."""
    head = tree.head_of(unit.start, unit.end)
    if head is None:
        return None
    outer = tree.tokens[head.head]
    modifies = head.dep in {"compound", "nmod"} and outer.i > head.i and outer.tag in NOUNS
    reach = reach_of(tree, head)
    sort = unit.category if unit.category in {"ship", "aircraft"} else "body"
    first = tree.at(unit.start)
    start = tree.tokens[left_edge(tree, first)].start if first is not None else unit.start
    return Mention(
        start, unit.end, head.i, reach[-1], reach, unit.category, f"{unit.category}s", sort, weak=False,
        units=(unit,), modifies=modifies, definite=True,
    )  # fmt: skip


def _coordinated(tree: Tree, mentions: list[Mention]) -> list[Mention]:
    """One mention for "4,000 Sailors and Marines", and one for a list of ships by name."""
    found: list[Mention] = []
    for mention in mentions:
        last = found[-1] if found else None
        between = tree.text[last.end : mention.start] if last else ""
        people = last is not None and last.sort == mention.sort == "people" and mention.quantity is None
        if (last and people and between == " and " and mention.head == mention.top and not mention.definite) or (
            last and last.category == mention.category == "ship" and last.units and mention.units and _listed(between)
        ):
            found[-1] = replace(
                last,
                end=mention.end,
                weak=last.weak and mention.weak,
                units=(*last.units, *mention.units),
                reach=(*last.reach, *mention.reach),
            )
        else:
            found.append(mention)
    return found


def _listed(between: str) -> bool:
    """Whether nothing but list words stands between two names: ", " or " and the "."""
    words = between.replace(",", " ").replace(";", " ").split()
    return len(words) <= 4 and all(
        w.lower() in {"and", "the", "its", "embarked"} or w.endswith("-class") for w in words
    )


def _holds(tree: Tree, mention: Mention, unit: UnitName) -> bool:
    """Whether UNIT is whose MENTION is: named inside it, right before it, or behind "from the"."""
    if mention.start <= unit.start and unit.end <= mention.end:
        return True
    if unit.start >= mention.end:
        words = tree.text[mention.end : unit.start].lower().replace(",", " ").split()
        if not words:
            return mention.sort == unit.category == "ship"
        joins = {"from", "of", "with", "belonging", "assigned", "in"}
        return len(words) <= 5 and words[0] in joins and words[-1] in joins | {"the", "its", "army", "army's", "to"}
    after = tree.text[unit.end : mention.start]
    return unit.end <= mention.start and after.strip() in {"", "of", "'s", "’s"}
