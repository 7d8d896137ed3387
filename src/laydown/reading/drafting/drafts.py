"""Claims while they are being read: mutable, with sentence-wise spans, until folding makes them final."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from laydown.model import (
    Act,
    Action,
    Attribution,
    Category,
    Duration,
    Kind,
    Offsets,
    Period,
    Place,
    Quantity,
    Status,
)
from laydown.reading.text.trace import is_asked, name_of, rules_now


@dataclass(slots=True, eq=False)
class Draft:
    """A claim in the making. `anaphoric`: its force was named before ("the troops").

    `total`: its number sums up movements. `done`: an event told before that is said to be over ("the withdrawal was
    completed"). `undated`: the times around it are another claim's. `rest`: it is what
    is left of a force. `bare`: its number has no noun ("another 300").
    `home`: the word by which it goes home. `toward`: which end its verb has a place for.
    `order` is where its own words begin, `head` the
    token of its force in the sentence.
    """

    kind: Kind
    status: Status
    start: int
    end: int
    order: int = 0
    nation: str | None = None
    category: Category = "personnel"
    units: tuple[str, ...] = ()
    words: str | None = None
    quantity: Quantity | None = None
    additional: bool = False
    origin: tuple[Place, ...] = ()
    destination: tuple[Place, ...] = ()
    location: tuple[Place, ...] = ()
    action: Action | None = None
    duration: Duration | None = None
    authority: str | None = None
    attribution: Attribution | None = None
    when: Period | None = None
    donor: str | None = None
    recipient: str | None = None
    under: str | None = None
    not_under: str | None = None
    act: Act | None = None
    topic: str | None = None
    quote: str | None = None
    spans: dict[str, list[Offsets]] = field(default_factory=dict)
    rules: dict[str, list[str]] = field(default_factory=dict)
    steps: dict[str, list[str]] = field(default_factory=dict)
    retold: list[tuple[Offsets, str]] = field(default_factory=list)
    anaphoric: bool = False
    done: bool = False
    undated: bool = False
    rest: bool = False
    bare: bool = False
    part_of: tuple["Draft", ...] = ()
    total_of: tuple["Draft", ...] = ()
    total: bool = False
    head: int | None = None
    toward: Literal["origin", "destination"] | None = None
    home: Offsets | None = None

    def mark(self, name: str, *spans: Offsets) -> None:
        """Add SPANS to the words behind the field NAME, each once."""
        known = self.spans.setdefault(name, [])
        known.extend(span for span in spans if span not in known)
        if rules := rules_now():
            self.rules.setdefault(name, []).extend(rules)

    def note(self, name: str, *steps: str, by: Callable[..., object]) -> None:
        """Say how the field NAME was decided, BY which rule: kept only where somebody asks why."""
        if is_asked():
            self.steps.setdefault(name, []).extend(steps)
            self.rules.setdefault(name, []).insert(0, name_of(by))
