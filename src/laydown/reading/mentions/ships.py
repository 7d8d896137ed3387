"""Ships: the names that follow a class of ships in a list or between commas, "the frigates Mohn and Distel"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from laydown.lexicon.forces import force_words
from laydown.lexicon.gazetteer import meanings
from laydown.lexicon.letters import trie
from laydown.lexicon.organizations import organization
from laydown.reading.text.marks import Phrases

NAME: Final = r"(?!The\b)[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}"
LINK: Final = r"(?:, (?:and )?| and )"
ENDED: Final = r"(?=[,;.)]|$)"
_NAME: Final = re.compile(rf"(?:the )?({NAME})")


@cache
def _classes() -> frozenset[str]:
    """The nouns for warships, of one and of several; "ships" alone are as often of trade."""
    ships = (w for group in force_words().values() for w in group if w.sort == "ship" and not w.weak)
    return frozenset(" ".join(w.words).replace(" - ", "-") for w in ships)


@cache
def _marks() -> Phrases:
    return Phrases(_classes())


@cache
def _lists() -> tuple[re.Pattern[str], ...]:
    """Names behind a plural, and names with their article between commas."""
    several = trie({name for name in _classes() if name.endswith("s")})
    each = trie(_classes())
    return (
        re.compile(rf"\b(?:{several}) (?P<names>{NAME}(?:{LINK}{NAME})+)(?=[\s,;.)]|$)"),
        re.compile(rf"\b(?:{each})(?:, | \()(?P<names>the {NAME}(?:{LINK}the {NAME})*){ENDED}"),
    )


def listed_ships(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each ship stands that TEXT names behind its class, with its name."""
    if _marks().miss(text):
        return
    for pattern in _lists():
        for match in pattern.finditer(text):
            found = list(_NAME.finditer(text, *match.span("names")))
            if not any(_is_other(name[1]) for name in found):
                yield from ((name.start(), name.end(), name[1]) for name in found)


def _is_other(name: str) -> bool:
    """Whether a name is that of a state or of an organisation: "two frigates, the Pentagon said"."""
    return organization(name) is not None or any(entry.place.type == "country" for entry in meanings(name))
