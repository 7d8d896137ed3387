"""Whose force it is: the nationality on the force itself, its service or mission, or who sends it."""

from typing import Final

from laydown.lexicon.forces import formation_nations
from laydown.lexicon.organizations import leader
from laydown.lexicon.verbs import speech_verbs
from laydown.reading.drafting.story import Story
from laydown.reading.mentions.mention import NOUNS, Mention
from laydown.reading.mentions.recalled import most_named
from laydown.reading.mentions.scene import Scene
from laydown.reading.mentions.spots import Spot
from laydown.reading.text.grammar import Token

SHARED = frozenset({"allied", "coalition", "multinational", "international", "multi-national"})
"""Modifiers that say a force is of several nations."""

HELPED = ("-led ", "-backed ", "-supported ", "-trained ", "-sponsored ", "-controlled ", "-held ")
"""What follows the name of a state that leads or helps a force and does not own it: "an Italian-led force"."""

OWNING = frozenset({"country", "admin", "city"})
"""The types of place that own forces."""

PAIRED = frozenset({"countries", "nations", "sides", "states", "governments", "capitals", "koreas", "armies"})
"""What "both" may count: two states."""

STATE_ACTORS = frozenset(
    {"government", "parliament", "president", "cabinet", "congress", "senate", "lawmakers", "ministry", "minister",
     "presidency", "authorities", "army", "military", "navy", "king", "chancellor", "premier"}
)  # fmt: skip
"""Who acts for a state, and is named without it where nobody can mistake which."""
STATELY = frozenset({"the", "prime", "defence", "defense", "foreign", "interior", "federal", "national", "central"})
"""What may stand before one of these and names no other state."""
STATES = frozenset({"countries", "nations", "states", "governments", "members"})
ALLIES = frozenset({"allies", "partners"})
"""Who is always several states, whose allies they may be."""
SEVERAL = 2
EACH = frozenset({"each", "both"})
"""Who says that a number is that of each of several senders."""

CODE = 2
"""Letters in the code of a country."""

Owner = tuple[str, tuple[int, int] | None]
"""A nation and the words of the report that give it, None where it is only remembered."""


def own_nations(scene: Scene, mention: Mention) -> list[Owner]:
    """The nations that the force's own phrase names: "Afghan and Pakistani forces" gives two.

    The first of these that says anything decides: a nationality, one on a formation, a service or mission, a word such
    as "allied", a ship's prefix or one army's own term, the owner after "of".
    """
    finders = (
        nationalities, _on_formation, _service, _shared, _by_term, _after_of, _from_service, _from_body, _regional,
        _beside,
    )  # fmt: skip
    return next((found for finder in finders if (found := finder(scene, mention))), [])


def nationalities(scene: Scene, mention: Mention) -> list[Owner]:
    """The last nationality before the noun, with those that are coordinated with it."""
    found: list[Spot] = []
    for spot in reversed(_on(scene, mention) or _restated(scene, mention)):
        if found and scene.text[spot.end : found[0].start].strip() not in {"and", ",", ", and"}:
            break
        found.insert(0, spot)
    for spot in reversed(scene.spots) if found else ():
        coordinate = spot.sense == "adjective" and spot.place.country and spot.place.type in OWNING
        if coordinate and scene.text[spot.end : found[0].start].strip() in {"and", ",", ", and"}:
            found.insert(0, spot)  # "Togolese and Kenyan troops"
    return [(str(s.place.country), scene.span(s.start, s.end)) for s in found]


def _beside(scene: Scene, mention: Mention) -> list[Owner]:
    """The nationality of what it is counted with: "20 Chinese jets and six ships", "Of the 15 Chinese jets, 14 ..."."""
    if mention.quantity is None or mention.sort == "nationals":
        return []
    head = scene.tree.tokens[mention.top]
    first = scene.mentions[0]
    whole = (
        [first] if first is not mention and scene.text[: first.start].lower() in {"of ", "of the ", "of those "} else []
    )
    joined = [
        m for m in scene.mentions if head.dep == "conj" and head.head in m.reach and m.quantity and m is not mention
    ]
    return next((nationalities(scene, m) for m in (*joined, *whole)), [])


def _on(scene: Scene, mention: Mention) -> list[Spot]:
    head = scene.tree.tokens[mention.head]
    end = head.end if mention.sort == "nationals" else head.start
    return [
        s
        for s in scene.spots
        if mention.start <= s.start
        and s.end <= end
        and s.place.country
        and s.place.type in OWNING
        and not scene.text.startswith(HELPED, s.end)
    ]


def _restated(scene: Scene, mention: Mention) -> list[Spot]:
    """The nationality of the same force named again: "there are 100,000 troops - Russian troops - on the border"."""
    tokens = scene.tree.tokens
    again = (m for m in scene.mentions if m is not mention and tokens[m.head].head == mention.head)
    return [s for m in again if tokens[m.head].dep in {"appos", "dep"} for s in _on(scene, m)]


