"""Admission: what must hold of a reading before any of it is written, and of a ruling before it is appended."""

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import Connection, select

from laydown.ledger.store import shelf
from laydown.ledger.store.rows import in_force
from laydown.ledger.store.tables import claims
from laydown.ledger.store.trouble import OvertakenError, RefusedError, trouble
from laydown.model import REPLACING, ROLES, Claim, Link, Problem, Reading, Report
from laydown.model.identity import movement_id, opener, said

AGAIN = "read the report again"


def admit(reading: Reading) -> None:
    """Raise LedgerError unless all claims of READING rest on words of its report, and its date is one."""
    report = reading.report
    where = report.source or report.id
    if found := next(_faults(reading), None):
        raise RefusedError(Problem(where=where, what=f"is not added: {found}", hint=AGAIN))
    try:
        said(report)
    except ValueError:
        what = f"is not added: its date is none: {report.updated or report.published!r}"
        raise RefusedError(Problem(where=where, what=what, hint="write it as 2022-02-02, or leave it out")) from None


def _faults(reading: Reading) -> Iterator[str]:
    """What is wrong with the claims of READING."""
    report = reading.report
    if any("\x00" in words for words in (report.text, report.source, report.publisher, report.title) if words):
        yield "it holds the character NUL, which no database keeps"
    names = [claim.id for claim in reading.claims]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield f"two of its claims are called {name}"
    for claim in reading.claims:
        yield from claim_faults(report, claim)


def claim_faults(report: Report, claim: Claim) -> Iterator[str]:
    """What is wrong with the words of CLAIM."""
    spans = [("evidence", (claim.evidence.start, claim.evidence.end))]
    spans += [(name, span) for name, those in claim.spans.items() for span in those]
    for name, (start, end) in spans:
        if not 0 <= start < end <= len(report.text):
            yield f"the words of `{name}` in claim {claim.id}, {start} to {end}, are not in its text"
            return
    numbers = [report.text[start:end] for start, end in claim.spans.get("quantity", ())]
    if claim.quantity and claim.quantity.text and numbers and claim.quantity.text not in numbers:
        yield f"where `quantity` of claim {claim.id} should read {claim.quantity.text!r}, its text reads {numbers[0]!r}"


def ruling(connection: Connection, link: Link, where: str) -> Link:
    """LINK as a person's ruling; raises LedgerError unless it names what is there, and a reason."""
    if link.role not in ROLES:
        raise trouble(link.claim, f"no claim can be ruled {link.role!r}", "take one of: " + ", ".join(ROLES))
    if not link.reason.strip():
        raise trouble(link.claim, "a ruling needs a reason", "say in some words why")
    if not _is_claim(connection, link.claim):
        raise trouble(link.claim, f"there is no such claim in {where}", "take the id of a claim that is listed")
    own = movement_id(link.claim)
    targets = (own,) if link.role == "opens" else link.targets
    if (
        needs_target(link)
        and not _takes_back(connection, link)
        and (not targets or own in targets or link.claim in targets)
    ):
        raise trouble(
            link.claim, f"ruling it {link.role!r} needs another to point to", "name the movement, or the claim"
        )
    for target in targets:
        if target != own and not _is_target(connection, link, target):
            raise trouble(target, f"there is no such target for {link.role!r} in {where}", "take an id that is listed")
    return replace(link, targets=targets, decided_by="person")


def not_overtaken(connection: Connection, claim: str, seen: int) -> None:
    """Raise OvertakenError where CLAIM has more links than the person who rules has SEEN."""
    held = shelf.links_of(connection, [claim])
    if len(held) > seen:
        last = held[-1]
        who = "a person has" if last.decided_by == "person" else "the clerk has"
        what = f"{who} ruled it {last.role!r} since you looked"
        raise OvertakenError(Problem(where=claim, what=what, hint="look at it again; nothing of yours was kept"))


def _takes_back(connection: Connection, link: Link) -> bool:
    """Whether LINK takes the place of nothing, which takes back what the claim took the place of before."""
    before = (one.role for one in shelf.links_of(connection, [link.claim]))
    return link.role in REPLACING and not link.targets and not REPLACING.isdisjoint(before)


def needs_target(link: Link) -> bool:
    """Whether LINK says nothing unless it points to something other than its claim."""
    return link.role in {"same", "part-of", "covers", *REPLACING}


def _is_target(connection: Connection, link: Link, target: str) -> bool:
    """Whether TARGET is a claim whose place can be taken, or a movement that is open."""
    if link.role in REPLACING:
        return _is_claim(connection, target)
    first = opener(target)
    if first is None:
        return False
    posted, _ = in_force(shelf.links_of(connection, [first]))
    return first in posted and posted[first].role in shelf.OPENING


def _is_claim(connection: Connection, name: str) -> bool:
    """Whether the ledger holds a claim."""
    return connection.execute(select(claims.c.id).where(claims.c.id == name)).first() is not None
