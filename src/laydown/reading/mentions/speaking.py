"""Labels of a transcript: the speaker whom "MR. KIRBY:" or "Minister for Defence (Deputy Loughrey):" names."""

import re
from datetime import date

from laydown.lexicon.organizations import leader
from laydown.model import Attribution
from laydown.reading.mentions.roles import is_office, role_in, roles


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


def _plain(publisher: str | None) -> str | None:
    return re.sub(r"^The ", "", publisher) if publisher else None
