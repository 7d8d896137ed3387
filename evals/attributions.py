"""Score who is found to say what, against PolNeAR: sources by head, contents by shared words.

    python -m evals.attributions FOLDER [--dev] [--show N]

FOLDER is a checkout of networkdynamics/PolNeAR (GitHub), of which data/dev and data/test, each with text and
attributions, are read; no licence is stated and the articles are their publishers', so we keep none of them here.
Rules are tuned on dev alone: `--dev` leaves test alone, and `--show` lists the first N misses of dev only. Exits 3
where the folders are missing. Where two people marked an article, the first by file name counts.

A saying of ours and an attribution of gold are paired one to one, those with a common cue first, then by the words that
their contents share. A source is right if both phrases hang by the same word. Content: of all words of ours that are
content, the share that gold pairs with the same saying, and of all words of gold the share that is ours; sources and
cues taken off. Direct is wholly inside quotation marks, mixed in part. No system's output is stored in the repository:
the scorer is checked on the hand-made case in tests/evals/test_attributions.py.
"""

import argparse
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from evals.absent import MISSING, absent
from evals.scenes import Read, head_at, read_sentences
from evals.scoring import Rate
from laydown.model import Offsets
from laydown.reading.drafting.sayings import Saying

WORD: Final = re.compile(r"\w+")
OPENING: Final = "\"“‘'"
QUOTES: Final = re.compile(r"[\"“”]")
SORTS: Final = ("direct", "mixed", "indirect", "no source")
Words = frozenset[int]


@dataclass(frozen=True, slots=True)
class Said:
    """Who says what by which words: the head of the source, and the first letters of the words of cue and content."""

    source: int | None
    sourced: bool
    cue: Words
    content: Words
    sort: str
    forces: bool
    text: str = ""


@dataclass(slots=True)
class Tally:
    """The figures of one sort: attributions found by their cue, sources right, words of content shared."""

    found: Rate = field(default_factory=Rate)
    sources: Rate = field(default_factory=Rate)
    words: Rate = field(default_factory=Rate)

    def line(self, name: str) -> str:
        """The figures in a row."""
        rates = " ".join(f"{r.precision:6.3f} {r.recall:6.3f} {r.f1:6.3f}" for r in (self.sources, self.words))
        return f"{name:16} {self.found.hits + self.found.missed:6} {self.found.recall:6.3f} {rates}"


def words_in(text: str, spans: Iterable[Offsets]) -> Words:
    """Where the words of SPANS begin."""
    return frozenset(m.start() for start, end in spans for m in WORD.finditer(text, start, end))


def sort_of(text: str, spans: Sequence[Offsets]) -> str:
    """Whether the words of SPANS are quoted, in part, or told."""
    words = " ".join(text[start:end] for start, end in spans).strip(" ,.")
    if not QUOTES.search(words):
        return "indirect"
    return "direct" if words[0] in OPENING and len(QUOTES.findall(words)) <= len(spans) * 2 else "mixed"


def gold(text: str, marks: str, sentences: list[Read]) -> list[Said]:
    """The attributions of one article, from the lines of its brat file."""
    spans: dict[str, tuple[Offsets, ...]] = {}
    events: list[dict[str, list[Offsets]]] = []
    for name, told, *_ in (line.split("\t") for line in marks.splitlines() if line[:1] in {"T", "E"}):
        where = told.partition(" ")[2]
        if name.startswith("T"):
            spans[name] = tuple((int(a), int(b)) for a, b in (part.split() for part in where.split(";")))
        else:
            events.append(_roles(told, spans))
    return [_gold(text, roles, sentences) for roles in events if "Content" in roles]


def _roles(told: str, spans: dict[str, tuple[Offsets, ...]]) -> dict[str, list[Offsets]]:
    """The spans of an event by role; a second part of a role ("Content2") belongs to the first."""
    roles: dict[str, list[Offsets]] = {}
    for role, _, mark in (part.partition(":") for part in told.split()):
        roles.setdefault(role.rstrip("0123456789"), []).extend(spans.get(mark, ()))
    return roles


def _gold(text: str, roles: dict[str, list[Offsets]], sentences: list[Read]) -> Said:
    source, content, cue = roles.get("Source", []), sorted(roles["Content"]), roles.get("Cue", [])
    head = head_at(sentences, *source[0]) if source else None
    at = (cue or content)[0][0]
    within = [read for read in sentences if read.span[0] <= at < read.span[1]]
    shown = " ".join(f"{role}: {' ... '.join(text[a:b] for a, b in roles[role])!r}" for role in sorted(roles)
                     if role in {"Source", "Cue", "Content"})  # fmt: skip
    sort = sort_of(text, content) if source else "no source"
    forces = any(read.names_force for read in within)
    return Said(head, bool(source), words_in(text, cue), words_in(text, content), sort, forces, shown)


