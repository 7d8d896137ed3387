"""Mentions of forces in a parsed sentence: the noun, its number, its nation's words and its formations."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from laydown.lexicon.forces import DESIGNATOR, ForceWord, force_words, partitives
from laydown.lexicon.gazetteer import meanings
from laydown.model import Category, Quantity
from laydown.reading.grammar import Token, Tree
from laydown.reading.quantities import Count
from laydown.reading.units import UnitName

MODIFIERS: Final = frozenset(
    {
        "JJ",
        "JJR",
        "JJS",
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "VBN",
        "VBG",
        "HYPH",
        "POS",
        "DT",
        "PRP$",
        "CD",
        "''",
        "``",
        "AFX",
        "RB",
    }
)
SINGLE: Final = frozenset({"weapon", "ship", "aircraft"})
NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A force in a sentence. `top` is the index of the token by which the whole phrase hangs in the tree;
    `reach` lists the tokens through which it can be met from above ("a total of 8,500 troops": troops, total).
    """

    start: int
    end: int
    head: int
    top: int
    reach: tuple[int, ...]
    category: Category
    unit: str
    sort: str
    weak: bool
    quantity: Quantity | None = None
    count: Count | None = None
    additional: tuple[int, int] | None = None
    units: tuple[UnitName, ...] = ()
    modifies: bool = False
    definite: bool = False


def find_mentions(
    tree: Tree, counts: Sequence[Count], units: Sequence[UnitName], last: Mention | None = None,
    services: Sequence[tuple[int, int]] = (),
) -> list[Mention]:  # fmt: skip
    """The forces that a sentence mentions, in order. Each count goes to one mention at most.

    LAST is the force that the sentence before counted: "Another 300 are expected" counts the same sort.
    """
    nouns = _nouns(tree, units)
    found: list[Mention] = []
    free = [count for count in counts if not count.money]
    for first, last, word in nouns:
        mention = _counted(tree, _mention(tree, first, last, word), free)
        free = [count for count in free if count is not mention.count or mention.modifies]
        found.append(mention)
    found = [m for m in found if m.sort != "nationals" or m.quantity is not None]
    found = _with_units(tree, found, units)
    found += _services(tree, found, services)
    found = _elliptical(tree, found, counts, last)
    return _merge_bodies(tree, sorted(found, key=lambda m: m.start))


def _a_people(word: str) -> bool:
    return word[:1].isupper() and any(entry.sense == "people" for entry in meanings(word))


def _services(tree: Tree, found: list[Mention], services: Sequence[tuple[int, int]]) -> list[Mention]:
    """A whole service by name where no other noun counts it: "deploys the National Guard", "the IDF withdraws"."""
    own = []
    for start, end in services:
        head = tree.head_of(start, end)
        if head is None or any(m.start < end and start < m.end for m in found):
            continue
        outer = tree.tokens[head.head]
        modifies = head.dep in {"compound", "nmod", "poss"} and outer.i > head.i and outer.tag in NOUNS
        own.append(
            Mention(
                start,
                end,
                head.i,
                head.i,
                (head.i,),
                "personnel",
                "persons",
                "army",
                True,
                modifies=modifies,
                definite=True,
            )
        )
    return own


def _nouns(tree: Tree, units: Sequence[UnitName]) -> list[tuple[int, int, ForceWord]]:
    """(first token, last token, word) of each force noun that is not inside a proper name of a unit."""
    vocabulary = force_words()
    tokens, found, skip = tree.tokens, [], 0
    for token in tokens:
        if (
            token.i >= skip
            and DESIGNATOR.fullmatch(token.text)
            and token.dep not in {"compound", "nmod", "nummod", "amod"}
        ):
            found.append((token.i, token.i, AIRCRAFT))
            continue
        if token.i >= skip and token.tag in {"NNPS", "NNS", "NNP"} and token.i and _a_people(token.text):
            found.append((token.i, token.i, NATIONALS))
            continue
        if token.i < skip or token.lower not in vocabulary:
            continue
        for word in vocabulary[token.lower]:
            last = token.i + len(word.words) - 1
            if last < len(tokens) and all(tokens[token.i + k].lower == w for k, w in enumerate(word.words)):
                if tokens[last].tag in NOUNS or word.words[-1] == "of":
                    found.append((token.i, last - (word.words[-1] == "of"), word))
                    skip = last + 1
                break
    spans = [(unit.start, unit.end) for unit in units]
    return [n for n in found if not any(s <= tokens[n[0]].start and tokens[n[1]].end <= e for s, e in spans)]


NATIONALS: Final = ForceWord(("nationals",), "personnel", "persons", "nationals", weak=True)
"""What a people's name counts as behind a number, beside a word that only forces take: "150 Fijians are stationed"."""

SYSTEMS: Final = frozenset({"system", "systems", "battery", "batteries", "unit", "units", "launcher", "launchers"})
"""The nouns that a weapon's name stands before: "a Terminal High Altitude Air Defense (THAAD) system"."""

