"""A reason: why one field of a claim is what it is, by which words and which rules of the reader."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from laydown.model.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """The argument for one field: its words, what our tables say of them, how it was decided, and by which rule.

    `steps` are the decisions in their order, such as each word that governs a movement and what it makes of it. `rule`
    is a function of the reader by its name, such as `drafting.filling.put_places`; `says` is what it states of itself,
    in one sentence. A field that is remembered has no words.
    """

    field: str
    words: tuple[str, ...]
    tables: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    rule: str | None = None
    says: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """A reading with the reasons for each of its claims, by the claim's id."""

    reading: Reading
    reasons: Mapping[str, tuple[Reason, ...]] = field(default_factory=dict)