def ours(text: str, sentences: list[Read]) -> list[Said]:
    """What our reader finds said in an article."""
    return [_ours(text, read, saying, sentences) for read in sentences for saying in read.sayings]


def _ours(text: str, read: Read, saying: Saying, sentences: list[Read]) -> Said:
    off = read.span[0]
    source = (off + saying.speaker.start, off + saying.speaker.end)
    cue = words_in(text, [(off + saying.verb.start, off + saying.verb.end)])
    stretch = (off + saying.start, off + saying.end)
    content = words_in(text, [stretch]) - cue - words_in(text, [source])
    shown = f"Source: {text[slice(*source)]!r} Content: {text[slice(*stretch)]!r}"
    return Said(head_at(sentences, *source), True, cue, content, sort_of(text, [stretch]), read.names_force, shown)  # noqa: FBT003


def paired(truths: Sequence[Said], guesses: Sequence[Said]) -> Iterator[tuple[Said | None, Said | None]]:
    """Truths with their guesses, one to one, and all that stand alone."""
    scored = [
        (bool(t.cue & g.cue), len(t.content & g.content), i, j)
        for i, t in enumerate(truths)
        for j, g in enumerate(guesses)
    ]
    left, right = set(range(len(truths))), set(range(len(guesses)))
    for cue, shared, i, j in sorted(scored, key=lambda s: (-s[0], -s[1], s[2], s[3])):
        if (cue or shared) and i in left and j in right:
            left.remove(i)
            right.remove(j)
            yield truths[i], guesses[j]
    yield from ((truths[i], None) for i in sorted(left))
    yield from ((None, guesses[j]) for j in sorted(right))


def count(tally: Tally, truth: Said | None, guess: Said | None) -> None:
    """Add a pair, or what stands alone, to TALLY."""
    cued = truth is not None and guess is not None and bool(truth.cue & guess.cue)
    tally.found.hits += cued
    tally.found.missed += truth is not None and not cued
    tally.found.extra += guess is not None and not cued
    right = truth is not None and guess is not None and truth.source is not None and truth.source == guess.source
    tally.sources.hits += right
    tally.sources.missed += truth is not None and truth.sourced and not right
    tally.sources.extra += guess is not None and not right
    told = truth.content if truth else frozenset()
    read = guess.content if guess else frozenset()
    tally.words.hits += len(told & read)
    tally.words.missed += len(told - read)
    tally.words.extra += len(read - told)


def score(folder: Path, show: int = 0) -> dict[str, Tally]:
    """The figures of one part of the corpus, by sort; the first SHOW misses go to standard output."""
    tallies = {name: Tally() for name in ("all", *SORTS, "about forces")}
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        marks = sorted((folder / "attributions").glob(f"{path.stem}_????.ann"))
        if not marks:
            continue
        sentences = read_sentences(text)
        truths = gold(text, marks[0].read_text(encoding="utf-8"), sentences)
        for truth, guess in paired(truths, ours(text, sentences)):
            told = truth or guess
            assert told is not None  # noqa: S101 - one of them is there
            for name in ("all", told.sort, *(["about forces"] if told.forces else [])):
                count(tallies[name], truth, guess)
            if show and (truth is None or guess is None or truth.source != guess.source):
                print(f"   gold {truth.text if truth else '-'}\n   ours {guess.text if guess else '-'}\n")
                show -= 1
    return tallies


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of dev and, unless told otherwise, of test."""
    parser = argparse.ArgumentParser(prog="python -m evals.attributions", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="a checkout of PolNeAR")
    parser.add_argument("--dev", action="store_true", help="score the development part only")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="list the first N misses of dev")
    options = parser.parse_args(arguments)
    parts = {name: options.folder / "data" / name for name in (("dev",) if options.dev else ("dev", "test"))}
    gone = [f"data/{name}/{kind}" for name, at in parts.items() for kind in ("text", "attributions")
            if not (at / kind).is_dir()]  # fmt: skip
    if absent("attributions", options.folder, gone):
        return MISSING
    print(f"{'':16} {'gold':>6} {'found':>6} {'P src':>6} {'R src':>6} {'F1':>6} {'P wrd':>6} {'R wrd':>6} {'F1':>6}")
    for name, at in parts.items():
        for sort, tally in score(at, options.show if name == "dev" else 0).items():
            print(tally.line(f"{name} {sort}"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
