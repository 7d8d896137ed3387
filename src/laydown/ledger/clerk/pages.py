"""Pages: what each address says now, which other addresses say the same, and what a report stands in the place of."""

from bisect import insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from laydown.ledger.clerk.facts import Facts
from laydown.model import Entry, Kin

Told = Sequence[Facts]
"""The claims of one report."""


@dataclass(slots=True)
class Pages:
    """The reports of one block by the addresses at which they stood, each since an hour. It grows as the clerk posts.

    KIN knows where else the words of a report were seen, and what persons ruled: who is apart is no version of the
    other though the address be the same, and who is together with another of its outlet is one at any address.
    """

    kin: Kin
    versions: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    reports: list[Told] = field(default_factory=list)

    def add(self, told: Told) -> None:
        """Enter what a report says as what its pages say from its hour on."""
        number = len(self.reports)
        self.reports.append(told)
        for address, since in self._addresses(told[0].entry):
            insort(self.versions.setdefault(address, []), (since, number))

    def before(self, told: Told) -> list[Facts]:
        """What the pages of a report said before it, or at the very hour; else what a person ruled to be a version."""
        entry = told[0].entry
        hour = entry.said or ""
        found: set[int] = set()
        for address, _ in self._addresses(entry):
            found.update(self._at_one_hour(address, hour, entry.report))
            if (last := self._last(address, hour, entry.report)) is not None:
                found.add(last)
        if not found:
            found = set(sorted(self._ruled(entry))[-1:])
        return [facts for number in sorted(found) for facts in self.reports[number]]

    def still_says(self, old: Entry, new: Entry) -> bool:
        """Whether an address that has not come to NEW still says what OLD told: a copy elsewhere is not corrected.

        Who rules that an outlet's reports are versions says that the later stands for the earlier, wherever that is.
        """
        if self.kin.verdict(old.report, new.report) == "together" and old.outlet == new.outlet:
            return False
        here = {address for address, _ in self._addresses(new)}
        hour = new.said or ""
        for address, since in self._addresses(old):
            last = self._last(address, hour) if address not in here and since <= hour else None
            if last is not None and self.reports[last][0].entry.report == old.report:
                return True
        return False

    def _addresses(self, entry: Entry) -> Iterator[tuple[str, str]]:
        """The addresses at which the words of an entry's report stood, and since when."""
        hour = entry.said or ""
        if entry.address:
            yield entry.address, hour
        for seen in self.kin.seen.get(entry.report, ()):
            yield seen.address, max(hour, seen.said or hour)

    def _last(self, address: str, hour: str, report: str = "") -> int | None:
        """The last report at ADDRESS by an HOUR; those ruled apart from REPORT are none of its versions."""
        for since, number in reversed(self.versions.get(address, ())):
            if since <= hour and self.kin.verdict(self.reports[number][0].entry.report, report) != "apart":
                return number
        return None

    def _at_one_hour(self, address: str, hour: str, report: str) -> Iterator[int]:
        """The reports that ADDRESS told at that very hour, of which any may be an earlier wording of REPORT."""
        for since, number in self.versions.get(address, ()) if hour else ():
            if since == hour and self.kin.verdict(self.reports[number][0].entry.report, report) != "apart":
                yield number

    def _ruled(self, entry: Entry) -> Iterator[int]:
        """The reports of an entry's outlet that a person ruled together with its own."""
        kin = {
            both for both, ruling in self.kin.rulings.items() if ruling.verdict == "together" and entry.report in both
        }
        if not kin or entry.outlet is None:
            return
        names = {name for both in kin for name in both} - {entry.report}
        for number, told in enumerate(self.reports):
            if told[0].entry.report in names and told[0].entry.outlet == entry.outlet:
                yield number
