"""Command relations: under whose command a force is, and under whose it is not."""

import re
from collections.abc import Iterator
from typing import Final

from laydown.reading.drafting.drafts import Draft
from laydown.reading.drafting.filling import open_draft, put_force
from laydown.reading.drafting.nations import own_nations
from laydown.reading.mentions.scene import Scene

UNDER: Final = re.compile(
    r"\bunder (?:the )?(?:direct |overall |operational |joint |full |unified )?"
    r"(?P<whose>[A-Z][\w.’' ]{1,40}?)(?:'s|’s)? (?:command|control|leadership)\b"
    r"|\bunder the (?:direct |overall |operational )?(?:command|control) of "
    r"(?:the )?(?P<of>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,5})"
    r"|\b(?:led|commanded) by (?:the )?(?P<led>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,5})"
)
NOT: Final = re.compile(r"\bnot (?:under )?(?:the )?(?P<whose>[A-Z][\w.’' ]{1,40}?)(?:'s|’s)? (?:command|control)\b")


def read_commands(scene: Scene) -> Iterator[Draft]:
    """The relations of a sentence: "The troops will be under U.S. command, not NATO command"."""
    refused = NOT.search(scene.text)
    for match in UNDER.finditer(scene.text):
        if refused is None or not refused.start() <= match.start() < refused.end():
            yield from _relation(scene, match, refused)


def _relation(scene: Scene, match: re.Match[str], refused: re.Match[str] | None) -> Iterator[Draft]:
    """The claim of one "under ..." phrase, about the force named last before it."""
    group = next(g for g in ("whose", "of", "led") if match[g])
    mention = scene.force_before(match.start())
    if mention is None or (group == "led" and not mention.units):
        return
    draft = open_draft(scene, "command", "stated", match.start())
    put_force(scene, draft, mention, next(iter(own_nations(scene, mention)), None))
    draft.anaphoric = mention.definite
    draft.mark("status", scene.span(*match.span()))
    draft.under = _party(scene, *match.span(group))
    draft.mark("under", scene.span(*match.span(group)))
    if refused is not None:
        draft.not_under = _party(scene, *refused.span("whose"))
        draft.mark("not_under", scene.span(*refused.span("whose")))
    yield draft


def _party(scene: Scene, start: int, end: int) -> str:
    """The party as a code where it is a state or a bloc, else as its name."""
    for spot in scene.spots:
        if start <= spot.start and spot.end <= end and spot.place.country and end - spot.end < 3:
            return spot.place.country
    for org in scene.organizations:
        if start <= org.start and org.end <= end:
            return org.organization.nation if org.organization.kind == "alliance" else org.organization.name
    return scene.text[start:end].rstrip(".")
