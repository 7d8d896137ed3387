"""Sheets: balances, movements, conflicts and doubts as a person wants to see them."""

from collections.abc import Mapping, Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from laydown.cli.cards import STATUS_SIGNS
from laydown.export import notation
from laydown.model import Balance, Certificate, Conflict, Dropped, Entry, Line, Link, Movement, Option
from laydown.model.identity import opener


def print_balances(
    screen: Console, found: Sequence[Balance], *, why: bool, gone: Mapping[str, Dropped] | None = None
) -> None:
    """Print a sheet a force and asset, a row a place, and below each row, where asked, the sums that prove it.

    Lines of claims that are GONE from their pages say so.
    """
    if not found:
        screen.print(Text("The books know of nobody there.", "dim"))
    groups: dict[tuple[str, str], list[Balance]] = {}
    for one in found:
        groups.setdefault((one.force, one.asset), []).append(one)
    for (force, asset), rows in groups.items():
        first = rows[0]
        day = f"as of {first.as_of}" if first.as_of else "as of the last report"
        screen.print(Text.assemble((f"{force} {asset}", "bold"), (f"  {_basis(first)}, {day}", "bright_black")))
        screen.print(_sheet(rows))
        for row in rows if why else ():
            _print_proofs(screen, row, gone or {})
        screen.print()


def _basis(balance: Balance) -> str:
    """The basis in words."""
    return "as ordered" if balance.basis == "ordered" else "in place"


def _sheet(rows: Sequence[Balance]) -> Table:
    """A row a place; the level is what the two columns before it come to if nothing went unreported."""
    gaps = any(row.unexplained for row in rows)
    sheet = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bright_black")
    sheet.add_column("place", no_wrap=True)
    for name in ("stated", "change since", "level", *(("unexplained",) if gaps else ()), "outlets"):
        sheet.add_column(name, justify="right", no_wrap=True)
    for row in rows:
        cells = [
            _stated(row),
            notation.span(row.net_change, signed=True),
            notation.span(row.level) if row.level else "–",
        ]
        if gaps:
            cells.append(notation.span(row.unexplained, signed=True) if row.unexplained else "–")
        name = Text.assemble((row.place.name, "bold"), (" contested", "red") if row.contested else "")
        sheet.add_row(name, *cells, str(len(row.sources)))
    return sheet


def _stated(row: Balance) -> str:
    """The stock that sources state, with its day."""
    return f"{notation.span(row.stated.bounds)}, {row.stated.on.day} {row.stated.on:%b}" if row.stated else "–"


def _print_proofs(screen: Console, balance: Balance, gone: Mapping[str, Dropped]) -> None:
    """Print the sums that prove the bounds of a balance, each as lines that a person can add up."""
    what, bounds = ("level", balance.level) if balance.level else ("change", balance.net_change)
    screen.print(Text.assemble("  ", (notation.place(balance.place), "bold"), f": why {what} {notation.span(bounds)}"))
    for proof, value, side in (
        (bounds.proof_of_low, bounds.low, "at least"),
        (bounds.proof_of_high, bounds.high, "at most"),
    ):
        if value is None:
            screen.print(Text(f"    {side}: nothing bounds it", "bright_black"))
        elif proof is not None:
            _print_proof(screen, proof, f"{side} {value:,}")
            for line in proof.lines:
                if line.claim is not None and line.claim in gone:
                    screen.print(Text(f"      ! “{_start(line.words)}”: {gone_since(gone[line.claim])}", "yellow"))


def _print_proof(screen: Console, proof: Certificate, proves: str) -> None:
    """Print one sum: what each claim adds, whose it is, by which words, and what all come to."""
    rows = [_summand(line) for line in proof.lines]
    total = sum(line.coefficient * line.bound for line in proof.lines)
    wide = [max(len(row[n]) for row in rows) if rows else 0 for n in range(3)]
    for amount, side, name, words in rows:
        told = Text(f"      {amount:>{wide[0]}}  ")
        told.append(f"{side:<{wide[1]}}  ", "bright_black").append(f"{name:<{wide[2]}}  ", "cyan").append(words)
        screen.print(told, no_wrap=True, overflow="ellipsis")
    if proof.divisor != 1:
        screen.print(f"      = {total:,} ÷ {proof.divisor}")
    screen.print(Text(f"      = {proves}", "bold"))


def _summand(line: Line) -> tuple[str, str, str, str]:
    """A line of a sum: the signed amount, which bound of the claim it is, whose, in which words."""
    times = "" if abs(line.coefficient) == 1 else f"{abs(line.coefficient)} × "
    sign = "+" if line.coefficient > 0 else "−"
    side = "at least" if line.side == "low" else "at most"
    name = line.outlet or ("we assume" if line.claim is None else "-")
    return f"{sign} {times}{line.bound:,}", side, name, _quoted(line.words)


def _start(words: str) -> str:
    """The first of WORDS, by which a line is known again."""
    return " ".join(words.split()[:6]) + " ..."


