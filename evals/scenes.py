"""Sentences of any text as the reader sees them, without its screen: for measures of one stage on others' corpora."""

from collections.abc import Iterator
from dataclasses import dataclass

from laydown.model import Offsets, Report
from laydown.reading.drafting.sayings import Saying, find_sayings
from laydown.reading.drafting.story import story_of
from laydown.reading.mentions.scene import Scene, set_scene
from laydown.reading.text.grammar import Token, parse
from laydown.reading.text.passages import passages


@dataclass(frozen=True, slots=True)
class Read:
    """One sentence with its mentions and with what somebody is said to say in it."""

    scene: Scene
    sayings: tuple[Saying, ...]

    @property
    def span(self) -> Offsets:
        """Where the sentence stands in the text."""
        return self.scene.offset, self.scene.offset + len(self.scene.text)

    @property
    def names_force(self) -> bool:
        """Whether it speaks of a force by a noun of our tables that means nothing else: troops, not police."""
        return any(not m.weak and not m.modifies for m in self.scene.mentions)


def read_sentences(text: str) -> list[Read]:
    """Every sentence of TEXT in order, the speakers of the earlier ones remembered as in the reading of a report."""
    return list(_read(Report(text=text)))


def _read(report: Report) -> Iterator[Read]:
    found = [(passage, sentence) for passage in passages(report.text) for sentence in passage.sentences]
    trees = parse([report.text[s.start : s.end] for _, s in found])
    story = story_of(report, {})
    for (passage, sentence), tree in zip(found, trees, strict=True):
        scene = set_scene(tree, sentence.start, passage, None, [], story.around)
        yield Read(scene, tuple(find_sayings(scene, story)))


def head_at(sentences: list[Read], start: int, end: int) -> int | None:
    """Where the word begins by which the phrase [START, END) of the text hangs; None outside of all sentences."""
    inside = next((read for read in sentences if read.span[0] <= start < read.span[1]), None)
    if inside is None:
        return None
    head: Token | None = inside.scene.tree.head_of(start - inside.span[0], end - inside.span[0])
    return None if head is None else head.start + inside.span[0]
