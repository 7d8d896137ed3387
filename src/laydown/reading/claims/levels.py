"""Levels: "brings the total to 5,500" and "cut its contingent from 15,000 to 5,000" say how many stand somewhere."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from laydown.lexicon.forces import force_words, partitives
from laydown.lexicon.tables import of_sort
from laydown.model import Place, Status
from laydown.reading.claims.ends import unique
from laydown.reading.claims.events import AHEAD, NOW
from laydown.reading.claims.planned import reached
from laydown.reading.claims.sums import deed_of, total
from laydown.reading.drafting.drafts import Draft
from laydown.reading.drafting.filling import open_draft, put_force, put_places
from laydown.reading.drafting.nations import own_nations, owner_at
from laydown.reading.drafting.story import Story
from laydown.reading.mentions.mention import Mention
from laydown.reading.mentions.quantities import Count
from laydown.reading.mentions.scene import Scene
from laydown.reading.syntax.arguments import HELD, subject
from laydown.reading.syntax.moods import mood
from laydown.reading.syntax.ways import ways
from laydown.reading.text.grammar import Token

BEFORE: Final = re.compile(r"\b(?:up|down) from (?:(?:the|a|its|their) )?$", re.IGNORECASE)
"""What stands before the level that there was: "1,500 soldiers, up from 900 a year ago"."""
PRESENT_LEVEL: Final = re.compile(
    r"(?:(?:the|its|their|a) )?(?:current|present|existing|initial|original|previous|former) $"
)
"""What may stand between "from" and the level that there is: "from the current 900"."""
ENDURED: Final = frozenset({"stood", "remained", "peaked", "kept"})
"""The verbs of rest in the past: "stood at 900" is over, what somebody "put at 900" is not."""
TOTAL: Final = re.compile(r"\btotal(?: \w+)? of (?:about |some |nearly |over )?$", re.IGNORECASE)
"""What stands before the sum that a movement makes up: "that creates a total force of 1,300"."""
TELLERS: Final = frozenset({"that", "this", "which", "it"})
"""The subjects by which a sum points back to the movement before it."""
LEVELS_TOLD: Final = {
    "from": "“{}” changes a level: what it starts from is {}",
    "before": "“{}” tells what the level was before: {}",
    "to": "“{}” brings the sum to this level: {}",
    "of": "“{}” makes up this sum: {}",
    "at": "“{}” leaves the level where it is: {}",
}
"""What the end of a change says of the level there, in words."""
PASSING: Final = frozenset({"above", "beyond", "past", "below", "over", "under"})
"""The prepositions of a level that is passed."""
BODIES: Final = frozenset({"mission", "operation", "missions"})
"""The nouns of what many nations make up: its level is not of the nation that was told to come last."""
STATE: Final = 2
"""The letters of a state's code."""
CHANGE: Final = re.compile(r"(?: [a-z]+){0,4} to ")
COUNTING: Final = re.compile(r" the [a-z]+ of(?: [a-z]+)? ")
"""What leads from a level to the force that it is of: "brings to 5,000 the number of Ugandan soldiers"."""
COUNTED: Final = frozenset({"ship", "aircraft", "vehicle", "people"})


@cache
def _words(sort: str) -> frozenset[str]:
    return of_sort("level_words", sort)


def read_levels(scene: Scene, story: Story, moves: list[Draft]) -> Iterator[Draft]:
    """The levels of a sentence: the old one of a change that is still to come, the new one of a sum that is told."""
    counts = [c for c in scene.counts if not c.money]
    for index, count in enumerate(counts):
        end = _end(scene, counts, index)
        verb = _verb(scene, count, end) if end is not None and not _of_others(scene, count) else None
        if end is None or verb is None:
            continue
        if end == "of" and not _points_back(scene, verb):
            continue
        deed = deed_of(scene, verb) if end == "to" else None
        if deed is not None and moves:
            yield from total(scene, moves, count, deed)
        elif end in {"from", "before"} or (verb.tag.startswith("VB") and _sums(scene, verb)):
            old = list(_level(scene, story, moves, count, verb, end))
            yield from old
            if end == "from":
                yield from reached(scene, old, counts[index + 1], verb)


def _points_back(scene: Scene, verb: Token) -> bool:
    """Whether the subject of VERB is the movement before it: "this makes a total of 1,300"."""
    who = subject(scene.tree, verb, 0)
    return who is not None and who.lower in TELLERS


def resting_verbs(scene: Scene) -> set[int]:
    """The verbs that say at what number a force stands: "put the number of troops at 900" moves nobody."""
    counts = [c for c in scene.counts if not c.money and scene.text[: c.start].endswith(" at ")]
    verbs = (_verb(scene, count, "at") for count in counts)
    return {verb.i for verb in verbs if verb is not None and _sums(scene, verb)}