AIRCRAFT: Final = ForceWord(("aircraft",), "aircraft", "aircraft", "aircraft", weak=False)
"""What a designator counts as, and "fighters" behind one: "Four Russian Su-27 fighters" are no persons."""


def _mention(tree: Tree, first: int, last: int, word: ForceWord) -> Mention:
    head = tree.tokens[last]
    if first and DESIGNATOR.fullmatch(tree.tokens[first - 1].text):
        word = AIRCRAFT
    outer = tree.tokens[head.head]
    if head.dep in {"compound", "nmod"} and outer.lower in SYSTEMS and head.i < outer.i <= head.i + 5:
        head, outer = outer, tree.tokens[outer.head]
    modifies = head.dep in {"compound", "nmod", "amod"} and outer.i > head.i and outer.tag in NOUNS
    start = _left_edge(tree, tree.tokens[first])
    reach = _reach(tree, head)
    definite = any(t.lower in DEFINITE for t in tree.over(tree.tokens[start].start, head.start))
    return Mention(
        tree.tokens[start].start, head.end, head.i, reach[-1], reach, word.category, word.unit, word.sort, word.weak,
        modifies=modifies, definite=definite,
    )  # fmt: skip


DEFINITE: Final = frozenset({"the", "these", "those", "this", "that", "their", "its", "his", "our", "all"})


def _left_edge(tree: Tree, token: Token) -> int:
    """The first token of the run of modifiers that ends in TOKEN."""
    i = token.i
    while i > 0:
        left = tree.tokens[i - 1]
        if left.tag not in MODIFIERS or left.dep in {"nsubj", "nsubjpass", "ROOT", "dobj", "pobj", "aux"}:
            if not (left.tag == "CD" and left.dep in {"nummod", "compound"}):
                break
        if left.tag.startswith("VB") and left.dep not in {"amod", "compound"}:
            break
        if left.dep == "advmod" and tree.tokens[i].tag != "CD":
            break
        if left.lower in {"that", "as", "ago", "today", "yesterday"}:
            break
        i -= 1
    return i


def _reach(tree: Tree, head: Token) -> tuple[int, ...]:
    """HEAD and the partitive nouns above it: "thousands of soldiers" is met at "thousands" too."""
    found = [head.i]
    here = head
    while here.dep in {"pobj", "nummod", "quantmod", "dobj", "attr", "conj", "appos"}:
        above = tree.tokens[here.head]
        if here.dep in {"nummod", "quantmod"}:
            break
        if here.dep in {"conj", "appos"}:
            if above.i in found or above.tag not in NOUNS | {"CD"}:
                break
            here = above
            if _lists(tree, here):
                continue
            break
        if above.lower in partitives("v") and above.dep in {"acl", "prep", "relcl"}:
            noun = tree.tokens[above.head]
        elif above.tag == "IN" and above.lower in {"of", "in", "with"} and above.head != above.i:
            noun = tree.tokens[above.head]
            if noun.lower in partitives("v") and noun.dep in {"acl", "relcl", "advcl"}:
                noun = _listed_by(tree, noun)
            elif above.lower != "of":
                break
        else:
            break
        if noun.tag not in {*NOUNS, "CD", "DT", "JJ"} or not _is_partitive(tree, noun):
            break
        found.append(noun.i)
        here = noun
    return tuple(found)


def _listed_by(tree: Tree, verb: Token) -> Token:
    """The noun whose parts VERB lists: "five brigades, consisting of thousands of soldiers"."""
    if verb.dep != "advcl":
        return tree.tokens[verb.head]
    left = [t for t in tree.tokens[max(0, verb.i - 3) : verb.i] if t.tag in NOUNS]
    return left[-1] if left else verb


def _lists(tree: Tree, token: Token) -> bool:
    return token.dep == "pobj"


def _is_partitive(tree: Tree, noun: Token) -> bool:
    if noun.tag == "CD" or noun.lower in partitives("n"):
        return True
    return any(word.sort in {"body", "mass"} for word in force_words().get(noun.lower, ()))


def _counted(tree: Tree, mention: Mention, counts: Sequence[Count]) -> Mention:
    """MENTION with the count that stands before its noun with only modifiers between."""
    best: Count | None = None
    for count in counts:
        if count.money or count.end > tree.tokens[mention.head].start or count.core < 0:
            continue
        between = tree.over(count.end, tree.tokens[mention.head].start)
        if all(t.tag in MODIFIERS or t.lower in {"of", ",", "/", "and"} for t in between) and len(between) <= 9:
            if any(t.lower in force_words() and t.dep not in {"compound", "amod", "nmod"} for t in between):
                continue
            if sum(t.lower == "and" for t in between) > 1:
                continue
            best = count
    start = mention.start
    if best is not None:
        quantity = replace(best.quantity, unit=mention.unit)
        return replace(mention, start=min(start, best.start), quantity=quantity, count=best, additional=best.additional)
    extra = _additional(tree, mention)
    if mention.sort in SINGLE and _is_one(tree, mention):
        words = tree.text[mention.start : mention.end]
        one = Quantity(value=1, low=1, high=1, hedge="exact", unit=mention.unit, text=words)
        return replace(mention, quantity=one, additional=extra)
    return replace(mention, additional=extra)


