"""Reasons: the argument for each field of a claim, from its words, our tables and the rules that decided it."""

import re
from collections.abc import Iterator, Sequence
from importlib import import_module
from inspect import getdoc, signature
from typing import Final

from laydown.lexicon.gazetteer import find
from laydown.lexicon.tables import cell, table
from laydown.lexicon.verbs import movement_verbs, presence_verbs, speech_verbs, stances
from laydown.model import FIELDS, Claim, Place, Reason
from laydown.places import Context, resolve
from laydown.reading import confidence
from laydown.reading.drafting.drafts import Draft
from laydown.reading.grounds import Case, grounds, words_of
from laydown.reading.text.trace import name_of

WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
TOLD: Final = {kind: ("status", "when", "attribution", *names) for kind, names in FIELDS.items()}
"""By kind of claim the fields that are argued wherever they are told, also without words of their own."""
CODE: Final = re.compile(r"(?<=[a-z])_(?=[a-z])")
"""What makes a code word of two plain ones: "ruled_out"."""
GOVERNED: Final = frozenset({"movement", "presence", "assistance"})
"""The kinds of claim whose status the words around them decide."""
ENDS: Final = frozenset({"origin", "destination", "location"})


def reasons(claim: Claim, text: str, draft: Draft, context: Context) -> tuple[Reason, ...]:
    """The argument for CLAIM, made of DRAFT: a reason for each field that is told, then what holds for it whole."""
    fields = dict.fromkeys((*claim.spans, *(name for name in TOLD[claim.kind] if getattr(claim, name))))
    found = [_reason(claim, name, text, draft, context) for name in fields]
    found += [_retold(text[start:end], step) for (start, end), step in draft.retold]
    return (*found, _weighed(claim))


def _reason(claim: Claim, name: str, text: str, draft: Draft, context: Context) -> Reason:
    """The reason for one field, also for one that no words of the claim's own state but that was remembered."""
    words = words_of(name, claim, draft, text)
    tables = (
        *_tables(claim, name, text),
        *(_places(claim, name, words, context) if name in ENDS else ()),
        *grounds(name, Case(claim, draft, text, words)),
    )
    steps = tuple(_plain(step) for step in dict.fromkeys(draft.steps.get(name, ())) if step)
    lines = tuple(_plain(told) for told in dict.fromkeys(tables) if not _is_told(told, steps))
    rule = next((one for one in draft.rules.get(name, ()) if _says(one)), None)
    return Reason(field=name, words=words, tables=lines, steps=steps, rule=rule, says=_says(rule) if rule else None)


def _plain(line: str) -> str:
    """A line of an argument without the marks of code words: what is "ruled_out" is ruled out."""
    return CODE.sub(" ", line)


def _is_told(told: str, steps: Sequence[str]) -> bool:
    """Whether the steps say what a line of the tables says, and to what it led."""
    word = told.partition("”")[0]
    governs = told.endswith("(stances)") and any(step.startswith(f"{word}” (") for step in steps)
    stands = told.endswith("(presence_verbs)") and any("(presence_verbs)" in step for step in steps)
    return governs or stands or (told.startswith("none of these") and bool(steps))


def _retold(words: str, step: str) -> Reason:
    """What was folded into a claim: the sentence that tells it again, and what makes the two one."""
    return Reason(
        field="told again", words=(words,), steps=(_plain(step),), rule="folding.fold", says=_says("folding.fold")
    )


def _weighed(claim: Claim) -> Reason:
    """The confidence in its parts: each feature of the claim's shape with its weight in log odds."""
    rule = name_of(confidence.confidence)
    parts = tuple(f"{name}: {weight:+.2f}" for name, weight in confidence.parts(claim))
    total = sum(weight for _, weight in confidence.parts(claim))
    steps = (f"log odds {total:+.2f}, which is {claim.confidence:.2f}",)
    return Reason(field="confidence", words=(), tables=parts, steps=steps, rule=rule, says=_says(rule))


