"""Score which role a place or force plays in a movement, against the movement events of RAMS.

    python -m evals.roles FOLDER [--dev] [--show]

FOLDER holds dev.jsonlines and test.jsonlines of RAMS 1.0 (Ebner et al. 2020; on GitHub under data/rams of
LWL-cpu/SCPRG-master, where train is absent; no licence for the texts is stated, so we keep none here). Of each event of
type movement.* the reader is given the window of five sentences as a report of its own. `--dev` leaves test alone, and
`--show` lists the misses of military events of dev only. Exits 3 where a file is missing.

Our origin and destination answer theirs; our force answers artifact or passenger, and the transporter where nothing
else is said to move. The claims of an event are the movement claims whose clause holds its trigger, those whose words
of action lie nearest; claims elsewhere in the window are not judged. A filler is right if both phrases hang by the same
word. RAMS is about any movement (migrants, ransoms, pollution); an event is *military* if what moves or carries is
called by a noun of our force tables that means nothing else, and the choice is by that table, not by hand.

No system's output is stored beside the data; the scorer is checked on the hand-made case in tests/evals/test_roles.py.
"""

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from evals.absent import MISSING, absent
from evals.scenes import Read, head_at, read_sentences
from evals.scoring import Rate
from laydown.model import Claim, Offsets, Report
from laydown.reading.reader import read

