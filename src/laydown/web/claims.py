"""Claims: the columns in which a page's claims are exported, the same wherever they are listed."""

from typing import Any, Final

import msgspec

from laydown.codec import entry_to_json
from laydown.desk.posted import Posted
from laydown.export import Cell, notation
from laydown.model import Place
from laydown.model.identity import block
from laydown.web.view import names

COLUMNS: Final = {
    "id": "the claim's id: its report, shortened, and its own",
    "kind": "what sort of claim it is",
    "status": "how far along",
    "force": "whose: a country's code, a bloc or a name",
    "asset": "what is counted",
    "low": "the least number",
    "high": "the greatest number; empty where nothing bounds it",
    "quantity": "the number's own words",
    "origin": "where from, as told",
    "destination": "where to, as told",
    "location": "where they are, as told",
    "start": "the first day that the words mean",
    "end": "the last",
    "speaker": "on whose word",
    "confidence": "how sure the reading is, from 0 to 1",
    "role": "what the claim does in the books",
    "movements": "the movements that it opens or tells of",
    "decided_by": "the clerk or a person",
    "reason": "why it is booked so",
    "words": "the sentence that carries it",
    "from": "where that begins in the text, in code points",
    "until": "where it ends",
}

Name = str


def cells(one: Posted) -> dict[str, Cell]:
    """A claim in a spreadsheet."""
    claim, link = one.entry.claim, one.link
    force, asset = block(claim)
    return {
        "id": one.entry.id,
        "kind": claim.kind,
        "status": claim.status,
        "force": force,
        "asset": asset,
        "low": claim.quantity.low if claim.quantity else None,
        "high": claim.quantity.high if claim.quantity else None,
        "quantity": claim.quantity.text if claim.quantity else None,
        "origin": names(claim.origin),
        "destination": names(claim.destination),
        "location": names(claim.location),
        "start": claim.when.start.isoformat() if claim.when and claim.when.start else None,
        "end": claim.when.end.isoformat() if claim.when and claim.when.end else None,
        "speaker": notation.speaker(claim.attribution),
        "confidence": claim.confidence,
        "role": link.role if link else None,
        "movements": " ".join(one.movements),
        "decided_by": link.decided_by if link else None,
        "reason": link.reason if link else None,
        "words": one.entry.words,
        "from": claim.evidence.start,
        "until": claim.evidence.end,
    }


def value(one: Posted) -> dict[str, Any]:
    """A claim for a program."""
    link = msgspec.to_builtins(one.link) if one.link else None
    return entry_to_json(one.entry) | {
        "link": link,
        "movements": list(one.movements),
        "corrects": list(one.corrects),
        "updates": list(one.updates),
    }


def places(one: Posted) -> tuple[Place, ...]:
    """Where a claim lies."""
    claim = one.entry.claim
    return (*claim.origin[:1], *claim.destination[:1]) or claim.location[:1]