def _end(scene: Scene, counts: list[Count], index: int) -> str | None:
    """Whether a number is the "from" or the "to" of a change, what was "before", what stands "at"; else None.

    The "to" after a "from" is told by that one.
    """
    count = counts[index]
    before = PRESENT_LEVEL.sub("", scene.text[max(0, count.start - 24) : count.start].lower())
    changes = index + 1 < len(counts) and CHANGE.fullmatch(scene.text[count.end : counts[index + 1].start])
    if not changes and BEFORE.search(scene.text, 0, count.start):
        return "before"
    if before.endswith(" at "):
        return "at"
    if before.endswith("from "):
        return "from" if changes else None
    if TOTAL.search(scene.text, 0, count.core):
        return "of"
    if before.endswith("to ") and not (index and _range(scene, counts[index - 1], count)):
        return "to"
    return "to" if _is_passed(scene, count) else None


def _is_passed(scene: Scene, count: Count) -> bool:
    """Whether a level passes a number: "lifted the strength of the force above 1,000"."""
    token = scene.tree.head_of(count.core, count.core_end)
    lead = scene.tree.tokens[token.head] if token is not None and token.dep == "pobj" else None
    return lead is not None and lead.dep == "prep" and lead.lower in PASSING


def _range(scene: Scene, first: Count, later: Count) -> bool:
    return (
        PRESENT_LEVEL.sub("", scene.text[max(0, first.start - 24) : first.start].lower()).endswith("from ")
        and later.start - first.end < 40
    )


def _of_others(scene: Scene, count: Count) -> bool:
    """Whether a number counts people or things that are no force: "help for tens of thousands of refugees"."""
    tree = scene.tree
    token = tree.head_of(count.core, count.core_end)
    if token is None:
        return False
    noun: Token | None = tree.tokens[token.head] if token.dep == "nummod" else token
    while noun is not None and noun.lower in partitives("n"):
        noun = next((k for of in tree.kids(noun) if of.lower == "of" for k in tree.kids(of) if k.dep == "pobj"), None)
    if noun is None or noun.tag != "NNS":
        return False
    return noun.lower not in force_words() and noun.lower not in partitives("n")


def _verb(scene: Scene, count: Count, end: str) -> Token | None:
    """The verb or event noun of change that governs a number; the verb of the clause for what was before."""
    token = scene.tree.head_of(count.core, count.core_end)
    if token is None:
        return None
    words = _words("rest" if end == "at" else "verb")
    for above in scene.tree.climb(token):
        if above.lower in words and above.tag.startswith(("VB", "NN")):
            return above
        if above.tag.startswith("VB") and above.lower not in HELD and above.dep != "acl":
            return above if end == "before" else None
    return None


def _sums(scene: Scene, verb: Token) -> bool:
    """Whether the verb tells a level of forces: its object or subject is a total, a contingent, a number of troops."""
    tree = scene.tree
    nouns = _words("noun")
    parts = [k for k in tree.kids(verb) if k.dep in {"dobj", "nsubj", "nsubjpass"}]
    return any(t.lower in nouns for k in parts for t in [k, *(tree.subtree(k)[:8])])


def _level(scene: Scene, story: Story, moves: list[Draft], count: Count, verb: Token, end: str) -> Iterator[Draft]:
    """The force that a level is of, with the number at this end of the change and where it stands."""
    mention = _whose(scene, verb, count)
    joint = _is_joint(scene, verb) and (mention is None or mention.end <= verb.start)
    if joint:
        mention = None
    if mention is None and not (
        (story.nations or (joint and moves)) and _sums(scene, verb) and not _is_of_no_force(scene, verb, count)
    ):
        return
    if end == "before" and (mention is None or not _compared(scene, mention, count)):
        return
    draft = open_draft(scene, "presence", _status(scene, verb, count, end), count.start)
    owner = next(iter(own_nations(scene, mention)), None) if mention else None
    owner = owner or (None if joint else owner_at(scene, subject(scene.tree, verb), story))
    put_force(scene, draft, mention, owner)
    if draft.nation is None and moves:
        last = moves[-1].nation
        draft.nation = "multinational" if joint and len(last or "") == STATE else last
        draft.mark("force", *moves[-1].spans.get("force", ()))
        draft.note("force", f"it is the force of the movement beside it: {draft.nation}", by=_level)
    _put_number(scene, draft, mention, count)
    draft.mark("status", scene.span(verb.start, verb.end))
    draft.note("status", LEVELS_TOLD[end].format(scene.text[verb.start : verb.end], draft.status), by=_level)
    draft.head = None
    lasting = end == "to" and mood(scene.tree, verb).tense == "perfect"  # "the force of 2004 has been cut to 500"
    draft.undated = lasting or (end == "from" and draft.status == "present")  # the day of a change is not the level's
    _put_location(scene, draft, verb, mention, moves, story)
    if draft.location:
        yield draft


