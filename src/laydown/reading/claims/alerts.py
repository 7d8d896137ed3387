"""Alert phrases ("on high alert", "heightened preparedness") and the verbs that govern them."""

import re
from functools import cache
from typing import cast

from laydown.lexicon.tables import table
from laydown.model import Status
from laydown.reading.mentions.scene import Scene
from laydown.reading.text.grammar import Token
from laydown.reading.text.marks import Phrases


@cache
def alert_phrases() -> tuple[re.Pattern[str], dict[str, Status]]:
    """The pattern of all alert phrases in lower case, and the status that each gives a force."""
    rows = {row["phrase"]: cast("Status", row["status"]) for row in table("readiness_words")}
    words = "|".join(re.escape(p) for p in sorted(rows, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)"), rows


@cache
def _marks() -> Phrases:
    return Phrases(alert_phrases()[1])


def find_alerts(text: str) -> list[re.Match[str]]:
    """The alert phrases of TEXT; a word of one is looked for first, for they are rare."""
    lower = text.lower()
    return [] if _marks().miss(lower) else list(alert_phrases()[0].finditer(lower))


def alert_verbs(scene: Scene) -> set[int]:
    """The tokens that govern an alert phrase: "placed ... on alert" moves nobody."""
    found: set[int] = set()
    for match in find_alerts(scene.text):
        token = scene.tree.at(match.start())
        verb = governing_verb(scene, token) if token is not None else None
        if verb is not None:
            found.add(verb.i)
        found.update(t.i for t in scene.tree.over(*match.span()))  # "cancelled all leave": nobody leaves
    return found


def governing_verb(scene: Scene, token: Token) -> Token | None:
    """The nearest verb at or above TOKEN."""
    for above in (token, *scene.tree.climb(token)):
        if above.tag.startswith("VB") and above.dep != "amod":
            return above
    return None
