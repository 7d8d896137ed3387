"""Tellings: stories and what changed in them, as a person wants to see them."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from rich.console import Console
from rich.text import Text

from laydown.cli.cards import headline
from laydown.cli.sheets import gone_since
from laydown.export import notation
from laydown.model import Change, Changes, Dropped, Ruling, Sighting, Story, Telling, Version
from laydown.model.identity import short

if TYPE_CHECKING:
    from laydown.desk.books import Taken
    from laydown.desk.watching import News

_SIGNS: Final = {"added": ("+ ", "green"), "removed": ("− ", "red"), "changed": ("~ ", "yellow")}


def print_changes(screen: Console, changes: Changes, indent: str = "") -> None:
    """Print what was added, removed and changed, each with its sentence or both of them."""
    if changes.notice:
        screen.print(Text.assemble(indent, ("! correction  ", "bold red"), f"“{changes.notice}”"))
    for what, tellings in (("added", changes.added), ("removed", changes.removed)):
        for telling in tellings:
            _print_telling(screen, telling, what, indent)
    for change in changes.changed:
        _print_change(screen, change, indent)
    if not changes:
        screen.print(Text(indent + "No claim changed.", "dim"))


def print_story(screen: Console, story: Story, changed: Sequence[Changes], gone: Sequence[Dropped] = ()) -> None:
    """Print a story: its versions in the order of time with their reasons, and below each what it changed.

    At its foot, what is GONE from its pages and counts in the books all the same.
    """
    first = story.versions[0]
    count = len(story.versions)
    told = "1 report" if count == 1 else f"{count} reports"
    screen.print(Text.assemble((first.title or first.outlet or story.id, "bold"), f"  {told}  ", (story.id, "cyan")))
    steps = {one.new: one for one in changed}
    for version in story.versions:
        screen.print(_line(version))
        for seen in version.sightings:
            screen.print(_seen(seen))
        if version.report in steps:
            print_changes(screen, steps[version.report], indent="      ")
    for link in story.follows:
        screen.print(Text(f"  follows {link.of}: {link.reason}", "bright_black"))
    for one in gone:
        screen.print(Text.assemble("  ", ("! ", "yellow"), f"counted still: “{one.words}”"))
        screen.print(Text(f"      {one.claim}  {gone_since(one)}", "bright_black"))
    for ruling in story.rulings:
        screen.print(Text("  " + ruling_line(ruling), "bright_black"))
    screen.print()


def ruling_line(ruling: Ruling) -> str:
    """What a person ruled of two reports, in one line."""
    one, other = map(short, ruling.pair)
    return f"ruled {ruling.verdict}: {one} and {other}, {ruling.recorded}: {ruling.reason}"


def _seen(seen: Sighting) -> Text:
    """Where else the same words stood, and since when."""
    line = Text.assemble("  ", (f"{_hour(seen.at)}  ", "cyan"), seen.outlet or "-")
    return line.append(f"  copy: the same words at {seen.source or 'no address'}", "bright_black")


def _hour(at: str | None) -> str:
    """An hour in UTC, without its marks."""
    return (at or "no day").replace("T", " ").removesuffix("Z")


def _line(version: Version) -> Text:
    """A version: when, whose, which report, and why it is here."""
    line = Text.assemble("  ", (f"{_hour(version.at)}  ", "cyan"), version.outlet or "-")
    line.append(f"  {short(version.report)}", "bright_black")
    if version.grouping:
        line.append(f"  {version.grouping.kind}: {version.grouping.reason}", "bright_black")
    return line


def _print_telling(screen: Console, telling: Telling, what: str, indent: str) -> None:
    """Print a claim that came or went."""
    sign, colour = _SIGNS[what]
    status = telling.claim.status.replace("_", " ")
    screen.print(Text.assemble(indent, (sign, colour), f"{what}  {status}  ", (headline(telling.claim), "bold")))
    screen.print(Text(f"{indent}    “{telling.words}”", "bright_black"))


def _print_change(screen: Console, change: Change, indent: str) -> None:
    """Print a claim that changed: its fields, then both sentences."""
    sign, colour = _SIGNS["changed"]
    line = Text.assemble(indent, (sign, colour), "; ".join(_differences(change)))
    screen.print(line.append("  corrected" if change.corrected else "", "red"))
    screen.print(Text(f"{indent}    was “{change.old.words}”", "bright_black"))
    screen.print(Text(f"{indent}    now “{change.new.words}”", "bright_black"))


def taken_to_json(taken: "Taken") -> dict[str, object]:
    """What `laydown add` and `laydown watch` print of a report that a ledger took, as the contract has it."""
    named = ("claims", "new", "story", "version")
    return {"id": taken.report, **{name: getattr(taken, name) for name in named}}


def news_lines(news: "News") -> Iterator[str]:
    """What came in, one line a change: the report itself, then each claim that its new version changed."""
    report, claims, version, changes = news.report, news.taken.claims, news.taken.version, news.changes
    who = " ".join(filter(None, (report.publisher, f"“{report.title}”" if report.title else None))) or "-"
    told = "1 claim" if claims == 1 else f"{claims} claims"
    what = f"version {version}" if version > 1 else "new"
    yield f"{what}  {who}  {told}  {report.source or '-'}"
    if changes is None:
        return
    if changes.notice:
        yield f"  ! correction  “{changes.notice}”"
    yield from (f"  + {one.claim.status.replace('_', ' ')}  {headline(one.claim)}" for one in changes.added)
    yield from (f"  − {one.claim.status.replace('_', ' ')}  {headline(one.claim)}" for one in changes.removed)
    yield from (f"  ~ {headline(one.new.claim)}: {'; '.join(_differences(one))}" for one in changes.changed)


def _differences(change: Change) -> Iterator[str]:
    """The fields, each as it was and as it is."""
    for name in change.fields:
        yield f"{name} {notation.field(change.old.claim, name)} → {notation.field(change.new.claim, name)}"
