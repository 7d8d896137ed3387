"""One sentence with all that the finders found in it: the stage on which claims are read."""

from dataclasses import dataclass, field
from datetime import date

from laydown.lexicon.organizations import OrgMatch, find_organizations, localised
from laydown.reading.mentions.forces import find_mentions
from laydown.reading.mentions.mention import Mention
from laydown.reading.mentions.places import find_spots
from laydown.reading.mentions.quantities import Count, find_counts
from laydown.reading.mentions.recalled import most_named
from laydown.reading.mentions.seats import find_seats
from laydown.reading.mentions.spots import Around, Spot
from laydown.reading.mentions.units import UnitName, find_units
from laydown.reading.text.grammar import Token, Tree
from laydown.reading.text.passages import Passage
from laydown.reading.times import Time, find_times


@dataclass(slots=True)
class Scene:
    """A parsed sentence and its mentions: all offsets are into the sentence, which begins at `offset` of the report."""

    offset: int
    tree: Tree
    passage: Passage
    counts: list[Count]
    units: list[UnitName]
    mentions: list[Mention]
    spots: list[Spot]
    organizations: list[OrgMatch]
    anchor: date | None
    times: list[Time] = field(default_factory=list)
    seats: list[Spot] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self.tree.text

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets into the report for offsets into the sentence."""
        return self.offset + start, self.offset + end

    def force_before(self, at: int) -> Mention | None:
        """The force named last before AT that is no modifier of another noun."""
        return next((m for m in reversed(self.mentions) if m.end <= at and not m.modifies), None)

    def spot_at(self, token: Token) -> Spot | None:
        """The place whose phrase hangs by TOKEN."""
        return next((s for s in self.spots if s.head == token.i and not s.nested), None)


def _is_corps(text: str, match: OrgMatch) -> bool:
    """Whether a match is a body of troops by its full name; one word may as well be an airline or a composer."""
    return match.organization.kind == "unit_family" and " " in text[match.start : match.end]


def set_scene(
    tree: Tree, offset: int, passage: Passage, anchor: date | None, names: list[UnitName], around: Around,
    last: Mention | None = None,
) -> Scene:  # fmt: skip
    """The scene of a parsed sentence; NAMES are ships and units that the report has introduced under a shorter name."""
    text = tree.text
    times = find_times(text, anchor)
    units = sorted([*find_units(text), *names], key=lambda u: u.start)
    taken = [(t.start, t.end) for t in times if not t.duration] + [(u.start, u.end) for u in units]
    counts = find_counts(text, taken)
    home = around.context.home.country if around.context.home is not None else None
    organizations = [localised(found, most_named(around.context), home) for found in find_organizations(text)]
    services = [(o.start, o.end) for o in organizations if o.organization.kind == "service" or _is_corps(text, o)]
    mentions = find_mentions(tree, counts, units, last, services, arms=around.arms)
    counts += [m.count for m in mentions if m.count is not None and m.count not in counts]
    spots = find_spots(tree, [(u.start, u.end) for u in units], organizations, around)
    spots = [s for s in spots if not any(t.start <= s.start and s.end <= t.end for t in times)]
    seats = find_seats(tree, around)
    return Scene(offset, tree, passage, counts, units, mentions, spots, organizations, anchor, times, seats)
