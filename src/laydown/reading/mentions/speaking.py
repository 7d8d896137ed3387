"""Labels of a transcript: the speaker whom "MR. KIRBY:" or "Minister for Defence (Deputy Loughrey):" names."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from laydown.lexicon.organizations import leader
from laydown.model import Attribution
from laydown.reading.mentions.roles import is_office, role_in, roles

BRACKETED: Final = re.compile(r"\(([^()]{4,60})\)")
COURTESY: Final = frozenset({"the", "mr", "mrs", "ms", "dr", "sir", "hon", "right"})


def office_of(surname: str, words: str, publisher: str | None, house: str | None, on: date | None) -> Attribution:
    """The speaker of a transcript from the words that introduce them; a head of office by the table of leaders."""
    role, _ = role_in(words, surname)
    bare = is_office(surname)
    found = leader(surname, on) if on and not bare else None
    if found is not None:
        return Attribution(
            speaker=found.name, role=role or found.office, organization=found.organization, country=found.country
        )
    pattern, _ = roles()
    name = pattern.sub("", words).strip(" ,.:") if not bare else None
    name = " ".join(w for w in (name or "").split() if w[:1].isupper())[-60:] or None
    if name is not None:
        name = " ".join(word.title() if word.isupper() and len(word) > 2 else word for word in name.split()[-2:])
    country_code = house if house and len(house) == 2 else None
    return Attribution(
        speaker=name or None,
        role=role or (words if bare else None),
        organization=_plain(publisher),
        country=country_code,
    )


def titled_speaker(label: str, before: Sequence[Attribution]) -> Attribution:
    """The speaker of a titled label: one who spoke BEFORE by that surname, or an office and a name of its own."""
    inner = BRACKETED.search(label)
    pattern, _ = roles()
    names = pattern.sub("", inner[1] if inner is not None else label)
    name = " ".join(w for w in names.split() if w[:1].isupper() and w.strip(".").lower() not in COURTESY) or None
    role, _ = role_in(label[: inner.start()].strip() if inner is not None else label, name)
    office = label[: inner.start()].strip().removeprefix("The ") if inner is not None and role is not None else role
    same = [one for one in before if one.speaker and name and one.speaker.split()[-1] == name.split()[-1]]
    if same:
        return same[-1]
    if name is None:
        held = [one for one in before if one.role and one.speaker and role and role.lower() in one.role.lower()]
        return held[-1] if held else Attribution(role=role or label, organization=label.removeprefix("The "))
    return Attribution(speaker=name, role=office)


def _plain(publisher: str | None) -> str | None:
    return re.sub(r"^The ", "", publisher) if publisher else None
