"""Sayings: which stretch of a sentence who is said to say, by which verb, on which day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from laydown.lexicon.verbs import speech_verbs
from laydown.reading.drafting.story import Story
from laydown.reading.mentions.persons import Speaker, speaker_at
from laydown.reading.mentions.scene import Scene
from laydown.reading.syntax.arguments import SUBJECTS, agent, subject
from laydown.reading.syntax.conditions import is_aside
from laydown.reading.syntax.moods import mood
from laydown.reading.text.grammar import Token, Tree
from laydown.reading.times import find_times

SAID: Final = frozenset({"ccomp", "dobj", "xcomp", "conj", "nsubjpass", "parataxis"})
NOBODY: Final = frozenset({"WDT", "WP", "EX", "DT"})
QUOTING: Final = frozenset({"quoted", "quotes", "quoting", "cited", "cites", "citing"})
PUTTING: Final = frozenset({"put", "puts"})
UNSAID: Final = frozenset({"future", "infinitive", "maybe", "would"})


@dataclass(frozen=True, slots=True)
class Saying:
    """A stretch [start, end) of a sentence that SPEAKER is said to say, by the word of speech VERB, on the day SAID."""

    start: int
    end: int
    speaker: Speaker
    verb: Token
    said: date | None


def find_sayings(scene: Scene, story: Story) -> list[Saying]:
    """What a sentence reports somebody to say, in the order of the speech verbs."""
    return [saying for token in scene.tree if token.tag[:2] == "VB" for saying in _at(scene, story, token)]


def _at(scene: Scene, story: Story, token: Token) -> Iterator[Saying]:
    if token.lower == "according":
        yield from _according(scene, story, token)
        return
    if token.lower in PUTTING:
        yield from _putting(scene, story, token)
        return
    if token.lower not in speech_verbs() or token.dep in {"amod", "aux"}:
        return
    if speech_verbs()[token.lower] == "resume" and not _speaks(scene, token):
        return
    own = mood(scene.tree, token)
    if own.tense in UNSAID and token.dep != "acl":
        return
    passive = own.passive or (token.dep == "acl" and token.tag == "VBN")  # "with heavy fighting reported"
    who = _quoted(scene.tree, token) or (agent(scene.tree, token) if passive else subject(scene.tree, token))
    if who is None or who.tag in NOBODY or _unsaid(scene, token):
        return
    speaker = speaker_at(scene, who, story.people, story.anchor)
    if speaker is not None:
        start, end = _stretch(scene, token, who)
        yield Saying(start, end, speaker, token, _said(scene, token, story.anchor))


def _speaks(scene: Scene, verb: Token) -> bool:
    """Whether what is said stands beside a verb that mostly tells of something else: "..., he continued"."""
    return is_aside(scene.tree, verb) or any(k.dep == "ccomp" for k in scene.tree.kids(verb))


def _quoted(tree: Tree, verb: Token) -> Token | None:
    """Whom an outlet quotes "as saying" something: he speaks, and not the outlet."""
    lead = tree.tokens[verb.head]
    above = tree.tokens[lead.head]
    if verb.dep != "pcomp" or lead.lower != "as" or above.lower not in QUOTING:
        return None
    named = {k.dep: k for k in tree.kids(above)}
    return named.get("nsubjpass") or named.get("dobj") or (tree.tokens[above.head] if above.dep == "acl" else None)


def _putting(scene: Scene, story: Story, verb: Token) -> Iterator[Saying]:
    """Who puts a number at something: "the ministry put the strength at 900"."""
    leads = (k for kid in (verb, *scene.tree.kids(verb)) for k in scene.tree.kids(kid) if k.lower == "at")
    numbers = (k for lead in leads for k in scene.tree.kids(lead) if k.dep == "pobj")
    who = subject(scene.tree, verb, 0)
    if who is None or who.tag in NOBODY or not any(n.tag == "CD" or _counted(scene, n) for n in numbers):
        return
    speaker = speaker_at(scene, who, story.people, story.anchor)
    if speaker is not None:
        yield Saying(0, len(scene.text), speaker, verb, None)


def _counted(scene: Scene, noun: Token) -> bool:
    return any(k.tag == "CD" for k in scene.tree.kids(noun))


def _unsaid(scene: Scene, verb: Token) -> bool:
    """Whether a verb of speech is negated: who "did not say when" has said nothing."""
    return any(kid.dep == "neg" for kid in scene.tree.kids(verb))


def _according(scene: Scene, story: Story, token: Token) -> Iterator[Saying]:
    """Whom "according to" names, for the whole sentence."""
    for whom in (k for lead in scene.tree.kids(token) for k in scene.tree.kids(lead)):
        speaker = speaker_at(scene, whom, story.people, story.anchor)
        if speaker is not None:
            yield Saying(0, len(scene.text), speaker, token, None)


def _stretch(scene: Scene, verb: Token, who: Token) -> tuple[int, int]:
    """The words that VERB reports: all before an aside (", Kirby announced"), else its own clauses."""
    tree = scene.tree
    if verb.dep == "advcl" and any(k.dep == "mark" and k.lower == "as" for k in tree.kids(verb)):
        return 0, len(tree.text)  # "As the minister announced, ...": all that the sentence tells
    if is_aside(tree, verb) and verb.head != verb.i:
        return 0, tree.subtree(verb)[0].start
    clauses = [k for k in tree.kids(verb) if k.dep in SAID and k is not who and not _own_deed(scene, k)]
    if any(k.dep == "ccomp" and k.i > verb.i for k in clauses):
        clauses = [k for k in clauses if k.dep != "dobj"]  # whom it is told: "told the senators that ..."
    reach = [t for k in clauses for t in tree.subtree(k)] or tree.subtree(verb)
    leading = any(k.dep == "ccomp" and k.i < verb.i for k in tree.kids(verb))
    start = 0 if leading and verb.dep in {"ROOT", "conj", "parataxis"} else min(t.start for t in reach)
    return start, max(t.end for t in reach)


def _own_deed(scene: Scene, clause: Token) -> bool:
    """Whether a joined clause tells a deed of its own: "X says ..., and Y withdraws"."""
    joined = clause.dep == "conj" and clause.tag.startswith("VB") and clause.lower not in speech_verbs()
    return joined and any(k.dep in SUBJECTS for k in scene.tree.kids(clause))


def _said(scene: Scene, verb: Token, anchor: date | None) -> date | None:
    """The day of saying: a time that hangs by the speech verb ("announced Wednesday")."""
    for time in find_times(scene.text, anchor, "past"):
        head = scene.tree.head_of(time.start, time.end)
        if head is None or time.first is None or time.first != time.last:
            continue
        above = scene.tree.tokens[head.head]
        if verb.i in {above.i, above.head if above.dep == "prep" else above.i}:
            return time.first
    return None