def _tables(claim: Claim, name: str, text: str) -> Iterator[str]:
    """What the tables say of the words of a field."""
    spans = claim.spans.get(name, ())
    words = [word.lower() for start, end in spans for word in WORD.findall(text[start:end])]
    if name == "status":
        moved = {text[start:end].lower() for start, end in claim.spans.get("action", ())}
        lines = (told for word in words for told in _of_status(word, claim.status, moves=word in moved))
        yield from (told for told in lines if claim.kind in GOVERNED or not told.endswith("(stances)"))
    elif name == "quantity" and claim.quantity is not None:
        found = _hedge(words, claim.quantity.hedge)
        yield f"hedge “{claim.quantity.hedge}”" + (f", {found}" if found else ": no word hedges it")
    elif name == "force" and claim.force is not None and spans:
        yield _owner(claim.force.nation, [text[start:end] for start, end in spans])
    elif name in ENDS:
        yield from (told for start, _ in spans if (told := _before(text, start, name)))
    elif name == "attribution":
        yield from (f"“{word}” reports or announces (speech_verbs)" for word in words if word in speech_verbs())
        yield from _offices(" ".join(words))


def _offices(words: str) -> Iterator[str]:
    """The offices that the words for a speaker name, the longest alone."""
    found = (row["role"] for row in table("roles") if f" {row['role'].lower()} " in f" {words} ")
    longest = max(found, key=len, default=None)
    if longest is not None:
        yield f"“{longest}” is an office (roles)"


def _places(claim: Claim, name: str, words: Sequence[str], context: Context) -> Iterator[str]:
    """Why the words for an end mean the places they do, as the gazetteer argues it."""
    places: tuple[Place, ...] = getattr(claim, name)
    for spoken in words:
        found = resolve(spoken, context)
        meant = next((p for p in places if found.place is not None and _is_one(p, found.place)), None)
        if meant is not None:
            yield f"“{spoken}” is {meant.name}: {found.reason}"
        elif places:
            yield f"“{spoken}” stands for {' and '.join(p.name for p in places)} here"


def _is_one(place: Place, other: Place) -> bool:
    return place.name == other.name or (place.id is not None and place.id == other.id)


def _of_status(word: str, status: str, *, moves: bool) -> Iterator[str]:
    """What one word does to how real a movement is; it moves a force itself where the claim MOVES by it."""
    for row in table("modals"):
        if word in cell(row, "words"):
            yield f"“{word}” makes it {row['modality']} (modals, {row['source']})"
    kinds = {kind for (form, _), kind in stances().items() if form == word}
    yield from (f"“{word}” is a word to {kind.replace('_', ' ')} (stances)" for kind in sorted(kinds))
    if moves and word in movement_verbs():
        yield f"“{word}” moves a force (movement_verbs)"
    if word in presence_verbs() and status in {"present", "former", "denied"}:
        yield f"“{word}” has a force stand (presence_verbs)"


def _owner(nation: str | None, words: Sequence[str]) -> str:
    """Which of the words names the nation of a force, or that none does."""
    if nation is None:
        return "nobody says whose force it is"
    for word in words:
        if any(entry.place.country == nation for match in find(word) for entry in match.entries[:1]):
            return f"“{word}” names {nation} (countries)"
    return f"none of these words names {nation}: it is who spoke, who sent, or who was spoken of before"


def _hedge(words: Sequence[str], hedge: str) -> str:
    """The row of the table of hedges that stands in WORDS and makes a number what the claim has it for."""
    line = f" {' '.join(words)} "
    found = (row for row in table("hedges") if row["hedge"] == hedge and f" {row['phrase'].lower()} " in line)
    return next((f"by “{row['phrase']}” (hedges, {row['source']})" for row in found), "")


def _before(text: str, start: int, name: str) -> str:
    """What the preposition before a place makes of it, as the end NAME of a claim."""
    before = WORD.findall(text[max(0, start - 24) : start])
    near = [word.lower() for word in before[-2:]][::-1]
    for word in near:
        row = next((row for row in table("prepositions") if row["word"] == word), None)
        if row is not None:
            if row["role"] == "inner" or name == "location":
                return f"“{word}” says where (prepositions)"
            return f"“{word}” leads to the {row['role']} (prepositions)" if row["role"] in ENDS else ""
    return ""


def _says(rule: str) -> str:
    """What a rule states of itself: the first line of its docstring, empty for one that is too small to have one."""
    module, _, name = rule.rpartition(".")
    function = getattr(import_module(f"laydown.reading.{module}"), name, None)
    if function is None:
        return ""
    told = (getdoc(function) or "").split("\n")[0]
    taken = "|".join(name.upper() for name in signature(function).parameters)
    said = re.sub(rf"(?:\b(the|a|an|each|its) )?\b({taken})\b", _thing, told) if taken else told
    return said[:1].upper() + said[1:]


def _thing(match: re.Match[str]) -> str:
    """What a rule is given, as a plain word with its article: the docstrings call it "EVENT"."""
    return f"{match[1] or 'the'} {match[2].lower().replace('_', ' ')}"
