"""Forces: the nouns of a sentence that troops, ships and weapons go by, set together with number and name."""

from collections.abc import Sequence
from typing import Final

from laydown.lexicon.forces import DESIGNATOR, ForceWord, force_openers, force_words, goods_words, sport_words
from laydown.lexicon.gazetteer import meanings
from laydown.lexicon.organizations import organization
from laydown.reading.mentions.counting import counted, elliptical, part_counted
from laydown.reading.mentions.formations import with_units
from laydown.reading.mentions.mention import NOUNS, Mention, left_edge
from laydown.reading.mentions.merging import merge_appositions, merge_bodies
from laydown.reading.mentions.quantities import Count
from laydown.reading.mentions.reach import reach_of
from laydown.reading.mentions.shares import left_over, shared
from laydown.reading.mentions.sizes import sized
from laydown.reading.mentions.units import UnitName
from laydown.reading.text.grammar import Token, Tree


def find_mentions(
    tree: Tree, counts: Sequence[Count], units: Sequence[UnitName], last: Mention | None = None,
    services: Sequence[tuple[int, int]] = (), *, arms: bool = True,
) -> list[Mention]:  # fmt: skip
    """The forces that a sentence mentions, in order. Each count goes to one mention at most.

    LAST is the force that the sentence before counted: "Another 300 are expected" counts the same sort. Without ARMS
    in the report, a "carrier" is an airline and a "unit" a firm's.
    """
    nouns = [n for n in _nouns(tree, units) if n[2].company != "bars"]
    nouns = [n for n in nouns if arms or n[2].company != "needs" or _of_men(tree, n[0])]
    nouns = [n for n in nouns if not (n[2].weak and _is_civil(tree, n[0], n[2]))]
    if all(n[2].words == MEN for n in nouns) and not units and not services:
        again = () if last is None else DEFINITE
        whose = (n for n in nouns for k in tree.kids(tree.tokens[n[1]]) if k.dep == "poss" or k.lower in again)
        nouns = list(dict.fromkeys(whose))
    found: list[Mention] = []
    free = [count for count in counts if not count.money]
    for start, end, word in nouns:
        mention = counted(tree, _mention(tree, start, end, word), free)
        free = [count for count in free if count is not mention.count or mention.modifies]
        found.append(mention)
    found = [m for m in found if m.sort not in COUNTED or m.quantity is not None or _is_armed_group(tree, m)]
    found = sized(tree, part_counted(tree, found, counts), free)
    found = with_units(tree, found, units)
    found = [m for m in found if not (m.sort == "army" and m.modifies and _inside(m, services))]
    found += [counted(tree, m, free) if m.sort == "people" else m for m in _services(tree, found, services)]
    found = left_over(tree, shared(tree, elliptical(tree, found, counts, last), last), last)
    return merge_appositions(tree, merge_bodies(sorted(found, key=lambda m: m.start)))


def _of_men(tree: Tree, first: int) -> bool:
    """Whether the word before a noun says that it is a force's: "police units"."""
    before = tree.tokens[first - 1].lower if first else ""
    return any(word.sort in {"people", "army"} for word in force_words().get(before, ()) if len(word.words) == 1)


def _is_civil(tree: Tree, first: int, word: ForceWord) -> bool:
    """Whether a weak noun is of trade or sport: "a cocoa ship", "the squad" of a cricket match."""
    if first and tree.tokens[first - 1].lower in goods_words():
        return True
    return word.words[0].startswith("squad") and any(t.lower in sport_words() for t in tree)


def _is_armed_group(tree: Tree, mention: Mention) -> bool:
    """Whether rebels are those of a group by name, and no vague crowd: "M23 rebels"."""
    words = tree.over(mention.start, tree.tokens[mention.head].start) if mention.sort == "nationals" else ()
    groups = (organization(w.text) for w in words if w.tag in {"NNP", "NNPS"})
    return any(group is not None and group.kind == "nonstate" for group in groups)


COUNTED: Final = frozenset({"nationals", "ranks"})
"""The sorts that are a force only with a number: "150 Fijians", "200 Kenyan officers"."""


PEOPLE: Final = frozenset({"NNPS", "NNS", "NNP"})
"""The tags of a people's name."""


MEN: Final = ("men",)
"""People who are a force as somebody's, or told again: "Chad's 40 men", "the men"; not "four men left"."""


def _a_people(word: str) -> bool:
    """Whether WORD names the people of a state: "Fijians"."""
    return word[:1].isupper() and any(entry.sense == "people" for entry in meanings(word))


def _inside(mention: Mention, services: Sequence[tuple[int, int]]) -> bool:
    """Whether a mention is a word of a service's longer name: "the Army National Guard"."""
    return any(start < mention.end < end for start, end in services)


def _services(tree: Tree, found: list[Mention], services: Sequence[tuple[int, int]]) -> list[Mention]:
    """A whole service by name where no other noun counts it: "deploys the National Guard", "the IDF withdraws"."""
    own = []
    for start, end in services:
        head = tree.head_of(start, end)
        if head is None or any(m.start < end and start < m.end for m in found):
            continue
        outer = tree.tokens[head.head]
        modifies = head.dep in {"compound", "nmod", "poss"} and outer.i > head.i and outer.tag in NOUNS
        if modifies and outer.lower == "members":
            own.append(_members(tree, start, outer))
            continue
        whose = tree.tokens[outer.head]
        if outer.lower == "of" and whose.lower == "members":
            own.append(_members(tree, whose.start, whose))
            continue
        own.append(
            Mention(
                start, end, head.i, head.i, (head.i,), "personnel", "persons", "army", weak=True,
                modifies=modifies, definite=True,
            )
        )  # fmt: skip
    return own


