"""Who speaks: the name, office, organisation and country of the speaker that a phrase names."""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final, TypedDict

from laydown.lexicon.gazetteer import country
from laydown.lexicon.organizations import leader
from laydown.model import Attribution
from laydown.reading.mentions.roles import find_roles, guests, is_office, role_in, roles
from laydown.reading.mentions.scene import Scene
from laydown.reading.text.grammar import Token

PRONOUNS: Final = frozenset({"he", "she", "i", "we", "they", "it"})
LEADING: Final = re.compile(r"^(?:[Tt]he|[Aa]n?|[Ss]ome) ")
GOVERNMENT: Final = re.compile(
    r"\b(?:[Gg]overnment|[Mm]inistry|MoD|[Dd]epartment|[Pp]arliament|[Ss]enate|[Cc]ongress|[Cc]abinet|[Pp]residency"
    r"|[Aa]rmy|[Mm]ilitary|[Nn]avy|[Aa]ir [Ff]orce|[Aa]rmed [Ff]orces|[Cc]ommand|[Gg]eneral [Ss]taff"
    r"|[Cc]ouncil|[Cc]oalition|[Aa]dministration|[Ee]mbassy|[Mm]ission|[Aa]gency)\b"
)


@dataclass(slots=True)
class People:
    """The persons that a report has introduced, by surname; who spoke last, and which person: "she" is no ministry."""

    known: dict[str, Attribution] = field(default_factory=dict)
    last: Attribution | None = None
    person: Attribution | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """An attribution with the words of the report that name it (offsets into the sentence)."""

    attribution: Attribution
    start: int
    end: int


def speaker_at(scene: Scene, token: Token, people: People, on: date | None) -> Speaker | None:
    """The speaker whose phrase hangs by TOKEN; None where the phrase names nobody who can speak."""
    if token.lower in PRONOUNS:
        return _meant(scene, token, people, on)
    start, end = _phrase(scene, token)
    words = scene.text[start:end]
    abroad = guests().search(words)
    if abroad is not None:
        end = start + abroad.start("where")
        words = scene.text[start:end]
    behind = _behind(scene, token)
    if behind is not None:
        return _speaks(people, behind, start, end)
    name, at = _name(scene, token, start, end)
    role, anonymous = role_in(words, name)
    found = Attribution(role=role, anonymous=anonymous, **_organization(scene, start, end))
    if name is not None:
        known = people.known.get(name.split()[-1])
        if known is not None and (" " not in name or known.speaker == name):
            return _speaks(people, known, *at)
        named = _named(name, found, on)
        people.known[name.split()[-1]] = named
        return _speaks(people, named, start, end)
    known = _definite(people, role) if found.country is None and found.organization is None else None
    if known is not None:
        return _speaks(people, known, start, end)
    if found.organization is None and found.country and (role is None and _bare(scene, token)):
        return Speaker(Attribution(country=found.country), start, end)
    if role is not None or token.tag in {"NNS", "NN"} or GOVERNMENT.search(words):
        return _speaks(people, _unnamed(found, words), start, end)
    if found.organization is not None:
        return _speaks(people, found, start, end)
    return Speaker(found, start, end) if found.country is not None else None


def _meant(scene: Scene, token: Token, people: People, on: date | None) -> Speaker | None:
    """Who "he", "she", "they" or "it" is: the person whom the sentence names first, else who spoke last."""
    personal = token.lower in {"he", "she"}
    named = _named_before(scene, token) if personal else None
    if named is not None:
        speaker_at(scene, named, people, on)
    spoken = people.person if personal else people.last
    spoken = spoken if personal or token.lower in {"they", "it"} else None
    return Speaker(spoken, token.start, token.end) if spoken is not None else None


def _named_before(scene: Scene, pronoun: Token) -> Token | None:
    """The person of whom a sentence tells before it says "he": "President Ruiz visits Gao, where she announces"."""
    root = next((t for t in scene.tree if t.head == t.i), None)
    who = next((k for k in scene.tree.kids(root) if k.dep == "nsubj"), None) if root is not None else None
    if who is None or who.i > pronoun.i or who.tag != "NNP" or who.i == pronoun.i:
        return None
    start, end = _phrase(scene, who)
    name, _ = _name(scene, who, start, end)
    return who if name is not None and role_in(scene.text[start:end], name)[0] is not None else None


def _behind(scene: Scene, token: Token) -> Attribution | None:
    """Whom nameless sources are close to: "sources close to the presidency" are its own (annotation rule 20)."""
    tree = scene.tree
    near = (k for k in tree.kids(token) if k.lower == "close") if token.lower in {"source", "sources"} else ()
    leads = (k for kid in near for k in tree.kids(kid) if k.lower == "to")
    whom = next((k for lead in leads for k in tree.kids(lead) if k.dep == "pobj"), None)
    if whom is None:
        return None
    words = tree.phrase(whom, _names_speaker)
    start, end = min(t.start for t in words), max(t.end for t in words)
    found = Attribution(anonymous=True, **_organization(scene, start, end))
    return _unnamed(found, scene.text[start:end]) if found.organization is None else found


def _speaks(people: People, attribution: Attribution, start: int, end: int) -> Speaker:
    people.last = attribution
    if attribution.speaker is not None:
        people.person = attribution
    return Speaker(attribution, start, end)