def _additional(tree: Tree, mention: Mention) -> tuple[int, int] | None:
    for token in tree.over(mention.start, mention.end):
        if token.lower in {"additional", "more", "further", "extra", "new", "another", "fresh", "second"}:
            return token.start, token.end
    return None


def _is_one(tree: Tree, mention: Mention) -> bool:
    if tree.tokens[mention.head].tag not in {"NN", "NNP"}:
        return False
    return any(t.lower in {"a", "an", "another", "one"} for t in tree.over(mention.start, mention.end))


def _with_units(tree: Tree, mentions: list[Mention], units: Sequence[UnitName]) -> list[Mention]:
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
    head = tree.head_of(unit.start, unit.end)
    if head is None:
        return None
    outer = tree.tokens[head.head]
    modifies = head.dep in {"compound", "nmod"} and outer.i > head.i and outer.tag in NOUNS
    reach = _reach(tree, head)
    sort = unit.category if unit.category in {"ship", "aircraft"} else "body"
    first = tree.at(unit.start)
    start = tree.tokens[_left_edge(tree, first)].start if first is not None else unit.start
    return Mention(
        start, unit.end, head.i, reach[-1], reach, unit.category, f"{unit.category}s", sort, False,
        units=(unit,), modifies=modifies, definite=True,
    )  # fmt: skip


def _coordinated(tree: Tree, mentions: list[Mention]) -> list[Mention]:
    """ "4,000 Sailors and Marines" is one force; so is a list of ships by name."""
    found: list[Mention] = []
    for mention in mentions:
        last = found[-1] if found else None
        between = tree.text[last.end : mention.start] if last else ""
        people = last is not None and last.sort == mention.sort == "people" and mention.quantity is None
        if (last and people and between == " and " and mention.head == mention.top and not mention.definite) or (
            last and last.category == mention.category == "ship" and last.units and mention.units and _listed(between)
        ):
            found[-1] = replace(
                last, end=mention.end, units=(*last.units, *mention.units), reach=(*last.reach, *mention.reach)
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


def _elliptical(tree: Tree, mentions: list[Mention], counts: Sequence[Count], last: Mention | None) -> list[Mention]:
    """A bare number that stands for the force named before it: "1,700 will go to Poland and 300 to Germany"."""
    if not mentions and last is None:
        return mentions
    used = {id(m.count) for m in mentions if m.count}
    found = list(mentions)
    for count in counts:
        if count.money or id(count) in used or count.core in {m.start for m in mentions}:
            continue
        token = tree.head_of(count.core, count.core_end)
        if (
            token is None
            or token.tag not in {"CD", "NNS", "NN"}
            or token.dep in {"nummod", "quantmod", "compound", "npadvmod", "appos"}
        ):
            continue
        if token.dep == "pobj" and tree.tokens[token.head].lower not in {"of", "with", "by", "to", "from", "at"}:
            continue
        if _counts_others(tree, token):
            continue
        model = next((m for m in reversed(mentions) if m.start < count.start), mentions[0] if mentions else last)
        if not mentions and token.dep not in {"nsubj", "nsubjpass"}:
            continue
        if model is None or model.sort not in {"people", "ship", "aircraft", "vehicle"}:
            continue
        reach = _reach(tree, token)
        found.append(
            Mention(count.start, count.end, token.i, reach[-1], reach, model.category, model.unit, "ellipsis", False,
                    replace(count.quantity, unit=model.unit), count, count.additional)
        )  # fmt: skip
    return found


def _counts_others(tree: Tree, token: Token) -> bool:
    """Whether a number says itself what it counts: "thousands of people", "767 passengers"."""
    after = tree.tokens[token.i + 1] if token.i + 1 < len(tree.tokens) else None
    return any(k.dep == "prep" and k.lower == "of" for k in tree.kids(token)) or (
        after is not None and after.tag in NOUNS and after.head == token.i
    )


def _merge_bodies(tree: Tree, mentions: list[Mention]) -> list[Mention]:
    """ "A brigade of 30 soldiers" is one force of 30 persons: the inner mention stands for both."""
    merged: list[Mention] = []
    for mention in mentions:
        outer = next((m for m in merged if m.head in mention.reach[1:] and m.sort in {"body", "mass"}), None)
        if outer is None:
            merged.append(mention)
            continue
        if mention.sort == "army":
            # "two battalions of the Kenya Army": the service says whose they are
            merged[merged.index(outer)] = replace(outer, end=max(outer.end, mention.end))
            continue
        merged[merged.index(outer)] = replace(
            mention, start=outer.start, units=(*outer.units, *mention.units),
            additional=mention.additional or outer.additional, modifies=outer.modifies,
        )  # fmt: skip
    return merged


def under(mentions: Iterable[Mention], token: Token) -> list[Mention]:
    """The mentions that can be met at TOKEN."""
    return [m for m in mentions if token.i in m.reach]
