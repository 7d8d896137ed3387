"""Rows: reports, entries and links as the tables hold them, and back."""

import zlib
from collections.abc import Iterable, Mapping
from typing import Any, Final

import msgspec
from sqlalchemy import RowMapping, select

from laydown import codec
from laydown.ledger.store.identity import entry_id, outlet, witness
from laydown.ledger.store.identity import folded as folded_words
from laydown.ledger.store.tables import claims, notices, passages, reports
from laydown.model import REPLACING, Claim, Entry, Link, Option, Reading, Report, Section
from laydown.model.identity import block, is_address, said, short

Row = dict[str, Any]

ENTRY: Final = (
    select(
        claims.c.id,
        claims.c.claim,
        claims.c.report,
        claims.c.outlet,
        claims.c.witness,
        passages.c.quote,
        claims.c.said,
        claims.c.recorded,
        claims.c.position,
        reports.c.source,
        notices.c.words.label("notice"),
    )
    .join_from(claims, passages, passages.c.id == claims.c.passage)
    .join(reports, reports.c.id == claims.c.report)
    .outerjoin(notices, notices.c.report == claims.c.report)
)
"""What an entry is made from."""

IN_SAID_ORDER: Final = (claims.c.said.asc().nulls_last(), claims.c.report, claims.c.position)
"""The order of the books: as it was said, and within an hour by what never changes."""


def report_row(report: Report, recorded: str) -> Row:
    """The row of REPORT."""
    return {
        "id": report.id,
        "text": zlib.compress(report.text.encode()),
        "source": report.source,
        "publisher": report.publisher,
        "title": report.title,
        "authors": _json(report.authors),
        "language": report.language,
        "published": report.published,
        "updated": report.updated,
        "url": report.url,
        "retrieved": report.retrieved,
        "found": _json(dict(sorted(report.found.items()))),
        "breaking": int(report.breaking),
        "sections": _json(report.sections),
        "recorded": recorded,
    }


def report_of(row: RowMapping) -> Report:
    """The report that a row holds."""
    return Report(
        text=zlib.decompress(row["text"]).decode(),
        source=row["source"],
        publisher=row["publisher"],
        title=row["title"],
        authors=msgspec.json.decode(row["authors"], type=tuple[str, ...]),
        language=row["language"],
        published=row["published"],
        updated=row["updated"],
        url=row["url"],
        retrieved=row["retrieved"],
        found=msgspec.json.decode(row["found"], type=dict[str, str]),
        breaking=bool(row["breaking"]),
        sections=msgspec.json.decode(row["sections"], type=tuple[Section, ...]),
    )


def passage_rows(reading: Reading) -> list[Row]:
    """The rows of the passages that carry the claims of READING, each once."""
    spans = dict.fromkeys((claim.evidence.start, claim.evidence.end) for claim in reading.claims)
    return [passage_row(reading.report, start, end) for start, end in spans]


def passage_row(report: Report, start: int, end: int) -> Row:
    """The row of one passage."""
    quote = report.text[start:end]
    return {
        "id": passage_id(report.id, start, end),
        "report": report.id,
        "start": start,
        "end": end,
        "quote": quote,
        "words": folded_words(quote),
    }


def passage_id(report: str, start: int, end: int) -> str:
    """The id of a passage: its report's, shortened, and where it stands."""
    return f"{short(report)}:{start}-{end}"


def claim_row(report: Report, claim: Claim, position: int, *, recorded: str, reader: str) -> Row:
    """The row of one claim."""
    force, counted = block(claim)
    start, end = claim.evidence.start, claim.evidence.end
    return {
        "id": entry_id(report.id, claim.id),
        "report": report.id,
        "passage": passage_id(report.id, start, end),
        "position": position,
        "claim": codec.encode_claim(claim),
        "kind": claim.kind,
        "status": claim.status,
        "force": force,
        "asset": counted,
        "witness": witness(report.text[start:end]),
        "outlet": outlet(report),
        "said": said(report),
        "recorded": recorded,
        "reader": reader,
    }


def entry_of(row: RowMapping) -> Entry:
    """The entry that a row of `ENTRY` holds."""
    return Entry(
        id=row["id"],
        claim=codec.decode_claim(row["claim"]),
        report=row["report"],
        outlet=row["outlet"],
        witness=row["witness"],
        words=row["quote"],
        said=row["said"],
        recorded=row["recorded"],
        address=row["source"] if is_address(row["source"]) else None,
        notice=row["notice"],
    )


def link_row(link: Link) -> Row:
    """The row of LINK."""
    return {
        "claim": link.claim,
        "role": link.role,
        "targets": _json(link.targets),
        "score": link.score,
        "reason": link.reason,
        "decided_by": link.decided_by,
        "recorded": link.recorded,
        "options": _json(link.options),
    }


def link_of(row: RowMapping) -> Link:
    """The link that a row holds."""
    return Link(
        claim=row["claim"],
        role=row["role"],
        targets=msgspec.json.decode(row["targets"], type=tuple[str, ...]),
        score=row["score"],
        reason=row["reason"],
        decided_by=row["decided_by"],
        recorded=row["recorded"],
        options=msgspec.json.decode(row["options"], type=tuple[Option, ...]),
    )


def in_force(
    links: Iterable[Link], before: Mapping[str, Link] | None = None, replaced: Mapping[str, Link] | None = None
) -> tuple[Mapping[str, Link], Mapping[str, Link]]:
    """Of LINKS in the order of their appending, the last of each claim, and the last by which it takes others' place.

    What a person ruled holds against whatever the clerk decides later. One of the latter without targets takes the one
    before it back. BEFORE and REPLACED are what held before these links.
    """
    posted = dict(before or {})
    replacing = dict(replaced or {})
    for link in links:
        held = replacing if link.role in REPLACING else posted
        if link.decided_by == "person" or link.claim not in held or held[link.claim].decided_by == "clerk":
            held[link.claim] = link
    return posted, replacing


def _json(value: object) -> str:
    """A list as JSON."""
    return msgspec.json.encode(value).decode()
