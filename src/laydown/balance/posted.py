"""Posted: the books sorted into movements, totals and stocks, as the links of their claims have it."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from laydown.balance.flows import Flow, Key, Posted, movement_of
from laydown.balance.timing import LIVE, TELLING, begins
from laydown.balance.updates import by_size
from laydown.model import REPLACING, Books, Entry, Link
from laydown.model.identity import block


def posted(books: Books) -> dict[Key, Posted]:
    """BOOKS sorted by force and asset, without what is corrected, in suspense, or enters no sum.

    What an update took the place of holds until the day of the update.

    A movement belongs to the force and asset of the claim that opened it; a claim that counts something else tells of
    its course and not of its size.
    """
    sorted_: dict[Key, Posted] = {}
    homes = _homes(books)
    updates = {old: books.entries[new] for old, new in books.updated.items()}
    for entry, link in _standing(books, updates):
        key = block(entry.claim)
        if link.role == "states":
            sorted_.setdefault(key, Posted()).stocks.append((entry, link))
        elif link.role == "covers":
            by_home = _by_home(link.targets, homes)
            for home, targets in by_home.items():
                if len(by_home) == 1 and home[1] == key[1]:
                    sorted_.setdefault(home, Posted()).totals.append((entry, targets))
        else:
            _tell(entry, link, homes, sorted_)
    _hang(books, homes, sorted_)
    _date(books, homes, sorted_)
    for held in sorted_.values():
        _wire(held.flows)
        if updates:
            held.flows = dict(by_size(held, updates))
    return sorted_


def _homes(books: Books) -> dict[str, Key]:
    """The force and asset of each movement, by the claim that opened it, though it may be corrected by now."""
    return {
        movement_of(entry, link): block(entry.claim)
        for id_, entry in books.entries.items()
        if (link := books.links.get(id_)) is not None and link.role in {"opens", "part-of"}
    }


def _standing(books: Books, updates: Collection[str]) -> Iterator[tuple[Entry, Link]]:
    """The entries that say something in the books, each with its link; a total that was among UPDATES says no more."""
    corrected = books.corrected
    for id_, entry in books.entries.items():
        link = books.links.get(id_)
        if link is None or id_ in corrected or link.role in {"memo", "suspense", *REPLACING}:
            continue
        if link.role == "covers" and id_ in updates:
            continue
        if link.role == "states" or entry.claim.status in TELLING:
            yield entry, link


def _by_home(targets: Iterable[str], homes: Mapping[str, Key]) -> dict[Key, tuple[str, ...]]:
    """The movements that a total covers, by the force and asset to which they belong."""
    found: dict[Key, tuple[str, ...]] = {}
    for target in dict.fromkeys(targets):
        if target in homes:
            found[homes[target]] = (*found.get(homes[target], ()), target)
    return found


def _tell(entry: Entry, link: Link, homes: Mapping[str, Key], sorted_: dict[Key, Posted]) -> None:
    """Enter a claim under each movement that it tells of."""
    for id_ in _tells_of(entry, link):
        if id_ not in homes:
            continue  # it tells of a movement whose opening these books do not hold
        flow = sorted_.setdefault(homes[id_], Posted()).flows.setdefault(id_, Flow(id_))
        flow.told.append(entry)


def _tells_of(entry: Entry, link: Link) -> Iterable[str]:
    """The movements of which a claim tells."""
    if link.role == "same":
        return dict.fromkeys(link.targets)
    return (movement_of(entry, link),) if link.role in {"opens", "part-of"} else ()


def _hang(books: Books, homes: Mapping[str, Key], sorted_: Mapping[Key, Posted]) -> None:
    """Hang each part that is told under its wholes, though the claim that did so first is corrected by now."""
    for id_, link in books.links.items():
        part = movement_of(books.entries[id_], link) if link.role == "part-of" else ""
        if part in homes and homes[part] in sorted_ and part in sorted_[homes[part]].flows:
            sorted_[homes[part]].flows[part].wholes.extend(link.targets)


def _date(books: Books, homes: Mapping[str, Key], sorted_: dict[Key, Posted]) -> None:
    """Let what a claim corrects date its movement, or its stock, where the claim names no day of its own."""
    for name, link in books.replacing.items():
        new, posts = books.entries.get(name), books.links.get(name)
        if link.role != "supersedes" or new is None or posts is None or new.claim.when is not None:
            continue
        for old in (books.entries[target] for target in link.targets if target in books.entries):
            if posts.role == "states" and old.claim.kind == new.claim.kind:
                sorted_.setdefault(block(new.claim), Posted()).dated[name] = begins(old)
            for id_ in _tells_of(new, posts) if old.claim.status in LIVE else ():
                flow = sorted_[homes[id_]].flows.get(id_) if id_ in homes and homes[id_] in sorted_ else None
                if flow is not None:
                    flow.corrected.append(old)


def _wire(flows: Mapping[str, Flow]) -> None:
    """Enter each part under its wholes, as far as these are in the same books."""
    for flow in flows.values():
        flow.wholes = [whole for whole in dict.fromkeys(flow.wholes) if whole in flows and whole != flow.id]
        for whole in flow.wholes:
            flows[whole].parts.append(flow.id)