def _on_formation(scene: Scene, mention: Mention) -> list[Owner]:
    """The nationality inside a formation's name: "the Australian Special Air Service Regiment"."""
    for unit in mention.units:
        for spot in scene.spots:
            if unit.start <= spot.start and spot.end <= unit.end and spot.place.country and spot.sense != "name":
                return [(spot.place.country, scene.span(spot.start, spot.end))]
    return []


def _service(scene: Scene, mention: Mention) -> list[Owner]:
    end = max(mention.end, scene.tree.tokens[mention.head].end + 1)
    inside = (o for o in scene.organizations if mention.start <= o.start and o.end <= end)
    owners: list[Owner] = [(o.organization.nation, scene.span(o.start, o.end)) for o in inside]
    return owners[:1]


def _shared(scene: Scene, mention: Mention) -> list[Owner]:
    words = scene.tree.over(mention.start, scene.tree.tokens[mention.head].start)
    owners: list[Owner] = [
        ("multinational", scene.span(t.start, t.end))
        for t in words
        if t.lower in SHARED or (t.lower == "led" and scene.text[t.start - 1] == "-")
    ]
    return owners[:1]


def _regional(scene: Scene, mention: Mention) -> list[Owner]:
    """The states of a region together: "West African peacekeepers"."""
    end = scene.tree.tokens[mention.head].start
    inside = (s for s in scene.spots if mention.start <= s.start and s.end <= end and s.place.type == "region")
    owners: list[Owner] = [("multinational", scene.span(s.start, s.end)) for s in inside]
    return owners[:1]


def _from_service(scene: Scene, mention: Mention) -> list[Owner]:
    """The service that lends its people: "40 soldiers from the Chilean Navy"."""
    tree = scene.tree
    leads = (k for i in mention.reach for k in tree.kids(tree.tokens[i]) if k.dep == "prep" and k.lower == "from")
    lent = {t.i for lead in leads for kid in tree.kids(lead) for t in tree.phrase(kid, _names_owner)}
    for org in scene.organizations:
        head = tree.head_of(org.start, org.end)
        if head is None or head.i not in lent:
            continue
        if org.organization.kind == "service" or tree.tokens[head.head].lower in STATES:
            return [(org.organization.nation, scene.span(org.start, org.end))]
    return []


def _from_body(scene: Scene, mention: Mention) -> list[Owner]:
    """The nationality of the body that lends its people: "135 soldiers from a Chinese engineering company"."""
    tree = scene.tree
    leads = (k for i in mention.reach for k in tree.kids(tree.tokens[i]) if k.dep == "prep" and k.lower == "from")
    bodies = {k.i for lead in leads for k in tree.kids(lead) if k.dep == "pobj" and k.lower in BODIES}
    lent = (s for s in scene.spots if s.sense == "adjective" and tree.tokens[s.head].head in bodies and s.place.country)
    owners: list[Owner] = [(str(s.place.country), scene.span(s.start, s.end)) for s in lent]
    return owners[:1]


BODIES: Final = frozenset({"company", "battalion", "brigade", "regiment", "contingent", "unit", "division", "squadron"})
"""The bodies that lend their people."""


def _by_term(scene: Scene, mention: Mention) -> list[Owner]:
    """The state of a ship's prefix, or whose army alone uses the term: "Marine Expeditionary Unit"."""
    for unit in mention.units:
        terms = (n for term, n in formation_nations().items() if unit.name.endswith(term) or f"{term} " in unit.name)
        nation = unit.nation or next(terms, None)
        if nation is not None:
            return [(nation, scene.span(unit.start, unit.end))]
    return []


def _after_of(scene: Scene, mention: Mention) -> list[Owner]:
    tree = scene.tree
    leads = (k for i in mention.reach for k in tree.kids(tree.tokens[i]) if k.dep == "prep" and k.lower == "of")
    owners = (owner_at(scene, k) for lead in leads for k in tree.kids(lead))
    return [owner for owner in owners if owner is not None][:1]


def owner_at(scene: Scene, token: Token | None, story: Story | None = None) -> Owner | None:
    """The nation that the phrase at TOKEN stands for: a country, its government, its leader, a service."""
    if token is None:
        return None
    tree = scene.tree
    keep = tree.phrase(token, _names_owner)
    start, end = min(t.start for t in keep), max(t.end for t in keep)
    for org in scene.organizations:
        around = org.start <= token.start < org.end  # "the African Union Mission in Somalia"
        if org.organization.nation and (around or (start <= org.start <= token.end and org.end <= end + 2)):
            return org.organization.nation, scene.span(org.start, org.end)
    for spot in scene.spots:
        if start <= spot.start and spot.end <= end and spot.place.country and spot.place.type in OWNING:
            return spot.place.country, scene.span(spot.start, spot.end)
    for part in (token, *tree.kids(token)) if story is not None else ():
        code = _of_person(part, story) if part is token or part.dep == "compound" else None
        if code is not None:
            return code, scene.span(part.start, part.end)  # "the Trump administration"
    return _of_state(scene, token, story) if story is not None else None


