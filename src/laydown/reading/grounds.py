"""Grounds: what each field of a claim rests on beside its words, as one would say it to a colleague."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from laydown.lexicon.forces import WORD, force_words
from laydown.lexicon.gazetteer import country, find
from laydown.lexicon.organizations import find_organizations, leader
from laydown.lexicon.tables import table
from laydown.model import Claim, Offsets, Quantity
from laydown.reading.claims.acts import acts
from laydown.reading.drafting.drafts import Draft
from laydown.reading.text.passages import passages

PARTIES: Final[Mapping[str, str]] = {
    "donor": "gives", "recipient": "is given it", "under": "has the command", "not_under": "has not the command",
}  # fmt: skip
"""What each party of a claim does."""


@dataclass(frozen=True, slots=True)
class Case:
    """A field of a claim to be argued: the claim, the draft it was made of, the report's text, the field's words."""

    claim: Claim
    draft: Draft
    text: str
    words: tuple[str, ...]


def grounds(name: str, case: Case) -> Iterator[str]:
    """What the field NAME rests on: who or what its words stand for, and where words from elsewhere were found."""
    if name in PARTIES:
        yield from _party(name, case)
    elif (ground := GROUNDS.get(name)) is not None:
        yield from ground(case)
    yield from _elsewhere(name, case)


def _elsewhere(name: str, case: Case) -> Iterator[str]:
    """The sentences in which words stand that are not of the claim's own sentence."""
    own = case.claim.evidence
    found: dict[str, list[str]] = {}
    for start, end in case.claim.spans.get(name, ()):
        if start >= own.end or end <= own.start:
            again = any(low <= start and end <= high for (low, high), _ in case.draft.retold)
            where = "where it is told again" if again else f"outside of its sentence, in {_sentence(case, start)}"
            found.setdefault(where, []).append(f"“{_line(case.text[start:end])}”")
    for where, words in found.items():
        own_words = dict.fromkeys(words)
        yield f"{', '.join(own_words)} {'stands' if len(own_words) == 1 else 'stand'} {where}"


def _sentence(case: Case, at: int) -> str:
    """The sentence of the report that stands AT an offset, in quotation marks."""
    found = (s for passage in passages(case.text) for s in passage.sentences if s.start <= at < s.end)
    sentence = next(found, None)
    if sentence is None:
        return "a line of its own"
    return f"“{_line(case.text[sentence.start : sentence.end])}”"


def _line(words: str) -> str:
    return " ".join(words.split())


def _force(case: Case) -> Iterator[str]:
    """The sort of a force by its noun, and the units that its words name."""
    force = case.claim.force
    if force is None:
        return
    said = " ".join(case.words)
    nouns = [word for first in WORD.findall(said.lower()) for word in force_words().get(first, ())]
    noun = next((w for w in nouns if w.category == force.category and " ".join(w.words) in said.lower()), None)
    sort = force.category.replace("_", " ")
    if noun is not None:
        yield f"“{' '.join(noun.words)}” is a word for {sort} (forces)"
    elif force.category == "personnel" and case.claim.quantity is not None:
        yield "it is counted by heads, so personnel are meant"
    else:
        yield f"nothing else is said of its sort, so {sort} is what it counts as"
    yield from (f"“{unit}” is a unit, formation or mission by name" for unit in force.units)


def _quantity(case: Case) -> Iterator[str]:
    """What the words for a number come to."""
    quantity = case.claim.quantity
    if quantity is not None:
        yield f"“{_line(quantity.text)}” comes to {amount(quantity)}"


def amount(quantity: Quantity) -> str:
    """A quantity in plain words, with its unit.

    >>> amount(Quantity(low=2000, hedge="vague")), amount(Quantity(low=12, high=15, hedge="between", unit="ships"))
    ('at least 2,000 persons', '12 to 15 ships')
    """
    low, value, high = quantity.low, quantity.value, quantity.high
    if low is not None and high is not None:
        told = f"{low:,}" if low == high else f"{low:,} to {high:,}"
    elif low is not None:
        told = f"at least {low:,}"
    elif high is not None:
        told = f"at most {high:,}"
    else:
        told = f"about {value:,}" if value is not None else "an unknown number"
    return f"{told} {quantity.unit}"


def _additional(case: Case) -> Iterator[str]:
    """The word by which a number comes on top of others."""
    yield f"“{' '.join(case.words)}” says that these come on top of others (additional)"


def _authority(case: Case) -> Iterator[str]:
    """Who decides, also where a pronoun stands for him."""
    name = case.claim.authority or ""
    said = " ".join(case.words)
    if name in said:
        yield f"“{name}” decides, orders or allows it and does not only tell of it"
    else:
        yield f"“{said}” stands for {name}, {_named(case, name)}"


def _named(case: Case, name: str) -> str:
    """Where the report names somebody, or that it does not."""
    at = case.text.find(name)
    return f"named in {_sentence(case, at)}" if at >= 0 else "whom the report does not name so"


def _party(name: str, case: Case) -> Iterator[str]:
    """Who gives, is given, or commands, and why the words mean that state."""
    party = getattr(case.claim, name)
    does = PARTIES[name]
    if not case.words:
        yield f"no words of its own name {named(party)}, who {does}"
    elif (why := names(party, case)) is not None:
        yield f"{why}, who {does}"
    else:
        yield f"“{' '.join(case.words)}” stands for {named(party)}, who {does}"


