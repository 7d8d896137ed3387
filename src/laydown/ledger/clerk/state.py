"""State: the movements that are open, as far as they have been told."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from laydown.ledger.clerk.facts import Facts
from laydown.model import Link, Place


@dataclass(slots=True)
class Told:
    """A movement as told so far, by the entries that open and retell it. It grows as the clerk posts."""

    id: str
    parent: str | None
    tellings: list[Facts] = field(default_factory=list)

    @property
    def opening(self) -> Facts:
        """The telling that opened it."""
        return self.tellings[0]

    @property
    def origin(self) -> tuple[Place, ...]:
        """Where it comes from, in the first telling that says so."""
        return next((t.claim.origin for t in self.tellings if t.claim.origin), ())

    @property
    def destination(self) -> tuple[Place, ...]:
        """Where it goes to, in the first telling that says so."""
        return next((t.claim.destination for t in self.tellings if t.claim.destination), ())

    @property
    def opened(self) -> date | None:
        """The day on which it was first told."""
        return self.opening.said

    @property
    def last(self) -> date | None:
        """The last day on which it was told."""
        return max((t.said for t in self.tellings if t.said), default=None)


@dataclass(slots=True)
class State:
    """The movements of one block, in the order of their opening, and what each entry was posted to."""

    movements: dict[str, Told] = field(default_factory=dict)
    posted: dict[str, tuple[str, ...]] = field(default_factory=dict)
    parts: dict[str, list[Told]] = field(default_factory=dict)

    def post(self, facts: Facts, link: Link) -> None:
        """Enter what LINK decides of FACTS' entry."""
        entry = facts.entry.id
        if link.role in {"opens", "part-of"}:
            name = movement_id(entry)
            parent = link.targets[0] if link.role == "part-of" and link.targets else None
            told = self.movements[name] = Told(id=name, parent=parent, tellings=[facts])
            if parent:
                self.parts.setdefault(parent, []).append(told)
            self.posted[entry] = (name,)
        elif link.role == "same":
            for name in link.targets:
                if name in self.movements:
                    self.movements[name].tellings.append(facts)
            self.posted[entry] = link.targets
        elif link.role == "covers":
            self.posted[entry] = link.targets

    def recent(self, on: date | None, days: int) -> Iterator[Told]:
        """The movements opened less than DAYS before a day.

        By their opening and not by their last telling, so that the claims of the last DAYS are all that a decision
        can hang on, whatever came before.
        """
        earliest = on - timedelta(days=days) if on else None
        for movement in self.movements.values():
            if earliest is None or (movement.opened and movement.opened > earliest):
                yield movement


def movement_id(entry: str) -> str:
    """The id of the movement that an entry opens.

    >>> movement_id("54c0a1.c2fe")
    'm-54c0a1.c2fe'
    """
    return f"m-{entry}"
