"""Headings: who speaks in a line that begins or ends with his name, "300 troops to leave Syria - Pentagon"."""

import re
from typing import Final

from laydown.lexicon.gazetteer import country
from laydown.lexicon.organizations import find_organizations
from laydown.model import Attribution, Offsets
from laydown.reading.mentions.roles import role_in
from laydown.reading.mentions.scene import Scene

TAIL: Final = re.compile(r"(?:\s[-–—]|:)\s(?P<who>[\w’' ]{2,40})$")


def heading_speaker(scene: Scene, text: str) -> tuple[Attribution, Offsets] | None:
    """Who speaks in a heading of TEXT, and the words that say so: its label, or what stands behind its last dash."""
    label = scene.passage.label
    found = _institution(label) if label is not None else None
    if label is not None and found is not None:
        start = text.find(label, scene.passage.start)
        return found, (start, start + len(label))
    tail = TAIL.search(scene.text)
    if tail is None:
        return None
    who = tail["who"]
    role, anonymous = role_in(who, None)
    found = _institution(who)
    if found is None and role is not None and role.lower() == who.lower():
        found = Attribution(role=role, organization=who, anonymous=anonymous)
    return (found, scene.span(*tail.span("who"))) if found is not None else None


def _institution(words: str) -> Attribution | None:
    """The ministry, palace or command that WORDS name and nothing else."""
    match = next((m for m in find_organizations(words) if m.start == 0 and m.end == len(words)), None)
    if match is None or match.organization.kind != "institution":
        return None
    nation = match.organization.nation
    return Attribution(organization=match.organization.name, country=nation if country(nation) is not None else None)