def _of_state(scene: Scene, token: Token, story: Story) -> Owner | None:
    """Whose "the government" and "parliament" are: the state that acted last, else that of the dateline or outlet."""
    home = story.around.context.home
    code = story.state or (home.country if home is not None else None)
    own = all(
        k.dep in {"det", "amod", "compound"} and k.lower in STATELY for k in scene.tree.kids(token) if k.i < token.i
    )
    if token.lower not in STATE_ACTORS or code is None or not own:
        return None
    return code, scene.span(token.start, token.end)


def remember_state(scene: Scene, story: Story) -> None:
    """Keep which state a sentence has act last: "Kenya's parliament", "Chad will send", "the Danish government"."""
    tokens = scene.tree.tokens
    for spot in scene.spots:
        head = tokens[spot.head]
        noun = tokens[head.head]
        itself = spot.sense == "name" and spot.place.type == "country" and head.dep == "nsubj"
        organ = (
            noun.lower in STATE_ACTORS and head.dep in {"poss", "amod", "compound"} and noun.dep in {"nsubj", "agent"}
        )
        if (itself or organ) and spot.place.country:
            story.state = spot.place.country


def acting(scene: Scene, token: Token | None, story: Story, mention: Mention | None) -> list[Owner]:
    """The nations of those who act at TOKEN: "Norway and Chile sent ships" is a claim each (annotation rule 18).

    One number of several senders is a joint force, unless each of them sends so many.
    """
    if token is None:
        return []
    tree = scene.tree
    token = _they(scene, token)
    pair = both(scene, token, story)
    if pair:
        return pair
    joins = {"conj", "appos"} if token.tag == "NNS" else {"conj"}  # "four countries, Chile, Peru, ..."
    doers = tree.phrase(token, lambda word, _: word.tag in NOUNS and word.dep in joins)
    found = {owner[0]: owner for doer in doers for owner in _owners_at(scene, doer, story)}
    owners = list(found.values()) or _of_several(scene, token)
    counted = mention is not None and mention.count is not None
    if len(owners) < SEVERAL or not counted or any(t.lower in EACH for t in tree):
        return owners
    spans = [span for _, span in owners if span is not None]
    return [("multinational", (spans[0][0], spans[-1][1]) if spans else None)]


def _owners_at(scene: Scene, token: Token, story: Story) -> list[Owner]:
    """The nations of one noun: two of "the Italian and Spanish navies", else that of its phrase."""
    named = next((nationalities(scene, m) for m in scene.mentions if m.head == token.i), [])
    if len(named) > 1:
        return named
    owner = owner_at(scene, token, story)
    return [owner] if owner is not None else []


def _they(scene: Scene, token: Token) -> Token:
    """Who "they" are that say so of themselves: "several allies announced they would send"; TOKEN for the rest."""
    verb = scene.tree.tokens[token.head]
    above = scene.tree.tokens[verb.head]
    if token.lower != "they" or verb.dep != "ccomp" or above.lower not in speech_verbs():
        return token
    return next((k for k in scene.tree.kids(above) if k.dep == "nsubj" and k.tag != "PRP"), token)


def _of_several(scene: Scene, token: Token) -> list[Owner]:
    """Whose the forces of states without names are: "other countries will send 300 soldiers"."""
    kids = list(scene.tree.kids(token))
    told = any(k.lower in {"both", "two", "the"} or k.dep == "poss" for k in kids)
    some = (k for lead in kids if lead.lower == "of" for k in scene.tree.kids(lead))  # "several of our allies"
    bare = (token.lower in STATES and not told) or any(t.lower in ALLIES for t in (token, *some))
    return [("multinational", scene.span(token.start, token.end))] if bare else []


def _names_owner(word: Token, head: Token) -> bool:
    """Whether a word below a noun says whose it is: "the government of Mali"."""
    naming = word.dep in {"det", "compound", "amod", "poss", "nmod", "appos"}
    return naming or head.lower == "of" or (word.dep == "prep" and word.lower == "of")


def _of_person(token: Token, story: Story | None) -> str | None:
    """The country of a person by surname: one whom the report has introduced, or who led it that day."""
    if story is None:
        return None
    known = story.people.known.get(token.text)
    if known is not None and known.country:
        return known.country
    office = leader(token.text, story.anchor) if story.anchor and token.tag == "NNP" else None
    return office.country if office is not None else None


def both(scene: Scene, token: Token | None, story: Story) -> list[Owner]:
    """The two nations that "both countries" are: those whose forces were told last, else those the report names most.

    Nothing where the phrase at TOKEN is no such pair.
    """
    if (
        token is None
        or token.lower not in PAIRED
        or not any(k.lower in {"both", "two"} for k in scene.tree.kids(token))
    ):
        return []
    told = dict.fromkeys([*reversed(story.nations), *most_named(story.around.context)])
    here = {s.place.country for s in scene.spots if s.sense == "name" and s.place.type == "country"}
    pair = [code for code in told if len(code) == CODE and code not in here][:2]
    return [(code, scene.span(token.start, token.end)) for code in pair] if len(pair) > 1 else []
