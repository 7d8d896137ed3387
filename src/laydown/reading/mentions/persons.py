"""Who speaks: the name, office, organisation and country of the speaker that a phrase names."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from laydown.lexicon.organizations import leader
from laydown.lexicon.tables import of_sort
from laydown.model import Attribution
from laydown.reading.mentions.introduced import introduced
from laydown.reading.mentions.nameless import behind, issuer, kin, press, unnamed
from laydown.reading.mentions.phrases import GOVERNMENT, organization_in, phrase_of
from laydown.reading.mentions.roles import find_roles, guests, role_in, roles
from laydown.reading.mentions.scene import Scene
from laydown.reading.text.grammar import Token

PRONOUNS: Final = frozenset({"he", "she", "i", "we", "they", "it"})


@dataclass(slots=True)
class People:
    """The persons that a report has introduced, by surname; who spoke last, and which person: "she" is no ministry.

    `told` is the text of the report, `at` where the sentence begins in which the person spoke.
    """

    known: dict[str, Attribution] = field(default_factory=dict)
    last: Attribution | None = None
    person: Attribution | None = None
    told: str = ""
    at: int = 0


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
    found = _speaker_of(scene, token, people, on)
    if found is not None and found.attribution is people.person:
        people.at = scene.offset + found.start
    return found


def _speaker_of(scene: Scene, token: Token, people: People, on: date | None) -> Speaker | None:
    """Who a noun says speaks: who issued a paper, an outlet, whom nameless sources are close to, or a name."""
    owner = issuer(scene, token)
    if owner is not None:
        return speaker_at(scene, owner, people, on)
    start, end = _trimmed(scene, token)
    if token.lower in of_sort("papers", "issued") and end > token.start:
        return _speaks(people, people.last, token.start, token.end) if people.last is not None else None
    near = behind(scene, token)
    if near is not None:
        return _speaks(people, near, start, end)
    paper = press(scene, token, start, end)
    if paper is not None:
        return Speaker(Attribution(organization=paper), start, end)
    return _person(scene, token, people, on) or _body(scene, token, people, on)


def _trimmed(scene: Scene, token: Token) -> tuple[int, int]:
    """The stretch of a speaker's phrase without where a guest works, a paper's own noun and the "'s" of an owner."""
    start, end = phrase_of(scene, token)
    if token.lower in of_sort("papers", "issued", "figures") and GOVERNMENT.search(scene.text, start, token.start):
        end = token.start
    abroad = guests().search(scene.text[start:end])
    if abroad is not None:
        end = start + abroad.start("where")
    words = scene.text[start:end]
    return start, start + len(words.removesuffix("'s").removesuffix("’s").rstrip())


def _described(scene: Scene, token: Token, name: str | None) -> Attribution:
    """The office and the organisation that a phrase names: of "two officers in the president's office" the officers."""
    start, end = _trimmed(scene, token)
    own = token.end if token.lower in roles()[1] and roles()[1][token.lower] else end
    role, anonymous = role_in(scene.text[start:own], name)
    return Attribution(role=role, anonymous=anonymous, **organization_in(scene, start, end))


def _person(scene: Scene, token: Token, people: People, on: date | None) -> Speaker | None:
    """The speaker whom a phrase names."""
    start, end = _trimmed(scene, token)
    name, at = _name(scene, token, start, end)
    if name is None:
        return None
    known = people.known.get(name.split()[-1])
    if known is not None and (" " not in name or known.speaker == name):
        return _speaks(people, known, *at)
    named = _named(name, _described(scene, token, name), on)
    people.known[name.split()[-1]] = named
    return _speaks(people, named, start, end)


def _body(scene: Scene, token: Token, people: People, on: date | None) -> Speaker | None:
    """The speaker whom a phrase tells by an office or an institution alone."""
    start, end = _trimmed(scene, token)
    words = scene.text[start:end]
    found = _described(scene, token, None)
    role, home = found.role, kin(scene, token)
    if home is not None:
        found = replace(found, country=home)
    elif found.country is None and found.organization is None and role is not None:
        known = _definite(people, role) or _introduced_as(scene, people, role, on)
        if known is not None:
            return _speaks(people, known, start, end)
    if found.organization is None and found.country and (role is None and _bare(scene, token)):
        return Speaker(Attribution(country=found.country), start, end)
    if role is not None or token.tag in {"NNS", "NN"} or GOVERNMENT.search(words):
        return _speaks(people, unnamed(found, words), start, end)
    if found.organization is not None:
        return _speaks(people, found, start, end)
    return Speaker(found, start, end) if found.country is not None else None


def _meant(scene: Scene, token: Token, people: People, on: date | None) -> Speaker | None:
    """Who "he", "she", "they" or "it" is: the person whom the sentence names first, else who spoke last."""
    personal = token.lower in {"he", "she"}
    named = _named_before(scene, token) if personal else None
    if named is not None:
        speaker_at(scene, named, people, on)
    if personal and named is None:
        _introduce(scene, people, on)
    spoken = people.person if personal else people.last
    spoken = spoken if personal or token.lower in {"they", "it"} else None
    return Speaker(spoken, token.start, token.end) if spoken is not None else None


def _introduce(scene: Scene, people: People, on: date | None) -> None:
    """Make the person spoken of whom the report has named with an office since somebody spoke last."""
    found = introduced(people.told, scene.offset)
    if found is None or (people.person is not None and found.at < people.at):
        return
    told = _named(found.name, Attribution(role=found.role, country=found.country), on)
    people.person = people.known.setdefault(found.name.split()[-1], told)
    people.at = found.at


def _named_before(scene: Scene, pronoun: Token) -> Token | None:
    """The person of whom a sentence tells before it says "he": "President Ruiz visits Gao, where she announces"."""
    root = next((t for t in scene.tree if t.head == t.i), None)
    who = next((k for k in scene.tree.kids(root) if k.dep == "nsubj"), None) if root is not None else None
    if who is None or who.i > pronoun.i or who.tag != "NNP" or who.i == pronoun.i:
        return None
    start, end = phrase_of(scene, who)
    name, _ = _name(scene, who, start, end)
    return who if name is not None and role_in(scene.text[start:end], name)[0] is not None else None


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


def remember(scene: Scene, token: Token, people: People, on: date | None) -> None:
    """Note a person named with an office, so that "the president" and a bare surname can be told later."""
    start, end = phrase_of(scene, token)
    role, _ = role_in(scene.tree.text[start:end], None)
    surname = token.text
    if role is None or surname in people.known:
        return
    spoken = people.last, people.person
    speaker_at(scene, token, people, on)
    people.last, people.person = spoken


def _introduced_as(scene: Scene, people: People, role: str, on: date | None) -> Attribution | None:
    """Who "the minister" is, where a sentence that carries no claim introduced him."""
    if roles()[1].get(role.lower(), False):
        return None
    _introduce(scene, people, on)
    return _definite(people, role)


def _definite(people: People, role: str | None) -> Attribution | None:
    """Who "the president" is: the last person introduced in that office."""
    if role is None:
        return None
    found = [p for p in people.known.values() if p.role and p.speaker and p.role.lower().endswith(role.lower())]
    return found[-1] if found else None


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


def _bare(scene: Scene, token: Token) -> bool:
    """Whether the phrase is a country's name and nothing else: "Canada announces"."""
    spot = scene.spot_at(token)
    return spot is not None and spot.sense == "name"