def _is_joint(scene: Scene, verb: Token) -> bool:
    """Whether a level is that of a mission, which is of many nations, and not of those who came last to it."""
    return any(t.lower in BODIES for k in scene.tree.kids(verb) for t in scene.tree.subtree(k)[:8])


def _is_of_no_force(scene: Scene, verb: Token, count: Count) -> bool:
    """Whether a level says itself that it is of no force: "the number of suits to nine", "to 90 million ounces"."""
    tree = scene.tree
    after = tree.at(count.end + 1)
    if after is not None and after.tag in {"NN", "NNS"} and after.lower not in _words("noun"):
        return True
    totals = [k for k in tree.kids(verb) if k.lower in _words("noun")]
    ofs = [k for total in totals for k in tree.kids(total) if k.lower == "of"]
    return any(k.tag == "NNS" for of in ofs for k in tree.kids(of))


def _compared(scene: Scene, mention: Mention, count: Count) -> bool:
    """Whether what there was before is compared with the number of MENTION and no other: nothing is counted between."""
    between = [c for c in scene.counts if mention.end <= c.start and c.end <= count.start]
    if mention.count is None:  # "raise the number of its soldiers to 900, up from 500"
        return len(between) == 1 and scene.text[: between[0].start].endswith(" to ")
    return mention.end <= count.start and not between


def _put_number(scene: Scene, draft: Draft, mention: Mention | None, count: Count) -> None:
    """The number of the level, of people unless what it counts says otherwise."""
    unit = mention.unit if mention is not None and mention.sort in COUNTED else "persons"
    if unit == "persons":
        draft.category = "personnel"
    draft.quantity = replace(count.quantity, unit=unit)
    draft.spans.pop("quantity", None)
    draft.mark("quantity", scene.span(count.start, count.end))


def _status(scene: Scene, verb: Token, count: Count, end: str) -> Status:
    own = mood(scene.tree, verb)
    tense = own.tense if not own.negative else "present"  # "did not cut its force from 900": the 900 are there
    if end == "before":
        after = scene.tree.at(count.end)
        now = tense in AHEAD or (after is not None and after.lower in NOW)
        return "present" if now else "former"
    if end == "at":
        return "former" if tense == "past" and verb.lower in ENDURED else "present"
    return "former" if end == "from" and tense in {"past", "perfect"} else "present"


def _whose(scene: Scene, verb: Token, count: Count) -> Mention | None:
    """The force whose level it is: counted after the number ("5,000 men"), else named before it ("its contingent")."""
    counted = [m for m in scene.mentions if m.sort != "ellipsis"]
    before = [m for m in counted if m.end <= count.start and m.start >= verb.start - 60]
    after = [m for m in counted if m.count is not None and m.count.start >= count.start]
    owned = [m for m in counted if m.count is None and COUNTING.fullmatch(scene.text[count.end : m.start])]
    return before[-1] if before else next(iter([*owned, *after]), None)


def _put_location(
    scene: Scene, draft: Draft, verb: Token, mention: Mention | None, moves: list[Draft], story: Story
) -> None:
    """Where the level is: where its own words say, else where the movement goes, else the place named last."""
    found = ways(scene, verb, [mention] if mention is not None else [])
    spots = unique([*found.base, *found.inner])
    if spots:
        put_places(scene, draft, "location", spots)
        return
    draft.note("location", "its own words name no place", by=_put_location)
    for move in reversed(moves):
        name = "destination" if move.destination else "origin"
        draft.location = move.destination or move.origin
        if draft.location:
            draft.note("location", f"it is the {name} of the movement beside it", by=_put_location)
            draft.mark("location", *move.spans.get(name, ()))
            return
    if story.last_place is not None and not _is_home(story.last_place, draft.nation):
        draft.location = (story.last_place,)
        draft.note("location", "it is where the force told last stands or goes", by=_put_location)
        draft.mark("location", *story.place_words)
    elif story.around.here is not None and not _is_home(story.around.here, draft.nation):
        draft.location = (story.around.here,)
        draft.mark("location", *story.here_words)


def _is_home(place: Place, nation: str | None) -> bool:
    """Whether a place that only the context gives is in the force's own country."""
    return nation is not None and place.country == nation
