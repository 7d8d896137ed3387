"""Drafts made final: ids, evidence, spans in order, and a confidence for each."""

import hashlib
from dataclasses import replace

from laydown.model import FIELDS, Claim, Evidence, Force
from laydown.reading.confidence import confidence
from laydown.reading.drafting.drafts import Draft


def finish(drafts: list[Draft]) -> list[Claim]:
    """The claims of a report in the order of their evidence, each with an id that is stable for the same text."""
    ordered = in_order(drafts)
    ids = {id(draft): _id(draft) for draft in ordered}
    used: set[str] = set()
    for draft in ordered:
        name, copy = ids[id(draft)], 2
        while name in used:
            name = f"{ids[id(draft)]}-{copy}"
            copy += 1
        used.add(name)
        ids[id(draft)] = name
    claims = (_claim(draft, ids) for draft in ordered)
    return [replace(claim, confidence=confidence(claim)) for claim in claims]


def in_order(drafts: list[Draft]) -> list[Draft]:
    """DRAFTS in the order of their evidence, which is that of their claims."""
    return sorted(drafts, key=lambda d: (d.start, d.order))


def _id(draft: Draft) -> str:
    """A short hash of what the claim says and where: the same text gives the same id."""
    parts = [
        draft.kind, draft.status, str(draft.order), draft.nation or "", draft.category, str(draft.quantity),
        *(p.name for p in (*draft.origin, *draft.destination, *draft.location)), draft.act or "", draft.donor or "",
    ]  # fmt: skip
    return "c" + hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:10]


def _claim(draft: Draft, ids: dict[int, str]) -> Claim:
    fields = FIELDS[draft.kind]
    force = None
    if "force" in fields:
        force = Force(nation=draft.nation, category=draft.category, units=draft.units, text=draft.words)
    spans = {
        name: tuple(sorted(set(spans)))
        for name, spans in sorted(draft.spans.items())
        if spans and (name in fields or name in {"status", "when", "attribution"})
    }
    return Claim(
        id=ids[id(draft)],
        kind=draft.kind,
        status=draft.status,
        evidence=Evidence(start=draft.start, end=draft.end),
        spans=spans,
        when=draft.when,
        attribution=draft.attribution,
        force=force,
        quantity=draft.quantity,
        additional=draft.additional and "additional" in fields,
        origin=draft.origin,
        destination=draft.destination,
        location=draft.location,
        action=draft.action if "action" in fields else None,
        part_of=tuple(ids[id(d)] for d in draft.part_of if id(d) in ids),
        total_of=tuple(ids[id(d)] for d in draft.total_of if id(d) in ids),
        authority=draft.authority if "authority" in fields else None,
        duration=draft.duration,
        donor=draft.donor,
        recipient=draft.recipient,
        under=draft.under,
        not_under=draft.not_under,
        act=draft.act,
        topic=draft.topic,
        quote=draft.quote,
    )
