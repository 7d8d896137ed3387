"""State: the movements that are open, as far as they have been told."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from laydown.ledger.clerk.facts import Facts
from laydown.ledger.clerk.pages import Pages
from laydown.model import Kin, Link, Place
from laydown.model.identity import movement_id


@dataclass(slots=True)
class Told:
    """A movement as told so far, by the entries that open and retell it. It grows as the clerk posts.

    `origin` and `destination` are those of the first telling that gives any; `last` is the last day of telling.
    """

    id: str
    opening: Facts
    parent: str | None
    tellings: list[Facts] = field(default_factory=list)
    origin: tuple[Place, ...] = ()
    destination: tuple[Place, ...] = ()
    opened: date | None = None
    last: date | None = None

    def tell(self, facts: Facts) -> None:
        """Take in one more telling."""
        self.tellings.append(facts)
        self.origin = self.origin or facts.claim.origin
        self.destination = self.destination or facts.claim.destination
        self.opened = self.opened or facts.said
        self.last = max(filter(None, (self.last, facts.said)), default=None)


@dataclass(slots=True)
class State:
    """The movements of one block, in the order of their opening, and what each entry was posted to."""

    kin: Kin
    pages: Pages
    movements: dict[str, Told] = field(default_factory=dict)
    posted: dict[str, tuple[str, ...]] = field(default_factory=dict)
    parts: dict[str, list[Told]] = field(default_factory=dict)

    def post(self, facts: Facts, link: Link) -> None:
        """Enter what LINK decides of FACTS' entry."""
        entry = facts.entry.id
        if link.role in {"opens", "part-of"}:
            name = movement_id(entry)
            parent = link.targets[0] if link.role == "part-of" and link.targets else None
            told = self.movements[name] = Told(id=name, opening=facts, parent=parent)
            told.tell(facts)
            if parent:
                self.parts.setdefault(parent, []).append(told)
            self.posted[entry] = (name,)
        elif link.role == "same":
            for name in link.targets:
                if name in self.movements:
                    self.movements[name].tell(facts)
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