def named(party: str) -> str:
    """A state by name with its code, anybody else as he is called.

    >>> named("DK"), named("Hezbollah")
    ('Denmark (DK)', 'Hezbollah')
    """
    place = country(party)
    return f"{place.name} ({party})" if place is not None and place.name != party else party


def names(nation: str, case: Case) -> str | None:
    """Which of the words names NATION: as a place, an organisation, a leader, or by its own name."""
    day = case.claim.attribution.said if case.claim.attribution is not None else None
    for word in case.words:
        if any(entry.place.country == nation for match in find(word) for entry in match.entries[:1]):
            return f"“{_line(word)}” names {named(nation)} (countries)"
        if own := next((m.organization for m in find_organizations(word) if m.organization.nation == nation), None):
            what = "names" if own.kind in {"alliance", "nonstate"} else "is of"
            return f"“{_line(word)}” {what} {named(nation)} (organizations)"
        held = next((one for part in word.split() if (one := leader(part, day))), None)
        if held is not None and held.country == nation:
            return f"“{_line(word)}” leads {named(nation)} (leaders)"
        if nation in word:
            return f"“{_line(word)}” is the name itself"
    return None


def _speaker(case: Case) -> Iterator[str]:
    """Who speaks, part by part: what his own words name, what was told of him elsewhere, what the tables know."""
    by = case.claim.attribution
    if by is None:
        return
    said = _line(" ".join(case.words))
    parts = (("speaker", by.speaker), ("role", by.role), ("organisation", by.organization), ("outlet", by.via))
    for part, value in parts:
        if value and value.lower() in said.lower():
            yield f"{part} {value}: in these words"
        elif value and value in case.text:
            yield f"{part} {value}: {_named(case, value)}"
        elif value:
            yield f"{part} {value}: known of who is named here (leaders, roles, organizations)"
    if by.country:
        why = names(by.country, case)
        yield f"country {named(by.country)}: {why or 'that of the office or of the people spoken for'}"
    if by.anonymous:
        yield "no name is given, so the speaker is anonymous"
    if by.said:
        yield f"said on {by.said}"


def _when(case: Case) -> Iterator[str]:
    """The days that words of time come to."""
    when = case.claim.when
    if when is not None:
        yield f"the days from {when.start or 'no first one'} to {when.end or 'no last one'}"


def _act(case: Case) -> Iterator[str]:
    """What is done by the words of a statement, and by which of them."""
    act = (case.claim.act or "").replace("_", " ")
    words = " ".join(case.words) or case.claim.quote or ""
    found = (pattern.search(words.lower()) for one, pattern, _ in acts() if one == case.claim.act)
    match = next((one for one in found if one is not None), None)
    if match is not None:
        yield f"“{_line(words[slice(*match.span())])}” {act} (acts)"
    elif act == "other":
        yield "no word in it commits, rules out, warns, denies or does another of the acts known"
    else:
        yield f"the report's words beside the quotation say that it {act} (acts)"


def _quote(case: Case) -> Iterator[str]:
    """Why words are a quotation."""
    start = min(start for start, _ in case.claim.spans["quote"]) if "quote" in case.claim.spans else 0
    marked = case.text[:start].rstrip(" ").endswith(('"', "“"))
    yield "these words stand between quotation marks" if marked else "these words stand in the turn of who speaks"


def _topic(case: Case) -> Iterator[str]:
    """Why words are what a statement is about."""
    yield f"“{_line(case.claim.topic or '')}” is the first clause of what is said"


def _duration(case: Case) -> Iterator[str]:
    """What makes a stay one for good, for a time, or in turns."""
    said = " ".join(case.words).lower()
    row = next((row for row in table("durations") if row["phrase"] in said), None)
    if row is not None:
        denied = "" if row["duration"] == case.claim.duration else ", denied,"
        yield f"“{row['phrase']}”{denied} makes it {case.claim.duration} (durations, {row['source']})"
    else:
        yield f"“{' '.join(case.words)}” is a length of time: who comes for a while is there for a time only"


def _action(case: Case) -> Iterator[str]:
    """What sort of movement it is, by its verb and its ends."""
    yield f"a movement to {case.claim.action}, by its verb and its ends"


def _sum(case: Case) -> Iterator[str]:
    """The numbers that add up to this one."""
    total = case.claim.quantity
    if total is not None:
        yield f"{' + '.join(case.words)} = {amount(total)}"


GROUNDS: Final[Mapping[str, Callable[[Case], Iterator[str]]]] = {
    "force": _force, "quantity": _quantity, "additional": _additional, "authority": _authority, "when": _when,
    "attribution": _speaker, "act": _act, "quote": _quote, "topic": _topic, "duration": _duration, "action": _action,
    "total_of": _sum,
}  # fmt: skip


def words_of(name: str, claim: Claim, draft: Draft, text: str) -> tuple[str, ...]:
    """The words for a field: its own; for a part or a total the numbers of the claims that it is tied to."""
    tied: Sequence[Draft] = {"part_of": draft.part_of, "total_of": draft.total_of}.get(name, ())
    spans: Sequence[Offsets] = claim.spans.get(name, ())
    if tied:
        spans = [min(one.spans["quantity"]) for one in tied if one.spans.get("quantity")]
    elif name in {"topic", "act", "status"} and not spans:
        spans = claim.spans.get("quote", ()) or claim.spans.get("act", ())
    found = [text[start:end] for start, end in spans]
    if name == "topic" and claim.topic and not any(claim.topic in words for words in found):
        found = [claim.topic] if claim.topic in text else found
    return tuple(found)