def _quoted(words: str) -> str:
    """WORDS as they stand, on one line; what is too long for the screen is cut there."""
    return f"“{' '.join(words.split())}”"


def print_movements(screen: Console, found: Sequence[Movement]) -> None:
    """Print a card a movement: how many of whom, where from and to, how far along, and told by how many claims."""
    for one in found:
        sign, colour = STATUS_SIGNS[one.status]
        route = " → ".join((notation.places(one.origin) or "…", notation.places(one.destination) or "…"))
        number = f"{notation.span(one.quantity)} {one.force} {one.asset}"
        told = Text.assemble((f"{sign} ", colour), (number, "bold"), f"  {route}")
        screen.print(told.append("  contested" if one.contested else "", "red"))
        days = str(one.first) if one.first == one.last else f"{one.first} to {one.last}"
        claims = "1 claim" if len(one.claims) == 1 else f"{len(one.claims)} claims"
        screen.print(Text(f"    {one.status.replace('_', ' ')}, {days}, {claims}   {one.id}", "bright_black"))


def print_conflict(screen: Console, conflict: Conflict, entries: Mapping[str, Entry]) -> None:
    """Print the claims that cannot all be true, with their outlets and words, and what each repair leaves."""
    screen.print(Text.assemble(("⚡ ", "red"), (f"{conflict.force} {conflict.asset}", "bold"), "  cannot all be true"))
    for name in conflict.claims:
        _print_telling(screen, entries.get(name), name)
    for repair in conflict.repairs:
        witnesses = "1 witness" if repair.witnesses == 1 else f"{repair.witnesses} witnesses"
        screen.print(Text(f"  without {', '.join(repair.removed)} ({witnesses}):"))
        for balance in repair.balances:
            known = (
                f"level {notation.span(balance.level)}"
                if balance.level
                else f"change {notation.span(balance.net_change, signed=True)}"
            )
            screen.print(Text.assemble("    ", (balance.place.name, "bold"), f"  {known}"))
    screen.print()


def print_doubt(screen: Console, entry: Entry, link: Link, entries: Mapping[str, Entry]) -> None:
    """Print a claim in suspense and the ways to post it, the likeliest first."""
    claim = entry.claim
    told = f"{notation.force(claim.force, claim.quantity)}  {notation.route(claim)}"
    screen.print(Text.assemble(("? ", "yellow"), (told, "bold"), ("  " + link.reason, "bright_black")))
    _print_telling(screen, entry, entry.id)
    for option in link.options:
        screen.print(Text(f"    {option.score:5.1f}  {_way(option)}", "bright_black"))
        for target in option.targets:
            _print_telling(screen, entries.get(opener(target) or ""), target, indent=12)
    screen.print()


def print_dropped(screen: Console, entry: Entry, gone: Dropped) -> None:
    """Print a claim that counts still, and since when its page tells it no more."""
    claim = entry.claim
    told = f"{notation.force(claim.force, claim.quantity)}  {notation.route(claim)}"
    screen.print(
        Text.assemble(("− ", "yellow"), (told, "bold"), (f"  counted still; {gone_since(gone)}", "bright_black"))
    )
    _print_telling(screen, entry, entry.id)
    if gone.notice:
        screen.print(Text(f"    ! “{gone.notice}”", "red"))
    screen.print()


def gone_since(gone: Dropped) -> str:
    """Since when a page tells a claim no more, and whether it says that it was wrong."""
    when = (gone.said or "a later version").replace("T", " ").removesuffix("Z")
    how = "corrected" if gone.notice else "without a notice"
    return f"its page tells it no more since {when}, {how}"


def print_entry(screen: Console, entry: Entry) -> None:
    """Print a claim of the books in short, with who said it and its words."""
    claim = entry.claim
    sign, colour = STATUS_SIGNS[claim.status]
    told = "  ".join(filter(None, (notation.force(claim.force, claim.quantity), notation.route(claim))))
    screen.print(Text.assemble((f"{sign} ", colour), (f"{claim.kind}  ", "cyan"), (told, "bold")))
    _print_telling(screen, entry, entry.id)
    screen.print()


def _way(option: Option) -> str:
    """An option in words."""
    return {
        "opens": "a movement of its own",
        "same": "the same as",
        "part-of": "a part of",
        "covers": "the sum of",
    }.get(option.role, option.role)


def _print_telling(screen: Console, entry: Entry | None, name: str, indent: int = 4) -> None:
    """Print who said something, when, in which words."""
    if entry is None:
        screen.print(" " * indent + name)
        return
    day = (entry.said or "no day")[:10]
    told = Text.assemble(" " * indent, (f"{day} {entry.outlet or '-'}: ", "cyan"), _quoted(entry.words))
    screen.print(told, no_wrap=True, overflow="ellipsis")
    screen.print(Text(" " * indent + name, "bright_black"))
