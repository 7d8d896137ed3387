"""One sentence with all that the finders found in it: the stage on which claims are read."""

from dataclasses import dataclass, field
from datetime import date

from laydown.lexicon.organizations import OrgMatch, find_organizations
from laydown.reading.forces import Mention, find_mentions
from laydown.reading.grammar import Token, Tree
from laydown.reading.passages import Passage
from laydown.reading.places import Context, Spot, find_spots
from laydown.reading.quantities import Count, find_counts
from laydown.reading.times import Time, find_times
from laydown.reading.units import UnitName, find_units


@dataclass(slots=True)
class Scene:
    """A parsed sentence and its mentions; all offsets are into the sentence, `offset` is where it begins in the report."""

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

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self.tree.text

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets into the report for offsets into the sentence."""
        return self.offset + start, self.offset + end

    def spot_at(self, token: Token) -> Spot | None:
        """The place whose phrase hangs by TOKEN."""
        return next((s for s in self.spots if s.head == token.i and not s.nested), None)


def set_scene(
    tree: Tree, offset: int, passage: Passage, anchor: date | None, names: list[UnitName], context: Context,
    last: Mention | None = None,
) -> Scene:  # fmt: skip
    """The scene of a parsed sentence; NAMES are ships and units that the report has introduced under a shorter name."""
    text = tree.text
    times = find_times(text, anchor)
    counts = find_counts(text, [(t.start, t.end) for t in times if not t.duration])
    units = sorted([*find_units(text), *names], key=lambda u: u.start)
    organizations = find_organizations(text)
    services = [(o.start, o.end) for o in organizations if o.organization.kind == "service"]
    mentions = find_mentions(tree, counts, units, last, services)
    spots = find_spots(tree, [(u.start, u.end) for u in units], organizations, context)
    spots = [s for s in spots if not any(t.start <= s.start and s.end <= t.end for t in times)]
    return Scene(offset, tree, passage, counts, units, mentions, spots, organizations, anchor, times)