def _members(tree: Tree, start: int, noun: Token) -> Mention:
    """The people of a service: "300 National Guard members"."""
    reach = reach_of(tree, noun)
    first = tree.at(start) or noun
    edge = tree.tokens[left_edge(tree, first)].start
    return Mention(edge, noun.end, noun.i, reach[-1], reach, "personnel", "persons", "people", weak=False)


def _nouns(tree: Tree, units: Sequence[UnitName]) -> list[tuple[int, int, ForceWord]]:
    """(first token, last token, word) of each force noun that is not inside a proper name of a unit."""
    vocabulary = force_words()
    tokens, found, skip = tree.tokens, [], 0
    for token in tokens:
        i, text = token.i, token.text
        if i >= skip and not text.isalpha() and DESIGNATOR.fullmatch(text):
            craft = _aircraft(tree, token)
            if craft is not None:
                found.append((i, craft.i, AIRCRAFT))
                skip = craft.i + 1
                continue
        if i >= skip and token.tag in PEOPLE and i and text[0].isupper() and _a_people(text):
            found.append((i, i, NATIONALS))
            continue
        if token.i < skip or token.lower not in vocabulary or _is_throng(tree, token):
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


def _aircraft(tree: Tree, designator: Token) -> Token | None:
    """What a designator ends in where it is a force by itself: its nickname, or itself where no noun follows."""
    if designator.dep == "punct" and designator.i + 1 < len(tree.tokens):
        nick = tree.tokens[designator.i + 1]  # so the parser hangs it in "a dozen A-10 Thunderbolts"
    elif designator.dep in {"compound", "nmod", "nummod", "amod"}:
        nick = tree.tokens[designator.head]
    else:
        return designator
    return nick if _is_nickname(designator, nick) else None


def _is_nickname(designator: Token, noun: Token) -> bool:
    """Whether NOUN is the name that goes with an aircraft's designator: "F-15E Strike Eagles"."""
    named = noun.text[:1].isupper() and noun.tag in {"NNP", "NNPS", "NNS"} and noun.lower not in force_words()
    return named and designator.dep in {"compound", "nmod", "punct"} and 0 < noun.i - designator.i <= 3


def _is_throng(tree: Tree, token: Token) -> bool:
    """Whether an army or a company is only many: "an army of lawyers", but not "the army of Chad"."""
    if token.lower not in THRONGS or token.i + 1 >= len(tree.tokens):
        return False
    if tree.tokens[token.i + 1].lower != "of":
        return False
    return any(k.tag == "NNS" and k.lower not in force_openers() for k in tree.kids(tree.tokens[token.i + 1]))


THRONGS: Final = frozenset({"army", "armies", "company", "companies"})
"""The bodies of troops that people of any sort make up as well: "a company of actors"."""


NATIONALS: Final = ForceWord(("nationals",), "personnel", "persons", "nationals", weak=True)
"""What a people's name counts as behind a number, beside a word that only forces take: "150 Fijians are stationed"."""


SYSTEMS: Final = frozenset({"system", "systems", "battery", "batteries", "unit", "units", "launcher", "launchers"})
"""The nouns that a weapon's name stands before: "a Terminal High Altitude Air Defense (THAAD) system"."""


AIRCRAFT: Final = ForceWord(("aircraft",), "aircraft", "aircraft", "aircraft", weak=False)
"""What a designator counts as, and "fighters" behind one: "Four Russian Su-27 fighters" are no persons."""


LINKS: Final = frozenset({"and", "on"})
"""The words inside a force's name after which it hangs by its first noun: "boots on the ground"."""


def _mention(tree: Tree, first: int, last: int, word: ForceWord) -> Mention:
    """The mention of WORD at the tokens FIRST to LAST, without its number and its names."""
    head = tree.tokens[last]
    if LINKS & {*word.words}:
        head = tree.head_of(tree.tokens[first].start, head.end) or head
    if first and DESIGNATOR.fullmatch(tree.tokens[first - 1].text):
        word = AIRCRAFT
    outer = tree.tokens[head.head]
    arms = word.sort not in {"people", "army"}  # "police units" are units
    if arms and head.dep in {"compound", "nmod"} and outer.lower in SYSTEMS and head.i < outer.i <= head.i + 5:
        head, outer = outer, tree.tokens[outer.head]
    modifies = head.dep in {"compound", "nmod", "amod"} and outer.i > head.i and outer.tag in NOUNS
    start = left_edge(tree, tree.tokens[first])
    reach = reach_of(tree, head)
    definite = any(t.lower in DEFINITE for t in tree.over(tree.tokens[start].start, head.start))
    return Mention(
        tree.tokens[start].start, head.end, head.i, reach[-1], reach, word.category, word.unit, word.sort, word.weak,
        modifies=modifies, definite=definite,
    )  # fmt: skip


DEFINITE: Final = frozenset({"the", "these", "those", "this", "that", "their", "its", "his", "our", "all"})