MOVED: Final = ("artifact", "passenger")
MOVING: Final = (*MOVED, "transporter", "vehicle")
DIGITS: Final = re.compile(r"\d+")
ROLES: Final = ("origin", "destination", "force")
CLINGS: Final = frozenset(". , : ; ! ? % ) ] 's n't 'll 're 've 'd 'm ’s n’t ’ '".split())  # noqa: SIM905
BINDS: Final = frozenset("( [ $ # “ £ €".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Event:
    """One movement event: the window's text, its trigger, and the fillers of its roles."""

    key: str
    text: str
    trigger: Offsets
    fillers: Mapping[str, tuple[Offsets, ...]]

    def gold(self) -> dict[str, tuple[Offsets, ...]]:
        """The fillers by our names for the roles."""
        moved = tuple(span for role in MOVED for span in self.fillers.get(role, ()))
        return {
            "origin": self.fillers.get("origin", ()),
            "destination": self.fillers.get("destination", ()),
            "force": moved or self.fillers.get("transporter", ()),
        }


@dataclass(slots=True)
class Tally:
    """The figures of a set of events: how many have a claim of ours, and each role."""

    events: int = 0
    claimed: int = 0
    rates: defaultdict[str, Rate] = field(default_factory=lambda: defaultdict(Rate))

    def lines(self, name: str) -> Iterator[str]:
        """The figures, a role a line."""
        yield f"{name}: {self.events} events, {self.claimed} with a movement claim at the trigger"
        for role in (*ROLES, "all"):
            rate = self.rates[role]
            yield f"   {role:12} {rate.hits + rate.missed:5} {rate.precision:6.3f} {rate.recall:6.3f} {rate.f1:6.3f}"


def joined(tokens: Sequence[str]) -> tuple[str, list[Offsets]]:
    """TOKENS as running text, and where each stands in it."""
    text, spans, quoted = "", [], False
    for before, word in pairwise(["", *tokens]):
        inside = quoted and '"' in {before, word}
        compound = "-" in {before, word} and all(t == "-" or t.isalnum() for t in (before, word))
        text += "" if not text or inside or compound or word in CLINGS or before in BINDS else " "
        quoted ^= word == '"'
        spans.append((len(text), len(text) + len(word)))
        text += word
    return text, spans


def events(path: Path) -> Iterator[Event]:
    """The movement events of the file at PATH."""
    for line in path.read_text(encoding="utf-8").splitlines():
        told: dict[str, Any] = json.loads(line)
        first, last, kinds = told["evt_triggers"][0]
        if not kinds[0][0].startswith("movement."):
            continue
        text, spans = joined([token for sentence in told["sentences"] for token in sentence])
        fillers = defaultdict[str, list[Offsets]](list)
        for _, (start, end), role in told["gold_evt_links"]:
            fillers[DIGITS.split(role)[-1]].append((spans[start][0], spans[end][1]))
        found = {role: tuple(where) for role, where in fillers.items()}
        yield Event(told["doc_key"], text, (spans[first][0], spans[last][1]), found)


def is_military(event: Event, sentences: Sequence[Read]) -> bool:
    """Whether what moves or carries is called by a noun of our force tables that means nothing else."""
    moving = [span for role in MOVING for span in event.fillers.get(role, ())]
    forces = [
        (said.span[0] + m.start, said.span[0] + m.end) for said in sentences for m in said.scene.mentions if not m.weak
    ]
    return any(a < end and start < b for a, b in forces for start, end in moving)


def claims_at(event: Event) -> list[Claim]:
    """Our movement claims whose clause holds the trigger, those whose words of action are nearest to it."""
    at = event.trigger[0]
    found = [c for c in read(Report(text=event.text)).claims if c.kind == "movement"]
    found = [c for c in found if c.evidence.start <= at < c.evidence.end]
    least = min((_distance(c, at) for c in found), default=0)
    return [c for c in found if _distance(c, at) == least]


def _distance(claim: Claim, at: int) -> int:
    """How far the words of action are from AT."""
    return min((abs(start - at) for start, _ in claim.spans.get("action", ())), default=0)


def heads(spans: Sequence[Offsets], sentences: list[Read]) -> set[int]:
    """The words by which SPANS hang."""
    return {head for span in spans if (head := head_at(sentences, *span)) is not None}


def answers(claims: Sequence[Claim], role: str) -> list[Offsets]:
    """The phrases that our claims give for ROLE; of a force the longest, the others are names within."""
    found = [sorted(c.spans.get(role, ()), key=lambda s: (s[0] - s[1], s)) for c in claims]
    return [span for spans in found for span in (spans[:1] if role == "force" else spans)]


def count(tallies: Sequence[Tally], event: Event, sentences: list[Read]) -> list[str]:
    """Add an event to TALLIES; what is wrong with it comes back, a line a role."""
    claims = claims_at(event)
    wrong = []
    for tally in tallies:
        tally.events += 1
        tally.claimed += bool(claims)
    for role, spans in event.gold().items():
        guessed = answers(claims, role)
        truth, guess = heads(spans, sentences), heads(guessed, sentences)
        for rate in (tally.rates[name] for tally in tallies for name in (role, "all")):
            rate.hits += len(truth & guess)
            rate.missed += len(truth - guess)
            rate.extra += len(guess - truth)
        if truth != guess:
            wrong.append(f"{role}: gold {_words(event, spans)}, got {_words(event, guessed)}")
    return wrong


def _words(event: Event, spans: Sequence[Offsets]) -> str:
    return " / ".join(event.text[start:end] for start, end in spans) or "-"


def shown(event: Event, wrong: Sequence[str], sentences: Sequence[Read]) -> str:
    """A miss: its trigger's sentence with the trigger marked, and the roles that are wrong."""
    start, end = event.trigger
    within = next((s.span for s in sentences if s.span[0] <= start < s.span[1]), (0, len(event.text)))
    text = f"{event.text[within[0] : start]}«{event.text[start:end]}»{event.text[end : within[1]]}"
    return "\n      ".join([text, *wrong])


def score(path: Path, *, show: bool) -> tuple[Tally, Tally]:
    """The figures of one file over all its movement events, and over the military ones."""
    every, military = Tally(), Tally()
    for event in events(path):
        sentences = read_sentences(event.text)
        martial = is_military(event, sentences)
        wrong = count([every, military] if martial else [every], event, sentences)
        if show and martial and wrong:
            print(shown(event, wrong, sentences))
    return every, military


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of dev and, unless told otherwise, of test."""
    parser = argparse.ArgumentParser(prog="python -m evals.roles", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where dev.jsonlines and test.jsonlines lie")
    parser.add_argument("--dev", action="store_true", help="score the development part only")
    parser.add_argument("--show", action="store_true", help="list the misses of military events of dev")
    options = parser.parse_args(arguments)
    names = ["dev"] if options.dev else ["dev", "test"]
    gone = [f"{name}.jsonlines" for name in names if not (options.folder / f"{name}.jsonlines").is_file()]
    if absent("roles", options.folder, gone):
        return MISSING
    print(f"   {'':12} {'gold':>5} {'P':>6} {'R':>6} {'F1':>6}")
    for name in names:
        every, military = score(options.folder / f"{name}.jsonlines", show=options.show and name == "dev")
        print("\n".join([*every.lines(f"{name}, all"), *military.lines(f"{name}, military")]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
