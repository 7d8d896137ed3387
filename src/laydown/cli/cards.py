"""Cards: a reading as a person wants to see it, each claim with the words that carry it."""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from laydown.cli.arguments import print_argument
from laydown.cli.marks import elsewhere, evidence_lines
from laydown.export import notation
from laydown.model import Claim, Reading, Reason, Report, Status

WIDTH: Final = 100
"""Cells of a line where there is no terminal to ask, so that a file always looks the same; more is hard to read."""

STATUS_SIGNS: Final[Mapping[Status, tuple[str, str]]] = {
    "requested": ("?", "blue"),
    "considered": ("◌", "blue"),
    "announced": ("◔", "yellow"),
    "underway": ("◑", "cyan"),
    "completed": ("●", "green"),
    "cancelled": ("⊘", "red"),
    "ruled_out": ("✕", "red"),
    "present": ("■", "green"),
    "former": ("□", "bright_black"),
    "denied": ("☒", "red"),
    "on_alert": ("▲", "yellow"),
    "activated": ("▶", "green"),
    "not_activated": ("▷", "bright_black"),
    "stood_down": ("▽", "bright_black"),
    "stated": ("❝", "white"),
}
"""A sign of its own for each status, for colour is never the only one."""

_PLURALS: Final = {"presence": "presences", "readiness": "readiness", "assistance": "assistance"}


def console() -> Console:
    """Standard output: as wide as the terminal within reason, and always the same where it is none."""
    terminal = sys.stdout.isatty()
    width = min(Console().width, WIDTH) if terminal else WIDTH
    return Console(file=sys.stdout, width=width, highlight=False, markup=False, emoji=False)


def print_reading(screen: Console, reading: Reading, reasons: Mapping[str, Sequence[Reason]] | None = None) -> None:
    """Print READING on SCREEN: a heading, then a card a claim, each with the argument for it where REASONS has one."""
    _print_heading(screen, reading)
    for claim in reading.claims:
        _print_card(screen, claim, reading.report.text)
        if reasons is not None:
            print_argument(screen, reasons.get(claim.id, ()))
    if not reading.claims:
        _print_wrapped(screen, Text("No claim about a force was found in this report.", "dim"))
    screen.print()


def _print_heading(screen: Console, reading: Reading) -> None:
    """Print whose report it is, of which day, and what was found in it."""
    report = reading.report
    mark = Text("! BREAKING", "bold red") if report.breaking else Text()
    title = Text(report.title or report.source or "(without a title)", "bold")
    screen.print(_two_sided(title, mark, screen.width) if mark else title)
    _print_wrapped(screen, Text(" · ".join(_facts(report)), "dim"), lead="")
    _print_wrapped(screen, Text(tally(reading.claims)), lead="")
    screen.print(Text("━" * screen.width, "dim"))


def _facts(report: Report) -> Iterator[str]:
    """What is known of REPORT itself."""
    if report.publisher:
        yield report.publisher
    yield f"published {report.published}" if report.published else "day of publication unknown"
    if report.updated:
        yield f"updated {report.updated}"
    if report.title and report.source:
        yield report.source


def tally(claims: tuple[Claim, ...]) -> str:
    """How many claims there are of each kind.

    >>> tally(())
    'no claims'
    """
    counts = Counter(claim.kind for claim in claims)
    parts = [f"{count} {kind if count == 1 else _PLURALS.get(kind, kind + 's')}" for kind, count in counts.items()]
    return f"{len(claims)} claim{'s' if len(claims) > 1 else ''}: {', '.join(parts)}" if parts else "no claims"


def _print_wrapped(screen: Console, line: Text, lead: str = "  ") -> None:
    """Print LINE behind LEAD, and what does not fit two cells further in below it; no white space at the ends."""
    first, *more = line.wrap(screen, screen.width - 4) or [Text()]
    for indent, piece in ((lead, first), *((lead + "  ", piece) for piece in more)):
        piece.rstrip()
        screen.print(Text(indent).append_text(piece), no_wrap=True)


def _two_sided(left: Text, right: Text, width: int) -> Table:
    """LEFT and RIGHT at the two ends of a line."""
    line = Table.grid(expand=True)
    line.width = width
    line.add_column()
    line.add_column(justify="right")
    line.add_row(left, right)
    return line


def _print_card(screen: Console, claim: Claim, text: str) -> None:
    """Print CLAIM: what it is, what it says, who says so, and the words of TEXT behind it."""
    screen.print(_title(claim, screen.width))
    _print_wrapped(screen, Text(headline(claim), "bold"))
    for line in _details(claim):
        _print_wrapped(screen, line)
    for words, ruler in evidence_lines(text, claim, screen.width - 4):
        screen.print(Text.assemble(("  │ ", "dim"), words), no_wrap=True)
        if ruler is not None:
            screen.print(Text.assemble(("  │ ", "dim"), ruler), no_wrap=True)
    if notes := elsewhere(text, claim):
        _print_wrapped(screen, Text.assemble(("elsewhere  ", "dim"), Text(" · ").join(notes)))
    screen.print()


def _title(claim: Claim, width: int) -> Table:
    """The first line of a card: sign, status and kind on the left, id and confidence on the right."""
    sign, style = STATUS_SIGNS[claim.status]
    sort = (claim.action or claim.act or "").replace("_", " ")
    left = Text.assemble(
        (f"{sign} {claim.status.replace('_', ' ').upper()}", f"bold {style}"),
        f"  {claim.kind}",
        f" · {sort}" if sort else "",
    )
    return _two_sided(left, Text(f"{claim.id}  {claim.confidence:.0%} sure", "dim"), width)


def headline(claim: Claim) -> str:
    """What CLAIM says, in one line."""
    match claim.kind:
        case "assistance":
            given = notation.count(claim.quantity) if claim.quantity else "aid"
            unit = claim.quantity.unit.replace("_", " ") if claim.quantity else ""
            parties = f"{claim.donor or '?'} → {claim.recipient or '?'}"
            return f"{given}{'' if unit in {'', 'USD', 'EUR', 'GBP'} else f' {unit}'}  {parties}"
        case "command":
            sides = (claim.under and f"under {claim.under}", claim.not_under and f"not under {claim.not_under}")
            return f"{notation.force(claim.force, claim.quantity)}  {', '.join(filter(None, sides))}"
        case "statement":
            return claim.topic or claim.quote or "(no topic)"
        case _:
            more = "another " if claim.additional else ""
            return f"{more}{notation.force(claim.force, claim.quantity)}  {notation.route(claim)}".rstrip()


def _details(claim: Claim) -> Iterator[Text]:
    """The lines between headline and evidence, each a word and what it stands for."""
    yield _detail("says", notation.speaker(claim.attribution))
    rest = (
        ("by", claim.authority),
        ("when", claim.when and notation.days(claim.when)),
        ("stay", claim.duration),
        ("part of", ", ".join(claim.part_of)),
        ("total of", ", ".join(claim.total_of)),
    )
    known = [_detail(label, value) for label, value in rest if value]
    if known:
        yield Text("   ").join(known)


def _detail(label: str, value: str) -> Text:
    """VALUE behind its LABEL."""
    return Text.assemble((f"{label} ", "dim"), value)
