"""Command relations: under whose command a force is, and under whose it is not."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from laydown.lexicon.tables import of_sort
from laydown.reading.drafting.drafts import Draft
from laydown.reading.drafting.filling import open_draft, put_force
from laydown.reading.drafting.nations import own_nations
from laydown.reading.mentions.mention import Mention
from laydown.reading.mentions.scene import Scene
from laydown.reading.syntax.arguments import subject
from laydown.reading.text.grammar import Token

NAME: Final = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,5}"
HOW: Final = r"(?:direct |overall |operational |tactical |joint |full |unified )?"
UNDER: Final = re.compile(
    rf"\bunder (?:the )?{HOW}(?P<whose>[A-Z][\w.’' ]{{1,40}}?)(?:'s|’s)? {HOW}(?:command|control|leadership)\b"
    rf"|\bunder the {HOW}(?:command|control|leadership) of (?:the )?(?P<of>{NAME})"
    rf"|\b(?:at the disposal of|subordinated? to) (?:the )?(?P<for>{NAME})"
    rf"|\b(?:led|commanded|headed) by (?:the )?(?P<led>{NAME})"
)
NOT: Final = re.compile(
    r"\bnot (?:under )?(?:the )?(?P<whose>[A-Z][\w.’' ]{1,40}?)(?:'s|’s)? (?:command|control)\b"
    rf"|\bnot (?:under|of) (?:the )?(?:command of (?:the )?)?(?P<of>{NAME})"
)
CHANGED: Final = re.compile(rf"\bcommand of (?:the |its |their )?(?P<what>[^,;:]{{3,60}}?) to (?:the )?(?P<to>{NAME})")
"""A change of command: "handed over command of the brigade to Italy"."""

COMMANDS: Final = re.compile(
    r"(?:Combined |Joint |Carrier )*(?:Task Force|Task Group|Task Unit|Fleet|Strike Group|CTF|CTG)\b"
)
"""The names of what ships and units join and are then under."""

JOINED: Final = 70
"""Characters after "joined" within which the command stands that is joined."""

GROUPS: Final = ("whose", "of", "for", "led")


@cache
def _words(sort: str) -> frozenset[str]:
    return of_sort("command_words", sort)


@cache
def _join() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(_words('join')))})\b")


def read_commands(scene: Scene) -> Iterator[Draft]:
    """The relations of a sentence: "The troops will be under U.S. command, not NATO command"."""
    refused = NOT.search(scene.text)
    phrases = [
        m for m in UNDER.finditer(scene.text) if refused is None or not refused.start() <= m.start() < refused.end()
    ]
    for match in phrases:
        yield from _relation(scene, match, refused)
    if refused is not None and not phrases:
        yield from _refused(scene, refused)
    leading = _words("lead")
    for token in scene.tree:
        if token.lower in leading and token.tag.startswith("VB"):
            yield from _leading(scene, token)
    for match in CHANGED.finditer(scene.text):
        yield from _changed(scene, match)
    yield from _joining(scene)


def _relation(scene: Scene, match: re.Match[str], refused: re.Match[str] | None) -> Iterator[Draft]:
    """The claim of one "under ..." phrase, about the force named last before it, or about "they"."""
    group = next(g for g in GROUPS if match[g])
    mention = scene.force_before(match.start())
    pronoun = _pronoun(scene, match.start()) if mention is None else None
    if group == "led" and (mention is None or not (mention.units or mention.sort == "body")):
        return
    if mention is None and pronoun is None:
        return
    draft = _open(scene, mention, match.span(), match.span(group))
    if pronoun is not None:
        draft.anaphoric = True
        draft.mark("force", scene.span(pronoun.start, pronoun.end))
    if refused is not None:
        other = refused.span("whose" if refused["whose"] else "of")
        draft.not_under = _party(scene, *other)
        draft.mark("not_under", scene.span(*other))
    yield draft


def _refused(scene: Scene, refused: re.Match[str]) -> Iterator[Draft]:
    """The claim of a sentence that only says under whose command a force is not."""
    mention = scene.force_before(refused.start())
    if mention is None or not {"command", "control"} & {*refused[0].split()}:
        return
    other = refused.span("whose" if refused["whose"] else "of")
    draft = _open(scene, mention, refused.span(), other)
    draft.not_under, draft.under = draft.under, None
    draft.spans["not_under"] = draft.spans.pop("under")
    yield draft


def _pronoun(scene: Scene, at: int) -> Token | None:
    """The "they" whose verb governs the phrase at AT: the force that was told of before."""
    token = scene.tree.at(at)
    verb = scene.tree.verb_above(token) if token is not None else None
    who = subject(scene.tree, verb) if verb is not None else None
    return who if who is not None and who.lower == "they" else None


def _leading(scene: Scene, verb: Token) -> Iterator[Draft]:
    """The claim of a verb of commanding: "France leads the battle group in Estonia"."""
    things = [k.i for k in scene.tree.kids(verb) if k.dep == "dobj"]
    led = next((m for m in scene.mentions if m.units or m.sort == "body" if not {*things}.isdisjoint(m.reach)), None)
    who = subject(scene.tree, verb)
    if led is None or who is None or who.i > verb.i:
        return
    words = scene.tree.phrase(who, lambda k, _: k.dep in {"compound", "amod", "nmod"})
    party = min(t.start for t in words), max(t.end for t in words)
    if _known(scene, *party) is not None:
        yield _open(scene, led, (verb.start, verb.end), party)


def _changed(scene: Scene, match: re.Match[str]) -> Iterator[Draft]:
    """The claim of a change of command: whoever takes it has it."""
    force = next((m for m in scene.mentions if match.start("what") < m.end <= match.end("what")), None)
    if force is not None:
        yield _open(scene, force, match.span(), match.span("to"))


def _joining(scene: Scene) -> Iterator[Draft]:
    """The claim of a ship or unit that joins a task force: it is under that command."""
    for match in _join().finditer(scene.text):
        joined = COMMANDS.search(scene.text, match.end(), match.end() + JOINED)
        mention = next((m for m in reversed(scene.mentions) if m.end <= match.start()), None)
        if joined is None or mention is None or mention.sort not in {"ship", "body"}:
            continue
        name = next((u for u in scene.units if u.start <= joined.start() < u.end), None)
        if name is not None:
            draft = _open(scene, mention, match.span(), (name.start, name.end))
            draft.under = name.name
            yield draft


def _open(scene: Scene, force: Mention | None, status: tuple[int, int], party: tuple[int, int]) -> Draft:
    """A draft about FORCE, whose relation the words STATUS say, under the PARTY that its words name."""
    draft = open_draft(scene, "command", "stated", status[0])
    if force is not None:
        put_force(scene, draft, force, next(iter(own_nations(scene, force)), None))
        draft.anaphoric = force.definite
    draft.mark("status", scene.span(*status))
    told = scene.text[slice(*status)]
    draft.note("status", f"“{told}” says of a force whose command it is under, or is not", by=read_commands)
    draft.under = _party(scene, *party)
    draft.mark("under", scene.span(*party))
    return draft


def _party(scene: Scene, start: int, end: int) -> str:
    """The party as a code where it is a state or a bloc, else as its name."""
    return _known(scene, start, end) or scene.text[start:end].rstrip(".")


def _known(scene: Scene, start: int, end: int) -> str | None:
    """The code or name of the state or organisation that the words [START, END) name; None for any other."""
    for spot in scene.spots:
        if start <= spot.start and spot.end <= end and spot.place.country and end - spot.end < 3:
            return spot.place.country
    for org in scene.organizations:
        if start <= org.start and org.end <= end:
            return org.organization.nation if org.organization.kind == "alliance" else org.organization.name
    return None
