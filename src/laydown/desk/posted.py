"""Posted: the claims of a report with what each does in the books, and the movements that this concerns."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from laydown.model import Books, Entry, Link
from laydown.model.identity import movement_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """A claim with the link that holds of it; None where the books did not know it by the hour that was asked.

    `movements` are those that the claim opens or tells of, `corrects` the claims that count no more for it,
    `updates` those that count until it was said.
    """

    entry: Entry
    link: Link | None
    movements: tuple[str, ...]
    corrects: tuple[str, ...]
    updates: tuple[str, ...]


def posted(books: Books, entries: Iterable[Entry]) -> Iterator[Posted]:
    """Each of ENTRIES as BOOKS have it."""
    for entry in entries:
        link, replacing = books.links.get(entry.id), books.replacing.get(entry.id)
        yield Posted(
            entry=entry,
            link=link,
            movements=concerned(link) if link else (),
            corrects=replacing.targets if replacing and replacing.role == "supersedes" else (),
            updates=replacing.targets if replacing and replacing.role == "updates" else (),
        )


def concerned(link: Link) -> tuple[str, ...]:
    """The movements that a LINK is about: the one that it opens before those that it names.

    >>> concerned(Link(claim="e3b0c44298fc1c14.c2", role="part-of", targets=("m-e3b0c44298fc1c14.c1",)))
    ('m-e3b0c44298fc1c14.c2', 'm-e3b0c44298fc1c14.c1')
    """
    match link.role:
        case "opens":
            return (movement_id(link.claim),)
        case "part-of":
            return (movement_id(link.claim), *link.targets)
        case "same" | "covers":
            return link.targets
        case _:
            return ()
