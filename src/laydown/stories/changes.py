"""Changes: what two versions of a report say differently, claim by claim and field by field."""

from collections.abc import Iterator, Sequence

from laydown.model import Change, Changes, Claim, Evidence, Reading, Telling
from laydown.stories.fields import changed_fields
from laydown.stories.notices import notice
from laydown.stories.pairing import pairs
from laydown.stories.words import words


def changes(old: Reading, new: Reading) -> Changes:
    """What changed in the claims from OLD to NEW; mere rewordings change nothing.

    Claims are paired by best fit. One that has no partner is added or removed, unless the other version tells the
    same elsewhere. What a notice of correction says of the earlier version is no claim of the later one.
    """
    before, after = _owned_up(old), _owned_up(new)
    left, right = _tellings(old), _tellings(new)
    found = pairs(left, right)
    texts = old.report.text, new.report.text
    words_of_notice = after and new.report.text[after.start : after.end].strip()
    fresh = words_of_notice if words_of_notice and not (before and _same_notice(old, new, before, after)) else None
    return Changes(
        old=old.report.id,
        new=new.report.id,
        added=tuple(_news(right, {j for _, j in found}, left, texts[::-1])),
        removed=tuple(_news(left, {i for i, _ in found}, right, texts)),
        changed=tuple(_changed([(left[i], right[j]) for i, j in found], texts, fresh)),
        notice=fresh,
    )


def _owned_up(reading: Reading) -> Evidence | None:
    """Where the report says that it was wrong before."""
    return notice(reading.report.text)


def _same_notice(old: Reading, new: Reading, before: Evidence, after: Evidence | None) -> bool:
    """Whether both versions carry one notice."""
    if after is None:
        return False
    return words(old.report.text[before.start : before.end]) == words(new.report.text[after.start : after.end])


def _tellings(reading: Reading) -> list[Telling]:
    """The claims with their words, those of a notice of correction left out."""
    text, without = reading.report.text, _owned_up(reading)
    return [
        Telling(claim=claim, words=" ".join(text[claim.evidence.start : claim.evidence.end].split()))
        for claim in reading.claims
        if without is None or not _within(claim, without)
    ]


def _within(claim: Claim, part: Evidence) -> bool:
    """Whether CLAIM was read in PART of the text."""
    return part.start <= claim.evidence.start < part.end


def _news(
    here: Sequence[Telling], paired: set[int], there: Sequence[Telling], texts: tuple[str, str]
) -> Iterator[Telling]:
    """What of HERE has no partner, and is not told THERE in another place."""
    for at, telling in enumerate(here):
        told = any(not changed_fields(telling.claim, other.claim, *texts) for other in there)
        if at not in paired and not told:
            yield telling


def _changed(found: Sequence[tuple[Telling, Telling]], texts: tuple[str, str], told: str | None) -> Iterator[Change]:
    """The pairs of FOUND in which a field differs."""
    for old, new in found:
        fields = changed_fields(old.claim, new.claim, *texts)
        if fields:
            named = told is not None and names_it(told, old.claim, fields, texts[0])
            yield Change(fields=fields, old=old, new=new, corrected=named)


def names_it(told: str, claim: Claim, fields: Sequence[str], text: str) -> bool:
    """Whether the notice TOLD names what CLAIM, in the earlier TEXT, had in one of FIELDS."""
    said = set(words(told))
    spans = (text[start:end] for name in fields for start, end in claim.spans.get(name, ()))
    return any(known and known <= said for known in (set(words(span)) for span in spans))
