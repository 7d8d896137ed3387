"""A report: one version of one article, as canonical text and what its page says of itself."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field


def report_id(text: str) -> str:
    """The id of the report whose words are TEXT: the same words are the same report, wherever found.

    >>> report_id("")
    'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
    """
    return "sha256:" + hashlib.sha256(text.encode("utf-8")).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A labelled part of a report, such as "Why it matters"; offsets are code points into its text."""

    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One version of one article.

    `published` and `updated` are ISO 8601 dates or date-times as the page or the caller states them. They stay
    text, for a page that states a day does not state an hour. Unknown is None, never today. `url` is the address that
    the page gives itself, `retrieved` the hour at which it was fetched, in UTC. `found` says of a field where on the
    page it stood, such as {"updated": "meta article:modified_time"}.
    """

    text: str
    id: str = ""
    source: str | None = None
    publisher: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    published: str | None = None
    updated: str | None = None
    url: str | None = None
    retrieved: str | None = None
    found: Mapping[str, str] = field(default_factory=dict, hash=False)
    breaking: bool = False
    sections: tuple[Section, ...] = field(default=())

    def __post_init__(self) -> None:
        """Fill in the id, which is a hash of the text and so is never the caller's to choose."""
        object.__setattr__(self, "id", report_id(self.text))