def _named(name: str, found: Attribution, on: date | None) -> Attribution:
    """A person by name, with the office that the table of leaders gives for the day where the report gives none."""
    office = leader(name.rsplit(maxsplit=1)[-1], on) if on else None
    if office is None or (" " in name and name.split(maxsplit=1)[0] != office.name.split()[0]):
        return replace(found, speaker=name, anonymous=False)
    return Attribution(
        speaker=name if " " in name else office.name,
        role=found.role or office.office,
        organization=found.organization or office.organization,
        country=found.country or office.country,
    )


def _unnamed(found: Attribution, words: str) -> Attribution:
    """A speaker without a name: an institution, or people of one ("U.S. officials": the United States, anonymous)."""
    plain = LEADING.sub("", words)
    place = country(found.country) if found.country else None
    institution = GOVERNMENT.search(words) is not None
    organization = found.organization or (plain if institution else None)
    anonymous = found.anonymous or (found.role is None and organization is None)
    if organization is None:
        organization = place.name if place is not None else plain
    return replace(found, organization=organization, anonymous=anonymous)


def remember(scene: Scene, token: Token, people: People, on: date | None) -> None:
    """Note a person named with an office, so that "the president" and a bare surname can be told later."""
    start, end = _phrase(scene, token)
    role, _ = role_in(scene.tree.text[start:end], None)
    surname = token.text
    if role is None or surname in people.known:
        return
    spoken = people.last, people.person
    speaker_at(scene, token, people, on)
    people.last, people.person = spoken


def _definite(people: People, role: str | None) -> Attribution | None:
    """Who "the president" is: the last person introduced in that office."""
    if role is None:
        return None
    found = [p for p in people.known.values() if p.role and p.speaker and p.role.lower().endswith(role.lower())]
    return found[-1] if found else None


def _phrase(scene: Scene, token: Token) -> tuple[int, int]:
    """The stretch of the speaker's phrase: the subtree of TOKEN without its relative clauses."""
    tree = scene.tree
    keep = tree.phrase(token, _names_speaker)
    first = min(keep, key=lambda t: t.i)
    while first.i and (tree.tokens[first.i - 1].tag in {"NNP", "NNPS", "HYPH"} or tree.tokens[first.i - 1].text == "-"):
        first = tree.tokens[first.i - 1]
    return first.start, max(t.end for t in keep)


def _names_speaker(word: Token, _head: Token) -> bool:
    """Whether a word below a speaker's noun goes on naming the speaker."""
    if word.dep == "prep":
        return word.lower in {"of", "for", "in"}
    return word.dep not in {"relcl", "acl", "advcl", "punct", "conj", "cc", "ccomp", "parataxis"}


def _name(scene: Scene, token: Token, start: int, end: int) -> tuple[str | None, tuple[int, int]]:
    """The personal name in a phrase: the run of capitalised words that is no role, place or organisation."""
    tree = scene.tree
    taken = [(o.start, o.end) for o in scene.organizations] + [(s.start, s.end) for s in scene.spots]
    taken += [m.span() for m in find_roles(tree.text)]
    best: tuple[str | None, tuple[int, int]] = (None, (start, end))
    run: list[Token] = []
    runs: list[list[Token]] = []
    for t in tree.over(start, end):
        free = not any(low <= t.start < high for low, high in taken)
        nameish = t.tag in {"NNP", "NNPS"} and t.text[:1].isupper() and len(t.text) > 1
        if free and (
            nameish or (run and t.lower in {"al", "-", "bin", "de", "van", "von", "el", "der"} and t.tag != "POS")
        ):
            run.append(t)
        else:
            if run:
                runs.append(run)
            run = []
    if run:
        runs.append(run)
    for candidate in runs:
        while candidate and candidate[-1].text == "-":
            candidate.pop()
        if not candidate:
            continue
        after = any(start <= spot.start and spot.end + 1 == candidate[0].start for spot in scene.spots)
        near = after or any(t.i == token.i or t.dep == "appos" or t.head == token.i for t in candidate)
        if near and not (GOVERNMENT.search(tree.text[candidate[0].start : candidate[-1].end])):
            best = (tree.text[candidate[0].start : candidate[-1].end], (candidate[0].start, candidate[-1].end))
            if any(t.i == token.i for t in candidate):
                return best
    return best


class _Of(TypedDict):
    organization: str | None
    country: str | None


def _organization(scene: Scene, start: int, end: int) -> _Of:
    """The organisation in a phrase and its country; failing that the country a nationality names."""
    inside = [o.organization for o in scene.organizations if start <= o.start and o.end <= end]
    named = (s for s in scene.spots if s.sense != "recall")  # an officer at "the base" may be from anywhere
    spots = [s for s in named if start <= s.start and s.end <= end and s.place.country]
    nation = spots[0].place.country if spots else None
    if not inside:
        return _Of(organization=None, country=nation)
    own = inside[0]
    code = own.nation if own.kind != "nonstate" and country(own.nation) is not None else None
    return _Of(organization=own.name, country=code or nation)


def _bare(scene: Scene, token: Token) -> bool:
    """Whether the phrase is a country's name and nothing else: "Canada announces"."""
    spot = scene.spot_at(token)
    return spot is not None and spot.sense == "name"


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
